import type { CompletionItem, Position } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import type { LintDocument } from '../../engine/rule.js';
import { snippets } from '../../snippets/index.js';
import type { Snippet, SnippetKind } from '../../snippets/types.js';
import type { ClientSupport } from '../client.js';
import type { OpenDocument } from '../documents.js';
import { plainText } from '../../engine/text/snippet.js';
import { placeOf } from './place.js';

/** Where somebody asks for completions. */
export interface Asked {
  readonly open: OpenDocument;
  /** Undefined for a text that is none of ours. */
  readonly document: LintDocument | undefined;
  readonly position: Position;
}

/**
 * The snippets that fit where a line begins with what is typed; empty in comments, in the middle of a line, and inside
 * of an instruction that goes on.
 */
export function snippetItems(
  { open, document, position }: Asked,
  support: Pick<ClientSupport, 'completion'>,
): readonly CompletionItem[] {
  const kind = kindOf(open, document);
  if (kind === undefined) return [];
  const lines = open.text.split(/\r\n|\n|\r/);
  const line = lines[position.line] ?? '';
  const [, blanks, word] = /^([ \t]*)([\w.-]*)$/.exec(line.slice(0, position.character)) ?? [];
  if (blanks === undefined || word === undefined || line.slice(position.character).trim() !== '') return [];
  if (document?.language === 'dockerfile' && isInside(document, position.line)) return [];

  const yaml = kind === 'dockercompose' || kind === 'github-actions';
  const place = yaml ? placeOf(lines, position.line, blanks.length) : undefined;
  const range = { start: { line: position.line, character: blanks.length }, end: position };
  return snippets.flatMap((snippet) => {
    if (snippet.kind !== kind || snippet.place !== place) return [];
    const label = snippet.prefixes.find((prefix) => prefix.startsWith(word.toLowerCase()));
    const body = document?.language === 'dockerfile' ? bodyIn(document, position.line, snippet.body) : snippet.body;
    if (label === undefined || body === undefined) return [];
    return [itemOf({ ...snippet, body }, label, range, blanks, support)];
  });
}

/** Languages of editors for what is no document of ours. */
const otherLanguages: Readonly<Record<string, SnippetKind>> = {
  javascript: 'health-endpoint',
  javascriptreact: 'health-endpoint',
  typescript: 'health-endpoint',
  typescriptreact: 'health-endpoint',
  shellscript: 'shellscript',
  sh: 'shellscript',
  bash: 'shellscript',
};

function kindOf({ uri, languageId }: OpenDocument, document: LintDocument | undefined): SnippetKind | undefined {
  if (document?.language === 'compose') return 'dockercompose';
  if (document?.language === 'dockerignore') return 'ignore';
  if (document !== undefined) return document.language;
  if (/\/\.github\/workflows\/[^/]+\.ya?ml$/.test(uri)) return 'github-actions';
  return Object.hasOwn(otherLanguages, languageId) ? otherLanguages[languageId] : undefined;
}

/** Whether a line goes on with an instruction from above, or is in a here-document of it. */
function isInside({ source, syntax }: DockerfileDocument, line: number): boolean {
  const start = source.offsetAt({ line, character: 0 });
  const above = syntax.instructions.findLast(({ span }) => span.start < start);
  return above !== undefined && above.span.end > start;
}

/**
 * The body as it is right in a Dockerfile: lines go on as they do there, and directives stand at the top alone.
 * Undefined for what cannot be written there.
 */
function bodyIn({ source, syntax }: DockerfileDocument, line: number, body: string): string | undefined {
  const start = source.offsetAt({ line, character: 0 });
  const first = syntax.instructions[0];
  const atTop = first === undefined || first.span.start >= start;
  if (body.startsWith('# escape=')) return atTop ? body : undefined;
  const rest = atTop ? body : body.replace(/^# syntax=.*\n/, '');
  if (syntax.escape === '\\') return /`$/m.test(rest) ? undefined : rest;
  return rest.replace(/\\\\$/gm, '`');
}

function itemOf(
  { title, description, body, kind }: Snippet,
  label: string,
  range: { readonly start: Position; readonly end: Position },
  blanks: string,
  { completion }: Pick<ClientSupport, 'completion'>,
): CompletionItem {
  const text = plainText(body);
  const asSnippet = completion.snippets;
  // Editors that know snippets indent their lines like the first one; plain text goes in as it is.
  const newText = asSnippet ? body : text.replace(/\n(?=.)/g, `\n${blanks}`);
  const mode = asSnippet ? InsertTextMode.adjustIndentation : InsertTextMode.asIs;
  return {
    label,
    kind: CompletionItemKind.Snippet,
    detail: title,
    documentation: completion.markdown
      ? { kind: MarkupKind.Markdown, value: `${description}.\n\n\`\`\`${fences[kind]}\n${text}\n\`\`\`` }
      : `${description}.\n\n${text}`,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(completion.modes.has(mode) ? { insertTextMode: mode } : {}),
    textEdit: { range, newText },
  };
}

const fences: Readonly<Record<SnippetKind, string>> = {
  dockerfile: 'dockerfile',
  dockercompose: 'yaml',
  ignore: 'text',
  'github-actions': 'yaml',
  'health-endpoint': 'js',
  shellscript: 'sh',
};
