import { fixesOf } from '../../engine/compose/variables/fixes.js';
import { lackingVariables, variableFacts } from '../../engine/compose/variables/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unset-variable',
  language: 'compose',
  title: 'Use variables that are set',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/',
  tags: ['variables'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: variableFacts,

  *check(doc, { facts }) {
    for (const lacking of lackingVariables(doc, facts)) {
      const { node, part, required, near, file, again } = lacking;
      if (required || (again && near === undefined)) continue;
      const name = shown(part.name);
      yield {
        at: node.text.span(part.start, part.end),
        message:
          near === undefined
            ? `${file} does not set ${name} and nothing stands in for it, so Compose puts in an empty text unless the shell has it.`
            : `Nothing sets ${name}, so Compose puts in an empty text; did you mean ${shown(near)} of ${file}?`,
        ...(near === undefined ? { severity: 'info' } : {}),
        fixes: () => fixesOf(lacking, facts),
      };
    }
  },
});
