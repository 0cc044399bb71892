import type { Facts } from '../../../facts.js';
import { recordOf } from '../../../images/table.js';
import type { DockerfileDocument, RunCommand, Stage } from '../../model/types.js';
import { exportsOf } from '../exports.js';
import { valuesOf } from '../../shell/values.js';
import { accountAt, type Account } from './account.js';

/** A value that a command gets, `undefined` where it is set and only the build knows to what. */
type Setting = { readonly value: string | undefined };

/** What decides where a command keeps its downloads. */
export class Surroundings {
  readonly doc: DockerfileDocument;
  readonly run: RunCommand;
  readonly facts: Facts;
  readonly stage: Stage | undefined;
  #account: { readonly found: Account | undefined } | undefined;

  constructor(doc: DockerfileDocument, run: RunCommand, facts: Facts) {
    const { instruction } = run.command;
    this.doc = doc;
    this.run = run;
    this.facts = facts;
    this.stage = doc.stageOf(instruction);
  }

  /** The user in effect, where it is known. */
  get account(): Account | undefined {
    this.#account ??= { found: accountAt(this.doc, this.run.command.instruction) };
    return this.#account.found;
  }

  /** Home of the user, or what HOME says. */
  get home(): string | undefined {
    const set = this.variable('HOME');
    return set === undefined ? this.account?.home : set.value;
  }

  /** The name of the image that the stage stands on, as Docker Hub writes it. */
  get image(): string | undefined {
    const image = this.stage?.baseImage;
    return image && recordOf(image)?.names[0];
  }

  /** A variable that is set in front of the command, by `export` in the same RUN, or by ENV or ARG. */
  variable(...names: readonly string[]): Setting | undefined {
    const { command, assignments } = this.run;
    const { instruction } = command;
    for (const name of names) {
      const own = assignments.find((assignment) => assignment.name === name);
      if (own !== undefined) {
        return { value: own.value === undefined ? '' : valuesOf(this.doc, instruction, own.value)?.[0] };
      }
      if (exportsOf(this.doc)(instruction).has(name)) return { value: undefined };
      const set = this.doc.scopeAt(instruction).get(name);
      if (set !== undefined && !set.optional) return { value: set.value };
    }
    return undefined;
  }

  /** The value of an option: `--cache X` or `--cache=X`. */
  option(...names: readonly string[]): Setting | undefined {
    for (const [i, { value }] of this.run.args.entries()) {
      const name = names.find((each) => value === each || value.startsWith(`${each}=`));
      if (name === undefined) continue;
      const word = this.run.args[i + 1];
      const given = value === name ? word?.value : value.slice(name.length + 1);
      const literal = value === name ? word?.literal : this.run.args[i]?.literal;
      return { value: literal === true ? given : undefined };
    }
    return undefined;
  }

  /** A folder below the home. */
  below(path: string): string | undefined {
    return this.home === undefined ? undefined : `${this.home === '/' ? '' : this.home}/${path}`;
  }

  /** A folder below the cache folder of the user. */
  inCache(path: string): string | undefined {
    const xdg = this.variable('XDG_CACHE_HOME');
    if (xdg !== undefined) return xdg.value && `${xdg.value}/${path}`;
    return this.below(`.cache/${path}`);
  }

  /** The first setting there is, else what is usual. */
  choose(settings: readonly (Setting | undefined)[], usual: () => string | undefined): string | undefined {
    const set = settings.find((setting) => setting !== undefined);
    return set === undefined ? usual() : set.value;
  }
}
