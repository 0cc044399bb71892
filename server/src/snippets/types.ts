/** What a snippet is for; the file of `snippets/` that declares it has this name. */
export type SnippetKind =
  'dockerfile' | 'dockercompose' | 'ignore' | 'github-actions' | 'health-endpoint' | 'shellscript';

/**
 * Where in a YAML file a snippet stands: at the left edge (`file`), among the services (`services`), in one of them
 * (`service`), or among the steps of a job (`steps`).
 */
export type SnippetPlace = 'file' | 'services' | 'service' | 'steps';

/** A pattern that a person can insert. */
export interface Snippet {
  /** Stable: the first prefix without `dp-`. */
  readonly id: string;
  readonly title: string;
  readonly kind: SnippetKind;
  /** The file of the guide that teaches the pattern. */
  readonly section: string;
  readonly description: string;
  /** What a person types to get it. */
  readonly prefixes: readonly string[];
  readonly place?: SnippetPlace;
  /** LSP snippet syntax. */
  readonly body: string;
}
