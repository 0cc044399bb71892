import { memoised, weaklyMemoised } from '../../memo.js';
import type { FactQuery, Facts } from '../../facts.js';
import type { Command, DockerfileDocument, Stage } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { resolvePath } from '../../text/paths.js';
import { leftOutFacts } from '../context/ignoreFile.js';
import { dependencyInstall } from './ecosystems.js';
import { transientMounts } from './mounts.js';
import type { DependencyInstall } from './recipes.js';

/** A dependency install that stands behind the copy of the whole build context. */
export interface LateInstall {
  readonly stage: Stage;
  readonly copy: Instruction;
  readonly run: Instruction;
  readonly command: Command;
  readonly install: DependencyInstall;
  /** Folder of the manifests relative to the build context: `` or `frontend/`; undefined when unknown. */
  readonly folder: string | undefined;
}

/** Every first install of an ecosystem behind `COPY . …` in a stage that did not install it before. */
export const lateInstalls = memoised((doc: DockerfileDocument): readonly LateInstall[] =>
  doc.stages.flatMap((stage) => lateInstallsOf(doc, stage)),
);

function lateInstallsOf(doc: DockerfileDocument, stage: Stage): readonly LateInstall[] {
  const found: LateInstall[] = [];
  const installed = new Set<string>();
  let copy: Instruction | undefined;
  for (const instruction of stage.instructions) {
    if (copy === undefined && isWholeCopy(instruction)) copy = instruction;
    if (instruction.keyword !== 'RUN') continue;
    for (const command of doc.commandsOf(instruction)) {
      if (cooksCrates(command)) installed.add('cargo');
      const install = dependencyInstall(command);
      if (install === undefined || installed.has(install.ecosystem)) continue;
      installed.add(install.ecosystem);
      if (copy === undefined || keepsDownloads(doc, command, install)) continue;
      const folder = folderOf(doc, copy, instruction, command, install);
      found.push({ stage, copy, run: instruction, command, install, folder });
    }
  }
  return found;
}

/** `cargo chef cook` builds the dependencies out of a recipe, without the sources (LukeMathWalker/cargo-chef). */
function cooksCrates({ name, args }: Command): boolean {
  const words = name === 'cargo' ? args.map(({ value }) => value) : [];
  return words[0] === 'chef' && words[1] === 'cook';
}

/**
 * Whether a changed source file makes a build fetch nothing again: it downloads into a cache mount, or not at all
 * (go help modules: -mod=vendor).
 */
function keepsDownloads(doc: DockerfileDocument, command: Command, install: DependencyInstall): boolean {
  const run = command.instruction;
  if (install.prepare !== undefined && transientMounts(run).some(({ type }) => type === 'cache')) return true;
  if (install.ecosystem !== 'go') return false;
  const flags = [
    doc.scopeAt(run).get('GOFLAGS')?.value,
    ...command.assignments.map(({ value }) => value?.value),
    ...command.args.map(({ value }) => value),
  ];
  return flags.some((flag) => flag?.includes('-mod=vendor'));
}

/** `COPY . DEST` or `ADD . DEST` from the build context. */
function isWholeCopy(instruction: Instruction): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  if (instruction.heredocs.length > 0 || instruction.flags.some((flag) => flag.name === 'from')) return false;
  const { words } = instruction;
  return words.some(({ value }, i) => i < words.length - 1 && (value === '.' || value === './' || value === '/'));
}

/** Facts about the files that the installs of a document need, and whether these are in the build. */
export function installFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  const files = lateInstalls(doc).flatMap(({ install, folder }) =>
    folder === undefined
      ? []
      : [...install.manifests, ...install.locks, ...install.extras]
          .filter((file) => !file.includes('*'))
          .map((file) => ({ kind: 'exists' as const, path: folder + file.replace(/\/$/, '') })),
  );
  return files.length === 0 ? files : [...files, ...leftOutFacts(doc, known)];
}

/**
 * Whether the files are known that such an install cannot do without, and one is not there, or none of those of which
 * it needs one: then it happens somewhere else, or with files that an earlier step makes.
 */
export function manifestMissing({ install, folder }: Pick<LateInstall, 'install' | 'folder'>, facts: Facts): boolean {
  if (folder === undefined) return false;
  const isAbsent = (file: string) => facts.presence(folder + file.replace(/\/$/, '')) === 'absent';
  const manifests = install.manifests.filter((file) => !file.includes('*'));
  if (install.manifests.length > 0) return manifests.some(isAbsent);
  return install.locks.length > 0 && install.locks.every(isAbsent);
}

/** Destination of the copy as an absolute path; undefined when unknown. */
export function copyDestination(doc: DockerfileDocument, copy: Instruction): string | undefined {
  const from = doc.workdirAt(copy);
  const target = copy.words.at(-1)?.value ?? '';
  if (target.startsWith('/')) return resolvePath('/', target);
  return from === undefined ? undefined : resolvePath(from, target);
}

function folderOf(
  doc: DockerfileDocument,
  copy: Instruction,
  run: Instruction,
  command: Command,
  install: DependencyInstall,
): string | undefined {
  const target = copy.words.at(-1)?.value ?? '';
  const inner = changedFolder(doc, run, command);
  if (inner === undefined || /[$\\]/.test(target + inner + install.folder)) return undefined;
  const from = target.startsWith('/') ? '/' : doc.workdirAt(copy);
  const to = doc.workdirAt(run);
  const moved = doc
    .stageOf(copy)
    ?.instructions.some((i) => i.keyword === 'WORKDIR' && i.index > copy.index && i.index < run.index);
  // Without any WORKDIR both run where the base image says, which is the same folder.
  const base = from ?? (moved === true ? undefined : '/.');
  const here = to ?? (moved === true ? undefined : '/.');
  if (base === undefined || here === undefined) return undefined;
  const destination = resolvePath(base, target);
  const place = resolvePath(resolvePath(here, inner), install.folder);
  if (place === destination) return '';
  const prefix = destination === '/' ? '/' : `${destination}/`;
  return place.startsWith(prefix) ? `${place.slice(prefix.length)}/` : undefined;
}

const folderChanges = memoised((doc: DockerfileDocument) =>
  weaklyMemoised((run: Instruction) => doc.commandsOf(run).filter(({ name }) => name === 'cd')),
);

/** Folder that `cd` commands before the install in its RUN lead to; undefined when that is unclear. */
export function changedFolder(doc: DockerfileDocument, run: Instruction, command: Command): string | undefined {
  let folder = '';
  for (const before of folderChanges(doc)(run)) {
    if (before.span.start >= command.span.start) break;
    const target = before.args[0];
    if (target === undefined || !target.literal || before.list !== command.list) return undefined;
    folder = folder === '' || target.value.startsWith('/') ? target.value : `${folder}/${target.value}`;
  }
  return folder;
}
