import type { DockerfileDocument, Stage } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/** Who a USER instruction names, expanded and without its group; undefined when only known at build time. */
export function userName(doc: DockerfileDocument, user: Instruction): string | undefined {
  const word = user.words[0];
  if (word === undefined) return undefined;
  const { value, known } = doc.expand(word, user);
  return known ? value.split(':')[0] : undefined;
}

/** Whether a user has all rights: root or 0 on Linux, ContainerAdministrator on Windows. */
export function isPrivileged(name: string): boolean {
  return name === 'root' || /^0+$/.test(name) || name.toLowerCase() === 'containeradministrator';
}

/** Whether the image's own entry point gives up root, and the file leaves that entry point in place. */
export function givesUpRoot(stage: Stage): boolean {
  return stage.known?.dropsPrivileges === true && stage.entrypoint === undefined;
}

/** A user without special rights whom the stage, a parent stage or the base image chose before `user`. */
export function formerUser(doc: DockerfileDocument, stage: Stage, user: Instruction): string | undefined {
  for (let at: Stage | undefined = stage; at !== undefined; at = at.parent) {
    const former = at.instructions.findLast((i) => {
      if (i.keyword !== 'USER' || i.index >= user.index) return false;
      const name = userName(doc, i);
      return name !== undefined && !isPrivileged(name);
    });
    if (former !== undefined) return former.body.text;
  }
  const brought = stage.known?.defaultUser;
  return brought === undefined || isPrivileged(brought) ? undefined : brought;
}
