import type { DockerfileDocument } from '../../src/engine/dockerfile/model/types.js';
import type { Instruction } from '../../src/engine/dockerfile/syntax/types.js';
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
 */
export function scriptsOf(doc: DockerfileDocument): readonly Script[] {
  return doc.byKeyword('RUN').flatMap((run) => scriptOf(doc, run) ?? []);
}

function scriptOf(doc: DockerfileDocument, run: Instruction): Script | undefined {
  if (run.json !== undefined || run.body.text === '') return undefined;
  const [heredoc] = run.heredocs;
  const alone = heredoc !== undefined && run.heredocs.length === 1 && /^<<-?(["']?)\w+\1$/.test(run.body.text);
  const shebang = alone ? /^#!(\S+)(?:[ \t]+(\S+))?/.exec(heredoc.body.text) : null;
  const interpreter = shebang?.[1]?.endsWith('/env') === true ? shebang[2] : shebang?.[1];
  const shell = interpreter?.split('/').at(-1) ?? doc.shellAt(run).name;
  if (!dialects.has(shell)) return undefined;

  const names = [...doc.scopeAt(run).all.values()].filter(({ kind }) => kind !== 'predefined').map(({ name }) => name);
  const head = [`#!/bin/${shell}`, ...[...always, ...names].map((name) => `export ${name}=1`)];
  const text = alone ? heredoc.body : run.body;
  // Behind the line come the bodies of here-documents with their ends, as they stand.
  const rest = alone || heredoc === undefined ? '' : doc.source.text.slice(run.lineSpan.end, run.span.end);
  const lines = `${text.text}${rest}`.split('\n');
  const starts: number[] = [];
  for (let at = 0, index = 0; index < lines.length; at += (lines[index]?.length ?? 0) + 1, index++) starts.push(at);
  return {
    text: `${head.join('\n')}\n${text.text}${rest}\n`,
    offsetOf({ line, column }) {
      const own = line - head.length - 1;
      const at = own < 0 ? 0 : (starts[own] ?? 0) + column - 1;
      return at <= text.text.length ? text.offset(at) : run.lineSpan.end + at - text.text.length;
    },
  };
}
