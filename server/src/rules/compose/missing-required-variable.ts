import { fixesOf } from '../../engine/compose/variables/fixes.js';
import { lackingVariables, variableFacts } from '../../engine/compose/variables/lacking.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-required-variable',
  language: 'compose',
  title: 'Set the variables that Compose must have',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/interpolation/',
  tags: ['variables'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: variableFacts,

  *check(doc, { facts }) {
    for (const lacking of lackingVariables(doc, facts)) {
      const { node, part, required, near, file, again } = lacking;
      if (!required || (again && near === undefined)) continue;
      const name = shown(part.name);
      yield {
        at: node.text.span(part.start, part.end),
        message:
          near === undefined
            ? `${file} gives ${name} no value, so Compose refuses to start unless the shell has it.`
            : `Nothing sets ${name}, so Compose refuses to start; did you mean ${shown(near)} of ${file}?`,
        ...(near === undefined ? { severity: 'info' } : {}),
        fixes: () => fixesOf(lacking, facts),
      };
    }
  },
});
