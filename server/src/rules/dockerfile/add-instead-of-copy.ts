import { addToCopy, plainSources } from '../../engine/dockerfile/copies/addToCopy.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'add-instead-of-copy',
  language: 'dockerfile',
  title: 'Copy files and folders with COPY',
  severity: 'warning',
  profile: 'recommended',
  guide: 'layer-optimization',
  link: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
  tags: ['files'],
  equivalents: {
    hadolint: ['DL3020'],
    trivy: ['DS-0005'],
    checkov: ['CKV_DOCKER_4'],
    kics: ['Add Instead of Copy'],
    dockle: ['CIS-DI-0009'],
  },
  differs: {
    DL3020:
      'Silent for Git repositories, archives packed with zstd, and sources that only a variable names; ONBUILD and heredocs count too.',
    'DS-0005': 'Each source is looked at by itself, so that an archive beside a plain file hides nothing.',
    CKV_DOCKER_4: 'ADD is right for archives, files on the web and Git repositories.',
  },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const add of doc.byKeyword('ADD')) {
      if (plainSources(doc, add).length === 0) continue;
      yield {
        at: add.keywordSpan,
        message:
          'ADD also unpacks archives and fetches from the web, which can surprise; COPY does only what is meant here.',
        fixes: () => addToCopy(doc, add),
        ...(add.parent === undefined ? {} : { equivalents: {} }),
      };
    }
  },
});
