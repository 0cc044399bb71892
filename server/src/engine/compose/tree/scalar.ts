/** What a scalar is. */
export type ScalarValue = string | number | boolean | null;

const words: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

/** What a plain scalar stands for in the YAML reader of Compose (go.yaml.in/yaml/v4, resolver.go). Never throws. */
export function plainValue(text: string): ScalarValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(text) || text.length > 400) return text;
  if (text.startsWith('.')) return /^\.\d+(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
  const plain = text.replaceAll('_', '');
  return integer(plain) ?? (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain) ? Number(plain) : text);
}

/** As Go's `strconv.ParseInt` with base 0: a leading zero is octal. */
function integer(text: string): number | undefined {
  const [, sign, prefix, digits] = /^([-+]?)(0[xX]|0[oO]|0[bB]|0(?=\d))?([0-9a-fA-F]+)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const kind = prefix?.slice(1).toLowerCase();
  const [base, allowed] =
    kind === undefined
      ? ([10, /^\d+$/] as const)
      : kind === 'x'
        ? ([16, /^[\da-f]+$/i] as const)
        : kind === 'b'
          ? ([2, /^[01]+$/] as const)
          : ([8, /^[0-7]+$/] as const);
  if (!allowed.test(digits)) return undefined;
  const value = base === 10 ? Number(digits) : parseInt(digits, base);
  return sign === '-' ? -value : value;
}

/** A day or a moment, which Compose reads as one and not as a text. */
export function isTimestamp(text: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?)?$/.test(text);
}

/** The value with a tag of YAML itself in front of it; undefined where Compose refuses the two together. */
export function taggedValue(text: string, tag: string, plain: boolean): ScalarValue | undefined {
  if (tag === '!') return text;
  const kind = /^(?:tag:yaml\.org,2002:|!!)(\w+)$/.exec(tag)?.[1];
  if (kind === undefined || kind === 'str' || kind === 'binary') return text;
  const value = plainValue(text);
  if (kind === 'int') return Number.isInteger(value) ? value : undefined;
  if (kind === 'float') return typeof value === 'number' ? value : undefined;
  if (kind === 'bool') return typeof value === 'boolean' ? value : undefined;
  if (kind === 'null') return value === null ? value : undefined;
  return plain && kind === 'timestamp' && !isTimestamp(text) ? undefined : text;
}
