import { existsSync, lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LoadedConfig } from '../engine/config/chain.js';
import { nextExtended, outsideProblem } from '../engine/config/chain.js';
import { parseConfigFile } from '../engine/config/file.js';
import { isConfiguredCompose } from '../engine/config/composeFiles.js';
import { besideFiles, hadolintFile, type ForeignFile } from '../engine/config/foreignFiles.js';
import { configNames } from '../engine/config/names.js';
import { readHadolintConfig } from '../engine/config/hadolint.js';
import { hadolintEnvironment } from '../engine/config/hadolintEnvironment.js';
import { hadolintLayer } from '../engine/config/hadolintLayer.js';
import type { HadolintSettings } from '../engine/config/hadolintSettings.js';
import { resolveConfig } from '../engine/config/resolve.js';
import type { ConfigLayer, ConfigProblem, EffectiveConfig } from '../engine/config/types.js';
import { tableDate } from '../engine/images/date.js';
import type { Linter } from '../engine/lint.js';
import { SourceText } from '../engine/text/source.js';
import type { ConfigArgs } from './args.js';
import type { Io } from './io.js';
import { UsageError } from './io.js';
import { personalHadolintFile } from './personal.js';
import { absolute, displayPath, slashes } from './paths.js';
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
  /** In the order of `besideFiles`. */
  readonly beside: readonly (string | undefined)[];
}

const nothing: FoundConfig = { own: undefined, hadolint: undefined, beside: besideFiles.map(() => undefined) };

/** Finds, reads and resolves configuration, once for each folder. */
export class Configs {
  readonly #linter: Linter;
  readonly #cwd: string;
  readonly #layer: ConfigLayer;
  readonly #date: string;
  readonly #roots: Roots;
  readonly #folders = new Map<string, FoundConfig>();
  readonly #chains = new Map<string, readonly ConfigLayer[]>();
  /** What counts for every file alike, by configuration file. */
  readonly #effective = new Map<string, EffectiveConfig>();
  readonly #problems: PlacedProblem[] = [];
  /** The file of `--config`, absolute with `/`: patterns in it are relative to the working directory. */
  readonly #given: string | undefined;
  /** hadolint's settings in the environment, and its file in the home of the person. */
  readonly #environment: HadolintSettings | undefined;
  readonly #personal: string | undefined;

  /** Throws a UsageError when the file of `--config` cannot be read. */
  constructor(linter: Linter, io: Io, args: ConfigArgs & { readonly date?: string | undefined }) {
    this.#linter = linter;
    this.#cwd = io.cwd;
    this.#roots = new Roots(io.cwd);
    this.#layer = args.layer;
    this.#date = args.date ?? tableDate;
    this.#environment = hadolintEnvironment(io.env);
    if (args.config === undefined) {
      this.#personal = personalHadolintFile(io);
      return;
    }
    this.#given = slashes(absolute(args.config, io.cwd));
    const read = readText(this.#given);
    if ('failure' in read) throw new UsageError(`The configuration ${args.config} ${read.failure}.`);
  }

  /** Mistakes in the files that were read so far, each once. */
  get problems(): readonly PlacedProblem[] {
    return this.#problems;
  }

  /** What counts for a file, given by its absolute path. Never throws. */
  for(path: string): EffectiveConfig {
    const { own, hadolint, beside } = this.#folder(dirname(path));
    const chosen = this.#given ?? own ?? hadolint ?? this.#personal;
    const others = this.#given === undefined ? beside : nothing.beside;
    const usesHadolint = hadolint !== undefined;
    const layers = [this.#layer, ...this.#chosenLayers(chosen), ...this.#besideLayers(others)];
    const key = layers.some(dependsOnFile) ? undefined : [chosen ?? '', ...others, usesHadolint].join('\0');
    const known = key === undefined ? undefined : this.#effective.get(key);
    if (known !== undefined) return known;
    const config = resolveConfig({
      layers,
      rules: this.#linter.rules,
      file: { path: slashes(path), base: ({ origin }) => this.#base(origin.path) },
      usesHadolint,
      date: this.#date,
    });
    if (key !== undefined) this.#effective.set(key, config);
    return config;
  }

  /** Whether a configuration makes a Compose file of a file, given by its absolute path. Never throws. */
  isCompose(path: string): boolean {
    if (!/\.ya?ml$/i.test(path)) return false;
    const { own, hadolint } = this.#folder(dirname(path));
    const layers = this.#chosenLayers(this.#given ?? own ?? hadolint ?? this.#personal);
    return isConfiguredCompose(layers, {
      path: slashes(path),
      base: ({ origin }) => this.#base(origin.path),
    });
  }

  #base(path: string | undefined): string {
    return slashes(path === undefined || path === this.#given ? this.#cwd : dirname(path));
  }

  #folder(folder: string): FoundConfig {
    let found = this.#folders.get(folder);
    if (found === undefined) {
      const top = this.#roots.of(folder) === folder;
      const inherited = top ? nothing : this.#folder(dirname(folder));
      found = {
        own: first(folder, configNames) ?? inherited.own,
        hadolint: first(folder, hadolintFile.names) ?? inherited.hadolint,
        beside: besideFiles.map(({ names, counts }, index) => first(folder, names, counts) ?? inherited.beside[index]),
      };
      this.#folders.set(folder, found);
    }
    return found;
  }

  /** A file of ours and what it extends, or hadolint's, with hadolint's environment, highest precedence first. */
  #chosenLayers(path: string | undefined): readonly ConfigLayer[] {
    const key = path ?? '';
    let layers = this.#chains.get(key);
    if (layers === undefined) {
      const ours = path !== undefined && !isHadolint(path);
      const settings = path === undefined || ours ? undefined : this.#hadolint(path);
      const sources = [this.#environment, settings].filter((source) => source !== undefined);
      layers = [
        ...(ours ? this.#own(path) : []),
        ...(sources.length === 0 ? [] : [hadolintLayer(sources, this.#linter)]),
      ];
      this.#chains.set(key, layers);
    }
    return layers;
  }

  #hadolint(path: string): HadolintSettings | undefined {
    const text = this.#read(path, this.#rootsOf(path));
    if (text === undefined) return undefined;
    const { settings, problems } = readHadolintConfig(text, path);
    this.#report(path, text, problems);
    return settings;
  }

  #besideLayers(paths: FoundConfig['beside']): readonly ConfigLayer[] {
    return besideFiles.flatMap((file, index) => {
      const path = paths[index];
      return path === undefined ? [] : this.#beside(path, file);
    });
  }

  #beside(path: string, { parse }: ForeignFile): readonly ConfigLayer[] {
    let layers = this.#chains.get(path);
    if (layers === undefined) {
      const text = this.#read(path, this.#rootsOf(path));
      const parsed = text === undefined ? undefined : parse(text, path, this.#linter);
      if (parsed !== undefined) this.#report(path, text ?? '', parsed.problems);
      layers = parsed === undefined ? [] : [parsed.layer];
      this.#chains.set(path, layers);
    }
    return layers;
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

  /** The file of `--config` is read wherever it lies, and so is that in the home of the person. */
  #read(path: string, roots: readonly string[]): string | undefined {
    const named = path === this.#given || path === this.#personal;
    const read =
      !named && existsSync(path) && !reallyInside(roots, path)
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
function dependsOnFile({ exclude, overrides, codes, composeFiles, composeProjects }: ConfigLayer): boolean {
  if (exclude.length > 0 || overrides.length > 0 || composeFiles !== undefined) return true;
  if (composeProjects !== undefined) return true;
  return [...(codes?.values() ?? [])].some((wishes) => wishes.some(({ files }) => files !== undefined));
}

/** Also a file of hadolint that is named otherwise, in the home of the person. */
function isHadolint(path: string): boolean {
  return /^\.?hadolint\.ya?ml$/.test(basename(path)) || /[\\/]\.hadolint[\\/]config\.ya?ml$/.test(path);
}

function first(folder: string, names: readonly string[], counts?: ForeignFile['counts']): string | undefined {
  const name = names.find((one) => {
    const path = join(folder, one);
    if (!existsSync(path)) return false;
    // Only what may be for something else is looked into.
    if (counts === undefined || one !== 'package.json') return true;
    if (lstatSync(path).isSymbolicLink()) return false;
    const read = readText(path);
    return !('failure' in read) && counts(slashes(path), read.text);
  });
  return name === undefined ? undefined : slashes(join(folder, name));
}
