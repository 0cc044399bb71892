import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from './io.js';
import { slashes } from './paths.js';

/**
 * The configuration of hadolint that counts for all of a person's projects, where hadolint looks for it
 * (src/Hadolint/Config/Configfile.hs); absolute with `/`. Undefined where there is none. Never throws.
 */
export function personalHadolintFile({ env, home }: Pick<Io, 'env' | 'home'>): string | undefined {
  if (home === undefined) return undefined;
  const xdg = env['XDG_CONFIG_HOME'] ?? env['LOCALAPPDATA'] ?? join(home, '.config');
  const places = [
    ...named(xdg, ['hadolint']),
    ...named(join(home, '.hadolint'), ['hadolint', 'config']),
    ...named(home, ['.hadolint']),
  ];
  const found = places.find((place) => existsSync(place));
  return found === undefined ? undefined : slashes(found);
}

function named(folder: string, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => ['yaml', 'yml'].map((ending) => join(folder, `${name}.${ending}`)));
}
