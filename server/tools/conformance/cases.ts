import { isTemplate } from '../../src/engine/template.js';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { decode } from '../../src/cli/read.js';
import { caretLine, filesOf, sectionsOf } from '../generate/page.js';
import type { CaseFile } from './types.js';

/**
 * The project's own cases: every example of the rules' pages, the examples folder and the cases of the comparison. A case
 * in a folder of its own has the other files of the folder around it.
 */
export function ownCases(root: string): readonly CaseFile[] {
  const pages = join(root, 'docs', 'rules', 'dockerfile');
  const onPages = readdirSync(pages)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => examplesOn(root, join(pages, name)));
  const others = ['examples', 'test/conformance/cases'].flatMap((folder) => filesBelow(join(root, folder)));
  const files = others.filter((path) => /dockerfile$/i.test(path));
  return [...onPages, ...files.map((path) => withAround(caseAt(path, relative(root, path))))];
}

function withAround(file: CaseFile): CaseFile {
  const folder = dirname(file.path);
  if (basename(file.path) !== 'Dockerfile') return file;
  const paths = filesBelow(folder).filter((path) => path !== file.path);
  return {
    ...file,
    around: new Map(paths.map((path) => [slashed(relative(folder, path)), readFileSync(path, 'utf8')])),
  };
}

/** The files below a folder that is no part of the project; not those in UTF-16, which no build can read, nor templates. */
export function corpus(folder: string): readonly CaseFile[] {
  const files = filesBelow(folder).filter((path) => !/\.(?:jsonl?|md|txt|ya?ml)$/.test(path));
  return files
    .map((path) => caseAt(path, relative(folder, path)))
    .filter(({ text }) => !text.includes('\0') && !isTemplate('dockerfile', text));
}

/** A text as a case, written where other programs can read it. */
export function written(
  root: string,
  name: string,
  text: string,
  around?: CaseFile['around'],
  place?: string,
): CaseFile {
  const folder = join(root, 'out', 'conformance');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 20)}.dockerfile`);
  writeFileSync(path, text);
  return { name, path, text, ...(around && { around, ...(place !== undefined && { place }) }) };
}

function examplesOn(project: string, page: string): readonly CaseFile[] {
  return sectionsOf(readFileSync(page, 'utf8')).flatMap(({ blocks }) => {
    let around: CaseFile['around'];
    let place: string | undefined;
    return blocks.flatMap((block, index) => {
      const { info, text, line } = block;
      const files = /^files(?: (\S+))?$/.exec(info);
      if (files !== null && info !== fixedFiles) [around, place] = [filesOf(block), files[1]];
      if (!/^dockerfile (?:bad|good|fixed)/.test(info)) return [];
      const kept = text.split('\n').filter((each) => !caretLine.test(each));
      const next = blocks[index + 1];
      // What the fix changes of the other files.
      const there = next?.info === fixedFiles && around ? new Map([...around, ...filesOf(next)]) : around;
      const name = `${basename(page, '.md')}:${line + 1} (${info.slice(11)})`;
      return [written(project, name, kept.join('\n'), there, place)];
    });
  });
}

const fixedFiles = 'files fixed';

function caseAt(path: string, name: string): CaseFile {
  return { name: slashed(name), path, text: decode(readFileSync(path)).text };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
