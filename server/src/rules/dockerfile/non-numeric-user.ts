import { userId } from '../../engine/dockerfile/user/numeric.js';
import { isPrivileged, userName } from '../../engine/dockerfile/user/privileges.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'non-numeric-user',
  language: 'dockerfile',
  title: 'Name the user of the container by its number',
  severity: 'info',
  profile: 'all',
  guide: 'run-as-non-root#adding-a-user',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  tags: ['user', 'kubernetes'],
  equivalents: { hadolint: ['DL3066'] },
  differs: {
    DL3066:
      'Only the user that the image starts with, as hadolint itself has it since August 2026; not root, which root-user reports, nor Windows, and variables count with their value.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    const stage = doc.finalStage;
    const user = stage?.user;
    const word = user?.words[0];
    if (stage === undefined || user === undefined || word === undefined || stage.os === 'windows') return;
    const name = userName(doc, user);
    if (name === undefined || name === '' || /^\d+$/.test(name) || isPrivileged(name)) return;
    const id = userId(doc, stage, name);
    const end = word.text.indexOf(':');
    const at = end < 0 ? word.span : word.at(0, end);
    const plain = doc.source.slice(at) === name;
    yield {
      at,
      message: `Kubernetes cannot tell from the name ${shown(name)} that this is not root, and refuses the image under runAsNonRoot; a number says it.`,
      fixes:
        id === undefined || !plain
          ? []
          : [
              {
                title: `Write ${id} for ${name} (the number must stay the one of this user)`,
                safety: 'unsafe',
                edits: () => [{ span: at, text: id }],
              },
            ],
    };
  },
});
