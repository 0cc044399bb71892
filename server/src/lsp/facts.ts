import { FileChangeType } from 'vscode-languageserver';
import { concernsProjects, findProjects } from '../engine/compose/project/workspace.js';
import type { FactAnswer, FactQuery, Facts } from '../engine/facts.js';
import { factKey, factRounds, factsFrom, unknownFacts } from '../engine/facts.js';
import type { FileHost } from './host.js';
import { folderOf, isWithin, nameOf, normalise, resolveFrom } from './uris.js';

interface Entry {
  readonly kind: FactQuery['kind'];
  readonly uri: string;
  readonly root: string;
  readonly answer: Promise<FactAnswer>;
}

/** So many places are remembered. */
const mostPlaces = 5000;

/** Answers about files, kept until those files change. */
export class FactStore {
  readonly #files: FileHost;
  readonly #asked: (kind: FactQuery['kind'], uri: string) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #places = new Map<string, string>();
  /** The first files of the projects of a root. */
  readonly #found = new Map<string, { uris: readonly string[] }>();
  #generation = 0;

  /** `asked` is told each question when it is asked for the first time, so that its file can be watched. */
  constructor(files: FileHost, asked: (kind: FactQuery['kind'], uri: string) => void) {
    this.#files = files;
    this.#asked = asked;
  }

  /** Grows whenever answers were dropped. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * The facts that a document asks for, again when it knows the first ones; without a workspace folder all are unknown.
   * Never rejects.
   */
  async answer(uri: string, root: string | undefined, needs: (known: Facts) => readonly FactQuery[]): Promise<Facts> {
    let facts = unknownFacts;
    if (root === undefined) return facts;
    const folder = folderOf(uri);
    let answers: ReadonlyMap<string, FactAnswer> = new Map();
    for (let round = 0; round < factRounds; round++) {
      const known = answers;
      const queries = needs(facts).filter((query) => !known.has(factKey(query)));
      if (queries.length === 0) break;
      const more = await Promise.all(
        queries.map(async (query) => {
          const answer = await this.#askAt(query.kind, this.#placeOf(folder, query.path), root);
          return [factKey(query), answer] as const;
        }),
      );
      answers = new Map([...known, ...more]);
      facts = factsFrom(answers);
    }
    return facts;
  }

  /** The answer to one question; asked of the host once until `changed`. Never rejects. */
  ask(kind: FactQuery['kind'], uri: string, root: string): Promise<FactAnswer> {
    return this.#askAt(kind, normalise(uri), root);
  }

  #askAt(kind: FactQuery['kind'], uri: string, root: string): Promise<FactAnswer> {
    // Projects are those of the workspace, wherever somebody asks.
    const place = kind === 'projects' ? root : uri;
    const key = `${kind} ${root} ${place}`;
    const known = this.#entries.get(key);
    if (known !== undefined) return known.answer;
    this.#asked(kind, place);
    const answer = this.#look(kind, place, root);
    this.#entries.set(key, { kind, uri: place, root, answer });
    return answer;
  }

  /** Where a path leads from a folder: the same questions come with every edit. */
  #placeOf(folder: string, path: string): string {
    const key = `${folder} ${path}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = normalise(resolveFrom(folder, path));
    if (this.#places.size >= mostPlaces) this.#places.clear();
    this.#places.set(key, place);
    return place;
  }

  #look(kind: FactQuery['kind'], uri: string, root: string): Promise<FactAnswer> {
    return kind === 'projects' ? this.#projects(root) : this.#files.ask(kind, uri, root);
  }

  async #projects(root: string): Promise<FactAnswer> {
    const search = findProjects();
    // A later search has its own, so that one which ends late does not speak over it.
    const found = { uris: this.#found.get(root)?.uris ?? [] };
    this.#found.set(root, found);
    let step = search.next();
    while (step.done !== true) {
      const queries = step.value.map(({ kind, path }) => this.#look(kind, resolveFrom(root, path), root));
      step = search.next(await Promise.all(queries));
    }
    found.uris = step.value.map((path) => normalise(resolveFrom(root, path)));
    // A folder that goes takes its project with it and says nothing of the file.
    for (const names of step.value.map((path) => path.split('/'))) {
      const above = names.slice(0, -1).map((_, depth) => names.slice(0, depth).join('/') || '.');
      for (const path of above) this.#asked('list', resolveFrom(root, path));
    }
    return { presence: 'present', entries: step.value };
  }

  /** Drops the answers that a change of a file or folder makes doubtful; says whether there were any. */
  changed(uri: string, type: FileChangeType): boolean {
    const place = normalise(uri);
    const above = type === FileChangeType.Changed ? undefined : folderOf(place);
    const concerns = concernsProjects(nameOf(place), above !== undefined);
    let dropped = false;
    for (const [key, entry] of this.#entries) {
      const itself = entry.uri === place && (above !== undefined || entry.kind !== 'exists');
      const listed = entry.kind === 'list' && entry.uri === above;
      const projects = entry.kind === 'projects' && (concerns || this.#holdsProject(entry.root, place));
      if (!itself && !listed && !projects && !entry.uri.startsWith(`${place}/`)) continue;
      this.#entries.delete(key);
      dropped = true;
    }
    if (dropped) this.#generation++;
    return dropped;
  }

  #holdsProject(root: string, folder: string): boolean {
    return this.#found.get(root)?.uris.some((uri) => uri.startsWith(`${folder}/`)) === true;
  }

  /**
   * Asks again and says whether an answer differs: everything, for clients that do not watch files, or only about what
   * lies in a folder, without searching it for projects. Never rejects.
   */
  async refresh(folder?: string): Promise<boolean> {
    const within = folder === undefined ? undefined : normalise(folder);
    const before = [...this.#entries].filter(
      ([, { kind, uri }]) => within === undefined || (kind !== 'projects' && isWithin(within, uri)),
    );
    const differs = await Promise.all(
      before.map(async ([key, entry]) => {
        const answer = await this.#look(entry.kind, entry.uri, entry.root);
        const known = await entry.answer;
        if (sameAnswer(known, answer) || this.#entries.get(key) !== entry) return false;
        this.#entries.set(key, { ...entry, answer: Promise.resolve(answer) });
        return true;
      }),
    );
    const changed = differs.includes(true);
    if (changed) this.#generation++;
    return changed;
  }
}

function sameAnswer(a: FactAnswer, b: FactAnswer): boolean {
  return a.presence === b.presence && a.text === b.text && a.entries?.join('\n') === b.entries?.join('\n');
}
