import type { MappedText } from '../../text/mapped.js';
import { Pieces } from './pieces.js';

interface Line {
  readonly start: number;
  /** Behind the last character, without the line end. */
  readonly end: number;
  /** Blanks at its start. */
  readonly indent: number;
}

/**
 * The content of a block scalar (YAML 1.2, §8.1). `raw` starts with `|` or `>`, `parent` is the indentation that an
 * explicit indicator adds to. Folding and chomping follow the `yaml` package, which is held against it in tests.
 */
export function blockText(raw: string, at: number, parent: number): MappedText {
  const feed = raw.indexOf('\n');
  const header = (feed < 0 ? raw : raw.slice(0, feed)).replace(/\s.*$/s, '');
  const digit = /\d/.exec(header)?.[0];
  const pieces = new Pieces();
  const lines = feed < 0 ? [] : splitLines(raw, feed + 1);
  let until = lines.length;
  while (until > 0 && isEmpty(lines[until - 1])) until--;
  const first = lines.findIndex((line) => !isEmpty(line));
  const trim = digit === undefined ? (lines[first]?.indent ?? 0) : parent + Number(digit);
  if (until === 0) {
    if (header.includes('+')) for (const { end } of lines.slice(0, -1)) pieces.replace('\n', at + end);
    return pieces.done();
  }
  // Blank lines behind the text that are indented further are text.
  for (let i = lines.length - 1; i >= until; i--) if ((lines[i]?.indent ?? 0) > trim) until = i + 1;
  const body = lines.slice(0, until).map((line) => ({ ...line, start: line.start + Math.min(trim, line.indent) }));
  if (header.startsWith('>')) fold(pieces, raw, at, body, trim, first);
  else {
    body.forEach(({ start, end }, index) => {
      if (index > 0) pieces.replace('\n', at + (body[index - 1]?.end ?? end));
      pieces.add(raw.slice(start, end), at + start);
    });
  }
  const last = at + (body.at(-1)?.end ?? 0);
  if (header.includes('+')) {
    const rest = lines.slice(until);
    if (rest.length === 0) pieces.replace('\n', last);
    rest.forEach((line, index) => {
      pieces.replace('\n', index === 0 ? last : at + (rest[index - 1]?.end ?? 0));
      const start = line.start + Math.min(trim, line.indent);
      pieces.add(raw.slice(start, line.end), at + start);
    });
  } else if (!header.includes('-')) pieces.replace('\n', last);
  return pieces.done();
}

/** Joins the lines of a folded scalar (§8.1.3): what is indented further keeps its line ends. */
function fold(pieces: Pieces, raw: string, at: number, body: readonly Line[], trim: number, first: number): void {
  let separator = '';
  let separatorAt = at;
  let wasIndented = false;
  body.forEach(({ start, end, indent }, index) => {
    const text = raw.slice(start, end);
    if (index < first) {
      pieces.add(text, at + start);
      pieces.replace('\n', at + end);
      return;
    }
    if (indent > trim || text.startsWith('\t')) {
      if (separator === ' ') separator = '\n';
      else if (!wasIndented && separator === '\n') separator = '\n\n';
      pieces.replace(separator, separatorAt);
      pieces.add(text, at + start);
      separator = '\n';
      wasIndented = true;
    } else if (text === '') {
      if (separator === '\n') pieces.replace('\n', separatorAt);
      else separator = '\n';
    } else {
      pieces.replace(separator, separatorAt);
      pieces.add(text, at + start);
      separator = ' ';
      wasIndented = false;
    }
    separatorAt = at + end;
  });
}

function splitLines(raw: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; ;) {
    const feed = raw.indexOf('\n', start);
    let end = feed < 0 ? raw.length : feed;
    if (end > start && raw[end - 1] === '\r') end--;
    let indent = 0;
    while (start + indent < end && raw[start + indent] === ' ') indent++;
    lines.push({ start, end, indent });
    if (feed < 0) return lines;
    start = feed + 1;
  }
}

function isEmpty(line: Line | undefined): boolean {
  return line === undefined || line.start + line.indent === line.end;
}
