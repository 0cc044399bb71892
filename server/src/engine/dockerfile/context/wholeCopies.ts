import type { FactQuery, Facts } from '../../facts.js';
import type { DockerfileDocument } from '../model/types.js';
import { contextOf, folderFacts } from './folders.js';
import { ignoreFacts } from './ignoreFile.js';
import { contextSources, isWhole } from './sources.js';
import { unwantedReads } from './unwanted.js';

/** Whether a Dockerfile copies its context as a whole. */
export function copiesWhole(doc: DockerfileDocument): boolean {
  return contextSources(doc).some((source) => isWhole(source) && source.known && !source.trigger);
}

/** Facts about a context that is copied as a whole; none for a Dockerfile that copies parts of it. */
export function wholeCopyFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  if (!copiesWhole(doc)) return [];
  const context = contextOf(doc, known);
  if (context === undefined) return folderFacts(doc, known);
  return [
    ...folderFacts(doc, known),
    ...ignoreFacts(doc, known),
    ...unwantedReads(context.entries).map((name): FactQuery => ({ kind: 'read', path: context.folder + name })),
  ];
}
