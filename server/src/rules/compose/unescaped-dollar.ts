import { dotenvQueries } from '../../engine/compose/variables/dotenvFiles.js';
import { literalDollars, type LiteralDollar } from '../../engine/compose/variables/literal.js';
import { interpolationsOf } from '../../engine/compose/walk.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unescaped-dollar',
  language: 'compose',
  title: 'Write $$ for a dollar of its own',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/interpolation/',
  tags: ['variables'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc) => (interpolationsOf(doc).length === 0 ? [] : dotenvQueries),

  *check(doc, { facts }) {
    for (const literal of literalDollars(doc, facts)) {
      const { at, node, dollars } = literal;
      yield {
        at,
        message: messageOf(literal),
        fixes: () =>
          node.sharedBy !== undefined
            ? []
            : {
                title: dollars.length > 1 ? 'Write $$ for each dollar' : 'Write $$ for the dollar',
                safety: 'suggestion',
                edits: () => dollars.map((start) => ({ span: { start, end: start }, text: '$' })),
              },
      };
    }
  },
});

function messageOf({ reason, name: written }: LiteralDollar): string {
  const name = shown(written);
  switch (reason) {
    case 'hash':
      return `Compose takes $${name} in this hash for a variable and puts its value there; write each dollar twice.`;
    case 'shell':
      return `Compose puts in a variable ${name} of its own before the shell that sets ${name} starts; write $$ for the shell's.`;
    case 'environment':
      return `Compose looks for ${name} outside the container, where only the service sets it; write $$ for the container's.`;
    case 'dockerfile':
      return `Compose puts in a variable ${name} of its own before the Dockerfile that sets ${name} is read; write $$ for the Dockerfile's.`;
    case 'nginx':
      return `Compose puts in a variable ${name} of its own where nginx has one; write $$ for nginx's.`;
    case 'password':
      return `Compose takes $${name} for a variable, so this value is not what it looks like; write $$ for a dollar.`;
  }
}
