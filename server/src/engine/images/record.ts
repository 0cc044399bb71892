import type { BaseName } from './bases.js';
import type { Tag } from './tag.js';
import type { EntryPoint, Toolchain } from './types.js';

/** An unprivileged account. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** One of the sizes in which an image comes, by the words its tag has. */
export interface Flavour {
  /** Words of the tag joined with `-`; empty for the tag with nothing but a version. */
  readonly suffix: string;
  /** Compressed, linux/amd64, rounded. */
  readonly sizeMb: number;
  /** Flavours of one image that do different jobs (`fpm`, `apache`) are not siblings. */
  readonly job?: string;
}

/** A fact that depends on the tag. */
export type ByTag<T> = T | ((tag: Tag, base: BaseName) => T);

/** What the table says about one image, before a tag is known. */
export interface ImageRecord {
  /** Familiar names; one that ends in `/*` stands for everything below. */
  readonly names: readonly string[];
  /** The system when no word of the tag names one. `scratch` and `distroless` mean an image without a shell. */
  readonly base: ByTag<BaseName>;
  /** Words of tags never name the system (`debug`, `alpine` as a product version, …). */
  readonly fixedBase?: boolean;
  /** Code names that stand for versions. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly defaultUser?: ByTag<string | undefined>;
  readonly availableUser?: ByTag<Account | undefined>;
  readonly dropsPrivileges?: ByTag<boolean>;
  readonly entrypoint?: ByTag<EntryPoint | undefined>;
  readonly toolchain?: ByTag<Toolchain | undefined>;
  readonly ports?: ByTag<readonly number[]>;
  readonly health?: ByTag<string | undefined>;
  readonly cycles?: Cycles;
  /** Each cycle is a tag, or how the tag is made of it; taken for granted where there are flavours. */
  readonly cycleTags?: true | ((cycle: string) => string);
  /** Words, besides those of flavours, that every release has in its tags. */
  readonly variants?: readonly string[];
  /** Last day on which the image itself, with all its tags, got fixes, ISO. */
  readonly ended?: ByTag<string | undefined>;
  /** The image that took its place. */
  readonly successor?: string;
  readonly flavours?: readonly Flavour[];
  /** The release of the system stands before `slim` (node:24-bookworm-slim), not behind it. */
  readonly releaseFirst?: boolean;
}

/** Release cycle → last day with fixes, ISO; `undefined` for a cycle without a known end. */
export type Cycles = Readonly<Record<string, string | undefined>>;

/** An account; the group id is the user id unless given. */
export const account = (name: string, uid: number, gid: number = uid): Account => ({ name, uid, gid });
