import type { Linter } from '../../server/src/engine/lint.js';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { scriptKey, scriptsFrom, type ScriptAnswers, type ScriptQuery } from '../../server/src/engine/scripts.js';
import { readReport } from '../../server/src/engine/shell/shellcheck/report.js';
import type { Language } from '../../server/src/engine/rule.js';
import type { Example } from './blocks.js';

/** The first shell text of an example that a program outside would check. */
export function firstScript(linter: Linter, language: Language, { text }: Example): ScriptQuery | undefined {
  return linter.scripts(linter.open(language, text), { config: defaultConfig(linter.rules) })[0];
}

/** The answer of an example, for its first shell text as the page has it and for no other. */
export function scriptsOf(linter: Linter, language: Language, example: Example): ScriptAnswers | undefined {
  if (example.shellCheck === undefined) return undefined;
  const query = firstScript(linter, language, example);
  const remarks = readReport(example.shellCheck);
  if (query === undefined || remarks === undefined)
    throw new Error('There is nothing that ShellCheck could have said.');
  return scriptsFrom(new Map([[scriptKey(query), remarks]]));
}
