import { siblingQueries, siblings } from '../companions.js';
import { usesOf, type Declared } from '../declared.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised, weaklyMemoised } from '../../memo.js';
import type { ComposeDocument, Service } from '../types.js';
import { baseNames } from './discover.js';
import { largestFile, parsedFile } from './parsed.js';
import type { ProjectView } from './view.js';

/** With one of these a service has what it runs. */
export const sources = ['image', 'build', 'provider'] as const;

/** Folders in which a project may lie of which a file holds only what is different. */
const above = ['..', '../..'];

interface Other {
  readonly file: string;
  readonly doc: ComposeDocument;
}

/** What `laidOver`, `sourceBeside` and `isRunAbove` ask for. */
export function besideQueries(doc: ComposeDocument, known: Facts): readonly FactQuery[] {
  const mainFiles = above.flatMap((folder) => baseNames.map((base) => `${folder}/${base}`));
  return [...siblingQueries(doc, known), ...mainFiles.map((path): FactQuery => ({ kind: 'read', path }))];
}

/**
 * The file beside a project that declares a name, where a person is meant to name both on the command line: it goes on
 * with services of the project, and leaves out what they run or has no use of its own for the name.
 */
export function laidOver(
  doc: ComposeDocument,
  view: ProjectView,
  facts: Facts,
  section: Declared,
  name: string,
): string | undefined {
  return others(doc)(facts).find(({ file, doc: other }) => {
    if (view.files.has(file) || !other[section].has(name)) return false;
    const services = [...other.services.values()];
    const shared = services.filter((service) => view.all.has(service.name));
    if (shared.some(isPart)) return true;
    return shared.length > 0 && !services.some((service) => usesOf(service, section).some((use) => use.name === name));
  })?.file;
}

/** The file beside a project that says what a service runs. */
export function sourceBeside(doc: ComposeDocument, view: ProjectView, facts: Facts, name: string): string | undefined {
  return others(doc)(facts).find((one) => !view.files.has(one.file) && saysSource(one.doc, name))?.file;
}

/** Whether the main file of a folder above says what a service runs. */
export function isRunAbove(facts: Facts, name: string): boolean {
  return above.some((folder) => {
    const text = baseNames.map((base) => facts.read(`${folder}/${base}`)).find((one) => one !== undefined);
    return text !== undefined && text.length <= largestFile && saysSource(parsedFile(text), name);
  });
}

const others = memoised((doc: ComposeDocument) =>
  weaklyMemoised((facts: Facts): readonly Other[] =>
    siblings(doc, facts).flatMap((file) => {
      const text = facts.read(file);
      return text === undefined || text.length > largestFile ? [] : [{ file, doc: parsedFile(text) }];
    }),
  ),
);

function isPart(service: Service): boolean {
  return !hasOwnSource(service) && service.get('extends') === undefined;
}

function saysSource({ services }: ComposeDocument, name: string): boolean {
  const service = services.get(name);
  return service !== undefined && hasOwnSource(service);
}

function hasOwnSource(service: Service): boolean {
  return sources.some((key) => service.get(key) !== undefined);
}
