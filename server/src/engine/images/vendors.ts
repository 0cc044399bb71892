import { account, type ImageRecord } from './record.js';
import { compareVersions, type Tag } from './tag.js';

const has = (tag: Tag, ...words: readonly string[]): boolean => words.some((word) => tag.words.includes(word));

/** Runtimes that moved to Amazon Linux 2023, by repository and the version from which on. */
const lambdaOn2023: Readonly<Record<string, string>> = {
  python: '3.12',
  nodejs: '20',
  java: '21',
  ruby: '3.3',
  dotnet: '8',
};

const lambda = (name: string): ImageRecord => ({
  // docs.aws.amazon.com/lambda, base images: the platform picks an unprivileged user, USER is ignored.
  names: [`public.ecr.aws/lambda/${name}`, `amazon/aws-lambda-${name}`],
  base: (tag) => {
    if (has(tag, 'al2023')) return 'amazon2023';
    const from = lambdaOn2023[name];
    return from !== undefined && (tag.version === undefined || compareVersions(tag.version, from) >= 0)
      ? 'amazon2023'
      : 'amazon2';
  },
  dropsPrivileges: true,
  ports: [8080],
});

/** Collections of one publisher whose images share their rules. */
export const vendors: readonly ImageRecord[] = [
  // docs.linuxserver.io, "Understanding PUID and PGID": s6-overlay starts services as user abc.
  {
    names: ['linuxserver/*', 'lscr.io/linuxserver/*', 'ghcr.io/linuxserver/*'],
    base: (tag) => (has(tag, 'ubuntu') ? 'ubuntu' : has(tag, 'debian') ? 'debian' : 'unknown'),
    availableUser: account('abc', 911, 1000),
    dropsPrivileges: true,
  },
  // bitnami/containers: minideb, USER 1001 in every image but minideb itself.
  {
    names: ['bitnami/*', 'bitnamilegacy/*', 'bitnamisecure/*', 'public.ecr.aws/bitnami/*'],
    base: 'debian',
    defaultUser: '1001',
  },
  { names: ['bitnami/minideb', 'bitnamilegacy/minideb'], base: 'debian' },
  // SeleniumHQ/docker-selenium Base/Dockerfile: USER 1200 (seluser).
  { names: ['selenium/*'], base: 'ubuntu', fixedBase: true, defaultUser: '1200', ports: [4444] },
  {
    // microsoft/playwright utils/docker: `adduser pwuser`, after `ubuntu` (1000) from noble on.
    names: [
      'mcr.microsoft.com/playwright',
      'mcr.microsoft.com/playwright/python',
      'mcr.microsoft.com/playwright/java',
      'mcr.microsoft.com/playwright/dotnet',
    ],
    base: 'ubuntu',
    availableUser: (tag) => account('pwuser', has(tag, 'noble', 'resolute') ? 1001 : 1000),
  },
  {
    names: ['cypress/base', 'cypress/browsers', 'cypress/included', 'cypress/factory'],
    base: 'debian',
    availableUser: account('node', 1000),
  },
  {
    names: ['ghcr.io/puppeteer/puppeteer'],
    base: 'debian',
    defaultUser: 'pptruser',
  },
  // devcontainers/images: user vscode 1000 (node in the JavaScript images).
  {
    names: ['mcr.microsoft.com/devcontainers/*', 'mcr.microsoft.com/vscode/devcontainers/*'],
    base: 'debian',
    availableUser: account('vscode', 1000),
  },
  {
    names: ['javascript-node', 'typescript-node'].flatMap((name) => [
      `mcr.microsoft.com/devcontainers/${name}`,
      `mcr.microsoft.com/vscode/devcontainers/${name}`,
    ]),
    base: 'debian',
    availableUser: account('node', 1000),
  },
  {
    names: ['mcr.microsoft.com/devcontainers/universal'],
    base: 'ubuntu',
    defaultUser: 'codespace',
  },
  // jupyter/docker-stacks: NB_UID 1000, NB_GID 100.
  { names: ['jupyter/*', 'quay.io/jupyter/*'], base: 'ubuntu', defaultUser: '1000' },
  { names: ['nvidia/cuda', 'nvcr.io/nvidia/cuda'], base: 'ubuntu' },
  { names: ['pytorch/pytorch', 'tensorflow/tensorflow'], base: 'ubuntu' },
  { names: ['continuumio/miniconda3', 'continuumio/anaconda3', 'condaforge/miniforge3'], base: 'debian' },
  // mamba-org/micromamba-docker: MAMBA_USER mambauser.
  { names: ['mambaorg/micromamba'], base: 'debian', defaultUser: 'mambauser' },
  { names: ['apache/airflow'], base: 'debian', defaultUser: 'airflow', ports: [8080] },
  { names: ['cimg/*'], base: 'ubuntu', defaultUser: 'circleci' },
  { names: ['curlimages/curl'], base: 'alpine', defaultUser: 'curl_user' },
  { names: ['alpine/git', 'alpine/curl', 'alpine/k8s', 'alpine/helm'], base: 'alpine' },
  { names: ['hashicorp/terraform', 'hashicorp/packer', 'amazon/aws-cli'], base: 'unknown' },
  ...['python', 'nodejs', 'java', 'ruby', 'dotnet', 'go', 'provided'].map(lambda),
];
