import { memoised } from '../../../memo.js';
import { flagUses, hasFlag, operands } from '../../../shell/options.js';
import type { DockerfileDocument } from '../../model/types.js';
import { pipArguments, pipPrograms } from '../pip.js';
import { settingOf } from '../settings.js';
import { pipenvValues } from '../valueOptions.js';
import type { DevStep, DevTool } from './types.js';

/** Whether some `bundle config` leaves groups out. */
const groupsChosen = memoised((doc: DockerfileDocument) =>
  doc
    .runsOf('bundle', 'bundler')
    .some(({ args }) => args[0]?.value === 'config' && args.some(({ value }) => /^(?:without|only)\b/.test(value))),
);

const bundler: DevTool = {
  programs: ['bundle', 'bundler'],
  manifest: 'Gemfile',
  namesAny: (text) => /^\s*(?:group|gem)\b.*:(?:development|test)\b|group.*\[.*\b(?:development|test)\b/m.test(text),
  result: 'bundle',
  reads(doc, run) {
    const [verb, ...others] = operands(run, [
      '-j',
      '--jobs',
      '--retry',
      '--path',
      '--gemfile',
      '--without',
      '--with',
      '--only',
    ]);
    if (verb?.value === 'config')
      return run.args.some(({ value }) => /^(?:without|only|BUNDLE_WITHOUT)/.test(value))
        ? { kind: 'drops' }
        : undefined;
    if (
      others.length > 0 ||
      (verb !== undefined && verb.value !== 'install') ||
      hasFlag(run, { short: 'vh', long: ['version', 'help'] })
    )
      return undefined;
    const configured = groupsChosen(doc);
    const set = ['BUNDLE_WITHOUT', 'BUNDLE_ONLY'].some((name) => settingOf(doc, run, name) !== undefined);
    if (configured || set || hasFlag(run, { long: ['without', 'only'] })) return { kind: 'drops' };
    const path = settingOf(doc, run, 'BUNDLE_PATH') ?? '/usr/local/bundle';
    const shown = verb === undefined ? 'bundle' : 'bundle install';
    return { kind: 'brings', verb, shown, ...(path === '/usr/local/bundle' && { place: '/usr/local' }) };
  },
};

const pipenv: DevTool = {
  programs: ['pipenv'],
  manifest: 'Pipfile',
  namesAny: (text) => /^\[dev-packages\]\s*\n\s*[\w"]/m.test(text),
  result: 'pipenv',
  reads(_doc, run) {
    const [verb] = operands(run, pipenvValues);
    if (!/^(?:install|sync)$/.test(verb?.value ?? '')) return undefined;
    const extra = flagUses(run, { short: 'd', long: ['dev'] }).map(({ word }) => word);
    return extra.length === 0
      ? { kind: 'drops' }
      : { kind: 'brings', verb, shown: `pipenv ${verb?.value ?? ''} --dev`, extra };
  },
};

const developed =
  /(?:^|[-_./])(?:dev|devel|develop|development|test|tests|testing|lint|docs)(?:[-_.](?:requirements|reqs?))?\.(?:txt|in)$|^(?:dev|test)[-_]requirements\.(?:txt|in)$/;

const pip: DevTool = {
  programs: pipPrograms,
  manifest: '',
  namesAny: () => true,
  result: 'site-packages',
  reads(_doc, run): DevStep | undefined {
    const command = pipArguments(run);
    if (command === undefined || operands(command, [...command.values, '-r', '--requirement'])[0]?.value !== 'install')
      return undefined;
    const files = flagUses(command, { short: 'r', long: ['requirement'] }, ['-r', '--requirement']);
    const verb = command.args.find(({ value }) => value === 'install');
    const asked = files.filter(({ value }) => developed.test(value ?? ''));
    const [first] = asked;
    if (first === undefined) return undefined;
    const extra =
      asked.length < files.length
        ? asked.flatMap(({ word, valueWord }) =>
            valueWord === undefined || valueWord === word ? [word] : [word, valueWord],
          )
        : [];
    return { kind: 'brings', verb, shown: `pip install -r ${first.value ?? ''}`, ...(extra.length > 0 && { extra }) };
  },
};

/** Tools that leave packages for development out in other ways than by an option. */
export const otherDevTools: readonly DevTool[] = [bundler, pipenv, pip];
