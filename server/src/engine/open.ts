import { parseCompose } from './compose/document.js';
import { inheritInline } from './compose/inline/documents.js';
import { parseDockerfile } from './dockerfile/document.js';
import { parseDockerignore } from './dockerignore/parse.js';
import type { Language, LintDocument } from './rule.js';
import { SourceText } from './text/source.js';

/** As `Linter.open`: which rules there are does not matter to it. */
export function openDocument(language: Language, text: string, path?: string, earlier?: LintDocument): LintDocument {
  const source = new SourceText(text);
  if (language === 'dockerfile') return parseDockerfile(source, path, earlier);
  if (language === 'dockerignore') return parseDockerignore(source, path);
  const doc = parseCompose(source, path, earlier);
  inheritInline(doc, earlier);
  return doc;
}
