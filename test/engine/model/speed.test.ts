import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../../server/src/engine/dockerfile/document.js';
import type { DockerfileDocument } from '../../../server/src/engine/dockerfile/model/types.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

/** Asks everything of every instruction. */
function askAll(doc: DockerfileDocument): number {
  let answers = 0;
  for (const instruction of doc.instructions) {
    const scope = doc.scopeAt(instruction);
    for (const word of instruction.words) answers += doc.expand(word, instruction).value.length;
    answers += scope.get('A1') === undefined ? 0 : 1;
    answers += doc.commandsOf(instruction).length;
    answers += [doc.stageOf(instruction)?.os, doc.shellAt(instruction).name].join().length;
    answers += (doc.workdirAt(instruction) ?? '').length + (doc.userAt(instruction)?.index ?? 0);
    answers += doc.byKeyword(instruction.keyword).length > 0 ? 1 : 0;
  }
  for (const stage of doc.stages) {
    answers += stage.reachable && stage.user !== undefined ? 1 : 0;
    answers += stage.links.length + (stage.known === undefined ? 0 : 1) + (stage.cmd === undefined ? 0 : 1);
  }
  return answers;
}

const many = (count: number, line: (n: number) => string): string =>
  ['FROM node:20 AS s0', ...Array.from({ length: count }, (_, n) => line(n))].join('\n');

/** Least milliseconds of two runs. */
function time(text: string): number {
  const runs = Array.from({ length: 2 }, () => {
    const started = performance.now();
    askAll(parseDockerfile(new SourceText(text)));
    return performance.now() - started;
  });
  return Math.min(...runs);
}

describe('every question of every instruction takes time that grows with the file', () => {
  test.each<readonly [string, (n: number) => string]>([
    ['ARG and RUN in turn', (n) => `ARG A${n}=\${A${n - 1}:+y}\nRUN echo $A${n} ${n}`],
    ['ENV that pile up', (n) => `ENV A${n}=x P=$A${n - 1}`],
    ['WORKDIR that pile up', (n) => (n % 50 === 0 ? 'WORKDIR /' : `WORKDIR a${n}`)],
    ['stages on one another', (n) => `FROM s${n} AS s${n + 1}\nRUN a${n}`],
    ['copies between stages', (n) => `FROM node AS s${n + 1}\nCOPY --from=s${n} / /`],
    ['triggers', (n) => `ONBUILD ARG B${n}=1\nONBUILD RUN x${n}`],
    ['USER and SHELL', (n) => `USER u${n}\nSHELL ["bash", "-c", "${n}"]`],
  ])('%s', (_, line) => {
    time(many(200, line));
    const small = time(many(500, line));
    const large = time(many(4000, line));
    expect(large).toBeLessThan(Math.max(small * 8 * 5, 1000));
  });
});
