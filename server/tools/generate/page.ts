/** A fenced block of a page. */
export interface PageBlock {
  /** Info string: `dockerfile bad`, `files`, `json config`, … */
  readonly info: string;
  /** Lines between the fences, each with its LF. */
  readonly text: string;
  /** Zero-based line of the opening fence. */
  readonly line: number;
}

/** A part of a page under one heading. */
export interface PageSection {
  readonly heading: string;
  readonly level: number;
  /** First paragraph, on one line; empty when there is none. */
  readonly lead: string;
  readonly blocks: readonly PageBlock[];
  /** Text of the section without fenced blocks. */
  readonly prose: string;
}

/** A line of an example that only marks words of the line above; see `test/rules/blocks.ts`. */
export const caretLine = /^[ \t]*#[ ^]*\^[ ^]*$/;

export const factsStart = '<!-- facts:start -->';
export const factsEnd = '<!-- facts:end -->';

/** The sections of a Markdown text in order; what stands before the first heading is left out. Never throws. */
export function sectionsOf(markdown: string): readonly PageSection[] {
  const sections: { heading: string; level: number; prose: string[]; blocks: PageBlock[] }[] = [];
  let fence: { mark: string; info: string; line: number; text: string[] } | undefined;
  for (const [line, content] of markdown.split(/\r?\n/).entries()) {
    const section = sections.at(-1);
    if (fence !== undefined) {
      if (content.startsWith(fence.mark) && content.slice(fence.mark.length).trim() === '') {
        section?.blocks.push({ info: fence.info, text: fence.text.join(''), line: fence.line });
        fence = undefined;
      } else fence.text.push(`${content}\n`);
      continue;
    }
    const opening = /^(`{3,}|~{3,})[ \t]*([^`]*)$/.exec(content);
    const heading = /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/.exec(content);
    if (opening !== null) fence = { mark: opening[1] ?? '', info: (opening[2] ?? '').trim(), line, text: [] };
    else if (heading !== null) {
      sections.push({ heading: heading[2] ?? '', level: (heading[1] ?? '').length, prose: [], blocks: [] });
    } else section?.prose.push(content);
    // A fence parts paragraphs.
    if (opening !== null) section?.prose.push('');
  }
  return sections.map(({ heading, level, prose, blocks }) => {
    const text = prose.join('\n');
    return { heading, level, blocks, prose: text, lead: leadOf(text) };
  });
}

/** The first paragraph that is no list, table, picture, quote or comment. */
function leadOf(prose: string): string {
  const start = prose.indexOf(factsStart);
  const end = prose.indexOf(factsEnd);
  const text = start >= 0 && end > start ? prose.slice(0, start) + prose.slice(end + factsEnd.length) : prose;
  const paragraph = text
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(?:[-*+|>]|!\[|<!--|\d+\.)/.test(part));
  return (paragraph ?? '').replace(/\s*\n\s*/g, ' ');
}

/** The anchor that GitHub and VS Code give a heading; `seen` counts repeated ones within a file. */
export function slugOf(heading: string, seen: Map<string, number>): string {
  const slug = heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
  const before = seen.get(slug) ?? 0;
  seen.set(slug, before + 1);
  return before === 0 ? slug : `${slug}-${before}`;
}

/** The files of a `files` fence: `=== path` lines, each followed by the content. Throws an Error for a fence without. */
export function filesOf({ text, line }: PageBlock): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let path: string | undefined;
  for (const content of text.split(/(?<=\n)/)) {
    const header = /^=== (.+)\n$/.exec(content);
    if (header?.[1] !== undefined) {
      path = header[1];
      files.set(path, '');
    } else if (path === undefined) throw new Error(`line ${line + 1}: the files fence starts without "=== path"`);
    else files.set(path, (files.get(path) ?? '') + content);
  }
  return files;
}
