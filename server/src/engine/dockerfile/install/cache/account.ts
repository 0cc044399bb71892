import { groupBy } from '../../../groups.js';
import { memoised } from '../../../memo.js';
import { flagValue, operands } from '../../../shell/options.js';
import type { DockerfileDocument, RunCommand, Stage } from '../../model/types.js';
import type { Instruction } from '../../syntax/types.js';
import { valuesOf } from '../../shell/values.js';

/** Who runs the commands of a RUN. */
export interface Account {
  readonly uid: number;
  /** Undefined where the file does not tell. */
  readonly gid: number | undefined;
  readonly home: string;
}

const root: Account = { uid: 0, gid: 0, home: '/root' };
/** Users that images bring with a home below /home that has their name. */
const atHome: ReadonlySet<string> = new Set([
  'app',
  'bun',
  'gradle',
  'groovy',
  'node',
  'nonroot',
  'pwuser',
  'ubuntu',
  'vscode',
]);

/** Images that set HOME for every user (jupyter/docker-stacks, linuxserver.io, CircleCI, SeleniumHQ, Bitnami, Airflow). */
const ownHome = /(?:^|\/)(?:jupyter|linuxserver|cimg|selenium|bitnami\w*|apache\/airflow)(?:\/|$)/;

/**
 * The user in effect at a RUN with the home that Docker gives it: root, one that the image brings, or one that the file
 * makes with a numeric id; undefined for every other, and on an image that is not known. Never throws.
 */
export function accountAt(doc: DockerfileDocument, run: Instruction): Account | undefined {
  const stage = doc.stageOf(run);
  const known = stage?.known;
  if (stage === undefined || known === undefined || !known.userKnown || run.parent !== undefined) return undefined;
  if (ownHome.test(known.name)) return undefined;
  const user = doc.userAt(run);
  const word = user?.words[0];
  const { value, known: certain } = word === undefined || user === undefined ? nobody : doc.expand(word, user);
  const given = user === undefined ? (known.defaultUser ?? 'root') : certain ? value : '';
  const [name = '', group] = given.split(':');
  if (name === 'root' || name === '0') return root;
  const brought = known.availableUser;
  if (brought !== undefined && atHome.has(brought.name) && (name === brought.name || name === String(brought.uid))) {
    return { uid: brought.uid, gid: brought.gid, home: `/home/${brought.name}` };
  }
  const made = madeUsers(doc)
    .get(name)
    ?.findLast((user) => user.index < run.index && isAbove(user.stage, stage));
  if (made === undefined) return undefined;
  return { ...made.account, gid: group !== undefined && /^\d+$/.test(group) ? Number(group) : made.account.gid };
}

function isAbove(upper: Stage | undefined, stage: Stage): boolean {
  for (let at: Stage | undefined = stage; at !== undefined; at = at.parent) if (at === upper) return true;
  return false;
}

const nobody = { value: '', known: false };

/** The users that the file makes with a numeric id, by name and by id. */
const madeUsers = memoised((doc: DockerfileDocument) =>
  groupBy(
    doc.runsOf('useradd', 'adduser').flatMap((run) => {
      const { instruction } = run.command;
      const user = madeUser(doc, run);
      if (user === undefined) return [];
      const entry = { account: user.account, index: instruction.index, stage: doc.stageOf(instruction) };
      return [
        { ...entry, key: user.name },
        { ...entry, key: String(user.account.uid) },
      ];
    }),
    ({ key }) => key,
  ),
);

const values = [
  ...['-u', '--uid', '-g', '--gid', '-G', '--groups', '--ingroup', '-s', '--shell', '-d', '--home', '--home-dir', '-b'],
  ...['--base-dir', '-c', '--comment', '--gecos', '-h', '-k', '--skel', '-p', '--password', '-K', '--key', '-e', '-f'],
];

/** useradd(8), adduser(8), busybox adduser. */
function madeUser(doc: DockerfileDocument, run: RunCommand): { name: string; account: Account } | undefined {
  const words = operands(run, values);
  const word = run.name === 'useradd' ? words.at(-1) : words[0];
  // A system user of Debian's adduser has no home.
  if (word === undefined || run.args.some(({ value }) => value === '--system')) return undefined;
  if (run.name === 'adduser' && words.length > 1) return undefined;
  const { instruction } = run.command;
  const valueOf = (short: string, ...long: readonly string[]) => {
    const use = flagValue(run, { short, long }, values);
    // An ARG may be another one at build time.
    return use?.valueWord?.literal === true ? use.value : undefined;
  };
  const [name] = valuesOf(doc, instruction, word) ?? [];
  const uid = valueOf('u', 'uid') ?? '';
  if (name === undefined || !/^[A-Za-z_][\w-]*$/.test(name) || !/^\d{1,9}$/.test(uid)) return undefined;
  const given = valueOf(run.name === 'useradd' ? 'd' : 'h', 'home', 'home-dir');
  const home = given ?? `/home/${name}`;
  const elsewhere = run.args.some(({ value }) => /^(?:-b|--base-dir)/.test(value));
  if (!/^\/[\w./-]+$/.test(home) || elsewhere) return undefined;
  const gid = valueOf('g', 'gid') ?? '';
  return { name, account: { uid: Number(uid), gid: /^\d{1,9}$/.test(gid) ? Number(gid) : undefined, home } };
}
