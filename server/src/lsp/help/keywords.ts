import type { GuideSection } from '../../guide/sections.js';

/** What a hover says of an instruction. */
export interface KeywordHelp {
  /** What it does. */
  readonly what: string;
  /** What to know about it. */
  readonly note: string;
  readonly guide: GuideSection;
  /** Heading in the Dockerfile reference of docs.docker.com. */
  readonly anchor: string;
}

const instructions: GuideSection = 'dockerfile-reference#instructions';
const forms: GuideSection = 'dockerfile-reference#exec-form-and-shell-form';
const secrets: GuideSection = 'build-secrets';

/** Instructions by upper-case keyword. Facts: https://docs.docker.com/reference/dockerfile/ */
export const keywords: Readonly<Record<string, KeywordHelp>> = {
  FROM: {
    what: 'Starts a build stage from an image or from an earlier stage.',
    note: 'The last stage becomes the image; files of the others reach it only with `COPY --from`.',
    guide: 'multi-stage-builds',
    anchor: 'from',
  },
  ARG: {
    what: 'Declares a value that can be given to the build with `--build-arg`.',
    note: 'It is not set in the running container, but the history of the image shows it: never put a secret in it.',
    guide: secrets,
    anchor: 'arg',
  },
  ENV: {
    what: 'Sets an environment variable for the following instructions and for the running container.',
    note: 'Everybody who has the image can read it: never put a secret in it.',
    guide: secrets,
    anchor: 'env',
  },
  WORKDIR: {
    what: 'Sets the folder that following instructions and the container work in; it is made if it is missing.',
    note: 'An absolute path does not depend on what an earlier instruction or the base image set.',
    guide: instructions,
    anchor: 'workdir',
  },
  COPY: {
    what: 'Copies files from the build context, or with `--from` from a stage or image.',
    note: 'A changed file makes this step and all that follow run again, so copy what changes often last.',
    guide: 'layer-optimization#copying-what-the-install-needs-first',
    anchor: 'copy',
  },
  ADD: {
    what: 'Copies files as `COPY` does, and also fetches URLs and Git repositories and unpacks local archives.',
    note: 'Where plain copying is meant, `COPY` says so.',
    guide: instructions,
    anchor: 'add',
  },
  RUN: {
    what: 'Runs a command while the image is built and keeps the changed files as a layer.',
    note: 'What a later step deletes still takes up room in the layer of the step that wrote it.',
    guide: 'layer-optimization#one-layer-for-things-that-belong-together',
    anchor: 'run',
  },
  USER: {
    what: 'Selects the user, and with `:` the group, for the following instructions and the container.',
    note: 'Without it, programs run as the user of the base image, which usually is root.',
    guide: 'run-as-non-root',
    anchor: 'user',
  },
  EXPOSE: {
    what: 'Tells which ports the program listens on.',
    note: 'It opens nothing by itself; ports are published when a container is started.',
    guide: instructions,
    anchor: 'expose',
  },
  VOLUME: {
    what: 'Declares a folder whose data lives outside the layers of the image.',
    note: 'Each container gets a new volume there unless one is given when it is started.',
    guide: instructions,
    anchor: 'volume',
  },
  HEALTHCHECK: {
    what: 'Tells how to find out whether the program still does its work.',
    note: 'The command answers 0 when all is well and 1 when not; the last HEALTHCHECK counts.',
    guide: 'application-health-check',
    anchor: 'healthcheck',
  },
  ENTRYPOINT: {
    what: 'Sets the program that a container starts; the arguments of `docker run` are added to it.',
    note: 'Written as a JSON array, the program starts without a shell and receives stop signals.',
    guide: forms,
    anchor: 'entrypoint',
  },
  CMD: {
    what: 'Sets the command that a container starts, or the default arguments of `ENTRYPOINT`.',
    note: 'The last CMD counts. Written as a JSON array, the program starts without a shell and receives stop signals.',
    guide: forms,
    anchor: 'cmd',
  },
  LABEL: {
    what: 'Adds descriptions to the image, as names with values.',
    note: 'They can be read with `docker inspect` and change nothing in the container.',
    guide: instructions,
    anchor: 'label',
  },
  SHELL: {
    what: 'Sets the shell that runs the instructions which follow in shell form.',
    note: 'Without it, that is `/bin/sh -c` on Linux and `cmd /S /C` on Windows.',
    guide: forms,
    anchor: 'shell',
  },
  STOPSIGNAL: {
    what: 'Sets the signal that `docker stop` sends to the program.',
    note: 'Without it, that is SIGTERM; after ten seconds the program is killed.',
    guide: instructions,
    anchor: 'stopsignal',
  },
  ONBUILD: {
    what: 'Keeps an instruction for the builds of images that start from this one.',
    note: 'It does nothing in this build; it runs right after the FROM of the other.',
    guide: instructions,
    anchor: 'onbuild',
  },
  MAINTAINER: {
    what: 'Names the author of the image.',
    note: 'It is out of date: a `LABEL` says the same, and more.',
    guide: instructions,
    anchor: 'maintainer-deprecated',
  },
};
