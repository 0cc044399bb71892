import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import type { CompoundList, Script, Statement } from '../../engine/shell/unbash/nodes.js';

/** So many commands in a row that append to one file. */
const many = 3;

export default defineShellRule({
  id: 'repeated-redirect',
  title: 'Open a file once for several commands',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2129',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2129'] },
  fixes: ['safe'],

  problems: function* ({ tree }) {
    for (const site of [...tree.of('Script'), ...tree.of('CompoundList')]) {
      for (const run of runsOf(site.node)) {
        const [first] = run;
        const last = run.at(-1);
        if (first === undefined || last === undefined) continue;
        const redirects = run.flatMap(({ redirect }) => (redirect === undefined ? [] : [redirect]));
        const alone = run.every(({ lone }) => lone) && redirects.length === run.length;
        const start = site.exact ? first.statement.pos : site.start;
        const end = site.exact ? last.statement.end : site.end;
        yield {
          start,
          end,
          message: `${run.length} commands in a row append to the same file; { …; } >> file opens it once.`,
          fixes:
            site.exact && alone
              ? [
                  {
                    title: 'Put the commands in { … }',
                    safety: 'safe',
                    edits: [
                      { start, end: start, text: '{ ' },
                      ...redirects.map(({ pos, end: to }) => ({ start: pos - 1, end: to, text: '' })),
                      { start: end, end, text: `; } >> ${first.target}`, behind: true },
                    ],
                  },
                ]
              : [],
        };
      }
    }
  },
});

interface Appended {
  readonly statement: Statement;
  readonly target: string;
  /** A plain `>> file` behind a blank, if the command ends with it. */
  readonly redirect: { readonly pos: number; readonly end: number } | undefined;
  readonly lone: boolean;
}

function runsOf({ commands }: Script | CompoundList): readonly (readonly Appended[])[] {
  const runs: Appended[][] = [];
  for (const statement of commands) {
    const appended = appendedOf(statement);
    const run = runs.at(-1);
    if (appended === undefined) runs.push([]);
    else if (run?.[0] !== undefined && run[0].target === appended.target) run.push(appended);
    else runs.push([appended]);
  }
  return runs.filter(({ length }) => length >= many);
}

function appendedOf(statement: Statement): Appended | undefined {
  const { command } = statement;
  if (command.type !== 'Command') return undefined;
  const redirect = command.redirects.find((each) => each.type === 'Redirect' && each.operator === '>>');
  if (redirect?.type !== 'Redirect' || redirect.target === undefined) return undefined;
  const lone = command.redirects.length === 1 && redirect.descriptor === undefined && redirect.end === statement.end;
  return { statement, target: redirect.target.text, redirect: lone ? redirect : undefined, lone };
}
