import type { DockerfileDocument } from '../../src/engine/dockerfile/model/types.js';
import type { Instruction } from '../../src/engine/dockerfile/syntax/types.js';
import type { MappedText } from '../../src/engine/text/mapped.js';
import type { ShellRemark } from './oracles/shellcheck.js';

/** The shell text of one RUN as ShellCheck reads it. */
export interface Script {
  readonly text: string;
  /** The document offset of a place in `text`; both from 1. */
  readonly offsetOf: (place: Pick<ShellRemark, 'line' | 'column'>) => number;
}

/** What Docker sets without being told. */
const always = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
const dialects = new Set(['sh', 'ash', 'dash', 'bash', 'ksh']);

/**
 * A script for each RUN in shell form, triggers included: the shell in force as its interpreter, the variables in scope
 * as exported ones, and the text without Docker's continuations; of a here-document that Docker itself runs, its body.
 * One more for a here-document that is the input of a shell.
 */
export function scriptsOf(doc: DockerfileDocument): readonly Script[] {
  return doc.byKeyword('RUN').flatMap((run) => [...scriptOf(doc, run), ...inputOf(doc, run)]);
}

/** `RUN <<EOF bash -e` */
function inputOf(doc: DockerfileDocument, run: Instruction): readonly Script[] {
  const [heredoc] = run.heredocs;
  const words = /^<<-?(["']?)\w+\1[ \t]+(?:\/\S*\/)?(\w+)((?:[ \t]+-\S+)*)$/.exec(run.body.text);
  const [, , shell = '', options = ''] = words ?? [];
  if (run.json !== undefined || heredoc === undefined || run.heredocs.length > 1 || !dialects.has(shell)) return [];
  const head = headOf(doc, run, `${shell}${options}`);
  return [scriptWith(head, heredoc.body, '', run.lineSpan.end)];
}

function scriptOf(doc: DockerfileDocument, run: Instruction): readonly Script[] {
  if (run.json !== undefined || run.body.text === '') return [];
  const [heredoc] = run.heredocs;
  const alone = heredoc !== undefined && run.heredocs.length === 1 && /^<<-?(["']?)\w+\1$/.test(run.body.text);
  const shebang = alone ? /^#!(\S+)((?:[ \t]+\S+)*)/.exec(heredoc.body.text) : null;
  const [, program = '', words = ''] = shebang ?? [];
  // Through env the first word is the shell; else options of the shell follow.
  const given = program.endsWith('/env') ? words.trim() : `${program.split('/').at(-1) ?? ''}${words}`;
  const shell = given === '' ? doc.shellAt(run).name : given;
  if (!dialects.has(shell.split(/[ \t]/)[0] ?? '')) return [];
  // Behind the line come the bodies of here-documents with their ends, as they stand.
  const rest = alone || heredoc === undefined ? '' : doc.source.text.slice(run.lineSpan.end, run.span.end);
  return [scriptWith(headOf(doc, run, shell), alone ? heredoc.body : run.body, rest, run.lineSpan.end)];
}

function headOf(doc: DockerfileDocument, run: Instruction, shell: string): readonly string[] {
  const names = [...doc.scopeAt(run).all.values()].filter(({ kind }) => kind !== 'predefined').map(({ name }) => name);
  return [`#!/bin/${shell}`, ...[...always, ...names].map((name) => `export ${name}=1`)];
}

/** `rest` is the text of the document from `restAt`. */
function scriptWith(head: readonly string[], text: MappedText, rest: string, restAt: number): Script {
  const lines = `${text.text}${rest}`.split('\n');
  const starts: number[] = [];
  for (let at = 0, index = 0; index < lines.length; at += (lines[index]?.length ?? 0) + 1, index++) starts.push(at);
  return {
    text: `${head.join('\n')}\n${text.text}${rest}\n`,
    offsetOf({ line, column }) {
      const own = line - head.length - 1;
      const at = own < 0 ? 0 : (starts[own] ?? 0) + column - 1;
      return at <= text.text.length ? text.offset(at) : restAt + at - text.text.length;
    },
  };
}
