import { insertOption } from '../../engine/dockerfile/arguments.js';
import { commandHead } from '../../engine/dockerfile/install/cleanup.js';
import { defineRule } from '../../engine/rule.js';
import { flagUses, hasFlag, operands } from '../../engine/shell/options.js';
import { unwrap } from '../../engine/shell/unwrap.js';

const flag = '--no-install-recommends';
const tools: ReadonlySet<string | undefined> = new Set(['apt', 'apt-get']);
/** apt-get(8): options that take the next word. */
const withValue = ['-o', '--option', '-c', '--config-file', '-t', '--target-release', '-a', '--host-architecture'];

export default defineRule({
  id: 'apt-recommended-packages',
  language: 'dockerfile',
  title: 'Install only the packages you name with apt-get',
  severity: 'info',
  profile: 'recommended',
  guide: 'reducing-image-size#packages-from-apt',
  link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  tags: ['size', 'apt'],
  equivalents: {
    hadolint: ['DL3015'],
    trivy: ['DS-0029'],
    kics: ['APT-GET Not Avoiding Additional Packages'],
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const command of doc.runCommands) {
      const { name, args, words } = unwrap(command);
      if (!tools.has(name)) continue;
      const install = operands({ args }, withValue)[0];
      if (install?.value !== 'install' || hasFlag({ args }, { long: ['no-install-recommends'] }, withValue)) continue;
      // The same switch as an option, in any spelling that apt takes for no.
      const options = flagUses({ args }, { short: 'o', long: ['option'] }, withValue);
      if (
        options.some(({ value }) => /^APT::Install-Recommends=(?:false|0|no|off|without|disable)$/i.test(value ?? ''))
      ) {
        continue;
      }
      const edit = insertOption(command, install, flag);
      yield {
        at: commandHead({ ...command, words }, install),
        message: `${name ?? ''} also installs packages that are only recommended, which makes the image larger.`,
        fixes:
          edit === undefined
            ? []
            : [
                {
                  title: `Add ${flag} (what you need of the recommended packages must then be named)`,
                  safety: 'unsafe',
                  edits: () => [edit],
                },
              ],
      };
    }
  },
});
