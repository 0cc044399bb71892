import type { Stage } from '../../engine/dockerfile/model/types.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'curl-and-wget',
  language: 'dockerfile',
  title: 'Download with one tool',
  severity: 'info',
  profile: 'all',
  guide: 'reducing-image-size#leave-out-what-you-do-not-need',
  link: 'https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages',
  tags: ['size'],
  equivalents: { hadolint: ['DL4001'], trivy: ['DS-0014'], kics: ["Run Using 'wget' and 'curl'"] },
  fixes: [],

  *check(doc) {
    const first = new Map<Stage | undefined, string>();
    const told = new Set<unknown>();
    const mixed = new Set<Stage | undefined>();
    const both = [...doc.runsOf('curl'), ...doc.runsOf('wget')].sort(
      (a, b) => a.command.span.start - b.command.span.start,
    );
    for (const { command, name = '', words } of both) {
      const stage = doc.stageOf(command.instruction);
      const other = first.get(stage);
      if (other === undefined) first.set(stage, name);
      else if (other !== name) mixed.add(stage);
      const [word] = words;
      if (!mixed.has(stage) || told.has(command.instruction) || word === undefined) continue;
      told.add(command.instruction);
      yield {
        at: word.span,
        message: 'This stage downloads with both curl and wget; one of them is enough, and one package less.',
      };
    }
  },
});
