import type { DockerfileDocument, Stage } from '../model/types.js';
import { stageChain } from '../stages/chain.js';
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

/** Programs that start another as a given user: installed for an entry point that gives up root with them. */
const switchers = /^(?:gosu|su-exec|s6-setuidgid|setuidgid|chpst)(?:$|[-=~<>@])/;
/** Servers whose master process serves from unprivileged workers, as the table of images has it. */
const masters = /^(?:nginx|httpd(?:-foreground)?)$/;
const starters = /^(?:setpriv|runuser|su|sudo)$/;

/**
 * Whether the container gives up root by itself: by the image's own entry point where the file leaves it in place, or by
 * an entry point of the file's own that plainly does, or has gosu or su-exec for it. Never throws.
 */
export function givesUpRoot(doc: DockerfileDocument, stage: Stage): boolean {
  const { entrypoint, cmd } = stage;
  const drops = stage.known?.dropsPrivileges === true;
  if (drops && entrypoint === undefined) return true;
  const start = [entrypoint, cmd].flatMap((i) => (i === undefined ? [] : doc.commandsOf(i)));
  if (drops && start.some(({ name = '' }) => masters.test(name))) return true;
  if (start.some(({ name = '' }) => switchers.test(name) || starters.test(name))) return true;
  return entrypoint !== undefined && stageChain(stage).some((each) => hasSwitcher(doc, each));
}

function hasSwitcher(doc: DockerfileDocument, { instructions }: Stage): boolean {
  return instructions.some((instruction) => {
    const { keyword, words } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD') return words.some(({ value }) => switchers.test(baseName(value)));
    if (keyword !== 'RUN') return false;
    return doc
      .commandsOf(instruction)
      .some((command) => command.words.some(({ value }) => switchers.test(baseName(value))));
  });
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
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
