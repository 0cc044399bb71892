/**
 * Facts from outside the text. A document says what it needs; the host answers; rules read the answers.
 * Paths are relative to the folder of the document, with `/`, and may lead upward (`../package.json`).
 */
export interface FactQuery {
  /** One about a file, or `projects`: where in the workspace Compose projects are; `path` is `.` then. */
  readonly kind: FileQuestion | 'projects';
  readonly path: string;
}

/** `exists`: is there a file or folder; `read`: its text; `list`: names of a folder's entries. */
export type FileQuestion = 'exists' | 'read' | 'list';

/** Only `absent` may lead to a finding that something is missing; `unknown` is silent. */
export type Presence = 'present' | 'absent' | 'unknown';

export interface FactAnswer {
  readonly presence: Presence;
  /** Text of a `read`, if present. */
  readonly text?: string;
  /** Entry names of a `list`, if present; folders end in `/`. Of `projects`, paths from the root. */
  readonly entries?: readonly string[];
  /** Those of a `list` that are symbolic links, where that is known; a host that does not follow links need not tell. */
  readonly links?: readonly string[];
}

/** The answers a lint run may use. A question that nobody answered is `unknown`. Never throws. */
export interface Facts {
  presence(path: string): Presence;
  read(path: string): string | undefined;
  list(path: string): readonly string[] | undefined;
  /** The first file of each Compose project of the workspace, from its root (`findProjects`). */
  projects(): readonly string[] | undefined;
  /** The Compose files that a configuration says run together with the document, in order. */
  readonly project?: readonly string[] | undefined;
  /** All lists of Compose files that a configuration says run together. */
  readonly namedProjects?: readonly (readonly string[])[] | undefined;
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
    projects: () => find('projects', '.')?.entries,
  };
}

/** What a configuration says of Compose files that run together; paths are those of facts. */
export interface NamedProjects {
  readonly composeProject?: readonly string[];
  readonly composeProjects?: readonly (readonly string[])[];
}

/** The same answers, and what a configuration says of projects. */
export function withProject(facts: Facts, { composeProject, composeProjects }: NamedProjects): Facts {
  if (composeProject === undefined && composeProjects === undefined) return facts;
  return {
    presence: (path) => facts.presence(path),
    read: (path) => facts.read(path),
    list: (path) => facts.list(path),
    projects: () => facts.projects(),
    project: composeProject,
    namedProjects: composeProjects,
  };
}

/** No file system: everything is unknown. */
export const unknownFacts: Facts = factsFrom(new Map());
