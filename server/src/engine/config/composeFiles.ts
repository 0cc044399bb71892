import { joinPath } from './chain.js';
import { matchesGlobs } from './glob.js';
import type { ConfigLayer } from './types.js';

/** A file, and where the patterns of a layer are relative to; all absolute, with `/`. */
export interface ConfigPlace {
  readonly path: string;
  readonly base: (layer: ConfigLayer) => string;
}

/** Whether some configurations make a Compose file of a YAML file, whatever it is called. Never throws. */
export function isConfiguredCompose(layers: readonly ConfigLayer[], place: ConfigPlace): boolean {
  if (!/\.ya?ml$/i.test(place.path)) return false;
  if (composeProject(layers, place) !== undefined) return true;
  return layers.some((layer) => matchesGlobs(layer.composeFiles ?? [], place.base(layer), place.path));
}

/**
 * The files that run together with a file, in the order in which Compose reads them and relative to its folder: the
 * first list that has it, of the configuration with the highest precedence that has such a list. Never throws.
 */
export function composeProject(
  layers: readonly ConfigLayer[],
  { path, base }: ConfigPlace,
): readonly string[] | undefined {
  for (const layer of layers) {
    for (const project of layer.composeProjects ?? []) {
      const paths = project.map((one) => joinPath(base(layer), one.replaceAll('\\', '/')));
      if (paths.includes(path)) return paths.map((one) => relativePath(path, one));
    }
  }
  return undefined;
}

/** All lists of files that run together, of the configuration with the highest precedence first. Never throws. */
export function composeProjects(
  layers: readonly ConfigLayer[],
  { path, base }: ConfigPlace,
): readonly (readonly string[])[] {
  if (!/\.ya?ml$/i.test(path)) return [];
  return layers.flatMap((layer) =>
    (layer.composeProjects ?? []).map((project) =>
      project.map((one) => relativePath(path, joinPath(base(layer), one.replaceAll('\\', '/')))),
    ),
  );
}

/** The way from the folder of a file to another file. */
function relativePath(from: string, to: string): string {
  const home = from.split('/').slice(0, -1);
  const target = to.split('/');
  let same = 0;
  while (same < home.length && same < target.length - 1 && home[same] === target[same]) same++;
  return [...home.slice(same).map(() => '..'), ...target.slice(same)].join('/');
}
