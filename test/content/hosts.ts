import type { Snippet } from '../../server/src/snippets/types.js';

/** The smallest file around a snippet that is no whole file: `@` is the line where it goes. */
export interface Host {
  readonly text: string;
  /** Files around it; without, nothing is known of any. */
  readonly files?: readonly string[];
}

const ordinary = 'FROM debian:13-slim\nWORKDIR /app\n@\nUSER 10001\nCMD ["/app/server"]\n';
const withUser = 'FROM debian:13-slim\nWORKDIR /app\n@\nCMD ["/app/server"]\n';
const on = (image: string, rest = 'USER 10001\nCMD ["/app/server"]\n'): string =>
  `FROM ${image}\nWORKDIR /app\n@\n${rest}`;
const building = (image: string, workdir = '/src'): string =>
  `FROM ${image} AS build\nWORKDIR ${workdir}\n@\n\nFROM debian:13-slim\nCOPY --from=build /app /app\nUSER 10001\nCMD ["/app"]\n`;
const windows = (rest: string): string => `# escape=\`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\n@\n${rest}`;

/** Hosts of the fragments for Dockerfiles, by id; a snippet with a FROM and a command at its end needs none. */
const dockerfiles: Readonly<Record<string, string>> = {
  stage: 'FROM node:24-slim AS base\nWORKDIR /app\n\n@\nCOPY . .\nUSER node\nCMD ["node", "index.js"]\n',
  'copy-from': `FROM node:24-slim AS build\nWORKDIR /app\nCOPY . .\n\n${on('node:24-slim')}`,
  layers: on('node:24-slim', 'USER node\nCMD ["node", "index.js"]\n'),
  init: 'FROM debian:13-slim\nWORKDIR /app\nUSER root\n@\nUSER 10001\n',
  'init-alpine': 'FROM alpine:3.23\nWORKDIR /app\nUSER root\n@\nUSER 10001\n',
  'from-node': '@\nWORKDIR /app\nUSER node\nCMD ["node", "index.js"]\n',
  'from-python': '@\nWORKDIR /app\nUSER 10001\nCMD ["python", "-m", "app"]\n',
  'from-distroless':
    'FROM golang:1.26 AS build\nRUN go build -o /app example.com/app\n\n@\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n',
  'from-system': '@\nUSER 10001\nCMD ["/bin/true"]\n',
  user: withUser,
  'user-alpine': 'FROM alpine:3.23\n@\nCMD ["/app/server"]\n',
  'user-number': withUser,
  'copy-chown':
    'FROM debian:13-slim\nRUN groupadd --gid 10001 app && useradd --no-log-init --uid 10001 --gid app app\nWORKDIR /app\n@\nUSER app\nCMD ["/app/server"]\n',
  'healthcheck-node': on('node:24-slim'),
  'healthcheck-python': on('python:3.14-slim'),
  healthcheck: on('alpine:3.23'),
  'cache-npm': on('node:24-slim'),
  'cache-pnpm': on('registry.example.com/node-pnpm:1'),
  'cache-yarn': on('node:24-slim'),
  'cache-pip': on('python:3.14-slim'),
  'cache-uv': on('registry.example.com/python-uv:1'),
  'cache-go': building('golang:1.26'),
  'cache-cargo':
    'FROM rust:1.98-slim AS build\nWORKDIR /src\n@\n\nFROM gcr.io/distroless/cc-debian13:nonroot\nCOPY --from=build /usr/local/bin/app /app\nENTRYPOINT ["/app"]\n',
  'cache-maven':
    'FROM maven:3.9-eclipse-temurin-25 AS build\nWORKDIR /src\n@\n\nFROM eclipse-temurin:25-jre\nCOPY --from=build /src/target/app.jar /app.jar\nUSER 10001\nENTRYPOINT ["java", "-jar", "/app.jar"]\n',
  'cache-composer': building('composer:2', '/app'),
  'cache-bundler': on('ruby:4.0-slim'),
  apk: on('alpine:3.23'),
  'apk-build': on('alpine:3.23'),
  dnf: on('fedora:44'),
  'secret-npm': on('node:24-slim'),
  'secret-pip': on('python:3.14-slim'),
  ssh: 'FROM registry.example.com/git:1 AS build\n@\n\nFROM debian:13-slim\nCOPY --from=build /src /src\nUSER 10001\nCMD ["/src/server"]\n',
  'windows-powershell': windows('RUN Write-Output done\nUSER ContainerUser\nCMD ["cmd"]\n'),
  'windows-download': windows('USER ContainerUser\nCMD ["cmd"]\n').replace(
    '@',
    'SHELL ["powershell", "-NoLogo", "-NoProfile", "-Command"]\n@',
  ),
  'windows-user': windows('CMD ["cmd"]\n'),
  'windows-healthcheck': windows('USER ContainerUser\nCMD ["cmd"]\n'),
};

const service = 'name: app\n\nservices:\n  app:\n    image: registry.example.com/shop/app:1.4.2\n@\n';

/** Hosts of the fragments for Compose files, by id; the others go by their place. */
const composes: Readonly<Record<string, string>> = {
  'compose-depends-on': `${service}\n  db:\n    image: registry.example.com/shop/db:18.1\n    healthcheck:\n      test: ["CMD", "pg_isready"]\n`,
  'compose-healthcheck-postgres': service.replace('shop/app:1.4.2', 'shop/db:18.1'),
  'compose-build': 'name: app\n\nservices:\n  app:\n@\n',
  'compose-watch': 'name: app\n\nservices:\n  app:\n    build: .\n@\n',
};

/** A file that holds the expansion of a snippet and is as short as can be. */
export function inHost({ id, kind, place }: Snippet, expansion: string): string {
  const text = expansion.replace(/\n$/, '');
  if (kind === 'dockerfile') {
    const host = dockerfiles[id] ?? (/^FROM /m.test(text) ? '@\n' : ordinary);
    return host.replace('@', () => text);
  }
  if (kind !== 'dockercompose') return `${text}\n`;
  if (place === 'services') return `name: app\n\nservices:\n${indented(text, 2)}\n`;
  if (place === 'service') return (composes[id] ?? service).replace('@', () => indented(text, 4));
  return `${text}\n`;
}

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** Rules of the profile `all` that may speak about a snippet, each with the reason. */
export const spoken: Readonly<Record<string, string>> = {
  'missing-healthcheck': 'Only the author knows the address that answers; the snippet dp-healthcheck adds the check.',
  'non-numeric-user': 'A name tells people who it is; where Kubernetes wants a number there is dp-user-number.',
  'missing-cache-mount': 'One system package is as well installed the plain way; dp-cache-apt shows the other one.',
  'unpinned-apk-packages': 'Alpine drops old versions, so that a pinned one breaks the build in weeks.',
  'unpinned-apt-packages': 'Mirrors drop old versions, so that a pinned one breaks the build in weeks.',
  'unpinned-dnf-packages': 'Mirrors drop old versions, so that a pinned one breaks the build in weeks.',
  'implicit-default-network': 'A project of one file needs no name for its only network; dp-compose-network gives one.',
  'image-without-digest': 'A digest would be wrong the next day; the version is what a person has to choose.',
  'missing-cpu-limit':
    'A fragment is about one thing, and development needs no limits; dp-compose-resources sets them.',
  'missing-memory-limit':
    'A fragment is about one thing, and development needs no limits; dp-compose-resources sets them.',
  'missing-pids-limit':
    'A fragment is about one thing, and development needs no limits; dp-compose-resources sets them.',
  'missing-project-name': 'A fragment goes into a file that has a name, and an override must not give another one.',
  'missing-restart-policy': 'A fragment is about one thing; dp-compose-restart sets it.',
  'missing-security-options': 'A fragment is about one thing; dp-compose-hardened sets them.',
  'missing-service-healthcheck': 'Only the author knows the address that answers; dp-compose-healthcheck adds it.',
  'privilege-escalation-allowed': 'A fragment is about one thing; dp-compose-hardened forbids it.',
  'short-syntax': 'One line says as much as four, and people know it.',
  'unbounded-logs': 'A fragment is about one thing; dp-compose-logging bounds them.',
  'undropped-capabilities': 'A fragment is about one thing; dp-compose-capabilities drops them.',
  'writable-root-filesystem': 'A fragment is about one thing; dp-compose-read-only forbids it.',
  'copy-ownership-flag': 'Next.js and Rails write into their folder, and dp-copy-chown is about nothing else.',
};
