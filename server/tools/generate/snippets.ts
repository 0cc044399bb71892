import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Snippet, SnippetKind, SnippetPlace } from '../../src/snippets/types.js';

/** Ids of the languages of VS Code that each kind is offered in. */
export const snippetLanguages: Readonly<Record<SnippetKind, readonly string[]>> = {
  dockerfile: ['dockerfile'],
  dockercompose: ['dockercompose'],
  ignore: ['ignore'],
  'github-actions': ['yaml', 'github-actions-workflow'],
  'health-endpoint': ['javascript', 'typescript'],
  shellscript: ['shellscript'],
};

/**
 * The file of a kind in `snippets/`. VS Code complains about a file for a language that no installed extension brings,
 * as that of workflows; in `.code-snippets` each snippet names its languages, and one that is not there does no harm.
 */
export function snippetFile(kind: SnippetKind): string {
  return kind === 'github-actions' ? `${kind}.code-snippets` : `${kind}.json`;
}

/** Kinds in which a natural word is a prefix too. Elsewhere it would stand among the suggestions of others. */
const ownLanguages: readonly SnippetKind[] = ['dockerfile', 'dockercompose'];

/** A snippet as its file declares it; VS Code passes over `guide` and `place`. */
interface Declared {
  /** The languages, in `.code-snippets`. */
  readonly scope?: string;
  readonly prefix: readonly string[];
  readonly description: string;
  readonly guide: string;
  readonly place?: SnippetPlace;
  readonly body: readonly string[];
}

/** Every snippet, by file and in its order. Throws if a file is none of ours or does not parse. */
export function snippetsOf(root: string): readonly Snippet[] {
  const folder = join(root, 'snippets');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.(?:json|code-snippets)$/.test(name));
  return names.sort().flatMap((name) => {
    const kind = basename(name, extname(name)) as SnippetKind;
    const declared = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Declared>;
    return Object.entries(declared).map(([title, { prefix, description, guide, place, body, scope }]): Snippet => {
      if (name.endsWith('.code-snippets') && scope !== snippetLanguages[kind].join(','))
        throw new Error(`${title} of snippets/${name} is not for ${snippetLanguages[kind].join(',')}.`);
      return {
        id: (prefix[0] ?? '').replace(/^dp-/, ''),
        title,
        kind,
        section: guide,
        description,
        prefixes: prefix,
        ...(place === undefined ? {} : { place }),
        body: body.join('\n'),
      };
    });
  });
}

/** What is wrong with the declarations, one sentence each; `sections` are the files of the guide. */
export function snippetProblems(snippets: readonly Snippet[], sections: ReadonlySet<string>): readonly string[] {
  const ids = new Set<string>();
  return snippets.flatMap(({ id, kind, prefixes, section }) => {
    const name = `The snippet ${prefixes[0] ?? '?'} of snippets/${snippetFile(kind)}`;
    const twice = ids.has(id);
    ids.add(id);
    return [
      ...(Object.hasOwn(snippetLanguages, kind) ? [] : [`${name} is of a kind that nobody knows.`]),
      ...(prefixes[0] === `dp-${id}` && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)
        ? []
        : [`${name} has no first prefix of the form dp-small-words.`]),
      ...(twice ? [`${name} has the id of another one.`] : []),
      ...(ownLanguages.includes(kind) || prefixes.every((prefix) => prefix.startsWith('dp-'))
        ? []
        : [`${name} has a prefix without dp-, which is for ${ownLanguages.join(' and ')}.`]),
      ...(sections.has(section) ? [] : [`${name} names no file of the guide.`]),
    ];
  });
}

/** server/src/snippets/index.ts. */
export function snippetsIndex(snippets: readonly Snippet[]): string {
  const entries = snippets.map((snippet) => `  ${JSON.stringify(snippet)},\n`);
  return `// Written by \`npm run generate\`; do not edit.
import type { Snippet } from './types.js';

/** Every snippet of \`snippets/\`. */
export const snippets: readonly Snippet[] = [
${entries.join('')}];
`;
}

/** \`contributes.snippets\` of the manifest. */
export function contributedSnippets(
  snippets: readonly Snippet[],
): readonly { readonly language?: string; readonly path: string }[] {
  const kinds = [...new Set(snippets.map(({ kind }) => kind))];
  const byPlace = Object.keys(snippetLanguages).filter((kind) => kinds.some((each) => each === kind));
  return byPlace.flatMap((each) => {
    const kind = each as SnippetKind;
    const path = `./snippets/${snippetFile(kind)}`;
    return path.endsWith('.code-snippets') ? { path } : snippetLanguages[kind].map((language) => ({ language, path }));
  });
}
