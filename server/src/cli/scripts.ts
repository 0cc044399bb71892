import { availableParallelism } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import type { ScriptAnswers, ScriptOutcome, ScriptQuery, ScriptRemark } from '../engine/scripts.js';
import { scriptKey, scriptsFrom } from '../engine/scripts.js';
import { ShellCheckRunner } from '../node/shellcheck.js';

/** Processes at a time. */
const limit = Math.max(1, Math.min(4, availableParallelism()));

/** What the program of `--shellcheck` says of shell texts, each asked about once. */
export class Scripts {
  readonly #program: string;
  readonly #runner = new ShellCheckRunner();
  readonly #outcomes = new Map<string, ScriptOutcome>();
  readonly #failures = new Set<string>();
  #broken = false;

  /** A path is relative to `cwd`; a name without a folder is one on the PATH. */
  constructor(program: string, cwd: string) {
    this.#program = isAbsolute(program) || !/[/\\]/.test(program) ? program : resolve(cwd, program);
  }

  /** What went wrong, each the end of a sentence about the program. */
  get failures(): readonly string[] {
    return [...this.#failures];
  }

  /** Never rejects. */
  async answers(queries: readonly ScriptQuery[]): Promise<ScriptAnswers> {
    const waiting = queries.filter((query) => !this.#outcomes.has(scriptKey(query)));
    const worker = async (): Promise<void> => {
      for (let query = waiting.shift(); query !== undefined && !this.#broken; query = waiting.shift()) {
        const outcome = await this.#runner.check(this.#program, query);
        this.#outcomes.set(scriptKey(query), outcome);
        if (!('failure' in outcome)) continue;
        this.#failures.add(`${outcome.failure}; its checks of shell commands are left out`);
        this.#broken ||= outcome.lasting;
      }
    };
    await Promise.all(Array.from({ length: limit }, worker));
    const remarks = new Map<string, readonly ScriptRemark[]>();
    for (const query of queries) {
      const outcome = this.#outcomes.get(scriptKey(query));
      if (outcome !== undefined && 'remarks' in outcome) remarks.set(scriptKey(query), outcome.remarks);
    }
    return scriptsFrom(remarks);
  }
}
