import { dotenvValues, parseDotenv } from '../dotenv.js';
import { insertEntry } from '../edits/insert.js';
import type { Facts } from '../../facts.js';
import type { Fix } from '../../rule.js';
import { shown } from '../../wording.js';
import { edgesOf, type Edge } from '../references.js';
import type { ComposeDocument } from '../types.js';
import type { Layer } from './layers.js';
import { edgesHere } from './uses.js';
import { projectView } from './view.js';

/** A service that needs another one, which only a profile starts. */
export interface ProfileGap {
  readonly service: Layer;
  readonly target: Layer;
  readonly use: Edge;
  /** A profile that starts the service and not the other one; undefined where the service always runs. */
  readonly profile: string | undefined;
}

/** Services of this file that may run while one that they need is off (compose-go, loader/validate.go). */
export function profileGaps(doc: ComposeDocument, facts: Facts): readonly ProfileGap[] {
  const view = projectView(doc, facts);
  if (!view.isComplete || ![...view.all.values()].some(({ profiles }) => profiles.length > 0)) return [];
  const active = profilesIn(facts.read('.env'));
  return edgesHere(view).flatMap(({ service, use }): readonly ProfileGap[] => {
    const target = view.all.get(use.name);
    if (target === undefined || target.profiles.length === 0 || target.isOpen || service.isOpen) return [];
    if (active === undefined || target.profiles.some((profile) => active.includes(profile))) return [];
    if (!isRequired(service, use)) return [];
    if (service.profiles.length === 0) return [{ service, target, use, profile: undefined }];
    const profile = service.profiles.find((one) => !target.profiles.includes(one));
    return profile === undefined ? [] : [{ service, target, use, profile }];
  });
}

function isRequired(service: Layer, { kind, name }: Edge): boolean {
  // Compose looks for this one whatever depends_on says of it.
  if (kind === 'network_mode') return true;
  const edges = edgesOf(service).filter((edge) => edge.name === name);
  const said = edges.find((edge) => edge.kind === 'depends_on') ?? edges.find((edge) => edge.kind === kind);
  return said?.required === true;
}

/** Profiles that the `.env` beside the file turns on; undefined for all, or where it cannot be told. */
export function profilesIn(text: string | undefined): readonly string[] | undefined {
  if (text?.includes('COMPOSE_PROFILES') !== true) return [];
  const values = dotenvValues(parseDotenv(text), () => undefined);
  if (!values.has('COMPOSE_PROFILES')) return [];
  const profiles = values.get('COMPOSE_PROFILES')?.split(',');
  return profiles?.includes('*') === true ? undefined : profiles;
}

/** Makes do without the other service, or runs both at the same times. */
export function profileFixes(doc: ComposeDocument, { service, target, use }: ProfileGap): readonly Fix[] {
  const own = doc.services.get(service.name);
  const dependency = own?.get('depends_on');
  const details = dependency?.kind === 'map' && use.kind === 'depends_on' ? dependency.get(use.name) : undefined;
  const optional = details?.kind === 'map' ? insertEntry(doc, details, 'required', false) : undefined;
  const profiles =
    own?.map === undefined || service.profiles.length > 0
      ? undefined
      : insertEntry(doc, own.map, 'profiles', target.profiles, { after: ['image', 'build', 'container_name'] });
  return [
    ...(optional === undefined
      ? []
      : [
          {
            title: `Start without ${shown(target.name)} where it is off`,
            safety: 'suggestion',
            edits: () => optional,
          } as const,
        ]),
    ...(profiles === undefined
      ? []
      : [
          {
            title: `Start ${shown(service.name)} only with the profiles of ${shown(target.name)}`,
            safety: 'suggestion',
            edits: () => profiles,
          } as const,
        ]),
  ];
}
