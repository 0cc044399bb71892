import { unwantedEntries, unwantedReads } from '../../engine/dockerfile/context/unwanted.js';
import { contextFacts, contextOfIgnoreFile } from '../../engine/dockerfile/context/users.js';
import { copiesWhole } from '../../engine/dockerfile/context/wholeCopies.js';
import { appendLines } from '../../engine/dockerignore/edits.js';
import { ignoreListOf } from '../../engine/dockerignore/negations.js';
import type { FactQuery } from '../../engine/facts.js';
import { defineRule } from '../../engine/rule.js';
import { enumerated } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-ignore-entry',
  language: 'dockerignore',
  title: 'Leave out what the build makes itself, secrets and history',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerignore#the-better-way',
  link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  tags: ['context', 'cache', 'security'],
  equivalents: {},
  fixes: ['unsafe'],
  wholeFile: true,

  facts(doc, known) {
    const context = contextOfIgnoreFile(doc, known);
    const reads = unwantedReads(context?.entries ?? []);
    const folder = context?.folder ?? '';
    return [...contextFacts(doc, known), ...reads.map((name): FactQuery => ({ kind: 'read', path: folder + name }))];
  },

  *check(doc, { facts }) {
    const context = contextOfIgnoreFile(doc, facts);
    const dockerfiles = context?.dockerfiles.filter(copiesWhole) ?? [];
    const list = ignoreListOf(doc);
    if (context === undefined || dockerfiles.length === 0 || list.unclear) return;
    const unwanted = unwantedEntries(context.entries, dockerfiles, (name) => facts.read(context.folder + name));
    const missing = unwanted.filter(
      ({ name, exists }) => exists && !list.ignores(name) && list.verdict(name).by === undefined,
    );
    const reasons = missing.filter(({ matters }) => matters);
    if (reasons.length === 0) return;
    const whole = { start: 0, end: doc.source.lineSpan(0).end };
    yield {
      at: doc.patterns[0]?.span ?? whole,
      message: `The build copies everything, and no line leaves out ${enumerated(reasons.map(({ name }) => name))}, which it does not need.`,
      fixes: [
        {
          title: `Add ${enumerated(missing.map(({ name }) => name))} (the build then no longer gets ${missing.length > 1 ? 'them' : 'it'})`,
          safety: 'unsafe',
          edits: () => [
            appendLines(
              doc.source,
              missing.map(({ pattern }) => pattern),
            ),
          ],
        },
      ],
    };
  },
});
