import { defaultsIn, textOf } from '../forms/defaults.js';
import { readPorts, type PortMapping } from '../forms/ports.js';
import type { Lookup } from '../interpolation/substitute.js';
import type { ComposeNode } from '../tree/types.js';

/** Ports of the host that somebody wants to have. */
export interface Claim {
  /** Empty for all addresses. */
  readonly address: string;
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
}

/** A mapping of ports, and what it takes of the host. */
export interface Published {
  readonly mapping: PortMapping;
  readonly claim: Claim;
}

/** So many ports are looked at: a file may publish all 65,535 of them many times. */
const mostPorts = 100_000;
/** Of so many claims of one port each new one is compared with the earlier ones. */
const mostClaims = 50;

/**
 * What a service takes of the host. Ranges of which one port is taken and ports that a variable decides are left out; a
 * variable has its default unless `lookup` knows otherwise. Never throws.
 */
export function publishedBy(
  service: { get(key: string): ComposeNode | undefined },
  lookup?: (defaults: Lookup) => Lookup,
): readonly Published[] {
  // On the network of the host nothing is published.
  if (textOf(service.get('network_mode'))?.value === 'host') return [];
  const ports = service.get('ports');
  const defaults = defaultsIn(ports);
  return readPorts(ports, lookup?.(defaults) ?? defaults).mappings.flatMap((mapping) => {
    const claim = claimOf(mapping);
    return claim === undefined ? [] : [{ mapping, claim }];
  });
}

function claimOf({ hostIp, published, protocol, target }: PortMapping): Claim | undefined {
  if (published?.value === undefined || target.value === undefined) return undefined;
  if (hostIp !== undefined && hostIp.value === undefined) return undefined;
  if (protocol !== undefined && protocol.value === undefined) return undefined;
  const { first, last } = published.value;
  if (target.value.first === target.value.last && first !== last) return undefined;
  const address = addressOf(hostIp?.value);
  return {
    address: /^(?:|0\.0\.0\.0|[0:]*:[0:]*)$/.test(address) ? '' : address,
    protocol: protocol?.value?.toLowerCase() ?? 'tcp',
    first,
    last,
  };
}

/** An address of the host, without brackets and in one spelling; empty where none is written. */
export function addressOf(hostIp = ''): string {
  return hostIp.replace(/^\[(.*)\]$/, '$1').toLowerCase();
}

/** Who has which port of the host. */
export class PortTable<T extends Claim> {
  readonly #byPort = new Map<string, T[]>();
  #left = mostPorts;

  /** The first port of a claim that somebody else has. `isOther` tells who counts; `budget` is shared by some questions. */
  find(
    claim: Claim,
    isOther: (other: T) => boolean,
    budget = portBudget(),
  ): { readonly port: number; readonly other: T } | undefined {
    for (let port = claim.first; port <= claim.last && budget.left > 0; port++, budget.left--) {
      const known = this.#byPort.get(`${port}/${claim.protocol}`);
      const other = known?.find((one) => isSameAddress(one, claim) && isOther(one));
      if (other !== undefined) return { port, other };
    }
    return undefined;
  }

  add(claim: T): void {
    for (let port = claim.first; port <= claim.last && this.#left > 0; port++, this.#left--) {
      const key = `${port}/${claim.protocol}`;
      const known = this.#byPort.get(key) ?? [];
      if (known.length < mostClaims) known.push(claim);
      this.#byPort.set(key, known);
    }
  }

  /** Whether anybody has a port at any address. */
  has(port: number): boolean {
    return ['tcp', 'udp', 'sctp'].some((protocol) => this.#byPort.has(`${port}/${protocol}`));
  }
}

/** How many ports some questions may look at together. */
export function portBudget(): { left: number } {
  return { left: mostPorts };
}

function isSameAddress(a: Claim, b: Claim): boolean {
  return a.address === '' || b.address === '' || a.address === b.address;
}
