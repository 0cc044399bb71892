import { baseNames, overrideNames } from '../../engine/compose/project/discover.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'shadowed-compose-file',
  language: 'compose',
  title: 'Keep one Compose file of a kind in a folder',
  severity: 'warning',
  profile: 'recommended',
  guide: 'override-files',
  link: 'https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file',
  tags: ['files'],
  equivalents: {},
  fixes: [],

  facts: projectQueries,

  *check(doc, { facts }) {
    const { own, role } = projectView(doc, facts);
    const names = [baseNames, overrideNames].find((list) => list.includes(own));
    const first = doc.roots[0]?.entries[0];
    // What includes, extends or lists it reads it all the same.
    if (names === undefined || first === undefined || role === 'included') return;
    if (facts.read('.env')?.includes('COMPOSE_FILE') === true) return;
    const other = names.slice(0, names.indexOf(own)).find((name) => facts.presence(name) === 'present');
    if (other === undefined || [other, 'devcontainer.json'].some((name) => facts.read(name)?.includes(own))) return;
    yield {
      at: first.keySpan,
      message: `Compose reads ${other} beside this file and passes over this one, unless a command names it.`,
    };
  },
});
