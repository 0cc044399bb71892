import type { Severity } from '../../rule.js';
import type { Span } from '../../text/span.js';
import { isIp } from '../forms/ip.js';
import { textOf, unlessSet } from '../forms/defaults.js';
import { shown } from '../../wording.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { valuesAt } from './places.js';

/** A text that is no address where Docker wants one. */
export interface AddressProblem {
  readonly at: Span;
  readonly message: string;
  readonly severity?: Severity;
}

/** As Go's netip.ParseAddr reads it: an IPv6 address may name a zone. */
function isAddress(text: string): boolean {
  return isIp(text) || (text.includes(':') && /^[^%]+%.+$/s.test(text) && isIp(text.slice(0, text.indexOf('%'))));
}

/** As netip.ParsePrefix: an address without a zone and a number of bits. */
function isSubnet(text: string): boolean {
  const [, address, bits] = /^([^/%]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  return address !== undefined && isIp(address) && Number(bits) <= (address.includes(':') ? 128 : 32);
}

/** As net.ParseMAC: 6, 8 or 20 bytes with colons or dashes, or in groups of four digits with dots. */
function isMac(text: string): boolean {
  const pairs = /^[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2})*$/i.test(text) && [17, 23, 59].includes(text.length);
  return pairs || (/^[\da-f]{4}(?:\.[\da-f]{4})+$/i.test(text) && [14, 19, 49].includes(text.length));
}

const kinds = {
  address: [isAddress, 'IP address'],
  subnet: [isSubnet, 'subnet such as 172.28.0.0/16'],
  mac: [isMac, 'MAC address such as 02:42:ac:11:00:02'],
} as const;

const ofJoining = [
  ['ipv4_address', 'address'],
  ['ipv6_address', 'address'],
  ['link_local_ips.*', 'address'],
  ['mac_address', 'mac'],
] as const;

const ofPool = [
  ['subnet', 'subnet'],
  ['ip_range', 'subnet'],
  ['gateway', 'address'],
] as const;

/** What docker/compose refuses when it makes networks and containers (pkg/compose/create.go), each once. */
export function addressProblems(doc: ComposeDocument): readonly AddressProblem[] {
  const found: AddressProblem[] = [];
  const seen = new Set<ComposeNode>();
  const check = (node: ComposeNode | undefined, kind: keyof typeof kinds): void => {
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) return;
    seen.add(node);
    const text = textOf(node)?.value;
    const [isFine, name] = kinds[kind];
    if (text === undefined || text === '' || isFine(text)) return;
    const isBare = kind === 'subnet' && isIp(text);
    const hint = isBare ? '; the number of bits is missing' : '';
    found.push({
      at: node.span,
      message: `${shown(text)} is no ${name}${hint}, so Docker refuses to start with it.`,
      ...unlessSet(node),
    });
  };
  for (const service of doc.services.values()) {
    check(service.get('mac_address'), 'mac');
    for (const { node } of valuesAt(service.map, 'dns.*')) check(node, 'address');
    check(service.get('dns'), 'address');
    const networks = service.get('networks');
    if (networks?.kind !== 'map') continue;
    for (const { value } of networks.entries) {
      for (const [way, kind] of ofJoining) for (const { node } of valuesAt(value, way)) check(node, kind);
    }
  }
  for (const { map } of doc.networks.values()) {
    for (const { node: pool } of valuesAt(map, 'ipam.config.*')) {
      for (const [way, kind] of ofPool) for (const { node } of valuesAt(pool, way)) check(node, kind);
      const more = pool.kind === 'map' ? pool.get('aux_addresses') : undefined;
      if (more?.kind === 'map') for (const { value } of more.entries) check(value, 'address');
    }
  }
  return found;
}
