import type { Remembering } from '../memo.js';
import type { SourceText } from '../text/source.js';
import type { Span } from '../text/span.js';
import type { ComposeNode, MapEntry, MapNode, TreeProblem } from './tree/types.js';

/** Sections at the top of a file whose keys are names that services refer to. */
export type Section = 'services' | 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';

/** One `name: value` of a section. */
export interface NamedElement {
  readonly section: Section;
  readonly name: string;
  readonly nameSpan: Span;
  /** Name to end of value. */
  readonly span: Span;
  /** Undefined where only the name is written, as for a volume with nothing special. */
  readonly node: ComposeNode | undefined;
  /** The value if it is a mapping. */
  readonly map: MapNode | undefined;
  /** `external: true`, or the older `external: {name: …}`: somebody else makes it. */
  readonly external: boolean;
}

export interface Service extends NamedElement {
  readonly section: 'services';
  get(key: string): ComposeNode | undefined;
  entry(key: string): MapEntry | undefined;
  /** Names that stand under `profiles`; a service without one always runs. */
  readonly profiles: readonly string[];
}

/** A Compose file, all of its YAML documents together. */
export interface ComposeDocument extends Remembering {
  readonly language: 'compose';
  readonly source: SourceText;
  /** From the root of the workspace or repository, with `/`; undefined for a text without a place. */
  readonly path: string | undefined;
  /** The YAML documents of the file in order; Compose merges later ones into earlier ones. */
  readonly roots: readonly MapNode[];
  /** The text is so long that it is not read, which is the only problem. */
  readonly limited: boolean;
  /** For what Compose refuses to read the file at all, in the order of the text. */
  readonly problems: readonly TreeProblem[];
  /** By name, in the order of the text; a name in two YAML documents is there as the later one. */
  readonly services: ReadonlyMap<string, Service>;
  readonly networks: ReadonlyMap<string, NamedElement>;
  readonly volumes: ReadonlyMap<string, NamedElement>;
  readonly secrets: ReadonlyMap<string, NamedElement>;
  readonly configs: ReadonlyMap<string, NamedElement>;
  readonly models: ReadonlyMap<string, NamedElement>;
  /** What stands at the top of the file under a key: the value of the last document that has it. */
  top(key: string): MapEntry | undefined;
}
