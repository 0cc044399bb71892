import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver';
import { FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import type { ComposeNode, MapEntry } from '../engine/compose/tree/types.js';
import type { ComposeDocument } from '../engine/compose/types.js';
import type { Span } from '../engine/text/span.js';
import { rangeOf } from './convert.js';

const longestDetail = 80;

/** Kinds of the elements of each section. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  services: SymbolKind.Class,
  networks: SymbolKind.Interface,
  volumes: SymbolKind.Struct,
  secrets: SymbolKind.Key,
  configs: SymbolKind.File,
  models: SymbolKind.Object,
};

/** The sections of a Compose file, what they declare, and the keys of that. */
export function composeSymbols(doc: ComposeDocument): DocumentSymbol[] {
  return doc.roots.flatMap((root) =>
    root.entries.flatMap((entry): readonly DocumentSymbol[] => {
      if (entry.merged) return [];
      const kind = kinds[entry.key];
      if (kind === undefined) return [symbolOf(doc, entry, SymbolKind.Property)];
      const children = below(entry).map((element) => ({
        ...symbolOf(doc, element, kind),
        children: below(element).map((key) => symbolOf(doc, key, SymbolKind.Property)),
      }));
      return [{ ...symbolOf(doc, entry, SymbolKind.Namespace), children }];
    }),
  );
}

/** Entries and items of several lines, and blocks of comments; whole lines, each start once. */
export function composeFolds(doc: ComposeDocument): FoldingRange[] {
  const { source } = doc;
  const ranges = new Map<number, FoldingRange>();
  const fold = ({ start, end }: Span, kind?: FoldingRangeKind): void => {
    const startLine = source.lineAt(start);
    const endLine = source.lineAt(lastCharacter(source.text, start, end));
    if (endLine <= startLine || ranges.has(startLine)) return;
    ranges.set(startLine, { startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  };
  const seen = new Set<ComposeNode>();
  const visit = (node: ComposeNode | undefined): void => {
    if (node === undefined || node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'map') {
      for (const { merged, span, value } of node.entries) {
        if (merged) continue;
        fold(span);
        visit(value);
      }
      return;
    }
    for (const item of node.items) {
      if (item.kind !== 'scalar') fold(item.span);
      visit(item);
    }
  };
  doc.roots.forEach(visit);
  for (const block of source.text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)) {
    fold({ start: block.index, end: block.index + block[0].length }, FoldingRangeKind.Comment);
  }
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine);
}

/** The entries that are written there; those of an alias stand elsewhere. */
function below({ span, value }: MapEntry): readonly MapEntry[] {
  if (value?.kind !== 'map') return [];
  return value.entries.filter(
    ({ merged, keySpan }) => !merged && keySpan.start >= span.start && keySpan.end <= span.end,
  );
}

function symbolOf(doc: ComposeDocument, { key, keySpan, span, value }: MapEntry, kind: SymbolKind): DocumentSymbol {
  const { source } = doc;
  // An alias ends where it is written, and what it stands for may lie above.
  const end = Math.max(keySpan.end, lastCharacter(source.text, span.start, span.end) + 1);
  return {
    name: key.trim() === '' ? '""' : key,
    detail: value?.kind === 'scalar' ? value.text.text.slice(0, longestDetail).replaceAll(/\s+/g, ' ').trim() : '',
    kind,
    range: rangeOf(source, { start: span.start, end }),
    selectionRange: rangeOf(source, keySpan),
  };
}

/** The last character of a span that is no blank. */
function lastCharacter(text: string, start: number, end: number): number {
  let at = end - 1;
  while (at > start && /\s/.test(text[at] ?? '')) at--;
  return at;
}
