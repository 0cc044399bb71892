import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Level, LevelResult } from './levels.js';
import { run } from './process.js';

/**
 * The project's own cases, by hadolint, BuildKit and ShellCheck. A tool that cannot be had here is told and left out: only
 * what one of them says against us fails.
 */
export const conformance: Level = {
  name: 'conformance with the real tools',
  run: async () => {
    const file = join(process.cwd(), 'out', 'conformance.json');
    rmSync(file, { force: true });
    const { output } = await run('node', ['server/tools/run.mjs', 'conformance', '--tests', file]);
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as LevelResult;
    } catch {
      return { tests: [{ title: 'the comparison runs to its end', passed: false, error: output }] };
    }
  },
};
