import { groupBy } from '../../groups.js';
import { weaklyMemoised } from '../../memo.js';
import { operands } from '../../shell/options.js';
import type { Edit } from '../../text/span.js';
import { deleteInstruction } from '../edit/instructions.js';
import type { Command, DockerfileDocument, RunCommand } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import type { Instruction, Word } from '../syntax/types.js';
import { isArchive, sourcesOf } from './sources.js';

/** An archive that COPY brings and a later RUN of the stage unpacks whole. */
export interface ExtractedArchive {
  readonly copy: Instruction;
  readonly word: Word;
  readonly command: RunCommand;
}

/** Options of tar with a value. */
const values = ['-f', '--file', '-C', '--directory', '-T', '--files-from', '-X', '--exclude-from', '-I', '-b', '-H'];
/** With these something else comes out than what ADD would put there. */
const partial =
  /^--(?:strip|strip-components|exclude|transform|xform|to-stdout|wildcards|one-top-level|exclude-from|files-from)\b/;
const decompressors = ['gunzip', 'bunzip2', 'unxz', 'unlzma', 'uncompress', 'zcat', 'gzcat', 'bzcat', 'xzcat'];

/** In the order of the text; each copied archive once. Never throws. */
export function* extractedArchives(doc: DockerfileDocument): Iterable<ExtractedArchive> {
  const commands = doc.runsOf('tar', 'bsdtar', ...decompressors);
  if (commands.length === 0) return;
  const byFile = groupBy(
    commands.flatMap((command) => filesOf(command).map((file) => ({ file, command }))),
    ({ file }) => file,
  );
  if (byFile.size === 0) return;
  const isWhole = weaklyMemoised((command: RunCommand) => unpacksWhole(doc, command));
  for (const copy of doc.byKeyword('COPY')) {
    if (copy.flags.some(({ name }) => name === 'from')) continue;
    const stage = doc.stageOf(copy);
    for (const { file, word } of copiedArchives(doc, copy)) {
      const found = byFile.get(file)?.find(({ command }) => {
        const { instruction, span } = command.command;
        return span.start > copy.span.start && isWhole(command) && doc.stageOf(instruction) === stage;
      });
      if (found !== undefined) yield { copy, word, command: found.command };
    }
  }
}

/** Under the name that they have in the image. */
function copiedArchives(doc: DockerfileDocument, copy: Instruction): readonly { file: string; word: Word }[] {
  const target = copy.words.at(-1);
  const sources = sourcesOf(doc, copy);
  const [first] = sources;
  if (target === undefined || first === undefined) return [];
  const renamed = doc.expand(target, copy).value;
  if (isArchive(renamed)) return [{ file: baseName(renamed), word: first.word }];
  return sources
    .filter(({ kind }) => kind === 'archive')
    .map(({ value, word }) => ({ file: baseName(value), word }))
    .filter(({ file }) => !/[*?[$]/.test(file));
}

/** The words that may be files: operands and values behind `=`. */
function filesOf({ args }: RunCommand): readonly string[] {
  return args
    .map(({ value }) => baseName(value.startsWith('--') ? value.slice(value.indexOf('=') + 1) : value))
    .filter(isArchive);
}

/** tar takes everything out, or another program makes it ready for a tar of the same RUN. */
function unpacksWhole(doc: DockerfileDocument, command: RunCommand): boolean {
  if (command.name !== 'tar' && command.name !== 'bsdtar') {
    const tarball = filesOf(command).some((file) => /\.(?:tar\.\w+|t[abglpx]z|tb2|tbz2|tzst)$/.test(file));
    return (
      tarball && doc.commandsOf(command.command.instruction).some((each) => each.name === 'tar' && extracts(each.args))
    );
  }
  if (!extracts(command.args) || command.args.some(({ value }) => partial.test(value) || /^-[a-z]*O/.test(value))) {
    return false;
  }
  // What is left beside the mode of the old style and the archive are parts of it.
  return (
    operands(command, values).filter((word, index) => !isMode(word.value, index) && !isArchive(word.value)).length === 0
  );
}

function extracts(args: Command['args']): boolean {
  return args.some(({ value }, index) => {
    if (value === '--extract' || value === '--get') return true;
    return isMode(value, index) || /^-[A-Za-z]*x/.test(value);
  });
}

/** `xzf` as the first word. */
function isMode(value: string, index: number): boolean {
  return index === 0 && /^[A-Za-z]*x[A-Za-z]*$/.test(value);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * ADD in place of COPY, without the RUN, where that does nothing but unpack the archive whole into a folder that is
 * known, and perhaps make the folder and remove the archive. Never throws.
 */
export function addArchiveEdits(
  doc: DockerfileDocument,
  { copy, word, command }: ExtractedArchive,
): readonly Edit[] | undefined {
  const run = command.command.instruction;
  const target = copy.words.at(-1);
  if (target === undefined || copy.words.length !== 2 || copy.parent !== undefined || run.flags.length > 0)
    return undefined;
  if (run.heredocs.length > 0 || !doSourcesStay(doc, copy, run, word) || !isPlainTar(command)) return undefined;
  const folder = folderOf(doc, command);
  if (
    folder === undefined ||
    !doc.commandsOf(run).every((each) => each === command.command || isHelper(each, folder))
  ) {
    return undefined;
  }
  const text = folder === '/' ? '/' : `${folder}/`;
  if (!/^[\w./-]+$/.test(text)) return undefined;
  const keyword = doc.source.slice(copy.keywordSpan) === 'copy' ? 'add' : 'ADD';
  return [{ span: copy.keywordSpan, text: keyword }, { span: target.span, text }, deleteInstruction(doc, run)];
}

/** Nothing else of the stage speaks of the archive. */
function doSourcesStay(doc: DockerfileDocument, copy: Instruction, run: Instruction, { value }: Word): boolean {
  const name = baseName(value);
  const stage = doc.stageOf(copy);
  return (
    stage?.instructions.every(
      (each) => each === copy || each === run || !doc.source.slice(each.span).includes(name),
    ) === true
  );
}

/** Nothing but `-xzf file` and `-C folder`. */
function isPlainTar({ name, args }: RunCommand): boolean {
  if (name !== 'tar') return false;
  return args.every(({ value, literal }, index) => {
    if (!literal) return false;
    if (index === 0 && !value.startsWith('-')) return /^[xvzjJf]+$/.test(value);
    return (
      !value.startsWith('-') ||
      /^-(?:[xvzjJf]+|C)$/.test(value) ||
      /^--(?:extract|get|verbose|gzip|file=.*|directory=.*)$/.test(value)
    );
  });
}

function folderOf(doc: DockerfileDocument, { command, args }: RunCommand): string | undefined {
  const at = args.findIndex(({ value }) => /^-C$|^--directory/.test(value));
  const here = doc.workdirAt(command.instruction);
  const word = args[at]?.value.startsWith('--directory=') === true ? args[at] : args[at + 1];
  if (at < 0) return here;
  const path = word?.value.replace(/^--directory=/, '');
  return path === undefined ? undefined : joinWorkdir(here, path, 'linux');
}

/** `mkdir -p folder` before, `rm archive` behind. */
function isHelper({ name, args, scopes, join }: Command, folder: string): boolean {
  if (scopes.length > 0 || !/^(?:start|&&|;|newline)$/.test(join)) return false;
  const words = args.filter(({ value }) => !/^-[rfpv]+$/.test(value));
  if (name === 'mkdir') return words.length === 1 && words[0]?.value.replace(/\/+$/, '') === folder;
  return name === 'rm' && words.length === 1 && isArchive(words[0]?.value ?? '');
}
