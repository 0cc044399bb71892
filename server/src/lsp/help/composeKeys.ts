import type { GuideSection } from '../../guide/sections.js';

/** What a hover adds to what the schema says of a key. */
export interface KeyHelp {
  /** What it does, where the schema says it less well. */
  readonly what?: string;
  /** What counts without it. */
  readonly without?: string;
  readonly note?: string;
  /** First version of Docker Compose that has it. */
  readonly since?: string;
  readonly guide?: GuideSection;
}

const limits: GuideSection = 'compose-production';

/** Keys by their path; `*` stands for a name. Facts: https://docs.docker.com/reference/compose-file/ */
export const composeKeys: Readonly<Record<string, KeyHelp>> = {
  version: { what: 'Has no meaning any more: Compose reads every file the same way and only warns.' },
  name: {
    what: 'The name of the project, in front of its containers, networks and volumes.',
    without: 'the name of the folder',
  },
  include: { since: 'Compose 2.20', guide: 'override-files' },
  services: { what: 'The containers of the project, by name.' },
  networks: { what: 'The networks of the project, by name.', guide: 'bridge-network' },
  volumes: { what: 'The volumes of the project, by name: data that outlives containers.', guide: 'named-volumes' },
  secrets: { what: 'Values that services get as files, by name.', guide: 'security-hardening' },
  configs: { what: 'Files that services get, by name.' },
  models: { since: 'Compose 2.38' },
  'services.*.image': { guide: 'compose-production' },
  'services.*.build': { guide: 'compose-development' },
  'services.*.build.dockerfile': { without: '`Dockerfile` in the context' },
  'services.*.build.target': { without: 'the last stage', guide: 'multi-stage-builds' },
  'services.*.container_name': {
    without: '`project-service-1`',
    note: 'A service with a fixed name cannot run more than once.',
  },
  'services.*.ports': {
    note: 'Written `host:container`; without an address in front it is open on every interface of the host.',
    guide: 'bridge-network',
  },
  'services.*.expose': {
    note: 'Services on a network reach each other on every port without it.',
    guide: 'bridge-network',
  },
  'services.*.volumes': { guide: 'named-volumes' },
  'services.*.tmpfs': { guide: 'tmpfs' },
  'services.*.environment': {
    note: 'What stands here counts before `env_file`. Keep passwords in `secrets`.',
    guide: 'compose-development',
  },
  'services.*.env_file': { note: 'What stands under `environment` counts before it.', guide: 'compose-development' },
  'services.*.depends_on': {
    what: 'Services that start before this one and stop after it.',
    note: 'Only `condition: service_healthy` waits until the other one answers; a list only starts it first.',
    guide: 'compose-development',
  },
  'services.*.depends_on.*.condition': { without: '`service_started`' },
  'services.*.depends_on.*.required': { without: '`true`', since: 'Compose 2.20' },
  'services.*.healthcheck': { guide: 'application-health-check' },
  'services.*.healthcheck.interval': { without: '`30s`', guide: 'application-health-check' },
  'services.*.healthcheck.timeout': { without: '`30s`', guide: 'application-health-check' },
  'services.*.healthcheck.retries': { without: '`3`', guide: 'application-health-check' },
  'services.*.healthcheck.start_period': { without: '`0s`', guide: 'application-health-check' },
  'services.*.healthcheck.start_interval': {
    without: '`5s`',
    since: 'Docker Engine 25',
    guide: 'application-health-check',
  },
  'services.*.healthcheck.test': {
    note: 'A text is run by a shell; a list starts with `CMD`, `CMD-SHELL` or `NONE`.',
    guide: 'application-health-check',
  },
  'services.*.restart': { without: '`no`', guide: limits },
  'services.*.deploy': { guide: limits },
  'services.*.deploy.replicas': { without: '`1`', guide: limits },
  'services.*.deploy.resources': { guide: limits },
  'services.*.mem_limit': { without: 'all the memory of the host', guide: limits },
  'services.*.cpus': { without: 'all processors of the host', guide: limits },
  'services.*.pids_limit': { guide: limits },
  'services.*.logging': { without: '`json-file`, which grows without end', guide: 'view-logs' },
  'services.*.read_only': { without: '`false`', guide: 'read-only-filesystem' },
  'services.*.cap_add': { guide: 'capabilities' },
  'services.*.cap_drop': {
    without: 'the container keeps the rights that Docker gives by default',
    guide: 'capabilities',
  },
  'services.*.privileged': {
    without: '`false`',
    note: 'With it the container can do everything that root can do on the host.',
    guide: 'capabilities',
  },
  'services.*.security_opt': { guide: 'security-hardening' },
  'services.*.user': { without: 'the user of the image', guide: 'run-as-non-root' },
  'services.*.networks': { without: 'the network `default` of the project', guide: 'bridge-network' },
  'services.*.networks.*.aliases': { guide: 'network-aliases' },
  'services.*.network_mode': { guide: 'bridge-network' },
  'services.*.links': {
    note: 'Services on one network reach each other by name without it.',
    guide: 'network-aliases',
  },
  'services.*.extends': { guide: 'override-files' },
  'services.*.profiles': { without: 'the service always starts', guide: 'compose-development' },
  'services.*.develop': { since: 'Compose 2.22', guide: 'compose-development' },
  'services.*.init': { without: '`false`', note: 'A small init program hands on signals and ends dead processes.' },
  'services.*.stop_grace_period': { without: '`10s`' },
  'services.*.pull_policy': { without: '`missing`' },
  'services.*.secrets': { note: 'Each is a file under `/run/secrets/`.', guide: 'security-hardening' },
  'services.*.configs': { note: 'Each is a file, at `/NAME` unless a target says otherwise.' },
  'services.*.post_start': { since: 'Compose 2.30' },
  'services.*.pre_stop': { since: 'Compose 2.30' },
  'services.*.provider': { since: 'Compose 2.36' },
  'networks.*.external': { without: '`false`', guide: 'external-network' },
  'networks.*.internal': { without: '`false`', guide: 'bridge-network' },
  'networks.*.driver': { without: '`bridge`', guide: 'bridge-network' },
  'volumes.*.external': { without: '`false`', guide: 'named-volumes' },
  'volumes.*.driver': { without: '`local`', guide: 'named-volumes' },
};
