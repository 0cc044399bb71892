import type { Edit } from '../../text/span.js';
import { editScalar, insertEntry } from '../edits/insert.js';
import type { PortMapping } from '../forms/ports.js';
import { isProxy, isTunnel } from '../images/kinds.js';
import type { ComposeDocument, Service } from '../types.js';

/** Every spelling of 0.0.0.0 and ::, IPv4 in IPv6 included. */
export function isUnspecified(address: string): boolean {
  const plain = address.replace(/^\[(.*)\]$/, '$1');
  return /^(?:(?:[0:]*:(?:ffff:)?)?0+\.0+\.0+\.0+|[0:]*:[0:]*|[0:]*:ffff:0{1,4}:0{1,4})$/i.test(plain);
}

/** Ports that are there for everybody: those of the web on a proxy, and those of a tunnel. */
export function isMeantForAll(service: Service, { published, target, protocol }: PortMapping): boolean {
  const port = (published ?? target).value;
  if (port === undefined || port.first !== port.last) return false;
  if (isProxy(service)) return port.first === 80 || port.first === 443;
  return isTunnel(service) && protocol?.value?.toLowerCase() === 'udp';
}

/** Opens the port on this machine alone. */
export function bindToLoopback(doc: ComposeDocument, mapping: PortMapping): readonly Edit[] | undefined {
  const { node, hostIp, published } = mapping;
  const address = '127.0.0.1';
  if (hostIp !== undefined) {
    const isLiteral = hostIp.value !== undefined && doc.source.slice(hostIp.span) === hostIp.value;
    if (isLiteral && node.sharedBy === undefined) return [{ span: hostIp.span, text: address }];
    return undefined;
  }
  if (node.kind === 'map') return node.entry('host_ip') ? undefined : insertEntry(doc, node, 'host_ip', address);
  if (node.kind !== 'scalar') return undefined;
  const written = node.text.text;
  // `:8080:80` has an address that is empty.
  if (written.startsWith(':')) return editScalar(doc, node, 0, 0, address);
  const added = published === undefined ? `${address}::` : `${address}:`;
  // A port alone needs no quotes; one with more colons is better off with them.
  if (node.style === 'plain' && node.sharedBy === undefined && !written.includes('"')) {
    return [{ span: node.span, text: `"${added}${written}"` }];
  }
  return editScalar(doc, node, 0, 0, added);
}
