import { interpolationsOf } from '../../engine/compose/walk.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

/** So many are told in one text, where each says the same. */
const mostInText = 50;

export default defineRule({
  id: 'invalid-interpolation',
  language: 'compose',
  title: 'Write ${NAME} in a form that Compose knows',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference#variables',
  link: 'https://docs.docker.com/reference/compose-file/interpolation/',
  tags: ['variables'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const { node, template } of interpolationsOf(doc)) {
      for (const { start, end, within } of template.problems.slice(0, mostInText)) {
        const word = shown(template.text.slice(start, end));
        const when = within === undefined ? '' : ` whenever it needs what stands behind ${within.name}`;
        const dollar = node.text.span(start, start + 1);
        yield {
          at: node.text.span(start, end),
          message: `Compose cannot read ${word} and refuses the file${when}; a dollar of its own is written $$.`,
          ...(within === undefined ? {} : { severity: 'warning' }),
          fixes: () => {
            if (node.sharedBy !== undefined) return [];
            const [, name] = /^\$\{\s*([A-Za-z_]\w*)\s*\}$/.exec(template.text.slice(start, end)) ?? [];
            const [edit, title] =
              name === undefined
                ? [{ span: dollar, text: '$$' }, 'Write $$ for a dollar']
                : [{ span: node.text.span(start, end), text: `\${${name}}` }, 'Leave out the blanks'];
            return [{ title, safety: 'suggestion', edits: () => [edit] }];
          },
        };
      }
    }
  },
});
