import { insertOption } from '../../engine/dockerfile/edit/options.js';
import { removesPipCache } from '../../engine/dockerfile/install/cleanup.js';
import { pipCacheMounted, pipInstall, pipPrograms } from '../../engine/dockerfile/install/pip.js';
import { runHead } from '../../engine/dockerfile/install/runHead.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { weaklyMemoised } from '../../engine/memo.js';
import { defineRule } from '../../engine/rule.js';
import { shippedStages } from '../../engine/dockerfile/stages/shipped.js';

/** Without an index only local files are installed. pip takes the start of an option's name for it. */
const keepsNothing = /^--no-(?:ca(?:c(?:h(?:e(?:-(?:d(?:i(?:r)?)?)?)?)?)?)?|index)$/;
const truthy = /^(1|true|on|yes)$/i;

export default defineRule({
  id: 'pip-cache-left',
  language: 'dockerfile',
  title: 'Install Python packages without keeping the download cache',
  severity: 'warning',
  profile: 'recommended',
  guide: 'python-application',
  link: 'https://pip.pypa.io/en/stable/topics/caching/#disabling-caching',
  tags: ['size', 'pip'],
  equivalents: { hadolint: ['DL3042'], kics: ['Pip install Keeping Cached Packages'] },
  fixes: ['safe'],

  *check(doc) {
    const cacheOf = weaklyMemoised((run: Instruction) => ({
      kept: isKept(doc, run),
      removed: doc.commandsOf(run).findLast(removesPipCache)?.span.start ?? -1,
    }));
    for (const run of doc.runsOf(...pipPrograms)) {
      const { command } = run;
      const install = pipInstall(run);
      if (install === undefined || run.args.some(({ value }) => keepsNothing.test(value))) continue;
      const { kept, removed } = cacheOf(command.instruction);
      if (!kept || removed >= command.span.end) continue;
      const edit = insertOption(command, install, '--no-cache-dir');
      yield {
        at: runHead(run, install),
        message: 'pip keeps what it downloads in this layer and makes the image larger; add --no-cache-dir.',
        fixes: edit === undefined ? [] : [{ title: 'Add --no-cache-dir', safety: 'safe', edits: () => [edit] }],
      };
    }
  },
});

/** `PIP_NO_CACHE_DIR` by ENV or ARG, in front of the command, or exported before it in the same RUN. */
function cacheSwitchedOff(doc: DockerfileDocument, run: Instruction): boolean {
  const value = doc.scopeAt(run).get('PIP_NO_CACHE_DIR')?.value;
  if (value !== undefined && truthy.test(value)) return true;
  return doc
    .commandsOf(run)
    .some(
      ({ name, assignments, args }) =>
        assignments.some((a) => a.name === 'PIP_NO_CACHE_DIR' && truthy.test(a.value?.value ?? '')) ||
        (name === 'export' && args.some((a) => /^PIP_NO_CACHE_DIR=(1|true|on|yes)$/i.test(a.value))),
    );
}

/** Whether the cache of a RUN reaches an image that somebody keeps. */
function isKept(doc: DockerfileDocument, run: Instruction): boolean {
  const stage = doc.stageOf(run);
  if (stage !== undefined && !shippedStages(doc).has(stage)) return false;
  return !pipCacheMounted(doc, run) && !cacheSwitchedOff(doc, run);
}
