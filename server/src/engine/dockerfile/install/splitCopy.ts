import type { Facts } from '../../facts.js';
import type { Edit } from '../../text/span.js';
import type { Command, DockerfileDocument } from '../model/types.js';
import { indentOf, keywordLike } from '../edit/instructions.js';
import type { Instruction } from '../syntax/types.js';
import type { DependencyInstall } from './recipes.js';
import type { LateInstall } from './wholeCopy.js';
import { changedFolder, copyDestination, manifestMissing } from './wholeCopy.js';

/**
 * The edits that copy manifest and lock files first, install, and copy the rest after that;
 * undefined where the install cannot be parted from what needs the sources. Comments stay with what they stand above.
 */
export function splitCopy(doc: DockerfileDocument, late: LateInstall, facts: Facts): readonly Edit[] | undefined {
  const { copy, run, command, install, folder } = late;
  if (folder === undefined || copy.json !== undefined || copy.words.length !== 2 || run.parent !== undefined)
    return undefined;
  if (doc.stageOf(run)?.os === 'windows') return undefined;
  const eol = doc.source.eol + indentOf(doc, copy);
  const manifests = manifestCopy(doc, late, facts);
  if (manifests === undefined) return undefined;

  if (install.prepare !== undefined) {
    if (!runsAhead(doc, late)) return undefined;
    const place = folderOfInstall(doc, late, folder);
    if (place === undefined) return undefined;
    const cd = place === '' ? '' : `cd ${place} && `;
    const flags = run.flags.filter((flag) => flag.name === 'mount').map((flag) => `${doc.source.slice(flag.span)} `);
    const prepare = `${runKeyword(doc, run)} ${flags.join('')}${cd}${install.prepare}`;
    return [{ span: at(copy.span.start), text: manifests.map((line) => line + eol).join('') + prepare + eol }];
  }

  if (!runsWithoutSources(doc, late)) return undefined;
  const whole = copyAfter(doc, late);
  if (whole === undefined) return undefined;
  const first: Edit = { span: copy.span, text: manifests.join(eol) };
  const commands = doc.commandsOf(run);
  const { last, next } = withCleaning(commands, command);
  if (next === undefined) {
    const alone = run.json === undefined ? last.span.end === run.span.end : commands.length === 1;
    return alone ? [first, { span: at(run.span.end), text: eol + whole }] : undefined;
  }
  if (next.join !== '&&' || next.list !== command.list || run.heredocs.length > 0) return undefined;
  if (!isTopLevel(doc, run, command) || changesShell(commands.slice(0, commands.indexOf(command)))) return undefined;
  const flags = run.flags.map((flag) => `${doc.source.slice(flag.span)} `).join('');
  const cd = changedFolder(doc, run, command);
  const comments = run.innerComments
    .filter(({ span }) => span.start >= last.span.end && span.end <= next.span.start)
    .map(({ span }) => eol + doc.source.slice(span));
  const keyword = `${eol}${runKeyword(doc, run)} ${flags}${cd === '' ? '' : `cd ${cd} && `}`;
  const again = `${eol}${whole}${comments.join('')}${keyword}`;
  return [first, { span: { start: last.span.end, end: next.span.start }, text: again }];
}

/** The install, or the last command behind it that cleans its cache in the same layer, and what follows. */
function withCleaning(
  commands: readonly Command[],
  install: Command,
): { readonly last: Command; readonly next: Command | undefined } {
  let at = commands.indexOf(install);
  for (let next = commands[at + 1]; next !== undefined && next.list === install.list; next = commands[at + 1]) {
    if (next.join !== '&&' || !isCleaning(next)) break;
    at++;
  }
  return { last: commands[at] ?? install, next: commands[at + 1] };
}

function isCleaning({ name = '', args }: Command): boolean {
  const words = args.map(({ value }) => value);
  if (name === 'rm')
    return words.every((word) => /^(?:-|(?:\/root|~)\/\.(?:npm|cache|yarn)|\/(?:tmp|var\/cache)\/)/.test(word));
  if (!/^(?:npm|yarn|pnpm|pip3?|composer|uv|poetry)$/.test(name)) return false;
  return /^(?:(?:cache )?(?:clean|purge|clear)|clear-cache|clearcache|store prune)$/.test(
    words.slice(0, 2).join(' ').replace(/ -.*$/, ''),
  );
}

/** Not in a string that another command runs, as `sh -c '…'`. */
function isTopLevel(doc: DockerfileDocument, run: Instruction, { span }: Command): boolean {
  const own = doc.scriptOf(run)?.commands ?? [];
  return own.some((command) => command.span.start === span.start && command.span.end === span.end);
}

/** Where the install runs, as seen from the copy: relative where everything is copied to the working directory, else absolute. */
function folderOfInstall(doc: DockerfileDocument, { copy }: LateInstall, folder: string): string | undefined {
  const inner = folder.replace(/\/$/, '');
  const target = copyDestination(doc, copy);
  if (target === undefined) return /^\.\/?$/.test(copy.words[1]?.value ?? '') ? inner : undefined;
  return target === doc.workdirAt(copy) ? inner : `${target}/${inner}`.replace(/^\/+/, '/').replace(/(?<=.)\/$/, '');
}

/** The copy of everything as it has to be written behind the install, where another WORKDIR may be in effect. */
function copyAfter(doc: DockerfileDocument, { stage, copy, run }: LateInstall): string | undefined {
  const text = doc.source.slice(copy.span);
  const target = copy.words.at(-1);
  const moved = stage.instructions.some((i) => i.keyword === 'WORKDIR' && i.index > copy.index && i.index < run.index);
  if (!moved || target === undefined || target.value.startsWith('/')) return text;
  const destination = copyDestination(doc, copy);
  return destination === undefined ? undefined : text.slice(0, target.span.start - copy.span.start) + destination;
}

/** COPY lines for the files the install needs: the ones that exist where known, else a pattern that fits. */
function manifestCopy(
  doc: DockerfileDocument,
  { copy, install, folder = '' }: LateInstall,
  facts: Facts,
): readonly string[] | undefined {
  const files = filesToCopy(install, folder, facts);
  if (files.length === 0 || manifestMissing({ install, folder }, facts)) return undefined;
  const target = copy.words[1]?.text ?? '.';
  const base = target.endsWith('/') ? target : target === '.' ? './' : `${target}/`;
  const flags = doc.source.slice({ start: copy.keywordSpan.end, end: copy.words[0]?.span.start ?? copy.span.end });
  const plainCopy = copy.flags.every(({ name }) => /^(?:chown|chmod|link|exclude)$/.test(name));
  const head = `${plainCopy ? keywordLike(doc, 'COPY') : doc.source.slice(copy.keywordSpan)}${flags}`;
  const plain = files.filter((file) => !file.endsWith('/') && !file.includes('/'));
  const nested = files.filter((file) => file.includes('/'));
  return [
    ...(plain.length > 0 ? [`${head}${plain.map((file) => folder + file).join(' ')} ${base}${folder}`] : []),
    // COPY copies what is in a folder, not the folder: it needs its own name again.
    ...nested.map((file) => {
      const to = file.endsWith('/') ? file : file.slice(0, file.lastIndexOf('/') + 1);
      return `${head}${folder}${file} ${base}${folder}${to}`;
    }),
  ];
}

function filesToCopy(install: DependencyInstall, folder: string, facts: Facts): readonly string[] {
  const presence = (file: string) => facts.presence(folder + file.replace(/\/$/, ''));
  const fixed = install.manifests.filter((file) => !file.includes('*'));
  const certain = [...fixed, ...install.locks];
  const known = certain.length > 0 && certain.every((file) => presence(file) !== 'unknown');
  if (!known) return install.guess;
  const lock = install.locks.find((file) => presence(file) === 'present');
  return [
    ...install.manifests,
    ...(lock === undefined ? [] : [lock]),
    ...install.extras.filter((file) => presence(file) === 'present' && !install.manifests.includes(file)),
  ];
}

/** Commands that may run before the sources are there. */
const independent: ReadonlySet<string> = new Set([
  'apk',
  'apt',
  'apt-get',
  'cd',
  'corepack',
  'dnf',
  'echo',
  'export',
  'microdnf',
  'mkdir',
  'set',
  'yum',
  'true',
  'useradd',
  'groupadd',
  'adduser',
  'addgroup',
]);

/** Whether the install finds all it needs above the copy: nothing that prepares it stands between or before it in its RUN. */
function runsAhead(doc: DockerfileDocument, { stage, copy, run, command }: LateInstall): boolean {
  const inRun = doc.commandsOf(run);
  return (
    stage.instructions.every(
      ({ index, keyword }) => index <= copy.index || index >= run.index || /^(?:WORKDIR|LABEL|EXPOSE)$/.test(keyword),
    ) && inRun.slice(0, inRun.indexOf(command)).every(({ name }) => name === 'cd' || name === 'set')
  );
}

/** Whether commands leave something behind that the rest of the RUN sees, other than a folder. */
function changesShell(commands: readonly Command[]): boolean {
  return commands.some(
    ({ name, words }) => words.length === 0 || /^(?:export|set|shopt|umask|ulimit|alias|source|\.)$/.test(name ?? '.'),
  );
}

/** Whether everything between the copy and the install can run before the rest is copied. */
function runsWithoutSources(doc: DockerfileDocument, { stage, copy, run, command }: LateInstall): boolean {
  const after = stage.instructions.filter(({ index }) => index > copy.index && index < run.index);
  // The copy of everything, moved behind another, would win over it.
  if (after.some(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')) return false;
  const between = after.filter(({ keyword }) => keyword === 'RUN');
  const inRun = doc.commandsOf(run);
  const before = [...between.flatMap((i) => doc.commandsOf(i)), ...inRun.slice(0, inRun.indexOf(command))];
  const readable = between.every((i) => i.json !== undefined || doc.scriptOf(i) !== undefined);
  return readable && command.scopes.length === 0 && before.every(isIndependent);
}

function isIndependent({ name, args }: Command): boolean {
  if (name === undefined) return false;
  if (independent.has(name)) return true;
  const words = args.map(({ value }) => value);
  // What is removed of the sources would come back with them.
  if (name === 'rm') return words.every((w) => /^(?:-|\/(?:var|tmp|root|usr|etc)\/)/.test(w));
  if (name === 'npm') return words[0] === 'config' || words.includes('-g') || words.includes('--global');
  if (name === 'pip' || name === 'pip3')
    return words.includes('install') && !words.some((w) => /^(?:-[re]|-c|\.|\.\/.*|--requirement|--editable)$/.test(w));
  if (name === 'yarn') return words[0] === 'global' || words[0] === 'config';
  if (name.startsWith('python')) return words[0] === '-m' && words[1] === 'venv';
  return name === 'gem' && words[0] === 'install';
}

function runKeyword(doc: DockerfileDocument, run: Instruction): string {
  return doc.source.slice(run.keywordSpan);
}

function at(offset: number): { readonly start: number; readonly end: number } {
  return { start: offset, end: offset };
}
