import type { Fix } from '../../rule.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { sourcesOf, type Source } from './sources.js';

const addOnly: ReadonlySet<string> = new Set(['checksum', 'keep-git-dir', 'unpack']);

/** The sources of an ADD that COPY takes as well, unless a flag asks for something that only ADD does. Never throws. */
export function plainSources(doc: DockerfileDocument, add: Instruction): readonly Source[] {
  if (add.flags.some(({ name }) => addOnly.has(name))) return [];
  return sourcesOf(doc, add).filter(({ kind }) => kind === 'local' || kind === 'pattern' || kind === 'heredoc');
}

/** `COPY` in place of `ADD`, if every source is one that COPY takes. Never throws. */
export function addToCopy(doc: DockerfileDocument, add: Instruction): Fix | undefined {
  const sources = plainSources(doc, add);
  if (sources.length === 0 || sources.length < add.words.length - 1) return undefined;
  const written = doc.source.slice(add.keywordSpan);
  const text = written === written.toLowerCase() ? 'copy' : written === 'Add' ? 'Copy' : 'COPY';
  const sure = sources.every(({ kind }) => kind !== 'pattern');
  return {
    title: sure ? 'Change ADD to COPY' : 'Change ADD to COPY (an archive among the files is then not unpacked)',
    safety: sure ? 'safe' : 'unsafe',
    edits: () => [{ span: add.keywordSpan, text }],
  };
}
