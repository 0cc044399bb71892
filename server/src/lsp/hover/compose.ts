import { parseDotenv } from '../../engine/compose/dotenv.js';
import { inlineDockerfiles } from '../../engine/compose/inline/documents.js';
import { innerOffset, outerSpan } from '../../engine/compose/inline/places.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import { unsetLookup } from '../../engine/compose/interpolation/substitute.js';
import { interpolationsOf } from '../../engine/compose/walk.js';
import { schemaAt } from '../../engine/compose/schema/at.js';
import type { ComposeNode, MapEntry, MapNode, ScalarNode } from '../../engine/compose/tree/types.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { parseImageReference } from '../../engine/dockerfile/model/image.js';
import type { Facts } from '../../engine/facts.js';
import type { Span } from '../../engine/text/span.js';
import { contains } from '../../engine/text/span.js';
import type { GuideSection } from '../../guide/sections.js';
import { helpOf, sentenceOf } from '../help/composeKeys.js';
import type { Card } from './card.js';
import { code } from './card.js';
import { elementAt } from './composeElement.js';
import { dockerfileCard } from './dockerfile.js';
import { imageCard } from './image.js';

const reference = 'https://docs.docker.com/reference/compose-file/';

/** Mappings whose keys people make up. */
const named: ReadonlySet<string> = new Set(['environment', 'labels', 'args', 'annotations', 'sysctls', 'driver_opts']);

type Path = readonly (string | number)[];

/** A key or a scalar, and the way to it. */
interface Place {
  readonly path: Path;
  /** Of a key; undefined on a value. */
  readonly entry: MapEntry | undefined;
  readonly scalar: ScalarNode | undefined;
}

/** What stands at an offset of a Compose file: a key, variable, image, or the name of something. */
export function composeCard(doc: ComposeDocument, at: number, facts: Facts): Card | undefined {
  for (const inline of inlineDockerfiles(doc)) {
    const inner = innerOffset(inline, at);
    const found = inner < 0 ? undefined : dockerfileCard(inline.doc, inner);
    if (found !== undefined) return { ...found, span: outerSpan(inline, found.span) };
  }
  const card = variableCard(doc, at, facts) ?? elementAt(doc, at);
  if (card !== undefined) return card;
  const place = doc.roots.map((root) => placeIn(root, at)).find((found) => found !== undefined);
  if (place === undefined) return undefined;
  return place.entry === undefined ? valueCard(place) : keyCard(place.path, place.entry);
}

/** Goes down to what is written at an offset; what a merge key brings is found where it is written. */
function placeIn(root: MapNode, at: number): Place | undefined {
  const isIn = (span: Span): boolean => contains(span, { start: at, end: at });
  const path: (string | number)[] = [];
  let node: ComposeNode | undefined = root;
  while (node !== undefined) {
    if (node.kind === 'scalar') return isIn(node.span) ? { path, entry: undefined, scalar: node } : undefined;
    if (node.kind === 'list') {
      const items: readonly ComposeNode[] = node.items;
      const index = items.findIndex(({ span }) => isIn(span));
      path.push(index);
      node = items[index];
      continue;
    }
    const entry: MapEntry | undefined = node.entries.find(({ span, merged }) => !merged && isIn(span));
    if (entry === undefined) return undefined;
    path.push(entry.key);
    if (isIn(entry.keySpan)) return { path, entry, scalar: undefined };
    node = entry.value;
  }
  return undefined;
}

function valueCard({ path, scalar }: Place): Card | undefined {
  if (scalar === undefined || path.length !== 3 || path[0] !== 'services' || path[2] !== 'image') return undefined;
  const image = parseImageReference(textField(scalar, unsetLookup)?.value ?? '');
  return image && imageCard(image, scalar.span);
}

function keyCard(path: Path, { key, keySpan }: MapEntry): Card | undefined {
  if (path.slice(1, -1).some((step) => typeof step === 'string' && named.has(step))) return undefined;
  const known = schemaAt(path);
  const help = helpOf(path);
  const what = sentenceOf(path, known?.description);
  if (what === undefined && help === undefined) return undefined;
  const { note, since } = help ?? {};
  // The schema's own sentence may say it already.
  const without = what?.includes('Default') === true ? undefined : help?.without;
  const values = known?.values.filter((value) => value !== 'true' && value !== 'false') ?? [];
  const facts = [
    ...(without === undefined ? [] : [`Without it: ${without}.`]),
    ...(since === undefined ? [] : [`Since ${since}.`]),
  ].join(' ');
  return {
    span: keySpan,
    title: `**${key.replace(/[\\`*]/g, '\\$&')}**${what === undefined ? '' : `: ${what}`}`,
    lines: [
      ...(note === undefined ? [] : [note]),
      ...(values.length > 0 ? [`One of ${values.map((value) => code(value)).join(', ')}.`] : []),
      ...(known?.deprecated === true && help?.what === undefined ? ['Out of date.'] : []),
      ...(facts === '' ? [] : [facts]),
    ],
    guide: guideOf(path),
    link: linkOf(path),
  };
}

/** The section for a key, or for the nearest one above it. */
function guideOf(path: Path): GuideSection {
  for (let length = path.length; length > 0; length--) {
    const guide = helpOf(path.slice(0, length))?.guide;
    if (guide !== undefined) return guide;
  }
  return 'compose-reference';
}

/** The page and heading of the reference about a key. */
function linkOf([section, , key, below]: Path): string {
  if (section === 'services' && typeof key === 'string') {
    const own = ['build', 'deploy', 'develop'].includes(key);
    if (!own || below === undefined) return `${reference}services/#${key}`;
    return `${reference}${key}/${typeof below === 'string' ? `#${below}` : ''}`;
  }
  if (section === 'version' || section === 'name') return `${reference}version-and-name/`;
  const pages = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models', 'include'];
  if (!pages.includes(String(section))) return reference;
  return `${reference}${String(section)}/${typeof key === 'string' ? `#${key}` : ''}`;
}

function variableCard(doc: ComposeDocument, at: number, facts: Facts): Card | undefined {
  for (const { node, template } of interpolationsOf(doc)) {
    if (!contains(node.span, { start: at, end: at })) continue;
    const here = template.variables.findLast((part) =>
      contains(node.text.span(part.start, part.end), { start: at, end: at }),
    );
    if (here === undefined) continue;
    const { name, operator, operand } = here;
    const value = dotenvValue(facts, name);
    const other = operand === undefined ? '' : template.text.slice(operand.start, operand.end);
    return {
      span: node.text.span(here.start, here.end),
      title: `**Variable** ${code(name)}${value === undefined ? '' : ` = ${code(value)} in .env`}`,
      lines: [
        ...(value !== undefined && operator === undefined ? [] : meaning(operator, other)),
        ...(value === undefined ? [] : ['The shell that runs Compose counts before `.env`.']),
      ],
      guide: 'compose-development',
      link: `${reference}interpolation/`,
    };
  }
  return undefined;
}

function meaning(operator: string | undefined, other: string): readonly string[] {
  const empty = operator?.startsWith(':') === true ? 'not set or empty' : 'not set';
  switch (operator?.at(-1)) {
    case '-':
      return [`If it is ${empty}: ${code(other)}.`];
    case '?':
      return [`If it is ${empty}, Compose stops${other === '' ? '' : ` and says ${code(other)}`}.`];
    case '+':
      return [`Gives ${code(other)} unless it is ${empty}.`];
    default:
      return ['If it is not set, it is empty.'];
  }
}

/** What `.env` beside the file says, if a rule has asked for it; its own variables stay as written, secrets unseen. */
function dotenvValue(facts: Facts, name: string): string | undefined {
  const text = facts.read('.env');
  if (text === undefined) return undefined;
  const written = parseDotenv(text).entries.findLast((entry) => entry.name === name)?.text.text;
  return /pass|secret|token|key|pwd|cred/i.test(name) ? undefined : written;
}
