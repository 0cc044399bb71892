const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * The milliseconds of a duration such as `1m30s`; undefined where Compose refuses it (github.com/xhit/go-str2duration,
 * which knows days and weeks besides Go's units). Never throws.
 */
export function parseDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const body = text.replace(/^[-+]/, '');
  if (body === '0') return 0;
  if (body === '' || body.length > 200) return undefined;
  let sum = 0;
  let at = 0;
  for (const { 0: all, 1: whole, 2: fraction, 3: unit, index } of body.matchAll(/(\d*)(\.\d*)?([^.\d]+)/g)) {
    const scale = Object.hasOwn(units, unit ?? '') ? units[unit ?? ''] : undefined;
    const digits = `${whole ?? ''}${(fraction ?? '').slice(1)}`;
    if (index !== at || scale === undefined || digits === '') return undefined;
    sum += Number(`${whole || '0'}${fraction === undefined || fraction === '.' ? '' : fraction}`) * scale;
    at += all.length;
  }
  // Go counts nanoseconds in 64 bits.
  return at === body.length && sum * 1e6 < 2 ** 63 ? sign * sum : undefined;
}

const factors: Readonly<Record<string, number>> = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40, p: 2 ** 50 };

/** The bytes of a size such as `512m` or `-1`; undefined where Compose refuses it (docker/go-units, types/bytes.go). */
export function parseBytes(text: string): number | undefined {
  if (/^[-+]?\d{1,18}$/.test(text)) return Number(text);
  const found = /^\+?(\d+(?:_\d+)*\.?\d*|\.\d+)(?:[eE][-+]?\d+)? ?(b|[kmgtp](?:i?b)?)?$/i.exec(text);
  if (found === null || (text.endsWith(' ') && found[2] !== undefined)) return undefined;
  const unit = found[2]?.toLowerCase() ?? 'b';
  const number = Number(
    text
      .slice(0, text.length - (found[2]?.length ?? 0))
      .replaceAll('_', '')
      .trim(),
  );
  return Math.trunc(number * (factors[unit.charAt(0)] ?? 1));
}
