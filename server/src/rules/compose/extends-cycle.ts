import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'extends-cycle',
  language: 'compose',
  title: 'Let no service extend itself',
  severity: 'error',
  profile: 'recommended',
  guide: 'override-files',
  link: 'https://docs.docker.com/reference/compose-file/services/#extends',
  tags: ['files'],
  equivalents: {},
  fixes: [],

  facts: projectQueries,

  *check(doc, { facts }) {
    const { problems, own, services } = projectView(doc, facts);
    for (const problem of problems) {
      if (problem.kind !== 'extends-cycle') continue;
      const { chain } = problem;
      // The circle closes here, or leads through this file on its way.
      const service = problem.file === own ? problem.service : chain.find(({ file }) => file === own)?.service;
      const entry = service === undefined ? undefined : services.get(service)?.here('extends').at(-1);
      const value = entry?.value;
      if (entry === undefined || value === undefined) continue;
      const isSpread = chain.some(({ file }) => file !== own);
      const names = chain.map(({ file, service }) =>
        isSpread ? `${shown(service)} in ${shown(file)}` : shown(service),
      );
      const path = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names;
      yield {
        at: (value.kind === 'map' ? (value.get('service') ?? value) : value).span,
        message:
          chain.length === 2
            ? `${shown(service ?? '')} extends itself, so Compose refuses the file.`
            : `These services extend one another in a circle, so Compose refuses the file: ${path.join(' → ')}.`,
        owner: entry.span,
      };
    }
  },
});
