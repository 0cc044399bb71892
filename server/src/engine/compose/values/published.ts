import type { Span } from '../../text/span.js';
import { defaultsIn, textOf } from '../forms/defaults.js';
import { readPorts, type PortMapping } from '../forms/ports.js';
import type { ComposeDocument, Service } from '../types.js';

/** A port of the host that is published a second time. */
export interface PortClash {
  readonly port: number;
  readonly protocol: string;
  readonly first: Service;
  readonly firstAt: Span;
  readonly service: Service;
  readonly mapping: PortMapping;
}

interface Claim {
  readonly service: Service;
  readonly mapping: PortMapping;
  readonly address: string;
  readonly what: string;
}

/** So many ports are looked at: a file may publish all 65,535 of them many times. */
const mostPorts = 100_000;
/** Of so many claims of one port each new one is compared with the earlier ones. */
const mostClaims = 50;

/**
 * Ports of the host that two mappings publish at addresses that overlap, each mapping once. Ranges of which one port is
 * taken, ports that a variable decides and services whose profiles exclude each other are left out. Never throws.
 */
export function portClashes(doc: ComposeDocument): readonly PortClash[] {
  const claims = new Map<string, Claim[]>();
  const clashes: PortClash[] = [];
  let left = mostPorts;
  for (const service of doc.services.values()) {
    // On the network of the host nothing is published.
    if (textOf(service.get('network_mode'))?.value === 'host') continue;
    const ports = service.get('ports');
    for (const mapping of readPorts(ports, defaultsIn(ports)).mappings) {
      const claim = claimOf(service, mapping);
      const { first = 0, last = -1 } = mapping.published?.value ?? {};
      const isOneOf = mapping.target.value?.first === mapping.target.value?.last && first !== last;
      if (claim === undefined || isOneOf) continue;
      let found: PortClash | undefined;
      for (let port = first; port <= last && left > 0; port++, left--) {
        const key = `${port}/${claim.protocol}`;
        const known = claims.get(key) ?? [];
        const other = known.find((one) => clash(one, claim));
        if (other !== undefined && found === undefined) {
          const { service: before, mapping: place } = other;
          found = { port, protocol: claim.protocol, first: before, firstAt: place.node.span, service, mapping };
        }
        if (known.length < mostClaims) known.push(claim);
        claims.set(key, known);
      }
      if (found !== undefined) clashes.push(found);
    }
  }
  return clashes;
}

/** Undefined where a variable decides. */
function claimOf(service: Service, mapping: PortMapping): (Claim & { readonly protocol: string }) | undefined {
  const { hostIp, published, protocol, target } = mapping;
  if (published?.value === undefined || target.value === undefined) return undefined;
  if (hostIp !== undefined && hostIp.value === undefined) return undefined;
  if (protocol !== undefined && protocol.value === undefined) return undefined;
  const address = (hostIp?.value ?? '').replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const name = protocol?.value?.toLowerCase() ?? 'tcp';
  const what = [address, published.value.first, published.value.last, target.value.first, target.value.last].join(' ');
  return {
    service,
    mapping,
    address: /^(?:|0\.0\.0\.0|[0:]*:[0:]*)$/.test(address) ? '' : address,
    what,
    protocol: name,
  };
}

function clash(a: Claim, b: Claim): boolean {
  if (a.address !== '' && b.address !== '' && a.address !== b.address) return false;
  // The same twice in one list is one for Compose.
  if (a.service === b.service && a.what === b.what) return false;
  return a.service === b.service || !neverTogether(a.service, b.service);
}

/** Both start only with a profile, and none is in common: people may mean the one or the other. */
function neverTogether(a: Service, b: Service): boolean {
  const isShared = a.profiles.some((profile) => b.profiles.includes(profile));
  return a.profiles.length > 0 && b.profiles.length > 0 && !isShared;
}
