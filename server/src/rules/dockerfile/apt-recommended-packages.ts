import { insertOption } from '../../engine/dockerfile/edit/options.js';
import {
  hasOption,
  headOf,
  isDry,
  mayHideOptions,
  optionUses,
  packageCommands,
} from '../../engine/dockerfile/packages/read.js';
import { aptRecommends, mayBeConfigured } from '../../engine/dockerfile/packages/settings.js';
import type { PackageCommand } from '../../engine/dockerfile/packages/types.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';

const flag = '--no-install-recommends';
const equivalents: Equivalents = {
  hadolint: ['DL3015'],
  trivy: ['DS-0029'],
  kics: ['APT-GET Not Avoiding Additional Packages'],
};
/** Any spelling that apt takes for no. */
const no = /^(?:APT::Install-Recommends=)?(?:false|0|no|off|without|disable)$/i;

export default defineRule({
  id: 'apt-recommended-packages',
  language: 'dockerfile',
  title: 'Install only the packages you name with apt-get',
  severity: 'info',
  profile: 'recommended',
  guide: 'reducing-image-size#packages-from-apt',
  link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  tags: ['size', 'apt'],
  equivalents,
  differs: { DL3015: 'apt counts too, and a configuration file of apt may switch recommended packages off.' },
  fixes: ['unsafe'],

  *check(doc) {
    for (const command of packageCommands(doc, 'apt')) {
      const { program, verb, run } = command;
      if (program === 'aptitude' || verb?.value !== 'install' || isSwitchedOff(command)) continue;
      if (isDry(command) || mayHideOptions(command) || mayBeConfigured(doc, command, aptRecommends)) continue;
      const edit = run.args.includes(verb) ? insertOption(run.command, verb, flag) : undefined;
      yield {
        at: headOf(command),
        message: `${program} also installs packages that are only recommended, which makes the image larger.`,
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
        equivalents: program === 'apt-get' ? equivalents : {},
      };
    }
  },
});

function isSwitchedOff(command: PackageCommand): boolean {
  if (hasOption(command, { long: ['no-install-recommends'] })) return true;
  return optionUses(command, { short: 'o', long: ['option', 'install-recommends'] }).some(({ value }) =>
    no.test(value ?? ''),
  );
}
