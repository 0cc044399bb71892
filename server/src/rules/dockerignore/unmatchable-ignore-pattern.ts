import { buildsWindows, windowsFacts } from '../../engine/dockerfile/context/users.js';
import { deleteLine } from '../../engine/dockerignore/edits.js';
import type { IgnorePattern } from '../../engine/dockerignore/types.js';
import { unmatchable, type Unmatchable } from '../../engine/dockerignore/unmatchable.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const messages: Readonly<Record<Unmatchable['kind'], string>> = {
  root: 'This line stands for the context itself, which Docker never leaves out; "*" stands for everything in it.',
  outside: 'This path leads out of the build context, where nothing is sent from anyway.',
  braces: 'Docker knows no braces and looks for a name that has them; write a line for each.',
  backslash: 'Docker takes a backslash for an escape, not for the sign between folders; write "/".',
  quotes: 'Docker takes the quotes for a part of the name, so this line matches nothing.',
  home: 'Docker looks for a folder of this name in the build context, not for your home folder.',
};

export default defineRule({
  id: 'unmatchable-ignore-pattern',
  language: 'dockerignore',
  title: 'Write patterns that can match something',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerignore#rules-of-the-file',
  link: 'https://docs.docker.com/build/concepts/context/#syntax',
  tags: ['correctness'],
  equivalents: {},
  fixes: ['safe', 'unsafe'],

  facts: windowsFacts,

  *check(doc, { facts }) {
    for (const pattern of doc.patterns) {
      const found = unmatchable(pattern);
      if (found === undefined || (found.kind === 'backslash' && buildsWindows(doc, facts))) continue;
      yield { at: found.at, message: messages[found.kind], fixes: fixesOf(found, pattern, doc.source.eol) };
    }
  },
});

function fixesOf({ kind, meant }: Unmatchable, pattern: IgnorePattern, eol: string): readonly Fix[] {
  if (kind === 'outside') {
    return [{ title: 'Remove the line', safety: 'safe', edits: () => [deleteLine(pattern)] }];
  }
  if (meant === undefined) return [];
  const effect = pattern.negated ? 'lets files in' : 'leaves files out';
  return [
    {
      title: `Write it as ${shown(meant.join(', '))} (which then ${effect})`,
      safety: 'unsafe',
      edits: () => [{ span: pattern.span, text: meant.join(eol) }],
    },
  ];
}
