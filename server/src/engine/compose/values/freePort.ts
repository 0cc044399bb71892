import type { Fix } from '../../rule.js';
import { editScalar } from '../edits/insert.js';
import { publishedBy } from './claims.js';
import type { ComposeNode, ScalarNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';
import { interpolationsOf } from '../walk.js';
import type { PortMapping } from '../forms/ports.js';

/** Where the port of the host is written in a scalar. */
interface Place {
  readonly node: ScalarNode;
  readonly start: number;
  readonly text: string;
}

/**
 * Publishes a port as another one that is free, unless a variable says otherwise. Undefined for a range, for a port
 * that more than a variable and its default decide, and where others share the entry.
 */
export function freePortFix(
  doc: ComposeDocument,
  service: Service,
  mapping: PortMapping,
  isTaken: (port: number) => boolean,
): Fix | undefined {
  const port = mapping.published?.value;
  const place = port?.first === port?.last ? placeOf(mapping) : undefined;
  if (place === undefined || port === undefined) return undefined;
  const free = freePort(port.first, isTaken);
  if (free === undefined) return undefined;
  const variable = /^\$\{(\w+):?-(\d+)\}$/.exec(place.text);
  const name = variable?.[1] ?? nameFor(doc, service, mapping);
  const isPlain = /^\d+$/.test(place.text);
  // A default counts only where the .env has no value.
  const counts = isPlain || Number(variable?.[2]) === port.first;
  if (name === undefined || !counts) return undefined;
  const text = isPlain ? `\${${name}:-${free}}` : place.text.replace(/\d+\}$/, `${free}}`);
  const edits = editScalar(doc, place.node, place.start, place.start + place.text.length, text);
  if (edits === undefined) return undefined;
  return { title: `Publish it as port ${free} unless ${name} is set`, safety: 'suggestion', edits: () => edits };
}

function placeOf({ node, published }: PortMapping): Place | undefined {
  const scalar: ComposeNode | undefined = node.kind === 'map' ? node.get('published') : node;
  if (scalar?.kind !== 'scalar' || published === undefined) return undefined;
  const { text } = scalar.text;
  for (let start = 0; start < text.length; start++) {
    const found = /^(?:\d+|\$\{\w+:?-\d+\})(?=:|$)/.exec(text.slice(start))?.[0];
    if (found === undefined) continue;
    const span = scalar.text.span(start, start + found.length);
    const isPublished = span.start === published.span.start && span.end === published.span.end;
    if (node.kind === 'map' ? found === text : isPublished) return { node: scalar, start, text: found };
  }
  return undefined;
}

/** The next port that nobody has; those of the system give way to ports that anybody may open. */
function freePort(port: number, isTaken: (port: number) => boolean): number | undefined {
  const first = port < 1024 ? port + 8000 : port + 1;
  for (let free = first; free <= Math.min(first + 1000, 65_535); free++) if (!isTaken(free)) return free;
  return undefined;
}

/** `WEB_PORT`, or `WEB_PORT_80` where the service publishes several ports; undefined for a name that is in use. */
function nameFor(doc: ComposeDocument, service: Service, { target }: PortMapping): string | undefined {
  const word = service.name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  const isOnly = publishedBy(service).length === 1;
  const name = `${/^\d/.test(word) ? '_' : ''}${word}_PORT${isOnly ? '' : `_${target.value?.first ?? ''}`}`;
  const pattern = new RegExp(`\\b${name}\\b`);
  const isUsed = interpolationsOf(doc).some(({ node }) => pattern.test(node.text.text));
  return isUsed ? undefined : name;
}
