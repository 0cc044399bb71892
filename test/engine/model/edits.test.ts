import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendCommand,
  deleteInstruction,
  insertAfter,
  insertBefore,
} from '../../../server/src/engine/dockerfile/edit/instructions.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import type { Edit } from '../../../server/src/engine/text/span.js';
import { names, nth, open } from './parse.js';

type Document = ReturnType<typeof open>;

const after = (doc: Document, edits: readonly Edit[] | undefined): string | undefined =>
  edits && applyEdits(doc.source.text, edits);

describe('inserting', () => {
  test('above an instruction goes above its comments, with indentation and several lines', () => {
    const doc = open('FROM node', '', '  # start', '  # here', '  CMD x', '');
    expect(after(doc, insertBefore(doc, nth(doc, 'CMD'), ['RUN a', 'USER b']))).toBe(
      'FROM node\n\n  RUN a\n  USER b\n  # start\n  # here\n  CMD x\n',
    );
  });

  test('keeps to CRLF and to a file in lower case', () => {
    const doc = open('# syntax=x\r', 'from node\r', 'cmd x\r', '');
    expect(after(doc, insertBefore(doc, nth(doc, 'CMD'), ['RUN a \\\n  b', 'USER B']))).toBe(
      '# syntax=x\r\nfrom node\r\nrun a \\\r\n  b\r\nuser B\r\ncmd x\r\n',
    );
  });

  test('below an instruction goes behind its heredoc and the last line without a line end', () => {
    const doc = open('FROM node', 'RUN <<EOF', 'a', 'EOF', 'CMD x');
    expect(after(doc, insertAfter(doc, nth(doc, 'RUN'), ['USER b']))).toBe(
      'FROM node\nRUN <<EOF\na\nEOF\nUSER b\nCMD x',
    );
    expect(after(doc, insertAfter(doc, nth(doc, 'CMD'), ['USER b']))).toBe(
      'FROM node\nRUN <<EOF\na\nEOF\nCMD x\nUSER b',
    );
  });

  test('a trigger stands for its ONBUILD', () => {
    const doc = open('FROM node', 'ONBUILD CMD x', '');
    expect(after(doc, insertBefore(doc, nth(doc, 'CMD'), ['USER b']))).toBe('FROM node\nUSER b\nONBUILD CMD x\n');
  });

  test.each([
    [['FROM node', 'RUN a \\']],
    [['FROM node', 'RUN a \\', '  # c']],
    [['FROM node', 'RUN a \\', '', '']],
    [['# escape=`', 'FROM node', 'RUN a `', '']],
  ])('a continuation at the end does not swallow the new line: %j', (lines) => {
    const doc = open(...lines);
    const again = open(after(doc, insertAfter(doc, nth(doc, 'RUN'), ['USER b'])) ?? '');
    expect(names(again, nth(again, 'RUN'))).toEqual(['a']);
    expect(nth(again, 'USER').body.text).toBe('b');
  });

  test('nothing is inserted into an unfinished heredoc', () => {
    const doc = open('FROM node', 'RUN <<EOF', 'a');
    expect(insertAfter(doc, nth(doc, 'RUN'), ['USER b'])).toEqual([]);
  });
});

describe('deleting', () => {
  test('takes whole lines, continuations and heredocs', () => {
    const doc = open('FROM node', 'RUN a \\', '  # c', '  b', 'COPY <<EOF /x', 'y', 'EOF', 'CMD x');
    expect(
      applyEdits(doc.source.text, [deleteInstruction(doc, nth(doc, 'RUN')), deleteInstruction(doc, nth(doc, 'COPY'))]),
    ).toBe('FROM node\nCMD x');
  });

  test('takes comments when asked, and leaves one blank line of two', () => {
    const doc = open('FROM node', '', '# c', 'USER root', '', 'CMD x');
    expect(applyEdits(doc.source.text, [deleteInstruction(doc, nth(doc, 'USER'), { comments: true })])).toBe(
      'FROM node\n\nCMD x',
    );
    expect(applyEdits(doc.source.text, [deleteInstruction(doc, nth(doc, 'USER'))])).toBe('FROM node\n\n# c\n\nCMD x');
  });

  test('the last line, which has no line end, goes too, also together with the one above', () => {
    const doc = open('FROM node\r', 'USER root');
    expect(applyEdits(doc.source.text, [deleteInstruction(doc, nth(doc, 'USER'))])).toBe('FROM node\r\n');
    expect(
      applyEdits(
        doc.source.text,
        doc.instructions.map((each) => deleteInstruction(doc, each)),
      ),
    ).toBe('');
    const only = open('FROM node');
    expect(applyEdits(only.source.text, [deleteInstruction(only, nth(only, 'FROM'))])).toBe('');
  });
});

describe('appending a command to a RUN', () => {
  const append = (...lines: readonly string[]) => {
    const doc = open(...lines);
    return after(doc, appendCommand(doc, nth(doc, 'RUN'), 'rm x'));
  };

  test.each<readonly [string, readonly string[], string]>([
    ['one line', ['RUN a b'], 'RUN a b && rm x'],
    ['one line, trailing blanks', ['RUN a  ', 'CMD y'], 'RUN a && rm x  \nCMD y'],
    [
      'separators at line starts',
      ['RUN a \\', '    && b \\', '    && c', ''],
      'RUN a \\\n    && b \\\n    && c \\\n    && rm x\n',
    ],
    ['separators at line ends', ['RUN a && \\', '  b && \\', '  c'], 'RUN a && \\\n  b && \\\n  c && \\\n  rm x'],
    ['arguments on lines', ['RUN a \\', '      b \\', '      c'], 'RUN a \\\n      b \\\n      c \\\n      && rm x'],
    ['comments inside', ['RUN a \\', '# why', '  && b'], 'RUN a \\\n# why\n  && b \\\n  && rm x'],
    [
      'set -e and semicolons',
      ['RUN set -eux; \\', '    a; \\', '    b'],
      'RUN set -eux; \\\n    a; \\\n    b; \\\n    rm x',
    ],
    ['a last semicolon', ['RUN set -e; \\', '    a;'], 'RUN set -e; \\\n    a; \\\n    rm x'],
    ['a structure at the end', ['RUN if a; then b; fi'], 'RUN if a; then b; fi && rm x'],
    ['a subshell at the end', ['RUN (a && b)'], 'RUN (a && b) && rm x'],
    ['the escape directive', ['# escape=`', 'RUN a `', '  && b'], '# escape=`\nRUN a `\n  && b `\n  && rm x'],
    ['CRLF', ['RUN a \\\r', '  && b\r', ''], 'RUN a \\\r\n  && b \\\r\n  && rm x\r\n'],
    ['a flag in front', ['RUN --network=none \\', '  a'], 'RUN --network=none \\\n  a && rm x'],
    [
      'a heredoc that stops at failures',
      ['RUN <<EOF', '  set -e', '  b', 'EOF'],
      'RUN <<EOF\n  set -e\n  b\n  rm x\nEOF',
    ],
    [
      'a heredoc whose last command decides',
      ['RUN <<EOF', '  a', '  b', '', 'EOF'],
      'RUN <<EOF\n  a\n  b && rm x\n\nEOF',
    ],
    ['a heredoc for a shell', ['RUN <<EOF bash', 'set -ex', 'b', 'EOF'], 'RUN <<EOF bash\nset -ex\nb\nrm x\nEOF'],
    [
      'a heredoc with tabs',
      ['RUN <<-EOF', '\t# c', '\tset -eu', '\tif a', '\tthen b', '\tfi', '\tEOF'],
      'RUN <<-EOF\n\t# c\n\tset -eu\n\tif a\n\tthen b\n\tfi\n\trm x\n\tEOF',
    ],
    [
      'a structure at the end of a heredoc',
      ['RUN <<EOF', 'if a', 'then b', 'fi', 'EOF'],
      'RUN <<EOF\nif a\nthen b\nfi && rm x\nEOF',
    ],
    ['a heredoc that is a file', ['RUN cat <<EOF > f', 'x', 'EOF'], 'RUN cat <<EOF > f && rm x\nx\nEOF'],
    ['set -e and a list that hides it', ['RUN set -e; a && b'], 'RUN set -e; a && b && rm x'],
    ['set -e and a structure', ['RUN set -e; if a; then b; fi'], 'RUN set -e; if a; then b; fi && rm x'],
    ['! further up', ['RUN set -e; if ! a; then b; fi; c'], 'RUN set -e; if ! a; then b; fi; c; rm x'],
    [
      'a heredoc whose last list hides set -e',
      ['RUN <<EOF', 'set -e', 'a && b', 'EOF'],
      'RUN <<EOF\nset -e\na && b && rm x\nEOF',
    ],
    ['lower case', ['run a'], 'run a && rm x'],
    ['a trigger', ['ONBUILD RUN a'], 'ONBUILD RUN a && rm x'],
    ['a quoted #', ['RUN echo "# x"'], 'RUN echo "# x" && rm x'],
  ])('%s', (_, lines, expected) => {
    expect(append(...lines)).toBe(expected);
  });

  test.each<readonly [string, readonly string[]]>([
    ['the exec form', ['RUN ["a"]']],
    ['another shell', ['FROM node', 'SHELL ["pwsh", "-c"]', 'RUN a']],
    ['a comment at the end', ['RUN a # why']],
    ['a command in the background', ['RUN a &']],
    ['text that does not parse', ['RUN if a; then']],
    ['exec at the end', ['RUN a && exec b']],
    ['an unfinished heredoc', ['RUN <<EOF', 'a']],
    ['a comment at the end of a heredoc', ['RUN <<EOF', 'a # why', 'EOF']],
    ['a last semicolon in a heredoc', ['RUN <<EOF', 'a;', 'EOF']],
    ['exit at the end of a heredoc', ['RUN <<EOF bash', 'a', 'exit', 'EOF']],
    ['! in front of the last command', ['RUN set -e; a; ! grep b /c']],
    ['! in front of the last command without set -e', ['RUN a && ! grep b /c']],
    ['! in front of a last pipeline, across lines', ['RUN set -e; a; ! \\', '  b | grep c']],
    ['! in front of a last group', ['RUN set -e; ! { a; b; }']],
    ['! at the end of a heredoc', ['RUN <<EOF', 'set -e', 'a', '! grep b /c', 'EOF']],
    ['a last semicolon that hides the status', ['RUN a;']],
    ['nothing', ['RUN']],
  ])('not for %s', (_, lines) => {
    expect(append(...lines)).toBeUndefined();
  });

  test('whatever the chain, the command is there once more and the text still parses', () => {
    const word = fc.constantFrom('a', 'b "x y"', "c '#'", 'd $E', 'e | f', '(g)', '{ h; }', 'i > /j', '$(k)');
    const join = fc.constantFrom(' && ', '; ', ' && \\\n  ', ' \\\n    && ', '; \\\n', ' || ', ' \\\n# c\n && ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, join), { minLength: 1, maxLength: 6 }), word, (parts, last) => {
        const doc = open('FROM node', `RUN ${parts.map((part) => part.join('')).join('')}${last}`, 'CMD z');
        const text = after(doc, appendCommand(doc, nth(doc, 'RUN'), 'rm x'));
        const again = open(text!);
        expect(again.scriptOf(nth(again, 'RUN'))?.errors).toEqual([]);
        expect(names(again, nth(again, 'RUN'))).toEqual([...names(doc, nth(doc, 'RUN')), 'rm']);
      }),
      { numRuns: 300 },
    );
  });
});
