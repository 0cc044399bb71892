import type { Span } from '../../text/span.js';
import { contains } from '../../text/span.js';
import { usesOf, type Declared } from '../declared.js';
import { textField } from '../forms/pieces.js';
import { contextsOf, edgesOf } from '../references.js';
import type { MapNode } from '../tree/types.js';
import type { ComposeDocument, Section } from '../types.js';
import { anchorsOf } from './anchors.js';
import type { ComposeName, NamePlace } from './types.js';

export const declaredSections: readonly Declared[] = ['networks', 'volumes', 'secrets', 'configs', 'models'];

interface Found extends NamePlace {
  readonly section: Section;
  readonly name: string;
}

/**
 * The service, network, volume, secret, config, model or anchor whose name stands at a UTF-16 offset, with every place of
 * the file that means it; undefined for anything else. Never throws.
 */
export function composeNameAt(doc: ComposeDocument, offset: number): ComposeName | undefined {
  const isHere = ({ span }: { readonly span: Span }): boolean => contains(span, { start: offset, end: offset });
  for (const { name, span, aliases } of anchorsOf(doc)) {
    const places = [{ span, declares: true }, ...aliases.map((alias) => ({ span: alias, declares: false }))];
    const here = places.find(isHere);
    if (here !== undefined) return { kind: 'anchor', name, places, here, definition: span };
  }
  const all = placesIn(doc);
  const here = all.find(isHere);
  if (here === undefined) return undefined;
  const { section, name } = here;
  const places = all.filter((place) => place.section === section && place.name === name);
  return { kind: section, name, places, here, definition: places.findLast(({ declares }) => declares)?.span };
}

/** Where names are declared and used, in the order of the text, each place once. */
function placesIn(doc: ComposeDocument): readonly Found[] {
  const found = new Map<number, Found>();
  const add = (section: Section, name: string, written: Span, declares: boolean): void => {
    const span = bare(doc, written, name);
    if (span !== undefined && !found.has(span.start)) found.set(span.start, { section, name, span, declares });
  };
  for (const root of doc.roots) {
    for (const section of ['services', ...declaredSections] as const) {
      const node = root.get(section);
      if (node?.kind !== 'map') continue;
      for (const { key, keySpan } of node.entries) add(section, key, keySpan, true);
    }
    const services = root.get('services');
    if (services?.kind !== 'map') continue;
    for (const { value } of services.entries) {
      if (value?.kind !== 'map') continue;
      for (const { name, span } of [...edgesOf(value), ...contextsOf(value)]) add('services', name, span, false);
      const extended = extendedIn(value);
      if (extended !== undefined) add('services', extended.name, extended.span, false);
      for (const section of declaredSections) {
        for (const { name, span } of usesOf(value, section)) add(section, name, span, false);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The service of the same file that a service extends. */
function extendedIn(service: MapNode): { readonly name: string; readonly span: Span } | undefined {
  const node = service.get('extends');
  const target = node?.kind === 'map' ? (node.get('file') === undefined ? node.get('service') : undefined) : node;
  const field = textField(target);
  return field?.value === undefined ? undefined : { name: field.value, span: field.span };
}

/** The name without its quotes; undefined where it is written in another way. */
function bare(doc: ComposeDocument, { start, end }: Span, name: string): Span | undefined {
  const written = doc.source.slice({ start, end });
  if (written === name) return { start, end };
  const isQuoted = written === `"${name}"` || written === `'${name}'`;
  return isQuoted ? { start: start + 1, end: end - 1 } : undefined;
}
