import { buildsOf } from '../../engine/compose/files/builds.js';
import { renamed } from '../../engine/compose/files/listed.js';
import {
  folderOf,
  homeList,
  homeQueries,
  ignoredFacts,
  isAlone,
  isHome,
  isIgnored,
} from '../../engine/compose/files/paths.js';
import { nearest } from '../../engine/didYouMean.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-build-context',
  language: 'compose',
  title: 'Build from a folder that is there',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/build/#context',
  tags: ['build', 'files'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc, known) =>
    buildsOf(doc).flatMap(({ context }) => {
      if (context === undefined || context === '') return [];
      const more = [
        ...homeQueries(doc, known),
        homeList,
        ...ignoredFacts(doc, context),
        { kind: 'list', path: folderOf(context) } as const,
      ];
      return [{ kind: 'exists', path: context }, ...(known.presence(context) === 'absent' ? more : [])];
    }),

  *check(doc, { facts }) {
    for (const { context, at, node, build, service } of buildsOf(doc)) {
      if (context === undefined || facts.presence(context) !== 'absent' || !isHome(doc, facts) || isAlone(facts))
        continue;
      const name = context.slice(context.lastIndexOf('/') + 1);
      const folders = (facts.list(folderOf(context)) ?? []).flatMap((entry) =>
        entry.endsWith('/') ? [entry.slice(0, -1)] : [],
      );
      const guess = nearest(name, folders);
      const value = build.map === undefined ? node : build.map.get('context');
      yield {
        at,
        message:
          `There is no folder ${shown(context)} to build ${shown(service.name)} from, so its build fails` +
          (guess === undefined ? '.' : `; did you mean ${shown(guess)}?`),
        // A folder that is fetched or made on each machine.
        ...(isIgnored(doc, context, facts) ? { severity: 'info' } : {}),
        fixes: () => (guess === undefined ? [] : renamed(doc, value, at, name, guess)),
      };
    }
  },
});
