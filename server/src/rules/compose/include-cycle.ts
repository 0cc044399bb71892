import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'include-cycle',
  language: 'compose',
  title: 'Let no file include itself',
  severity: 'error',
  profile: 'recommended',
  guide: 'override-files',
  link: 'https://docs.docker.com/reference/compose-file/include/',
  tags: ['files'],
  equivalents: {},
  fixes: [],

  facts: projectQueries,

  *check(doc, { facts }) {
    const { problems, own } = projectView(doc, facts);
    for (const problem of problems) {
      if (problem.kind !== 'include-cycle') continue;
      // The circle leads through this file.
      const here = problem.chain.find(({ file }) => file === own);
      if (here === undefined) continue;
      const files = [...problem.chain, ...problem.chain.slice(0, 1)].map(({ file }) => shown(file));
      const path = files.length > 8 ? [...files.slice(0, 4), '…', ...files.slice(-3)] : files;
      yield {
        at: here.node.span,
        message:
          files.length === 2
            ? 'This file includes itself, so Compose refuses it.'
            : `These files include one another in a circle, so Compose refuses them: ${path.join(' → ')}.`,
        owner: here.node.span,
      };
    }
  },
});
