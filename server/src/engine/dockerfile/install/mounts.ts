import { withoutSlashes } from '../../text/paths.js';
import { expandText } from '../model/expand.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

const none: readonly never[] = [];

/** A `--mount` of a RUN that keeps files out of the layer. */
export interface TransientMount {
  readonly type: 'cache' | 'tmpfs';
  /** Variables expanded; as written where `known` is false. */
  readonly target: string;
  /** False where only the build knows the target. */
  readonly known: boolean;
}

/**
 * Cache and tmpfs mounts of a RUN; both keep what is written below their target out of the image. Without `doc` a target
 * with a variable is not known. Never throws.
 */
export function transientMounts(run: Instruction, doc?: DockerfileDocument): readonly TransientMount[] {
  if (run.flags.length === 0) return none;
  return run.flags
    .filter((flag) => flag.name === 'mount')
    .flatMap(({ options }) => {
      const option = (...names: readonly string[]) => options.find(({ name }) => names.includes(name))?.value;
      const type = option('type');
      const target = option('target', 'dst', 'destination');
      return (type === 'cache' || type === 'tmpfs') && target !== undefined
        ? [{ type, ...expanded(target, run, doc) }]
        : [];
    });
}

/** Docker expands the target of a mount (frontend/dockerfile/instructions/commands_runmount.go). */
function expanded(text: string, run: Instruction, doc?: DockerfileDocument): Pick<TransientMount, 'target' | 'known'> {
  if (!text.includes('$')) return { target: text, known: true };
  if (doc === undefined) return { target: text, known: false };
  const scope = doc.scopeAt(run);
  const valueOf = (name: string) => {
    const value = scope.get(name)?.value;
    return value === undefined ? 'unknown' : { value };
  };
  const { value, known } = expandText(text, valueOf, { escape: doc.syntax.escape });
  return { target: known ? value : text, known };
}

/**
 * Whether a transient mount holds `path` (it or a folder around it or, as people write it, a part of it); also where
 * the target is not known and may. Never throws.
 */
export function mountHolds(run: Instruction, path: string, doc?: DockerfileDocument): boolean {
  return transientMounts(run, doc).some(({ target, known }) => {
    if (!known) return true;
    const folder = withoutSlashes(target);
    return folder !== '' && (path === folder || path.startsWith(`${folder}/`) || folder.includes(path));
  });
}
