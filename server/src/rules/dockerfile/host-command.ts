import { commandHead } from '../../engine/dockerfile/install/cleanup.js';
import { defineRule } from '../../engine/rule.js';

/** hadolint DL3001, and what its message names besides. */
const programs = ['free', 'ifconfig', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim'] as const;

export default defineRule({
  id: 'host-command',
  language: 'dockerfile',
  title: 'Leave out commands that mean nothing while an image is built',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#run',
  tags: ['shell'],
  equivalents: { hadolint: ['DL3001'], kics: ['Run Utilities And POSIX Commands'] },
  fixes: [],
  differs: { DL3001: 'Finds the command behind sudo and env too, and lets ssh be where the RUN mounts an SSH key.' },

  *check(doc) {
    for (const { command, name = '', words } of doc.runsOf(...programs)) {
      if (name === 'ssh' && mountsSsh(command.instruction.flags)) continue;
      const [word] = words;
      yield {
        at: word === undefined ? command.span : commandHead({ ...command, words }, word),
        message: `${name} looks at or changes a running system, and there is none while an image is built.`,
        ...(name === 'ifconfig' ? { equivalents: { kics: ['Run Utilities And POSIX Commands'] } } : {}),
      };
    }
  },
});

function mountsSsh(
  flags: readonly {
    readonly name: string;
    readonly options: readonly { readonly name: string; readonly value?: string }[];
  }[],
): boolean {
  return flags.some(({ options }) => options.some(({ name, value }) => name === 'type' && value === 'ssh'));
}
