import type { ImageReference } from '../dockerfile/model/types.js';
import { recordOf } from './table.js';

/** What the configuration of an image says about variables and the working directory. */
export interface ImageSetup {
  /** Whether some version of the image sets a variable of this name. */
  sets(name: string): boolean;
  /** `/` where it sets none; undefined where versions differ. */
  readonly workdir: string | undefined;
}

// Sources: ENV and WORKDIR of all versions in the repositories that docker-library/official-images and the vendors name,
// autumn 2026, together with older names that their histories show. `NAME*` stands for every name that starts so.

const distributions =
  'alpine busybox debian ubuntu scratch rockylinux almalinux centos amazonlinux oraclelinux opensuse/leap buildpack-deps';
const distroless = 'gcr.io/distroless/*';
const dotnet = ['sdk', 'aspnet', 'runtime', 'runtime-deps'].map((name) => `mcr.microsoft.com/dotnet/${name}`).join(' ');

const php = 'PHP_* PHPIZE_DEPS GPG_KEYS APACHE_CONFDIR APACHE_ENVVARS';

/** Names of images, the variables that they set beside PATH, and the working directory. */
const table: readonly (readonly [names: string, variables: string, workdir?: string])[] = [
  [distributions, 'container LANG LC_ALL', '/'],
  ['fedora archlinux', 'container DISTTAG FGC FBR NAME VERSION LANG', '/'],
  ['node', 'NODE_VERSION YARN_VERSION NPM_CONFIG_LOGLEVEL', '/'],
  [
    'python',
    'PYTHON_VERSION PYTHON_SHA256 PYTHON_PIP_VERSION PYTHON_GET_PIP_* PYTHON_SETUPTOOLS_VERSION PYTHONIOENCODING GPG_KEY LANG',
    '/',
  ],
  ['pypy', 'PYPY_VERSION LANG', '/'],
  ['golang', 'GOLANG_VERSION GOTOOLCHAIN GOPATH', '/go'],
  ['ruby', 'RUBY_* RUBYGEMS_VERSION GEM_HOME BUNDLE_* BUNDLER_VERSION LANG', '/'],
  ['rust', 'RUSTUP_HOME RUST_VERSION CARGO_HOME', '/'],
  ['perl', 'PERL_CPANM_OPT PERL_VERSION'],
  ['php', php, '/var/www/html'],
  ['composer', `COMPOSER_* ${php}`, '/app'],
  ['eclipse-temurin openjdk amazoncorretto', 'JAVA_* LANG LANGUAGE LC_ALL', '/'],
  ['maven', 'MAVEN_* JAVA_* LANG LANGUAGE LC_ALL USER_HOME_DIR SHA BASE_URL', '/'],
  ['gradle', 'GRADLE_* JAVA_* LANG LANGUAGE LC_ALL'],
  ['oven/bun', 'BUN_*', '/home/bun/app'],
  [dotnet, 'ASPNET* DOTNET_* NUGET_* POWERSHELL_* APP_UID', '/'],
  ['nginx', 'NGINX_* NJS_* PKG_RELEASE DYNPKG_RELEASE ACME_VERSION OTEL_VERSION', '/'],
  ['nginxinc/nginx-unprivileged', 'NGINX_* NJS_* PKG_RELEASE DYNPKG_RELEASE ACME_VERSION OTEL_VERSION UID GID', '/'],
  ['httpd', 'HTTPD_* APACHE_* LD_LIBRARY_PATH OPENSSL_VERSION', '/usr/local/apache2'],
  ['caddy', 'CADDY_* XDG_*', '/srv'],
  [
    'tomcat',
    'CATALINA_* TOMCAT_* JAVA_* LD_LIBRARY_PATH GPG_KEYS LANG LANGUAGE LC_ALL OPENSSL_VERSION',
    '/usr/local/tomcat',
  ],
  ['postgres', 'PG* GOSU_VERSION LANG DOCKER_PG_LLVM_DEPS POSTGRES_*', '/'],
  ['mysql', 'MYSQL_* GOSU_VERSION', '/'],
  ['mariadb', 'MARIADB_* MYSQL_* GOSU_VERSION LANG GPG_KEYS REPOSITORY', '/'],
  ['mongo', 'MONGO_* GOSU_VERSION JSYAML_* GLIBC_TUNABLES GPG_KEYS HOME', '/'],
  ['redis', 'REDIS_* GOSU_VERSION', '/data'],
  ['rabbitmq', 'RABBITMQ_* ERLANG_* OTP_* OPENSSL_* PGP_* RUNNING_UNDER_SYSTEMD HOME LANG LC_ALL LANGUAGE'],
  ['wordpress', `WORDPRESS_* ${php}`, '/var/www/html'],
  ['drupal', `DRUPAL_* COMPOSER_* ${php}`, '/opt/drupal'],
  ['docker', 'DOCKER_* DIND_COMMIT'],
  [distroless, 'SSL_CERT_FILE LANG JAVA_* PYTHON* NODE_*'],
];

const setups: ReadonlyMap<string, ImageSetup> = new Map(
  table.flatMap(([names, variables, workdir]) => {
    const setup = { sets: matcher(variables), workdir };
    return names.split(' ').map((name) => [name, setup] as const);
  }),
);

/** What is known of the variables and the working directory of an image, whatever its tag. Never throws. */
export function imageSetup(image: ImageReference): ImageSetup | undefined {
  const own = baseName(image.familiar);
  for (const name of recordOf(image)?.names ?? []) {
    // A record may speak of several images, or of one under several addresses.
    if (baseName(name) !== own && !name.endsWith('/*')) continue;
    const setup = setups.get(name);
    if (setup !== undefined) return setup;
  }
  return undefined;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function matcher(variables: string): (name: string) => boolean {
  const names = variables.split(' ');
  const whole = new Set(['PATH', ...names]);
  const starts = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  return (name) => whole.has(name) || starts.some((start) => name.startsWith(start));
}
