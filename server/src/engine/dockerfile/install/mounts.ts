import { withoutSlashes } from '../../text/paths.js';
import type { Instruction } from '../syntax/types.js';

const none: readonly never[] = [];

/** A `--mount` of a RUN that keeps files out of the layer. */
export interface TransientMount {
  readonly type: 'cache' | 'tmpfs';
  readonly target: string;
}

/** Cache and tmpfs mounts of a RUN; both keep what is written below their target out of the image. */
export function transientMounts(run: Instruction): readonly TransientMount[] {
  if (run.flags.length === 0) return none;
  return run.flags
    .filter((flag) => flag.name === 'mount')
    .flatMap(({ options }) => {
      const option = (...names: readonly string[]) => options.find(({ name }) => names.includes(name))?.value;
      const type = option('type');
      const target = option('target', 'dst', 'destination');
      return (type === 'cache' || type === 'tmpfs') && target !== undefined ? [{ type, target }] : [];
    });
}

/** Whether a transient mount holds `path` (it or a folder around it or, as people write it, a part of it). */
export function mountHolds(run: Instruction, path: string): boolean {
  return transientMounts(run).some(({ target }) => {
    const folder = withoutSlashes(target);
    return folder !== '' && (path === folder || path.startsWith(`${folder}/`) || folder.includes(path));
  });
}
