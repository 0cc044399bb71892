import type { GuideSection } from '../../guide/sections.js';
import { escapeMarkdown } from '../hover/card.js';

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
  include: {
    what: 'Other Compose files that become part of this project, each with its own folder and `.env`.',
    since: 'Compose 2.20',
    guide: 'override-files',
  },
  services: { what: 'The containers of the project, by name.' },
  networks: { what: 'The networks of the project, by name.', guide: 'bridge-network' },
  volumes: { what: 'The volumes of the project, by name: data that outlives containers.', guide: 'named-volumes' },
  secrets: { what: 'Values that services get as files, by name.', guide: 'security-hardening' },
  configs: { what: 'Files that services get, by name.' },
  models: { what: 'Language models that services use, by name.', since: 'Compose 2.38' },
  'services.*.image': { guide: 'compose-production' },
  'services.*.build': {
    what: 'How its image is built: the folder of the context, or a mapping that says more.',
    guide: 'compose-development',
  },
  'services.*.build.dockerfile': { without: '`Dockerfile` in the context' },
  'services.*.build.target': { without: 'the last stage', guide: 'multi-stage-builds' },
  'services.*.container_name': {
    without: '`project-service-1`',
    note: 'A service with a fixed name cannot run more than once.',
  },
  'services.*.ports': {
    what: 'Ports of the container that are published on the host.',
    note: 'Written `host:container`; without an address in front it is open on every interface of the host.',
    guide: 'bridge-network',
  },
  'services.*.expose': {
    what: 'Ports that the service listens on, for people to read; nothing is published on the host.',
    note: 'Services on a network reach each other on every port without it.',
    guide: 'bridge-network',
  },
  'services.*.volumes': {
    what: 'Folders of the host and volumes that the container sees: `source:target`, with `:ro` behind it to read only.',
    guide: 'named-volumes',
  },
  'services.*.tmpfs': { guide: 'tmpfs' },
  'services.*.environment': {
    what: 'Environment variables of the container.',
    note: 'What stands here counts before `env_file`. Keep passwords in `secrets`.',
    guide: 'compose-development',
  },
  'services.*.env_file': {
    what: 'Files with environment variables of the container.',
    note: 'What stands under `environment` counts before it.',
    guide: 'compose-development',
  },
  'services.*.depends_on': {
    what: 'Services that start before this one and stop after it.',
    note: 'Only `condition: service_healthy` waits until the other one answers; a list only starts it first.',
    guide: 'compose-development',
  },
  'services.*.depends_on.*.condition': {
    what: 'What is waited for: that the other one runs, that its health check is good, or that it ended without an error.',
    without: '`service_started`',
  },
  'services.*.depends_on.*.required': {
    what: 'Whether Compose stops when the other one cannot be started; with `false` it only warns.',
    without: '`true`',
    since: 'Compose 2.20',
  },
  'services.*.healthcheck': {
    what: 'How Docker finds out whether the container still does its work.',
    guide: 'application-health-check',
  },
  'services.*.healthcheck.interval': {
    what: 'Time between two checks.',
    without: '`30s`',
    guide: 'application-health-check',
  },
  'services.*.healthcheck.timeout': {
    what: 'A check that takes longer counts as failed.',
    without: '`30s`',
    guide: 'application-health-check',
  },
  'services.*.healthcheck.retries': {
    what: 'Failures in a row after which the container counts as unhealthy.',
    without: '`3`',
    guide: 'application-health-check',
  },
  'services.*.healthcheck.start_period': {
    what: 'Time to start up, in which failures do not count.',
    without: '`0s`',
    guide: 'application-health-check',
  },
  'services.*.healthcheck.start_interval': {
    what: 'Time between two checks during the start period.',
    without: '`5s`',
    since: 'Docker Engine 25',
    guide: 'application-health-check',
  },
  'services.*.healthcheck.test': {
    what: 'The command that tells: 0 is healthy, 1 is not.',
    note: 'A text is run by a shell; a list starts with `CMD`, `CMD-SHELL` or `NONE`.',
    guide: 'application-health-check',
  },
  'services.*.restart': {
    what: 'Whether the container is started again when it ends: `no`, `always`, `on-failure` or `unless-stopped`.',
    without: '`no`',
    guide: limits,
  },
  'services.*.deploy': { guide: limits },
  'services.*.deploy.replicas': { without: '`1`', guide: limits },
  'services.*.deploy.resources': {
    what: 'What the containers may use at most, and what is kept free for them.',
    guide: limits,
  },
  'services.*.mem_limit': { without: 'all the memory of the host', guide: limits },
  'services.*.cpus': { without: 'all processors of the host', guide: limits },
  'services.*.pids_limit': { guide: limits },
  'services.*.logging': { without: '`json-file`, which grows without end', guide: 'view-logs' },
  'services.*.read_only': { without: '`false`', guide: 'read-only-filesystem' },
  'services.*.cap_add': {
    what: 'Capabilities that the container gets besides those that Docker gives by default, such as `NET_ADMIN`.',
    guide: 'capabilities',
  },
  'services.*.cap_drop': {
    what: 'Capabilities that the container loses; `ALL` takes all.',
    without: 'the container keeps the rights that Docker gives by default',
    guide: 'capabilities',
  },
  'services.*.privileged': {
    without: '`false`',
    note: 'With it the container can do everything that root can do on the host.',
    guide: 'capabilities',
  },
  'services.*.security_opt': {
    what: 'Security options, such as `no-new-privileges:true`, or a profile of seccomp or AppArmor.',
    guide: 'security-hardening',
  },
  'services.*.user': { without: 'the user of the image', guide: 'run-as-non-root' },
  'services.*.networks': {
    what: 'Networks that the service joins.',
    without: 'the network `default` of the project',
    guide: 'bridge-network',
  },
  'services.*.networks.*.aliases': { guide: 'network-aliases' },
  'services.*.network_mode': { guide: 'bridge-network' },
  'services.*.links': {
    note: 'Services on one network reach each other by name without it.',
    guide: 'network-aliases',
  },
  'services.*.extends': { guide: 'override-files' },
  'services.*.profiles': {
    what: 'Profiles that the service belongs to: it starts when one of them is asked for, or the service itself.',
    without: 'the service always starts',
    guide: 'compose-development',
  },
  'services.*.develop': { since: 'Compose 2.22', guide: 'compose-development' },
  'services.*.init': {
    what: 'Whether a small init program runs first, which hands on signals and ends dead processes.',
    without: '`false`',
  },
  'services.*.stop_grace_period': { without: '`10s`' },
  'services.*.pull_policy': {
    what: 'When the image is pulled: `always`, `missing`, `never`, `build`, `daily`, `weekly` or `every_` and a time.',
    without: '`missing`',
  },
  'services.*.secrets': {
    what: 'Secrets that the service gets.',
    note: 'Each is a file under `/run/secrets/`.',
    guide: 'security-hardening',
  },
  'services.*.configs': {
    what: 'Configs that the service gets.',
    note: 'Each is a file, at `/NAME` unless a target says otherwise.',
  },
  'services.*.post_start': { since: 'Compose 2.30' },
  'services.*.pre_stop': { since: 'Compose 2.30' },
  'services.*.provider': {
    what: 'A program besides Compose that starts and stops what this service stands for.',
    since: 'Compose 2.36',
  },
  'networks.*.external': { without: '`false`', guide: 'external-network' },
  'networks.*.internal': {
    what: 'Whether containers on it reach nothing outside of it.',
    without: '`false`',
    guide: 'bridge-network',
  },
  'networks.*.driver': { without: '`bridge`', guide: 'bridge-network' },
  'volumes.*.external': { without: '`false`', guide: 'named-volumes' },
  'volumes.*.driver': { without: '`local`', guide: 'named-volumes' },
  'models.*.context_size': { what: 'The number of tokens that the model may look at.' },
  'services.*.annotations': { what: 'Annotations of the container, as names with values.' },
  'services.*.attach': { what: 'Whether `docker compose up` shows its output.', without: '`true`' },
  'services.*.build.args': { what: 'Values for the `ARG` instructions of the Dockerfile.' },
  'services.*.build.cache_from': { what: 'Where the builder may take finished steps from.' },
  'services.*.command': { what: 'What the container starts, instead of the `CMD` of the image.' },
  'services.*.deploy.rollback_config.parallelism': {
    what: 'How many containers are rolled back at a time; 0 means all at once.',
  },
  'services.*.depends_on.*.restart': {
    what: 'Whether this service is restarted when Compose restarts the other one.',
    without: '`false`',
  },
  'services.*.entrypoint': {
    what: 'What the container starts, instead of the `ENTRYPOINT` of the image, whose `CMD` does not count then.',
  },
  'services.*.env_file.*.format': {
    what: 'How the file is read; `raw` takes values as they stand, with quotes and dollars.',
    since: 'Compose 2.30',
  },
  'services.*.env_file.*.required': {
    what: 'Whether it is an error that the file is missing.',
    without: '`true`',
    since: 'Compose 2.24',
  },
  'services.*.external_links': {
    what: 'Containers outside this project that the service reaches under a name: `container:alias`.',
  },
  'services.*.group_add': { what: 'More groups that the user in the container belongs to.' },
  'services.*.healthcheck.disable': { what: 'Whether the health check of the image is switched off.' },
  'services.*.labels': { what: 'Labels of the container, as names with values.' },
  'services.*.networks.*.interface_name': { what: 'The name of the network interface in the container.' },
  'services.*.sysctls': { what: 'Kernel parameters of the container.' },
  'services.*.ulimits': { what: 'Limits of the processes in the container, such as `nofile` for open files.' },
  'services.*.use_api_socket': {
    what: 'Gives the container the socket of the Docker API and the credentials that go with it.',
    note: 'Whoever reaches that socket can do everything on the host.',
  },
  'services.*.volumes.*.consistency': { what: 'Has no effect any more.' },
};

/** The help for a key. */
export function helpOf(path: readonly (string | number)[]): KeyHelp | undefined {
  return composeKeys[pathName(path)];
}

/** The path with `*` for names and numbers. */
function pathName(path: readonly (string | number)[]): string {
  const isSection = /^(?:services|networks|volumes|secrets|configs|models)(?:\.\*\.(?:networks|depends_on))?$/;
  let name = '';
  for (const step of path) {
    const isName = typeof step === 'number' || isSection.test(name);
    name = name === '' ? String(step) : `${name}.${isName ? '*' : step}`;
  }
  return name;
}

/** What a key does, as Markdown; the sentence of the schema counts where there is no better one. */
export function sentenceOf(path: readonly (string | number)[], ofSchema: string | undefined): string | undefined {
  return helpOf(path)?.what ?? (ofSchema && escapeMarkdown(/[.!?]$/.test(ofSchema) ? ofSchema : `${ofSchema}.`));
}
