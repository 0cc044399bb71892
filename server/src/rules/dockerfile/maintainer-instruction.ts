import { labelsOf } from '../../engine/dockerfile/labels/labels.js';
import { asAuthorsLabel, authorsKey } from '../../engine/dockerfile/labels/authors.js';
import { removeInstruction } from '../../engine/dockerfile/edit/remove.js';
import { defineRule, type Fix } from '../../engine/rule.js';

export default defineRule({
  id: 'maintainer-instruction',
  language: 'dockerfile',
  title: 'Name the authors in a label',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/build-checks/maintainer-deprecated/',
  tags: ['labels'],
  equivalents: {
    hadolint: ['DL4000'],
    buildkit: ['MaintainerDeprecated'],
    trivy: ['DS-0022'],
    checkov: ['CKV_DOCKER_6'],
    kics: ['MAINTAINER Instruction Being Used'],
  },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const instruction of doc.byKeyword('MAINTAINER')) {
      // Behind ONBUILD it is refused, without a name too.
      if (instruction.parent !== undefined || instruction.body.text === '') continue;
      const stage = doc.stageOf(instruction);
      const there = labelsOf(doc).some(
        ({ key, instruction: label }) => key === authorsKey && doc.stageOf(label) === stage,
      );
      const fix: Fix = there
        ? {
            title: 'Remove MAINTAINER (a label names the authors already)',
            safety: 'unsafe',
            edits: () => removeInstruction(doc, instruction),
          }
        : { title: 'Change to a label', safety: 'safe', edits: () => asAuthorsLabel(doc, instruction) };
      yield {
        at: instruction.keywordSpan,
        message: `MAINTAINER is deprecated and few tools show it; the label ${authorsKey} takes its place.`,
        fixes: [fix],
      };
    }
  },
});
