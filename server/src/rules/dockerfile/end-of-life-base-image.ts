import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { tagPlace } from '../../engine/dockerfile/stages/tagEdits.js';
import { lifetimesOf } from '../../engine/images/lifetime.js';
import { tableDate } from '../../engine/images/date.js';
import { laterTags } from '../../engine/images/versions.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'end-of-life-base-image',
  language: 'dockerfile',
  title: 'Build on a release that still gets fixes',
  severity: 'info',
  profile: 'recommended',
  guide: 'security-hardening#pinning-the-base-image',
  link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  tags: ['security', 'base-image'],
  equivalents: {},
  fixes: ['suggestion'],
  calendar: true,

  *check(doc, { date }) {
    for (const stage of doc.stages) {
      const { base, image } = stage;
      if (base.kind !== 'image' || image === undefined) continue;
      const [over] = lifetimesOf(base.image);
      if (over === undefined || over.end >= date) continue;
      yield {
        at: image.span,
        message: `Fixes for ${over.subject} ended on ${over.end} (as known on ${tableDate}), so holes found since then stay open${over.successor === undefined ? '' : `; ${over.successor} took its place`}.`,
        fixes: () => laterFix(doc, stage, date),
      };
    }
  },
});

function laterFix(doc: DockerfileDocument, stage: Stage, date: string): readonly Fix[] {
  const { base } = stage;
  const place = base.kind === 'image' ? tagPlace(doc, stage) : undefined;
  if (place === undefined || base.kind !== 'image') return [];
  const texts = laterTags(base.image, date).flatMap((tag) => place.textFor(tag) ?? []);
  const [first] = texts;
  if (first === undefined) return [];
  const text = texts.length === 1 ? first : `\${1|${texts.join(',')}|}`;
  const what = place.variable ?? base.image.familiar;
  const title = texts.length === 1 ? `Change ${what} to ${first}` : `Change ${what} to a release that gets fixes`;
  return [{ title, safety: 'suggestion', edits: () => [{ edits: [{ span: place.span, text }], snippet: true }] }];
}
