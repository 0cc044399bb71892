import { memoised } from '../../memo.js';
import type { Fix } from '../../rule.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Heredoc } from '../syntax/types.js';
import { expandedUses } from './expanded.js';
import { standingOf } from './standing.js';
import type { UndefinedUse } from './undefined.js';

/**
 * Fixes that leave a dollar sign as it is: quotes around the end marker of a heredoc in which nothing is set, else the
 * escape character. Never throws.
 */
export function plainDollar(doc: DockerfileDocument, { all, heredoc }: UndefinedUse): readonly Fix[] {
  if (heredoc !== undefined && isLiteral(doc, heredoc)) {
    const end = heredoc.span.end;
    const marker = { start: end - heredoc.name.length, end };
    const edits = () => [{ span: marker, text: `'${heredoc.name}'` }];
    if (doc.source.slice(marker) !== heredoc.name) return [];
    return [{ title: `Quote ${heredoc.name} (Docker then leaves the whole text as it is)`, safety: 'unsafe', edits }];
  }
  const escape = heredoc === undefined ? doc.syntax.escape : '\\';
  const edits = () => all.map(({ span: { start } }) => ({ span: { start, end: start }, text: escape }));
  return [{ title: `Write ${escape}$ for the dollar sign (the text then stays as it is)`, safety: 'unsafe', edits }];
}

/** Whether a heredoc has no variable that is set, and no escape that quotes would keep. */
function isLiteral(doc: DockerfileDocument, heredoc: Heredoc): boolean {
  return !heredoc.body.text.includes('\\') && !withSetVariable(doc).has(heredoc);
}

const withSetVariable = memoised(
  (doc: DockerfileDocument): ReadonlySet<Heredoc | undefined> =>
    new Set(
      expandedUses(doc).flatMap((use) =>
        use.heredoc === undefined || standingOf(doc, use) === 'unset' ? [] : [use.heredoc],
      ),
    ),
);
