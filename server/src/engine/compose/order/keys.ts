/** Keys of a service in groups: what runs, what it needs, data, environment, network, process, the rest (dclint 3.1.0). */
export const serviceKeys: readonly string[] = [
  ...['image', 'build', 'container_name'],
  'depends_on',
  ...['volumes', 'volumes_from', 'configs', 'secrets'],
  ...['environment', 'env_file'],
  ...['ports', 'networks', 'network_mode', 'extra_hosts'],
  ...['command', 'entrypoint', 'working_dir', 'restart', 'healthcheck'],
  ...['logging', 'labels'],
  ...['user', 'isolation'],
];

/** Stands for every key that starts with `x-`. */
export const extensions = 'x-properties';

/** Keys at the top of a file. */
export const topLevelKeys: readonly string[] = [
  extensions,
  'version',
  'name',
  'include',
  'services',
  'models',
  'networks',
  'volumes',
  'secrets',
  'configs',
];
