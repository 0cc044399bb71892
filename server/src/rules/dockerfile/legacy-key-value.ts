import { legacyMeaning, withEquals, type LegacyMeaning } from '../../engine/dockerfile/edit/legacyPair.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'legacy-key-value',
  language: 'dockerfile',
  title: 'Write key=value in ENV and LABEL',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/build-checks/legacy-key-value-format/',
  tags: ['syntax'],
  equivalents: { buildkit: ['LegacyKeyValueFormat'] },
  differs: { LegacyKeyValueFormat: 'A trigger behind ONBUILD is told too.' },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const instruction of [...doc.byKeyword('ENV'), ...doc.byKeyword('LABEL')]) {
      for (const pair of instruction.pairs) {
        const { key, value, legacy, span } = pair;
        if (!legacy || value === undefined) continue;
        const meaning = legacyMeaning(instruction, value);
        const name = shown(key.text);
        yield {
          at: span,
          message: messages[meaning](name, shown(value.text)),
          fixes: () => fixFrom(withEquals(doc, instruction, pair, meaning), titles[meaning](name)),
          // BuildKit sees a trigger in the build of another image.
          ...(instruction.parent !== undefined && { equivalents: { buildkit: [] } }),
        };
      }
    }
  },
});

const messages: Readonly<Record<LegacyMeaning, (name: string, value: string) => string>> = {
  pair: (name) =>
    `Without an equals sign all that follows ${name} is one value, which Docker no longer recommends; write ${name}=….`,
  spaced: (name, value) => `Blanks around the equals sign make it part of the value, so ${name} is “${value}”.`,
  several: (name) =>
    `Without an equals sign the lines below are part of the value of ${name} and no variables of their own.`,
};

const titles: Readonly<Record<LegacyMeaning, (name: string) => Pick<Fix, 'title' | 'safety'>>> = {
  pair: (name) => ({ title: `Write ${name}=…`, safety: 'safe' }),
  spaced: (name) => ({ title: `Write ${name}=… (the value loses its equals sign)`, safety: 'unsafe' }),
  several: () => ({ title: 'Make each line a variable of its own (the first loses the others)', safety: 'unsafe' }),
};
