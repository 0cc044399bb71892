import type { Edit, Span } from '../../text/span.js';
import { readJson } from '../syntax/json.js';
import type { DockerfileDocument } from '../model/types.js';
import { outermost } from '../model/outermost.js';
import { instructionFacts } from '../syntax/tables.js';
import type { Instruction } from '../syntax/types.js';

/**
 * A `# …` behind the arguments of an instruction, to the end of its line, where Docker knows no comment but takes the
 * words for arguments. Undefined where a shell reads the text. Never throws; takes no time without a `#`.
 */
export function trailingComment(doc: DockerfileDocument, instruction: Instruction): Span | undefined {
  const { body, continuations, lineSpan } = instruction;
  if (!body.text.includes('#')) return undefined;
  const start = commentStart(instruction);
  if (start === undefined) return undefined;
  const line = continuations.find((mark) => mark.start >= start)?.start ?? lineSpan.end;
  return { start, end: start + doc.source.slice({ start, end: line }).trimEnd().length };
}

function commentStart(instruction: Instruction): number | undefined {
  const { keyword, body, words, json, pairs } = instruction;
  const { text } = body;
  const shape = instructionFacts(keyword)?.shape;
  const [first] = words;
  if (first === undefined || json !== undefined || keyword === 'MAINTAINER') return undefined;
  if (keyword === 'SHELL') return behindArray(instruction);
  if (shape === 'command' || shape === 'trigger') return undefined;
  if (shape === 'health' && !/^none$/i.test(first.text)) return undefined;
  const legacy = pairs[0]?.legacy === true;
  if (shape === 'value' || legacy) {
    // A value without an equals sign may well hold `#fff`, and a sentence a `#`.
    const at = legacy && keyword === 'LABEL' ? -1 : text.search(legacy ? /[ \t]#[ \t]/ : /[ \t]#/);
    return at < 0 ? undefined : body.offset(at + 1);
  }
  return words.slice(1).find((word) => word.text.startsWith('#'))?.span.start;
}

function behindArray({ body }: Instruction): number | undefined {
  const match = /^(\[.*\])[ \t]+#/s.exec(body.text);
  if (match?.[1] === undefined || readJson(match[1]).kind !== 'strings') return undefined;
  return body.offset(match[0].length - 1);
}

/** Whether Docker refuses the instruction because of it; else it means something that nobody wants. */
export function refusesComment({ keyword, pairs }: Instruction): boolean {
  if (keyword === 'ENV' || keyword === 'LABEL') return pairs[0]?.legacy !== true;
  return ['FROM', 'EXPOSE', 'STOPSIGNAL', 'SHELL', 'HEALTHCHECK'].includes(keyword);
}

/** The edits that put a comment on a line of its own above the line it stands on. Never throws. */
export function moveCommentAbove(doc: DockerfileDocument, instruction: Instruction, comment: Span): readonly Edit[] {
  const { source } = doc;
  const outer = outermost(instruction);
  const own = source.lineAt(comment.start);
  const isFirst = own === source.lineAt(outer.span.start);
  // Comments that hide findings must stay next to their instruction.
  const above = isFirst ? (outer.leadingComments[0]?.span.start ?? outer.span.start) : comment.start;
  const line = source.lineAt(above);
  const start = source.lineStarts[line] ?? 0;
  const bom = start === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const indent = /^[ \t]*/.exec(source.slice(source.lineSpan(line)))?.[0] ?? '';
  const before = source.text.slice(source.lineStarts[own] ?? 0, comment.start);
  return [
    { span: { start: start + bom, end: start + bom }, text: `${indent}${source.slice(comment)}${source.eol}` },
    { span: { start: comment.start - (before.length - before.trimEnd().length), end: comment.end }, text: '' },
  ];
}
