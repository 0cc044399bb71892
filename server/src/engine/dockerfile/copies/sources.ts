import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, Word } from '../syntax/types.js';

/**
 * What stands as a source of ADD: a file or folder of the context, one that a pattern leaves open, an archive that ADD
 * unpacks, a file on the web, a Git repository, the text of a heredoc, or something that only the build knows.
 */
export type SourceKind = 'local' | 'pattern' | 'archive' | 'url' | 'git' | 'heredoc' | 'unknown';

export interface Source {
  readonly word: Word;
  readonly kind: SourceKind;
  /** Expanded as far as possible. */
  readonly value: string;
  /** Every variable in it has a value. */
  readonly known: boolean;
}

/** Names of archives that ADD may unpack, and of compressed files. */
const archive = /\.(?:tar|t[abglpx]z|tZ|tb2|tbz2|tzst|Z|bz2|gz|lz|lzma|xz|zst)$/;
/** The form of scp, and addresses that dfgitutil.ParseGitRef takes for a repository (frontend/dockerfile/dfgitutil). */
const git = /^(?:git@|git:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)|^https?:\/\/[^?#]*\.git(?:[?#]|$)/;

/** Whether a file is an archive or compressed, by its name. Never throws. */
export function isArchive(path: string): boolean {
  return archive.test(path);
}

/** The sources of COPY or ADD. Never throws. */
export function sourcesOf(doc: DockerfileDocument, copy: Instruction): readonly Source[] {
  const heredocs = new Set(copy.heredocs.map(({ span }) => span.start));
  return copy.words.slice(0, -1).map((word) => {
    if (heredocs.has(word.span.start)) return { word, kind: 'heredoc', value: word.value, known: true };
    const { value, known } = doc.expand(word, copy);
    return { word, kind: kindOf(value, known), value, known };
  });
}

function kindOf(value: string, known: boolean): SourceKind {
  if (git.test(value)) return 'git';
  if (/^https?:\/\//.test(value)) return 'url';
  if (archive.test(value)) return 'archive';
  if (known) return /[*?\]]$/.test(value) ? 'pattern' : 'local';
  // A variable at the end may be an archive, one at the start anything.
  return /^\$|[}*?\]]$|\$\w+$/.test(value) ? 'unknown' : 'local';
}
