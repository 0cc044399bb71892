import type { ShellCommand, ShellScript } from '../shell/types.js';
import type { Edit } from '../text/span.js';
import { loneHeredoc } from './model/commands.js';
import type { DockerfileDocument } from './model/types.js';
import type { Heredoc, Instruction } from './syntax/types.js';

/**
 * Appends a command to a RUN in the style of its chain: `&&` (or `;` behind `set -e`) on the same line, or on a line of
 * its own with the continuations and indentation of the others, or as the last line of a heredoc that is the script.
 * Undefined where a command cannot be appended plainly: exec form, other shells, text that does not parse, a comment or
 * `&` at the end, a script that ends with `exec` or `exit`. Never throws.
 */
export function appendCommand(doc: DockerfileDocument, run: Instruction, command: string): readonly Edit[] | undefined {
  const script = run.keyword === 'RUN' ? doc.scriptOf(run) : undefined;
  if (script === undefined || script.errors.length > 0) return undefined;
  const last = lastCommand(script);
  if (last === undefined || last.name === 'exec' || last.name === 'exit') return undefined;
  const heredoc = loneHeredoc(run);
  if (heredoc !== undefined) return appendLine(doc, heredoc, command);

  const { text } = doc.source;
  const end = run.body.offset(run.body.text.length);
  const tail = last.span.end >= end ? '' : plainTail(doc, text.slice(last.span.end, end));
  if (tail === undefined) return undefined;
  return [{ span: { start: end, end }, text: chained(doc, run, command, separatorOf(script), tail.endsWith(';')) }];
}

/** The command that reaches furthest, heredoc bodies aside. */
function lastCommand({ commands }: ShellScript): ShellCommand | undefined {
  return commands.reduce<ShellCommand | undefined>(
    (last, command) => (last === undefined || command.span.end >= last.span.end ? command : last),
    undefined,
  );
}

/** What follows the last command, without continuations; undefined unless it only closes what is open. */
function plainTail(doc: DockerfileDocument, text: string): string | undefined {
  const joined = text
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .split(doc.syntax.escape)
    .join('')
    .trim();
  return /^(?:[);} ]|fi\b|done\b|esac\b)*$/.test(joined) ? joined : undefined;
}

/** `;` only where the script stops at the first failure by itself. */
function separatorOf({ commands }: ShellScript): '&&' | ';' {
  const [first] = commands;
  const stops = first?.name === 'set' && first.args.some(({ value }) => /^-[a-z]*e/.test(value));
  return stops && !commands.some(({ join }) => join === '&&') ? ';' : '&&';
}

/** How a line of the chain begins. */
interface Layout {
  readonly indent: string;
  /** The separator stands at the end of a line, not at the start of the next one. */
  readonly trailing: boolean;
}

function chained(
  doc: DockerfileDocument,
  run: Instruction,
  command: string,
  separator: '&&' | ';',
  separated: boolean,
): string {
  const layout = layoutOf(doc, run);
  const atEnd = separated ? '' : separator === ';' ? ';' : ' &&';
  if (layout === undefined) return `${atEnd} ${command}`;
  const { eol } = doc.source;
  const line = `${eol}${layout.indent}`;
  if (layout.trailing || separated) return `${atEnd} ${doc.syntax.escape}${line}${command}`;
  return ` ${doc.syntax.escape}${line}${separator} ${command}`;
}

/** The layout of the last line of a chain that is broken at its separators, or else at arguments. */
function layoutOf(doc: DockerfileDocument, run: Instruction): Layout | undefined {
  const { text } = doc.source;
  const breaks = run.continuations
    .filter(({ start, end }) => start >= run.bodySpan.start && end <= run.bodySpan.end)
    .map(({ start, end }) => {
      const indent = blanksAt(text, end);
      return {
        indent,
        trailing: /(?:&&|;)[ \t]*$/.test(text.slice(Math.max(0, start - 40), start)),
        leading: /^(?:&&|;)/.test(text.slice(end + indent.length, end + indent.length + 2)),
      };
    });
  return breaks.filter(({ trailing, leading }) => trailing || leading).at(-1) ?? breaks.at(-1);
}

function blanksAt(text: string, start: number): string {
  const blanks = /[ \t]*/y;
  blanks.lastIndex = start;
  return blanks.exec(text)?.[0] ?? '';
}

/** A new last line of a heredoc, indented like its first. */
function appendLine(doc: DockerfileDocument, heredoc: Heredoc, command: string): readonly Edit[] | undefined {
  const body = doc.source.slice(heredoc.bodySpan);
  if (heredoc.terminatorSpan === undefined || !/(?<!\\)\r?\n$/.test(body)) return undefined;
  const indent = /^[ \t]*(?=[^\s#])/m.exec(body)?.[0] ?? '';
  const at = heredoc.bodySpan.end;
  return [{ span: { start: at, end: at }, text: `${indent}${command}${doc.source.eol}` }];
}
