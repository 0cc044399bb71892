import type { Span } from '../../text/span.js';
import type { RunCommand } from '../model/types.js';

/** The words of a command from its program, behind `sudo` and its like, to `to`, or the program alone. */
export function runHead({ words, command }: RunCommand, to?: { readonly span: Span }): Span {
  const program = words[0]?.span ?? command.span;
  return { start: program.start, end: (to?.span ?? program).end };
}
