import { parseBytes, parseDuration } from '../forms/quantities.js';

/** What a person may have meant by a duration that Compose cannot read: `10` is `10s`, `5 min` is `5m`. Never throws. */
export function mendedDuration(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const short = text
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '')
    .replace(/(\d),(\d)/, '$1.$2')
    .replaceAll(/milliseconds?|millis|msecs?/g, 'ms')
    .replaceAll(/seconds?|secs?/g, 's')
    .replaceAll(/minutes?|mins?/g, 'm')
    .replaceAll(/hours?|hrs?/g, 'h')
    .replaceAll(/days?/g, 'd')
    .replaceAll(/weeks?/g, 'w');
  const mended = /^[\d.]+$/.test(short) ? `${short}s` : short;
  return mended !== text && parseDuration(mended) !== undefined ? mended : undefined;
}

/** What a person may have meant by a size that Compose cannot read: `1,5 GB` is `1.5gb`. Never throws. */
export function mendedBytes(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const mended = text
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replace(/(\d),(\d)/, '$1.$2')
    .replace(/kilobytes?$/, 'k')
    .replace(/(?:megabytes?|megs?)$/, 'm')
    .replace(/(?:gigabytes?|gigs?)$/, 'g')
    .replace(/bytes?$/, 'b')
    .replace(/([kmgt])o$/, '$1b');
  return mended !== text && parseBytes(mended) !== undefined ? mended : undefined;
}

/** What a person may have meant by a number: `0,5` is `0.5`, `50%` is `0.5`, `500m` is `0.5` as in Kubernetes. Never throws. */
export function mendedNumber(text: string): string | undefined {
  const plain = text.trim();
  const [, digits, unit] = /^(\d{1,9})(%|m)$/.exec(plain) ?? [];
  if (digits !== undefined) return String(Number(digits) / (unit === '%' ? 100 : 1000));
  const number = plain.replace(/^(\d+),(\d+)$/, '$1.$2');
  return number !== text && /^\d+(?:\.\d+)?$/.test(number) ? number : undefined;
}
