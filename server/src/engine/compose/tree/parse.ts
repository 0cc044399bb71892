import { parseAllDocuments, type Document } from 'yaml';
import type { SourceText } from '../../text/source.js';
import { Builder } from './build.js';
import { yamlOptions } from './options.js';
import { readParts, type KnownParts } from './parts.js';
import type { ComposeTree, MapNode, TreeProblem } from './types.js';
import { syntaxProblem, told } from './syntax.js';

/** Times that a text is read again without what does not fit, to keep what stands below. */
const mostRepairs = 5;
/** Above so many characters a text is read once. */
const largest = 300_000;

/**
 * Reads all documents of a file, each as far as it can be read. Takes time that grows with the text, whatever aliases it
 * holds. Never throws.
 */
export function parseTree(source: SourceText, known?: KnownParts): ParsedTree {
  const read = readParts(source.text, known);
  if (read === undefined) return parseWhole(source);
  const builder = new Builder(source.text);
  const root = builder.parts(read.parts);
  return {
    roots: root.kind === 'map' ? [root] : [],
    problems: builder.problems.sort(byPlace),
    known: read.known,
  };
}

/** A tree, and what to hand in with the next version of its text. */
export interface ParsedTree extends ComposeTree {
  readonly known?: KnownParts;
}

/** As `parseTree`, with the text read as one. */
export function parseWhole(source: SourceText): ComposeTree {
  const read = readDocuments(source.text);
  if (read === undefined) {
    const span = { start: 0, end: Math.min(source.text.length, 200) };
    return { roots: [], problems: [{ code: 'too-deep', span, message: 'This file is nested too deeply to be read.' }] };
  }
  const builder = new Builder(read.text);
  const problems: TreeProblem[] = [...read.problems];
  const roots: MapNode[] = [];
  for (const { contents } of read.documents) {
    if (contents === null) continue;
    const root = builder.document(contents);
    if (root.kind === 'map') roots.push(root);
    else if (root.kind === 'list' || root.span.end > root.span.start || read.documents.length > 1) {
      problems.push({
        code: 'not-a-mapping',
        span: lineOf(source, root.span.start, root.span.end),
        message: 'A Compose file is a mapping: keys such as "services:" at the start of a line.',
      });
    }
  }
  problems.push(...builder.problems);
  if (roots.every(({ entries }) => entries.length === 0) && problems.length === 0) {
    const message = 'This file says nothing, and Compose refuses an empty file.';
    problems.push({ code: 'empty-file', span: lineOf(source, 0, source.text.length), message });
  }
  return { roots, problems: problems.sort(byPlace) };
}

function byPlace(a: TreeProblem, b: TreeProblem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

interface Read {
  /** What was read: the text, or one as long in which blanks stand for what did not fit. */
  readonly text: string;
  readonly documents: readonly Document.Parsed[];
  readonly problems: readonly TreeProblem[];
}

/** Undefined where the text is nested so deeply that the reader runs out of stack. */
function readDocuments(original: string): Read | undefined {
  const problems: TreeProblem[] = [];
  // Compose ends a line at a carriage return that stands alone, and the reader does not.
  let text = original.includes('\r') ? original.replace(/\r(?!\n)/g, '\n') : original;
  for (let round = original.length > largest ? mostRepairs : 0; ; round++) {
    const documents = documentsOf(text);
    if (documents === undefined) return undefined;
    const errors = documents.flatMap((document) => document.errors);
    const lost = errors.some(({ message }) => / token in YAML stream/.test(message));
    const first = lost ? errors.find(({ code }) => code === 'UNEXPECTED_TOKEN') : undefined;
    if (first === undefined || round >= mostRepairs) {
      problems.push(...told(original, errors));
      return { text, documents, problems };
    }
    // What does not fit ends the document for the reader; without it the lines below are read.
    const at = Math.min(first.pos[0], text.length);
    const end = /[\r\n]|$/.exec(text.slice(at))?.index ?? 0;
    problems.push(syntaxProblem(original, first));
    if (end === 0) return { text, documents, problems: [...problems, ...told(original, errors)] };
    text = text.slice(0, at) + ' '.repeat(end) + text.slice(at + end);
  }
}

function documentsOf(text: string): readonly Document.Parsed[] | undefined {
  try {
    return [...parseAllDocuments(text, yamlOptions)];
  } catch {
    return undefined;
  }
}

/** The part of `start..end` that is on the first line. */
function lineOf(source: SourceText, start: number, end: number): TreeProblem['span'] {
  const line = source.lineSpan(source.lineAt(start));
  return { start, end: Math.max(start, Math.min(end, line.end)) };
}
