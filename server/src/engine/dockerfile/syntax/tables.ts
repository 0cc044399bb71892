/** How BuildKit splits what follows the flags (frontend/dockerfile/parser/parser.go, the dispatch table). */
export type ArgumentShape =
  /** JSON array, or text for a shell. */
  | 'command'
  /** JSON array, or words between blanks. */
  | 'paths'
  /** Words between blanks. */
  | 'words'
  /** All of it is one value. */
  | 'value'
  /** `key=value …` or `key value`. */
  | 'pairs'
  /** `name` or `name=value`, several. */
  | 'names'
  /** `CMD` and a command, or `NONE`. */
  | 'health'
  /** Another instruction. */
  | 'trigger';

export interface InstructionFacts {
  readonly shape: ArgumentShape;
  /** Whether BuildKit expands variables in the arguments (frontend/dockerfile/instructions/commands.go). */
  readonly expands: boolean;
  /** Whether heredocs are read behind it. */
  readonly heredocs: boolean;
}

const plain = (shape: ArgumentShape, expands: boolean): InstructionFacts => ({ shape, expands, heredocs: false });

const table: ReadonlyMap<string, InstructionFacts> = new Map([
  ['ADD', { shape: 'paths', expands: true, heredocs: true }],
  ['ARG', plain('names', true)],
  ['CMD', plain('command', false)],
  ['COPY', { shape: 'paths', expands: true, heredocs: true }],
  ['ENTRYPOINT', plain('command', false)],
  ['ENV', plain('pairs', true)],
  ['EXPOSE', plain('words', true)],
  ['FROM', plain('words', true)],
  ['HEALTHCHECK', plain('health', false)],
  ['LABEL', plain('pairs', true)],
  ['MAINTAINER', plain('value', false)],
  ['ONBUILD', plain('trigger', false)],
  ['RUN', { shape: 'command', expands: false, heredocs: true }],
  ['SHELL', plain('command', false)],
  ['STOPSIGNAL', plain('value', true)],
  ['USER', plain('value', true)],
  ['VOLUME', plain('paths', true)],
  ['WORKDIR', plain('value', true)],
]);

/** The keywords that BuildKit knows, upper case, sorted (frontend/dockerfile/command/command.go). */
export const instructionKeywords: readonly string[] = [...table.keys()];

/** What is known about an upper-case keyword; undefined for an unknown one. */
export function instructionFacts(keyword: string): InstructionFacts | undefined {
  return table.get(keyword);
}

export interface FlagFacts {
  /** Name without dashes. */
  readonly name: string;
  /** `switch`: bare or true or false. `text`: one value. `list`: may be repeated. */
  readonly kind: 'switch' | 'text' | 'list';
  /** Whether BuildKit reads variables in the value. */
  readonly expands: boolean;
  /** The only values BuildKit takes; absent when it is open. */
  readonly values?: readonly string[];
}

const text = (name: string, expands = false): FlagFacts => ({ name, kind: 'text', expands });
const list = (name: string, expands = false): FlagFacts => ({ name, kind: 'list', expands });
const toggle = (name: string): FlagFacts => ({ name, kind: 'switch', expands: false, values: ['true', 'false'] });
const choice = (name: string, values: readonly string[]): FlagFacts => ({ ...text(name), values });

const flags: ReadonlyMap<string, readonly FlagFacts[]> = new Map([
  [
    'ADD',
    [
      text('checksum', true),
      text('chmod', true),
      text('chown', true),
      list('exclude'),
      toggle('keep-git-dir'),
      toggle('link'),
      toggle('unpack'),
    ],
  ],
  [
    'COPY',
    [text('chmod', true), text('chown', true), list('exclude'), text('from', true), toggle('link'), toggle('parents')],
  ],
  ['FROM', [text('platform', true)]],
  ['HEALTHCHECK', [text('interval'), text('retries'), text('start-interval'), text('start-period'), text('timeout')]],
  [
    'RUN',
    [
      list('device'),
      list('mount', true),
      choice('network', ['default', 'host', 'none']),
      choice('security', ['insecure', 'sandbox']),
    ],
  ],
]);

/**
 * What is known about the flags behind an upper-case keyword, sorted by name; empty where there are none
 * (BuildKit frontend/dockerfile/instructions/parse.go and commands_run*.go).
 */
export function flagFacts(keyword: string): readonly FlagFacts[] {
  return flags.get(keyword) ?? [];
}

/** The names, without dashes, of the flags that BuildKit takes behind an upper-case keyword, sorted. */
export function flagsOf(keyword: string): readonly string[] {
  return flagFacts(keyword).map((facts) => facts.name);
}

/** Keys of one `--mount` of RUN (frontend/dockerfile/instructions/commands_runmount.go). */
export const mountOptions: readonly string[] = [
  'destination',
  'dst',
  'env',
  'from',
  'gid',
  'id',
  'mode',
  'readonly',
  'readwrite',
  'required',
  'ro',
  'rw',
  'sharing',
  'size',
  'source',
  'src',
  'target',
  'type',
  'uid',
];

/** Values of `type` in a `--mount` (frontend/dockerfile/instructions/commands_runmount.go). */
export const mountTypes: readonly string[] = ['bind', 'cache', 'secret', 'ssh', 'tmpfs'];

/** Keys of parser directives (frontend/dockerfile/parser/directives.go). */
export const directiveNames: readonly string[] = ['check', 'escape', 'syntax'];
