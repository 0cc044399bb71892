import { ignoreListOf } from '../../dockerignore/negations.js';
import type { DockerignoreDocument, IgnorePattern } from '../../dockerignore/types.js';
import type { FactQuery, Facts } from '../../facts.js';
import { secretFile } from '../../secrets/files.js';
import { nameOf } from './folders.js';
import type { IgnoredContext } from './users.js';

/** A pattern for the top folder only, and what it should match deeper down. */
export interface TopOnly {
  readonly pattern: IgnorePattern;
  /** Path in the context of something that is sent although its name fits. */
  readonly path: string;
  /** It is not there yet, but the files beside it make it. */
  readonly expected: boolean;
}

/** Names that nobody wants at any depth. */
const unwanted =
  /^(?:node_modules|bower_components|__pycache__|\.(?:DS_Store|venv|tox|mypy_cache|pytest_cache|ruff_cache|gradle|terraform|next|nuxt|turbo)|Thumbs\.db|npm-debug\.log.*|.*\.(?:pyc|pyo|pyd|log|swp|swo|tmp|bak)|.*~)$/;

/** So many folders are looked into. */
const most = 20;

/** Lists of the folders in the context that are sent. */
export function nestedFacts(doc: DockerignoreDocument, context: IgnoredContext): readonly FactQuery[] {
  if (!doc.patterns.some(isForTop)) return [];
  return foldersOf(doc, context).map((name) => ({ kind: 'list', path: context.folder + name }));
}

/** Patterns without a slash that leave something of their name in the folders of the context. */
export function* topOnlyPatterns(doc: DockerignoreDocument, context: IgnoredContext, facts: Facts): Iterable<TopOnly> {
  const list = ignoreListOf(doc);
  if (list.unclear) return;
  const inFolders = foldersOf(doc, context).map((name) => ({ name, entries: facts.list(context.folder + name) ?? [] }));
  for (const pattern of doc.patterns) {
    if (!isForTop(pattern)) continue;
    for (const { name, entries } of inFolders) {
      const found = entries.map(nameOf).find((entry) => fits(pattern, entry) && isSent(`${name}/${entry}`));
      const expected = found === undefined ? expectedIn(pattern, entries) : undefined;
      const entry = found ?? (expected !== undefined && isSent(`${name}/${expected}`) ? expected : undefined);
      if (entry === undefined) continue;
      yield { pattern, path: `${name}/${entry}`, expected: found === undefined };
      break;
    }
  }

  function isSent(path: string): boolean {
    const verdict = list.verdict(path);
    return !verdict.ignored && verdict.by === undefined;
  }
}

/** A name without folders, and not one that stands for everything. */
function isForTop({ negated, value }: IgnorePattern): boolean {
  return !negated && !value.includes('/') && !value.startsWith('**') && !/^\*?$/.test(value);
}

function fits({ expression }: IgnorePattern, name: string): boolean {
  return (unwanted.test(name) || secretFile(name) !== undefined) && expression?.matches(name) === true;
}

/** What Python makes in every folder that it imports from. */
function expectedIn({ value }: IgnorePattern, entries: readonly string[]): string | undefined {
  return value === '__pycache__' && entries.some((entry) => entry.endsWith('.py')) ? value : undefined;
}

function foldersOf(doc: DockerignoreDocument, { entries }: IgnoredContext): readonly string[] {
  const list = ignoreListOf(doc);
  return entries
    .filter((entry) => entry.endsWith('/'))
    .map(nameOf)
    .filter((name) => name !== '.git' && name !== 'node_modules' && !list.ignores(name))
    .slice(0, most);
}
