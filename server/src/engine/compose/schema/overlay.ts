import type { JsonSchema } from './json.js';

/** Something that Compose knows and the schema of the dependency does not. */
export interface OverlayEntry {
  /** Where it stands, from the root of the schema. */
  readonly at: readonly string[];
  /** What the dependency has there; undefined for what it lacks. A test fails as soon as that is no longer so. */
  readonly was?: unknown;
  readonly value: (base: JsonSchema) => unknown;
}

const service = ['definitions', 'service', 'properties'];
const build = [...service, 'build', 'oneOf', '1', 'properties'];
const text: JsonSchema = { type: 'string' };
const flag: JsonSchema = { type: ['boolean', 'string'] };
const extensions: JsonSchema = { additionalProperties: false, patternProperties: { '^x-': {} } };

/** Keys of a service that a job has as well (`workload_spec` of compose-go's schema). */
const workloadKeys = ['build', 'depends_on', 'expose', 'healthcheck', 'ports', 'stdin_open', 'tty'];

/** Keys of a service that only a service has; the others belong to any container (`container_spec` there). */
const serviceKeys = [
  ...['attach', 'container_name', 'deploy', 'develop', 'extends', 'external_links', 'links', 'post_start'],
  ...['pre_start', 'pre_stop', 'profiles', 'provider', 'restart', 'scale'],
];

/**
 * What `schema/compose-spec.json` of compose-go 2.16.2, which the program enforces, has beyond the dependency's schema.
 * Entries are put in from first to last; each sees those before it.
 */
export const overlay: readonly OverlayEntry[] = [
  {
    at: [...build, 'no_cache_filter'],
    value: () => ({ $ref: '#/definitions/string_or_list', description: 'Stages to build without the cache.' }),
  },
  {
    at: [...build, 'provenance'],
    value: () => ({ ...flag, description: 'Whether and how a provenance attestation is added to the image.' }),
  },
  {
    at: [...build, 'sbom'],
    value: () => ({ ...flag, description: 'Whether and how a list of its software is added to the image.' }),
  },
  {
    at: ['definitions', 'development', 'properties', 'watch', 'items', 'properties', 'initial_sync'],
    value: () => ({ type: 'boolean', description: 'Whether files are synchronised once before they are watched.' }),
  },
  {
    at: [...service, 'umask'],
    value: () => ({
      type: ['integer', 'string', 'null'],
      minimum: 0,
      maximum: 4294967295,
      description: 'The umask of the processes in the container; a leading 0 makes it octal.',
    }),
  },
  {
    at: [
      ...service,
      'networks',
      'oneOf',
      '1',
      'patternProperties',
      '^[a-zA-Z0-9._-]+$',
      'oneOf',
      '0',
      'properties',
    ].concat('use_service_name_alias'),
    value: () => ({ ...flag, description: 'Whether the service can be reached by its name on this network.' }),
  },
  {
    at: [...service, 'models', 'oneOf', '1', 'patternProperties', '^[a-zA-Z0-9._-]+$', 'type'],
    was: 'object',
    value: () => ['object', 'null'],
  },
  {
    at: [...service, 'pull_policy', 'pattern'],
    was: 'always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+',
    value: () => '^(always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+)$',
  },
  {
    // It takes text too, which the loader then cannot make a number of (compose-go, types/types.go, ServiceVolumeTmpfs).
    at: [...service, 'volumes', 'items', 'oneOf', '1', 'properties', 'tmpfs', 'properties', 'mode'],
    was: { type: ['number', 'string'], description: 'File mode of the tmpfs in octal.' },
    value: () => ({ type: 'number', minimum: 0, description: 'File mode of the tmpfs in octal.' }),
  },
  {
    // The loader reads text there as an octal number (compose-go, types/types.go, FileMode).
    at: ['definitions', 'service_config_or_secret', 'items', 'oneOf', '1', 'properties', 'mode', 'pattern'],
    value: () => '^[+-]?[0-7]+$',
  },
  { at: ['properties', 'networks', 'additionalProperties'], value: () => false },
  { at: ['properties', 'models', 'additionalProperties'], value: () => false },
  {
    at: [...service, 'pre_start'],
    value: () => ({
      type: 'array',
      items: { $ref: '#/definitions/pre_start_hook' },
      description: 'Containers that run to their end, one after the other, before the service starts.',
    }),
  },
  {
    at: ['definitions', 'pre_start_hook'],
    value: (base) => ({
      type: 'object',
      properties: {
        ...keysOf(base, (key) => !workloadKeys.includes(key)),
        per_replica: { ...flag, description: 'Whether it runs once for each replica, and not once for the service.' },
      },
      ...extensions,
    }),
  },
  {
    at: ['definitions', 'job'],
    value: (base) => ({
      type: 'object',
      required: ['triggers'],
      properties: {
        ...keysOf(base, () => true),
        profiles: { $ref: '#/definitions/list_of_strings', description: 'Profiles in which the job is active.' },
        triggers: { ...triggers, ...extensions },
      },
      ...extensions,
    }),
  },
  {
    at: ['properties', 'jobs'],
    value: () => ({
      type: 'object',
      patternProperties: { '^[a-zA-Z0-9._-]+$': { $ref: '#/definitions/job' } },
      additionalProperties: false,
      description: 'Containers that run to their end, by hand or at given times.',
    }),
  },
];

const triggers: JsonSchema = {
  type: 'object',
  description: 'What starts the job.',
  properties: {
    manual: { ...flag, description: 'Whether the job can be started by hand.' },
    schedule: {
      type: 'array',
      description: 'When the job starts.',
      items: {
        oneOf: [
          text,
          {
            type: 'object',
            required: ['cron'],
            properties: {
              cron: { ...text, description: 'The times as in a crontab, such as `0 * * * *` for each hour.' },
              timezone: { ...text, description: 'The time zone of the times, such as `Europe/Paris`.' },
              concurrency: { ...text, enum: ['forbid', 'queue'], description: 'What happens while a run goes on.' },
              missed_fires: { ...text, enum: ['one', 'skip'], description: 'What happens with runs that were missed.' },
            },
            ...extensions,
          },
        ],
      },
    },
  },
  anyOf: [{ required: ['manual'] }, { required: ['schedule'] }],
};

function keysOf(base: JsonSchema, wanted: (key: string) => boolean): Readonly<Record<string, JsonSchema>> {
  const all = Object.entries(base.definitions?.['service']?.properties ?? {});
  return Object.fromEntries(all.filter(([key]) => !serviceKeys.includes(key) && wanted(key)));
}

/** The schema with the entries put in; `base` stays as it is. */
export function withOverlay(base: JsonSchema, entries: readonly OverlayEntry[]): JsonSchema {
  return entries.reduce((schema, { at, value }) => put(schema, at, value(schema)) as JsonSchema, base);
}

function put(into: unknown, at: readonly string[], value: unknown): unknown {
  const [first, ...rest] = at;
  if (first === undefined) return value;
  if (Array.isArray(into)) {
    return into.map((each: unknown, index) => (String(index) === first ? put(each, rest, value) : each));
  }
  const before = (into ?? {}) as Readonly<Record<string, unknown>>;
  return { ...before, [first]: put(before[first], rest, value) };
}
