import { parseCompose } from '../../../server/src/engine/compose/document.js';
import type { ComposeDocument } from '../../../server/src/engine/compose/types.js';
import { SourceText } from '../../../server/src/engine/text/source.js';
import type { Span } from '../../../server/src/engine/text/span.js';

/** A Compose file as rules see it. */
export function parse(text: string, path = 'compose.yaml'): ComposeDocument {
  return parseCompose(new SourceText(text), path);
}

/** What stands at a place. */
export function at(doc: ComposeDocument, span: Span | undefined): string | undefined {
  return span && doc.source.slice(span);
}

/** A service with these lines, indented by two blanks more than `services` and its name. */
export function service(lines: string): ComposeDocument {
  return parse(`services:\n  web:\n${lines.replace(/^(?=.)/gm, '    ')}\n`);
}
