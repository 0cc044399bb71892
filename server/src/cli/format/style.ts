import { styleText } from 'node:util';
import type { Severity } from '../../engine/rule.js';

/** How parts of a report look; plain text when colour is off. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const colours = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' } as const;

/** A style with or without colour. */
export function styleFor(colour: boolean): Style {
  const paint =
    (format: Parameters<typeof styleText>[0]) =>
    (text: string): string =>
      colour ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    added: paint('green'),
    removed: paint('red'),
    severity: (severity, text) => paint(colours[severity])(text),
  };
}
