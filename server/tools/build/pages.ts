import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A page that the extension can open: a guide section `<file>#<heading>`, or a rule. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
}

/** Every file of the guide, each followed by its sections. Never throws. */
export function guidePages(root: string): readonly Page[] {
  return markdownFiles(join(root, 'guide')).flatMap((file) => {
    const stem = basename(file, '.md');
    const [first, ...others] = headings(readFileSync(file, 'utf8'));
    const name = first ?? stem;
    return [
      { id: stem, title: name },
      ...others.map((title) => ({ id: `${stem}#${slug(title)}`, title: `${name}: ${title}` })),
    ];
  });
}

/** Every page of a rule, by language. Never throws. */
export function rulePages(root: string): readonly Page[] {
  return ['dockerfile', 'compose', 'dockerignore'].flatMap((language) =>
    markdownFiles(join(root, 'docs', 'rules', language)).map((file) => {
      const id = basename(file, '.md');
      return { id, title: headings(readFileSync(file, 'utf8'))[0] ?? id, language };
    }),
  );
}

/** The anchor of a heading in the Markdown preview of VS Code. */
export function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function markdownFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => join(folder, name));
}

/** Texts of the first- and second-level headings outside fences. */
function headings(markdown: string): readonly string[] {
  const prose = markdown.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '');
  return [...prose.matchAll(/^##? +(.+?)\s*$/gm)]
    .flatMap((match) => match[1] ?? [])
    .map((text) => text.replace(/[`*]/g, ''));
}
