import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { slimWouldDo } from '../../engine/dockerfile/stages/slim.js';
import { tagPlace } from '../../engine/dockerfile/stages/tagEdits.js';
import type { SmallerSibling } from '../../engine/images/types.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';

/** Megabytes that a change of the base saves before anybody is asked to think about it. */
const worthwhile = 100;

export default defineRule({
  id: 'oversized-base-image',
  language: 'dockerfile',
  title: 'Ship on the small variant of the base image',
  severity: 'info',
  profile: 'recommended',
  guide: 'size-comparison',
  link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  tags: ['size', 'base-image'],
  equivalents: {},
  fixes: ['suggestion'],
  calendar: true,
  wholeFile: true,

  *check(doc, { date }) {
    const stage = doc.finalStage;
    if (stage?.image === undefined || stage.base.kind !== 'image' || stage.os === 'windows') return;
    const { known, cmd, entrypoint, name = '' } = stage;
    const { tag, familiar } = stage.base.image;
    if (tag === undefined || tag === 'latest' || (cmd ?? entrypoint) === undefined) return;
    // Sizes and variants are those of releases that are still made.
    if (known?.sizeMb === undefined || (known.endOfLife ?? date) < date || /dev|test|debug|build|^ci$/.test(name))
      return;
    const slim = known.smaller.find(({ reference }) => /[:-]slim\b/.test(reference));
    if (slim === undefined || known.sizeMb - slim.sizeMb < worthwhile || known.sizeMb < 2 * slim.sizeMb) return;
    if (known.toolchain !== undefined || !slimWouldDo(doc, stage)) return;
    yield {
      at: stage.image.span,
      message: `${familiar}:${tag} is about ${known.sizeMb} MB to download and ${slim.reference} ${slim.sizeMb} MB; what it has more is compilers and tools that nothing here seems to need.`,
      fixes: () =>
        siblingFixes(doc, stage, [slim, ...known.smaller.filter(({ reference }) => /[:-]alpine\b/.test(reference))]),
    };
  },
});

function siblingFixes(doc: DockerfileDocument, stage: Stage, siblings: readonly SmallerSibling[]): readonly Fix[] {
  const place = tagPlace(doc, stage);
  const runsApt = doc
    .runsOf('apt', 'apt-get', 'dpkg')
    .some(({ command }) => doc.stageOf(command.instruction) === stage);
  return siblings.flatMap(({ reference, sizeMb }): Fix[] => {
    const alpine = reference.includes('alpine');
    const text = place?.textFor(reference.slice(reference.lastIndexOf(':') + 1));
    if (place === undefined || text === undefined || (alpine && runsApt)) return [];
    const risk = alpine ? 'another C library: what has native parts may not run' : 'check that nothing is missing';
    const title = `Use ${reference}, ${sizeMb} MB (${risk})`;
    return [{ title, safety: 'suggestion', edits: () => [{ span: place.span, text }] }];
  });
}
