/** A set of characters: those in the ranges of code points, or all others. */
export interface CharSet {
  readonly ranges: readonly (readonly [number, number])[];
  readonly negated: boolean;
}

const last = 0x10ffff;

/** Every character. */
export const all: CharSet = { ranges: [], negated: true };
/** Go's `.`: every character but a line feed. */
export const dot: CharSet = { ranges: [[10, 10]], negated: true };

/** One character. */
export function only(code: number): CharSet {
  return { ranges: [[code, code]], negated: false };
}

export function holds({ ranges, negated }: CharSet, code: number): boolean {
  for (const [low, high] of ranges) {
    if (low <= code && code <= high) return !negated;
  }
  return negated;
}

/** Whether two sets have a character in common. */
export function meet(a: CharSet, b: CharSet): boolean {
  const left = positive(a);
  const right = positive(b);
  return left.some(([low, high]) => right.some(([start, end]) => low <= end && start <= high));
}

/** The ranges of a set, or what lies between those of a negated one. */
export function positive({ ranges, negated }: CharSet): CharSet['ranges'] {
  if (!negated) return ranges;
  const gaps: (readonly [number, number])[] = [];
  let next = 0;
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (low > next) gaps.push([next, low - 1]);
    next = Math.max(next, high + 1);
  }
  if (next <= last) gaps.push([next, last]);
  return gaps;
}

const digits = [[48, 57]] as const;
const upper = [[65, 90]] as const;
const lower = [[97, 122]] as const;
const letters = [...upper, ...lower];
const word = [...digits, ...letters, [95, 95]] as const;
const blanks = [
  [9, 10],
  [12, 13],
  [32, 32],
] as const;

/** `\d`, `\S`, …, in Go's regexp/syntax. */
export const perlClasses: ReadonlyMap<string, CharSet> = new Map([
  ['d', { ranges: digits, negated: false }],
  ['D', { ranges: digits, negated: true }],
  ['s', { ranges: blanks, negated: false }],
  ['S', { ranges: blanks, negated: true }],
  ['w', { ranges: word, negated: false }],
  ['W', { ranges: word, negated: true }],
]);

/** `[:alpha:]`, …, in Go's regexp/syntax. */
export const namedClasses: ReadonlyMap<string, CharSet['ranges']> = new Map<string, CharSet['ranges']>([
  ['alnum', [...digits, ...letters]],
  ['alpha', letters],
  ['ascii', [[0, 127]]],
  [
    'blank',
    [
      [9, 9],
      [32, 32],
    ],
  ],
  [
    'cntrl',
    [
      [0, 31],
      [127, 127],
    ],
  ],
  ['digit', digits],
  ['graph', [[33, 126]]],
  ['lower', lower],
  ['print', [[32, 126]]],
  [
    'punct',
    [
      [33, 47],
      [58, 64],
      [91, 96],
      [123, 126],
    ],
  ],
  [
    'space',
    [
      [9, 13],
      [32, 32],
    ],
  ],
  ['upper', upper],
  ['word', word],
  [
    'xdigit',
    [
      [48, 57],
      [65, 70],
      [97, 102],
    ],
  ],
]);
