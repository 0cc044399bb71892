import { memoised } from '../../memo.js';
import { touches } from '../../text/span.js';
import type { ComposeDocument } from '../types.js';
import { checkSchema } from './check.js';
import type { SchemaProblem } from './problems.js';

/** Names of files that stand for themselves; others may be laid over a file or be included in one. */
const whole = /(?:^|[/\\])(?:docker-)?compose\.ya?ml$/;

/**
 * What the schema has against the file. Where another file or document may give what is missing, nothing is said of
 * that: Compose looks at the schema when it has put all of them together (compose-go, loader/loader.go).
 */
export const schemaProblemsOf = memoised((doc: ComposeDocument): readonly SchemaProblem[] => {
  const alone = doc.roots.length === 1 && (doc.path === undefined || whole.test(doc.path));
  const problems = doc.roots.flatMap((root) => checkSchema(root).problems);
  const unread = doc.problems.filter(({ code }) => code === 'yaml-syntax');
  return problems.filter(
    (problem) =>
      (!lacks(problem) || (alone && !extended(doc, problem))) &&
      // What cannot be read is no list or text yet: one finding says so.
      !unread.some(({ span }) => touches(span, problem.span)),
  );
});

function lacks({ kind }: SchemaProblem): boolean {
  return kind === 'missing-key' || kind === 'empty';
}

/** Whether it stands in a service that takes the rest from another one. */
function extended(doc: ComposeDocument, { path }: SchemaProblem): boolean {
  const [section, name] = path;
  return section === 'services' && doc.services.get(String(name))?.get('extends') !== undefined && path.length > 2;
}
