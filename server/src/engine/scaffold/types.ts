/** The files at the top of a project. */
export interface ProjectFiles {
  /** Names of entries; folders end in `/`. */
  readonly entries: readonly string[];
  readonly has: (name: string) => boolean;
  /** Text of a file; undefined if it is not there or nobody has read it. */
  readonly read: (name: string) => string | undefined;
}

/** A server beside the program that its dependencies speak of. */
export type Backing = 'postgres' | 'mysql' | 'redis' | 'mongo';

/** How a project is built into an image. */
export interface Recipe {
  /** For a person: `Next.js project (pnpm, Node 24)`. */
  readonly title: string;
  /** Text of the Dockerfile, with a line end behind its last line. */
  readonly dockerfile: string;
  /** The TCP port that the program most likely listens on; undefined for one that serves nothing. */
  readonly port: number | undefined;
  readonly backings: readonly Backing[];
  /** Folders and files that come up while people work on it and that no image needs. */
  readonly made: readonly string[];
}

/** Recognises projects of one kind. */
export interface Detector {
  /** Files whose text tells more, by name or pattern of the name. */
  readonly reads: readonly RegExp[];
  readonly detect: (files: ProjectFiles) => Recipe | undefined;
}

/** A file that a project lacks. */
export interface ProposedFile {
  readonly path: string;
  readonly text: string;
}

/** What a project lacks to run in a container. */
export interface Proposal {
  readonly title: string;
  /** Files to create; those that exist are not among them. */
  readonly files: readonly ProposedFile[];
  /** Names of such files that are there and stay as they are. */
  readonly kept: readonly string[];
}
