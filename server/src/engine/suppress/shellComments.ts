import type { DockerfileDocument } from '../dockerfile/model/types.js';
import { shellUnits, type ShellUnit } from '../dockerfile/shell/units.js';
import { outermost } from '../dockerfile/model/outermost.js';
import type { Comment, Instruction } from '../dockerfile/syntax/types.js';
import { weaklyMemoised } from '../memo.js';
import type { NodeType } from '../shell/unbash/nodes.js';
import type { MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';

/** A comment line of a here-document. */
export interface HeredocComment extends Comment {
  /** The top-level instruction that holds it. */
  readonly instruction: Instruction;
  /** The body it stands in. */
  readonly body: Span;
}

/** Tools that read comments in here-documents. */
const read = /\b(?:shellcheck|checkov|bridgecrew|cortex)\b/;

/** The comment lines of here-documents that a tool might read. Takes no time for most texts. */
export function heredocComments({ syntax, source }: DockerfileDocument): readonly HeredocComment[] {
  if (!read.test(source.text)) return [];
  const found: HeredocComment[] = [];
  for (const instruction of syntax.instructions) {
    for (const { bodySpan } of instruction.heredocs) {
      const text = source.slice(bodySpan);
      for (const match of text.matchAll(/^[ \t]*(#[^\r\n]*)/gm)) {
        const start = bodySpan.start + match.index + match[0].length - (match[1] ?? '').length;
        const span = { start, end: bodySpan.start + match.index + match[0].length };
        found.push({ span, text: source.slice(span).slice(1), instruction, body: bodySpan });
      }
    }
  }
  return found;
}

/** Nodes that a directive can stand in front of. */
const commandTypes: readonly NodeType[] = [
  'Statement',
  'AndOr',
  'Pipeline',
  'Command',
  'Redirected',
  'If',
  'For',
  'While',
  'Case',
  'Subshell',
  'BraceGroup',
  'Function',
  'TestCommand',
  'ArithmeticCommand',
];

/**
 * What a ShellCheck directive inside a RUN covers: all of the script where no command stands above it, else the whole
 * command below; undefined where none follows or the text is no shell script. `body` is the here-document that holds
 * the comment; without one it stands between continued lines.
 */
export function commandBelow(
  doc: DockerfileDocument,
  instruction: Instruction,
  comment: Span,
  body: Span | undefined,
): Span | undefined {
  const units = shellUnits(doc).filter((unit) => outermost(unit.instruction) === instruction);
  const unit = body === undefined ? units[0] : units.findLast(({ text }) => surrounds(text, comment));
  if (unit === undefined) return undefined;
  const commands = commandsOf(unit);
  let low = 0;
  let high = commands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commands[middle]?.start ?? 0) < comment.end) low = middle + 1;
    else high = middle;
  }
  return low === 0 && commands.length > 0 ? (body ?? instruction.span) : commands[low];
}

/** The places of every command, those that start first and then the longer ones first. */
const commandsOf = weaklyMemoised(({ tree, text }: ShellUnit): readonly Span[] =>
  commandTypes
    .flatMap((type) => tree.of(type).filter(({ exact }) => exact))
    .map(({ node }) => text.span(node.pos, node.end))
    .sort((a, b) => a.start - b.start || b.end - a.end),
);

function surrounds(text: MappedText, { start }: Span): boolean {
  return text.offset(0) <= start && start <= text.offset(text.text.length);
}
