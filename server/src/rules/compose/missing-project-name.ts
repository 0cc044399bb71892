import { hasMainName } from '../../engine/compose/declared.js';
import { columnOf } from '../../engine/compose/edits/layout.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-project-name',
  language: 'compose',
  title: 'Give the project a name',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/compose/how-tos/project-name/',
  tags: ['style'],
  equivalents: { dclint: ['require-project-name-field'] },
  differs: {
    'require-project-name-field':
      'Override files, and others that Compose does not find by itself, take the name of the file that they are laid over.',
  },
  fixes: ['suggestion'],
  wholeFile: true,

  *check(doc) {
    const first = doc.roots[0]?.entries[0];
    const isProject = hasMainName(doc) && (doc.services.size > 0 || doc.top('include') !== undefined);
    if (first === undefined || !isProject || doc.top('name') !== undefined) return;
    if (doc.problems.some(({ code }) => code === 'yaml-syntax')) return;
    yield {
      at: first.keySpan,
      message:
        'Without a name the project is called after its folder: in another one its volumes and containers are others.',
      fixes: () => named(doc),
    };
  },
});

function named(doc: ComposeDocument): readonly Fix[] {
  const [root] = doc.roots;
  const folder = /([^/]+)\/[^/]*$/.exec(doc.path ?? '')?.[1] ?? '';
  // As Compose makes a name of a folder (compose-go, loader/loader.go).
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
  const text = `name: ${/^[a-z]/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(name) ? name : 'my-project'}`;
  const start = root?.entries[0]?.keySpan.start;
  if (root === undefined || root.flow || start === undefined || columnOf(doc.source, start) > 0) return [];
  const edits = [{ span: { start, end: start }, text: `${text}${doc.source.eol}` }];
  return [{ title: `Add ${text}`, safety: 'suggestion', edits: () => edits }];
}
