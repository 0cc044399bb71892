import type { Facts } from '../../facts.js';
import type { DockerfileDocument } from '../model/types.js';
import { entryAt } from './entries.js';
import { contextOf, matching } from './folders.js';
import type { ContextSource } from './sources.js';

/** Folders that a machine has at its root, and a context rarely. */
const hostFolder = /^\/(?:etc|home|Users|usr|var|tmp|opt|root|mnt|media|run|srv|private)(?=\/|$)/;

/**
 * Whether a source is meant to lie outside the build context: above it, or on the machine of the person (`/etc/hosts`,
 * `~/.ssh`, `C:\keys`). Docker reads all of them from the root of the context (BuildKit util/system/path.go).
 */
export function leadsOutside(
  doc: DockerfileDocument,
  source: ContextSource,
  facts: Facts,
): 'above' | 'host' | undefined {
  const { value, known, above } = source;
  if (above && (known || /^(?:\.\/)*\.\.\//.test(value))) return 'above';
  const windows = doc.stageOf(source.instruction)?.os === 'windows';
  if (/^~(?:\/|$)/.test(value)) return 'host';
  if (/^[A-Za-z]:[\\/]/.test(value)) return windows ? undefined : 'host';
  if (!hostFolder.test(value)) return undefined;
  const entries = contextOf(doc, facts)?.entries;
  const [head = ''] = source.path.split('/', 1);
  return entries !== undefined && entries.length > 0 && matching(entries, head).length === 0 ? 'host' : undefined;
}

/** Whether Docker finds what a source becomes when it is cleaned. */
export function isInContext(doc: DockerfileDocument, { path }: ContextSource, facts: Facts): boolean {
  const context = contextOf(doc, facts);
  if (context === undefined || path === '') return false;
  const { kind } = entryAt(context.folder, path, facts);
  return kind === 'file' || kind === 'folder';
}
