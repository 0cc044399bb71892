import type { DocumentHighlight, Position, Range, TextEdit } from 'vscode-languageserver';
import { DocumentHighlightKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { DockerfileDocument } from '../engine/dockerfile/model/types.js';
import { nameAt, whyNotRenamed } from '../engine/dockerfile/references/names.js';
import type { NameHere } from '../engine/dockerfile/references/types.js';
import { rangeOf } from './convert.js';

/** The range to rename and its text; null where there is no name. Throws a ResponseError that says why not. */
export function prepareRename(
  doc: DockerfileDocument,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  const name = renamable(doc, position);
  return name === undefined ? null : { range: rangeOf(doc.source, name.here.span), placeholder: name.name };
}

/** Edits that give a name another text at every place that means it. Throws a ResponseError that says why not. */
export function renameEdits(doc: DockerfileDocument, position: Position, newName: string): TextEdit[] {
  const name = renamable(doc, position, newName);
  return (name?.places ?? []).flatMap(({ span, byIndex }) =>
    byIndex ? [] : [{ range: rangeOf(doc.source, span), newText: newName }],
  );
}

/** Every place that means what the text at a position means. Never throws. */
export function highlights(doc: DockerfileDocument, position: Position): DocumentHighlight[] {
  return (at(doc, position)?.places ?? []).map(({ span, declares }) => ({
    range: rangeOf(doc.source, span),
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** Where what the text at a position means is declared. Never throws. */
export function definitionRange(doc: DockerfileDocument, position: Position): Range | undefined {
  const name = at(doc, position);
  return name && rangeOf(doc.source, name.definition);
}

function at(doc: DockerfileDocument, position: Position): NameHere | undefined {
  return nameAt(doc, doc.source.offsetAt(position));
}

function renamable(doc: DockerfileDocument, position: Position, newName?: string): NameHere | undefined {
  const name = at(doc, position);
  if (name === undefined || name.here.byIndex) return undefined;
  const refused = whyNotRenamed(doc, name, newName);
  if (refused !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, refused);
  return name;
}
