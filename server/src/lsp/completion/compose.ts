import type { CompletionItem, Position } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import { schemaAt, type KnownKey } from '../../engine/compose/schema/at.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import type { ClientSupport } from '../client.js';
import { sentenceOf } from '../help/composeKeys.js';
import { withoutMarkdown } from '../hover/card.js';
import { namesFor } from './composeNames.js';
import { composePlaceOf, type ComposePlace } from './composePlace.js';

/** Above so many characters nothing is offered. */
const longest = 1_500_000;

/** Keys, values and names that fit where somebody writes in a Compose file. Never throws. */
export function composeItems(
  doc: ComposeDocument,
  position: Position,
  { completion }: Pick<ClientSupport, 'completion'>,
): readonly CompletionItem[] {
  const { text } = doc.source;
  if (text.length > longest) return [];
  const lines = text.split(/\r\n|\n|\r/);
  const place = composePlaceOf(lines, position);
  if (place === undefined) return [];
  const start = { line: position.line, character: position.character - place.word.length };
  const item = (label: string, newText: string, kind: CompletionItemKind, detail: string): CompletionItem => ({
    label,
    kind,
    ...(detail === '' ? {} : { detail }),
    insertTextFormat: InsertTextFormat.PlainText,
    ...(completion.modes.has(InsertTextMode.asIs) ? { insertTextMode: InsertTextMode.asIs } : {}),
    textEdit: { range: { start, end: position }, newText },
  });
  const isNear = (label: string): boolean => hasLetters(label, place.word.toLowerCase());
  const quoted = /["']$/.test((lines[position.line] ?? '').slice(0, start.character));
  const names = namesFor(doc, place.path, place.key).filter(
    ({ text: name }) => !place.siblings.has(name) && isNear(name),
  );
  const named = names.map(({ text: name, what }) =>
    item(name, quoted ? name : nameText(place, name), CompletionItemKind.Reference, what),
  );
  const values = valuesOf(place)
    .filter(isNear)
    .map((value) => item(value, quoted ? value : valueText(value), CompletionItemKind.EnumMember, ''));
  if (place.key !== undefined || quoted) return [...named, ...values];
  const follows = /^["']?[ ]*:/.test((lines[position.line] ?? '').slice(position.character));
  const asIs = completion.modes.has(InsertTextMode.asIs);
  const keys = (schemaAt(place.path)?.keys ?? []).filter(
    ({ key, deprecated }) => !deprecated && !place.siblings.has(key) && isNear(key),
  );
  return [
    ...named,
    ...values,
    ...keys.map((key) => ({
      ...item(key.key, follows ? key.key : keyText(key, place, asIs), CompletionItemKind.Property, ''),
      ...documented(sentenceOf([...place.path, key.key], key.description), completion.markdown),
    })),
  ];
}

function documented(markdown: string | undefined, isShown: boolean): Pick<CompletionItem, 'documentation'> {
  if (markdown === undefined) return {};
  return { documentation: isShown ? { kind: MarkupKind.Markdown, value: markdown } : withoutMarkdown(markdown) };
}

/** The values that the schema counts up for what is written. */
function valuesOf({ path, key }: ComposePlace): readonly string[] {
  if (key === undefined && typeof path.at(-1) !== 'number') return [];
  const known = schemaAt(key === undefined ? path : [...path, key]);
  return known?.values ?? [];
}

/** `no` is a text only in quotes. */
function valueText(value: string): string {
  return /^(?:yes|no|on|off|null|~)$/i.test(value) ? `"${value}"` : value;
}

/** A name as it is written where it begins a line: an item, or a key where the mapping has others. */
function nameText({ path, key, siblings }: ComposePlace, name: string): string {
  if (key !== undefined || typeof path.at(-1) === 'number') return name;
  return siblings.size > 0 ? `${name.replace(/:$/, '')}:` : `- ${name}`;
}

function keyText({ key, takes }: KnownKey, { column }: ComposePlace, asIs: boolean): string {
  if (takes === 'scalar') return `${key}: `;
  if (takes === 'several' || !asIs) return `${key}:`;
  return `${key}:\n${' '.repeat(column + 2)}${takes === 'list' ? '- ' : ''}`;
}

/** Whether a label has some letters in their order, as editors look for it. */
function hasLetters(label: string, letters: string): boolean {
  let found = 0;
  for (const letter of label.toLowerCase()) if (letter === letters[found]) found++;
  return found === letters.length;
}
