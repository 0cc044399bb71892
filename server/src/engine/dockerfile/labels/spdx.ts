import { nearest } from '../../didYouMean.js';
import { licenseIds } from './licenses.js';

let known: ReadonlyMap<string, string> | undefined;

/** Identifiers by their lower-case form: SPDX compares them without regard to case. */
function licenses(): ReadonlyMap<string, string> {
  known ??= new Map(
    licenseIds
      .trim()
      .split(/\s+/)
      .map((id) => [id.toLowerCase(), id]),
  );
  return known;
}

/**
 * Whether a text is an SPDX licence expression (SPDX specification, annex D): identifiers, `LicenseRef-…`, AND, OR, WITH
 * and parentheses. Never throws; linear.
 */
export function isLicenseExpression(text: string): boolean {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let depth = 0;
  let wanted: 'licence' | 'operator' | 'exception' = 'licence';
  for (const token of tokens) {
    if (token === '(' && wanted === 'licence') depth++;
    else if (token === ')' && wanted === 'operator' && depth > 0) depth--;
    else if (wanted === 'exception' && /^[\w.+-]+$/.test(token)) wanted = 'operator';
    else if (wanted === 'licence' && isLicense(token)) wanted = 'operator';
    else if (wanted === 'operator' && /^(?:AND|OR|WITH)$/.test(token))
      wanted = token === 'WITH' ? 'exception' : 'licence';
    else return false;
  }
  return wanted === 'operator' && depth === 0;
}

function isLicense(token: string): boolean {
  if (/^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(token)) return true;
  return licenses().has(token.toLowerCase().replace(/\+$/, ''));
}

/** The identifier that a text such as `Apache 2.0` stands for; undefined where none is near. Never throws. */
export function nearestLicense(text: string): string | undefined {
  const words = text
    .trim()
    .replace(/\s+licen[cs]e$/i, '')
    .replaceAll(/[\s_]+v?(?=\d)/gi, '-')
    .replaceAll(/\s+/g, '-');
  return licenses().get(words.toLowerCase()) ?? nearest(words, licenses().values());
}
