/** A port of EXPOSE that BuildKit takes (dockerfile2llb/convert_expose.go). */
export interface PortSpec {
  readonly kind: 'port';
  readonly start: number;
  readonly end: number;
  /** As written; empty when none is. */
  readonly protocol: string;
  /** An address or a port of the host stands in front. */
  readonly mapped: boolean;
}

/** Why BuildKit refuses a port. */
export interface PortFault {
  readonly kind: 'fault';
  readonly reason: 'empty' | 'number' | 'range' | 'backwards' | 'protocol' | 'address' | 'lengths';
  /** The part at fault: offsets in the text. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads `[address:[port]:]port[-port][/protocol]`. BuildKit looks at the protocol first, then at the address, the port
 * of the container and that of the host. Never throws.
 */
export function readPort(text: string): PortSpec | PortFault {
  const last = text.lastIndexOf(':') + 1;
  const slash = text.indexOf('/', last);
  const port = { from: last, to: slash < 0 ? text.length : slash };
  const protocol = slash < 0 ? '' : text.slice(slash + 1);
  if (port.from === port.to) return fault('empty', 0, text.length);
  if (!/^(?:tcp|udp|sctp)?$/i.test(protocol)) return fault('protocol', slash + 1, text.length);

  const before = last === 0 ? -1 : text.lastIndexOf(':', last - 2);
  const host = { from: before + 1, to: Math.max(before + 1, last - 1) };
  if (before > 0 && !isAddress(text.slice(0, before))) return fault('address', 0, before);
  const own = readRange(text, port.from, port.to);
  if ('kind' in own) return own;
  if (host.from < host.to) {
    const other = readRange(text, host.from, host.to);
    if ('kind' in other) return other;
    const length = own.end - own.start;
    if (length !== 0 && length !== other.end - other.start) return fault('lengths', host.from, port.to);
  }
  return { kind: 'port', ...own, protocol, mapped: before > 0 || host.from < host.to };
}

function readRange(
  text: string,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | PortFault {
  const dash = text.indexOf('-', from);
  const startTo = dash < 0 || dash >= to ? to : dash;
  const start = readNumber(text, from, startTo);
  if (typeof start !== 'number') return start;
  if (startTo === to || text.slice(from, startTo) === text.slice(startTo + 1, to)) return { start, end: start };
  const end = readNumber(text, startTo + 1, to);
  if (typeof end !== 'number') return end;
  return end < start ? fault('backwards', from, to) : { start, end };
}

/** A number as Go's strconv.ParseInt takes it. */
function readNumber(text: string, from: number, to: number): number | PortFault {
  const digits = text.slice(from, to);
  if (!/^\+?\d+$/.test(digits)) return fault('number', from === to ? Math.max(0, from - 1) : from, to);
  const port = Number(digits);
  return port > 65535 ? fault('range', from, to) : port;
}

function fault(reason: PortFault['reason'], from: number, to: number): PortFault {
  return { kind: 'fault', reason, from, to };
}

/** IPv4, or IPv6 with or without brackets, as Go's net.ParseIP takes them. */
function isAddress(text: string): boolean {
  const bare = /^\[.*\]$/.test(text) ? text.slice(1, -1) : text;
  if (isFour(bare)) return true;
  const halves = bare.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const count = groups.length + (isFour(last) ? 1 : 0);
  if (!groups.every((group, index) => /^[\da-f]{1,4}$/i.test(group) || (index === groups.length - 1 && isFour(group))))
    return false;
  return halves.length === 1 ? count === 8 : halves.length === 2 && count < 8;
}

function isFour(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}
