import type { SourceText } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import type { Heredoc } from '../syntax/types.js';

/**
 * The line that was meant to end a heredoc without an end: its name with blanks around it, or in another case. The
 * span is the line without its line end. Never throws; linear.
 */
export function meantEnd(source: SourceText, { name, bodySpan }: Heredoc): Span | undefined {
  const wanted = name.toLowerCase();
  for (let line = source.lineAt(bodySpan.start); line < source.lineCount; line++) {
    const span = source.lineSpan(line);
    if (span.start >= bodySpan.end) return undefined;
    if (source.slice(span).trim().toLowerCase() === wanted) return span;
  }
  return undefined;
}
