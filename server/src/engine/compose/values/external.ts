import type { Fix } from '../../rule.js';
import { textField } from '../forms/pieces.js';
import type { Field } from '../forms/types.js';
import type { MapEntry } from '../tree/types.js';
import type { ComposeDocument, NamedElement } from '../types.js';

/** An `external: {name: …}` as it was written before `name` stood beside `external: true`. */
export interface ExternalName {
  readonly element: NamedElement;
  /** The entry `external`. */
  readonly entry: MapEntry;
  /** What stands beside it; undefined where nothing does or a variable decides. */
  readonly name: string | undefined;
  readonly old: Field<string> | undefined;
  readonly isSame: boolean;
  /** Writes `external: true`, with the name beside it where none is. */
  readonly only: (title: string, safety: Fix['safety']) => readonly Fix[];
}

/** Every external mapping in the sections at the top (compose-go, transform/external.go). */
export function externalNames(doc: ComposeDocument): readonly ExternalName[] {
  const found: ExternalName[] = [];
  const seen = new Set<unknown>();
  for (const section of ['networks', 'volumes', 'secrets', 'configs'] as const) {
    for (const element of doc[section].values()) {
      const entry = element.map?.entry('external');
      if (entry?.value?.kind !== 'map' || entry.value.tag === 'reset' || seen.has(entry.value)) continue;
      seen.add(entry.value);
      const beside = textField(element.map?.get('name'));
      const old = textField(entry.value.get('name'));
      found.push({
        element,
        entry,
        name: beside?.value,
        old: old?.value === undefined ? undefined : old,
        isSame: beside?.value === old?.value,
        only: (title, safety) => rewriting(doc, element, entry, title, safety),
      });
    }
  }
  return found;
}

function rewriting(
  { source }: ComposeDocument,
  { map }: NamedElement,
  { keySpan, span, merged, value }: MapEntry,
  title: string,
  safety: Fix['safety'],
): readonly Fix[] {
  if (value?.kind !== 'map' || map?.sharedBy !== undefined || value.anchor !== undefined || merged) return [];
  const old = value.entry('name');
  const { start } = source.lineSpan(source.lineAt(keySpan.start));
  const indent = source.text.slice(start, keySpan.start);
  const isAlone = value.entries.length === 1 && old?.value?.kind === 'scalar' && !old.merged;
  if (!isAlone || source.slice(span).includes('#') || map === undefined) return [];
  const written = source.slice(old.value.span);
  const isBlock = !map.flow && /^ *$/.test(indent);
  if (/[\r\n]/.test(written) || (!isBlock && !map.flow)) return [];
  const between = map.flow ? ', ' : `${source.eol}${indent}`;
  const more = map.entry('name') === undefined ? `${between}name: ${written}` : '';
  // The key stays as it is written.
  const at = { start: keySpan.end, end: span.end };
  return [{ title, safety, edits: () => [{ span: at, text: `: true${more}` }] }];
}
