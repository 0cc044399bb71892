import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writtenHeadings } from '../generate/guide.js';
import { factsEnd, factsStart, sectionsOf, slugOf } from '../generate/page.js';
import { snippetFile, snippetLanguages, snippetsOf } from '../generate/snippets.js';

/** A guide section `<file>#<heading>`. */
export interface Page {
  readonly id: string;
  readonly title: string;
}

/** Headings that nearly every page has: nobody looks for one of them in a list of all pages. */
const common = [...writtenHeadings, 'The problem', 'The better way', 'When not to', 'Official documentation'];

/**
 * Every file of the guide, in the order of its list of contents, each followed by those of its sections of the second
 * level that other pages do not have. Throws if a file cannot be read.
 */
export function guidePages(root: string): readonly Page[] {
  const contents = readFileSync(join(root, 'guide', 'README.md'), 'utf8');
  const placeOf = (file: string) => contents.indexOf(`](${basename(file)})`);
  const files = [...markdownFiles(join(root, 'guide'))].sort((a, b) => placeOf(a) - placeOf(b));
  return files.flatMap((file) => {
    // The list itself comes first.
    if (basename(file) === 'README.md') return [{ id: 'README', title: 'All sections' }];
    const stem = basename(file, '.md');
    const seen = new Map<string, number>();
    const sections = sectionsOf(readFileSync(file, 'utf8')).map(({ heading, level }) => {
      return { level, title: plain(heading), slug: slugOf(heading, seen) };
    });
    const name = sections.find(({ level }) => level === 1)?.title ?? stem;
    const parts = sections.filter(({ level, title }) => level === 2 && !common.includes(title));
    return [
      { id: stem, title: name },
      ...parts.map(({ title, slug }) => ({ id: `${stem}#${slug}`, title: `${name}: ${title}` })),
    ];
  });
}

/**
 * The text of every page of the guide and of every rule, by its path from the root; pages alike stand together. In
 * those of rules, marks stand for what the server knows and the client puts in again (`client/src/pages.ts`). Throws if
 * a file cannot be read.
 */
export function pageTexts(root: string): Readonly<Record<string, string>> {
  const folders = ['guide', ...['dockerfile', 'compose', 'dockerignore'].map((language) => `docs/rules/${language}`)];
  const paths = folders.flatMap((folder) =>
    markdownFiles(join(root, folder)).map((file) => `${folder}/${basename(file)}`),
  );
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  return Object.fromEntries(
    paths.map((path) => [path, path.startsWith('docs/') ? withoutHead(text(path)) : text(path)]),
  );
}

function withoutHead(page: string): string {
  const lead = sectionsOf(page)[0]?.lead ?? '';
  const from = page.indexOf(factsStart) + factsStart.length + 1;
  const to = page.indexOf(factsEnd);
  if (to < from) return page;
  const [paragraph = ''] = page
    .slice(to + factsEnd.length)
    .trimStart()
    .split('\n\n');
  const rest = page.slice(to);
  const isLead = paragraph.trim().replace(/\s*\n\s*/g, ' ') === lead;
  return `${page.slice(0, from)}<!-- facts -->\n${isLead ? rest.replace(paragraph.trim(), () => '<!-- lead -->') : rest}`;
}

/** A snippet that a link of the guide can insert. */
export interface Insertable {
  readonly id: string;
  readonly languages: readonly string[];
  readonly file: string;
}

/** Every snippet. Throws if a file cannot be read. */
export function insertables(root: string): readonly Insertable[] {
  return snippetsOf(root).map(({ id, kind }) => ({ id, languages: snippetLanguages[kind], file: snippetFile(kind) }));
}

function plain(heading: string): string {
  return heading.replace(/[`*]/g, '');
}

function markdownFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => join(folder, name));
}
