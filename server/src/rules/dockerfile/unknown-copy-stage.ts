import type { Stage, StageLink } from '../../engine/dockerfile/model/types.js';
import { misplacedLinks, stageTitle } from '../../engine/dockerfile/stages/order.js';
import { sourceFixes } from '../../engine/dockerfile/stages/sourceFixes.js';
import { unknownSources, type UnknownSource } from '../../engine/dockerfile/stages/unknownSource.js';
import type { Equivalents, RelatedPlace } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unknown-copy-stage',
  language: 'dockerfile',
  title: 'Copy from a stage or an image that exists',
  severity: 'warning',
  profile: 'recommended',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/reference/dockerfile/#copy---from',
  tags: ['stages', 'copy'],
  equivalents: { hadolint: ['DL3022'] },
  differs: {
    DL3022:
      'An image without a tag, and a name that the build may give to a context of its own (--build-context), are fine; the sources of mounts are looked at too, and stages that wait for each other are told by circular-stage-dependency.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const { link, stage, source, circular } of misplacedLinks(doc)) {
      if (circular) continue;
      yield {
        at: link.span,
        message: `Stage ${stageTitle(source)} is built further down, and ${stageTitle(stage)} can take files only from stages above it, so the build stops here.`,
        related: [{ at: placeOf(source), message: `Stage ${stageTitle(source)} begins here.` }],
        equivalents: doc.stages.slice(0, stage.index + 1).some(({ alias }) => alias?.value === link.text)
          ? {}
          : equivalentsOf(link),
      };
    }
    for (const unknown of unknownSources(doc)) {
      const { link, meant } = unknown;
      const related: RelatedPlace[] = meant ? [{ at: placeOf(meant), message: 'This stage may be meant.' }] : [];
      const message = messageOf(unknown, doc.stages.length);
      yield {
        at: link.span,
        message,
        related,
        fixes: () => sourceFixes(doc, unknown),
        equivalents: equivalentsOf(link),
      };
    }
  },
});

function messageOf({ kind, link, meant }: UnknownSource, count: number): string {
  const name = `“${shown(link.text)}”`;
  const hint = meant === undefined ? '.' : `; did you mean ${stageTitle(meant)}?`;
  switch (kind) {
    case 'number':
      return `The stages of this file have the numbers 0 to ${count - 1}, so ${name} names none of them.`;
    case 'mount-number':
      return `A mount knows stages by name only, so Docker looks for an image called ${name}${hint}`;
    case 'variable':
      return 'Docker expands no variable in --from, so the build stops here; copy from a stage that is built FROM it.';
    case 'invalid':
      return `No stage is called ${name}, and no image can be, so the build stops here${hint}`;
    case 'misspelt':
      return `No stage is called ${name}, so Docker looks for an image of that name${hint}`;
    case 'unnamed':
      return `No stage is called ${name}; the one above has no name, and nothing is taken from it.`;
  }
}

function equivalentsOf({ instruction, text }: StageLink): Equivalents {
  return { hadolint: instruction.keyword === 'COPY' && !text.includes(':') ? ['DL3022'] : [] };
}

function placeOf({ alias, image, from }: Stage): RelatedPlace['at'] {
  return (alias ?? image ?? from).span;
}
