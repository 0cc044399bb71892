import { namedCommands, spanIn, type NamedCommand } from '../commandSites.js';
import { assignmentsOf } from '../flow/assignments.js';
import { literalOf, variableOf } from '../names.js';
import { testsOf } from '../tests.js';
import type { ShellTree, Site } from '../tree.js';
import type { Word } from '../unbash/nodes.js';
import type { Bashism, Knows } from './types.js';

const builtins: ReadonlySet<string> = new Set(
  'caller compgen complete declare dirs disown enable mapfile popd pushd readarray shopt suspend typeset'.split(' '),
);
const posixOptions: ReadonlySet<string> = new Set(
  'allexport errexit ignoreeof monitor noclobber noexec noglob nolog notify nounset verbose vi xtrace'.split(' '),
);
/** Variables that a shell sets by itself. */
const variables: ReadonlyMap<string, Knows> = new Map<string, Knows>([
  ...'DIRSTACK EUID FUNCNAME GROUPS HOSTTYPE MACHTYPE OSTYPE PIPESTATUS SECONDS UID'
    .split(' ')
    .map((name) => [name, 'bash'] as const),
  ['RANDOM', 'busybox bash'],
  ['HOSTNAME', 'busybox bash'],
  ['SHLVL', 'dash busybox bash'],
]);
/** Options of built-in commands: those of POSIX, and who knows others. */
const options: Readonly<
  Record<string, { readonly posix: string; readonly others: Readonly<Record<string, Knows>> } | undefined>
> = {
  read: {
    posix: 'r',
    others: { p: 'dash busybox bash', s: 'busybox bash', t: 'busybox bash', n: 'busybox bash', d: 'busybox bash' },
  },
  printf: { posix: '', others: {} },
  export: { posix: 'p', others: {} },
  readonly: { posix: 'p', others: {} },
  type: { posix: '', others: { p: 'busybox bash' } },
  ulimit: { posix: 'fHS', others: { n: 'dash busybox bash', u: 'busybox bash', c: 'dash busybox bash' } },
  wait: { posix: '', others: { n: 'busybox bash' } },
};

/** The bashisms among commands, their options, tests and variables. Never throws. */
export function commandBashisms(tree: ShellTree): readonly Bashism[] {
  const found = namedCommands(tree).flatMap(ofCommand);
  for (const test of testsOf(tree)) found.push(...test.comparisons.flatMap((words) => ofComparison(test.site, words)));
  const assigned = new Set(assignmentsOf(tree).map(({ name }) => name));
  for (const site of [...tree.of('SimpleExpansion'), ...tree.of('ParameterExpansion')]) {
    const name = variableOf(site.node) ?? '';
    const knows = variables.get(name);
    if (knows !== undefined && !assigned.has(name))
      found.push({ code: 'SC3028', start: site.start, end: site.end, what: `the variable ${name}`, knows, name });
  }
  return found;
}

function ofCommand(command: NamedCommand): readonly Bashism[] {
  const { site, name, args } = command;
  const head = site.node.name === undefined ? site : spanIn(site, site.node.name);
  const own = (code: string, what: string, knows: Knows, word?: Word): Bashism => {
    const { start, end } = word === undefined ? head : spanIn(site, word);
    return { code, start, end, what, knows };
  };
  const [first] = args;
  const flag = first === undefined ? undefined : literalOf(first);
  if (builtins.has(name)) return [own('SC3044', name, 'bash')];
  switch (name) {
    case 'echo':
      if (flag === undefined || !/^-[neE]+$/.test(flag)) return [];
      return [own('SC3037', `echo ${flag}`, flag === '-n' ? 'dash busybox bash' : 'busybox bash', first)];
    case 'exec':
      return flag?.startsWith('-') === true && flag !== '--' ? [own('SC3038', `exec ${flag}`, 'bash', first)] : [];
    case 'let':
      return [own('SC3039', 'let', 'busybox bash')];
    case 'local':
      return [own('SC3043', 'local', 'dash busybox bash')];
    case 'source': {
      const word = site.node.name;
      const edits = word === undefined ? [] : [{ start: word.pos, end: word.end, text: '.' }];
      // Bash also looks into the working directory, other shells only where the path has a slash.
      const plain = site.exact && flag?.includes('/') === true;
      return [
        {
          ...own('SC3046', 'source', 'busybox bash'),
          ...(plain ? { fixes: [{ title: 'Write . instead', safety: 'safe', edits }] } : {}),
        },
      ];
    }
    case 'set':
      return ofSet(args, own);
    case 'trap':
      return args.slice(1).flatMap((word) => ofSignal(word, own));
    default:
      return ofOptions(command, own);
  }
}

type Own = (code: string, what: string, knows: Knows, word?: Word) => Bashism;

function ofSet(args: readonly Word[], own: Own): readonly Bashism[] {
  return args.flatMap((word, i): Bashism[] => {
    const value = literalOf(word);
    const before = args[i - 1]?.value ?? '';
    if (value === undefined || args.slice(0, i).some((each) => each.value === '--')) return [];
    if (/^[-+][a-zA-Z]*o$/.test(before)) {
      return posixOptions.has(value)
        ? []
        : [own('SC3040', `the option ${value}`, value === 'pipefail' ? 'busybox bash' : 'bash', word)];
    }
    if (/^--./.test(value)) return [own('SC3042', value, 'bash', word)];
    return /^[-+][a-zA-Z]*[^-+abCefhmnuvxo]/.test(value) && /^[-+][a-zA-Z]+$/.test(value)
      ? [own('SC3041', value, 'bash', word)]
      : [];
  });
}

function ofSignal(word: Word, own: Own): readonly Bashism[] {
  const signal = literalOf(word);
  if (signal === undefined || signal.startsWith('-')) return [];
  if (/^(?:ERR|DEBUG|RETURN)$/.test(signal))
    return [own('SC3047', `the signal ${signal}`, signal === 'ERR' ? 'busybox bash' : 'bash', word)];
  if (/^SIG/i.test(signal)) {
    const edits = [{ start: word.pos, end: word.end, text: signal.slice(3).toUpperCase() }];
    return [
      {
        ...own('SC3048', signal, 'busybox bash', word),
        ...(word.text === signal
          ? { fixes: [{ title: `Write ${signal.slice(3).toUpperCase()}`, safety: 'safe', edits }] }
          : {}),
      },
    ];
  }
  return /[a-z]/.test(signal) ? [own('SC3049', signal, 'dash busybox bash', word)] : [];
}

function ofOptions({ name, args }: NamedCommand, own: Own): readonly Bashism[] {
  if (name === 'printf' && args[0] !== undefined && /%[-\d.]*q/.test(args[0].text))
    return [own('SC3050', 'printf %q', 'bash', args[0])];
  const known = options[name];
  if (known === undefined) return [];
  if (name === 'read' && args.every(({ value }) => value.startsWith('-')))
    return [own('SC3061', 'read without a name', 'busybox bash')];
  const found: Bashism[] = [];
  for (const word of args) {
    const value = literalOf(word);
    if (value === undefined || !/^-[a-zA-Z]/.test(value)) break;
    const letter = Array.from(value.slice(1)).find((each) => !known.posix.includes(each));
    if (letter === undefined) continue;
    found.push(own('SC3045', `${name} -${letter}`, known.others[letter] ?? 'bash', word));
    break;
  }
  return found;
}

const unary: Readonly<Record<string, readonly [string, Knows] | undefined>> = {
  '-v': ['SC3016', 'bash'],
  '-a': ['SC3017', 'bash'],
  '-R': ['SC3063', 'bash'],
  '-N': ['SC3064', 'bash'],
  '-k': ['SC3065', 'dash busybox bash'],
  '-G': ['SC3066', 'dash busybox bash'],
  '-O': ['SC3067', 'dash busybox bash'],
};

function ofComparison(site: Site, words: readonly Word[]): readonly Bashism[] {
  const [first, second] = words;
  if (first === undefined || second === undefined) return [];
  const one = words.length === 2 ? unary[first.value] : undefined;
  if (one !== undefined) return [{ code: one[0], ...spanIn(site, first), what: `test ${first.value}`, knows: one[1] }];
  if (words.length !== 3) return [];
  const span = spanIn(site, second);
  switch (second.value) {
    case '==': {
      const edits = [{ start: second.pos, end: second.end, text: '=' }];
      return [
        {
          code: 'SC3014',
          ...span,
          what: '==',
          knows: 'busybox bash',
          ...(site.exact ? { fixes: [{ title: 'Write =', safety: 'safe', edits }] } : {}),
        },
      ];
    }
    case '=~':
      return [{ code: 'SC3015', ...span, what: '=~', knows: '' }];
    case '<':
    case '>':
      return [{ code: 'SC3012', ...span, what: second.text, knows: 'dash busybox bash' }];
    default:
      return [];
  }
}
