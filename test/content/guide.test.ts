import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { snippets } from '../../server/src/snippets/index.js';
import { insertLink } from '../../server/tools/generate/guide.js';
import { sectionsOf, slugOf } from '../../server/tools/generate/page.js';
import { completed, fencesOf } from './fences.js';
import { found } from './found.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = readdirSync(join(root, 'guide')).filter((name) => name.endsWith('.md') && name !== 'README.md');
const ids = snippets.map(({ id }) => id);
const fences = files.flatMap((file) => fencesOf(file, read(`guide/${file}`)));

function anchorsOf(markdown: string): readonly string[] {
  const seen = new Map<string, number>();
  return sectionsOf(markdown).map(({ heading }) => slugOf(heading, seen));
}

describe('the guide', () => {
  test.each(files)('%s: title, one-line lead, official page', (file) => {
    const [title, blank, lead, after] = read(`guide/${file}`).split('\n');
    expect(title).toMatch(/^# \S/);
    expect(blank).toBe('');
    expect(lead).toMatch(/^\S.*\.$/);
    expect(after).toBe('');
    expect(read(`guide/${file}`)).toMatch(/\n## Official documentation\n\n- \[[^\]]+\]\(https:\/\/\S+\)\n/);
  });

  test('the list of contents names every file once, by its title', () => {
    const links = [...read('guide/README.md').matchAll(/^- \[([^\]]+)\]\(([\w-]+\.md)\)$/gm)];
    expect(links.map(([, , file]) => file).sort()).toEqual([...files].sort());
    for (const [, title = '', file = ''] of links) expect(read(`guide/${file}`)).toMatch(`# ${title}\n`);
  });

  test.each(files.filter((file) => file !== 'resources.md'))('%s says when not to', (file) => {
    expect(anchorsOf(read(`guide/${file}`))).toContain('when-not-to');
  });

  test('a rule leads to a page about its own language', () => {
    const astray: Readonly<Record<string, RegExp>> = { compose: /^dockerfile-reference/, dockerfile: /^compose-/ };
    const wrong = rules.filter(({ language, guide }) => astray[language]?.test(guide));
    expect(wrong.map(({ id, guide }) => `${id}: ${guide}`)).toEqual([]);
  });

  test('pictures say what they show and have a ground of their own, so that they read in dark themes', () => {
    for (const picture of readdirSync(join(root, 'guide/images'))) {
      const text = read(`guide/images/${picture}`);
      expect(text, picture).toMatch(
        /<title id="title">[^<]+<\/title>\s*<desc id="desc">[^<]+<\/desc>\s*<rect [^>]*fill="#f8fafc"/,
      );
      const shown = files.filter((file) => read(`guide/${file}`).includes(`](images/${picture})`));
      expect(shown, picture).not.toEqual([]);
    }
  });

  test.each(files)('%s: links lead to files, headings and snippets that exist, and to pages by https', (file) => {
    const text = read(`guide/${file}`).replaceAll(/^```[^]*?^```$/gm, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (target.startsWith('https://')) continue;
      if (target.startsWith(insertLink)) {
        expect(ids, target).toContain(target.slice(insertLink.length));
        continue;
      }
      const [path = '', anchor] = target.split('#');
      const goal = path === '' ? join('guide', file) : join('guide', path);
      expect(existsSync(join(root, goal)), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(read(goal)), target).toContain(anchor);
    }
  });

  test('the links that insert a snippet name this extension', () => {
    const { publisher, name } = JSON.parse(read('package.json')) as { publisher: string; name: string };
    expect(insertLink).toBe(`vscode://${publisher}.${name}/insert?snippet=`);
  });

  test('every rule leads to a section and heading that exist', () => {
    const titles = new Set(
      files.flatMap((file) => {
        const stem = file.slice(0, -3);
        const [, ...headings] = anchorsOf(read(`guide/${file}`));
        return [stem, ...headings.map((heading) => `${stem}#${heading}`)];
      }),
    );
    for (const rule of rules) expect([...titles], rule.id).toContain(rule.guide);
  });

  test('a bad example names rules that are there', () => {
    const known = rules.map(({ id }) => id);
    const named = new Set(fences.flatMap((fence) => fence.rules));
    expect([...named].filter((id) => !known.includes(id))).toEqual([]);
  });

  test.each(fences)('$name, $kind $language, shows what it says', ({ language, kind, rules: named, ...fence }) => {
    const text = kind === 'part' ? completed(fence.text) : fence.text;
    const expected = kind === 'bad' ? named : [];
    expect(found(language, text, { files: fence.files, path: fence.path, further: named })).toEqual(
      [...expected].sort(),
    );
  });
});
