import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import type { DockerfileDocument } from '../../../server/src/engine/dockerfile/model/types.js';
import type { Instruction } from '../../../server/src/engine/dockerfile/syntax/types.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { rules } from '../../../server/src/rules/index.js';
import { loud } from '../../loud.js';

const linter = new Linter(rules);
const options = { config: defaultConfig(rules, 'all'), facts: unknownFacts, date: '2026-11-01', ...loud };

function open(text: string, earlier?: DockerfileDocument): DockerfileDocument {
  const doc = linter.open('dockerfile', text, undefined, earlier);
  if (doc.language !== 'dockerfile') throw new Error('not a Dockerfile');
  return doc;
}

/** Everything that a person sees of a document. */
function seen(doc: DockerfileDocument): unknown {
  const { findings, suppressed } = linter.lint(doc, options);
  return {
    directives: doc.syntax.directives,
    comments: doc.syntax.comments,
    instructions: doc.instructions.map((instruction) => of(doc, instruction)),
    problems: doc.syntax.problems.map(({ code, span, message, instruction }) => [
      code,
      span,
      message,
      instruction?.index,
    ]),
    found: [...findings, ...suppressed].map(({ rule, at, message, severity, fixes }) => [
      ...[rule.id, at, message, severity],
      fixes.map((fix) => [fix.title, fix.edits()]),
    ]),
  };
}

function of(doc: DockerfileDocument, instruction: Instruction): unknown {
  const { index, keyword, span, lineSpan, heredocs, leadingComments, words, parent } = instruction;
  return {
    ...{ index, keyword, span, lineSpan, leadingComments, parent: parent?.index },
    words: words.map((word) => [word.span, word.text, word.value]),
    heredocs: heredocs.map((heredoc) => [heredoc.name, heredoc.bodySpan, heredoc.terminatorSpan]),
    shell: doc.shellAt(instruction).words,
    commands: doc.commandsOf(instruction).map((command) => [command.name, command.span, command.form]),
  };
}

const line = fc.constantFrom(
  ...['FROM debian:13', 'FROM a AS b', 'FROM mcr.microsoft.com/windows/nanoserver:1809 AS w', 'FROM b', 'FROM scratch'],
  ...['ARG A=b', 'ENV A=$A B=c', 'WORKDIR $A', 'WORKDIR C:\\app', 'USER app', 'SHELL ["bash", "-c"]', 'SHELL ["cmd"]'],
  ...['RUN apt-get update && \\', '    apt-get install -y curl', 'RUN <<EOF', 'RUN <<-END bash', 'EOF', '\tEND'],
  ...[
    'RUN ["powershell", "ls"]',
    'RUN sudo cat a | b',
    'ONBUILD RUN cd x',
    'ONBUILD COPY <<EOF /x',
    'COPY --from=b . .',
  ],
  ...['# a comment', '# escape=`', '# syntax=docker/dockerfile:1', '# hadolint shell=powershell', '', 'curl x', '&& y'],
  ...[
    'CMD ["a"]',
    'HEALTHCHECK CMD curl x',
    'EXPOSE 80',
    '# check=skip=all',
    'RUN echo `date`',
    'RUN a \\',
    'COPY <<A <<B /',
  ],
);
const lines = fc.array(line, { maxLength: 25 });
/** Where, as a part of the text's length; how much goes; what comes. */
const edit = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(40),
  fc.oneof(
    line.map((text) => `${text}\n`),
    fc.constantFrom('', 'x', ' ', '\n', '\\', '\\\n', '\r\n', '#', '<<EOF', 'EOF\n', '`', '"'),
  ),
);

describe('a document that takes over what an edit left alone', () => {
  it('is as one that was read anew, after each of many edits', () => {
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('\n', '\r\n'),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (begin, end, edits) => {
          let text = begin.join(end);
          let doc = open(text);
          seen(doc);
          for (const [part, gone, come] of edits) {
            const at = Math.floor(part * text.length);
            text = text.slice(0, at) + come + text.slice(at + gone);
            doc = open(text, doc);
            expect(seen(doc)).toEqual(seen(open(text)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const before = 'FROM debian:13\nRUN <<EOF\nls\nEOF\nRUN a \\\n  b\nUSER app\nCMD ["a"]\n';
  it.each([
    ['further down', before.replace('app', 'apps'), 3],
    ['in the line behind', before.replace('b\n', 'b \\\n'), 2],
    ['in the first line', before.replace('13', '12'), 0],
    ['in a heredoc', before.replace('ls', 'll'), 1],
    ['at the end', `${before}# x`, 4],
    ['nowhere', before, 4],
    ['that opens a heredoc', before.replace('RUN a', 'RUN <<X'), 2],
  ])('takes what stands above an edit %s', (_, text, reused) => {
    const doc = open(before);
    const next = open(text, doc);
    expect(next.syntax.reused).toBe(reused);
    expect(
      next.syntax.instructions.slice(0, reused).every((each, index) => each === doc.syntax.instructions[index]),
    ).toBe(true);
  });

  it('takes nothing over from behind a heredoc that does not end, because a line further down may end it', () => {
    const text = 'FROM debian:13\nRUN <<EOF\nls\nUSER app\nUSER app\nCMD ["a"]\n';
    const doc = open(text);
    expect(doc.syntax.instructions).toHaveLength(5);
    const next = open(`${text}EOF\n`, doc);
    expect([next.syntax.reused, next.syntax.instructions.length]).toEqual([1, 2]);
  });

  it('reads commands again where the shell or the operating system have changed', () => {
    const doc = open('FROM a\nRUN ls -l\nRUN dir\n');
    expect(doc.commandsOf(doc.syntax.instructions[1]!)).toHaveLength(1);
    const next = open(`${doc.source.text}SHELL ["cmd", "/S", "/C"]\nRUN C:\\x.exe\n`, doc);
    expect(next.syntax.reused).toBe(2);
    const [, run] = next.syntax.instructions;
    expect(run).toBe(doc.syntax.instructions[1]);
    expect(next.commandsOf(run!)).toEqual([]);
  });

  it('now and then reads all of it again, so that not every text of a long day stays in memory', () => {
    let doc = open('FROM a\nUSER b\nUSER c\n');
    const counts = new Set<number>();
    for (let round = 0; round < 100; round++) {
      doc = open(`${doc.source.text}#`, doc);
      counts.add(doc.syntax.reused);
    }
    expect([...counts].sort()).toEqual([0, 2]);
  });
});
