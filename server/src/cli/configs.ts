import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { LoadedConfig } from '../engine/config/chain.js';
import { nextExtended, outsideProblem } from '../engine/config/chain.js';
import { parseConfigFile } from '../engine/config/file.js';
import { parseHadolintConfig } from '../engine/config/hadolint.js';
import { resolveConfig } from '../engine/config/resolve.js';
import type { ConfigLayer, ConfigProblem, EffectiveConfig } from '../engine/config/types.js';
import type { Linter } from '../engine/lint.js';
import { SourceText } from '../engine/text/source.js';
import { configNames, hadolintNames } from '../lsp/discover.js';
import type { ConfigArgs } from './args.js';
import { UsageError } from './io.js';
import { displayPath } from './messages.js';
import { readText } from './read.js';
import { reallyInside, Roots } from './roots.js';

/** A mistake in a file; one-based line and column, absent where the whole file is meant. */
export interface PlacedProblem {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** The nearest configuration files of a folder, absolute with `/`. */
interface FoundConfig {
  readonly own: string | undefined;
  readonly hadolint: string | undefined;
}

/** Finds, reads and resolves configuration, once for each folder. */
export class Configs {
  readonly #linter: Linter;
  readonly #cwd: string;
  readonly #layer: ConfigLayer;
  readonly #roots: Roots;
  readonly #folders = new Map<string, FoundConfig>();
  readonly #chains = new Map<string, readonly ConfigLayer[]>();
  /** What counts for every file alike, by configuration file. */
  readonly #effective = new Map<string, EffectiveConfig>();
  readonly #problems: PlacedProblem[] = [];
  /** The file of `--config`, absolute with `/`: patterns in it are relative to the working directory. */
  readonly #given: string | undefined;

  /** Throws a UsageError when the file of `--config` cannot be read. */
  constructor(linter: Linter, cwd: string, args: ConfigArgs) {
    this.#linter = linter;
    this.#cwd = cwd;
    this.#roots = new Roots(cwd);
    this.#layer = args.layer;
    if (args.config === undefined) return;
    this.#given = slashes(resolve(cwd, args.config));
    const read = readText(this.#given);
    if ('failure' in read) throw new UsageError(`The configuration ${args.config} ${read.failure}.`);
  }

  /** Mistakes in the files that were read so far, each once. */
  get problems(): readonly PlacedProblem[] {
    return this.#problems;
  }

  /** What counts for a file, given by its absolute path. Never throws. */
  for(path: string): EffectiveConfig {
    const { own, hadolint } = this.#folder(dirname(path));
    const chosen = this.#given ?? own ?? hadolint;
    const layers = [this.#layer, ...(chosen === undefined ? [] : this.#chain(chosen))];
    const usesHadolint = hadolint !== undefined;
    const key = layers.some(dependsOnFile) ? undefined : `${chosen ?? ''}\0${usesHadolint}`;
    const known = key === undefined ? undefined : this.#effective.get(key);
    if (known !== undefined) return known;
    const config = resolveConfig({
      layers,
      rules: this.#linter.rules,
      file: { path: slashes(path), base: ({ origin }) => this.#base(origin.path) },
      usesHadolint,
    });
    if (key !== undefined) this.#effective.set(key, config);
    return config;
  }

  #base(path: string | undefined): string {
    return slashes(path === undefined || path === this.#given ? this.#cwd : dirname(path));
  }

  #folder(folder: string): FoundConfig {
    let found = this.#folders.get(folder);
    if (found === undefined) {
      const top = this.#roots.of(folder) === folder;
      const inherited = top ? { own: undefined, hadolint: undefined } : this.#folder(dirname(folder));
      found = {
        own: first(folder, configNames) ?? inherited.own,
        hadolint: first(folder, hadolintNames) ?? inherited.hadolint,
      };
      this.#folders.set(folder, found);
    }
    return found;
  }

  /** A file and what it extends, highest precedence first. */
  #chain(path: string): readonly ConfigLayer[] {
    let layers = this.#chains.get(path);
    if (layers === undefined) {
      layers = hadolintNames.includes(basename(path)) ? this.#hadolint(path) : this.#own(path);
      this.#chains.set(path, layers);
    }
    return layers;
  }

  #hadolint(path: string): readonly ConfigLayer[] {
    const text = this.#read(path, this.#rootsOf(path));
    if (text === undefined) return [];
    const { layer, problems } = parseHadolintConfig(text, path, this.#linter.catalogue);
    this.#report(path, text, problems);
    return [layer];
  }

  #own(path: string): readonly ConfigLayer[] {
    const loaded: LoadedConfig[] = [];
    const roots = this.#rootsOf(path);
    for (let at: string | undefined = path; at !== undefined;) {
      const text = this.#read(at, roots);
      if (text === undefined) break;
      const { layer, problems } = parseConfigFile(text, at, this.#linter.rules);
      loaded.push({ path: at, layer });
      const next = this.#next(loaded, roots);
      this.#report(at, text, next !== undefined && 'problem' in next ? [...problems, next.problem] : problems);
      at = next !== undefined && 'path' in next ? next.path : undefined;
    }
    return loaded.map(({ layer }) => layer);
  }

  #next(chain: readonly LoadedConfig[], roots: readonly string[]): ReturnType<typeof nextExtended> {
    const next = nextExtended(chain);
    if (next === undefined || 'problem' in next || !existsSync(next.path)) return next;
    return reallyInside(roots, next.path)
      ? next
      : { problem: outsideProblem(chain, 'the repository or working directory') };
  }

  /** Where a configuration and what it extends may lie. */
  #rootsOf(path: string): readonly string[] {
    const root = this.#roots.of(dirname(path));
    return path === this.#given ? [root, this.#roots.of(this.#cwd), dirname(path)] : [root];
  }

  /** The file of `--config` is read wherever it lies. */
  #read(path: string, roots: readonly string[]): string | undefined {
    const outside = path !== this.#given && existsSync(path) && !reallyInside(roots, path);
    const read = outside
      ? { failure: 'is a link to a place outside the repository or working directory; it was not read' }
      : readText(path);
    if (!('failure' in read)) return read.text;
    this.#problems.push({ path: displayPath(path, this.#cwd), message: `This configuration ${read.failure}.` });
    return undefined;
  }

  #report(path: string, text: string, problems: readonly ConfigProblem[]): void {
    const source = new SourceText(text);
    for (const { span, message } of problems) {
      const { line, character } = source.positionAt(span.start);
      this.#problems.push({ path: displayPath(path, this.#cwd), line: line + 1, column: character + 1, message });
    }
  }
}

/** Whether a layer says different things of different files. */
function dependsOnFile({ exclude, overrides }: ConfigLayer): boolean {
  return exclude.length > 0 || overrides.length > 0;
}

function first(folder: string, names: readonly string[]): string | undefined {
  const name = names.find((one) => existsSync(join(folder, one)));
  return name === undefined ? undefined : slashes(join(folder, name));
}

function slashes(path: string): string {
  return path.replaceAll(sep, '/');
}
