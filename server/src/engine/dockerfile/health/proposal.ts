import { parseShell } from '../../shell/parse.js';
import { MappedText } from '../../text/mapped.js';
import { plainForm } from '../start/execForm.js';
import type { ImageFamily } from '../../images/types.js';
import type { DockerfileDocument, Stage } from '../model/types.js';

/** A command for HEALTHCHECK that fits an image. */
export interface HealthProposal {
  /** What stands behind `HEALTHCHECK CMD`, as an LSP snippet where `asks` is set. */
  readonly command: string;
  /** A person has to check the path that is asked. */
  readonly asks: boolean;
}

/**
 * How the final stage can be asked whether it works: the command that its image is known for, or a request to the port
 * that it exposes with a program that the image has. Undefined where nothing certain is known. Never throws.
 */
export function healthProposal(doc: DockerfileDocument, stage: Stage): HealthProposal | undefined {
  const { known } = stage;
  if (known?.healthCommand !== undefined) return { command: withoutShell(known.healthCommand), asks: false };
  const port = portOf(doc, stage);
  if (port === undefined) return undefined;
  const url = `http://localhost:${port}\${1:/}`;
  const command = requestWith(doc, stage, url);
  return command === undefined ? undefined : { command, asks: true };
}

/**
 * A command in exec form, unless it takes a shell. It may lose `|| exit 1`: any exit code but 0 counts as a failure, also
 * those that the reference leaves undefined (moby daemon/health.go, handleProbeResult).
 */
function withoutShell(command: string): string {
  return plainForm(parseShell(MappedText.at(command.replace(/ \|\| exit 1$/, ''), 0))) ?? command;
}

function requestWith(doc: DockerfileDocument, stage: Stage, url: string): string | undefined {
  return requestCommand(url, {
    name: stage.baseImage?.familiar.split('/').at(-1) ?? '',
    isWindows: stage.os === 'windows',
    family: stage.known?.family,
    has: (program) => installs(doc, stage, program),
  });
}

/** What is known of an image that a request is made in. */
export interface RequestPlace {
  /** The last part of the name of the image. */
  readonly name: string;
  readonly isWindows: boolean;
  readonly family: ImageFamily | undefined;
  readonly has: (program: 'curl' | 'wget') => boolean;
}

/** A command in exec form that asks a URL with a program which the image has. Never throws. */
export function requestCommand(url: string, { name, isWindows, family, has }: RequestPlace): string | undefined {
  if (isWindows) {
    return `["powershell", "-Command", "try { Invoke-WebRequest -UseBasicParsing ${url} } catch { exit 1 }"]`;
  }
  if (has('curl')) return `["curl", "-f", "${url}"]`;
  if (family === 'alpine' || family === 'busybox' || has('wget')) return `["wget", "-q", "--spider", "${url}"]`;
  const node = `fetch('${url}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`;
  if (name === 'node') return `["node", "-e", "${node}"]`;
  if (/^nodejs\d+/.test(name)) return `["/nodejs/bin/node", "-e", "${node}"]`;
  if (name === 'python') return `["python", "-c", "import urllib.request; urllib.request.urlopen('${url}')"]`;
  if (name === 'php') return `["php", "-r", "exit(@file_get_contents('${url}') === false ? 1 : 0);"]`;
  if (name === 'ruby')
    return `["ruby", "-rnet/http", "-e", "exit Net::HTTP.get_response(URI('${url}')).is_a?(Net::HTTPSuccess)"]`;
  return undefined;
}

/** Whether a RUN of the stage names a package. */
function installs(doc: DockerfileDocument, stage: Stage, name: string): boolean {
  return doc.runsOf('apt-get', 'apt', 'apk', 'dnf', 'microdnf', 'yum', 'zypper').some(({ args, command }) => {
    return (
      doc.stageOf(command.instruction) === stage &&
      args.some(({ value }) => value === name || value.startsWith(`${name}=`))
    );
  });
}

/** The only TCP port that the stage exposes, or else the one that its image listens on. */
function portOf(doc: DockerfileDocument, stage: Stage): number | undefined {
  const ports = stage.instructions
    .filter(({ keyword }) => keyword === 'EXPOSE')
    .flatMap((expose) => expose.words.map((word) => doc.expand(word, expose)));
  const [only] = ports;
  if (ports.length === 0) return stage.known?.ports.length === 1 ? stage.known.ports[0] : undefined;
  if (ports.length > 1 || only?.known !== true) return undefined;
  const port = /^(\d+)(?:\/tcp)?$/i.exec(only.value)?.[1];
  return port === undefined ? undefined : Number(port);
}
