import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Linter } from '../../server/src/engine/lint.js';
import type { ScriptRemark } from '../../server/src/engine/scripts.js';
import { readReport } from '../../server/src/engine/shell/shellcheck/report.js';
import { ShellCheckRunner } from '../../server/src/node/shellcheck.js';
import { rules } from '../../server/src/rules/index.js';
import { examplesOf } from '../rules/blocks.js';
import { firstScript } from '../rules/scripts.js';

const program = process.env['SHELLCHECK'] ?? 'shellcheck';
const isThere = spawnSync(program, ['--version'], { shell: false }).status === 0;
const page = readFileSync(join(import.meta.dirname, '../../docs/rules/dockerfile/shell-script-problem.md'), 'utf8');
const answered = examplesOf(page, 'dockerfile').filter(({ shellCheck }) => shellCheck !== undefined);
const linter = new Linter(rules);
const places = (remarks: readonly ScriptRemark[]): readonly string[] =>
  remarks.map(({ code, line, column, endColumn, message }) => `${line}:${column}-${endColumn} ${code} ${message}`);

describe('the page of shell-script-problem', () => {
  it.each(answered.map((example) => [example.title, example] as const))(
    'has the words of ShellCheck: %s',
    async (_, example) => {
      if (!isThere) {
        console.log(
          `Not compared: there is no ShellCheck (${program}); its path may stand in the variable SHELLCHECK.`,
        );
        return;
      }
      const query = firstScript(linter, 'dockerfile', example);
      if (query === undefined) throw new Error('There is no shell text.');
      const outcome = await new ShellCheckRunner(60_000).check(program, query);
      if ('failure' in outcome) throw new Error(outcome.failure);
      expect(places(outcome.remarks)).toEqual(places(readReport(example.shellCheck ?? '') ?? []));
    },
  );
});
