import {
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  Uri,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import { labelled } from './labels.js';

/** Every host of VS Code has them; the types of VS Code do not tell. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** What the server knows of the page of a rule: facts and first paragraph. */
export interface RuleHead {
  readonly facts: string;
  readonly lead: string;
}

/**
 * The guide and the pages of the rules as files that nobody can write, so that the preview follows the links between
 * them: `docker-patterns:/guide/<file>.md`, `docker-patterns:/docs/rules/<language>/<id>.md`. The texts are packed in
 * one file, where they take a third of the room; the pictures of the guide are files of the extension.
 */
export class Pages implements FileSystemProvider {
  static readonly scheme = 'docker-patterns';

  readonly #readFile: (path: string) => Thenable<Uint8Array>;
  readonly #askHeads: () => Promise<Readonly<Record<string, RuleHead>> | undefined>;
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  #texts: Promise<ReadonlyMap<string, string>> | undefined;

  readonly onDidChangeFile = this.#changes.event;

  /**
   * `readFile` reads a file of the extension by its path there; `askHeads` asks the server for the heads of the pages of
   * rules, by id, and is undefined where it does not start.
   */
  constructor(
    readFile: (path: string) => Thenable<Uint8Array>,
    askHeads: () => Promise<Readonly<Record<string, RuleHead>> | undefined>,
  ) {
    this.#readFile = readFile;
    this.#askHeads = askHeads;
  }

  /** The page at a path from the root, at a heading or at its start. */
  static uri(path: string, heading = ''): Uri {
    return Uri.from({ scheme: Pages.scheme, path: `/${path}`, fragment: heading });
  }

  /** What each rule asks for, by the path of its page. Rejects if the pages cannot be read. */
  async rules(): Promise<ReadonlyMap<string, string>> {
    const pages = [...(await this.#read())].filter(([path]) => path.startsWith('docs/rules/'));
    return new Map(pages.map(([path, text]) => [path, /^- (.*)\.$/m.exec(text)?.[1] ?? '']));
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const path = uri.path.slice(1);
    if (/^guide\/images\/[\w-]+\.svg$/.test(path)) return this.#readFile(path);
    const text = (await this.#read()).get(path);
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const folder = uri.path.slice(1).replace(/\/*$/, '/');
    if (folder === '/' || [...(await this.#read()).keys()].some((path) => path.startsWith(folder)))
      return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: FileType.File, ctime: 0, mtime: 0, size: (await this.readFile(uri)).length };
  }

  async readDirectory(uri: Uri): Promise<[string, FileType][]> {
    const folder = `${uri.path.slice(1)}/`.replace(/^\/+|\/+$/g, '');
    const start = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, FileType>();
    for (const path of (await this.#read()).keys()) {
      const [name = '', ...more] = path.slice(start.length).split('/');
      if (path.startsWith(start)) entries.set(name, more.length === 0 ? FileType.File : FileType.Directory);
    }
    return [...entries];
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  /** The texts by path; read again where that failed. */
  #read(): Promise<ReadonlyMap<string, string>> {
    this.#texts ??= this.#load().catch((error: unknown) => {
      this.#texts = undefined;
      throw error;
    });
    return this.#texts;
  }

  async #load(): Promise<ReadonlyMap<string, string>> {
    const [packed, heads] = await Promise.all([
      this.#readFile('dist/pages.json'),
      this.#askHeads().catch(() => undefined),
    ]);
    // Without a server the examples are there, and the next page asks again.
    if (heads === undefined) this.#texts = undefined;
    const texts = JSON.parse(new TextDecoder().decode(packed)) as Record<string, string>;
    return new Map(
      Object.entries(texts).map(([path, text]) => {
        if (!path.startsWith('docs/rules/')) return [path, text];
        const head = heads?.[path.replace(/^.*\/|\.md$/g, '')];
        return [path, labelled(head === undefined ? text : withHead(text, head))];
      }),
    );
  }
}

function withHead(text: string, { facts, lead }: RuleHead): string {
  return text.replace('<!-- facts -->\n', () => facts).replace('<!-- lead -->', () => lead);
}
