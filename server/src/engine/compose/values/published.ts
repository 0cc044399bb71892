import type { Span } from '../../text/span.js';
import type { PortMapping } from '../forms/ports.js';
import type { ComposeDocument, Service } from '../types.js';
import { addressOf, portBudget, PortTable, publishedBy, type Claim } from './claims.js';

/** A port of the host that is published a second time. */
export interface PortClash {
  readonly port: number;
  readonly protocol: string;
  readonly first: Service;
  readonly firstAt: Span;
  readonly service: Service;
  readonly mapping: PortMapping;
}

interface OwnClaim extends Claim {
  readonly service: Service;
  readonly mapping: PortMapping;
  /** Equal for entries that Compose takes for one. */
  readonly what: string;
}

/**
 * Ports of the host that two mappings publish at addresses that overlap, each mapping once; services whose profiles
 * exclude each other are left out. Never throws.
 */
export function portClashes(doc: ComposeDocument): readonly PortClash[] {
  const table = new PortTable<OwnClaim>();
  const budget = portBudget();
  const clashes: PortClash[] = [];
  for (const service of doc.services.values()) {
    for (const { mapping, claim } of publishedBy(service)) {
      const own: OwnClaim = { ...claim, service, mapping, what: whatOf(mapping) };
      const found = table.find(own, (other) => clash(other, own), budget);
      table.add(own);
      if (found === undefined) continue;
      const { service: first, mapping: place } = found.other;
      const { protocol } = claim;
      clashes.push({ port: found.port, protocol, first, firstAt: place.node.span, service, mapping });
    }
  }
  return clashes;
}

function whatOf({ hostIp, published, target }: PortMapping): string {
  const [host, inner] = [published?.value, target.value];
  return [addressOf(hostIp?.value), host?.first, host?.last, inner?.first, inner?.last].join(' ');
}

function clash(a: OwnClaim, b: OwnClaim): boolean {
  // The same twice in one list is one for Compose.
  if (a.service === b.service) return a.what !== b.what;
  return !neverTogether(a.service, b.service);
}

/** Both start only with a profile, and none is in common: people may mean the one or the other. */
function neverTogether(a: Service, b: Service): boolean {
  const isShared = a.profiles.some((profile) => b.profiles.includes(profile));
  return a.profiles.length > 0 && b.profiles.length > 0 && !isShared;
}
