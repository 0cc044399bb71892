import { flagUses, operands, type FlagNames, type FlagUse } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import { removeCommandOrRun, removeLetter, removeWords } from '../edit/removeCommand.js';
import type { DockerfileDocument, RunCommand } from '../model/types.js';
import { managers } from '../packages/managers.js';
import type { GivenUp } from './types.js';

interface Option {
  readonly programs: readonly string[];
  /** Options that take the next word. */
  readonly values: readonly string[];
  readonly flag: FlagNames;
  /** The value with which it counts; with none it counts without a value, or with one that means yes. */
  readonly value?: RegExp;
  readonly checkov?: string;
}

const no = '(?:0|false|no|off|n)';
const curlValues = [
  '-o',
  '-H',
  '-d',
  '-X',
  '-A',
  '-u',
  '-e',
  '-b',
  '-c',
  '-C',
  '-D',
  '-E',
  '-F',
  '-K',
  '-m',
  '-P',
  '-Q',
]
  .concat([
    '-r',
    '-t',
    '-T',
    '-w',
    '-x',
    '-y',
    '-Y',
    '-z',
    '-h',
    '--output',
    '--header',
    '--data',
    '--request',
    '--user',
  ])
  .concat([
    '--user-agent',
    '--retry',
    '--retry-delay',
    '--max-time',
    '--connect-timeout',
    '--proxy',
    '--cacert',
    '--url',
  ])
  .concat(['--write-out', '--form', '--cert', '--key', '--data-raw', '--data-binary', '--output-dir', '--resolve']);
const wgetValues = [
  '-O',
  '-o',
  '-a',
  '-P',
  '-t',
  '-T',
  '-U',
  '-e',
  '-i',
  '-D',
  '-A',
  '-R',
  '-Q',
  '-w',
  '-l',
  '-B',
  '-X',
  '-I',
];
const pip = ['pip', 'pip2', 'pip3', 'uv', 'python', 'python3', 'python2'];
const rpmPrograms = [...managers.yum.programs, ...managers.dnf.programs, 'yum-config-manager', 'dnf-config-manager'];
const rpm = { programs: [...rpmPrograms, 'yum-builddep'], values: managers.dnf.values };

/** curl(1), wget(1), pip(1), npm-config(7), git(1), dnf.conf(5), apt-transport-https(1), apk(8), aria2c(1), kubectl(1) */
const options: readonly Option[] = [
  {
    programs: ['curl'],
    values: curlValues,
    flag: { short: 'k', long: ['insecure', 'proxy-insecure', 'doh-insecure'] },
    checkov: 'CKV2_DOCKER_2',
  },
  { programs: ['wget'], values: wgetValues, flag: { long: ['no-check-certificate'] }, checkov: 'CKV2_DOCKER_3' },
  {
    programs: pip,
    values: ['--trusted-host', '--allow-insecure-host'],
    flag: { long: ['trusted-host', 'allow-insecure-host'] },
    value: /./,
    checkov: 'CKV2_DOCKER_4',
  },
  { programs: ['npm', 'yarn', 'pnpm'], values: [], flag: { long: ['strict-ssl'] }, value: new RegExp(`^${no}$`, 'i') },
  { programs: ['npm', 'yarn', 'pnpm'], values: [], flag: { long: ['no-strict-ssl'] } },
  {
    programs: ['git'],
    values: ['-c', '-C'],
    flag: { short: 'c' },
    value: new RegExp(`^http\\.(?:.+\\.)?sslverify=${no}$`, 'i'),
  },
  {
    ...rpm,
    flag: { long: ['setopt'] },
    value: new RegExp(`^(?:[^=]+\\.)?sslverify=${no}$`, 'i'),
    checkov: 'CKV2_DOCKER_15',
  },
  {
    programs: managers.apt.programs,
    values: managers.apt.values,
    flag: { short: 'o', long: ['option'] },
    value: new RegExp(`^Acquire::https::(?:[^=]+::)?Verify-(?:Peer|Host)=${no}$`, 'i'),
  },
  { programs: ['apk'], values: managers.apk.values, flag: { long: ['no-check-certificate'] } },
  { programs: ['aria2c'], values: [], flag: { long: ['check-certificate'] }, value: new RegExp(`^${no}$`, 'i') },
  { programs: ['kubectl', 'helm', 'oc'], values: [], flag: { long: ['insecure-skip-tls-verify'] } },
];

/** What a word must have in it for any of these; most commands have none. */
const hint = /insecure|trusted-host|certificate|strict-ssl|sslverify|Verify-|^-[A-Za-z]*k/i;

/** Options with which a program talks to a server that may be anybody. Never throws. */
export function* uncheckedByOption(doc: DockerfileDocument): Iterable<GivenUp> {
  for (const { programs, values, flag, value, checkov } of options) {
    for (const run of doc.runsOf(...programs)) {
      if (!run.args.some((word) => hint.test(word.value)) || isOtherPython(run)) continue;
      if (doc.stageOf(run.command.instruction)?.os === 'windows') continue;
      for (const use of flagUses(run, flag, values)) {
        const counts =
          value === undefined ? !/^(?:0|false|no|off)$/i.test(use.value ?? '') : value.test(use.value ?? '');
        if (counts) yield found(doc, run, use, flag.short, checkov);
      }
    }
  }
}

/** Python that runs something else than pip. */
function isOtherPython({ name = '', args }: RunCommand): boolean {
  return name.startsWith('python') && !(args[0]?.value === '-m' && args[1]?.value === 'pip');
}

function found(
  doc: DockerfileDocument,
  run: RunCommand,
  { word, valueWord }: FlagUse,
  short: string | undefined,
  checkov: string | undefined,
): GivenUp {
  const last = valueWord ?? word;
  const bundled = short === 'k' && !word.value.startsWith('--') && word.value !== '-k';
  const text = bundled ? '-k' : last === word ? word.value : `${word.value} ${last.value}`;
  return {
    at: { start: word.span.start, end: last.span.end },
    text,
    what: `${run.name ?? ''} ${text}`,
    checkov,
    edits: () => (bundled ? removeLetter(word, 'k') : removeWords(doc, run.command, [word, last])),
  };
}

interface Configuring {
  readonly programs: readonly string[];
  /** The operands, options left out, joined by blanks. */
  readonly words: RegExp;
  readonly checkov?: string;
}

/** Subcommands that write such a setting down for what follows. */
const configuring: readonly Configuring[] = [
  {
    programs: ['npm', 'yarn', 'pnpm'],
    words: new RegExp(`^(?:c(?:onfig)? )?set (?:-[gL] )?(?:strict-ssl|enableStrictSsl)[ =]${no}$`, 'i'),
    checkov: 'CKV2_DOCKER_13',
  },
  { programs: ['git'], words: new RegExp(`^config (?:set )?http\\.(?:\\S+\\.)?sslverify ${no}$`, 'i') },
  { programs: pip, words: /^(?:pip )?config set \S*\.trusted-host \S/i, checkov: 'CKV2_DOCKER_16' },
  { programs: ['conda', 'mamba', 'micromamba'], words: new RegExp(`^config ssl_verify ${no}$`, 'i') },
  { programs: ['bundle', 'bundler'], words: /^config (?:set )?ssl_verify_mode 0$/i },
  { programs: ['composer'], words: /^config disable-tls (?:1|true)$/i },
  {
    programs: ['dnf', 'dnf5'],
    words: new RegExp(`^config-manager setopt (?:\\S+ )*(?:\\S+\\.)?sslverify=${no}\\b`, 'i'),
    checkov: 'CKV2_DOCKER_15',
  },
];

/** Commands that switch the check off for all that follows. Never throws. */
export function* uncheckedByConfiguration(doc: DockerfileDocument): Iterable<GivenUp> {
  for (const { programs, words, checkov } of configuring) {
    for (const run of doc.runsOf(...programs)) {
      if (run.args.length < 2 || doc.stageOf(run.command.instruction)?.os === 'windows') continue;
      const given = operands(run, ['--file', '-f', '-m', '-n', '--name', '-p']);
      if (!words.test(given.map(({ value }) => value).join(' '))) continue;
      const [first, last] = [run.words[0], given.at(-1)];
      if (first === undefined || last === undefined) continue;
      const text = written(run.words, last);
      yield {
        at: { start: first.span.start, end: last.span.end },
        text,
        what: text,
        checkov,
        edits: () => removeCommandOrRun(doc, run.command),
      };
    }
  }
}

function written(words: readonly ShellWord[], last: ShellWord): string {
  return words
    .slice(0, words.indexOf(last) + 1)
    .map(({ value }) => value)
    .join(' ');
}
