/** Variables that a machine, a runner of jobs or Compose itself sets. */
const usual: ReadonlySet<string> = new Set([
  ...['COMPOSE_PROJECT_NAME', 'HOME', 'HOSTNAME', 'LANG', 'LOGNAME', 'PATH', 'PWD', 'SHELL', 'TERM', 'TMPDIR', 'TZ'],
  ...[
    'USER',
    'USERNAME',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'COMPUTERNAME',
    'TEMP',
    'SystemRoot',
    'ProgramData',
  ],
  ...['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'EDITOR'],
  ...['DOCKER_HOST', 'DOCKER_SOCK', 'PULSE_SERVER', 'DBUS_SESSION_BUS_ADDRESS', 'CI', 'NO_COLOR', 'DEBUG'],
]);
const proxies = /^(?:https?|ftp|no|all)_proxy$/i;
const runners = /^(?:CI|GITHUB|GITLAB|RUNNER|BUILDKITE|CIRCLE|TRAVIS|JENKINS|BITBUCKET|AZURE|AWS|GOOGLE|XDG|WSL)_/;

/** Whether a machine is likely to have a variable that no file of the project sets. */
export function isOfMachine(name: string): boolean {
  return usual.has(name) || proxies.test(name) || runners.test(name);
}
