import type { ShellWord } from '../../../shell/types.js';
import type { DockerfileDocument, RunCommand } from '../../model/types.js';

/** How a tool installs what a project needs only while it is being developed. */
export interface DevTool {
  readonly programs: readonly string[];
  /** The file that names the packages. */
  readonly manifest: string;
  /** Whether it names any that are only for development. */
  readonly namesAny: (manifest: string) => boolean;
  /** Folder of the packages in that of the project. */
  readonly result: string;
  /** The option that leaves them out, for tools that have one. */
  readonly option?: string;
  /** Takes them away afterwards. */
  readonly prune?: string;
  /** What a command does to them; undefined for nothing. */
  readonly reads: (doc: DockerfileDocument, run: RunCommand) => DevStep | undefined;
}

export interface DevStep {
  /** Brings them, takes them away, or leaves that open. */
  readonly kind: 'brings' | 'drops' | 'unclear';
  /** The word that says install. */
  readonly verb?: ShellWord | undefined;
  /** How people write the command. */
  readonly shown?: string;
  /** Folder of the project where an option tells it. */
  readonly folder?: string;
  /** Absolute folder that holds the result, where it is not that of the project. */
  readonly place?: string;
  /** Words that ask for them and can go. */
  readonly extra?: readonly ShellWord[];
}
