import type { SafeService } from './dockerfileService.js';
import type { FactAnswer, FileQuestion } from '../engine/facts.js';
import type { ScriptOutcome, ScriptQuery } from '../engine/scripts.js';

/** Answers questions about files by URI. */
export interface FileHost {
  /**
   * What is at `uri`: `unknown` when that is outside the folder `root` (after resolving links) or cannot be told.
   * Never rejects.
   */
  ask(kind: FileQuestion, uri: string, root: string): Promise<FactAnswer>;
}

/** Runs a program that checks shell text. */
export interface ScriptHost {
  /** Has one text checked by the ShellCheck at `program`, within a few seconds. Never rejects. */
  check(program: string, query: ScriptQuery): Promise<ScriptOutcome>;
}

/** A started timer, as the platform represents it. */
export type Timer = unknown;

/** What the server needs from the platform it runs on. */
export interface Host {
  /** Version of the product, for `serverInfo`. */
  readonly version?: string;
  /** Reads `file:` URIs; without it, every file is asked of the client. */
  readonly files?: FileHost;
  /** Without it, no program is ever run. */
  readonly scripts?: ScriptHost;
  /** Runs `action` once after `milliseconds`. */
  setTimeout(action: () => void, milliseconds: number): Timer;
  clearTimeout(timer: Timer): void;
  /** Loads dockerfile-language-service at its first use. May reject. */
  loadDockerfileService(): Promise<SafeService>;
}
