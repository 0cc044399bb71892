import { isTemplate } from '../../../src/engine/template.js';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { decode } from '../../../src/cli/read.js';
import { caretLine, filesOf, sectionsOf } from '../../generate/page.js';
import type { ComposeCase } from './types.js';

const yamlName = /\.ya?ml$/;
const composeName = /compose[^/]*\.ya?ml$/;

/** The project's own cases: every example of the rules' pages, the examples folder and the cases of the comparison. */
export function ownComposeCases(root: string): readonly ComposeCase[] {
  const pages = join(root, 'docs', 'rules', 'compose');
  const onPages = readdirSync(pages)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => examplesOn(join(pages, name)));
  const below = (folder: string): readonly ComposeCase[] =>
    filesBelow(join(root, folder))
      .filter((path) => composeName.test(path.replaceAll('\\', '/')))
      .map((path) => ({
        name: relative(root, path).replaceAll('\\', '/'),
        path: basename(path),
        text: decode(readFileSync(path)).text,
        around: filesAround(path),
      }));
  return [...onPages, ...below('examples'), ...below('test/conformance/cases')];
}

/** The Compose files below a folder that is no part of the project, each as if it were alone and called compose.yaml. */
export function composeCorpus(folder: string): readonly ComposeCase[] {
  return filesBelow(folder)
    .filter((path) => yamlName.test(path))
    .map((path) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      path: 'compose.yaml',
      text: decode(readFileSync(path)).text,
    }))
    .filter(({ text }) => !text.includes('\0') && !isTemplate('compose', text));
}

function examplesOn(page: string): readonly ComposeCase[] {
  return sectionsOf(readFileSync(page, 'utf8')).flatMap(({ blocks }) => {
    let around: ComposeCase['around'];
    let path = 'compose.yaml';
    return blocks.flatMap((block, index): readonly ComposeCase[] => {
      const { info, text, line } = block;
      const files = /^files(?: (\S+))?$/.exec(info);
      if (files !== null && info !== fixedFiles) {
        around = filesOf(block);
        path = files[1] ?? path;
      }
      if (!/^compose (?:bad|good|fixed)/.test(info)) return [];
      const kept = text
        .split('\n')
        .filter((each) => !caretLine.test(each))
        .join('\n');
      const next = blocks[index + 1];
      // What the fix changes of the other files.
      const there = next?.info === fixedFiles && around ? new Map([...around, ...filesOf(next)]) : around;
      const name = `${basename(page, '.md')}:${line + 1} (${info.slice(8)})`;
      return [{ name, text: kept, path, ...(there && { around: there }) }];
    });
  });
}

const fixedFiles = 'files fixed';

function filesAround(path: string): ReadonlyMap<string, string> {
  const folder = dirname(path);
  const others = filesBelow(folder).filter((other) => other !== path);
  return new Map(
    others.map((other) => [relative(folder, other).replaceAll('\\', posix.sep), readFileSync(other, 'utf8')]),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}
