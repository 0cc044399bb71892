import { memoised } from '../memo.js';
import type { NameUse } from './forms/names.js';
import { namesIn, sourcesIn } from './forms/names.js';
import { readVolumes } from './forms/volumes.js';
import type { ComposeDocument, Section, Service } from './types.js';

/** File names that Compose finds by itself (compose-go, cli/options.go); others are often laid over such a file. */
const primary = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;

/**
 * Whether a file is likely to be all that Compose reads, so that what it does not declare is missing: it has the name of
 * a project's main file and includes no other one.
 */
export const standsAlone = memoised(
  (doc: ComposeDocument): boolean =>
    (doc.path === undefined || primary.test(doc.path)) &&
    doc.roots.length > 0 &&
    doc.top('include') === undefined &&
    !doc.problems.some(({ code }) => code === 'yaml-syntax' || code === 'too-many-values' || code === 'too-deep'),
);

/** A use of something that the file should declare. */
export interface UndeclaredUse {
  readonly service: Service;
  readonly use: NameUse;
}

type Declared = Exclude<Section, 'services'>;

/**
 * Names that services use and the file does not declare (compose-go, loader/validate.go), in the order of the text of
 * each service. Empty for a file that others may complete.
 */
export function undeclared(doc: ComposeDocument, section: Declared): readonly UndeclaredUse[] {
  if (!standsAlone(doc)) return [];
  const known = doc[section];
  return [...doc.services.values()].flatMap((service) =>
    usesOf(service, section)
      .filter(({ name }) => name !== '' && !known.has(name) && !(section === 'networks' && name === 'default'))
      .map((use) => ({ service, use })),
  );
}

function usesOf(service: Service, section: Declared): readonly NameUse[] {
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
