import { readPorts, type PortMapping } from '../../server/src/engine/compose/forms/ports.js';
import type { ComposeNode, MapEntry } from '../../server/src/engine/compose/tree/types.js';
import type { ComposeDocument, Service } from '../../server/src/engine/compose/types.js';

/** Where the rules of dclint are. */
export const dclintRules = 'https://github.com/zavoloklom/docker-compose-linter/blob/main/src/rules';

/** A file of services without a section above them. */
export function services(...lines: readonly string[]): string {
  return ['services:', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** Whether a merge key, an alias or another service brings the value of a key: it is not written in the service. */
export function isBrought(service: Service | undefined, key: string): boolean {
  if (service === undefined) return false;
  const entry = service.entry(key);
  return entry === undefined || entry.merged || isOutside(service, entry);
}

function isOutside({ span }: Service, { value }: MapEntry): boolean {
  return value !== undefined && (value.span.start < span.start || value.span.end > span.end);
}

/** The items of a list that is written in a service itself. */
export function ownItems(service: Service | undefined, key: string): readonly ComposeNode[] {
  const list = service?.get(key);
  return list?.kind === 'list' && !isBrought(service, key) ? list.items : [];
}

export function portsOf(service: Service | undefined): readonly PortMapping[] {
  return readPorts(service?.get('ports')).mappings;
}

/** What is written for a scalar, `$` and all. */
export function written(node: ComposeNode | undefined): string {
  return node?.kind === 'scalar' ? node.text.text : '';
}

function profilesOf(service: Service): readonly string[] {
  const profiles = service.get('profiles');
  return profiles?.kind === 'list' ? profiles.items.map(written) : [];
}

/** Whether two services start only with profiles, and with none that is the same. */
export function neverMeet(a: Service, b: Service): boolean {
  const [mine, others] = [profilesOf(a), profilesOf(b)];
  return mine.length > 0 && others.length > 0 && !mine.some((profile) => others.includes(profile));
}

/** Whether one of two services starts only with a profile that does not start the other. */
export function needNotMeet(a: Service, b: Service): boolean {
  const [mine, others] = [profilesOf(a), profilesOf(b)];
  return mine.length + others.length > 0 && !mine.some((profile) => others.includes(profile));
}

export function all(doc: ComposeDocument): readonly Service[] {
  return [...doc.services.values()];
}
