import { insertAfter, isUnfinished } from '../../engine/dockerfile/edit/instructions.js';
import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { nonRootFixes } from '../../engine/dockerfile/user/fixes.js';
import { formerUser, givesUpRoot, isPrivileged, userName } from '../../engine/dockerfile/user/privileges.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'root-user',
  language: 'dockerfile',
  title: 'Switch back from root behind the steps that need it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'run-as-non-root',
  link: 'https://docs.docker.com/build/building/best-practices/#user',
  tags: ['security', 'user'],
  equivalents: {
    hadolint: ['DL3002'],
    trivy: ['DS-0002'],
    checkov: ['CKV_DOCKER_8'],
    kics: ["Last User Is 'root'"],
    dockle: ['CIS-DI-0001'],
  },
  differs: { DL3002: 'Entry points that are known to step down from root, as that of postgres, may start as root.' },
  fixes: ['unsafe'],

  *check(doc) {
    const stage = doc.finalStage;
    const user = stage?.user;
    const word = user?.words[0];
    if (stage === undefined || user === undefined || word === undefined || givesUpRoot(doc, stage)) return;
    const name = userName(doc, user);
    if (name === undefined || !isPrivileged(name)) return;
    yield {
      at: word.span,
      message: `The program runs as ${name}, and whoever breaks into it can change everything in the container.`,
      fixes: () => fixes(doc, stage, user),
      equivalents: {
        hadolint: ['DL3002'],
        dockle: ['CIS-DI-0001'],
        ...(/^(?:root|0)$/.test(name) ? { trivy: ['DS-0002'] } : {}),
        ...(word.text === 'root' ? { checkov: ['CKV_DOCKER_8'], kics: ["Last User Is 'root'"] } : {}),
      },
    };
  },
});

function fixes(doc: DockerfileDocument, stage: Stage, user: Instruction): readonly Fix[] {
  if (stage.instructions.some(isUnfinished)) return [];
  const needed = stage.instructions.findLast(({ keyword, index }) => keyword === 'RUN' && index > user.index);
  const former = formerUser(doc, stage, user);
  if (former === undefined)
    return nonRootFixes(doc, stage, needed === undefined && doc.stageOf(user) === stage ? user : undefined);
  const back = needed ?? (doc.stageOf(user) === stage ? undefined : stage.from);
  return [
    {
      title: `Switch back to ${former} (check that it may write where the program writes)`,
      safety: 'unsafe',
      edits: () =>
        back === undefined ? [{ span: user.bodySpan, text: former }] : insertAfter(doc, back, [`USER ${former}`]),
    },
  ];
}
