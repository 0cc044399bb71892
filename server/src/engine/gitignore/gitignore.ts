import type { Expression } from '../dockerignore/expression.js';
import { compile } from '../dockerignore/expression.js';

/** A line of a .gitignore file. */
interface GitPattern {
  readonly negated: boolean;
  readonly expression: Expression;
}

/** The patterns of one .gitignore file. */
export interface GitIgnore {
  /** Folder of the file, relative to the same place as the paths that are asked about; empty or with a slash at its end. */
  readonly folder: string;
  readonly patterns: readonly GitPattern[];
}

/** Reads a .gitignore file (https://git-scm.com/docs/gitignore). What it cannot read is left out. Never throws. */
export function parseGitignore(text: string, folder: string): GitIgnore {
  return {
    folder,
    patterns: text
      .replace(/^\uFEFF/, '')
      .split('\n')
      .flatMap(readLine),
  };
}

function readLine(line: string): readonly GitPattern[] {
  let text = withoutBlanks(line.endsWith('\r') ? line.slice(0, -1) : line);
  if (text === '' || text.startsWith('#')) return [];
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  // A folder-only pattern counts for whatever has the name: nobody knows what the missing path would be.
  if (text.endsWith('/')) text = text.slice(0, -1);
  const anchored = text.includes('/');
  if (text.startsWith('/')) text = text.slice(1);
  const compiled = compile(toDocker(anchored ? text : `**/${text}`));
  return text === '' || typeof compiled === 'string' ? [] : [{ negated, expression: compiled }];
}

/** `**` beside other characters is one `*` to Git, and no class of its has a slash. */
function toDocker(pattern: string): string {
  const parts = pattern.split('/').map((part) => (part === '**' ? part : part.replaceAll(/\*{2,}/g, '*')));
  return parts.join('/').replaceAll(/\[[!^]/g, '[^/');
}

/** Without blanks at the end that no backslash keeps. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ' && text[end - 2] !== '\\') end--;
  return text.slice(0, end);
}

/**
 * Whether Git leaves a path alone. The files come from the top folder down; the last pattern that matches decides, and
 * below an ignored folder everything is ignored. Never throws.
 */
export function gitIgnores(files: readonly GitIgnore[], path: string): boolean {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const part = end < 0 ? path : path.slice(0, end);
    let ignored = false;
    for (const { folder, patterns } of files) {
      if (!part.startsWith(folder)) continue;
      const inner = part.slice(folder.length);
      for (const { negated, expression } of patterns) {
        if (negated === ignored && expression.matches(inner)) ignored = !negated;
      }
    }
    if (ignored || end < 0) return ignored;
  }
}
