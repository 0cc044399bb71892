import type { Edit, Span } from '../../text/span.js';
import { danglingMark, swallowed } from '../misread/continuationLines.js';
import type { DockerfileDocument } from '../model/types.js';
import { instructionFacts } from '../syntax/tables.js';
import type { Instruction } from '../syntax/types.js';
import { loneBackslashes } from './paths.js';

const driveEnd = /(?:^|["'=;])[A-Za-z]:(?:\\[^\\/:*?"<>|]*)*$/;
const pathEnd = /^[\w.$%{}~-]+(?:\\[\w.$%{}~-]+)*$/;

/** The end of a line whose last backslash belongs to a Windows path and nevertheless joins the next line. */
export interface PathEnd {
  /** The path with its last backslash. */
  readonly path: Span;
  readonly mark: Span;
  /** The keyword of the line below; undefined at the end of the file. */
  readonly keyword: string | undefined;
}

/**
 * The path with which an instruction was meant to end: with a drive, or on Windows, no blank before the backslash, and
 * another instruction (or nothing) below. Never throws.
 */
export function endsWithPath(doc: DockerfileDocument, instruction: Instruction): PathEnd | undefined {
  if (doc.syntax.escape !== '\\' || instruction.continuations.length === 0) return undefined;
  const joined = swallowed(doc, instruction);
  const mark = joined?.mark ?? danglingMark(instruction);
  if (mark === undefined) return undefined;
  const { source } = doc;
  const from = Math.max(instruction.span.start, source.lineStarts[source.lineAt(mark.start)] ?? 0);
  const word = /\S*$/.exec(source.text.slice(from, mark.start))?.[0] ?? '';
  const isWindows = joined !== undefined && doc.stageOf(instruction)?.os === 'windows';
  if (word === '' || !(driveEnd.test(word) || (isWindows && pathEnd.test(word)))) return undefined;
  const drive = Math.max(0, word.search(/[A-Za-z]:(?:\\|$)/));
  return { path: { start: mark.start - word.length + drive, end: mark.end }, mark, keyword: joined?.keyword };
}

/** Doubles the backslashes of the path; undefined where a shell reads them and would see both. Never throws. */
export function doubled(
  doc: DockerfileDocument,
  { keyword }: Instruction,
  { path }: PathEnd,
): readonly Edit[] | undefined {
  const text = doc.source.slice(path);
  if (instructionFacts(keyword)?.expands !== true || /["']/.test(text)) return undefined;
  return loneBackslashes(text).map((at) => {
    const place = path.start + at;
    return { span: { start: place, end: place }, text: '\\' };
  });
}

/**
 * Makes the backtick the escape character of the whole file: the directive on top, and every continuation that is no
 * end of a path. Undefined where a backtick or an escaped character would change its meaning. Never throws.
 */
export function withBacktick(doc: DockerfileDocument): readonly Edit[] | undefined {
  const { source, syntax } = doc;
  const { text } = source;
  if (text.includes('`') || text.startsWith('#!') || syntax.directives.some(({ name }) => name === 'escape')) {
    return undefined;
  }
  const edits: Edit[] = [];
  for (const instruction of syntax.instructions) {
    const { body, trigger, continuations } = instruction;
    const reads = instructionFacts((trigger ?? instruction).keyword)?.expands === true;
    if (reads && /\\[\\"'$ \t]/.test(body.text)) return undefined;
    const path = endsWithPath(doc, instruction)?.mark.start;
    for (const { start } of continuations) {
      if (start !== path) edits.push({ span: { start, end: start + 1 }, text: '`' });
    }
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return [{ span: { start, end: start }, text: `# escape=\`${source.eol}` }, ...edits];
}
