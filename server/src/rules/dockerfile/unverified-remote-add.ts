import { checksumEdit, unverifiedSources } from '../../engine/dockerfile/copies/remote.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unverified-remote-add',
  language: 'dockerfile',
  title: 'Check what ADD fetches against a checksum',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/dockerfile/#add---checksum',
  tags: ['security', 'reproducible'],
  equivalents: { kics: ['Curl or Wget Instead of Add'] },
  differs: {
    'Curl or Wget Instead of Add':
      'ADD of a file on the web is right with --checksum, and caches better than curl; a Git repository wants a tag or a commit.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const add of doc.byKeyword('ADD')) {
      for (const source of unverifiedSources(doc, add)) {
        const edit = checksumEdit(add, source);
        const isGit = source.kind === 'git';
        yield {
          at: source.word.span,
          message: isGit
            ? 'A branch moves, so every build may get something else; name a tag or a commit behind #, or the commit with --checksum.'
            : 'Whoever controls this address decides what comes into the image; --checksum stops the build when the file is another.',
          fixes:
            edit === undefined
              ? []
              : [
                  {
                    title: isGit ? 'Add --checksum with the commit' : 'Add --checksum=sha256:…',
                    safety: 'suggestion',
                    edits: () => [{ edits: [edit], snippet: true }],
                  },
                ],
          ...(isGit ? { equivalents: {} } : {}),
        };
      }
    }
  },
});
