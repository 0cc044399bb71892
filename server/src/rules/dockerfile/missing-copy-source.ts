import type { MissingSource } from '../../engine/dockerfile/context/missing.js';
import { missingSources, sourceFacts } from '../../engine/dockerfile/context/missing.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-copy-source',
  language: 'dockerfile',
  title: 'Copy files that are in the build context',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/build/concepts/context/',
  tags: ['correctness', 'context'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: sourceFacts,

  *check(doc, { facts }) {
    for (const missing of missingSources(doc, facts)) {
      yield { at: missing.source.span, message: messageOf(missing), fixes: () => fixesOf(missing) };
    }
  },
});

function messageOf({ source: { path, wildcard, by }, near, saidBy }: MissingSource): string {
  const name = shown(path);
  const context = saidBy === undefined ? 'the build context' : `the build context that ${shown(saidBy)} sets`;
  if (wildcard && near === undefined) return `Nothing in ${context} matches ${name}, so ${by} copies nothing.`;
  if (near === undefined) return `${name} is not in ${context}, so the build fails here.`;
  return near.onlyCase
    ? `${name} is not in ${context}, which has ${shown(near.name)}: upper and lower case count in a build.`
    : `${name} is not in ${context}, so the build fails here; did you mean ${shown(near.name)}?`;
}

function fixesOf({ source: { editable, value }, near }: MissingSource): readonly Fix[] {
  if (near === undefined || editable === undefined) return [];
  const at = partIn(value, near.part);
  if (at < 0) return [];
  const span = { start: editable.start + at, end: editable.start + at + near.part.length };
  return [
    {
      title: `Change ${shown(near.part)} to ${shown(near.name)}`,
      safety: 'suggestion',
      edits: () => [{ span, text: near.name }],
    },
  ];
}

/** Where a part of a path stands as a whole in what is written; -1 for not once. */
function partIn(value: string, part: string): number {
  const at = `/${value}/`.indexOf(`/${part}/`);
  return at >= 0 && `/${value}/`.indexOf(`/${part}/`, at + 1) < 0 ? at : -1;
}
