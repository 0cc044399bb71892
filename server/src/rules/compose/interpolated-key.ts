import { parseTemplate } from '../../engine/compose/interpolation/parse.js';
import { asList } from '../../engine/compose/style/pairs.js';
import type { ComposeNode, MapEntry, MapNode } from '../../engine/compose/tree/types.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

/** Mappings of a service that may be lists of `KEY=value` as well. */
const pairs: ReadonlySet<string> = new Set(['environment', 'labels', 'annotations', 'sysctls', 'args']);

export default defineRule({
  id: 'interpolated-key',
  language: 'compose',
  title: 'Write variables only in values',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/interpolation/',
  tags: ['variables'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    if (!/\$[^\r\n]*:/.test(doc.source.text)) return;
    const seen = new Set<ComposeNode>();
    for (const root of doc.roots) {
      for (const entry of root.entries) {
        if (entry.merged || entry.key.startsWith('x-') || entry.value?.kind !== 'map') continue;
        // Names of services, volumes and so on the schema refuses anyway.
        for (const named of entry.value.entries) if (!named.merged) yield* within(doc, named, seen);
      }
    }
  },
});

function* within(doc: ComposeDocument, { key, value }: MapEntry, seen: Set<ComposeNode>): Iterable<Found> {
  if (value === undefined || value.kind === 'scalar' || value.tag === 'reset' || seen.has(value)) return;
  seen.add(value);
  if (value.kind === 'list') {
    for (const item of value.items) yield* within(doc, { ...nothing, value: item }, seen);
    return;
  }
  for (const entry of value.entries) {
    if (entry.merged) continue;
    if (hasVariable(entry.key)) {
      yield {
        at: entry.keySpan,
        message: `Compose puts variables into values only, so the name stays ${shown(entry.key)} as it stands here.`,
        owner: entry.span,
        fixes: () => (pairs.has(key) ? listed(doc, value) : []),
      };
    }
    yield* within(doc, entry, seen);
  }
}

const nothing: MapEntry = {
  key: '',
  keySpan: { start: 0, end: 0 },
  span: { start: 0, end: 0 },
  value: undefined,
  merged: false,
};

interface Found {
  readonly at: MapEntry['keySpan'];
  readonly message: string;
  readonly owner: MapEntry['span'];
  readonly fixes: () => readonly Fix[];
}

function hasVariable(key: string): boolean {
  return key.includes('$') && parseTemplate(key).parts.some(({ kind }) => kind === 'variable');
}

function listed(doc: ComposeDocument, map: MapNode): readonly Fix[] {
  const edits = asList(doc, map);
  const title = 'Write a list of KEY=value, in which the variable counts';
  return edits === undefined ? [] : [{ title, safety: 'unsafe', edits: () => edits }];
}
