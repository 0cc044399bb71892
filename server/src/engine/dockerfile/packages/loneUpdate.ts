import type { Fix } from '../../rule.js';
import { isNeededLater } from '../install/apkIndex.js';
import { readsLists } from '../install/aptLists.js';
import { mountHolds } from '../install/mounts.js';
import { deleteInstruction } from '../edit/instructions.js';
import { loneHeredoc } from '../model/commands.js';
import type { DockerfileDocument } from '../model/types.js';
import { unwrap } from '../../shell/unwrap.js';
import type { Instruction } from '../syntax/types.js';
import { packageRuns } from './read.js';
import type { PackageCommand } from './types.js';

/** Where managers keep lists that stay as they are until somebody fetches them again; the others look for themselves. */
const folders = { apt: ['/var/lib/apt/lists', '/var/lib/apt'], apk: ['/var/cache/apk'] } as const;
/** Programs that install nothing for certain. */
const harmless: ReadonlySet<string | undefined> = new Set(
  [
    'apt-cache',
    'apt-config',
    'apt-key',
    'apt-mark',
    'cat',
    'chmod',
    'chown',
    'cp',
    'curl',
    'date',
    'dpkg-query',
    'echo',
  ]
    .concat([
      'env',
      'export',
      'false',
      'find',
      'getent',
      'gpg',
      'grep',
      'head',
      'id',
      'install',
      'ln',
      'locale-gen',
      'ls',
    ])
    .concat([
      'mkdir',
      'mv',
      'printenv',
      'printf',
      'pwd',
      'rm',
      'sed',
      'set',
      'sleep',
      'sort',
      'tail',
      'tee',
      'test',
      'touch',
    ])
    .concat([
      'tr',
      'true',
      'uname',
      'unset',
      'wc',
      'wget',
      'which',
      '[',
      ':',
      '[[',
      'cd',
      'exit',
      'awk',
      'sync',
      'ldconfig',
    ])
    .concat([
      'useradd',
      'groupadd',
      'adduser',
      'addgroup',
      'usermod',
      'lsb_release',
      'sha256sum',
      'tar',
      'apt',
      'apt-get',
    ])
    .concat(['aptitude', 'apk', 'yes', 'add-apt-repository', 'update-ca-certificates']),
);

/** The last command of a RUN that fetches package lists for nobody in this RUN. Never throws. */
export function loneUpdate(
  doc: DockerfileDocument,
  run: Instruction,
  commands: readonly PackageCommand[],
): PackageCommand | undefined {
  const last = commands.findLastIndex(({ action }) => action === 'refresh');
  const update = commands[last];
  if (update === undefined) return undefined;
  const manager = update.manager === 'apk' ? 'apk' : 'apt';
  if (folders[manager].some((folder) => mountHolds(run, folder, doc))) return undefined;
  if (commands.slice(last + 1).some(({ action }) => action !== 'clean' && action !== 'remove')) return undefined;
  const { end } = update.run.command.span;
  const others = doc.commandsOf(run).filter(({ span, words }) => span.start >= end && words.length > 0);
  return others.every((command) => harmless.has(unwrap(command).name)) ? update : undefined;
}

/** The fix for an update that stands alone; undefined where there is no certain one. Never throws. */
export function mergeUpdate(doc: DockerfileDocument, run: Instruction, update: PackageCommand): Fix | undefined {
  const { span } = update.run.command;
  const alone = span.start === run.bodySpan.start && span.end === run.bodySpan.end && run.innerComments.length === 0;
  if (!alone || doc.commandsOf(run).length !== 1 || run.parent !== undefined || !isPlain(run)) return undefined;
  if (update.manager === 'apk') {
    return isNeededLater(doc, run)
      ? undefined
      : {
          title: 'Delete this RUN (a script that reads the index then finds none)',
          safety: 'unsafe',
          edits: () => [deleteInstruction(doc, run)],
        };
  }
  const install = nextInstall(doc, run);
  if (install === undefined) return undefined;
  const start = install.bodySpan.start;
  return {
    title: `Move ${update.program} update into the RUN that installs (it then runs whenever that step changes)`,
    safety: 'unsafe',
    edits: () => [
      deleteInstruction(doc, run),
      { span: { start, end: start }, text: `${doc.source.slice(run.bodySpan)} && ` },
    ],
  };
}

/** The next RUN of the stage, if nothing in between runs and it begins with an install that reads the lists. */
function nextInstall(doc: DockerfileDocument, run: Instruction): Instruction | undefined {
  const { instructions } = doc.syntax;
  let at = run.index + 1;
  while (at < instructions.length && !/^(?:FROM|RUN|USER|SHELL)$/.test(instructions[at]?.keyword ?? '')) at++;
  const next = instructions[at];
  if (next?.keyword !== 'RUN' || !isPlain(next)) return undefined;
  const [first] = doc.commandsOf(next);
  if (
    first === undefined ||
    !readsLists(first) ||
    first.scopes.length > 0 ||
    first.span.start !== next.bodySpan.start
  ) {
    return undefined;
  }
  const commands = packageRuns(doc, 'apt').get(next) ?? [];
  // With `||` behind it, the update would share its excuse.
  const excused = doc.commandsOf(next).some(({ join }) => join === '||' || join === '&');
  return commands.some(({ action }) => action === 'refresh') || excused ? undefined : next;
}

/** Shell form on one piece, without flags and heredocs. */
function isPlain(run: Instruction): boolean {
  return (
    run.json === undefined && run.flags.length === 0 && run.heredocs.length === 0 && loneHeredoc(run) === undefined
  );
}
