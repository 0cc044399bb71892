import { unownedCopies, type UnownedCopy } from '../../engine/dockerfile/user/unowned.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'copy-without-chown',
  language: 'dockerfile',
  title: 'Give copied files to the user who changes them',
  severity: 'info',
  profile: 'recommended',
  guide: 'run-as-non-root#files-the-process-writes',
  link: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  tags: ['user', 'files'],
  equivalents: {},
  fixes: ['unsafe'],
  options: {
    everywhere: {
      type: 'boolean',
      default: false,
      description:
        'Report every copy that the user of the container does not own, not only where a program plainly writes.',
    },
  },

  *check(doc, { options }) {
    for (const unowned of unownedCopies(doc, options['everywhere'] === true)) {
      const { copy, target, need, owner } = unowned;
      const end = copy.keywordSpan.end;
      yield {
        at: target.span,
        message: message(unowned),
        related: need.kind === 'changed' ? [{ at: need.at, message: `${need.by} runs here.` }] : [],
        fixes:
          owner === undefined
            ? []
            : [
                {
                  title: `Add --chown=${owner} (whoever breaks into the program can then change these files)`,
                  safety: 'unsafe',
                  edits: () => [{ span: { start: end, end }, text: ` --chown=${owner}` }],
                },
              ],
      };
    }
  },
});

function message({ user, need }: UnownedCopy): string {
  const who = shown(user);
  switch (need.kind) {
    case 'changed':
      return `What COPY brings belongs to root whatever USER says, so ${need.by} as ${who} fails; copy it with --chown.`;
    case 'volume':
      return `What is copied belongs to root, also in the volume that starts with it, and ${who} cannot write there; copy it with --chown.`;
    case 'home':
      return `What is copied into the home of ${who} belongs to root, so programs cannot save their settings there; copy it with --chown.`;
    case 'data':
      return `What is copied belongs to root, so ${who} cannot write there, as the name suggests; copy it with --chown.`;
    case 'other':
      return `What is copied belongs to root, so ${who} can read but not change it; copy it with --chown if the program must.`;
  }
}
