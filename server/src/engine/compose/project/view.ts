import type { FactQuery, Facts } from '../../facts.js';
import { companionQueries, elsewhereIn } from '../companions.js';
import type { ComposeNode, MapEntry } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';

/** A service with all that Compose would merge into it. */
export interface ServiceView {
  readonly name: string;
  /** As this file has it; findings are about its words. */
  readonly service: Service;
  /** The value that counts in the end; its place may be in another file, so only `service` gives ranges. */
  get(key: string): ComposeNode | undefined;
  /** The entries under a key in each file that has it, this file's own included. */
  all(key: string): readonly MapEntry[];
  /**
   * Whether all that may be merged into it is known. What is missing may be missed only then: an extended file that
   * nobody could read, or a fragment that another file completes, may have it.
   */
  readonly isWhole: boolean;
}

/** The services of a file as Compose would see them. */
export interface ProjectView {
  readonly services: ReadonlyMap<string, ServiceView>;
}

/** What a rule asks for before it looks at the view. */
export function projectQueries(doc: ComposeDocument): readonly FactQuery[] {
  return doc.services.size > 0 ? companionQueries : [];
}

/** The services of this file, merged with what other files say of them. Never throws. */
export function projectView(doc: ComposeDocument, facts: Facts): ProjectView {
  const isElsewhere = elsewhereIn(facts);
  return { services: new Map([...doc.services].map(([name, service]) => [name, viewOf(service, isElsewhere)])) };
}

function viewOf(service: Service, isElsewhere: (name: string) => boolean): ServiceView {
  return {
    name: service.name,
    service,
    get: (key) => service.get(key),
    all: (key) => [service.entry(key)].filter((entry) => entry !== undefined),
    isWhole: service.entry('extends') === undefined && !isElsewhere(service.name),
  };
}
