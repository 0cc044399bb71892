/**
 * Where Compose makes a number or a boolean of text before it looks at the schema, variables filled in
 * (compose-go, loader/interpolate.go), and in which lists it drops what stands twice (override/uncity.go).
 */

/** What text is read as. */
export type Cast = 'integer' | 'number' | 'boolean' | 'umask';

/** What is known of a place, and of the places below it by key; `*` is any key or item, `[]` an item of a list. */
export interface Place {
  readonly cast: Cast | undefined;
  /** Items of a list that are the same become one. */
  readonly dropsTwins: boolean;
  readonly below: ReadonlyMap<string, Place>;
}

const container: Readonly<Record<Cast, readonly string[]>> = {
  integer: [
    ...['cpu_count', 'cpu_period', 'cpu_quota', 'cpu_rt_period', 'cpu_rt_runtime', 'cpu_shares', 'oom_score_adj'],
    ...['pids_limit', 'ulimits.*', 'ulimits.*.hard', 'ulimits.*.soft'],
  ],
  number: ['cpu_percent', 'cpus'],
  boolean: [
    ...['init', 'networks.*.use_service_name_alias', 'oom_kill_disable', 'privileged', 'read_only'],
    ...['volumes.[].read_only', 'volumes.[].volume.nocopy'],
  ],
  umask: ['umask'],
};

const workload: Readonly<Record<Cast, readonly string[]>> = {
  integer: ['healthcheck.retries', 'ports.[].target'],
  number: [],
  boolean: ['depends_on.*.required', 'depends_on.*.restart', 'healthcheck.disable', 'stdin_open', 'tty'],
  umask: [],
};

const serviceOnly: Readonly<Record<Cast, readonly string[]>> = {
  integer: [
    ...['deploy.replicas', 'deploy.update_config.parallelism', 'deploy.rollback_config.parallelism'],
    ...['deploy.restart_policy.max_attempts', 'deploy.placement.max_replicas_per_node', 'scale'],
  ],
  number: ['deploy.update_config.max_failure_ratio', 'deploy.rollback_config.max_failure_ratio'],
  boolean: [],
  umask: [],
};

const elsewhere: Readonly<Record<Cast, readonly string[]>> = {
  integer: [],
  number: [],
  boolean: [
    ...['networks.*.external', 'networks.*.internal', 'networks.*.attachable', 'networks.*.enable_ipv4'],
    ...['networks.*.enable_ipv6', 'volumes.*.external', 'secrets.*.external', 'configs.*.external'],
  ],
  umask: [],
};

const twinless = [
  ...['annotations', 'build.args', 'build.additional_contexts', 'build.platform', 'build.tags', 'build.labels'],
  ...['cap_add', 'cap_drop', 'devices', 'configs', 'deploy.labels', 'dns', 'dns_opt', 'dns_search', 'environment'],
  ...['env_file', 'expose', 'labels', 'links', 'networks.*.aliases', 'networks.*.link_local_ips', 'ports'],
  ...['profiles', 'secrets', 'sysctls', 'tmpfs', 'volumes'],
].map((path) => `services.*.${path}`);

interface Draft {
  cast: Cast | undefined;
  dropsTwins: boolean;
  readonly below: Map<string, Draft>;
}

let known: Place | undefined;

/** The places as a tree, from the top of a file. */
export function places(): Place {
  known ??= grow();
  return known;
}

function grow(): Place {
  const root: Draft = { cast: undefined, dropsTwins: false, below: new Map() };
  const at = (path: string): Draft => path.split('.').reduce(step, root);
  const add = (prefixes: readonly string[], table: Readonly<Record<Cast, readonly string[]>>): void => {
    for (const cast of ['integer', 'number', 'boolean', 'umask'] as const) {
      for (const path of table[cast]) for (const prefix of prefixes) at(prefix + path).cast = cast;
    }
  };
  add(['services.*.', 'jobs.*.', 'services.*.pre_start.*.'], container);
  add(['services.*.', 'jobs.*.'], workload);
  add(['services.*.'], serviceOnly);
  add([''], elsewhere);
  for (const path of [...twinless, 'networks.*.labels', 'networks.*.ipam.options']) at(path).dropsTwins = true;
  return root;
}

function step(place: Draft, key: string): Draft {
  const there = place.below.get(key);
  if (there !== undefined) return there;
  const made: Draft = { cast: undefined, dropsTwins: false, below: new Map() };
  place.below.set(key, made);
  return made;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'y', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', 'n', 'no', 'off'].map((word) => [word, false] as const),
]);

/** The number or boolean that Compose makes of the text, undefined where it refuses it. */
export function castText(text: string, cast: Cast): number | boolean | undefined {
  switch (cast) {
    case 'boolean':
      return booleans.get(text.toLowerCase());
    case 'integer':
      return /^[+-]?[0-9]+$/.test(text) && Math.abs(Number(text)) < 2 ** 63 ? Number(text) : undefined;
    case 'number':
      return /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
    case 'umask':
      return umask(text);
  }
}

/** As Go's `strconv.ParseUint(text, 0, 32)`: `0x`, `0o`, `0b` or a leading 0 name the base, `_` parts digits. */
function umask(text: string): number | undefined {
  if (!/^(?:0|0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|[1-9](?:_?[0-9])*)$/.test(text))
    return undefined;
  const digits = text.replaceAll('_', '');
  const value = Number(/^0[0-7]/.test(digits) ? `0o${digits}` : digits);
  return value <= 0xffff_ffff ? value : undefined;
}
