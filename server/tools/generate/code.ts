import { writtenHeadings } from './guide.js';
import type { MarkdownFile, RuleFile, Sources } from './load.js';
import { slugOf } from './page.js';

const note = '// Written by `npm run generate`; do not edit.\n';

/** server/src/rules/index.ts: every rule, by language and id. */
export function rulesIndex(rules: readonly RuleFile[]): string {
  const names = rules.map(({ stem }) => stem.replaceAll(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase()));
  const imports = rules.map(({ stem }, index) => `import ${names[index] ?? ''} from './${stem}.js';\n`);
  const list = names.map((name) => `  ${name},\n`);
  return `${note}import type { Rule } from '../engine/rule.js';
${imports.join('')}
export const rules: readonly Rule[] = [
${list.join('')}];
`;
}

/** server/src/rules/pages.ts: what a hover tells of a rule. */
export function rulesPages({ rules, pages }: Sources): string {
  const entries = rules.flatMap(({ rule, stem }) => {
    const lead = pages.get(stem)?.sections[0]?.lead;
    return lead === undefined ? [] : [`  ${text(rule.id)}: ${text(lead)},\n`];
  });
  return `${note}/** First paragraph of the page of each rule. */
export const leads: Readonly<Record<string, string>> = {
${entries.join('')}};
`;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Official page, https. */
  readonly link: string;
}

/** Sections of the guide; a file without a link is told to `complain`. */
export function guideSectionsOf(
  guide: readonly MarkdownFile[],
  complain: (problem: string) => void,
): readonly Section[] {
  return guide.flatMap(({ path, text: markdown, sections }) => {
    const stem = path.replace(/^guide\/(.*)\.md$/, '$1');
    const official = sections.find(({ heading }) => /^official documentation$/i.test(heading));
    const link = firstLink(official?.prose ?? '') ?? firstLink(markdown);
    if (link === undefined) complain(`${path} has no https link; put one under "## Official documentation".`);
    const seen = new Map<string, number>();
    return sections.flatMap(({ heading }, index): readonly Section[] => {
      const slug = slugOf(heading, seen);
      if (writtenHeadings.includes(heading)) return [];
      const title = heading.replaceAll('`', '');
      return [{ id: index === 0 ? stem : `${stem}#${slug}`, title, link: link ?? '' }];
    });
  });
}

function firstLink(markdown: string): string | undefined {
  return /https:\/\/[^\s)>\]"']+/.exec(markdown)?.[0];
}

/** server/src/guide/sections.ts. Without a guide every text is a section id. */
export function guideSections(sections: readonly Section[]): string {
  const union = sections.length === 0 ? ' string' : sections.map(({ id }) => `\n  | ${text(id)}`).join('');
  const entries = sections.map(
    ({ id, title, link }) => `  ${text(id)}: {\n    title: ${text(title)},\n    link: ${text(link)},\n  },\n`,
  );
  return `${note}/** A file of the guide, or \`<file>#<heading>\`. */
export type GuideSection =${union};

/** Title of each section; \`link\` is an official page for editors that cannot open the guide. */
export const guideSections: Readonly<Record<GuideSection, { readonly title: string; readonly link: string }>> = {
${entries.join('')}};
`;
}

function text(value: string): string {
  return `'${value.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'`;
}
