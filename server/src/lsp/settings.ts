import type { Connection } from 'vscode-languageserver';
import type { ConfigLayer } from '../engine/config/types.js';
import type { Rule } from '../engine/rule.js';
import type { ClientSupport } from './client.js';
import { isRecord } from './client.js';
import { settingsSection } from './protocol.js';
import type { LinterSource } from './linter.js';
import type { Log } from './safely.js';
import { describe } from './safely.js';

/** What a person set for one resource. */
export interface Settings {
  /** False: nothing is reported. */
  readonly enabled: boolean;
  /** Path of the configuration file to use, from the workspace folder; else the nearest one counts. */
  readonly config?: string;
  /** The program ShellCheck, as the person named it. */
  readonly shellCheck?: string;
  /** Completions in Compose files are offered. */
  readonly composeCompletion: boolean;
  readonly layer: ConfigLayer;
}

/** Settings by resource, asked of the client and kept until they change. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #linter: LinterSource;
  readonly #log: Log;
  readonly #byResource = new Map<string, Promise<Settings>>();
  readonly #reported = new Set<string>();
  #pushed: unknown;

  constructor(connection: Connection, support: ClientSupport, linter: LinterSource, log: Log) {
    this.#connection = connection;
    this.#support = support;
    this.#linter = linter;
    this.#log = log;
    this.#pushed = support.settings;
  }

  /** Never rejects: a client that does not answer has no settings. */
  for(uri: string): Promise<Settings> {
    let settings = this.#byResource.get(uri);
    if (settings === undefined) {
      settings = this.#ask(uri);
      this.#byResource.set(uri, settings);
    }
    return settings;
  }

  /** The client says that settings changed; `value` is what it sent along, if anything. */
  changed(value: unknown): void {
    if (isRecord(value) && settingsSection in value) this.#pushed = value[settingsSection];
    this.#byResource.clear();
    this.#reported.clear();
  }

  forget(uri: string): void {
    this.#byResource.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    if (!this.#support.configuration) return this.#read(this.#pushed);
    try {
      const value: unknown = await this.#connection.workspace.getConfiguration({
        scopeUri: uri,
        section: settingsSection,
      });
      return await this.#read(value);
    } catch (error) {
      this.#log(`The client did not tell its settings: ${describe(error)}`);
      return this.#read(this.#pushed);
    }
  }

  async #read(value: unknown): Promise<Settings> {
    const { rules } = await this.#linter();
    const { settings, problems } = await readSettings(value, rules);
    for (const problem of problems) {
      if (this.#reported.has(problem)) continue;
      this.#reported.add(problem);
      this.#log(problem);
    }
    return settings;
  }
}

/**
 * Reads the section `dockerPatterns`. A setting that is absent or null was not set and counts for nothing; wrong ones
 * are told and left out. Never rejects.
 */
async function readSettings(
  value: unknown,
  rules: readonly Rule[],
): Promise<{ readonly settings: Settings; readonly problems: readonly string[] }> {
  const { layerOfSettings } = await import('../engine/config/settings.js');
  const { enable, config, profile, rules: wishes, shellcheck, composeFiles, completion } = isRecord(value) ? value : {};
  const program = isRecord(shellcheck) ? shellcheck['path'] : undefined;
  const { layer, messages } = layerOfSettings(
    { profile: profile === '' ? undefined : profile, rules: withoutNulls(wishes), composeFiles },
    { kind: 'editor' },
    rules,
  );
  return {
    settings: {
      enabled: enable !== false,
      composeCompletion: !isRecord(completion) || completion['compose'] !== false,
      layer,
      ...(typeof config === 'string' && config !== '' ? { config } : {}),
      ...(typeof program === 'string' && program.trim() !== '' ? { shellCheck: program.trim() } : {}),
    },
    problems: messages.map((message) => `Setting ${settingsSection}: ${message}`),
  };
}

function withoutNulls(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
}
