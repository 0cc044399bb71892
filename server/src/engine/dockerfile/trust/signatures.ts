import { flagUses, type FlagNames, type FlagUse } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import type { Span } from '../../text/span.js';
import { removeWords } from '../edit/removeCommand.js';
import type { DockerfileDocument, RunCommand } from '../model/types.js';
import { managers } from '../packages/managers.js';
import type { Manager } from '../packages/types.js';
import type { GivenUp } from './types.js';

interface Switch {
  readonly programs: readonly string[];
  readonly values: readonly string[];
  readonly flag: FlagNames;
  readonly checkov?: string;
  /** The value with which it counts, where it takes one. */
  readonly value?: RegExp;
  /** Whether the command installs anything. */
  readonly installs?: (run: RunCommand) => boolean;
}

const of = (manager: Manager) => ({ programs: managers[manager].programs, values: managers[manager].values });
const rpmFamily = {
  programs: [...managers.yum.programs, ...managers.dnf.programs, 'yum-config-manager', 'dnf-config-manager'].concat([
    'yum-builddep',
    'debuginfo-install',
    'repoquery',
    'yumdownloader',
  ]),
  values: managers.dnf.values,
};
/** rpm(8): `-i`, `-U` and `-F` in any bundle; queries and verification take the same options. */
const rpmInstalls = ({ args }: RunCommand): boolean =>
  args.some(({ value }) => /^(?:-[A-Za-z]*[iUF][A-Za-z]*|--(?:install|upgrade|freshen|reinstall))$/.test(value)) &&
  !args.some(({ value }) => /^(?:-[A-Za-z]*[qVKe][A-Za-z]*|--(?:query|verify|checksig|erase))$/.test(value));

/** `apk index` and `apk verify` only read files. */
const apkInstalls = ({ args }: RunCommand): boolean =>
  !args.some(({ value }) => /^(?:index|verify|manifest|mkndx|mkpkg|info|del)$/.test(value));

/** apk(8), apt-get(8), apt-secure(8), yum(8), dnf(8), rpm(8), zypper(8) */
const switches: readonly Switch[] = [
  { ...of('apk'), flag: { long: ['allow-untrusted'] }, checkov: 'CKV2_DOCKER_7', installs: apkInstalls },
  { ...of('apt'), flag: { long: ['allow-unauthenticated'] }, checkov: 'CKV2_DOCKER_8' },
  { ...of('apt'), flag: { long: ['force-yes'] }, checkov: 'CKV2_DOCKER_11' },
  { ...of('apt'), flag: { long: ['allow-insecure-repositories'] } },
  {
    ...of('apt'),
    flag: { short: 'o', long: ['option'] },
    value:
      /^(?:APT::Get::(?:AllowUnauthenticated|force-yes)|Acquire::AllowInsecureRepositories)=(?:1|true|yes|on|with|enable)$/i,
  },
  { ...rpmFamily, flag: { long: ['nogpgcheck', 'no-gpgchecks', 'no-gpg-checks'] }, checkov: 'CKV2_DOCKER_9' },
  { ...rpmFamily, flag: { long: ['setopt'] }, value: /^(?:[^=]*\.)?(?:pkg_)?gpgcheck=(?:0|false|no|off)$/i },
  {
    programs: ['rpm'],
    values: [],
    flag: { long: ['nodigest', 'nosignature', 'noverify', 'nofiledigest'] },
    checkov: 'CKV2_DOCKER_10',
    installs: rpmInstalls,
  },
  { ...of('zypper'), flag: { long: ['no-gpg-checks', 'allow-unsigned-rpm'] } },
];

/** To ask the text first: hardly any file has one of them. */
const anywhere =
  /gpg-?checks?|allow-un|force-yes|insecure-?rep|AllowUnauth|--no(?:digest|signature|verify|filedigest)/i;

/** Options with which packages are installed whoever signed them. Never throws. */
export function* acceptedUnsigned(doc: DockerfileDocument): Iterable<GivenUp> {
  if (!anywhere.test(doc.source.text)) return;
  for (const { programs, values, flag, checkov, value, installs } of switches) {
    for (const run of doc.runsOf(...programs)) {
      if (installs?.(run) === false || doc.stageOf(run.command.instruction)?.os === 'windows') continue;
      for (const use of flagUses(run, flag, values)) {
        if (isOff(use, value)) continue;
        const last = use.valueWord ?? use.word;
        const text =
          use.valueWord === undefined || last === use.word ? use.word.value : `${use.word.value} ${last.value}`;
        yield {
          at: { start: use.word.span.start, end: last.span.end },
          text,
          what: `${run.name ?? ''} ${text}`,
          checkov,
          edits: () => removeWords(doc, run.command, [use.word, last]),
        };
      }
    }
  }
}

/** `--allow-unauthenticated=false`, or a value that says something else. */
function isOff({ value }: FlagUse, wanted: RegExp | undefined): boolean {
  if (wanted !== undefined) return value === undefined || !wanted.test(value);
  return value !== undefined && /^(?:0|false|no|off|without|disable)$/i.test(value);
}

/** `deb [trusted=yes] …` (sources.list(5)), not for a folder of the image itself, and `gpgcheck=0` (yum.conf(5)) as a RUN writes them. */
const lines: readonly { readonly pattern: RegExp; readonly group: RegExp }[] = [
  { pattern: /\bdeb(?:-src)?\s+\[[^\]\n]*\btrusted=yes\b[^\]\n]*\]\s+(?!file:|copy:)/, group: /\btrusted=yes\b/ },
  { pattern: /^[^#\n]*\bgpgcheck\s*=\s*0\b/m, group: /\bgpgcheck\s*=\s*0\b/ },
];
const writers: ReadonlySet<string | undefined> = new Set(['echo', 'printf', 'tee', 'cat', 'sed', 'add-apt-repository']);

/** Text that a RUN writes into the configuration of a package manager, with which unsigned packages are installed. Never throws. */
export function* writtenUnsigned(doc: DockerfileDocument): Iterable<GivenUp> {
  if (!/trusted=yes|gpgcheck\s*=\s*0/.test(doc.source.text)) return;
  for (const { command, name, args } of doc.runsOf(...([...writers] as string[]))) {
    const bodies = command.redirects.flatMap(({ body }) => body ?? []);
    for (const word of [...args, ...bodies]) {
      for (const { pattern, group } of lines) {
        const found = pattern.exec(word.value);
        const inner = found === null ? null : group.exec(found[0]);
        // `sed s/gpgcheck=0/gpgcheck=1/` puts it right.
        if (found === null || inner === null || (name === 'sed' && !setsIt(word.value, inner[0]))) continue;
        const start = found.index + inner.index;
        yield {
          at: placeIn(word, start, start + inner[0].length),
          text: inner[0],
          what: inner[0],
          checkov: undefined,
          edits: () => undefined,
        };
      }
    }
  }
}

/** Whether the text stands in what sed puts in. */
function setsIt(script: string, text: string): boolean {
  return script.lastIndexOf(text) > script.length / 2;
}

function placeIn(word: ShellWord, start: number, end: number): Span {
  return word.content?.span(start, end) ?? word.span;
}
