import type { ShellCommand, ShellScript } from '../../shell/types.js';
import type { Edit } from '../../text/span.js';
import { loneHeredoc } from '../model/commands.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Heredoc, Instruction } from '../syntax/types.js';

/**
 * Appends a command to a RUN in the style of its chain: `&&` (or `;` where `set -e` stops at any failure) on the same line, or on a line of
 * its own with the continuations and indentation of the others, or at the end of a heredoc that is the script.
 * Undefined where a command cannot be appended plainly: exec form, other shells, text that does not parse, a comment or
 * `&` at the end, a script that ends with `exec`, `exit` or a command behind `!`. Never throws.
 */
export function appendCommand(doc: DockerfileDocument, run: Instruction, command: string): readonly Edit[] | undefined {
  const script = run.keyword === 'RUN' ? doc.scriptOf(run) : undefined;
  if (script === undefined || script.errors.length > 0) return undefined;
  const last = lastCommand(script.commands);
  if (last === undefined || last.name === 'exec' || last.name === 'exit') return undefined;
  const heredoc = loneHeredoc(run);
  if (heredoc !== undefined) return appendLine(doc, heredoc, script.commands, command);
  const input = shellInput(run, script);
  if (input !== undefined) {
    const inner = doc.commandsOf(run).filter(({ form }) => form === 'heredoc');
    return appendLine(doc, input, inner, command);
  }

  if (isNegated(doc, run.bodySpan.start, script.commands)) return undefined;
  const { text } = doc.source;
  const end = run.body.offset(run.body.text.length);
  const tail = last.span.end >= end ? '' : plainTail(doc, text.slice(last.span.end, end));
  if (tail === undefined) return undefined;
  const separator = separatorOf(script, text.slice(run.bodySpan.start, end));
  const separated = tail.endsWith(';');
  if (separated && separator === '&&') return undefined;
  return [{ span: { start: end, end }, text: chained(doc, run, command, separator, separated) }];
}

/** The heredoc that `RUN <<EOF bash` hands to a shell, if that is all the RUN does. */
function shellInput({ heredocs }: Instruction, { commands }: ShellScript): Heredoc | undefined {
  const [only] = commands;
  if (commands.length !== 1 || heredocs.length !== 1 || only?.redirects.length !== 1) return undefined;
  return only.args.length === 0 && /^(?:ba|da|a|z|k)?sh$/.test(only.name ?? '') ? heredocs[0] : undefined;
}

/** The command that reaches furthest, heredoc bodies aside. */
function lastCommand(commands: readonly ShellCommand[]): ShellCommand | undefined {
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

/** `;` only where the script stops at the first failure by itself, that of the last command included. */
function separatorOf({ commands }: ShellScript, text: string): '&&' | ';' {
  return stopsAtFailure(commands) && !text.includes('&&') && isPlain(commands) ? ';' : '&&';
}

/** Whether the last command stands alone: `set -e` then stops the script when it fails, but not in `a && b`. */
function isPlain(commands: readonly ShellCommand[]): boolean {
  const last = lastCommand(commands);
  return last?.scopes.length === 0 && /^(?:start|;|newline)$/.test(last.join);
}

/** Whether the last pipeline, or a group or subshell, stands behind `!`, whose failure `set -e` does not see. */
function isNegated(doc: DockerfileDocument, start: number, commands: readonly ShellCommand[]): boolean {
  const last = lastCommand(commands);
  let end = start;
  let negated = false;
  for (const { span, join, scopes, list } of commands) {
    const gap = doc.source.text.slice(end, Math.max(end, span.start));
    const grouped = /(?:^|[\s;&|({])!\s*[({]/.test(gap);
    if (join !== '|' || list !== last?.list) negated = grouped || /(?:^|[\s;&|({])![\s\\`]*$/.test(gap);
    else negated ||= grouped;
    if (grouped && scopes.length > 0) return true;
    end = Math.max(end, span.end);
  }
  return negated;
}

function stopsAtFailure([first]: readonly ShellCommand[]): boolean {
  return first?.name === 'set' && first.args.some(({ value }) => /^-[a-z]*e/.test(value));
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

/**
 * A new last line of a heredoc, indented like its first. Where the script does not stop at a failure of the last
 * command, that one says whether the RUN failed, so the new one only follows its success.
 */
function appendLine(
  doc: DockerfileDocument,
  heredoc: Heredoc,
  commands: readonly ShellCommand[],
  command: string,
): readonly Edit[] | undefined {
  const body = doc.source.slice(heredoc.bodySpan);
  const last = lastCommand(commands);
  if (heredoc.terminatorSpan === undefined || !/(?<!\\)\r?\n$/.test(body) || last === undefined) return undefined;
  if (last.name === 'exec' || last.name === 'exit' || isNegated(doc, heredoc.bodySpan.start, commands))
    return undefined;
  if (!stopsAtFailure(commands) || (!isPlain(commands) && body.includes('&&'))) {
    const end = heredoc.bodySpan.start + body.trimEnd().length;
    const tail = plainTail(doc, doc.source.slice({ start: last.span.end, end }));
    if (tail === undefined || tail.endsWith(';')) return undefined;
    return [{ span: { start: end, end }, text: ` && ${command}` }];
  }
  const indent = /^[ \t]*(?=[^\s#])/m.exec(body)?.[0] ?? '';
  const at = heredoc.bodySpan.end;
  return [{ span: { start: at, end: at }, text: `${indent}${command}${doc.source.eol}` }];
}
