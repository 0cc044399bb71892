import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { listed } from '../../engine/wording.js';
import type { Span } from '../../engine/text/span.js';
import type { Card } from './card.js';
import { code } from './card.js';

const most = 4;

/** What a stage is and who uses it. */
export function stageCard(doc: DockerfileDocument, stage: Stage, span: Span): Card {
  const name = stage.alias?.value ?? String(stage.index);
  const base = stage.image?.value;
  const from = base === undefined ? '' : `, built from ${code(base)}`;
  return {
    span,
    title: `**${name.replace(/[\\`*_]/g, '\\$&')}**: stage ${String(stage.index + 1)} of ${String(doc.stages.length)}${from}.`,
    lines: [usersOf(doc, stage)],
    guide: 'multi-stage-builds',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  };
}

function usersOf(doc: DockerfileDocument, stage: Stage): string {
  const line = (start: number): string => `line ${String(doc.source.lineAt(start) + 1)}`;
  const users = doc.stages.flatMap((other) => [
    ...(other.parent === stage ? [`FROM in ${line(other.from.span.start)}`] : []),
    ...other.links
      .filter(({ source }) => source.kind === 'stage' && source.stage === stage)
      .map(({ instruction, span }) => `${instruction.keyword} in ${line(span.start)}`),
  ]);
  const shown = users.length > most ? [...users.slice(0, most), `${String(users.length - most)} more`] : users;
  const use = users.length === 0 ? '' : `Used by ${listed(shown)}.`;
  if (stage.isFinal) return `${use} It is the last stage, which becomes the image.`.trim();
  return use === '' ? 'No other stage uses it, so it is built only when `--target` names it.' : use;
}
