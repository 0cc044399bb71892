import type { Edit } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { sourcesOf, type Source } from './sources.js';

/** Sources of an ADD on the web or in a Git repository whose content nothing fixes. Never throws. */
export function unverifiedSources(doc: DockerfileDocument, add: Instruction): readonly Source[] {
  if (add.flags.some(({ name }) => name === 'checksum')) return [];
  return sourcesOf(doc, add).filter(
    ({ kind, value, known }) => (kind === 'url' && !isData(value)) || (kind === 'git' && !isPinned(value, known)),
  );
}

/** A commit or the tag of a version, as a fragment or in the query; a variable may be one. */
function isPinned(url: string, known: boolean): boolean {
  if (/[?&](?:checksum|commit)=/.test(url)) return true;
  const ref = /#([^:]*)/.exec(url)?.[1] ?? /[?&](?:ref|tag)=([^&]*)/.exec(url)?.[1];
  if (ref === undefined) return false;
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref) || /\d[._]\d/.test(ref) || (!known && ref.includes('$'));
}

/** An address of this machine stands for a test. */
function isData(url: string): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$)/.test(url);
}

/** `--checksum=` with a place for the value: of one source only, as BuildKit takes it. Never throws. */
export function checksumEdit({ keywordSpan: { end }, words }: Instruction, { kind }: Source): Edit | undefined {
  if (words.length !== 2) return undefined;
  const value = kind === 'git' ? '${1:commit}' : 'sha256:${1:digest}';
  return { span: { start: end, end }, text: ` --checksum=${value}` };
}
