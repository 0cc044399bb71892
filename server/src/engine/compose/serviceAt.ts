import type { LintDocument } from '../rule.js';

/** The name of the service that stands at a place of a Compose file. */
export function serviceAt(doc: LintDocument, offset: number): string | undefined {
  if (doc.language !== 'compose') return undefined;
  for (const { name, span } of doc.services.values()) if (span.start <= offset && offset <= span.end) return name;
  return undefined;
}
