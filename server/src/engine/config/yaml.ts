import { parseDocument } from 'yaml';
import { SourceText } from '../text/source.js';
import { fromYaml, type ConfigNode } from './node.js';
import type { Complain } from './wishes.js';

/** A parsed YAML configuration. */
export interface YamlFile {
  readonly root: ConfigNode;
  readonly source: SourceText;
  /** Zero-based line of a UTF-16 offset. */
  readonly lineAt: (offset: number) => number;
}

/** Parses a configuration; what does not parse is told to `complain` and the rest is still there. Never throws. */
export function openYaml(text: string, complain: Complain): YamlFile {
  const source = new SourceText(text);
  const doc = parseDocument(text, {
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
  });
  for (const { pos, message } of doc.errors) {
    const [start, end] = pos;
    complain(
      { start: Math.min(start, text.length), end: Math.min(end, text.length) },
      `This is not valid YAML: ${message}`,
    );
  }
  return {
    root: fromYaml(doc, doc.contents, { start: 0, end: 0 }),
    source,
    lineAt: (offset) => source.lineAt(offset),
  };
}
