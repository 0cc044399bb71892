import { basename } from 'node:path';
import type { Snippet, SnippetKind } from '../../src/snippets/types.js';
import type { MarkdownFile, RuleFile } from './load.js';
import { sectionsOf } from './page.js';
import { between, rulesEnd, rulesStart } from './tables.js';

export const snippetsStart = '<!-- snippets:start -->';
export const snippetsEnd = '<!-- snippets:end -->';

/** Headings that the generator writes; nothing points to them. */
export const writtenHeadings: readonly string[] = ['Rules', 'Snippets'];

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
  const inserting = snippets.filter(({ section }) => section === stem);
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

/** What the URI handler of the extension listens to; the id of a snippet follows. */
export const insertLink = 'vscode://docker-patterns.docker-patterns/insert?snippet=';

const places: Readonly<Record<SnippetKind, string>> = {
  dockerfile: 'a Dockerfile',
  dockercompose: 'a Compose file',
  ignore: 'a .dockerignore',
  'github-actions': 'a workflow of GitHub Actions',
  'health-endpoint': 'JavaScript or TypeScript',
  shellscript: 'a shell script',
};

function snippetsBlock(snippets: readonly Snippet[]): string {
  const lines = snippets.map(({ id, prefixes, description, kind }) => {
    const words = prefixes.map((word) => `\`${word}\``).join(' or ');
    return `- ${words} in ${places[kind]}: ${description}. [Insert this pattern](${insertLink}${id})\n`;
  });
  return lines.length === 0
    ? ''
    : `## Snippets\n\nType the word and choose the suggestion, or follow the link in VS Code:\n\n${lines.join('')}`;
}

function stemOf({ path }: MarkdownFile): string {
  return basename(path, '.md');
}
