import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands, spanIn } from '../../engine/shell/commandSites.js';
import type { Word } from '../../engine/shell/unbash/nodes.js';

const mode = /^(?:-[a-zA-Z]*m.*|--mode(?:=.*)?)$/;

export default defineShellRule({
  id: 'mkdir-mode-with-parents',
  title: 'Set the mode of every folder that mkdir -p makes',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2174',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2174'] },
  fixes: [],

  problems: function* ({ tree }) {
    for (const { site, name, args } of namedCommands(tree)) {
      if (name !== 'mkdir' || !args.some(({ value }) => /^(?:-[a-zA-Z]*p|--parents$)/.test(value))) continue;
      const flag = args.find(({ value }) => mode.test(value));
      if (flag === undefined || !foldersOf(args).some(isDeep)) continue;
      yield {
        ...spanIn(site, flag),
        message: 'Only the last folder gets this mode; the ones that -p makes above it get the usual one.',
      };
    }
  },
});

function foldersOf(args: readonly Word[]): readonly Word[] {
  return args.filter(({ value }, i) => {
    const before = args[i - 1]?.value ?? '';
    return !value.startsWith('-') && !/^(?:-[a-zA-Z]*m|--mode)$/.test(before);
  });
}

/** Has folders above it that may have to be made. */
function isDeep({ value, parts }: Word): boolean {
  return parts === undefined ? /[^/]\/|^\/./.test(value.replace(/^(?:\.\.?\/)+/, '').replace(/\/$/, '')) : true;
}
