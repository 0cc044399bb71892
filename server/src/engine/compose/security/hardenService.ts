import type { Facts } from '../../facts.js';
import type { Edit } from '../../text/span.js';
import { shown } from '../../wording.js';
import { breaksWhenHardened } from '../images/hardening.js';
import { projectView } from '../project/view.js';
import type { ComposeDocument, Service } from '../types.js';
import { booleanOf } from '../forms/defaults.js';
import {
  addNoNewPrivileges,
  dropAll,
  dropsAll,
  forbidsNewPrivileges,
  isLimited,
  isReadOnly,
  makeReadOnly,
  setLimits,
  together,
  type Edits,
  type Limit,
} from './harden.js';
import { imageName } from './image.js';

/** The whole hardening of one service. */
export interface Hardening {
  readonly title: string;
  /** Why it is not offered, for a person. */
  readonly reason: string | undefined;
  readonly edits: readonly Edit[];
}

const limits: readonly Limit[] = ['memory', 'cpus', 'pids'];

/** The service whose words an offset stands in. */
export function serviceAt(doc: ComposeDocument, offset: number): Service | undefined {
  return [...doc.services.values()].find(({ span }) => span.start <= offset && offset <= span.end);
}

/**
 * What a service lacks, in one go: no capabilities but those that its image needs, no new rights, a file system that is
 * read-only with a tmpfs for what is written, limits. Undefined where nothing is left to do.
 */
export function hardenService(doc: ComposeDocument, facts: Facts, name: string): Hardening | undefined {
  const view = projectView(doc, facts).services.get(name);
  const map = view?.service.map;
  if (view === undefined || map === undefined || view.get('provider') !== undefined) return undefined;
  const title = `Harden ${shown(name)}: fewer rights, read-only, limits; test it, since the program may need more`;
  const no = (reason: string): Hardening => ({ title, reason, edits: [] });
  const breaks = breaksWhenHardened(view.service);
  if (breaks !== undefined) return no(`${shown(imageName(view.service))} ${breaks}.`);
  if (booleanOf(view.get('privileged'))?.value === true) {
    return no(`${shown(name)} is privileged, so nothing else that limits it counts.`);
  }
  if (map.sharedBy !== undefined)
    return no(`Other services use what ${shown(name)} says, and would be changed as well.`);
  const missing = limits.filter((limit) => !isLimited(view, limit));
  const parts: readonly Edits[] = [
    isReadOnly(view) ? undefined : makeReadOnly(doc, view),
    dropsAll(view) ? undefined : dropAll(doc, view),
    forbidsNewPrivileges(view) ? undefined : addNoNewPrivileges(doc, view),
    missing.length === 0 ? undefined : setLimits(doc, view, missing),
  ];
  const edits = together(parts.filter((part) => part !== undefined)) ?? [];
  return edits.length === 0 ? undefined : { title, reason: undefined, edits };
}
