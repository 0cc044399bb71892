import type { Edit, Span } from '../../text/span.js';
import { deleteInstruction } from '../edit/instructions.js';
import { removePrefix } from '../edit/removeCommand.js';
import { frontendKnows } from '../model/frontend.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/** `env=` of secret mounts came with docker/dockerfile 1.10 (docs.docker.com/reference/dockerfile). */
const envOption = 10;

/**
 * The edits that turn `ARG NAME` into a secret mount on every RUN that reads it; undefined when another
 * instruction reads the variable, or none does.
 */
export function secretMountEdits(
  doc: DockerfileDocument,
  declaration: Instruction,
  name: string,
): readonly Edit[] | undefined {
  if (!frontendKnows(doc, envOption)) return undefined;
  const stage = doc.stageOf(declaration);
  if (declaration.keyword !== 'ARG' || declaration.pairs.length !== 1 || declaration.parent !== undefined)
    return undefined;
  if (stage === undefined || stage.os === 'windows' || doc.stages.some(({ parent }) => parent === stage))
    return undefined;
  const readers = stage.instructions.filter((i) => i.index > declaration.index && mentions(doc, i, name));
  if (readers.length === 0 || readers.some((i) => i.keyword !== 'RUN' || mountsSecret(i, name))) return undefined;
  return [deleteInstruction(doc, declaration), ...readers.map((run) => mountEdit(run, name))];
}

/**
 * The edits that turn `NAME=value` in front of a command of a RUN into a secret mount; undefined where another mount has
 * the name, or a blank does not follow. Never throws.
 */
export function secretPrefixEdits(
  doc: DockerfileDocument,
  run: Instruction,
  assignment: { readonly name: string; readonly span: Span },
): readonly Edit[] | undefined {
  const { name } = assignment;
  if (run.keyword !== 'RUN' || run.parent !== undefined || run.json !== undefined || !frontendKnows(doc, envOption))
    return undefined;
  if (doc.stageOf(run)?.os === 'windows' || mountsSecret(run, name)) return undefined;
  const rest = removePrefix(doc, assignment);
  return rest && [mountEdit(run, name), ...rest];
}

function mountEdit({ keywordSpan: { end } }: Instruction, name: string): Edit {
  return { span: { start: end, end }, text: ` --mount=type=secret,id=${name},env=${name}` };
}

/** A mount that is there already for the same secret, whatever the case of its id. */
function mountsSecret({ flags }: Instruction, name: string): boolean {
  return flags.some(({ options }) => options.some(({ value }) => value?.toLowerCase() === name.toLowerCase()));
}

/** Whether the text of an instruction has the name as a whole word; in RUN that is how a program may read it too. */
function mentions(doc: DockerfileDocument, instruction: Instruction, name: string): boolean {
  const text = doc.source.slice(instruction.span);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}
