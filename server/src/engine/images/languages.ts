import {
  correttoCycles,
  dotnetCycles,
  elixirCycles,
  erlangCycles,
  goCycles,
  nodeCycles,
  perlCycles,
  phpCycles,
  pythonCycles,
  rubyCycles,
  temurinCycles,
} from './lifetimes-languages.js';
import { account, type ImageRecord } from './record.js';
import { majorOf, type Tag } from './tag.js';

// Sources, unless a group names another: the library/ files of docker-library/official-images (tags and systems), the
// Dockerfiles they point to (users, ports), sizes from docker-library/repo-info (linux/amd64, compressed, July to
// September 2026, rounded).

const has = (tag: Tag, ...words: readonly string[]): boolean => words.some((word) => tag.words.includes(word));

/** php: the Apache and FPM variants start as root and serve as www-data (docker-library/php). */
const php: ImageRecord = {
  names: ['php'],
  entrypoint: 'passes',
  base: 'debian',
  cycles: phpCycles,
  cycleTags: true,
  variants: ['cli', 'apache', 'fpm', 'zts', 'alpine'],
  availableUser: (_tag, base) => (base === 'alpine' ? account('www-data', 82) : account('www-data', 33)),
  dropsPrivileges: (tag) => has(tag, 'apache', 'fpm'),
  ports: (tag) => (has(tag, 'apache') ? [80] : has(tag, 'fpm') ? [9000] : []),
};

/** Images of .NET (dotnet/dotnet-docker): Debian until .NET 9, Ubuntu from 10; user app 1654 from .NET 8. */
const dotnet: ImageRecord = {
  names: ['aspnet', 'runtime', 'runtime-deps'].map((name) => `mcr.microsoft.com/dotnet/${name}`),
  entrypoint: 'none',
  base: (tag) => ((majorOf(tag.version) ?? 10) >= 10 ? 'ubuntu' : 'debian'),
  cycles: dotnetCycles,
  cycleTags: (cycle) => (cycle.includes('.') ? cycle : `${cycle}.0`),
  variants: ['alpine'],
  defaultUser: (_tag, base) => (base === 'distroless' ? 'app' : undefined),
  availableUser: (tag) => ((majorOf(tag.version) ?? 10) >= 8 ? account('app', 1654) : undefined),
  ports: (tag) => [(majorOf(tag.version) ?? 10) >= 8 ? 8080 : 80],
};

/** Tags without `jre` bring the compiler. */
const jdk = (tag: Tag): 'java' | undefined => (has(tag, 'jre') ? undefined : 'java');

/** openjdk: deprecated; Oracle Linux from 12 on, Debian before and in slim variants. */
const openjdk: ImageRecord = {
  names: ['openjdk'],
  toolchain: jdk,
  // docker-library/docs, openjdk/deprecated.md: after July 2022 only early access builds are updated.
  ended: (tag) => (has(tag, 'ea', 'rc') ? undefined : '2022-07-31'),
  successor: 'eclipse-temurin',
  entrypoint: 'none',
  base: (tag) => (has(tag, 'slim') || (majorOf(tag.version) ?? 99) < 12 ? 'debian' : 'rhelMinimal'),
};

export const languages: readonly ImageRecord[] = [
  {
    names: ['node'],
    entrypoint: 'passes',
    base: 'debian',
    releaseFirst: true,
    aliases: { krypton: '24', jod: '22', iron: '20', hydrogen: '18', gallium: '16', fermium: '14' },
    cycles: nodeCycles,
    availableUser: account('node', 1000),
    flavours: [
      { suffix: '', sizeMb: 409 },
      { suffix: 'slim', sizeMb: 80 },
      { suffix: 'alpine', sizeMb: 58 },
    ],
  },
  {
    names: ['python'],
    entrypoint: 'none',
    base: 'debian',
    cycles: pythonCycles,
    flavours: [
      { suffix: '', sizeMb: 413 },
      { suffix: 'slim', sizeMb: 43 },
      { suffix: 'alpine', sizeMb: 17 },
    ],
  },
  {
    names: ['golang'],
    toolchain: 'go',
    entrypoint: 'none',
    base: 'debian',
    cycles: goCycles,
    flavours: [
      { suffix: '', sizeMb: 312 },
      { suffix: 'alpine', sizeMb: 71 },
    ],
  },
  {
    names: ['ruby'],
    entrypoint: 'none',
    base: 'debian',
    cycles: rubyCycles,
    variants: ['alpine'],
    flavours: [
      { suffix: '', sizeMb: 421 },
      { suffix: 'slim', sizeMb: 85 },
    ],
  },
  {
    names: ['perl'],
    entrypoint: 'none',
    base: 'debian',
    cycles: perlCycles,
    cycleTags: true,
    variants: ['slim', 'threaded'],
  },
  php,
  {
    names: ['rust'],
    toolchain: 'rust',
    entrypoint: 'none',
    base: 'debian',
    flavours: [
      { suffix: '', sizeMb: 593 },
      { suffix: 'slim', sizeMb: 319 },
    ],
  },
  {
    names: ['eclipse-temurin'],
    toolchain: jdk,
    entrypoint: 'passes',
    base: 'ubuntu',
    cycles: temurinCycles,
    cycleTags: true,
    variants: ['jdk', 'jre', 'alpine'],
    availableUser: (tag) => (has(tag, 'noble', 'resolute') ? account('ubuntu', 1000) : undefined),
  },
  {
    toolchain: jdk,
    names: ['amazoncorretto', 'public.ecr.aws/amazoncorretto/amazoncorretto'],
    entrypoint: 'none',
    base: 'amazon2023',
    cycles: correttoCycles,
    cycleTags: true,
    variants: ['alpine', 'jdk'],
  },
  openjdk,
  // docker-library/docs, java/deprecated.md and adoptopenjdk/deprecated.md.
  { names: ['java'], base: 'debian', ended: '2016-12-31', successor: 'eclipse-temurin' },
  { names: ['adoptopenjdk'], base: 'ubuntu', ended: '2021-08-01', successor: 'eclipse-temurin' },
  { names: ['ibm-semeru-runtimes', 'sapmachine', 'azul-zulu'], base: 'ubuntu' },
  {
    names: ['maven'],
    toolchain: 'java',
    entrypoint: 'passes',
    base: (tag) => (has(tag, 'corretto', 'amazoncorretto') ? 'amazon2023' : 'ubuntu'),
  },
  {
    // keeganwitt/docker-gradle: user gradle 1000 exists, the last USER is root.
    names: ['gradle'],
    toolchain: 'java',
    entrypoint: 'none',
    base: (tag) => (has(tag, 'corretto') ? 'amazon2023' : has(tag, 'graal') ? 'rhelMinimal' : 'ubuntu'),
    availableUser: (tag) => (has(tag, 'graal', 'corretto', 'ubi') ? undefined : account('gradle', 1000)),
  },
  dotnet,
  { ...dotnet, names: ['mcr.microsoft.com/dotnet/sdk'], toolchain: 'dotnet' },
  {
    // oven-sh/bun, dockerhub/*/Dockerfile.
    names: ['oven/bun'],
    base: 'debian',
    availableUser: (_tag, base) => (base === 'distroless' ? undefined : account('bun', 1000)),
  },
  {
    // denoland/deno_docker: Debian and Ubuntu make the user 1993, Alpine 1000, neither selects it.
    names: ['denoland/deno', 'ghcr.io/denoland/deno', 'ghcr.io/denoland/denoland'],
    base: (tag) => (has(tag, 'bin') ? 'scratch' : 'debian'),
    availableUser: (_tag, base) =>
      base === 'alpine'
        ? account('deno', 1000)
        : base === 'debian' || base === 'ubuntu'
          ? account('deno', 1993)
          : undefined,
  },
  {
    // ghcr.io/astral-sh/uv: the plain tags hold two programs and nothing else.
    names: ['ghcr.io/astral-sh/uv', 'astral/uv'],
    base: 'scratch',
  },
  {
    names: ['erlang'],
    entrypoint: 'none',
    base: 'debian',
    cycles: erlangCycles,
    cycleTags: true,
    variants: ['slim', 'alpine'],
  },
  {
    names: ['elixir'],
    entrypoint: 'none',
    base: 'debian',
    cycles: elixirCycles,
    cycleTags: true,
    variants: ['slim', 'alpine'],
  },
  {
    names: ['julia', 'pypy', 'r-base', 'swipl', 'rakudo-star', 'hylang'],
    base: 'debian',
  },
  { names: ['gcc'], base: 'debian', toolchain: 'c' },
  { names: ['haskell'], base: 'debian', toolchain: 'haskell' },
  { names: ['dart'], base: 'debian', toolchain: 'dart' },
  { names: ['nim'], base: 'debian', toolchain: 'nim' },
  { names: ['buildpack-deps', 'jruby'], entrypoint: 'none', base: 'debian' },
  {
    names: ['swift'],
    entrypoint: 'none',
    base: 'ubuntu',
    toolchain: (tag) => (has(tag, 'slim') ? undefined : 'swift'),
  },
  { names: ['clojure'], base: 'debian' },
  { names: ['groovy'], base: 'ubuntu', availableUser: account('groovy', 1000) },
  { names: ['composer', 'haxe'], base: 'alpine' },
];
