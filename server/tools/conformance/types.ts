import type { DockerfileDocument } from '../../src/engine/dockerfile/model/types.js';
import type { Instruction } from '../../src/engine/dockerfile/syntax/types.js';
import type { Facts } from '../../src/engine/facts.js';

/** Tools whose answers are compared with ours. */
export type Tool = 'hadolint' | 'buildkit' | 'shellcheck';

/** A Dockerfile to compare. */
export interface CaseFile {
  /** What reports call it: `docs/rules/dockerfile/missing-user.md:20`, `corpus/…`. */
  readonly name: string;
  /** Where the bytes lie. */
  readonly path: string;
  readonly text: string;
  /** Files in its folder, its configuration for hadolint among them; without them nothing is known around it. */
  readonly around?: ReadonlyMap<string, string>;
  /** Where it lies among them, from the root; in the root itself unless told. */
  readonly place?: string;
}

/** One thing that another tool says of a file. */
export interface Theirs {
  readonly code: string;
  /** From 1; of whatever line the tool tells. */
  readonly line: number;
  readonly message: string;
}

/** One thing that a rule of ours says, as far as it concerns one tool. */
export interface Ours {
  readonly rule: string;
  /** Any of these codes of the tool would say the same. */
  readonly codes: readonly string[];
  /** From 1, the first line of the outermost instruction. */
  readonly line: number;
  readonly message: string;
}

/** What became of one code at one instruction. */
export interface Outcome {
  readonly code: string;
  /** From 1; 0 for what is compared for a whole file. */
  readonly line: number;
  readonly side: 'both' | 'ours' | 'theirs';
  /** Ours that spoke; of a silent one nothing is known. */
  readonly rule?: string;
  /** What each side says that speaks. */
  readonly said: { readonly ours?: string; readonly theirs?: string };
}

/** What a difference is decided on. */
export interface Place {
  readonly doc: DockerfileDocument;
  /** The outermost instruction; undefined for a whole file. */
  readonly instruction: Instruction | undefined;
  /** What the side that speaks alone says. */
  readonly message: string;
  /** What is around the file. */
  readonly facts: Facts;
}

/** A disagreement that is understood, so that it no longer counts. */
export interface Difference {
  readonly rule: string;
  readonly tool: Tool;
  readonly code: string;
  /** Who speaks alone. */
  readonly side: 'ours' | 'theirs';
  /**
   * `upstream`: the tool is wrong, told by `source`. `deliberate`: we decide otherwise on purpose, as the rule's `differs`
   * says. `unknowable`: what decides is not in the text.
   */
  readonly class: 'upstream' | 'deliberate' | 'unknowable';
  /** The issue, or the place in the tool's source, that shows the fault; needed for `upstream`. */
  readonly source?: string;
  /** One sentence: why. */
  readonly reason: string;
  /** The smallest Dockerfile that shows it. */
  readonly example: string;
  /** Its nearest neighbour, where both speak: the predicate must not hold there, however alike it looks. */
  readonly neighbour: string;
  /** Files around both, by their paths: `.dockerignore`, `.hadolint.yaml`. */
  readonly around?: Readonly<Record<string, string>>;
  /** A part of what the other tool says in the example; for predicates that look at it. */
  readonly says?: string;
  /** Whether a disagreement over this code, on this side, is one of this kind; false wherever both speak. */
  readonly accepts: (place: Place) => boolean;
}

/** For files of `test/conformance/differences`. */
export function differences(...all: readonly Difference[]): readonly Difference[] {
  return all;
}
