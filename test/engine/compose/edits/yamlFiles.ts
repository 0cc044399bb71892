import fc from 'fast-check';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A Compose-like file in some style, and what it says. */
export interface YamlFile {
  readonly text: string;
  readonly value: { readonly [key: string]: Value };
}

interface Style {
  readonly step: number;
  readonly dash: number;
  readonly quote: '"' | "'";
  readonly eol: string;
}

const words = fc.constantFrom(
  'a',
  'b',
  'image',
  'x.y',
  '80:80',
  '${A:-x}',
  'a b',
  'no',
  "it's",
  '',
  '#x',
  'a: b',
  '012',
);
const scalars: fc.Arbitrary<Value> = fc.oneof(words, fc.integer({ min: 0, max: 99 }), fc.boolean(), fc.constant(null));
const keys = fc.constantFrom('image', 'ports', 'cap_add', 'deploy', 'limits', 'labels', 'command', 'user');

const { value: values } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
}));

const services = fc.dictionary(
  fc.constantFrom('web', 'db', 'cache'),
  fc.dictionary(keys, values, { minKeys: 1, maxKeys: 5 }),
  { minKeys: 1, maxKeys: 3 },
);

const styles: fc.Arbitrary<Style> = fc.record({
  step: fc.constantFrom(2, 3, 4),
  dash: fc.constantFrom(0, 2, 4),
  quote: fc.constantFrom('"', "'"),
  eol: fc.constantFrom('\n', '\r\n'),
});

/** Files in block and flow style, with comments, empty lines, both quotes and both line ends. */
export const yamlFiles: fc.Arbitrary<YamlFile> = fc
  .tuple(services, styles, fc.infiniteStream(fc.nat(99)), fc.boolean())
  .map(([value, style, stream, lastLineEnds]) => {
    const dice = (): number => (stream.next().value ?? 0) as number;
    const lines = ['services:', ...new Writer(style, dice).entries(value).map((line) => ' '.repeat(style.step) + line)];
    return { text: lines.join(style.eol) + (lastLineEnds ? style.eol : ''), value: { services: value } };
  });

class Writer {
  readonly #style: Style;
  readonly #dice: () => number;

  constructor(style: Style, dice: () => number) {
    this.#style = style;
    this.#dice = dice;
  }

  entries(map: { readonly [key: string]: Value }): readonly string[] {
    return Object.entries(map).flatMap(([key, value]) => [...this.#between(), ...this.#entry(key, value)]);
  }

  #entry(key: string, value: Value): readonly string[] {
    const isNested = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    if (value === null && this.#dice() < 50) return [`${key}:${this.#comment()}`];
    if (typeof value === 'string' && value !== '' && this.#dice() < 10) {
      return [`${key}: |-${this.#comment()}`, `${' '.repeat(this.#style.step)}${value}`];
    }
    if (!isNested || this.#dice() < 25) return this.#bracketed(`${key}: `, value);
    if (!isList(value)) return [`${key}:${this.#comment()}`, ...indent(this.entries(value), this.#style.step)];
    return [`${key}:${this.#comment()}`, ...indent(this.#items(value), this.#style.dash)];
  }

  #items(list: readonly Value[]): readonly string[] {
    return list.flatMap((item) => {
      const isMap = typeof item === 'object' && item !== null && !isList(item) && Object.keys(item).length > 0;
      if (!isMap || this.#dice() < 30) return [...this.#between(), ...this.#bracketed('- ', item)];
      const [first = '', ...rest] = this.entries(item).filter((line) => !/^(?:#|$)/.test(line));
      return [...this.#between(), `- ${first}`, ...indent(rest, 2)];
    });
  }

  /** In brackets, sometimes over several lines. */
  #bracketed(before: string, value: Value): readonly string[] {
    const isNested = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    if (!isNested || this.#dice() < 60) return [before + this.#flow(value) + this.#comment()];
    const parts = isList(value)
      ? value.map((item) => this.#flow(item))
      : Object.entries(value).map(([key, item]) => `${key}: ${this.#flow(item)}`);
    const comma = this.#dice() < 50 ? ',' : '';
    const inner = parts.map((part, index) => part + (index < parts.length - 1 ? ',' : comma) + this.#comment());
    const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
    return [before + open, ...indent(inner, 6), `${' '.repeat(4)}${close}${this.#comment()}`];
  }

  #flow(value: Value): string {
    if (isList(value)) return `[${value.map((item) => this.#flow(item)).join(this.#dice() < 50 ? ', ' : ' , ')}]`;
    if (typeof value === 'object' && value !== null) {
      const blank = this.#dice() < 50 ? ' ' : '';
      const parts = Object.entries(value).map(([key, item]) => `${key}: ${this.#flow(item)}`);
      return `{${blank}${parts.join(', ')}${blank}}`;
    }
    if (typeof value !== 'string') return String(value);
    if (/^[a-z.]+$/.test(value) && value !== 'no' && this.#dice() < 70) return value;
    const quote = this.#dice() < 80 ? this.#style.quote : '"';
    return quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  }

  #comment(): string {
    return this.#dice() < 15 ? ' # note, [x] {y}: z' : '';
  }

  #between(): readonly string[] {
    const dice = this.#dice();
    return dice < 5 ? [''] : dice < 10 ? ['# above'] : [];
  }
}

function indent(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
