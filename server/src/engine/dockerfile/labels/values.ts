import { isLicenseExpression } from './spdx.js';
import type { LabelType } from './schema.js';

/** What a value of the type is, to stand behind “is not”; and how it looks. */
export const typeNames: Readonly<Record<LabelType, string>> = {
  text: 'a text',
  url: 'a URL such as https://example.com/app',
  rfc3339: 'a time such as 2026-11-01T12:00:00Z',
  semver: 'a semantic version such as 1.4.0',
  hash: 'a commit hash in lower case',
  spdx: 'an SPDX licence such as Apache-2.0',
  email: 'an e-mail address',
};

const checks: Readonly<Record<LabelType, (value: string) => boolean>> = {
  text: () => true,
  url: (value) => /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i.test(value),
  rfc3339: isTime,
  semver: (value) =>
    /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[a-z-][\da-z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-z-][\da-z-]*))*)?(?:\+[\da-z-]+(?:\.[\da-z-]+)*)?$/i.test(
      value,
    ),
  hash: (value) => /^(?:[\da-f]{7,40}|[\da-f]{64})$/.test(value),
  spdx: isLicenseExpression,
  email: (value) =>
    /^[^\s@"(),:;<>[\]\\]{1,64}@(?:\[[\da-f.:]+\]|[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*)$/i.test(
      value,
    ),
};

/** Whether a value is of a type. Never throws. */
export function isOfType(value: string, type: LabelType): boolean {
  return value.length <= 4000 && checks[type](value);
}

function isTime(value: string): boolean {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](\d\d):(\d\d))$/i.exec(value)?.map(Number) ?? [];
  const [, year = 0, month = 0, day = 0, hour = 99, minute = 99, second = 99, offset = 0, rest = 0] = match;
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (day < 1 || day > (days[month - 1] ?? 0)) return false;
  return hour < 24 && minute < 60 && second <= 60 && !(offset > 23) && !(rest > 59);
}
