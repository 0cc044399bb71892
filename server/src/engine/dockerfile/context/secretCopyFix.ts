import type { Edit } from '../../text/span.js';
import { deleteInstruction } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import type { ContextSource } from './sources.js';

/** Programs that read a file with secrets while they install. */
const readers: ReadonlyMap<string, readonly string[]> = new Map([
  ['.npmrc', ['npm', 'npx', 'yarn', 'pnpm', 'bun', 'corepack']],
  ['.netrc', ['curl', 'wget', 'git', 'go', 'pip', 'pip3', 'uv', 'poetry']],
  ['pip.conf', ['pip', 'pip3']],
  ['.pypirc', ['twine', 'poetry', 'uv']],
  ['auth.json', ['composer']],
]);

/** The edits that mount a secret file into each RUN that reads it, with the name of the secret. */
export interface SecretMounts {
  readonly id: string;
  readonly program: string;
  readonly edits: readonly Edit[];
}

/**
 * Mounts instead of a COPY: undefined where the COPY takes more than the file, where nothing in the stage reads it, where
 * something removes it, or where another user than root would have to read it.
 */
export function secretMounts(doc: DockerfileDocument, { instruction, path }: ContextSource): SecretMounts | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const programs = readers.get(name);
  const stage = doc.stageOf(instruction);
  if (programs === undefined || stage === undefined || stage.os === 'windows') return undefined;
  if (instruction.words.length !== 2 || instruction.parent !== undefined || instruction.innerComments.length > 0)
    return undefined;
  const target = targetOf(instruction.words[1]?.value ?? '', name, doc.workdirAt(instruction));
  const after = [...doc.runsOf(...programs)].filter(({ command }) => isBehind(command.instruction.index));
  const runs = new Set(after.map(({ command }) => command.instruction));
  const [first] = after;
  if (target === undefined || first?.name === undefined) return undefined;
  const removed = doc
    .runsOf('rm')
    .some(({ command, args }) => isBehind(command.instruction.index) && args.some(({ value }) => value.includes(name)));
  if (removed || [...runs].some((run) => run.parent !== undefined || doc.userAt(run) !== undefined)) return undefined;
  const id = name.replace(/^\./, '');
  const mount = ` --mount=type=secret,id=${id},target=${target}`;
  const edits = [...runs].map(({ keywordSpan: { end } }): Edit => ({ span: { start: end, end }, text: mount }));
  return { id, program: first.name, edits: [deleteInstruction(doc, instruction), ...edits] };

  function isBehind(index: number): boolean {
    return index > instruction.index && (stage?.instructions.some((each) => each.index === index) ?? false);
  }
}

/** Where the file would be in the image; undefined where that is not certain. */
function targetOf(written: string, name: string, workdir: string | undefined): string | undefined {
  if (/[$\\\s,]|\.\./.test(written)) return undefined;
  const isFile = written === name || written.endsWith(`/${name}`);
  const file = isFile ? written : `${written.replace(/\/+$/, '')}/${name}`;
  if (file.startsWith('/')) return file;
  const relative = file.replace(/^(?:\.\/)+/, '');
  return workdir === undefined ? undefined : `${workdir.replace(/\/$/, '')}/${relative}`;
}
