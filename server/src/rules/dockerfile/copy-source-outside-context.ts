import { sourceFacts } from '../../engine/dockerfile/context/missing.js';
import { isInContext, leadsOutside } from '../../engine/dockerfile/context/outside.js';
import { contextSources, type ContextSource } from '../../engine/dockerfile/context/sources.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'copy-source-outside-context',
  language: 'dockerfile',
  title: 'Copy from inside the build context',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#adding-files-from-the-build-context',
  tags: ['correctness', 'context'],
  equivalents: {},
  fixes: ['safe'],

  facts: sourceFacts,

  *check(doc, { facts }) {
    for (const source of contextSources(doc)) {
      const where = leadsOutside(doc, source, facts);
      if (where === undefined) continue;
      const exists = where === 'above' && isInContext(doc, source, facts);
      yield { at: source.span, message: messageOf(source, where), fixes: exists ? fixesOf(source) : [] };
    }
  },
});

function messageOf({ value, path }: ContextSource, where: 'above' | 'host'): string {
  if (where === 'host') {
    return `Docker looks for ${shown(value)} inside the build context, never elsewhere on the machine; copy the file into the context first.`;
  }
  const instead = path === '' ? 'the whole context' : `${shown(path)} inside the context`;
  return `${shown(value)} leads above the build context, where Docker cannot look: it takes ${instead} instead.`;
}

/** Docker reads the path like this already. */
function fixesOf({ editable, value, path }: ContextSource): readonly Fix[] {
  if (editable === undefined) return [];
  const text = value.endsWith('/') ? `${path}/` : path;
  return [{ title: `Write it as ${shown(text)}`, safety: 'safe', edits: () => [{ span: editable, text }] }];
}
