/**
 * Facts from outside the text. A document says what it needs; the host answers; rules read the answers.
 * Paths are relative to the folder of the document, with `/`, and may lead upward (`../package.json`).
 */
export interface FactQuery {
  /** `exists`: is there a file or folder; `read`: its text; `list`: names of a folder's entries. */
  readonly kind: 'exists' | 'read' | 'list';
  readonly path: string;
}

/** Only `absent` may lead to a finding that something is missing; `unknown` is silent. */
export type Presence = 'present' | 'absent' | 'unknown';

export interface FactAnswer {
  readonly presence: Presence;
  /** Text of a `read`, if present. */
  readonly text?: string;
  /** Entry names of a `list`, if present; folders end in `/`. */
  readonly entries?: readonly string[];
}

/** The answers a lint run may use. A question that nobody answered is `unknown`. Never throws. */
export interface Facts {
  presence(path: string): Presence;
  read(path: string): string | undefined;
  list(path: string): readonly string[] | undefined;
  /** The Compose files that a configuration says run together with the document, in order. */
  readonly project?: readonly string[] | undefined;
}

/** How often a document may ask, each time knowing the answers before. */
export const factRounds = 12;

/** A stable key for one question, for caches. */
export function factKey(query: FactQuery): string {
  return `${query.kind}:${query.path}`;
}

/** Facts from answers keyed by `factKey`. A `read` or `list` answer also answers `exists`. */
export function factsFrom(answers: ReadonlyMap<string, FactAnswer>): Facts {
  const find = (kind: FactQuery['kind'], path: string): FactAnswer | undefined => answers.get(factKey({ kind, path }));
  return {
    presence: (path) => {
      const known = (['exists', 'read', 'list'] as const).map((kind) => find(kind, path)?.presence);
      return known.find((p) => p === 'present') ?? known.find((p) => p === 'absent') ?? 'unknown';
    },
    read: (path) => find('read', path)?.text,
    list: (path) => find('list', path)?.entries,
  };
}

/** The same answers, and the files of a project. */
export function withProject(facts: Facts, project: readonly string[]): Facts {
  return {
    presence: (path) => facts.presence(path),
    read: (path) => facts.read(path),
    list: (path) => facts.list(path),
    project,
  };
}

/** No file system: everything is unknown. */
export const unknownFacts: Facts = factsFrom(new Map());
