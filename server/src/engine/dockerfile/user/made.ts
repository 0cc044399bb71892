import { memoised } from '../../memo.js';
import { flagValue } from '../../shell/options.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { stageChain } from '../stages/chain.js';
import type { Instruction } from '../syntax/types.js';
import { accountName, accountOptions } from './account.js';

/** A user that a RUN adds. */
export interface MadeUser {
  readonly name: string;
  /** As given with `-u` or `--uid`; undefined where the system chooses, or a variable does. */
  readonly uid: string | undefined;
  readonly run: Instruction;
}

/** Users that useradd and adduser add in each stage, in the order of the text. Never throws. */
const madeUsers = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, readonly MadeUser[]> => {
  const made = new Map<Stage, MadeUser[]>();
  for (const effective of doc.runsOf('useradd', 'adduser')) {
    const { instruction: run } = effective.command;
    const stage = doc.stageOf(run);
    const name = accountName(effective);
    if (stage === undefined || name === undefined) continue;
    const given = flagValue(effective, { short: 'u', long: ['uid'] }, accountOptions)?.value;
    const uid = given !== undefined && /^\d+$/.test(given) ? given : undefined;
    const own = made.get(stage) ?? [];
    made.set(stage, own);
    own.push({ name, uid, run });
  }
  return made;
});

/** The RUN of a stage, or of a stage that it is built from, that adds a user; undefined when none does. Never throws. */
export function madeUser(doc: DockerfileDocument, stage: Stage, name: string): MadeUser | undefined {
  for (const each of stageChain(stage)) {
    const made = madeUsers(doc)
      .get(each)
      ?.findLast((user) => user.name === name);
    if (made !== undefined) return made;
  }
  return undefined;
}
