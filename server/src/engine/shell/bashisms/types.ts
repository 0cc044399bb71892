import type { ShellFix } from '../problem.js';

/** Which shells know something: dash 0.5.12, BusyBox ash 1.35, bash 5.2; each tried out. */
export type Knows = '' | 'bash' | 'busybox bash' | 'dash busybox bash';

/** Something in a shell text that POSIX does not promise. Offsets are UTF-16 and count the text of the tree. */
export interface Bashism {
  /** What ShellCheck calls it in a script for `sh`. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** For a message: `[[ … ]]`, `the option pipefail`. */
  readonly what: string;
  readonly knows: Knows;
  /** The variable, if it is one. */
  readonly name?: string;
  readonly fixes?: readonly ShellFix[];
}
