import { splitEnv } from '../../engine/dockerfile/variables/splitEnv.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'same-statement-env-reference',
  language: 'dockerfile',
  title: 'Set a variable in an ENV above the one that reads it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',
  tags: ['variables'],
  equivalents: { hadolint: ['DL3044'] },
  differs: {
    DL3044:
      'Quotes, escapes and the scope of each stage count, and so do ONBUILD and modifiers such as ${NAME%.*}; a default in ${NAME:-…} says that the variable may not be set.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const env of doc.byKeyword('ENV')) {
      const { pairs } = env;
      if (pairs.length < 2) continue;
      const set = new Map(pairs.map((pair, index) => [pair.key.value, { pair, index }]));
      const scope = doc.scopeAt(env);
      for (const [index, { key, value }] of pairs.entries()) {
        for (const { name, nameSpan, operator } of value?.variables ?? []) {
          const other = set.get(name);
          if (other === undefined || name === key.value || (operator !== undefined && /[-+]$/.test(operator))) continue;
          if (scope.get(name)?.declaration !== undefined) continue;
          const edits = other.index < index ? splitEnv(doc, env, index) : undefined;
          yield {
            at: nameSpan,
            message: `${name} is set only behind this ENV, so ${key.value} gets what it was before: nothing; set it in an ENV of its own above.`,
            ...(env.parent === undefined ? {} : { equivalents: {} }),
            related: [{ at: other.pair.span, message: `${name} is set here.` }],
            fixes:
              edits === undefined
                ? []
                : [
                    {
                      title: `Start a new ENV at ${key.value} (it then gets the value of ${name})`,
                      safety: 'unsafe',
                      edits: () => edits,
                    },
                  ],
          };
        }
      }
    }
  },
});
