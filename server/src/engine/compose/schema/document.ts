import { memoised } from '../../memo.js';
import { touches } from '../../text/span.js';
import type { ComposeDocument } from '../types.js';
import { checkSchema } from './check.js';
import type { SchemaProblem } from './problems.js';

/** Names of files that stand for themselves; others may be laid over a file or be included in one. */
const whole = /(?:^|[/\\])(?:docker-)?compose\.ya?ml$/;

/**
 * What the schema has against the file. Where another file or an earlier document may give what is missing, nothing is
 * said of that: Compose looks at the schema each time it has laid a file or a document over those before it
 * (compose-go, loader/loader.go).
 */
export const schemaProblemsOf = memoised((doc: ComposeDocument): readonly SchemaProblem[] => {
  const alone = doc.path === undefined || whole.test(doc.path);
  const problems = doc.roots.flatMap((root, index) =>
    checkSchema(root).problems.filter(
      (problem) => !lacks(problem) || (alone && !extended(doc, problem) && !isGiven(doc, index, problem)),
    ),
  );
  const unread = doc.problems.filter(({ code }) => code === 'yaml-syntax');
  // What cannot be read is no list or text yet: one finding says so.
  return problems.filter((problem) => !unread.some(({ span }) => touches(span, problem.span)));
});

/** Whether a document above has the service, the volume or whatever it is that something lacks in. */
function isGiven({ roots }: ComposeDocument, index: number, { path: [section, name] }: SchemaProblem): boolean {
  return roots.slice(0, index).some((root) => {
    const value = root.get(String(section));
    return name === undefined ? value !== undefined : value?.kind === 'map' && value.entry(String(name)) !== undefined;
  });
}

function lacks({ kind }: SchemaProblem): boolean {
  return kind === 'missing-key' || kind === 'empty';
}

/** Whether it stands in a service that takes the rest from another one. */
function extended(doc: ComposeDocument, { path }: SchemaProblem): boolean {
  const [section, name] = path;
  return section === 'services' && doc.services.get(String(name))?.get('extends') !== undefined && path.length > 2;
}
