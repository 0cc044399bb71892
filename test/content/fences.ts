import type { Language } from '../../server/src/engine/rule.js';
import { sectionsOf } from '../../server/tools/generate/page.js';

/** A code block of the guide that the engine reads. */
export interface Fence {
  readonly name: string;
  readonly language: Language;
  /** `part`: some instructions out of a Dockerfile. */
  readonly kind: 'good' | 'bad' | 'part';
  /** What speaks about a bad one; what is on besides the recommended rules and silent about a good one. */
  readonly rules: readonly string[];
  /** Files around it, if the guide says. */
  readonly files: readonly string[] | undefined;
  /** What the file is called, if the guide says. */
  readonly path: string | undefined;
  readonly text: string;
}

const languages: Readonly<Record<string, Language>> = {
  dockerfile: 'dockerfile',
  yaml: 'compose',
  ignore: 'dockerignore',
};

/** Languages of blocks that no rule is about. */
const others = ['sh', 'powershell', 'js', 'ts', 'json', 'text', 'html'];

/**
 * The code blocks of a file of the guide. The line of a fence says what the block is:
 * - `dockerfile bad missing-user,root-user`, and so with `yaml` (a Compose file) and `ignore` (a .dockerignore): exactly
 *   these rules speak;
 * - `dockerfile good`: no recommended rule speaks; `good missing-healthcheck`: nor does this one;
 * - `dockerfile` alone: instructions that are clean in a Dockerfile which has the rest;
 * - `yaml workflow`: no Compose file.
 * A comment on the line above says which files are around it, `<!-- files: package.json .env -->`, or what it is
 * called, `<!-- file: compose.override.yaml -->`.
 * Throws an Error for any other line.
 */
export function fencesOf(name: string, markdown: string): readonly Fence[] {
  const lines = markdown.split('\n');
  const blocks = sectionsOf(markdown).flatMap((section) => section.blocks);
  return blocks.flatMap(({ info, text, line }): readonly Fence[] => {
    const [word = '', kind, ids, ...rest] = info.split(' ');
    const language = languages[word];
    if (others.includes(info) || info === 'yaml workflow') return [];
    const where = `${name}:${line + 1}`;
    const what = kind === undefined && language === 'dockerfile' ? 'part' : kind;
    if (language === undefined || rest.length > 0 || (what !== 'good' && what !== 'bad' && what !== 'part'))
      throw new Error(`${where}: what is a block "${info}"?`);
    if (what === 'bad' && ids === undefined) throw new Error(`${where}: which rules speak?`);
    const [, named, around] = /^<!-- (file|files): (.+) -->$/.exec(lines[line - 1] ?? '') ?? [];
    const files = named === 'files' ? around?.split(' ') : undefined;
    const path = named === 'file' ? around : undefined;
    return [{ name: where, language, kind: what, rules: ids?.split(',') ?? [], files, path, text }];
  });
}

/** A Dockerfile out of some of its instructions. */
export function completed(part: string): string {
  const whole = /^FROM /m.test(part) ? part : `FROM registry.example.com/base:1\nWORKDIR /app\n${part}`;
  return /^USER /m.test(whole) ? whole : `${whole}USER app\n`;
}
