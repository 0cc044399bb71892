import { ignoreFileOf } from '../../engine/dockerfile/context/ignoreFile.js';
import { leaveOut } from '../../engine/dockerfile/context/leaveOut.js';
import { secretMounts } from '../../engine/dockerfile/context/secretCopyFix.js';
import { copiedSecrets, secretFacts, type CopiedSecrets } from '../../engine/dockerfile/context/secrets.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { literalPattern } from '../../engine/dockerignore/edits.js';
import type { Facts } from '../../engine/facts.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { enumerated, shown } from '../../engine/wording.js';

export default defineRule({
  id: 'copied-secret-file',
  language: 'dockerfile',
  title: 'Keep files with secrets out of the image',
  severity: 'warning',
  profile: 'recommended',
  guide: 'build-secrets',
  link: 'https://docs.docker.com/build/building/secrets/',
  tags: ['security', 'secrets', 'context'],
  equivalents: { trivy: ['DS-0031'], dockle: ['CIS-DI-0010'] },
  differs: {
    'DS-0031':
      'Speaks at the COPY, by the name and the text of the file, of private keys in every stage and of other secrets only in stages that reach the image.',
  },
  fixes: ['unsafe'],

  facts: secretFacts,

  *check(doc, { facts }) {
    for (const found of copiedSecrets(doc, facts)) {
      yield {
        at: found.source.span,
        message: messageOf(found),
        fixes: () => fixesOf(doc, found, facts),
        equivalents: {
          ...(found.knownToTrivy && { trivy: ['DS-0031'] }),
          ...(found.knownToDockle && { dockle: ['CIS-DI-0010'] }),
        },
      };
    }
  },
});

function messageOf({ source, paths, file, proven, named, shipped }: CopiedSecrets): string {
  const verb = proven ? 'holds' : 'may hold';
  const reader = shipped ? 'everyone who has the image can read' : 'stays in the build cache';
  if (named) {
    const how = 'mount it with RUN --mount=type=secret, or give it to the container when it starts';
    return `${shown(source.path)} ${verb} ${file.what} that ${reader}; ${how}.`;
  }
  const several = paths.length > 1;
  const taken = `${source.by} ${shown(source.value)} takes ${enumerated(paths)} along`;
  const holds = several ? verb.replace('holds', 'hold') : verb;
  return `${taken}, which ${holds} ${several ? 'secrets' : file.what} that ${reader}; leave ${several ? 'them' : 'it'} out with an ignore file.`;
}

function fixesOf(doc: DockerfileDocument, { source, paths, named }: CopiedSecrets, facts: Facts): readonly Fix[] {
  if (named) {
    const mounts = secretMounts(doc, source);
    if (mounts === undefined) return [];
    const { id, program, edits } = mounts;
    const title = `Mount it as a secret for ${program} (docker build then needs --secret id=${id},src=${source.path})`;
    return [{ title, safety: 'unsafe', edits: () => edits }];
  }
  const file = ignoreFileOf(doc, facts);
  if (file === undefined || file.list.unclear) return [];
  const them = paths.length > 1 ? 'them' : 'it';
  const title = `Leave ${enumerated(paths)} out with ${shown(file.path)} (the image then lacks ${them})`;
  return [{ title, safety: 'unsafe', edits: () => leaveOut(file, paths.map(literalPattern)) }];
}
