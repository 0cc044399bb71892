import { insertAfter, insertBefore } from '../../engine/dockerfile/edit/instructions.js';
import { healthProposal } from '../../engine/dockerfile/health/proposal.js';
import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import type { Edit } from '../../engine/text/span.js';

export default defineRule({
  id: 'missing-healthcheck',
  language: 'dockerfile',
  title: 'Say how to tell whether the container works',
  severity: 'info',
  profile: 'all',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  tags: ['health'],
  equivalents: {
    hadolint: ['DL3057'],
    trivy: ['DS-0026'],
    checkov: ['CKV_DOCKER_2'],
    kics: ['Healthcheck Instruction Missing'],
    dockle: ['CIS-DI-0006'],
  },
  fixes: ['unsafe', 'suggestion'],
  wholeFile: true,
  differs: { DL3057: 'Asks for one in the final stage only: the others never run as a container.' },

  *check(doc) {
    const stage = doc.finalStage;
    if (stage?.image === undefined || stage.healthcheck !== undefined) return;
    const starts = stage.cmd !== undefined || stage.entrypoint !== undefined;
    if (stage.baseImage?.familiar === 'scratch' || (!starts && stage.known === undefined)) return;
    yield {
      at: stage.image.span,
      message: 'Without HEALTHCHECK, Docker only sees whether the process runs, not whether it answers.',
      fixes: () => fixesOf(doc, stage),
    };
  },
});

function fixesOf(doc: DockerfileDocument, stage: Stage): readonly Fix[] {
  const proposal = healthProposal(doc, stage);
  if (proposal === undefined) return [];
  const { command, asks } = proposal;
  const line = `HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 CMD ${command}`;
  const title = `Add HEALTHCHECK CMD ${command.replace('${1:/}', '/').slice(0, 60)}`;
  if (asks)
    return [
      {
        title: `${title} (check the path)`,
        safety: 'suggestion',
        edits: () => [{ snippet: true, edits: placed(doc, stage, line) }],
      },
    ];
  return [
    {
      title: `${title} (the container may then count as unhealthy)`,
      safety: 'unsafe',
      edits: () => placed(doc, stage, line),
    },
  ];
}

function placed(doc: DockerfileDocument, stage: Stage, line: string): readonly Edit[] {
  const start = stage.instructions.find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const last = stage.instructions.at(-1);
  if (start !== undefined) return insertBefore(doc, start, [line]);
  return last === undefined ? [] : insertAfter(doc, last, [line]);
}
