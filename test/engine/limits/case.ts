/** `size` is that of the text that is linted; fixes are tried on a smaller one of the same kind. */
export interface Case {
  readonly name: string;
  readonly size: number;
  readonly small?: number;
  readonly text: (size: number) => string;
  readonly expected: Readonly<Record<string, number>>;
}

/** `count` lines. */
export function each(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}
