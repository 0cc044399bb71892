import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import type { Theirs } from '../types.js';
import { hashOf, Memory } from './home.js';

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
  const memory = new Memory<readonly Theirs[]>(`dclint-${version}-double`);
  // Its own choice is single quotes; which ones is a matter of taste, and most files have double ones.
  const rules: ConstructorParameters<typeof DCLinter>[0]['rules'] = {
    'require-quotes-in-ports': [1, { quoteType: 'double' }],
  };
  const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [] });
  const folder = join(root, 'out', 'conformance');
  mkdirSync(folder, { recursive: true });
  const news = texts.filter((text) => memory.get(hashOf(text)) === undefined).length;
  const answers = texts.map((text) => {
    const key = hashOf(text);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const path = join(folder, `${key}.yaml`);
    writeFileSync(path, text);
    const said = answerOf(linter, path);
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
      messages.map(({ rule: code, line, message }) => ({ code, line, message })),
    );
  } catch (error) {
    return [{ code: unknownError, line: 1, message: String(error) }];
  }
}

/** What it calls what it cannot do. */
export const unknownError = 'unknown-error';
