import type { Edit } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, Word } from '../syntax/types.js';

/** `C:\…` at the start of a text or behind something that separates paths. */
export const drivePath = /(?:^|[\s"'=;,([])[A-Za-z]:\\/;
const relativePath = /^[\w.$%{}~-]*\\[\w.$%{}~-]/;
const plainKeywords: ReadonlySet<string> = new Set(['ADD', 'COPY', 'WORKDIR', 'VOLUME', 'ENV', 'ARG']);

/** Offsets of the backslashes of a text that are not doubled. Never throws. */
export function loneBackslashes(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
    if (text[at + 1] === '\\') at++;
    else found.push(at);
  }
  return found;
}

/**
 * Words of an instruction that are Windows paths whose backslashes Docker takes for its escape character and drops:
 * `WORKDIR C:\app` is `C:app`. In quotes they stay. Never throws.
 */
export function unescapedWords(doc: DockerfileDocument, instruction: Instruction): readonly Word[] {
  const { keyword, words, pairs, body } = instruction;
  if (doc.syntax.escape !== '\\' || !plainKeywords.has(keyword) || !body.text.includes('\\')) return [];
  const values = pairs.flatMap(({ value }) => value ?? []);
  const relative = pairs.length === 0 && doc.stageOf(instruction)?.os === 'windows';
  return (pairs.length > 0 ? values : words).filter(({ content, text, span }) => {
    // A backslash at the end of a line joins the next one: that is another mistake.
    if (span.end - span.start > text.length) return false;
    if (!content.includes('\\') || /["']/.test(content) || loneBackslashes(content).length === 0) return false;
    return drivePath.test(content) || (relative && relativePath.test(content));
  });
}

/** Edits that double the lone backslashes of a word; in a JSON string each of them is written as two. Never throws. */
export function doubledIn(word: Word): readonly Edit[] {
  const { text, content } = word;
  const isLiteral = text === content;
  const places = isLiteral ? loneBackslashes(text) : [...text.matchAll(/(?<!\\)\\\\(?!\\)/g)].map(({ index }) => index);
  return places.map((at) => {
    const { start } = word.at(at, at + 1);
    return { span: { start, end: start }, text: isLiteral ? '\\' : '\\\\' };
  });
}
