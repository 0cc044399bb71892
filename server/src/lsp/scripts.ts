import type { ScriptAnswers, ScriptOutcome, ScriptQuery } from '../engine/scripts.js';
import { scriptKey } from '../engine/scripts.js';
import type { Host, Timer } from './host.js';
import type { Log } from './safely.js';
import type { SettingsStore } from './settings.js';

/** Somebody who types gets no process for each key. */
const pause = 300;
/** Processes at a time. */
const limit = 2;
/** Answers that are kept beside those that open documents want. */
const kept = 1000;

interface Wanted {
  readonly key: string;
  readonly program: string;
  readonly query: ScriptQuery;
}

/**
 * What the program of a setting says of shell texts. Nobody waits for it: answers that are there count at once, the
 * others are fetched, and `answered` is told when all that open documents want is there. An answer is kept with its
 * text, so that an unchanged RUN is not checked again; what nobody wants any more is not asked.
 */
export class ScriptStore {
  readonly #host: Host;
  readonly #settings: SettingsStore;
  readonly #log: Log;
  readonly #answered: () => void;
  readonly #outcomes = new Map<string, ScriptOutcome>();
  /** By document. */
  readonly #wanted = new Map<string, readonly Wanted[]>();
  readonly #running = new Set<string>();
  /** What was last wrong, by program; `lasting` until settings change. */
  readonly #problems = new Map<string, { readonly sentence: string; readonly lasting: boolean }>();
  readonly #logged = new Set<string>();
  #trusted: boolean;
  #timer: { readonly timer: Timer } | undefined;
  #fresh = false;
  #generation = 0;

  constructor(parts: {
    readonly host: Host;
    readonly settings: SettingsStore;
    readonly trusted: boolean;
    readonly log: Log;
    readonly answered: () => void;
  }) {
    this.#host = parts.host;
    this.#settings = parts.settings;
    this.#trusted = parts.trusted;
    this.#log = parts.log;
    this.#answered = parts.answered;
  }

  /** Grows whenever there are other answers. */
  get generation(): number {
    return this.#generation;
  }

  /** The program that a person set for a document; none where the host runs none or the workspace is not trusted. Never rejects. */
  async program(uri: string): Promise<string | undefined> {
    if (this.#host.scripts === undefined) return undefined;
    const { shellCheck } = await this.#settings.for(uri);
    if (shellCheck === undefined || this.#trusted) return shellCheck;
    this.#tell(`${shellCheck} is not run, because the workspace is not trusted.`);
    return undefined;
  }

  /** The answers that are there; those that are not come later. They are all that this document now wants. */
  answers(uri: string, program: string, queries: readonly ScriptQuery[]): ScriptAnswers {
    const wanted = queries.map((query) => ({ key: `${program} ${scriptKey(query)}`, program, query }));
    this.#wanted.set(uri, wanted);
    if (wanted.some((each) => this.#isOpen(each))) this.#soon();
    return {
      get: (query) => {
        const outcome = this.#outcomes.get(`${program} ${scriptKey(query)}`);
        return outcome !== undefined && 'remarks' in outcome ? outcome.remarks : undefined;
      },
    };
  }

  /** Why a program brought nothing, as a sentence. */
  problem(program: string | undefined): string | undefined {
    return program === undefined ? undefined : this.#problems.get(program)?.sentence;
  }

  /** A document was closed. */
  forget(uri: string): void {
    this.#wanted.delete(uri);
  }

  /** Settings changed: what failed is tried again. */
  reset(): void {
    for (const [key, outcome] of this.#outcomes) {
      if ('failure' in outcome) this.#outcomes.delete(key);
    }
    this.#problems.clear();
    this.#logged.clear();
    this.#generation++;
  }

  /** The person trusts the workspace from now on. */
  trust(): void {
    this.#trusted = true;
    this.reset();
  }

  #isOpen({ key, program }: Wanted): boolean {
    return this.#outcomes.get(key) === undefined && this.#problems.get(program)?.lasting !== true;
  }

  #soon(): void {
    if (this.#timer !== undefined) this.#host.clearTimeout(this.#timer.timer);
    const timer = this.#host.setTimeout(() => {
      this.#timer = undefined;
      this.#work();
    }, pause);
    this.#timer = { timer };
  }

  #work(): void {
    // Whoever types has the timer start this again.
    if (this.#timer !== undefined) return;
    const open = [...this.#wanted.values()].flat().filter((each) => this.#isOpen(each));
    for (const wanted of open) {
      if (this.#running.size >= limit) break;
      if (!this.#running.has(wanted.key)) this.#check(wanted);
    }
    if (this.#running.size > 0 || !this.#fresh) return;
    this.#fresh = false;
    this.#generation++;
    this.#answered();
  }

  #check({ key, program, query }: Wanted): void {
    this.#running.add(key);
    void this.#host.scripts?.check(program, query).then((outcome) => {
      this.#running.delete(key);
      this.#take(key, program, outcome);
      this.#work();
    });
  }

  #take(key: string, program: string, outcome: ScriptOutcome): void {
    this.#outcomes.set(key, outcome);
    const wanted = new Set([...this.#wanted.values()].flatMap((list) => list.map((each) => each.key)));
    // Nobody has to be told of an answer about an outdated text.
    if (wanted.has(key)) this.#fresh = true;
    for (const oldest of this.#outcomes.keys()) {
      if (this.#outcomes.size <= wanted.size + kept) break;
      if (!wanted.has(oldest)) this.#outcomes.delete(oldest);
    }
    if (!('failure' in outcome)) return;
    const sentence = `${program} ${outcome.failure}.`;
    this.#problems.set(program, { sentence, lasting: outcome.lasting });
    this.#tell(`${sentence} Its checks of shell commands are left out; everything else goes on.`);
  }

  #tell(line: string): void {
    if (this.#logged.has(line)) return;
    this.#logged.add(line);
    this.#log(line);
  }
}
