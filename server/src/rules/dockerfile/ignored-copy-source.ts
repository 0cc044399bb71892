import { ignoredSources, type IgnoredSource } from '../../engine/dockerfile/context/ignored.js';
import { sourceFacts } from '../../engine/dockerfile/context/missing.js';
import { appendLines, deleteLine } from '../../engine/dockerignore/edits.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'ignored-copy-source',
  language: 'dockerfile',
  title: 'Copy nothing that the ignore file leaves out',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerignore',
  link: 'https://docs.docker.com/reference/build-checks/copy-ignored-file/',
  tags: ['correctness', 'context'],
  equivalents: { buildkit: ['CopyIgnoredFile'] },
  differs: {
    CopyIgnoredFile:
      'Follows exceptions (`!`), bind mounts and what a wildcard matches, where BuildKit is silent; says nothing where it is not clear which folder is the context.',
  },
  fixes: ['suggestion'],

  facts: sourceFacts,

  *check(doc, { facts }) {
    for (const found of ignoredSources(doc, facts)) {
      const { source, file, by, alsoBuildKit } = found;
      yield {
        at: source.span,
        message: messageOf(found),
        related: [{ path: file.path, at: by.span, message: 'This line leaves it out.' }],
        fixes: () => fixesOf(found),
        equivalents: alsoBuildKit ? { buildkit: ['CopyIgnoredFile'] } : {},
      };
    }
  },
});

function messageOf({ source: { path, wildcard, by: command }, file, by, inside }: IgnoredSource): string {
  const reason = `${shown(by.text)} in ${shown(file.path)}`;
  if (path === '') return `${reason} leaves out the whole context, so ${command} copies nothing.`;
  if (wildcard) return `${reason} leaves out all that ${shown(path)} matches, so ${command} copies nothing.`;
  if (inside) return `${reason} leaves out everything in ${shown(path)}, so nothing of it reaches the build.`;
  return `${reason} leaves out ${shown(path)}, so the build does not find it and fails here.`;
}

function fixesOf({ source: { path }, file, by, exception }: IgnoredSource): readonly Fix[] {
  const { doc } = file;
  if (doc === undefined || path === '') return [];
  const remove: Fix = {
    title: `Remove ${shown(by.text)} from ${shown(file.path)}`,
    safety: 'suggestion',
    edits: () => [{ path: file.path, edits: [deleteLine(by)] }],
  };
  const fixes = by.value === path ? [remove] : [];
  if (exception === undefined) return fixes;
  const add: Fix = {
    title: `Add ${shown(exception)} to ${shown(file.path)}`,
    safety: 'suggestion',
    edits: () => [{ path: file.path, edits: [appendLines(doc.source, [exception])] }],
  };
  return [...fixes, add];
}
