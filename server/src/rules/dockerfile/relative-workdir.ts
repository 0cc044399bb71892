import { absoluteWorkdir, relativeWorkdir } from '../../engine/dockerfile/paths/workdir.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const everywhere = {
  hadolint: ['DL3000'],
  trivy: ['DS-0009'],
  checkov: ['CKV_DOCKER_10'],
  kics: ['WORKDIR Path Not Absolute'],
} as const;

export default defineRule({
  id: 'relative-workdir',
  language: 'dockerfile',
  title: 'Give WORKDIR an absolute path',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/build-checks/workdir-relative-path/',
  tags: ['paths'],
  equivalents: { ...everywhere, buildkit: ['WorkdirRelativePath'] },
  differs: {
    DL3000: 'Variables with a known value count, and so do paths of Windows and ONBUILD.',
    WorkdirRelativePath: 'A relative path behind an absolute one is found too, as by the other tools, with a safe fix.',
  },
  fixes: ['safe', 'suggestion'],

  *check(doc) {
    for (const instruction of doc.byKeyword('WORKDIR')) {
      const relative = relativeWorkdir(doc, instruction);
      const at = instruction.words[0]?.span;
      if (relative === undefined || at === undefined) continue;
      const path = shown(relative.value);
      yield {
        at,
        message: relative.first
          ? `Where ${path} lies depends on the working directory of the base image, which may change; start with a slash.`
          : `Where ${path} lies depends on the WORKDIR above; with the whole path it stays where it is.`,
        fixes: () => absoluteWorkdir(doc, instruction),
        ...(instruction.parent === undefined
          ? relative.first
            ? {}
            : { equivalents: everywhere }
          : { equivalents: {} }),
      };
    }
  },
});
