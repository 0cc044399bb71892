import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CreateFile,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdits } from '../engine/rule.js';
import { SourceText } from '../engine/text/source.js';
import type { Analysis } from './analysis.js';
import type { ClientSupport } from './client.js';
import { rangeOf } from './convert.js';
import type { Documents } from './documents.js';
import { plainText } from '../engine/text/snippet.js';
import { folderOf, resolveFrom } from './uris.js';

/** The edit of a fix with the file it is in. */
interface Placed {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly source: SourceText;
  readonly create: boolean;
  readonly edits: readonly { readonly range: Range; readonly text: string; readonly snippet: boolean }[];
}

const annotationId = 'unsafe';

/**
 * Edits as the client can apply them: versioned, with snippets and with a question before unsafe ones, each only where
 * it supports that. Undefined when the client cannot create a file that is needed, when the text of another file is not
 * known, or when that file is open with another text than the edits were made for.
 */
export function workspaceEditOf(
  files: readonly FileEdits[],
  context: { readonly analysis: Analysis; readonly documents: Documents; readonly support: ClientSupport },
  confirm?: string,
): WorkspaceEdit | undefined {
  const { support } = context;
  const placed: Placed[] = [];
  for (const file of files) {
    const one = place(file, context);
    if (one === undefined || (one.create && !support.createFiles)) return undefined;
    placed.push(one);
  }
  if (placed.length === 0) return undefined;
  if (!support.documentChanges) {
    return { changes: Object.fromEntries(placed.map(({ uri, edits }) => [uri, edits.map(plainEdit)])) };
  }
  const annotate = confirm !== undefined && support.confirmation;
  const annotations: Record<string, ChangeAnnotation> = {
    [annotationId]: {
      label: confirm ?? '',
      needsConfirmation: true,
      description: 'This may change what the build does.',
    },
  };
  return {
    documentChanges: placed.flatMap((file) => documentChanges(file, support, annotate)),
    ...(annotate ? { changeAnnotations: annotations } : {}),
  };
}

function place(
  { path, create, edits, snippet }: FileEdits,
  { analysis, documents }: { readonly analysis: Analysis; readonly documents: Documents },
): Placed | undefined {
  const { open, document, facts } = analysis;
  const uri = path === undefined ? open.uri : resolveFrom(folderOf(open.uri), path);
  const other = path === undefined ? undefined : documents.get(uri);
  const text = path === undefined ? document.source.text : create === true ? '' : facts.read(path);
  if (text === undefined || (other !== undefined && other.text !== text)) return undefined;
  const source = path === undefined ? document.source : new SourceText(text);
  return {
    uri: other?.uri ?? uri,
    version: path === undefined ? open.version : (other?.version ?? null),
    source,
    create: create === true,
    edits: edits.map((edit) => ({ range: rangeOf(source, edit.span), text: edit.text, snippet: snippet === true })),
  };
}

function documentChanges(
  { uri, version, create, edits }: Placed,
  support: ClientSupport,
  annotate: boolean,
): (CreateFile | TextDocumentEdit)[] {
  const annotation = annotate ? { annotationId } : {};
  const creation: CreateFile[] = create
    ? [{ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false }, ...annotation }]
    : [];
  const changes = edits.map((edit): TextEdit | AnnotatedTextEdit | SnippetTextEdit =>
    edit.snippet && support.snippetEdits
      ? { range: edit.range, snippet: { kind: 'snippet', value: edit.text }, ...annotation }
      : { ...plainEdit(edit), ...annotation },
  );
  return [...creation, { textDocument: { uri, version: create ? null : version }, edits: changes }];
}

function plainEdit({ range, text, snippet }: Placed['edits'][number]): TextEdit {
  return { range, newText: snippet ? plainText(text) : text };
}
