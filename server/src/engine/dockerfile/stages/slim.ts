import { operands } from '../../shell/options.js';
import { unwrap } from '../../shell/unwrap.js';
import type { Command, DockerfileDocument, RunCommand, Stage } from '../model/types.js';

/**
 * Programs of the full images of Debian (buildpack-deps: curl, scm and the compilers; docker-library/buildpack-deps)
 * that the slim ones lack.
 */
const programs: ReadonlySet<string> = new Set(
  (
    'aclocal ar as autoconf autoheader automake autoreconf bzip2 c++ cc cmake configure convert cpp curl curl-config ' +
    'file free g++ gcc git gpg hg identify ld libtool libtoolize m4 magick make mogrify mysql_config patch pg_config ' +
    'pgrep pkg-config pkill ps python python3 scp sftp sq ssh ssh-agent ssh-keygen ssh-keyscan strip svn top unzip ' +
    'uptime vmstat watch wget xml2-config xz'
  ).split(' '),
);

/** Packages of npm and pip that are compiled while they are installed, and need headers that slim images lack. */
const compiled: ReadonlySet<string> = new Set(
  (
    'bcrypt bufferutil canvas node-gyp node-sass robotjs usb utf-8-validate ' +
    'dlib mod-wsgi mod_wsgi mysqlclient psycopg2 pycairo pycrypto pycurl pygraphviz python-ldap uwsgi uWSGI xmlsec'
  ).split(' '),
);

/**
 * Whether the slim sibling of its image would do for a stage, as far as its commands tell: none runs a program, a script
 * or an install that may want the compilers and tools of the full image. Never throws.
 */
export function slimWouldDo(doc: DockerfileDocument, stage: Stage): boolean {
  const installed = new Set<string>();
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'ONBUILD' || instruction.keyword === 'ADD') return false;
    if (!['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword)) continue;
    const script = doc.scriptOf(instruction);
    if (script === undefined && instruction.command?.json === undefined) return false;
    if (script !== undefined && script.errors.length > 0) return false;
    const commands = doc.commandsOf(instruction).map((command: Command) => unwrap(command));
    for (const command of commands) {
      if (/^(?:apt|apt-get)$/.test(command.name ?? '')) {
        for (const { value } of operands(command)) installed.add(value.replace(/=.*$/, ''));
      }
      if (needsMore(command, instruction.keyword === 'RUN', installed, stage)) return false;
    }
  }
  return !['gcc', 'g++', 'make', 'build-essential'].some((name) => installed.has(name));
}

function needsMore(command: RunCommand, builds: boolean, installed: ReadonlySet<string>, stage: Stage): boolean {
  const { name, words, args } = command;
  const [program] = words;
  if (program === undefined) return false;
  if (name === undefined) return true;
  if (programs.has(name) && !installed.has(name))
    return !(stage.known?.name.endsWith('python') === true && /^python3?$/.test(name));
  if (/^(?:bundle|bundler|gem)$/.test(name)) return args.some(({ value }) => value === 'install' || value === 'i');
  if (/^(?:npm|pnpm|yarn|bun|pip|pip3|uv)$/.test(name)) {
    return args.some(({ value }) => /^git[+:@]|\.git$/.test(value) || compiled.has(value.replace(/[=<>~!@[].*$/, '')));
  }
  if (/-dev$/.test(name)) return true;
  const isScript = /\.(?:sh|bash)$/.test(name) || (/^(?:ba|da)?sh$/.test(name) && args.length > 0);
  return (
    builds && (isScript || (program.value.includes('/') && !/^\/(?:usr\/)?(?:local\/)?s?bin\//.test(program.value)))
  );
}
