import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Rule } from '../../src/engine/rule.js';
import { sectionsOf, type PageSection } from './page.js';

/** A rule with the file that declares it. */
export interface RuleFile {
  readonly rule: Rule;
  /** `dockerfile/missing-user`. */
  readonly stem: string;
}

export interface MarkdownFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly sections: readonly PageSection[];
}

export interface Sources {
  readonly rules: readonly RuleFile[];
  /** By stem. */
  readonly pages: ReadonlyMap<string, MarkdownFile>;
  readonly guide: readonly MarkdownFile[];
}

export const languages = ['dockerfile', 'compose', 'dockerignore'] as const;

/** Everything that is generated from. Rules are bundled from their files, so a missing index does no harm. */
export async function loadSources(root: string): Promise<Sources> {
  const stems = languages.flatMap((language) =>
    namesIn(join(root, 'server/src/rules', language), '.ts').map((name) => `${language}/${name}`),
  );
  const pages = languages.flatMap((language) =>
    namesIn(join(root, 'docs/rules', language), '.md').map((name) => {
      const stem = `${language}/${name}`;
      return [stem, readMarkdown(root, `docs/rules/${stem}.md`)] as const;
    }),
  );
  const guide = namesIn(join(root, 'guide'), '.md').map((name) => readMarkdown(root, `guide/${name}.md`));
  return { rules: await loadRules(root, stems), pages: new Map(pages), guide };
}

async function loadRules(root: string, stems: readonly string[]): Promise<readonly RuleFile[]> {
  const folder = join(root, 'out', 'tools');
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'all-rules.ts');
  const imports = stems.map(
    (stem, index) => `import r${index} from ${JSON.stringify(join(root, 'server/src/rules', `${stem}.ts`))};`,
  );
  writeFileSync(
    entry,
    `${imports.join('\n')}\nexport const rules = [${stems.map((_, index) => `r${index}`).join(', ')}];\n`,
  );
  const outfile = join(folder, 'all-rules.mjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    absWorkingDir: root,
    logLevel: 'error',
  });
  const loaded = (await import(`${pathToFileURL(outfile).href}?${Date.now()}`)) as { readonly rules: readonly Rule[] };
  return loaded.rules.map((rule, index) => ({ rule, stem: stems[index] ?? rule.id }));
}

function namesIn(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && name !== 'README.md')
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

function readMarkdown(root: string, path: string): MarkdownFile {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, sections: sectionsOf(text) };
}
