import type { DocumentHighlight, Location, Position, Range, TextEdit } from 'vscode-languageserver';
import { DocumentHighlightKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { declaredElsewhere } from '../engine/compose/names/elsewhere.js';
import { composeNameAt } from '../engine/compose/names/names.js';
import { whyNotComposeName } from '../engine/compose/names/rename.js';
import type { ComposeName } from '../engine/compose/names/types.js';
import type { ComposeDocument } from '../engine/compose/types.js';
import type { Facts } from '../engine/facts.js';
import { SourceText } from '../engine/text/source.js';
import { rangeOf } from './convert.js';
import { folderOf, resolveFrom } from './uris.js';

/** Every place that means what the name at a position means. Never throws. */
export function composeHighlights(doc: ComposeDocument, position: Position): DocumentHighlight[] {
  return (at(doc, position)?.places ?? []).map(({ span, declares }) => ({
    range: rangeOf(doc.source, span),
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** Where the name at a position is declared, in this file or in another one of the project. Never throws. */
export function composeDefinition(
  doc: ComposeDocument,
  uri: string,
  position: Position,
  facts: Facts,
): Location | null {
  const name = at(doc, position);
  if (name === undefined) return null;
  if (name.definition !== undefined) return { uri, range: rangeOf(doc.source, name.definition) };
  const other = declaredElsewhere(doc, name, facts);
  if (other === undefined) return null;
  return { uri: resolveFrom(folderOf(uri), other.path), range: rangeOf(new SourceText(other.text), other.span) };
}

/** The range to rename and its text; null where there is no name. Throws a ResponseError that says why not. */
export function prepareComposeRename(
  doc: ComposeDocument,
  position: Position,
  facts: Facts,
): { readonly range: Range; readonly placeholder: string } | null {
  const name = renamable(doc, position, facts);
  return name === undefined ? null : { range: rangeOf(doc.source, name.here.span), placeholder: name.name };
}

/** Edits that give a name another text at every place that means it. Throws a ResponseError that says why not. */
export function composeRenameEdits(
  doc: ComposeDocument,
  position: Position,
  facts: Facts,
  newName: string,
): TextEdit[] {
  const places = renamable(doc, position, facts, newName)?.places ?? [];
  return places.map(({ span }) => ({ range: rangeOf(doc.source, span), newText: newName }));
}

function at(doc: ComposeDocument, position: Position): ComposeName | undefined {
  return composeNameAt(doc, doc.source.offsetAt(position));
}

function renamable(doc: ComposeDocument, position: Position, facts: Facts, newName?: string): ComposeName | undefined {
  const name = at(doc, position);
  const refused = name && whyNotComposeName(doc, name, facts, newName);
  if (refused !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, refused);
  return name;
}
