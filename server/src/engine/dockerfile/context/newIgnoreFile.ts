import type { Unwanted } from './unwanted.js';

/** The text of a new .dockerignore for a folder, with a heading above each group. */
export function newIgnoreText(unwanted: readonly Unwanted[], entries: readonly string[]): string {
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['What the build makes itself', patternsOf(unwanted, 'made')],
    ['Secrets and local settings', withSamples(patternsOf(unwanted, 'secret'), entries)],
    ['History, tools, logs', patternsOf(unwanted, 'tools')],
    ["Docker's own files", ownFiles(entries)],
  ];
  return groups
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `# ${heading}\n${lines.map((line) => `${line}\n`).join('')}`)
    .join('\n');
}

function patternsOf(unwanted: readonly Unwanted[], group: Unwanted['group']): readonly string[] {
  return unwanted.filter((each) => each.group === group).map(({ pattern }) => pattern);
}

/** Several files of one kind become a pattern, and an example stays in. */
function withSamples(patterns: readonly string[], entries: readonly string[]): readonly string[] {
  const variants = patterns.filter((pattern) => pattern.startsWith('.env.'));
  if (variants.length === 0) return patterns;
  const samples = entries.filter((entry) => /^\.env\.(?:.*\.)?(?:example|sample|template|dist)$/.test(entry));
  const rest = patterns.filter((pattern) => !variants.includes(pattern));
  return [...rest, '.env.*', ...samples.map((sample) => `!${sample}`)];
}

function ownFiles(entries: readonly string[]): readonly string[] {
  const lines = new Set<string>();
  for (const entry of entries) {
    const compose = /^(compose|docker-compose)\b.*(\.ya?ml)$/.exec(entry);
    if (compose !== null) lines.add(`${compose[1] ?? ''}*${compose[2] ?? ''}`);
    else if (/^(?:Dockerfile|Containerfile)\b/.test(entry)) lines.add(`${entry.slice(0, entry.indexOf('file') + 4)}*`);
  }
  return [...[...lines].sort(), '.dockerignore'];
}
