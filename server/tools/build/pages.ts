import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writtenHeadings } from '../generate/guide.js';
import { sectionsOf, slugOf } from '../generate/page.js';

/** A page that the extension can open: a guide section `<file>#<heading>`, or a rule. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
}

/** Every file of the guide, each followed by its sections of the second level. Throws if a file cannot be read. */
export function guidePages(root: string): readonly Page[] {
  return markdownFiles(join(root, 'guide')).flatMap((file) => {
    const stem = basename(file, '.md');
    const seen = new Map<string, number>();
    const sections = sectionsOf(readFileSync(file, 'utf8')).map(({ heading, level }) => {
      return { level, title: plain(heading), slug: slugOf(heading, seen) };
    });
    const name = sections.find(({ level }) => level === 1)?.title ?? stem;
    const parts = sections.filter(({ level, title }) => level === 2 && !writtenHeadings.includes(title));
    return [
      { id: stem, title: name },
      ...parts.map(({ title, slug }) => ({ id: `${stem}#${slug}`, title: `${name}: ${title}` })),
    ];
  });
}

/** Every page of a rule, by language. Throws if a file cannot be read. */
export function rulePages(root: string): readonly Page[] {
  return ['dockerfile', 'compose', 'dockerignore'].flatMap((language) =>
    markdownFiles(join(root, 'docs', 'rules', language)).map((file) => {
      const id = basename(file, '.md');
      return { id, title: plain(sectionsOf(readFileSync(file, 'utf8'))[0]?.heading ?? id), language };
    }),
  );
}

function plain(heading: string): string {
  return heading.replace(/[`*]/g, '');
}

function markdownFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => join(folder, name));
}
