import { schemaAt } from '../../src/engine/compose/schema/at.js';
import { composeKeys } from '../../src/lsp/help/composeKeys.js';
import { flags, mountTypes } from '../../src/lsp/help/flags.js';
import { keywords } from '../../src/lsp/help/keywords.js';
import type { Snippet } from '../../src/snippets/types.js';
import type { MarkdownFile, RuleFile } from './load.js';
import { seed } from './seed.js';
import { things, type SeedBlock } from './seed/types.js';

interface Known {
  readonly rules: readonly RuleFile[];
  readonly snippets: readonly Snippet[];
  readonly guide: readonly MarkdownFile[];
}

type Column = 'snippets' | 'rules' | 'fixes' | 'hovers';

/**
 * docs/coverage.md: what became of each heading and each code block of the document that the guide came from. A name
 * that does not exist, and an empty cell without a reason, are told to `complain`.
 */
export function coverage(known: Known, complain: (problem: string) => void): string {
  const rules = new Map(known.rules.map((file) => [file.rule.id, file]));
  const snippets = new Map(known.snippets.map((snippet) => [snippet.id, snippet]));
  const pages = new Map(known.guide.map((file) => [file.path.replace(/^guide\/(.*)\.md$/, '$1'), file]));

  const row = (block: SeedBlock, guide: string): string => {
    const wrong = (what: string): void => complain(`server/tools/generate/seed: ${what} in "${block.what}".`);
    const cell = (column: Column, items: readonly string[]): string => {
      const reason = block.without?.[column] ?? (column === 'fixes' ? block.without?.rules : undefined);
      if (items.length > 0) return items.join(', ');
      if (reason === undefined) wrong(`there are no ${column} and no reason`);
      return `– ${reason ?? ''}`;
    };
    const ofPage = block.pageRules === true ? known.rules.filter(({ rule }) => isOf(rule.guide, guide)) : [];
    const ids = [...(block.rules ?? []), ...ofPage.map(({ rule }) => rule.id)];
    const watching = [...new Set(ids)].flatMap((id) => {
      const file = rules.get(id);
      if (file === undefined) wrong(`there is no rule ${id}`);
      return file ?? [];
    });
    const inserting = (block.snippets ?? []).flatMap((id) => {
      const snippet = snippets.get(id);
      if (snippet === undefined) wrong(`there is no snippet ${id}`);
      return snippet ?? [];
    });
    for (const name of block.hovers ?? []) if (!hasHover(name)) wrong(`no hover explains ${name}`);
    return `| ${[
      block.what,
      cell(
        'snippets',
        inserting.map(({ prefixes }) => `\`${prefixes[0] ?? ''}\``),
      ),
      cell('rules', watching.map(linked)),
      cell(
        'fixes',
        watching.filter(({ rule }) => rule.fixes.length > 0).map(({ rule }) => `${rule.id} (${rule.fixes.join(', ')})`),
      ),
      cell(
        'hovers',
        (block.hovers ?? []).map((name) => (things.includes(name) ? name : `\`${name}\``)),
      ),
    ].join(' | ')} |\n`;
  };

  const parts = seed.map(({ heading, headings }) => {
    const sections = headings.map((section) => {
      const page = pages.get(section.guide);
      if (page === undefined) complain(`server/tools/generate/seed: there is no guide/${section.guide}.md.`);
      const title = section.heading === heading ? '' : `### ${section.heading}\n\n`;
      const file = `[${page?.sections[0]?.heading ?? section.guide}](../guide/${section.guide}.md)`;
      return `${title}In the guide: ${file}. ${whatLeadsThere(section.guide, known)}\n\n${head}${section.blocks.map((block) => row(block, section.guide)).join('')}`;
    });
    return `## ${heading}\n\n${sections.join('\n')}`;
  });
  return `# What became of the patterns

<!-- Written by \`npm run generate\`; do not edit. -->

The guide came from a document of patterns. This table has each of its headings and each of its code blocks, in its order, and says where the pattern is in the guide, which snippets insert it, which rules notice it missing or done wrong, which of those repair it, and what a hover explains in it. A dash stands where nothing is possible, with the reason.

${parts.join('\n')}`;
}

const head = '| Block | Snippets | Rules | Fixes | Hovers |\n|---|---|---|---|---|\n';

function linked({ rule, stem }: RuleFile): string {
  return `[${rule.id}](rules/${stem}.md)`;
}

/** How many rules and hovers lead to a file of the guide. */
function whatLeadsThere(stem: string, { rules, snippets }: Known): string {
  const here = (guide: string | undefined): boolean => isOf(guide, stem);
  const counts = [
    count(rules.filter(({ rule }) => here(rule.guide)).length, 'rule'),
    count(hoverGuides.filter(here).length, 'hover'),
    count(snippets.filter(({ section }) => section === stem).length, 'snippet'),
  ];
  return `${counts.join(', ')} lead there.`;
}

function isOf(guide: string | undefined, stem: string): boolean {
  return guide?.split('#')[0] === stem;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

const hoverGuides: readonly (string | undefined)[] = [
  ...Object.values(keywords),
  ...Object.values(flags).flatMap((of) => Object.values(of)),
  ...Object.values(mountTypes),
  ...Object.values(composeKeys),
].map(({ guide }) => guide);

function hasHover(name: string): boolean {
  if (things.includes(name)) return true;
  const [, keyword = '', flag, mount] = /^([A-Z]+)(?: --([a-z-]+)(?:=type=(\w+))?)?$/.exec(name) ?? [];
  if (mount !== undefined) return Object.hasOwn(mountTypes, mount);
  if (flag !== undefined) return Object.hasOwn(flags[keyword] ?? {}, flag);
  if (keyword !== '') return Object.hasOwn(keywords, keyword);
  return (
    Object.hasOwn(composeKeys, name) ||
    schemaAt(name.split('.').map((key) => (key === '*' ? 'name' : key))) !== undefined
  );
}
