import { buildsOf, dockerfileFacts, dockerfileOf, isUsual } from '../../engine/compose/files/builds.js';
import { renamed } from '../../engine/compose/files/listed.js';
import { nearest } from '../../engine/didYouMean.js';
import { defineRule } from '../../engine/rule.js';
import { enumerated, shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-build-target',
  language: 'compose',
  title: 'Build a stage that the Dockerfile has',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/build/#target',
  tags: ['build', 'references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc) => dockerfileFacts(buildsOf(doc).filter(({ build }) => build.target?.value !== undefined)),

  *check(doc, { facts }) {
    for (const one of buildsOf(doc)) {
      const { target, map } = one.build;
      const name = target?.value;
      if (target === undefined || name === undefined || name === '') continue;
      const file = dockerfileOf(doc, one, facts);
      if (file === undefined || !isUsual(file)) continue;
      const names = file.stages.flatMap(({ alias }) => alias?.value ?? []);
      const isStage = file.stages.some((stage) => stage.name === name.toLowerCase() || String(stage.index) === name);
      if (isStage) continue;
      const guess = nearest(name, names);
      const which = names.length === 0 ? 'names no stage' : `has the stages ${enumerated(names)}`;
      yield {
        at: target.span,
        message:
          `No stage of the Dockerfile is called ${shown(name)}, so the build of ${shown(one.service.name)} fails; ` +
          (guess === undefined ? `it ${which}.` : `did you mean ${shown(guess)}?`),
        fixes: () => (guess === undefined ? [] : renamed(doc, map?.get('target'), target.span, name, guess)),
      };
    }
  },
});
