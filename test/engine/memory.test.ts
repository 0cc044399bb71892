import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { Memory, memoised } from '../../server/src/engine/memo.js';
import { rules } from '../../server/src/rules/index.js';

it('asks about each document once, also where the answer is nothing', () => {
  const asked: unknown[] = [];
  const answer = memoised((doc: { readonly memory: Memory; readonly value?: number }) => {
    asked.push(doc);
    return doc.value;
  });
  const [one, other] = [{ memory: new Memory(), value: 1 }, { memory: new Memory() }];
  expect([one, other, one, other].map(answer)).toEqual([1, undefined, 1, undefined]);
  expect(asked).toEqual([one, other]);
});

const dockerfile = `FROM node:24-alpine AS build
WORKDIR /app
COPY . .
RUN apk add git && npm ci && npm cache clean --force
FROM debian:13
RUN apt-get update && apt-get install -y curl
COPY --from=build /app /app
CMD node server.js
`;
const compose = `services:
  web:
    build:
      dockerfile_inline: |
        FROM debian:13
        RUN apt-get update && apt-get install -y curl
    ports: ["80:80"]
    privileged: true
  db:
    image: postgres
`;

it.each([
  ['dockerfile', 'Dockerfile', dockerfile],
  ['compose', 'compose.yaml', compose],
] as const)('a %s that nobody needs any more goes without a full collection of garbage', (language, name, text) => {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
  const linter = new Linter(rules);
  const options = { config: defaultConfig(rules, 'all'), facts: unknownFacts, date: '2026-11-23' };
  const check = (round: number): void => {
    const doc = linter.open(language, `${text}# ${round}\n`, name);
    linter.needs(doc, options);
    for (const { fixes } of linter.lint(doc, options).findings) for (const fix of fixes) fix.edits();
  };
  const run = (times: number): number => {
    const before = oldBytes();
    for (let round = 0; round < times; round++) {
      check(round);
      // What outlives two of these counts as old.
      for (let i = 0; i < 2; i++) gc({ type: 'minor' });
    }
    return oldBytes() - before;
  };
  run(150);
  // What V8 compiles meanwhile is old at once; documents that stay would do so in each of the rounds.
  const grown = [run(100), run(100), run(100), run(100)];
  expect(Math.min(...grown)).toBeLessThan(2_000_000);
});

function oldBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? NaN;
}
