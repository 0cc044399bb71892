import { parseCompose } from '../../compose/document.js';
import { givenArgs } from '../../compose/files/buildArgs.js';
import { buildsOf } from '../../compose/files/builds.js';
import type { FactQuery, Facts } from '../../facts.js';
import { SourceText } from '../../text/source.js';
import { cachedByText } from '../../textCache.js';
import type { DockerfileDocument } from '../model/types.js';

/** The context that a Compose file gives a Dockerfile. */
export interface ComposedContext {
  /** From the folder of the Dockerfile: empty, or with a slash at its end. */
  readonly folder: string;
  /** The Compose file, from the same folder. */
  readonly file: string;
}

/** File names that Compose finds by itself. */
const names = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** Questions for `composedContext`. `folders` lead from that of the Dockerfile upward. */
export function composedFacts(folders: readonly string[]): readonly FactQuery[] {
  return folders.flatMap((folder) => names.map((name): FactQuery => ({ kind: 'read', path: folder + name })));
}

/** One build of a Compose file; paths are from the folder of that file. */
interface ComposedBuild {
  readonly dockerfile: string;
  readonly context: string;
  /** Names of the arguments that it gives. */
  readonly args: ReadonlySet<string>;
}

const buildsIn = cachedByText((text): readonly ComposedBuild[] => {
  if (!/\bbuild\b/.test(text)) return [];
  return buildsOf(parseCompose(new SourceText(text))).flatMap(({ dockerfile, context, build }) =>
    dockerfile === undefined || context === undefined ? [] : [{ dockerfile, context, args: givenArgs(build) }],
  );
});

/** Dockerfiles that the Compose file of a folder builds with that folder as their context. */
export function builtIn(facts: Facts): readonly string[] {
  const text = names.map((name) => facts.read(name)).find((one) => one !== undefined);
  const found = text === undefined ? [] : buildsIn(text).filter(({ context }) => context === '');
  return [...new Set(found.map(({ dockerfile }) => dockerfile))];
}

/** The context with which Compose files around a Dockerfile build it; undefined where none does, or several differ. */
export function composedContext(
  { path }: DockerfileDocument,
  folders: readonly string[],
  facts: Facts,
): ComposedContext | undefined {
  let found: ComposedContext | undefined;
  for (const { home, context, file } of buildsFrom(path, folders, facts)) {
    const way = wayTo(home, context);
    if (found !== undefined && found.folder !== way) return undefined;
    found ??= { folder: way, file };
  }
  return found;
}

/** The names of the arguments that each build of a Dockerfile gives it, as Compose files around it say. */
export function composedArgs(
  { path }: DockerfileDocument,
  folders: readonly string[],
  facts: Facts,
): readonly ReadonlySet<string>[] {
  return [...buildsFrom(path, folders, facts)].map(({ args }) => args);
}

/** The builds of the Dockerfile at a path, with its folder and the Compose file. */
function* buildsFrom(
  path: string | undefined,
  folders: readonly string[],
  facts: Facts,
): Iterable<ComposedBuild & { readonly home: readonly string[]; readonly file: string }> {
  if (path === undefined) return;
  const parts = path.split('/');
  for (const [level, folder] of folders.entries()) {
    const own = parts.slice(parts.length - 1 - level);
    // Compose reads the first one only.
    const name = names.find((one) => facts.read(folder + one) !== undefined);
    const text = name === undefined ? undefined : facts.read(folder + name);
    if (name === undefined || text === undefined) continue;
    for (const build of buildsIn(text)) {
      if (build.dockerfile === own.join('/')) yield { ...build, home: own.slice(0, -1), file: folder + name };
    }
  }
}

/** The way from a folder to another one, both told from the same place. */
function wayTo(from: readonly string[], to: string): string {
  const target = to === '' ? [] : to.split('/');
  let same = 0;
  while (same < from.length && same < target.length && from[same] === target[same]) same++;
  return `${'../'.repeat(from.length - same)}${target
    .slice(same)
    .map((name) => `${name}/`)
    .join('')}`;
}
