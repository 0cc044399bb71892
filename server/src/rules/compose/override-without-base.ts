import { overrideNames } from '../../engine/compose/project/discover.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { languageOfName } from '../../engine/language.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'override-without-base',
  language: 'compose',
  title: 'Keep an override file beside the file that it changes',
  severity: 'warning',
  profile: 'recommended',
  guide: 'override-files',
  link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  tags: ['files'],
  equivalents: {},
  fixes: [],

  facts: (doc, known) => (isOverride(doc) ? [{ kind: 'list', path: '.' }, ...projectQueries(doc, known)] : []),

  *check(doc, { facts }) {
    const first = doc.roots[0]?.entries[0];
    if (!isOverride(doc) || first === undefined || facts.read('.env')?.includes('COMPOSE_FILE') === true) return;
    const { own, role } = projectView(doc, facts);
    // Where another Compose file lies beside it, somebody may name both.
    const files = facts.list('.');
    if (role !== 'apart' || files === undefined) return;
    if (files.some((name) => name !== own && (name === 'devcontainer.json' || languageOfName(name) === 'compose')))
      return;
    yield {
      at: first.keySpan,
      message: 'Compose lays this file over a compose.yaml beside it; there is none, so it is never read by itself.',
    };
  },
});

function isOverride({ path }: ComposeDocument): boolean {
  return path !== undefined && overrideNames.includes(path.slice(path.lastIndexOf('/') + 1));
}
