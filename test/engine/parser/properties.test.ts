import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DockerfileSyntax, Instruction } from '../../../server/src/engine/dockerfile/syntax/types.js';
import type { MappedText } from '../../../server/src/engine/text/mapped.js';
import { contains, type Span } from '../../../server/src/engine/text/span.js';
import { parse } from './helpers.js';

const keywords = ['FROM', 'RUN', 'CMD', 'ENV', 'LABEL', 'ARG', 'COPY', 'ADD', 'USER', 'VOLUME', 'SHELL', 'HEALTHCHECK'];
const fragments = [
  ...keywords.map((keyword) => `${keyword} `),
  ...['ONBUILD ', 'ONBUILD RUN ', 'HEALTHCHECK CMD ', 'run ', 'FOO '],
  ...[
    '\n',
    '\n',
    '\n',
    '\r\n',
    ' \\\n',
    '\\\n',
    ' `\n',
    '\\ \t\n',
    '\n\n',
    '\n# c\n',
    ' \\\n# c\n',
    ' \\\n\n',
    '\r',
    '\\',
  ],
  ...[
    '<<EOF',
    '<<-"E"',
    '3<<EOF',
    '\nEOF\n',
    '\n\tE\n',
    '<<<x',
    '--mount=type=cache,target=/x ',
    '--from="a b" ',
    '-- ',
  ],
  ...[
    '["a", "b\\n"]',
    '["a",]',
    '[',
    '"',
    "'",
    '$A',
    '${A:-b}',
    '${A/b/c}',
    '${',
    'a',
    'A=b',
    'A="b c"',
    '=',
    ' ',
    '\t',
  ],
  ...['# escape=`\n', '# syntax=a\n', '\ufeff', '\0', 'é', '😀', '\u00a0', '`', '#', '&& '],
];
const dockerfile = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''));
const text = fc.oneof({ weight: 3, arbitrary: dockerfile }, fc.string({ unit: 'binary', maxLength: 200 }));
const runs = { numRuns: 600 };

function maps(joined: MappedText, source: string): void {
  const found = Array.from({ length: joined.text.length }, (_, at) => source.charAt(joined.offset(at))).join('');
  expect(found).toBe(joined.text);
}

function spansOf(instruction: Instruction): readonly Span[] {
  const { keywordSpan, lineSpan, bodySpan, words, flags, pairs, json, heredocs, innerComments, trigger } = instruction;
  return [
    ...[keywordSpan, lineSpan, bodySpan],
    ...words.flatMap((w) => [w.span, ...w.variables.flatMap((v) => [v.span, v.nameSpan, v.operandSpan ?? v.span])]),
    ...flags.flatMap((f) => [f.span, f.nameSpan, f.value?.span ?? f.span, ...f.options.map((o) => o.span)]),
    ...pairs.flatMap((p) => [p.span, p.key.span, p.value?.span ?? p.span]),
    ...(json ?? []).map((s) => s.span),
    ...heredocs.flatMap((h) => [h.span, h.terminatorSpan ?? h.span]),
    ...innerComments.map((c) => ({ start: c.span.start, end: c.span.start })),
    ...(trigger === undefined ? [] : spansOf(trigger)),
  ];
}

function topLevel(syntax: DockerfileSyntax): readonly Span[] {
  const inner = new Set(syntax.instructions.flatMap((i) => i.innerComments));
  return [
    ...syntax.instructions.map((i) => i.span),
    ...syntax.comments.filter((c) => !inner.has(c)).map((c) => c.span),
    ...syntax.directives.map((d) => d.span),
  ].sort((a, b) => a.start - b.start);
}

describe('any text', () => {
  it('parses without throwing, with spans inside their instruction', () => {
    fc.assert(
      fc.property(text, (source) => {
        const syntax = parse(source);
        for (const { span } of syntax.problems) expect(contains({ start: 0, end: source.length }, span)).toBe(true);
        for (const instruction of syntax.instructions) {
          const outside = spansOf(instruction).filter((s) => s.start > s.end || !contains(instruction.span, s));
          expect(outside).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('is covered by instructions, comments and directives, in order and without overlap', () => {
    fc.assert(
      fc.property(text, (source) => {
        let at = 0;
        let left = '';
        for (const { start, end } of topLevel(parse(source))) {
          expect(start).toBeGreaterThanOrEqual(at);
          left += source.slice(at, start);
          at = end;
        }
        expect((left + source.slice(at)).replace(/[\s\u0085\ufeff]/g, '')).toBe('');
      }),
      runs,
    );
  });

  it('maps each joined character to itself in the document', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { joined, body, heredocs, command, trigger } of parse(source).instructions) {
          for (const map of [joined, body, command?.body, trigger?.body, ...heredocs.map((h) => h.body)]) {
            if (map !== undefined) maps(map, source);
          }
        }
      }),
      runs,
    );
  });

  it('gives words in order that do not overlap', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { words } of parse(source).instructions) {
          let at = 0;
          for (const { span } of words) {
            expect(span.start).toBeGreaterThanOrEqual(at);
            at = span.end;
          }
        }
      }),
      runs,
    );
  });

  it('gives the same words with CRLF', () => {
    const summary = (source: string) =>
      parse(source).instructions.map((i) => [
        i.keyword,
        i.words.map((w) => w.value),
        i.flags.map((f) => [f.name, f.value?.value]),
        i.heredocs.map((h) => [h.name, h.body.text.replaceAll('\r', '')]),
      ]);
    fc.assert(
      fc.property(
        dockerfile.map((source) => source.replaceAll('\r', '')),
        (source) => {
          expect(summary(source.replaceAll('\n', '\r\n'))).toEqual(summary(source));
        },
      ),
      runs,
    );
  });
});
