import { weaklyMemoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import { shown } from '../../wording.js';
import type { Lookup } from '../interpolation/substitute.js';
import type { ComposeNode, ListNode, MapNode, ScalarNode } from '../tree/types.js';
import { isIp } from './ip.js';
import { Cut, hidden, itemsOf, textField, unknownLookup } from './pieces.js';
import type { Field, FormProblem } from './types.js';

/** One port, or several in a row. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** One entry of `ports`. */
export interface PortMapping {
  readonly node: ComposeNode;
  readonly form: 'short' | 'long';
  readonly target: Field<PortRange>;
  /** Undefined: any free port of the host. */
  readonly published: Field<PortRange> | undefined;
  /** Undefined: every address of the host. */
  readonly hostIp: Field<string> | undefined;
  readonly protocol: Field<string> | undefined;
}

export interface Ports {
  readonly mappings: readonly PortMapping[];
  readonly problems: readonly FormProblem[];
}

/** The value of `ports` in one shape (compose-go, transform/ports.go; go-connections, nat). Never throws. */
export function readPorts(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): Ports {
  if (node?.kind !== 'list') return { mappings: [], problems: [] };
  return lookup === unknownLookup ? readOnce(node) : read(node, lookup);
}

/** Several rules ask for the same ones. */
const readOnce = weaklyMemoised((node: ListNode): Ports => read(node, unknownLookup));

function read(node: ListNode, lookup: Lookup): Ports {
  const mappings: PortMapping[] = [];
  const problems: FormProblem[] = [];
  const complain: Complain = (span, message, code = 'invalid-port') => {
    problems.push({ code, span, message });
    return null;
  };
  for (const item of itemsOf(node)) {
    if (item.kind === 'list') complain(item.span, 'A port is written as "host:container" or as a mapping with target.');
    else if (item.kind === 'map') {
      const mapping = longPort(item, lookup, complain);
      if (mapping !== null) mappings.push(mapping);
    } else if (item.value === null || typeof item.value === 'boolean') {
      if (!item.interpolated) complain(item.span, 'A port is a number, or a text such as "8080:80".');
    } else {
      const mapping = shortPort(item, lookup, complain);
      if (mapping !== null) mappings.push(mapping);
    }
  }
  return { mappings, problems };
}

type Complain = (span: Span, message: string, code?: 'invalid-port' | 'invalid-host-ip') => null;

function longPort(node: MapNode, lookup: Lookup, complain: Complain): PortMapping | null {
  const target = textField(node.get('target'), lookup);
  if (target === undefined) {
    // A merge with another file may bring it: compose-go asks for it after merging.
    return complain(node.span, 'This port lacks its target, the port of the container.');
  }
  const published = textField(node.get('published'), lookup);
  const hostIp = textField(node.get('host_ip'), lookup);
  if (hostIp?.value !== undefined && !isIp(hostIp.value)) {
    const inner = /^\[(.*)\]$/.exec(hostIp.value)?.[1];
    const hint =
      hostIp.value === ''
        ? 'The address is empty; without host_ip the port is published on every address.'
        : `${shown(hostIp.value)} is no IP address${inner !== undefined && isIp(inner) ? '; in host_ip an IPv6 address has no brackets' : ''}.`;
    complain(hostIp.span, hint, 'invalid-host-ip');
  }
  return {
    node,
    form: 'long',
    target: { value: target.value === undefined ? undefined : range(target.value), span: target.span },
    published:
      published === undefined || published.value === ''
        ? undefined
        : { value: published.value === undefined ? undefined : range(published.value), span: published.span },
    hostIp,
    protocol: textField(node.get('protocol'), lookup),
  };
}

function shortPort(node: ScalarNode, lookup: Lookup, complain: Complain): PortMapping | null {
  if (typeof node.value === 'number') {
    const value = Number.isInteger(node.value) ? range(String(node.value)) : undefined;
    if (value === undefined) return complain(node.span, `${node.value} is no port; ports go up to 65535.`);
    const target = { value, span: node.span };
    return { node, form: 'short', target, published: undefined, hostIp: undefined, protocol: undefined };
  }
  const cut = new Cut(node, lookup);
  const { masked } = cut;
  const targetStart = masked.lastIndexOf(':') + 1;
  const hostEnd = Math.max(0, targetStart - 1);
  const hostStart = targetStart === 0 ? 0 : masked.lastIndexOf(':', hostEnd - 1) + 1;
  const isOnlyTarget = targetStart === 0;
  const slash = masked.indexOf('/', targetStart);
  const targetEnd = slash < 0 ? masked.length : slash;
  const second = slash < 0 ? -1 : masked.indexOf('/', slash + 1);
  const protocol = slash < 0 ? undefined : cut.field(slash + 1, second < 0 ? masked.length : second);
  const target = cut.field(targetStart, targetEnd);
  const published = isOnlyTarget || hostStart === hostEnd ? undefined : cut.field(hostStart, hostEnd);
  const hostIp = hostStart === 0 || isOnlyTarget ? undefined : cut.field(0, hostStart - 1);

  if (hostIp?.value !== undefined && hostIp.value !== '' && !isHost(hostIp.value)) {
    const bare = isIp(hostIp.value) ? ' An IPv6 address stands in brackets.' : '';
    return complain(hostIp.span, `${shown(hostIp.value)} is no IP address.${bare}`, 'invalid-host-ip');
  }
  if (target.value === '') return complain(node.span, 'This lacks the port of the container.');
  const whole = masked === hidden.repeat(masked.length);
  const targetRange = target.value === undefined ? undefined : range(target.value);
  // A variable alone may be the whole mapping.
  if (target.value !== undefined && targetRange === undefined) {
    if (whole && target.value.includes(':')) return unknownPort(node);
    return complain(
      target.span,
      `${target.value} is no port of a container; ports are numbers up to 65535, or "first-last".`,
    );
  }
  const hostRange = published?.value === undefined ? undefined : range(published.value);
  if (published?.value !== undefined && published.value !== '' && hostRange === undefined) {
    if (published.value.includes(':')) return unknownPort(node);
    return complain(
      published.span,
      `${published.value} is no port of the host; ports are numbers up to 65535, or "first-last".`,
    );
  }
  if (targetRange !== undefined && hostRange !== undefined) {
    const size = targetRange.last - targetRange.first;
    if (size > 0 && size !== hostRange.last - hostRange.first) {
      return complain(node.span, 'The two ranges of ports are not equally long.');
    }
  }
  if (protocol?.value !== undefined && !/^(?:tcp|udp|sctp|)$/i.test(protocol.value)) {
    return complain(protocol.span, `${protocol.value} is no protocol of ports; it is tcp, udp or sctp.`);
  }
  return {
    node,
    form: 'short',
    target: { value: targetRange, span: target.span },
    published: published && { value: hostRange, span: published.span },
    hostIp: hostIp?.value === '' ? undefined : hostIp,
    protocol: protocol?.value === '' ? undefined : protocol,
  };
}

function unknownPort(node: ScalarNode): PortMapping {
  const field = { value: undefined, span: node.span };
  return { node, form: 'short', target: field, published: field, hostIp: field, protocol: field };
}

/** As Go's `net.SplitHostPort` and `net.ParseIP` take it in front of the ports: IPv6 in brackets only. */
function isHost(text: string): boolean {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  return inner === undefined ? !text.includes(':') && isIp(text) : inner === '' || isIp(inner);
}

/** `first-last` or one port (nat, `ParsePortRange`: what stands behind a second dash is not looked at). */
function range(text: string): PortRange | undefined {
  const [start = '', end = start] = text.split('-');
  const first = port(start);
  const last = port(end);
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

function port(text: string): number | undefined {
  return /^\d+$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}
