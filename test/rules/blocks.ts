import type { Language } from '../../server/src/engine/rule.js';
import { caretLine, filesOf, sectionsOf, type PageSection } from '../../server/tools/generate/page.js';

/** A place that a caret line marks, zero-based. */
export interface Mark {
  readonly line: number;
  /** First marked column; 2 also stands for 0 and 1, which `# ` hides. */
  readonly start: number;
  readonly end: number;
}

/** One example of a page: a `bad` or `good` block with what belongs to it. */
export interface Example {
  readonly title: string;
  readonly language: Language;
  readonly kind: 'bad' | 'good';
  /** Without caret lines. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Texts after the first, second… alternative fix. */
  readonly fixed: readonly Fixed[];
  /** Files around the document, by their way from the root. One that is not listed is absent; without the block all is unknown. */
  readonly files: ReadonlyMap<string, string> | undefined;
  /** The document itself, from the root. */
  readonly path: string;
  /** `{"severity"?, "options"?}` for the rule of the page. */
  readonly config: unknown;
  /** What ShellCheck says of the first shell text, as it prints it; undefined where no program is set. */
  readonly shellCheck: string | undefined;
}

export interface Fixed {
  readonly text: string;
  /** Files that the fix changes or creates. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The examples of a page, in the languages that its rule is for. Its fences, in a section:
 * - `<language> bad`: the findings of the page's rule are exactly those that caret lines mark. A caret line is a comment
 *   of blanks and carets below the line it speaks of (below other caret lines too); a finding over several lines is
 *   marked from its start to the end of its first line; carets from the third column on also mean the two columns
 *   that the `# ` hides.
 * - `<language> fixed`, `fixed 2`, …: what the first, second… fix of each finding makes of the `bad` block above.
 * - `<language> good`: no finding of the page's rule.
 * - `files`, before the blocks it counts for, to the end of the section: `=== path` lines, each followed by the content.
 *   Paths lead from the root; `files docker/Dockerfile` says where the document is, else it is in the root.
 * - `files fixed`, behind a `fixed` block: the other files that the fix changes or creates, whole.
 * - `json config`, before the blocks it counts for: `{"severity": …, "options": {…}}` of the page's rule.
 * - `json shellcheck`, before the block it counts for: what ShellCheck prints about the first shell text of that block.
 * Other fences are plain text. Throws an Error for a fence that belongs to nothing.
 */
export function examplesOf(markdown: string, ...languages: readonly Language[]): readonly Example[] {
  return sectionsOf(markdown).flatMap((section) => examplesOfSection(section, languages));
}

const paths: { readonly [language in Language]: string } = {
  dockerfile: 'Dockerfile',
  compose: 'compose.yaml',
  dockerignore: '.dockerignore',
};

function examplesOfSection({ heading, blocks }: PageSection, languages: readonly Language[]): readonly Example[] {
  const examples: { -readonly [key in keyof Example]: Example[key] }[] = [];
  let files: Example['files'];
  let path: string | undefined;
  let config: unknown;
  let shellCheck: string | undefined;
  for (const block of blocks) {
    const last = examples.at(-1);
    const language = languages.find((each) => block.info.startsWith(`${each} `));
    const fixed = language === undefined ? null : / fixed(?: ([2-9]))?$/.exec(block.info);
    const place = /^files(?: (\S+))?$/.exec(block.info);
    if (place !== null && block.info !== 'files fixed') {
      files = filesOf(block);
      path = place[1] ?? path;
    } else if (block.info === 'json config') config = JSON.parse(block.text);
    else if (block.info === 'json shellcheck') shellCheck = block.text;
    else if (block.info === 'files fixed') {
      const target = last?.fixed.at(-1);
      if (last === undefined || target === undefined) throw new Error(`line ${block.line + 1}: nothing is fixed above`);
      last.fixed = [...last.fixed.slice(0, -1), { ...target, files: filesOf(block) }];
    } else if (fixed !== null) {
      if (last?.kind !== 'bad' || last.fixed.length + 1 !== Number(fixed[1] ?? 1)) {
        throw new Error(`line ${block.line + 1}: "${block.info}" does not follow its "bad" block`);
      }
      last.fixed = [...last.fixed, { text: block.text, files: new Map() }];
    } else if (language !== undefined && (block.info === `${language} bad` || block.info === `${language} good`)) {
      const kind = block.info.endsWith('bad') ? 'bad' : 'good';
      const title = `${heading} (line ${block.line + 1})`;
      examples.push({
        title,
        language,
        kind,
        ...stripMarks(block.text),
        fixed: [],
        files,
        path: path ?? paths[language],
        config,
        shellCheck,
      });
      shellCheck = undefined;
    } else if (/\b(?:bad|good|fixed|config)\b/.test(block.info)) {
      throw new Error(`line ${block.line + 1}: a page of ${languages.join(' and ')} has no fence "${block.info}"`);
    }
  }
  return examples;
}

function stripMarks(text: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of text.split('\n')) {
    if (!caretLine.test(line)) {
      kept.push(line);
      continue;
    }
    for (const run of line.matchAll(/\^+/g)) {
      marks.push({ line: kept.length - 1, start: run.index, end: run.index + run[0].length });
    }
  }
  return { text: kept.join('\n'), marks };
}
