import { contextOf } from '../../engine/dockerfile/context/folders.js';
import { ignoreFileOf } from '../../engine/dockerfile/context/ignoreFile.js';
import { newIgnoreText } from '../../engine/dockerfile/context/newIgnoreFile.js';
import { contextSources, isWhole } from '../../engine/dockerfile/context/sources.js';
import { unwantedEntries } from '../../engine/dockerfile/context/unwanted.js';
import { wholeCopyFacts } from '../../engine/dockerfile/context/wholeCopies.js';
import { defineRule } from '../../engine/rule.js';
import { enumerated, shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-dockerignore',
  language: 'dockerfile',
  title: 'Keep what the build does not need out of it with a .dockerignore',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerignore',
  link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  tags: ['context', 'cache', 'security'],
  equivalents: {},
  fixes: ['unsafe'],
  wholeFile: true,

  facts: wholeCopyFacts,

  *check(doc, { facts }) {
    const source = contextSources(doc).find((each) => isWhole(each) && each.known && !each.trigger);
    const file = ignoreFileOf(doc, facts);
    const context = contextOf(doc, facts);
    if (source === undefined || file === undefined || context === undefined || file.doc !== undefined) return;
    const { folder, entries } = context;
    if (entries.includes('.containerignore')) return;
    const unwanted = unwantedEntries(entries, [doc], (name) => facts.read(folder + name));
    const reasons = unwanted.filter(({ matters }) => matters);
    if (reasons.length === 0) return;
    const there = reasons.filter(({ exists }) => exists);
    const named = there.length > 0 ? there : reasons;
    const list = enumerated(named.map(({ name }) => name));
    const them = named.length > 1 ? 'them' : 'it';
    const more =
      there.length > 0 ? `along; the build does not need ${them}` : 'along once it is there; the build makes its own';
    yield {
      at: source.span,
      message: `There is no .dockerignore, so ${source.by} ${shown(source.value)} takes ${list} ${more}.`,
      fixes: [
        {
          title: `Create ${shown(file.path)} (the build then no longer gets ${list})`,
          safety: 'unsafe',
          edits: () => {
            const text = newIgnoreText(unwanted, entries);
            return [{ path: file.path, create: true, edits: [{ span: { start: 0, end: 0 }, text }] }];
          },
        },
      ],
    };
  },
});
