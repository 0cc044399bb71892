import type { StageLink } from '../../engine/dockerfile/model/types.js';
import { knownImage } from '../../engine/images/known.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'whole-filesystem-copy',
  language: 'dockerfile',
  title: 'Copy what you need from a stage, not all of it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'multi-stage-builds#the-better-way',
  link: 'https://docs.docker.com/build/building/multi-stage/',
  tags: ['stages', 'copy', 'size'],
  equivalents: { hadolint: ['DL3067'] },
  differs: {
    DL3067:
      'A stage or an image that is built from scratch holds nothing but what was put there (tonistiigi/xx, a stage that collects results), so all of it may be meant.',
  },
  fixes: [],

  *check(doc) {
    for (const stage of doc.stages) {
      for (const link of stage.links) {
        const { instruction, text } = link;
        if (instruction.keyword !== 'COPY' || instruction.flags.some(({ name }) => name === 'exclude')) continue;
        const target = instruction.words.at(-1);
        const source = instruction.words.slice(0, -1).find(({ value }) => isRoot(value));
        if (source === undefined || target === undefined || holdsResultsOnly(link)) continue;
        if (!isRoot(target.value) && !(isHere(target.value) && doc.workdirAt(instruction) === '/')) continue;
        yield {
          at: { start: source.span.start, end: target.span.end },
          message: `This copies all of ${shown(text)}, with its build tools, caches and perhaps secrets${stage.baseImage?.familiar === 'scratch' ? '' : ', over the files of this stage'}; copy only what the program needs.`,
          equivalents: { hadolint: source.value === '/' && target.value === '/' ? ['DL3067'] : [] },
        };
      }
    }
  },
});

function isRoot(path: string): boolean {
  return /^\/+(?:\.\/*|\*)?$/.test(path);
}

function isHere(path: string): boolean {
  return /^\.\/*$/.test(path);
}

function holdsResultsOnly({ source }: StageLink): boolean {
  if (source.kind === 'unknown') return false;
  const image = source.kind === 'image' ? source.image : source.stage.baseImage;
  // A stage on a base that only the build knows may be such a stage.
  return image === undefined || knownImage(image)?.family === 'scratch';
}
