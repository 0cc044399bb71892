import { misplacedLinks, stageTitle } from '../../engine/dockerfile/stages/order.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'copy-from-own-stage',
  language: 'dockerfile',
  title: 'Copy from another stage',
  severity: 'error',
  profile: 'recommended',
  guide: 'multi-stage-builds',
  link: 'https://docs.docker.com/reference/dockerfile/#copy---from',
  tags: ['stages', 'copy'],
  equivalents: {
    hadolint: ['DL3023'],
    trivy: ['DS-0006'],
    kics: ["COPY '--from' References Current FROM Alias"],
  },
  differs: {
    DL3023:
      'The name counts whatever its case, and the number of the stage too, as Docker reads them; of several stages with one name it means the last.',
  },
  fixes: [],

  *check(doc) {
    for (const { link, stage, source } of misplacedLinks(doc)) {
      if (stage !== source || link.instruction.keyword !== 'COPY') continue;
      const named = link.text.toLowerCase() === stage.name;
      const same = link.text === stage.alias?.value;
      yield {
        at: link.span,
        message: `This is the stage that is being built (${stageTitle(stage)}), and it cannot copy from itself, so the build stops here.`,
        related: [{ at: (stage.alias ?? stage.image ?? stage.from).span, message: 'The stage begins here.' }],
        equivalents: {
          hadolint: same ? ['DL3023'] : [],
          trivy: named ? ['DS-0006'] : [],
          kics: same ? ["COPY '--from' References Current FROM Alias"] : [],
        },
      };
    }
  },
});
