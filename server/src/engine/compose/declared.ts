import type { NameUse } from './forms/names.js';
import { namesIn, sourcesIn } from './forms/names.js';
import { readVolumes } from './forms/volumes.js';
import type { ComposeDocument, Section, Service } from './types.js';

/** File names that Compose finds by itself (compose-go, cli/options.go); others are often laid over such a file. */
const primary = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;

/** Whether a file has the name of a project's first file. */
export function hasMainName({ path }: ComposeDocument): boolean {
  return path === undefined || primary.test(path);
}

/** A section whose names services use. */
export type Declared = Exclude<Section, 'services'>;

/** Names of a section that a service uses; those that a variable decides are left out. */
export function usesOf(service: Pick<Service, 'get'>, section: Declared): readonly NameUse[] {
  if (section === 'networks' || section === 'models') return namesIn(service.get(section));
  if (section === 'configs') return sourcesIn(service.get(section));
  if (section === 'secrets') {
    const build = service.get('build');
    const inBuild = build?.kind === 'map' ? sourcesIn(build.get('secrets')) : [];
    return [...sourcesIn(service.get(section)), ...inBuild];
  }
  return readVolumes(service.get('volumes')).mounts.flatMap(({ type, source, node }) =>
    type !== 'volume' || source?.value === undefined
      ? []
      : [
          {
            name: source.value,
            span: source.span,
            whole: node.span,
            map: node.kind === 'map' ? node : undefined,
            node,
          },
        ],
  );
}
