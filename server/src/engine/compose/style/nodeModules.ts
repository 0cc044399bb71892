import { parseDockerfile } from '../../dockerfile/document.js';
import type { DockerfileDocument, Stage } from '../../dockerfile/model/types.js';
import type { FactQuery, Facts } from '../../facts.js';
import { SourceText } from '../../text/source.js';
import { itemsOf, textField } from '../forms/pieces.js';
import { readBuild, readTmpfs } from '../forms/service.js';
import { readVolumes, type VolumeMount } from '../forms/volumes.js';
import type { ListNode } from '../tree/types.js';
import { withoutSlashes } from '../../text/paths.js';
import type { ComposeDocument, Service } from '../types.js';

/** A folder of the host that is mounted over the folder of an image in which packages may lie. */
export interface SourceMount {
  readonly service: Service;
  readonly mount: VolumeMount;
  readonly list: ListNode;
  /** The folder in the container. */
  readonly folder: string;
  /** From the folder of the file, with `/` at the end; empty for that folder itself. */
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | undefined;
}

const installs = /\b(?:npm|pnpm|yarn|bun)\s+(?:i|ci|install|add)\b|\byarn\s*(?:$|&&|;|\|)/;

/** Mounts of a build context that hide what the image has below that folder, as far as the file itself tells. */
export function sourceMounts(doc: ComposeDocument): readonly SourceMount[] {
  return [...doc.services.values()].flatMap((service) => {
    const list = service.get('volumes');
    const build = readBuild(service.get('build'));
    const context = pathIn(build?.context?.value);
    if (list?.kind !== 'list' || build === undefined || context === undefined || build.inline !== undefined) return [];
    if (service.get('volumes_from') !== undefined || service.get('extends') !== undefined) return [];
    const { mounts } = readVolumes(list);
    const tmpfs = readTmpfs(service.get('tmpfs')).map(({ path }) => path.value);
    const targets = [...mounts.map(({ target }) => target?.value), ...tmpfs];
    // What a variable decides may be the very volume.
    if (targets.includes(undefined)) return [];
    const known = new Set(targets.map((path) => withoutSlashes(path ?? '')));
    const file = build.dockerfile === undefined ? 'Dockerfile' : build.dockerfile.value;
    if (file === undefined || /^(?:\/|[A-Za-z]:|~)/.test(file) || isInstalling(service)) return [];
    if (build.target !== undefined && build.target.value === undefined) return [];
    return mounts.flatMap((mount): readonly SourceMount[] => {
      const folder = withoutSlashes(mount.target?.value ?? '');
      const isSource = mount.type === 'bind' && pathIn(mount.source?.value) === context && folder.startsWith('/');
      if (!isSource || folder === '' || known.has(`${folder}/node_modules`)) return [];
      const dockerfile = context + file.replace(/^(?:\.\/+)+/, '');
      return [{ service, mount, list, folder, context, dockerfile, target: build.target?.value }];
    });
  });
}

/** What has to be known of a mount. */
export function nodeFacts({ context, dockerfile }: SourceMount): readonly FactQuery[] {
  return [
    { kind: 'read', path: `${context}package.json` },
    { kind: 'exists', path: `${context}.pnp.cjs` },
    { kind: 'read', path: `${context}.yarnrc` },
    { kind: 'read', path: dockerfile },
  ];
}

/** Whether the image has a `node_modules` in the very folder that the mount covers. */
export function hidesModules({ context, dockerfile, target, folder }: SourceMount, facts: Facts): boolean {
  const text = facts.read(dockerfile);
  if (text === undefined || facts.read(`${context}package.json`) === undefined) return false;
  if (facts.presence(`${context}.pnp.cjs`) === 'present') return false;
  if (/^--modules-folder\b/m.test(facts.read(`${context}.yarnrc`) ?? '')) return false;
  const doc = parseDockerfile(new SourceText(text), undefined);
  const name = target?.toLowerCase();
  let stage = name === undefined ? doc.stages.at(-1) : doc.stages.find((one) => one.name === name);
  for (; stage !== undefined; stage = stage.parent) {
    if (movesModules(doc, stage)) return false;
    if (installsIn(doc, stage, folder)) return true;
  }
  return false;
}

/** As in `mv node_modules /node_modules`, where Node finds them as well. */
function movesModules(doc: DockerfileDocument, stage: Stage): boolean {
  return doc
    .runsOf('mv')
    .some(
      ({ args, command }) =>
        stage.instructions.includes(command.instruction) && args.some(({ value }) => /\bnode_modules\b/.test(value)),
    );
}

function installsIn(doc: DockerfileDocument, stage: Stage, folder: string): boolean {
  const own = new Set(stage.instructions);
  return doc.runsOf('npm', 'pnpm', 'yarn', 'bun').some(({ name, args, command }) => {
    const words = args.map(({ value }) => value);
    const isInstall =
      words.some((word) => ['install', 'i', 'ci'].includes(word)) || (name === 'yarn' && words.length === 0);
    const isElsewhere = words.some((word) => /^(?:-g|--global|global|--prefix|--cwd|-C|--dir)/.test(word));
    return isInstall && !isElsewhere && own.has(command.instruction) && doc.workdirAt(command.instruction) === folder;
  });
}

function isInstalling(service: Service): boolean {
  const words = ['command', 'entrypoint'].flatMap((key) => itemsOf(service.get(key)));
  // A script may install, too.
  const text = words.map((item) => textField(item)?.value ?? '.sh').join(' ');
  return installs.test(text) || /\.(?:sh|bash)\b/.test(text) || service.get('develop') !== undefined;
}

/** A path below or above the folder of the file, with `/` at its end. */
function pathIn(path: string | undefined): string | undefined {
  if (path === undefined || !/^\.{1,2}(?:\/|$)|^[\w-][\w.-]*(?:\/|$)/.test(path) || path.includes(':'))
    return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.map((part) => `${part}/`).join('');
}
