import { systemTarget } from '../../engine/dockerfile/paths/system.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'system-directory-target',
  language: 'dockerfile',
  title: 'Keep files out of the folders that the system makes',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/dockerfile/#workdir',
  tags: ['paths', 'security'],
  equivalents: { trivy: ['DS-0030'], dockle: ['DKL-DI-0002'] },
  differs: {
    'DS-0030':
      'The folder itself counts as well as what is below it, /sys too, and VOLUME, COPY and ADD besides WORKDIR.',
  },
  fixes: [],

  *check(doc) {
    for (const keyword of ['WORKDIR', 'VOLUME', 'COPY', 'ADD']) {
      for (const instruction of doc.byKeyword(keyword)) {
        for (const { word, folder, path } of systemTarget(doc, instruction)) {
          yield {
            at: word.span,
            message:
              folder === '/'
                ? 'A volume cannot stand in for the root folder, so a container of this image does not start.'
                : keyword === 'VOLUME'
                  ? `A volume on ${shown(path)} hides what the system keeps in ${folder}, and programs that need it fail.`
                  : `The system puts ${folder} in place when the container starts, so what lies in ${shown(path)} is hidden or harms it.`,
            equivalents: {
              ...(keyword === 'WORKDIR' && folder !== '/sys' ? { trivy: ['DS-0030'] } : {}),
              ...(keyword === 'VOLUME' && folder !== '/' ? { dockle: ['DKL-DI-0002'] } : {}),
            },
          };
        }
      }
    }
  },
});
