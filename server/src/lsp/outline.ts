import type { DocumentSymbol, FoldingRange, SymbolInformation } from 'vscode-languageserver';
import { FoldingRangeKind, SymbolKind, SymbolTag } from 'vscode-languageserver';
import type { DockerfileDocument, Stage } from '../engine/dockerfile/model/types.js';
import type { Instruction } from '../engine/dockerfile/syntax/types.js';
import { rangeOf } from './convert.js';

const longestDetail = 80;

/** The stages of a Dockerfile with their instructions. */
export function documentSymbols(doc: DockerfileDocument): DocumentSymbol[] {
  return [
    ...doc.preamble.map((instruction) => instructionSymbol(doc, instruction)),
    ...doc.stages.map((stage) => stageSymbol(doc, stage)),
  ];
}

/** Symbols as a flat list, for clients without nested ones. */
export function flatSymbols(nested: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  const flatten = (symbols: readonly DocumentSymbol[], container?: string): SymbolInformation[] =>
    symbols.flatMap((symbol) => [
      {
        name: `${symbol.name} ${symbol.detail ?? ''}`.trim(),
        kind: symbol.kind,
        location: { uri, range: symbol.range },
        ...(container === undefined ? {} : { containerName: container }),
      },
      ...flatten(symbol.children ?? [], symbol.name),
    ]);
  return flatten(nested);
}

/** Stages, instructions of several lines, heredocs and blocks of comments; whole lines, each start once. */
export function foldingRanges(doc: DockerfileDocument): FoldingRange[] {
  const { source } = doc;
  const ranges = new Map<number, FoldingRange>();
  const fold = (start: number, end: number, kind?: FoldingRangeKind): void => {
    const startLine = source.lineAt(start);
    const endLine = source.lineAt(end);
    if (endLine <= startLine || ranges.has(startLine)) return;
    ranges.set(startLine, { startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  };
  // A file of one stage would fold into one line.
  if (doc.stages.length > 1) for (const { span } of doc.stages) fold(span.start, span.end);
  for (const { span, heredocs } of doc.instructions) {
    fold(span.start, span.end);
    for (const { bodySpan } of heredocs) fold(Math.max(0, bodySpan.start - 1), bodySpan.end);
  }
  let block: { start: number; end: number } | undefined;
  for (const { span } of doc.syntax.comments) {
    const follows = block !== undefined && source.lineAt(span.start) === source.lineAt(block.end) + 1;
    if (follows && block !== undefined) {
      block.end = span.end;
      continue;
    }
    if (block !== undefined) fold(block.start, block.end, FoldingRangeKind.Comment);
    block = { ...span };
  }
  if (block !== undefined) fold(block.start, block.end, FoldingRangeKind.Comment);
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine);
}

function stageSymbol(doc: DockerfileDocument, stage: Stage): DocumentSymbol {
  const { from, image, alias, instructions, span } = stage;
  return {
    name: alias?.value ?? image?.value ?? `stage ${stage.index}`,
    detail: alias === undefined ? 'stage' : (image?.value ?? ''),
    kind: SymbolKind.Module,
    range: rangeOf(doc.source, span),
    selectionRange: rangeOf(doc.source, from.lineSpan),
    children: instructions.slice(1).map((instruction) => instructionSymbol(doc, instruction)),
  };
}

function instructionSymbol(doc: DockerfileDocument, instruction: Instruction): DocumentSymbol {
  const { keyword, keywordSpan, span, body } = instruction;
  const detail = body.text.slice(0, longestDetail).replaceAll(/\s+/g, ' ');
  return {
    name: keyword,
    detail,
    kind: keyword === 'ARG' || keyword === 'ENV' ? SymbolKind.Variable : SymbolKind.Function,
    range: rangeOf(doc.source, span),
    selectionRange: rangeOf(doc.source, keywordSpan),
    ...(keyword === 'MAINTAINER' ? { tags: [SymbolTag.Deprecated] } : {}),
  };
}
