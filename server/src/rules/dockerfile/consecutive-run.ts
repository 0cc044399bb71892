import { canMerge, mergeRuns } from '../../engine/dockerfile/edit/mergeRuns.js';
import { defineRule } from '../../engine/rule.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';

/** A step with more commands was put together on purpose (hadolint 2.15.1). */
const few = 1;

export default defineRule({
  id: 'consecutive-run',
  language: 'dockerfile',
  title: 'Put short steps that belong together into one RUN',
  severity: 'info',
  profile: 'all',
  guide: 'layer-optimization#one-layer-for-things-that-belong-together',
  link: 'https://docs.docker.com/build/building/best-practices/#run',
  tags: ['layers'],
  equivalents: { hadolint: ['DL3059'], kics: ['Multiple RUN, ADD, COPY, Instructions Listed'] },
  fixes: ['unsafe'],
  differs: { DL3059: 'Silent about here-documents, which are steps of their own by design.' },

  *check(doc) {
    let before: { readonly run: Instruction; readonly first: Instruction; readonly count: number } | undefined;
    for (const run of doc.syntax.instructions) {
      if (run.keyword !== 'RUN' || run.heredocs.length > 0) {
        before = undefined;
        continue;
      }
      const count = countOf(doc, run);
      const previous = before;
      if (
        previous === undefined ||
        flagsOf(doc, previous.first) !== flagsOf(doc, run) ||
        count > few ||
        previous.count > few
      ) {
        before = { run, first: run, count };
        continue;
      }
      before = { ...previous, run };
      const edits = canMerge(doc, previous.run, run);
      yield {
        at: run.keywordSpan,
        message: 'This step and the one above it are short; in one RUN they make one layer.',
        fixes: edits
          ? [
              {
                title: 'Join with the RUN above (both then run again when one of them changes)',
                safety: 'unsafe',
                edits: () => mergeRuns(doc, previous.run, run),
              },
            ]
          : [],
      };
    }
  },
});

function flagsOf({ source }: DockerfileDocument, { flags }: Instruction): string {
  if (flags.length === 0) return '';
  return flags
    .map(({ span }) => source.slice(span))
    .sort()
    .join(' ');
}

/** Commands that hadolint would count: tests are none, and nothing is known of other shells. */
function countOf(doc: DockerfileDocument, run: Instruction): number {
  if (run.json !== undefined) return 1;
  const script = doc.scriptOf(run);
  return (
    script?.commands.filter(({ name, words }) => words.length > 0 && !/^(?:\[\[?|\(\()$/.test(name ?? '')).length ??
    few + 1
  );
}
