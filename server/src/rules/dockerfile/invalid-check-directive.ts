import { defineRule } from '../../engine/rule.js';
import { checkFault } from '../../engine/suppress/checkOptions.js';

export default defineRule({
  id: 'invalid-check-directive',
  language: 'dockerfile',
  title: 'Write the check directive as Docker reads it',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#parser-directives',
  link: 'https://docs.docker.com/reference/dockerfile/#check',
  tags: ['syntax', 'suppression'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const fault = checkFault(doc);
    if (fault === undefined) return;
    const { at, message, instead, refused } = fault;
    yield {
      at,
      message: `${message}.`,
      severity: refused ? 'error' : 'warning',
      fixes:
        instead === undefined
          ? []
          : [
              {
                title: instead === '' ? 'Remove the blank' : `Change to ${instead}`,
                safety: 'suggestion',
                edits: () => [{ span: at, text: instead }],
              },
            ],
    };
  },
});
