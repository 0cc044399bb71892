import { parseCompose } from '../../compose/document.js';
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

/** Which Dockerfile is built with which context, both from the folder of the Compose file. */
const buildsIn = cachedByText((text): readonly { readonly dockerfile: string; readonly context: string }[] => {
  if (!/\bbuild\b/.test(text)) return [];
  return buildsOf(parseCompose(new SourceText(text))).flatMap(({ dockerfile, context }) =>
    dockerfile === undefined || context === undefined ? [] : [{ dockerfile, context }],
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
  if (path === undefined) return undefined;
  const parts = path.split('/');
  let found: ComposedContext | undefined;
  for (const [level, folder] of folders.entries()) {
    const own = parts.slice(parts.length - 1 - level);
    const home = own.slice(0, -1);
    for (const name of names) {
      const text = facts.read(folder + name);
      if (text === undefined) continue;
      for (const { dockerfile, context } of buildsIn(text)) {
        if (dockerfile !== own.join('/')) continue;
        const way = wayTo(home, context);
        if (found !== undefined && found.folder !== way) return undefined;
        found ??= { folder: way, file: folder + name };
      }
      // Compose reads the first one only.
      break;
    }
  }
  return found;
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
