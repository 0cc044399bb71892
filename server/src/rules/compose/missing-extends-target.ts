import { renaming } from '../../engine/compose/missing.js';
import type { ExtendsProblem } from '../../engine/compose/project/extends.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { nearest } from '../../engine/didYouMean.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-extends-target',
  language: 'compose',
  title: 'Extend only services that are there',
  severity: 'error',
  profile: 'recommended',
  guide: 'override-files',
  link: 'https://docs.docker.com/reference/compose-file/services/#extends',
  tags: ['files'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: projectQueries,

  *check(doc, { facts }) {
    const { problems, own, all, files, services } = projectView(doc, facts);
    for (const problem of problems) {
      if (problem.kind !== 'missing-service' && problem.kind !== 'missing-extends-file') continue;
      const { node, chain } = problem;
      if (problem.file !== own) {
        // What an extended file extends: nobody may ever open that one.
        const service = files.has(problem.file) ? undefined : chain.findLast(({ file }) => file === own)?.service;
        const entry = service === undefined ? undefined : services.get(service)?.here('extends').at(-1);
        if (entry?.value === undefined || service === undefined) continue;
        const lacking = problem.kind === 'missing-service' ? `a service ${shown(problem.target)}` : shown(problem.path);
        const message = `In ${shown(problem.file)} ${shown(problem.service)} extends ${lacking}, which is not there, so Compose refuses what ${shown(service)} extends.`;
        yield { at: entry.value.span, message, owner: entry.span };
        continue;
      }
      const owner = services.get(problem.service)?.here('extends').at(-1)?.span ?? node.span;
      if (problem.kind === 'missing-extends-file') {
        const message = `There is no file ${shown(problem.path)}, so Compose refuses what ${shown(problem.service)} extends.`;
        yield { at: node.span, message, owner };
        continue;
      }
      const { target } = problem;
      const names = problem.known.filter((name) => problem.path !== '' || name !== problem.service);
      const guess = problem.known.length > most ? undefined : nearest(target, names);
      yield {
        at: node.span,
        message: `${reason(problem, problem.path === '' && all.has(target))}${guess === undefined ? '.' : `; did you mean ${shown(guess)}?`}`,
        owner,
        fixes: () => (guess === undefined ? [] : renaming(doc, { name: target, span: node.span, node }, guess)),
      };
    }
  },
});

/** With more names than these none is proposed. */
const most = 200;

type MissingService = ExtendsProblem & { readonly kind: 'missing-service' };

function reason({ target, path, known, service }: MissingService, isElsewhere: boolean): string {
  const name = shown(target);
  if (path !== '') {
    return known.length === 0
      ? `${shown(path)} has no services, so ${shown(service)} cannot extend one of them`
      : `${shown(path)} has no service ${name}, so Compose refuses what ${shown(service)} extends`;
  }
  return isElsewhere
    ? `Without a file, extends looks for ${name} only where it is written itself, and Compose does not find it there`
    : `No service is called ${name}, so Compose refuses what ${shown(service)} extends`;
}
