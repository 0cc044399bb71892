import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { topLevelKeys } from '../../../src/engine/compose/order/keys.js';
import type { Theirs } from '../types.js';
import { hashOf, Memory } from './home.js';

type Rules = ConstructorParameters<typeof DCLinter>[0]['rules'];

/** Tags that dclint is told to take for such that move: its own, and some that are none of a version. */
export const movingTags: readonly string[] = [
  ...['latest', 'stable', 'edge', 'test', 'nightly', 'dev', 'beta', 'canary', 'lts', 'main', 'master'],
  ...['alpine', 'slim', 'alpine-slim', 'stable-slim', 'stable-alpine'],
];

const quotes = 'require-quotes-in-ports';
/** Its options where ours is another choice: tags that name only a variant, sections that are newer. */
const options: Rules = {
  'service-image-require-explicit-tag': [
    1,
    {
      prohibitedTags: movingTags,
    },
  ],
  'top-level-properties-order': [1, { customOrder: topLevelKeys }],
};

export interface DcLint {
  readonly version: string;
  /** In the order of the texts, every check on. */
  ask(texts: readonly string[]): readonly (readonly Theirs[])[];
}

/** The development dependency of this name; there wherever the packages of the project are. */
export function dclint(root: string): DcLint {
  const manifest = readFileSync(join(root, 'node_modules', 'dclint', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return { version, ask: (texts) => ask(root, version, texts) };
}

function ask(root: string, version: string, texts: readonly string[]): readonly (readonly Theirs[])[] {
  const memory = new Memory<readonly Theirs[]>(`dclint-${version}-${hashOf(JSON.stringify(options))}`);
  const linters = (['single', 'double'] as const).map((quoteType) => {
    const rules = { ...options, [quotes]: [1, { quoteType, portsSections: ['ports'] }] };
    return new DCLinter({ rules: rules as never, quiet: true, debug: false, exclude: [] });
  });
  const folder = join(root, 'out', 'conformance');
  mkdirSync(folder, { recursive: true });
  const news = texts.filter((text) => memory.get(hashOf(text)) === undefined).length;
  const answers = texts.map((text) => {
    const key = hashOf(text);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const path = join(folder, `${key}.yaml`);
    writeFileSync(path, text);
    const said = agreed(linters.map((linter) => answerOf(linter, path)));
    memory.set(key, said);
    return said;
  });
  if (news > 0) memory.save();
  return answers;
}

function answerOf(linter: DCLinter, path: string): readonly Theirs[] {
  try {
    const results = linter.lintFiles([path], false);
    return results.flatMap(({ messages }) =>
      // What it calls an unknown error is a file that it cannot read.
      messages.map(({ rule: code, line, message }) => ({
        code: code === 'unknown-error' ? 'invalid-yaml' : code,
        line,
        message,
      })),
    );
  } catch (error) {
    return [{ code: 'invalid-yaml', line: 1, message: String(error) }];
  }
}

/** Of quotes around ports what both kinds of quotes leave to be said: which ones is a matter of taste. */
function agreed([all = [], other = []]: readonly (readonly Theirs[])[]): readonly Theirs[] {
  const lines = new Set(other.filter(({ code }) => code === quotes).map(({ line }) => line));
  return all.filter(({ code, line }) => code !== quotes || lines.has(line));
}
