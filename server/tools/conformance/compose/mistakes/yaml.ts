import type { Span } from '../../../../src/engine/text/span.js';
import type { Base } from './base.js';
import type { Random } from './random.js';
import type { Mistake, Planted } from './types.js';

function mistake(id: string, plant: Mistake['plant']): Mistake {
  return { id, stage: 'YAML', plant };
}

/** Lines that no reader of YAML takes, as a key of a service. */
const lines: readonly (readonly [string, readonly string[]])[] = [
  ['unclosed double quote', ['hostname: "box', 'labels: {}']],
  ['unclosed single quote', ["hostname: 'box", 'labels: {}']],
  ['unclosed list', ['dns: [1.1.1.1, 8.8.8.8']],
  ['unclosed braces', ['labels: {a: b']],
  ['text behind a quote', ['hostname: "box" one']],
  ['unknown escape', ['hostname: "b\\qox"']],
  ['two colons in a line', ['hostname: box: one']],
  ['reserved character', ['hostname: @box']],
  ['backtick', ['hostname: `box`']],
  ['unknown alias', ['dns: *nowhere']],
  ['merge of a text', ['<<: defaults']],
  ['list below a text', ['hostname: box', '  - one']],
  ['no colon', ['hostname box']],
];

export const yamlMistakes: readonly Mistake[] = [
  ...lines.map(([id, text]) => mistake(id, (base, random) => base.add(random, ...text))),
  mistake('tab for indentation', (base, random) => {
    const entry = random.of(base.entries());
    if (entry === undefined) return undefined;
    const start = base.lineStart(entry.keySpan.start);
    return planted(base, start, entry.keySpan.start, '\t\t', entry.keySpan.end);
  }),
  mistake('one blank too few', (base, random) => shifted(base, random, (indent) => indent.slice(1))),
  mistake('one blank too many', (base, random) => shifted(base, random, (indent) => `${indent} `)),
  mistake('key that comes twice', (base, random) => {
    const entry = random.of(base.entries(({ value }) => value?.kind === 'scalar' && value.anchor === undefined));
    if (entry === undefined) return undefined;
    const line = base.text.slice(base.lineStart(entry.keySpan.start), base.lineEnd(entry.keySpan.start));
    const made = base.insert(base.lineStart(entry.keySpan.start), `${line}${base.newline}`);
    return alsoAt(made, entry.span);
  }),
  mistake('service that comes twice', (base, random) => {
    const { service } = random.of(base.services) ?? {};
    const made = service && base.declare('services', `${service.name}:`, '  image: nginx:1.29');
    return made && alsoAt(made, service.nameSpan);
  }),
  mistake('section that comes twice', (base) => {
    const place = base.insert(base.text.length, `${ended(base)}services:${base.newline}  more:${base.newline}`);
    return { ...place, text: `${place.text}    image: nginx:1.29${base.newline}` };
  }),
  mistake('alias in itself', (base) => base.insert(base.text.length, `${ended(base)}x-loop: &loop [*loop]`)),
  mistake('list at the top', (base) => base.insert(base.text.length, `${ended(base)}- one${base.newline}`)),
  mistake('text at the top', (base) => base.insert(base.text.length, `${ended(base)}services${base.newline}`)),
];

/** A line of a service with other blanks before it. */
function shifted(base: Base, random: Random, change: (indent: string) => string): Planted | undefined {
  // Not the first key, which says how far all of them stand.
  const entry = random.of(
    base.services.flatMap(({ map }) =>
      map.entries.slice(1).filter(({ merged, keySpan }) => !merged && (base.indentAt(keySpan.start) ?? '') !== ''),
    ),
  );
  if (entry === undefined) return undefined;
  const { start } = entry.keySpan;
  return planted(base, base.lineStart(start), start, change(base.indentAt(start) ?? ''), base.lineEnd(start));
}

/** Other text from `start` to `end`, to be found up to `last` in the text as it was. */
function planted(base: Base, start: number, end: number, insert: string, last: number): Planted {
  const { text } = base.replace({ start, end }, insert);
  return { text, places: [{ start, end: last + insert.length - (end - start) }] };
}

/** A place of the text as it was counts as well: the other of two. */
function alsoAt({ text, places }: Planted, { start, end }: Span): Planted {
  const [made] = places;
  const shift = made !== undefined && made.start <= start ? made.end - made.start : 0;
  return { text, places: [...places, { start: start + shift, end: end + shift }] };
}

function ended({ text, newline }: Base): string {
  return text.endsWith('\n') ? '' : newline;
}
