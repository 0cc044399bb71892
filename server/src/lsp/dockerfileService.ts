import type { DockerfileLanguageService } from 'dockerfile-language-service';
import type { Log } from './safely.js';
import { describe } from './safely.js';

/** Longer texts get no answers: each call of the service parses the whole text again. */
const maxLength = 300_000;
const maxLines = 5_000;

/**
 * The one door to dockerfile-language-service: loaded at the first call, never called for long texts, and its failures
 * are empty answers. Its completion (which asks a registry for tags) and its semantic tokens (quadratic) are not used.
 */
export class DockerfileService {
  readonly #load: () => Promise<SafeService>;
  readonly #log: Log;
  readonly #failed = new Set<string>();
  #service: Promise<SafeService | undefined> | undefined;

  constructor(load: () => Promise<SafeService>, log: Log) {
    this.#load = load;
    this.#log = log;
  }

  /** What `call` says of a text; `empty` if the text is long, or the service is missing or fails. Never rejects. */
  async ask<T>(name: string, text: string, empty: T, call: (service: SafeService) => T): Promise<T> {
    if (isLong(text)) return empty;
    this.#service ??= this.#load().catch((error: unknown) => {
      this.#log(`dockerfile-language-service is missing: ${describe(error)}`);
      return undefined;
    });
    const service = await this.#service;
    if (service === undefined) return empty;
    try {
      return call(service);
    } catch (error) {
      if (!this.#failed.has(name)) this.#log(`${name} of dockerfile-language-service failed: ${describe(error)}`);
      this.#failed.add(name);
      return empty;
    }
  }
}

/** The calls that neither reach the network nor take quadratic time. */
export type SafeService = Pick<
  DockerfileLanguageService,
  'computeLinks' | 'computeSignatureHelp' | 'format' | 'formatOnType' | 'formatRange' | 'resolveLink'
>;

function isLong(text: string): boolean {
  if (text.length > maxLength) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines > maxLines;
}
