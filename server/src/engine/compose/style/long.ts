import { layoutOf } from '../edits/layout.js';
import { blockItem, flowText, type YamlValue } from '../edits/write.js';
import type { PortMapping } from '../forms/ports.js';
import type { Field } from '../forms/types.js';
import type { VolumeMount } from '../forms/volumes.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import type { Edit } from '../../text/span.js';

/** A short port as a mapping; undefined for ranges and where a variable may be more than one part. */
export function longPort(doc: ComposeDocument, port: PortMapping): readonly Edit[] | undefined {
  const { target, published, hostIp, protocol, node } = port;
  const first = target.value?.first;
  if (first === undefined || first !== target.value?.last || isOpen(doc, node)) return undefined;
  const range = published?.value;
  if (published !== undefined && (range === undefined || range.first !== range.last)) return undefined;
  if (hostIp?.value === '' || (protocol !== undefined && protocol.value === undefined)) return undefined;
  return written(doc, node, {
    target: first,
    ...(range === undefined ? {} : { published: String(range.first) }),
    ...(hostIp?.value === undefined ? {} : { host_ip: hostIp.value }),
    ...(protocol?.value === undefined ? {} : { protocol: protocol.value }),
  });
}

/** A short volume as a mapping; undefined where options or variables make it unclear. */
export function longVolume(doc: ComposeDocument, mount: VolumeMount): readonly Edit[] | undefined {
  const { type, source, target, options, node } = mount;
  if (target?.value === undefined || (type !== 'bind' && type !== 'volume') || isOpen(doc, node)) return undefined;
  if (source !== undefined && source.value === undefined) return undefined;
  if (!options.every(isMode)) return undefined;
  return written(doc, node, {
    type,
    ...(source?.value === undefined ? {} : { source: source.value }),
    target: target.value,
    ...(options.some(({ value }) => value === 'ro') ? { read_only: true } : {}),
    ...(type === 'bind' ? { bind: { create_host_path: true } } : {}),
  });
}

function isMode({ value }: Field<string>): boolean {
  return value === 'ro' || value === 'rw';
}

/** A variable or an escaped dollar stands in it, or others read it too. */
function isOpen(doc: ComposeDocument, node: ComposeNode): boolean {
  return node.sharedBy !== undefined || node.anchor !== undefined || doc.source.slice(node.span).includes('$');
}

function written(doc: ComposeDocument, node: ComposeNode, value: YamlValue): readonly Edit[] | undefined {
  const { source } = doc;
  const layout = layoutOf(doc);
  if (layout.inBrackets.has(node)) return [{ span: node.span, text: flowText(value, layout) }];
  const line = source.lineSpan(source.lineAt(node.span.start));
  const before = source.text.slice(line.start, node.span.start);
  const dash = /^( *)-[ ]+$/.exec(before);
  if (dash === null || !/^[ \t]*(?:#.*)?$/.test(source.text.slice(node.span.end, line.end))) return undefined;
  const [first = '', ...rest] = blockItem(value, layout);
  const lines = [first.replace(/^- /, ''), ...rest.map((text) => `${dash[1] ?? ''}${text}`)];
  const [head = '', ...more] = lines;
  // A comment behind the item stays behind its first line.
  return [
    { span: node.span, text: head },
    { span: { start: line.end, end: line.end }, text: more.map((text) => `${source.eol}${text}`).join('') },
  ];
}
