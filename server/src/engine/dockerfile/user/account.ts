import { suggestedUser, userRecipe } from '../../images/users.js';
import { operands } from '../../shell/options.js';
import type { Command, DockerfileDocument, Stage } from '../model/types.js';
import { stageChain } from '../stages/chain.js';
import type { Instruction } from '../syntax/types.js';

/** The user that a stage should run as, and how it comes into being. */
export interface NonRootAccount {
  /** What stands behind USER. */
  readonly user: string;
  /** What stands behind `chown`; undefined on Windows. */
  readonly owner: string | undefined;
  /** What stands behind --chown=, which knows no `user:`; undefined on Windows. */
  readonly chown: string | undefined;
  /** The RUN that makes the user; earlier copies cannot name it. */
  readonly madeBy: Instruction | undefined;
  /** Text of a RUN that makes the user; undefined when it is there already or needs no entry. */
  readonly create: string | undefined;
  /** The stage has a shell for `chown`. */
  readonly shell: boolean;
}

/** Options of useradd and adduser that take the next word. */
export const accountOptions: readonly string[] = [
  ...['-u', '--uid', '-g', '--gid', '-G', '--groups', '--ingroup', '-s', '--shell', '-d', '--home', '--home-dir', '-b'],
  ...['-c', '--comment', '--gecos', '-h', '-k', '--skel', '-p', '--password', '-K'],
];

/**
 * The account for a stage: one that the file itself makes, else one that the image brings, else a new one by the
 * image's family, else a numeric id, which works in any Linux image. Never throws.
 */
export function nonRootAccount(doc: DockerfileDocument, stage: Stage): NonRootAccount {
  const { known } = stage;
  const none = { owner: undefined, chown: undefined, madeBy: undefined, create: undefined };
  if (stage.os === 'windows') return { ...none, user: 'ContainerUser', shell: false };
  const shell =
    known === undefined
      ? stage.base.kind !== 'image' || stage.baseImage?.familiar !== 'scratch'
      : known.shells.length > 0;
  const made = madeUser(doc, stage);
  if (made !== undefined) {
    return { ...none, user: made.name, owner: `${made.name}:`, chown: made.name, madeBy: made.run, shell };
  }
  const brought = known?.availableUser;
  if (brought !== undefined) {
    const owner = `${brought.name}:${brought.name}`;
    return { ...none, user: brought.name, owner, chown: owner, shell };
  }
  const recipe = userRecipe(known?.family, known?.packageManager);
  const { name, uid, gid } = suggestedUser;
  const owner = recipe.owner?.(name, uid, gid);
  const create = recipe.create?.(name, uid, gid);
  return { ...none, user: recipe.user(name, uid, gid), owner, chown: owner, create, shell };
}

/** The last user that a RUN of the stage or of a parent stage adds with useradd or adduser. */
function madeUser(doc: DockerfileDocument, stage: Stage): { name: string; run: Instruction } | undefined {
  for (const { instructions } of stageChain(stage)) {
    const made = instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((run) => doc.commandsOf(run).map((command) => ({ name: accountName(command), run })))
      .findLast((entry): entry is { name: string; run: Instruction } => entry.name !== undefined);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** The user that a useradd or adduser makes; undefined for another command, root, or a name that is not plain. Never throws. */
export function accountName(command: Pick<Command, 'name' | 'args'>): string | undefined {
  if (command.name !== 'useradd' && command.name !== 'adduser') return undefined;
  const words = operands(command, accountOptions);
  // `adduser USER GROUP` puts an existing user into a group.
  const word = command.name === 'useradd' ? words.at(-1) : words[0];
  const plain = word?.literal === true && /^[a-z_][\w-]*$/.test(word.value) && word.value !== 'root';
  return plain ? word.value : undefined;
}
