import type { Fix } from '../../rule.js';
import { insertBefore } from '../edit/instructions.js';
import type { DockerfileDocument, Stage, StageLink } from '../model/types.js';
import { freeStageName } from './rename.js';
import type { UnknownSource } from './unknownSource.js';

/** Fixes for a COPY --from or mount that names nothing; see `unknownSources`. */
export function sourceFixes(doc: DockerfileDocument, { link, stage, kind, meant }: UnknownSource): readonly Fix[] {
  if (kind === 'variable') return stageOfVariable(doc, stage, link);
  if (meant === undefined) return [];
  const name = meant.alias?.value;
  if (name !== undefined) {
    return [{ title: `Change to ${name}`, safety: 'suggestion', edits: () => [{ span: link.span, text: name }] }];
  }
  const end = meant.image?.span.end;
  if (end === undefined) return [];
  const given = kind === 'unnamed' ? link.text : freeStageName(doc, 'stage');
  return [
    {
      title: `Call the stage above ${given}`,
      safety: 'suggestion',
      edits: () => [
        { span: { start: end, end }, text: ` AS ${given}` },
        ...(kind === 'unnamed' ? [] : [{ span: link.span, text: given }]),
      ],
    },
  ];
}

/** `COPY --from=$IMAGE` as Docker wants it: a stage FROM $IMAGE above, if the variable is one that FROM knows. */
function stageOfVariable(
  doc: DockerfileDocument,
  stage: Stage,
  { instruction, span, text }: StageLink,
): readonly Fix[] {
  const word = instruction.flags.find(({ value }) => value?.span.start === span.start)?.value;
  const [first] = word?.variables ?? [];
  const globals = doc.scopeAt(stage.from);
  if (word === undefined || first === undefined || text !== word.value) return [];
  if (word.variables.some(({ name }) => globals.get(name) === undefined)) return [];
  const base = first.name.toLowerCase().replaceAll('_', '-');
  const name =
    /^[a-z]/.test(base) && !doc.stages.some((other) => other.name === base) ? base : freeStageName(doc, 'stage');
  const title = `Copy from a stage that is built FROM ${text}`;
  return [
    {
      title,
      safety: 'suggestion',
      edits: () => [...insertBefore(doc, stage.from, [`FROM ${text} AS ${name}\n`]), { span, text: name }],
    },
  ];
}
