import { FileSystemError, FileType, Uri, workspace } from 'vscode';

/** A question of the server about a file, as `dockerPatterns/readFile` carries it. */
export interface FileQuestion {
  readonly uri: string;
  readonly kind: 'exists' | 'read' | 'list';
}

export interface FileAnswer {
  readonly presence: 'present' | 'absent' | 'unknown';
  readonly text?: string;
  /** Names of a folder's entries; folders end in `/`. */
  readonly entries?: readonly string[];
}

/** Every host of VS Code has it; the types of VS Code do not tell. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Larger files are present, but their text stays unread. */
const maxBytes = 2_000_000;
const unknown: FileAnswer = { presence: 'unknown' };

/** Answers from the workspace, also a virtual one. Outside the workspace folders all is unknown. Never throws. */
export async function answer(question: FileQuestion): Promise<FileAnswer> {
  const uri = normalised(question.uri);
  if (!uri || !insideWorkspace(uri)) return unknown;
  try {
    return await look(uri, question.kind);
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? { presence: 'absent' } : unknown;
  }
}

async function look(uri: Uri, kind: FileQuestion['kind']): Promise<FileAnswer> {
  if (kind === 'list') {
    const entries = await workspace.fs.readDirectory(uri);
    return {
      presence: 'present',
      entries: entries.map(([name, type]) => (type & FileType.Directory ? `${name}/` : name)),
    };
  }
  const stat = await workspace.fs.stat(uri);
  if (kind === 'exists' || stat.type & FileType.Directory || stat.size > maxBytes) return { presence: 'present' };
  return { presence: 'present', text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
}

/** Without `.` and `..`, so that a path cannot lead out of a folder by its spelling. */
function normalised(text: string): Uri | undefined {
  try {
    return Uri.joinPath(Uri.parse(text, true), '.');
  } catch {
    return undefined;
  }
}

function insideWorkspace(uri: Uri): boolean {
  return (workspace.workspaceFolders ?? []).some(({ uri: folder }) => {
    const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
    return uri.scheme === folder.scheme && uri.authority === folder.authority && `${uri.path}/`.startsWith(root);
  });
}
