import { dotenvOf } from '../../engine/compose/variables/dotenvFiles.js';
import { envFiles, type ListedFile } from '../../engine/compose/files/listed.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-env-file-line',
  language: 'compose',
  title: 'Write each line of an env file as NAME=value',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',
  tags: ['files', 'variables'],
  equivalents: {},
  fixes: [],

  facts: (doc) => readable(doc).map(({ path }) => ({ kind: 'read', path })),

  *check(doc, { facts }) {
    for (const { path, use } of readable(doc)) {
      const text = facts.read(path);
      const [first, ...more] = text === undefined ? [] : dotenvOf(text).problems;
      if (text === undefined || first === undefined) continue;
      const line = text.slice(0, first.span.start).split('\n').length;
      const others = more.length === 0 ? '' : ` and ${more.length} more`;
      yield {
        at: use.path.span,
        message: `Line ${line}${others} of ${shown(path)} cannot be read: ${uncapitalised(first.message)}`,
        owner: use.node.span,
        related: [first, ...more].slice(0, 10).map(({ span, message }) => ({ path, at: span, message })),
      };
    }
  },
});

/** Files in the usual form; the one called `raw` has rules of its own. */
function readable(doc: ComposeDocument): readonly ListedFile[] {
  return envFiles(doc).filter(({ use }) => use.format === undefined);
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
