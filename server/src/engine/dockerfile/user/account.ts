import { suggestedUser, userRecipe } from '../../images/users.js';
import { operands } from '../../shell/options.js';
import type { DockerfileDocument, Stage } from '../model/types.js';

/** The user that a stage should run as, and how it comes into being. */
export interface NonRootAccount {
  /** What stands behind USER. */
  readonly user: string;
  /** What stands behind --chown=; undefined on Windows. */
  readonly owner: string | undefined;
  /** Text of a RUN that makes the user; undefined when it is there already or needs no entry. */
  readonly create: string | undefined;
  /** The stage has a shell for `chown`. */
  readonly shell: boolean;
}

const optionsWithValue = [
  ...['-u', '--uid', '-g', '--gid', '-G', '--groups', '--ingroup', '-s', '--shell', '-d', '--home', '--home-dir', '-b'],
  ...['-c', '--comment', '--gecos', '-h', '-k', '--skel', '-p', '--password', '-K'],
];

/**
 * The account for a stage: one that the file itself makes, else one that the image brings, else a new one by the
 * image's family, else a numeric id, which works in any Linux image. Never throws.
 */
export function nonRootAccount(doc: DockerfileDocument, stage: Stage): NonRootAccount {
  const { known } = stage;
  if (stage.os === 'windows') return { user: 'ContainerUser', owner: undefined, create: undefined, shell: false };
  const shell =
    known === undefined
      ? stage.base.kind !== 'image' || stage.baseImage?.familiar !== 'scratch'
      : known.shells.length > 0;
  const made = madeUser(doc, stage);
  if (made !== undefined) return { user: made, owner: `${made}:`, create: undefined, shell };
  const brought = known?.availableUser;
  if (brought !== undefined) {
    const { name } = brought;
    return { user: name, owner: `${name}:${name}`, create: undefined, shell };
  }
  const recipe = userRecipe(known?.family, known?.packageManager);
  const { name, uid, gid } = suggestedUser;
  return {
    user: recipe.user(name, uid, gid),
    owner: recipe.owner?.(name, uid, gid),
    create: recipe.create?.(name, uid, gid),
    shell,
  };
}

/** The last user that a RUN of the stage or of a parent stage adds with useradd or adduser. */
function madeUser(doc: DockerfileDocument, stage: Stage): string | undefined {
  for (let at: Stage | undefined = stage; at !== undefined; at = at.parent) {
    const names = at.instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((run) => doc.commandsOf(run))
      .flatMap((command) => {
        if (command.name !== 'useradd' && command.name !== 'adduser') return [];
        const words = operands(command, optionsWithValue);
        // `adduser USER GROUP` puts an existing user into a group.
        const word = command.name === 'useradd' ? words.at(-1) : words[0];
        return word?.literal === true && /^[a-z_][\w-]*$/.test(word.value) && word.value !== 'root' ? [word.value] : [];
      });
    const last = names.at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}
