import { dockerfileFacts, hasDockerfile, buildsOf } from '../../engine/compose/files/builds.js';
import { meantFile, meantFileFacts } from '../../engine/compose/files/dockerfilePath.js';
import { homeList, homeQueries, ignoredFacts, isAlone, isHome, isIgnored } from '../../engine/compose/files/paths.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-dockerfile',
  language: 'compose',
  title: 'Build with a Dockerfile that is there',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/build/#dockerfile',
  tags: ['build', 'files'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc, known) => [
    ...dockerfileFacts(buildsOf(doc)),
    ...buildsOf(doc).flatMap((one) =>
      hasDockerfile(one, known) === false
        ? [...homeQueries(doc, known), homeList, ...ignoredFacts(doc, one.dockerfile ?? ''), ...meantFileFacts(one)]
        : [],
    ),
  ],

  *check(doc, { facts }) {
    for (const one of buildsOf(doc)) {
      const { dockerfile, context = '', build, service, at } = one;
      if (dockerfile === undefined || hasDockerfile(one, facts) !== false || !isHome(doc, facts) || isAlone(facts))
        continue;
      // Without the folder another rule speaks, and an empty one may be a module that was not fetched.
      if ((facts.list(context === '' ? '.' : context) ?? []).length === 0) continue;
      const meant = meantFile(doc, one, facts);
      yield {
        at: build.dockerfile?.span ?? at,
        message:
          `There is no ${shown(dockerfile)}, so the build of ${shown(service.name)} fails` +
          (meant === undefined ? '.' : `; ${meant.hint}`),
        ...(isIgnored(doc, dockerfile, facts) ? { severity: 'info' } : {}),
        fixes: () => meant?.fixes() ?? [],
      };
    }
  },
});
