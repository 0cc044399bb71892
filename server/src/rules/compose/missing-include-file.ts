import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-include-file',
  language: 'compose',
  title: 'Include only files that are there',
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
      if (problem.kind !== 'missing-include' || problem.file !== own) continue;
      const message = `There is no file ${shown(problem.path)}, so Compose refuses this one, which includes it.`;
      yield { at: problem.node.span, message, owner: doc.top('include')?.span ?? problem.node.span };
    }
  },
});
