import type { IgnorePattern } from '../../dockerignore/types.js';
import type { FactQuery, Facts } from '../../facts.js';
import type { GitIgnore } from '../../gitignore/gitignore.js';
import { gitIgnores, parseGitignore } from '../../gitignore/gitignore.js';
import { weaklyMemoised } from '../../memo.js';
import { entryAt, entryFacts, hasWildcard } from './entries.js';
import { isOneEdit } from './missing.js';
import { namesIn } from './folders.js';
import { looksBuilt } from './outputs.js';
import type { IgnoredContext } from './users.js';

/** A part of a pattern that is no name in the context. */
export interface UnknownName {
  readonly part: string;
  /** A name in the same folder, or one that everybody knows, that differs by one letter or by case. */
  readonly near: string | undefined;
}

/** Names that ignore files are written for, long enough to be told from others. */
const famous: readonly string[] = [
  'node_modules',
  'bower_components',
  'jspm_packages',
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.dockerignore',
  '.gitignore',
  '.gitattributes',
  '.editorconfig',
  '.DS_Store',
  'Dockerfile',
  'docker-compose.yml',
  'docker-compose.yaml',
  'README.md',
  'coverage',
];

const famousLowerCase: ReadonlyMap<string, string> = new Map(famous.map((name) => [name.toLowerCase(), name]));

/** Names that are no slip even where nothing is called so by now. */
const common: ReadonlySet<string> = new Set(
  (
    '.cache .circleci .coverage .eggs .env .envrc .expo .git .github .gitlab .gradle .history .husky .idea .mvn .next .npm ' +
    '.npmrc .nuxt .nvmrc .output .pnpm-store .sass-cache .svn .terraform .tmp .turbo .venv .vscode .yarn ' +
    '__tests__ archive backup backups cache caches config configs deploy doc docs documentation e2e example examples ' +
    'fixtures images local logs script scripts secret secrets specs static storage storybook temp test tests tools venv'
  ).split(' '),
);

/** Longer files are looked at to here. */
export const mostPatterns = 500;

/** So many patterns of more than one part are looked for. */
const most = 30;

/** The facts that `unknownName` needs. */
export function nameFacts(patterns: readonly IgnorePattern[], { folder }: IgnoredContext): readonly FactQuery[] {
  const lists = patterns
    .filter(({ value }) => value.includes('/') && !value.startsWith('..') && !value.startsWith('/'))
    .slice(0, most)
    .flatMap(({ value }) => entryFacts(folder, value));
  return [{ kind: 'read', path: `${folder}.gitignore` }, ...lists];
}

/**
 * The part of a pattern that matches nothing in the context; undefined where all of it does, or where that is not
 * known. A pattern for every depth is looked at only where its name is nearly that of something that everybody knows.
 */
export function unknownName(
  { value }: IgnorePattern,
  { folder, entries }: IgnoredContext,
  facts: Facts,
): UnknownName | undefined {
  if (entries.length === 0 || value.startsWith('..') || value.startsWith('/')) return undefined;
  const deep = /^\*\*\/([^/*?[\\]+)$/.exec(value)?.[1];
  if (deep !== undefined) {
    const near = namesIn(entries).byName.has(deep) ? undefined : typoOf(deep, famous, famousLowerCase);
    return near === undefined ? undefined : { part: deep, near };
  }
  if (value.includes('**')) return undefined;
  const entry = entryAt(folder, value, facts);
  // What Git ignores too is made by somebody.
  if (entry.kind !== 'absent' || gitIgnores(gitFile(facts)(folder), value)) return undefined;
  const { part, index } = entry;
  if (hasWildcard(part)) return { part, near: undefined };
  const { names, folders, byLowerCase } = namesIn(entry.entries);
  const inner = value.split('/').length - 1 > index;
  const near = typoOf(part, inner ? folders : names, byLowerCase) ?? typoOf(part, famous, famousLowerCase);
  return { part, near };
}

function typoOf(part: string, names: readonly string[], byLowerCase: ReadonlyMap<string, string>): string | undefined {
  const same = byLowerCase.get(part.toLowerCase());
  if (same !== undefined && same !== part) return same;
  if (common.has(part) || famous.includes(part) || looksBuilt(part)) return undefined;
  return part.length > 4 ? names.find((name) => isOneEdit(name, part)) : undefined;
}

const gitFile = weaklyMemoised((facts: Facts) => {
  const known = new Map<string, readonly GitIgnore[]>();
  return (folder: string): readonly GitIgnore[] => {
    let files = known.get(folder);
    if (files === undefined) {
      const text = facts.read(`${folder}.gitignore`);
      files = text === undefined ? [] : [parseGitignore(text, '')];
      known.set(folder, files);
    }
    return files;
  };
});
