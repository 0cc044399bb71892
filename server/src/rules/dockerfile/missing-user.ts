import type { Stage } from '../../engine/dockerfile/model/types.js';
import { nonRootFixes } from '../../engine/dockerfile/user/fixes.js';
import { givesUpRoot, isPrivileged } from '../../engine/dockerfile/user/privileges.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-user',
  language: 'dockerfile',
  title: 'Run the container as a user without special rights',
  severity: 'warning',
  profile: 'recommended',
  guide: 'run-as-non-root',
  link: 'https://docs.docker.com/build/building/best-practices/#user',
  tags: ['security', 'user'],
  equivalents: {
    trivy: ['DS-0002'],
    checkov: ['CKV_DOCKER_3'],
    kics: ['Missing User Instruction'],
    dockle: ['CIS-DI-0001'],
  },
  differs: {
    'DS-0002':
      'Only the last stage counts. Silent where the base image is known to run as an ordinary user or to give up root by itself, where the entry point of the file does, and for files without a program on scratch.',
    CKV_DOCKER_3: 'As for DS-0002; a USER in a stage that is thrown away does not count.',
  },
  fixes: ['unsafe'],
  wholeFile: true,

  *check(doc) {
    const stage = doc.finalStage;
    if (stage?.image === undefined || stage.user !== undefined) return;
    if (startsUnprivileged(stage) || givesUpRoot(doc, stage) || onlyFiles(stage) || stage.known?.userKnown === false)
      return;
    const admin = stage.os === 'windows' ? 'ContainerAdministrator' : 'root';
    yield {
      at: stage.image.span,
      message:
        stage.known === undefined && stage.baseImage?.familiar !== 'scratch'
          ? `No USER is set, so the program runs as ${admin} unless ${stage.baseImage?.familiar ?? stage.image.value} chooses another user.`
          : `No USER is set, so the program runs as ${admin}, and whoever breaks into it can change everything in the container.`,
      fixes: () => nonRootFixes(doc, stage),
    };
  },
});

function startsUnprivileged({ known }: Stage): boolean {
  return known?.defaultUser !== undefined && !isPrivileged(known.defaultUser);
}

/** `FROM scratch` without a program to start: files for another build or for `docker build --output`. */
function onlyFiles({ baseImage, cmd, entrypoint }: Stage): boolean {
  return baseImage?.familiar === 'scratch' && cmd === undefined && entrypoint === undefined;
}
