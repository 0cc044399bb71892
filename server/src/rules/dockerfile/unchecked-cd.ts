import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { namedCommands } from '../../engine/shell/commandSites.js';
import { stopsAtFailure } from '../../engine/shell/errexit.js';
import { isTested } from '../../engine/shell/tested.js';

const names: ReadonlySet<string> = new Set(['cd', 'pushd', 'popd']);
/** These folders are there. */
const sure = /^(?:\.{1,2}\/?)+$/;

export default defineShellRule({
  id: 'unchecked-cd',
  title: 'Stop when cd fails',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2164',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2164'] },
  fixes: ['unsafe'],

  problems: function* ({ tree }) {
    if (stopsAtFailure(tree)) return;
    for (const { site, name, args } of namedCommands(tree)) {
      if (!names.has(name) || isTested(site)) continue;
      if (name === 'cd' && args.length === 1 && sure.test(args[0]?.value ?? '')) continue;
      const { node, start, exact } = site;
      const end = exact ? (args.at(-1) ?? node.name ?? node).end : site.end;
      const listed = site.parent?.node.type === 'Statement';
      yield {
        start,
        end,
        message: `When ${name} fails, the commands that follow run in the wrong folder.`,
        fixes:
          exact && listed
            ? [
                {
                  title: 'Stop when it fails (the build may then fail)',
                  safety: 'unsafe',
                  edits: [{ start: node.end, end: node.end, text: ' || exit', behind: true }],
                },
              ]
            : [],
      };
    }
  },
});
