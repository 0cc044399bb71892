import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MarkdownFile, RuleFile } from './load.js';
import { sectionsOf } from './page.js';
import { between, rulesEnd, rulesStart } from './tables.js';

export const snippetsStart = '<!-- snippets:start -->';
export const snippetsEnd = '<!-- snippets:end -->';

/** Headings that the generator writes; nothing points to them. */
export const writtenHeadings: readonly string[] = ['Rules', 'Snippets'];

/** A snippet as its file declares it; VS Code passes over `guide`. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  /** The file of the guide that teaches the pattern. */
  readonly guide?: string;
  /** `dockerfile`: the name of the file it is in. */
  readonly file: string;
}

/** Every snippet, by file and in its order. */
export function snippetsOf(root: string): readonly Snippet[] {
  const folder = join(root, 'snippets');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().flatMap((name) => {
    const declared = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Omit<Snippet, 'file'>>;
    return Object.values(declared).map((snippet) => ({ ...snippet, file: basename(name, '.json') }));
  });
}

/** One sentence for each snippet that leads to no file of the guide. */
export function snippetProblems(snippets: readonly Snippet[], guide: readonly MarkdownFile[]): readonly string[] {
  const stems = new Set(guide.map(stemOf));
  return snippets
    .filter((snippet) => !stems.has(snippet.guide ?? ''))
    .map(({ prefix, file }) => `The snippet ${prefix[0] ?? '?'} of snippets/${file}.json names no file of the guide.`);
}

/**
 * A file of the guide with what watches its pattern and what inserts it, between markers above the official pages; they
 * are put there where they are missing.
 */
export function guideWithBlocks(
  file: MarkdownFile,
  rules: readonly RuleFile[],
  snippets: readonly Snippet[],
): MarkdownFile {
  const stem = stemOf(file);
  const own = rules.filter(({ rule }) => rule.guide.split('#')[0] === stem);
  const inserting = snippets.filter(({ guide }) => guide === stem);
  let text = file.text;
  if (!text.includes(rulesStart))
    text = text.replace(
      /\n## Official documentation\n/,
      `\n${rulesStart}\n${rulesEnd}\n\n${snippetsStart}\n${snippetsEnd}\n$&`,
    );
  text = between(text, rulesStart, rulesEnd, rulesBlock(own)) ?? text;
  text = between(text, snippetsStart, snippetsEnd, snippetsBlock(inserting)) ?? text;
  return { ...file, text, sections: sectionsOf(text) };
}

function rulesBlock(rules: readonly RuleFile[]): string {
  const lines = rules.map(({ rule, stem }) => {
    const off = rule.profile === 'all' ? ' (off by default)' : '';
    return `- [${rule.id}](../docs/rules/${stem}.md): ${rule.title}${off}\n`;
  });
  return lines.length === 0 ? '' : `## Rules\n\nThese look for it in your files:\n\n${lines.join('')}`;
}

const places: Readonly<Record<string, string>> = {
  dockerfile: 'a Dockerfile',
  dockercompose: 'a Compose file',
  ignore: 'a .dockerignore',
};

function snippetsBlock(snippets: readonly Snippet[]): string {
  const lines = snippets.map(({ prefix, description, file }) => {
    const words = prefix.map((word) => `\`${word}\``).join(' or ');
    return `- ${words} in ${places[file] ?? `a file of the kind ${file}`}: ${description}\n`;
  });
  return lines.length === 0 ? '' : `## Snippets\n\nType the word and choose the suggestion:\n\n${lines.join('')}`;
}

function stemOf({ path }: MarkdownFile): string {
  return basename(path, '.md');
}
