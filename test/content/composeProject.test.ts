import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { editsOf } from '../../server/src/engine/fix.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Diagnosed } from '../../server/src/engine/report.js';
import type { FileEdits } from '../../server/src/engine/rule.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { rules } from '../../server/src/rules/index.js';
import { factsOf } from '../../server/tools/generate/facts.js';
import { loud } from '../loud.js';

const linter = new Linter(rules);
const config = defaultConfig(rules);
const name = 'compose.yaml';
const folder = join('examples', 'shop');

type Files = ReadonlyMap<string, string>;

function read(): Files {
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** What the recommended rules say of the Compose file among its files. */
function findings(files: Files): readonly Diagnosed[] {
  const doc = linter.open('compose', files.get(name) ?? '', name);
  const facts = factsOf(files, name, (known) => linter.needs(doc, { config, facts: known }));
  return linter.lint(doc, { config, facts, date: '2026-11-01', ...loud }).findings;
}

/** The files after one code action: what a person would fill in stays as it is proposed. */
function after(
  files: Files,
  own: readonly { span: { start: number; end: number }; text: string }[],
  others: readonly FileEdits[],
): Files {
  const changed = new Map(files);
  changed.set(name, plain(applyEdits(files.get(name) ?? '', own)));
  for (const { path = '', edits } of others) changed.set(path, plain(applyEdits(files.get(path) ?? '', edits)));
  return changed;
}

/** Without the marks of a snippet: of `${1:text}` the text, of `${1|one,other|}` the first. */
function plain(text: string): string {
  return text.replace(/\$\{\d+:([^{}]*)\}/g, '$1').replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1');
}

/** Takes the first fix of the first finding that has one, again and again, as a person would. */
function fixed(files: Files): { readonly files: Files; readonly taken: readonly string[] } {
  const taken: string[] = [];
  let now = files;
  for (let round = 0; round < 100; round++) {
    const actions = findings(now).flatMap(({ rule, fixes }) => fixes.map((fix) => ({ rule, fix })));
    const next = actions
      .map(({ rule, fix }) => ({ title: `${rule.id}: ${fix.title}`, edits: editsOf(fix) }))
      .find(({ edits }) => edits !== undefined);
    if (next?.edits === undefined) break;
    taken.push(next.title);
    now = after(now, next.edits.own, next.edits.others);
  }
  return { files: now, taken };
}

describe('the Compose project of the examples', () => {
  test('has a screen of findings of several groups', () => {
    const found = findings(read());
    expect(found.length).toBeGreaterThanOrEqual(15);
    const groups = new Set(found.flatMap(({ rule }) => rule.tags));
    for (const group of ['security', 'values', 'references', 'build']) expect([...groups]).toContain(group);
    expect(new Set(found.map(({ severity }) => severity)).size).toBeGreaterThanOrEqual(2);
  });

  test('has none left after fixes alone', () => {
    const { files } = fixed(read());
    expect(findings(files).map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
  });
});
