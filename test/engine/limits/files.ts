import { each, type Case } from './case.js';

/** Many strings, flags, pairs, comments and stages. */
export const files: readonly Case[] = [
  {
    name: 'a JSON array of 100,000 strings',
    size: 100_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nUSER 1\nCMD [${'"a", '.repeat(size)}"b"]`,
    expected: { 'missing-healthcheck': 1 },
  },
  {
    name: 'a broken array of 100,000 strings',
    size: 100_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nUSER 1\nCMD [${"'a', ".repeat(size)}'b']`,
    expected: { 'missing-healthcheck': 1, 'shell-form-command': 1 },
  },
  {
    name: '100,000 brackets',
    size: 100_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nUSER 1\nCMD ${'['.repeat(size)}${']'.repeat(size)}`,
    expected: { 'missing-healthcheck': 1, 'syntax-error': 1 },
  },
  {
    name: 'a SHELL of 10,000 strings in front of 10,000 commands',
    size: 10_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nSHELL [${'"a",'.repeat(size)}"b"]\n${'RUN a\n'.repeat(size)}USER 1`,
    expected: { 'missing-healthcheck': 1 },
  },
  {
    name: '10,000 mounts',
    size: 10_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22\nRUN ${each(size, (i) => `--mount=type=cache,target=/${i} `)}pip install a\nUSER 1`,
    expected: { 'missing-cache-mount': 1, 'missing-healthcheck': 1, 'pip-cache-left': 1, 'unpinned-pip-packages': 1 },
  },
  {
    name: '10,000 unknown flags',
    size: 10_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nRUN ${each(size, (i) => `--monut${i}=a `)}a\nUSER 1`,
    expected: { 'missing-healthcheck': 1, 'unknown-flag': 1000 },
  },
  {
    name: '10,000 options of one mount',
    size: 10_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nRUN --mount=type=cache,${each(size, (i) => `a${i}=b,`)}target=/a a\nUSER 1`,
    expected: { 'missing-healthcheck': 1, 'syntax-error': 1 },
  },
  {
    name: '10,000 pairs in one ENV',
    size: 10_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nENV ${each(size, (i) => `A${i}=$A${i - 1}x \\\n`)}B=c\nUSER 1`,
    expected: { 'missing-healthcheck': 1, 'undefined-variable': 10_000 },
  },
  {
    name: '10,000 secrets in one ENV',
    size: 10_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\nENV ${each(size, (i) => `PASSWORD_${i}=x `)}\nUSER 1`,
    expected: { 'missing-healthcheck': 1, 'secret-in-build-variable': 10_000 },
  },
  {
    name: '10,000 pairs of ARG and RUN',
    size: 10_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\n${each(size, (i) => `ARG A${i}=1\nRUN echo $A${i}\n`)}USER 1`,
    expected: { 'missing-healthcheck': 1 },
  },
  {
    name: '100,000 comments',
    size: 100_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\n${'# note\n'.repeat(size)}USER 1`,
    expected: { 'missing-healthcheck': 1 },
  },
  {
    name: '10,000 ignore comments',
    size: 10_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22\n${'# docker-patterns ignore=apk-cache-left\nRUN apk add a=1\n'.repeat(size)}USER 1`,
    expected: {
      'consecutive-run': 9999,
      'inline-suppression': 10_000,
      'missing-cache-mount': 10_000,
      'missing-healthcheck': 1,
    },
  },
  {
    name: '10,000 ignore comments in one place',
    size: 10_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22\n${'# docker-patterns ignore=apk-cache-left\n'.repeat(size)}RUN apk add a=1\nUSER 1`,
    expected: { 'inline-suppression': 10_000, 'missing-cache-mount': 1, 'missing-healthcheck': 1 },
  },
  {
    name: '10,000 comments of hadolint for stages and files',
    size: 10_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22\n${'# hadolint stage ignore=DL3019\n# hadolint global ignore=DL3002\nRUN apk add a=1\n'.repeat(size)}USER 1`,
    expected: { 'consecutive-run': 9999, 'missing-cache-mount': 10_000, 'missing-healthcheck': 1 },
  },
  {
    name: '10,000 checks above one instruction',
    size: 10_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\n${'# check=skip=all\n'.repeat(size)}CMD node a\nUSER 1`,
    // Docker reads the first.
    expected: { 'malformed-suppression': 9999, 'missing-healthcheck': 1 },
  },
  {
    name: '10,000 comments of each other tool',
    size: 10_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22\n${'# trivy:ignore:DS-0025 trivy:ignore:*\n# checkov:skip=CKV_DOCKER_3\n# kics-scan ignore-block\n# shellcheck disable=SC2000-SC2999\nWORKDIR /a\n'.repeat(size)}HEALTHCHECK NONE\nUSER 1`,
    expected: { 'inline-suppression': 30_000 },
  },
  {
    name: '2,000 directives of ShellCheck in a here-document',
    size: 2_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22\nRUN <<E\n${'# shellcheck disable=all\necho `a`\n'.repeat(size)}E\nHEALTHCHECK NONE\nUSER 1`,
    expected: {},
  },
  {
    name: '10,000 rules that do not exist',
    size: 10_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22\n# docker-patterns ignore=${each(size, (i) => `apk-cache-lef${i},`)}x\nRUN a\nUSER 1`,
    expected: { 'inline-suppression': 1, 'missing-healthcheck': 1, 'unknown-suppressed-rule': 10_001 },
  },
  {
    name: '2,000 installs of Node.js that end in one image',
    size: 2000,
    small: 50,
    text: (size) =>
      `FROM node:24 AS a\n${each(size, (i) => `WORKDIR /app${i}\nCOPY package.json package-lock.json ./\nRUN npm install\n`)}FROM node:24\nUSER node\n${each(size, (i) => `COPY --from=a /app${i} /app${i}\n`)}CMD ["node", "x.js"]`,
    expected: {
      'dev-dependencies-in-final-stage': 20,
      'missing-cache-mount': 2000,
      'missing-healthcheck': 1,
      'non-numeric-user': 1,
      'oversized-base-image': 1,
      'unlocked-install': 2000,
    },
  },
  {
    name: 'a RUN with thousands of commands that install and clean',
    size: 1000,
    small: 20,
    text: (size) =>
      `FROM golang:1.26\nRUN ${'export A=b && cd x && npm ci && npm cache clean && yarn add a@1 && yarn cache clean && go get a.b/c && rm -rf ~/.npm && '.repeat(size)}true\nUSER 1\nCMD ["/x"]`,
    expected: { 'cd-command': 1, 'missing-cache-mount': 1, 'missing-healthcheck': 1, 'unpinned-go-packages': 1000 },
  },
  {
    name: '10,000 stages each from the one before',
    size: 10_000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22 AS s0\nUSER root\n${each(size, (i) => `FROM s${i} AS s${i + 1}\nARG A\nRUN apk add a\n`)}CMD ["a"]`,
    expected: {
      'apk-cache-left': 10_000,
      'missing-cache-mount': 10_000,
      'missing-healthcheck': 1,
      'root-user': 1,
      'unpinned-apk-packages': 10_000,
      'unused-arg': 10_000,
    },
  },
  {
    name: '2,000 stages that copy from the one before',
    size: 2000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22 AS s0\n${each(size, (i) => `FROM alpine:3.22 AS s${i + 1}\nCOPY --from=s${i} a b\n`)}USER 1`,
    expected: { 'missing-healthcheck': 1, 'relative-copy-target': 2000 },
  },
  {
    name: '1,000 triggers for 1,000 stages',
    size: 1000,
    small: 100,
    text: (size) =>
      `FROM alpine:3.22 AS a\n${each(size, (i) => `ONBUILD ENV A${i}=b\n`)}${'FROM a\nRUN b\n'.repeat(size)}USER 1`,
    expected: { 'missing-healthcheck': 1, 'unused-stage': 999 },
  },
  {
    name: '3,000 stages that wait for one another',
    size: 3000,
    small: 100,
    text: (size) =>
      `${each(size, (i) => `FROM alpine:3.22 AS s${i}\nCOPY --from=s${(i + 1) % size} /a /b\nRUN --mount=from=t${i} x\n`)}USER 1`,
    expected: { 'circular-stage-dependency': 2999, 'missing-healthcheck': 1 },
  },
  {
    name: 'triggers of triggers',
    size: 100_000,
    small: 100,
    text: (size) => `FROM alpine:3.22\n${'ONBUILD '.repeat(size)}RUN a\nUSER 1`,
    expected: { 'forbidden-onbuild-trigger': 1, 'missing-healthcheck': 1 },
  },
];
