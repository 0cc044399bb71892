import { majorityCase, recased } from '../../engine/dockerfile/edit/casing.js';
import { instructionFacts } from '../../engine/dockerfile/syntax/tables.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'mixed-instruction-casing',
  language: 'dockerfile',
  title: 'Write all instructions in the same case',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/build-checks/consistent-instruction-casing/',
  tags: ['style'],
  equivalents: { buildkit: ['ConsistentInstructionCasing'] },
  differs: {
    ConsistentInstructionCasing: 'An ARG before the first FROM and a trigger behind ONBUILD are told too.',
  },
  fixes: ['safe'],

  *check(doc) {
    const wanted = majorityCase(doc);
    for (const instruction of doc.instructions) {
      const { keyword, keywordSpan, parent } = instruction;
      const written = doc.source.slice(keywordSpan);
      const right = wanted === 'lower' ? keyword.toLowerCase() : keyword;
      if (written === right || instructionFacts(keyword) === undefined) continue;
      const alike = parent === undefined && doc.stageOf(instruction) !== undefined;
      yield {
        at: keywordSpan,
        message: `Most instructions of this file are in ${wanted} case; ${right} is easier to find here than ${written}.`,
        fixes: [{ title: `Change to ${right}`, safety: 'safe', edits: () => recased(instruction, wanted) }],
        ...(!alike && { equivalents: { buildkit: [] } }),
      };
    }
  },
});
