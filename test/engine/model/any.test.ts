import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  appendCommand,
  deleteInstruction,
  insertAfter,
  insertBefore,
} from '../../../server/src/engine/dockerfile/edit/instructions.js';
import { stageChain } from '../../../server/src/engine/dockerfile/stages/chain.js';
import { applyEdits, contains } from '../../../server/src/engine/text/span.js';
import { open } from './parse.js';

const line = fc.constantFrom(
  'FROM a AS a',
  'FROM A AS b',
  'from --platform=$X mcr.microsoft.com/windows:1 as c',
  'FROM $A',
  'FROM',
  'ARG A=b',
  'ARG A B=$A C',
  'ENV A=$B B=${A:-$C}',
  'ENV x y $A',
  'WORKDIR $A/x',
  'USER ${A',
  'SHELL ["bash", "-c"]',
  'SHELL cmd',
  'COPY --from=b --from=1 . .',
  'COPY <<EOF /x',
  'RUN --mount=from=a,target=/x sh -c "y $A" && \\',
  'RUN <<-EOF bash',
  'RUN ["sh", "-c", "a \\u0026& b"]',
  'ONBUILD RUN <<EOF',
  'ONBUILD ONBUILD ENV A=1',
  'ONBUILD ENTRYPOINT ["x"]',
  'HEALTHCHECK CMD',
  'HEALTHCHECK --x CMD ["a"]',
  'CMD a | b; (c)',
  '  && d # e',
  '# comment',
  '# escape=`',
  'EOF',
  '\tEOF',
  '',
  'NOTHING x',
  '\u0000"\'${',
);

test('every question about any file has an answer, with spans inside the file', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom('', '\r'), (lines, end) => {
      const doc = open(...lines.map((text) => text + end));
      const whole = { start: 0, end: doc.source.text.length };
      for (const stage of doc.stages) {
        expect(contains(whole, stage.span)).toBe(true);
        expect(stageChain(stage).at(-1)?.parent).toBeUndefined();
        expect([stage.known, stage.os, stage.reachable, stage.user, stage.cmd, stage.healthcheck]).toHaveLength(6);
        for (const link of stage.links) expect(contains(whole, link.span)).toBe(true);
      }
      for (const instruction of doc.instructions) {
        const words = [...instruction.words, ...instruction.pairs.flatMap(({ key, value }) => [key, value ?? key])];
        for (const word of words) expect(typeof doc.expand(word, instruction).value).toBe('string');
        for (const command of doc.commandsOf(instruction)) expect(contains(whole, command.span)).toBe(true);
        expect([doc.workdirAt(instruction), doc.userAt(instruction), doc.shellAt(instruction)]).toHaveLength(3);
        for (const edits of [
          insertBefore(doc, instruction, ['USER x']),
          insertAfter(doc, instruction, ['USER x']),
          [deleteInstruction(doc, instruction)],
          appendCommand(doc, instruction, 'x') ?? [],
        ]) {
          expect(typeof applyEdits(doc.source.text, edits)).toBe('string');
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('what is inserted becomes an instruction of its own, and a deleted one is gone', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const doc = open('FROM node', ...lines, '', 'CMD last', '');
      const count = doc.syntax.instructions.length;
      const last = doc.syntax.instructions.at(-1)!;
      fc.pre(last.keyword === 'CMD' && last.body.text === 'last' && doc.syntax.instructions.at(-2)!.keyword !== 'EOF');
      const inserted = open(applyEdits(doc.source.text, insertBefore(doc, last, ['STOPSIGNAL x'])));
      expect(inserted.syntax.instructions.map(({ keyword }) => keyword).slice(-2)).toEqual(['STOPSIGNAL', 'CMD']);
      const deleted = open(applyEdits(doc.source.text, [deleteInstruction(doc, last)]));
      expect(deleted.syntax.instructions).toHaveLength(count - 1);
    }),
    { numRuns: 300 },
  );
});
