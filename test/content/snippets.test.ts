import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { Linter } from '../../server/src/engine/lint.js';
import type { Language } from '../../server/src/engine/rule.js';
import { plainText } from '../../server/src/engine/text/snippet.js';
import { rules } from '../../server/src/rules/index.js';
import { snippets } from '../../server/src/snippets/index.js';
import type { Snippet, SnippetKind } from '../../server/src/snippets/types.js';
import { found } from './found.js';
import { inHost, spoken } from './hosts.js';
import { expandSnippet } from './snippet.js';

const languages: Partial<Record<SnippetKind, Language>> = {
  dockerfile: 'dockerfile',
  dockercompose: 'compose',
  ignore: 'dockerignore',
};

interface Case {
  readonly id: string;
  readonly snippet: Snippet;
  /** What the snippet gives when nobody types anything, in its host. */
  readonly text: string;
}

const cases: readonly Case[] = snippets.map((snippet) => ({
  id: snippet.id,
  snippet,
  text: inHost(snippet, expandSnippet(snippet.body)),
}));
const of = (...kinds: readonly SnippetKind[]): readonly Case[] =>
  cases.filter(({ snippet }) => kinds.includes(snippet.kind));
const linted = cases.filter(({ snippet }) => languages[snippet.kind] !== undefined);
const names: Partial<Record<string, string>> = { 'compose-override': 'compose.override.yaml' };
const pathOf = ({ id, kind }: Snippet): { readonly path?: string } => {
  const path = kind === 'dockercompose' ? (names[id] ?? 'compose.yaml') : undefined;
  return path === undefined ? {} : { path };
};
/** The same with every other option of each choice. */
const choosing = linted.flatMap(({ id, snippet }) =>
  [...snippet.body.matchAll(/\$\{\d+\|((?:\\.|[^|\\])*)\|\}/g)].flatMap(({ 0: whole, 1: list = '' }) => {
    const [, ...options] = list.split(/(?<!\\),/);
    return options.map((option) => {
      const chosen = snippet.body.replace(whole, () => whole.replace(list, () => option));
      return { id, option, snippet, text: inHost(snippet, expandSnippet(chosen)) };
    });
  }),
);
const linter = new Linter(rules);
const every = rules.map(({ id }) => id);

describe('the snippets', () => {
  test.each(cases)('$id expands alike here, in the server, and with nothing left', ({ snippet }) => {
    const text = expandSnippet(snippet.body);
    expect(plainText(snippet.body)).toBe(text);
    expect(snippet.body.replace(/\\[$}]/g, '')).toMatch(/\$0$/);
    expect(text).not.toMatch(/\$\{\d|\$\d|\\\$/);
  });

  test.each(linted)('$id is clean', ({ snippet, text }) => {
    expect(found(languages[snippet.kind]!, text, pathOf(snippet))).toEqual([]);
  });

  test.each(choosing)('$id with $option is clean', ({ snippet, text }) => {
    expect(found(languages[snippet.kind]!, text, pathOf(snippet))).toEqual([]);
  });

  test.each(linted)('$id is refused by no parser and by no schema', ({ snippet, text }) => {
    const doc = linter.open(languages[snippet.kind]!, text, pathOf(snippet).path);
    if (doc.language !== 'dockerignore') expect('syntax' in doc ? doc.syntax.problems : doc.problems).toEqual([]);
  });

  test('of all rules, only those on a list speak, and each rule of the list does', () => {
    const speaking = new Set<string>();
    const wrong = linted.flatMap(({ id, snippet, text }) => {
      const all = found(languages[snippet.kind]!, text, { ...pathOf(snippet), further: every });
      all.forEach((rule) => speaking.add(rule));
      return all.filter((rule) => !Object.hasOwn(spoken, rule)).map((rule) => `${id}: ${rule}`);
    });
    expect(wrong, wrong.join('\n')).toEqual([]);
    expect(Object.keys(spoken).filter((rule) => !speaking.has(rule))).toEqual([]);
  });

  test('those for workflows are YAML, and those for services JavaScript and TypeScript', () => {
    for (const { id, text } of of('github-actions')) {
      for (const { errors } of parseAllDocuments(text)) expect(errors, id).toEqual([]);
    }
    for (const { id, text } of of('health-endpoint')) {
      for (const loader of ['js', 'ts'] as const) expect(transformSync(text, { loader }).warnings, id).toEqual([]);
    }
  });

  test('only in our own languages is a natural word a prefix', () => {
    for (const { kind, prefixes, id, description } of snippets) {
      expect(description, id).toMatch(/^\S.*[^.]$/);
      const natural = prefixes.filter((prefix) => !prefix.startsWith('dp-'));
      if (kind !== 'dockerfile' && kind !== 'dockercompose') expect(natural, id).toEqual([]);
      expect(prefixes[0], id).toBe(`dp-${id}`);
    }
    for (const kind of new Set(snippets.map((snippet) => snippet.kind))) {
      const prefixes = snippets.filter((snippet) => snippet.kind === kind).flatMap((snippet) => snippet.prefixes);
      expect(prefixes.filter((prefix, at) => prefixes.indexOf(prefix) !== at)).toEqual([]);
    }
  });

  test('Windows has at least four', () => {
    expect(snippets.filter(({ section }) => section === 'windows-containers').length).toBeGreaterThanOrEqual(4);
  });
});
