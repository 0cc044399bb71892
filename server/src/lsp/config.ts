import { joinPath } from '../engine/config/chain.js';
import { allConfigNames } from '../engine/config/names.js';
import type { ConfigLayer, EffectiveConfig } from '../engine/config/types.js';
import { tableDate } from '../engine/images/date.js';
import type { FoundConfig } from './discover.js';
import type { LinterSource } from './linter.js';
import type { SettingsStore } from './settings.js';
import type { Log } from './safely.js';
import { folderOf, folderOfPath, nameOf, normalise, pathOf, rootOf, withPath } from './uris.js';

/** What configuration is made from. */
export interface ConfigSources {
  readonly linter: LinterSource;
  readonly log: Log;
  readonly settings: SettingsStore;
  /** URIs of the workspace folders, now. */
  readonly roots: () => readonly string[];
  /** The text of a file, or undefined. Never rejects. */
  readonly read: (uri: string, root: string) => Promise<string | undefined>;
  /** A search came to an end; `base` is the document it was for. */
  readonly found: (base: string, config: FoundConfig) => void;
}

/** The configuration in force by document, kept until a file or setting changes. */
export class ConfigStore {
  readonly #sources: ConfigSources;
  readonly #effective = new Map<string, Promise<EffectiveConfig>>();
  readonly #compose = new Set<string>();
  readonly #found = new Map<string, Promise<FoundConfig>>();
  /** Files that a search read or looked for in vain. */
  readonly #looked = new Set<string>();
  #generation = 0;

  constructor(sources: ConfigSources) {
    this.#sources = sources;
  }

  /** Grows whenever the configuration may have changed. */
  get generation(): number {
    return this.#generation;
  }

  /** Never rejects. */
  for(uri: string): Promise<EffectiveConfig> {
    let config = this.#effective.get(uri);
    if (config === undefined) {
      config = this.#resolve(uri);
      this.#effective.set(uri, config);
    }
    return config;
  }

  /** Forgets everything, because settings or workspace folders changed. */
  reset(): void {
    this.#generation++;
    this.#effective.clear();
    this.#found.clear();
    this.#looked.clear();
  }

  /** A file changed; says whether it counts for configuration, and then forgets what it said. */
  fileChanged(uri: string): boolean {
    const place = normalise(uri);
    if (!isConfigName(nameOf(place)) && !this.#looked.has(place)) return false;
    this.reset();
    return true;
  }

  /** Whether a configuration makes a Compose file of a document; known once its configuration was asked for. */
  isCompose(uri: string): boolean {
    return this.#compose.has(uri);
  }

  forget(uri: string): void {
    this.#compose.delete(uri);
    this.#effective.delete(uri);
    this.#sources.settings.forget(uri);
  }

  async #resolve(uri: string): Promise<EffectiveConfig> {
    const { linter, settings, roots } = this.#sources;
    const { rules } = await linter();
    const root = rootOf(roots(), uri);
    const { layer, enabled, config: name } = await settings.for(uri);
    const top = pathOf(root ?? folderOf(uri));
    const given = name === undefined ? undefined : joinPath(top, name.replaceAll('\\', '/'));
    const found = await this.#search(uri, root, given);
    // As on the command line, patterns of a file that was named are relative to where a person works.
    const base = ({ origin: { path } }: ConfigLayer): string =>
      path === undefined || path === given ? top : folderOfPath(path);
    const { resolveConfig } = await import('../engine/config/resolve.js');
    const config = resolveConfig({
      layers: [layer, ...found.files.map((file) => file.layer)],
      rules,
      file: { path: pathOf(uri), base },
      usesHadolint: found.usesHadolint,
      date: tableDate,
    });
    if (config.isCompose === true) this.#compose.add(uri);
    else this.#compose.delete(uri);
    return enabled ? config : { ...config, excluded: true };
  }

  #search(uri: string, root: string | undefined, given: string | undefined): Promise<FoundConfig> {
    if (root === undefined) return Promise.resolve(noConfig);
    const folder = folderOf(uri);
    const key = `${normalise(folder)} ${given ?? ''}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#discover(uri, folder, root, given);
      this.#found.set(key, found);
    }
    return found;
  }

  async #discover(uri: string, folder: string, root: string, given: string | undefined): Promise<FoundConfig> {
    const { linter, read, found } = this.#sources;
    const generation = this.#generation;
    const place = { folder: pathOf(folder), root: pathOf(root), ...(given === undefined ? {} : { given }) };
    const { rules, catalogue } = await linter();
    const { discoverConfig } = await import('./discover.js');
    const config = await discoverConfig(place, { rules, catalogue }, (path) => {
      const file = withPath(uri, path);
      this.#looked.add(normalise(file));
      return read(file, root);
    });
    if (generation !== this.#generation) return config;
    found(uri, config);
    if (given !== undefined && !config.files.some((file) => file.path === given)) {
      this.#sources.log(`The configuration ${given} cannot be read.`);
    }
    return config;
  }
}

/** There is no place to look. */
const noConfig: FoundConfig = { files: [], usesHadolint: false };

/** Whether a file of this name configures us wherever it stands. */
export function isConfigName(name: string): boolean {
  return allConfigNames.includes(name);
}
