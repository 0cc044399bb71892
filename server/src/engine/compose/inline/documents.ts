import { parseDockerfile } from '../../dockerfile/document.js';
import type { DockerfileDocument } from '../../dockerfile/model/types.js';
import { memoised } from '../../memo.js';
import type { LintDocument } from '../../rule.js';
import { MappedText } from '../../text/mapped.js';
import { SourceText } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import { readPairs } from '../forms/pairs.js';
import { parseTemplate } from '../interpolation/parse.js';
import { Pieces } from '../tree/pieces.js';
import type { MapNode, ScalarNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';

/** The Dockerfile in a `dockerfile_inline` of a Compose file. */
export interface InlineDockerfile {
  /** The first service that has it. */
  readonly service: Service;
  readonly node: ScalarNode;
  /** What BuildKit reads. A variable that Compose puts in stands there as it is written. */
  readonly doc: DockerfileDocument;
  /** Its text, mapped to the Compose file. */
  readonly text: MappedText;
  /** Offsets in it of dollars that are written `$$`, in order. */
  readonly escapes: readonly number[];
  /** Places in it of what Compose puts values in, and of images that are other contexts. */
  readonly unknown: readonly Span[];
  /** Whether Compose puts a value anywhere in it. */
  readonly hasVariable: boolean;
}

const none: readonly never[] = [];

/** Documents by their text. */
type Known = ReadonlyMap<string, DockerfileDocument>;

const inherited = memoised((): { known?: Known } => ({}));

/** Lets a document take over what was read of the one of the version before, where an inline text is the same. */
export function inheritInline(doc: ComposeDocument, earlier: LintDocument | undefined): void {
  if (earlier?.language !== 'compose') return;
  Object.assign(inherited(doc), inherited(earlier));
}

/** The Dockerfiles inside a document, each once; none for what is no Compose file. Never throws. */
export function inlineDockerfiles(doc: LintDocument): readonly InlineDockerfile[] {
  return doc.language === 'compose' ? read(doc) : none;
}

const read = memoised((doc: ComposeDocument): readonly InlineDockerfile[] => {
  if (!doc.source.text.includes('dockerfile_inline')) return none;
  const found = new Map<ScalarNode, InlineDockerfile>();
  const before = inherited(doc).known;
  for (const service of doc.services.values()) {
    const build = service.get('build');
    if (build?.kind !== 'map' || build.tag === 'reset') continue;
    const node = build.get('dockerfile_inline');
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.tag === 'reset' || found.has(node)) continue;
    if (node.value.trim() !== '') found.set(node, inlineOf(service, build, node, before));
  }
  const all = [...found.values()];
  inherited(doc).known = new Map(all.map((one) => [one.text.text, one.doc]));
  return all;
});

function inlineOf(service: Service, build: MapNode, node: ScalarNode, before: Known | undefined): InlineDockerfile {
  const { text, escapes, unknown } = withoutEscapes(node.text);
  const doc = before?.get(text.text) ?? parseDockerfile(new SourceText(text.text));
  return {
    service,
    node,
    doc,
    text,
    escapes,
    unknown: [...unknown, ...otherContexts(build, doc)],
    hasVariable: unknown.length > 0,
  };
}

/** Images that are no such, because the build has a context by their name: what they are, only Compose knows. */
function otherContexts(build: MapNode, doc: DockerfileDocument): readonly Span[] {
  const names = new Set(readPairs(build.get('additional_contexts')).pairs.map(({ key }) => key));
  if (names.size === 0) return none;
  return doc.stages.flatMap(({ image }) => (image !== undefined && names.has(image.value) ? [image.span] : []));
}

/** The text with one dollar for each `$$`; what else Compose would put values in is left as it is. */
function withoutEscapes(text: MappedText): Pick<InlineDockerfile, 'text' | 'escapes' | 'unknown'> {
  if (!text.text.includes('$')) return { text, escapes: none, unknown: none };
  const pieces = new Pieces();
  const escapes: number[] = [];
  const unknown: Span[] = [];
  let length = 0;
  for (const { kind, start, end } of parseTemplate(text.text).parts) {
    const until = kind === 'escape' ? start + 1 : end;
    if (kind === 'escape') escapes.push(length);
    else if (kind !== 'literal') unknown.push({ start: length, end: length + until - start });
    let at = start;
    for (const piece of text.pieces(start, until)) {
      const size = piece.end - piece.start;
      pieces.add(text.text.slice(at, at + size), piece.start);
      at += size;
    }
    length += until - start;
  }
  return { text: pieces.done(), escapes, unknown };
}
