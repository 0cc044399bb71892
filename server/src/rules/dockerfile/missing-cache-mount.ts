import { cacheFixes } from '../../engine/dockerfile/install/cache/fix.js';
import { cacheNeeds } from '../../engine/dockerfile/install/cache/needs.js';
import { runHead } from '../../engine/dockerfile/install/runHead.js';
import { yarnFacts } from '../../engine/dockerfile/install/yarn.js';
import { weaklyMemoised } from '../../engine/memo.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-cache-mount',
  language: 'dockerfile',
  title: 'Keep downloads between builds in cache mounts',
  severity: 'info',
  profile: 'all',
  guide: 'build-cache#cache-mounts',
  link: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
  tags: ['cache', 'speed'],
  equivalents: {},
  fixes: ['safe', 'unsafe'],

  facts: yarnFacts,

  *check(doc, { facts }) {
    const needs = cacheNeeds(doc, facts);
    const fixesOf = weaklyMemoised((all: typeof needs) => cacheFixes(doc, all));
    for (const [instruction, own] of needs) {
      const [first] = own;
      if (first === undefined) continue;
      const { run } = first.at;
      const names = own.map(({ tool }) => tool.name);
      const last = names.at(-1) ?? '';
      const subject =
        names.length === 1 ? `${last} downloads` : `${names.slice(0, -1).join(', ')} and ${last} download`;
      yield {
        at: runHead(
          run,
          run.args.find(({ value }) => !value.startsWith('-')),
        ),
        message: `${subject} everything again whenever this step runs; a cache mount keeps it between builds.`,
        fixes: () => fixesOf(needs).get(instruction),
      };
    }
  },
});
