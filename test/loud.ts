import type { LintOptions } from '../server/src/engine/report.js';

/** For the options of a run: a rule that throws makes the test fail, also when its fixes are asked for. */
export const loud: Pick<LintOptions, 'onFailure'> = {
  onFailure: ({ rule, error }) => {
    throw new Error(`${rule}: ${error}`);
  },
};
