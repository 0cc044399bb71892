import { memoised, weaklyMemoised } from '../../memo.js';
import { resolvePath } from '../../text/paths.js';
import { compileGlob, trimStart } from '../model/glob.js';
import type { DockerfileDocument, RunCommand, Stage } from '../model/types.js';
import { stageChain } from '../stages/chain.js';
import type { Instruction, Word } from '../syntax/types.js';
import { changedFolder } from './wholeCopy.js';

/** How a file may have come to where a command looks for it. */
export interface Origin {
  /** The COPY, ADD or RUN with a bind mount. */
  readonly by: Instruction;
  /** The word of a copy that brings it. */
  readonly word: Word | undefined;
  /** Relative to the build context; undefined for a file of another stage or image. */
  readonly path: string | undefined;
  /** Whether its own name stands there, so that it must exist; else a pattern or a folder may bring it. */
  readonly named: boolean;
}

/** A source of a copy: a file by name, or what stands for several. */
interface Source {
  readonly by: Instruction;
  readonly word: Word | undefined;
  readonly path: string;
  readonly foreign: boolean;
}

/** What the copies of a stage bring, by the folder that they copy to. */
interface Brought {
  readonly named: Map<string, Source>;
  readonly several: Map<string, Source[]>;
}

/** Sources with patterns or folders that are kept for one place: more than any real file has. */
const limit = 40;

/** The absolute folder where a command runs, or one below a name that stands for the unknown start; undefined when unclear. */
export function folderOfCommand(doc: DockerfileDocument, { command }: RunCommand, inner = ''): string | undefined {
  const changed = changedFolder(doc, command.instruction, command);
  if (changed === undefined || /[$\\~]/.test(changed + inner)) return undefined;
  return resolvePath(resolvePath(startOf(doc, command.instruction), changed), inner);
}

/** Where a file of this name in `folder` comes from, as far as the file tells; the likeliest first. Never throws. */
export function originsOf(doc: DockerfileDocument, run: Instruction, folder: string, file: string): readonly Origin[] {
  const stage = doc.stageOf(run);
  if (stage === undefined || run.parent !== undefined) return [];
  const found: Origin[] = [];
  for (const { named, several } of [mountsOf(doc, run), ...stageChain(stage).map(copiesOf(doc))]) {
    const by = (source: Source) => source.by.index <= run.index;
    const own = named.get(resolvePath(folder, file));
    if (own !== undefined && by(own)) found.push(originOf(own, own.path, true));
    for (let at = folder, below = ''; ; at = resolvePath(at, '..')) {
      for (const source of several.get(at) ?? []) {
        const path = by(source) && source !== own ? pathIn(source, below, file) : undefined;
        if (path !== undefined) found.push(originOf(source, path, false));
      }
      if (at === '/') break;
      below = `${at.slice(at.lastIndexOf('/') + 1)}/${below}`;
    }
  }
  return found;
}

function originOf({ by, word, foreign }: Source, path: string, named: boolean): Origin {
  return { by, word, path: foreign ? undefined : path, named };
}

/** The path of the file below a folder, or a file beside others that a pattern names. */
function pathIn({ path }: Source, below: string, file: string): string | undefined {
  if (!/[*?[]/.test(path)) return `${path === '' ? '' : `${path}/`}${below}${file}`;
  const cut = path.lastIndexOf('/') + 1;
  const glob = /[*?[]/.test(path.slice(0, cut)) || path.includes('[') ? undefined : compileGlob(path.slice(cut));
  const matches = below === '' && glob !== undefined && trimStart(glob, file, true) === '';
  return matches ? path.slice(0, cut) + file : undefined;
}

const copiesOf = memoised((doc: DockerfileDocument) =>
  weaklyMemoised((stage: Stage): Brought => {
    const brought: Brought = { named: new Map(), several: new Map() };
    for (const copy of stage.instructions) {
      if ((copy.keyword !== 'COPY' && copy.keyword !== 'ADD') || copy.heredocs.length > 0) continue;
      if (copy.flags.some(({ name }) => name === 'parents' || name === 'exclude')) continue;
      const target = known(doc, copy, copy.words.at(-1));
      if (target === undefined) continue;
      const foreign = copy.flags.some(({ name }) => name === 'from');
      const to = resolvePath(startOf(doc, copy), target);
      const sources = copy.words.slice(0, -1);
      for (const word of sources) {
        const source = known(doc, copy, word);
        if (source === undefined || source.includes('://')) continue;
        add(brought, { by: copy, word, path: resolvePath('/', source).slice(1), foreign }, to);
      }
    }
    return brought;
  }),
);

/** The bind mounts of a RUN, which bring files for its commands. */
function mountsOf(doc: DockerfileDocument, run: Instruction): Brought {
  const brought: Brought = { named: new Map(), several: new Map() };
  for (const { name, options } of run.flags) {
    const value = (...names: readonly string[]) => options.find((option) => names.includes(option.name))?.value;
    const type = value('type') ?? 'bind';
    const target = value('target', 'dst', 'destination');
    if (name !== 'mount' || type !== 'bind' || target === undefined || target.includes('$')) continue;
    const path = resolvePath('/', value('source', 'src') ?? '').slice(1);
    const source = { by: run, word: undefined, path, foreign: value('from') !== undefined };
    const to = resolvePath(startOf(doc, run), target);
    add(brought, source, to);
  }
  return brought;
}

/** Names that folders do not have. */
const fileName =
  /(?:\.(?:json|ya?ml|toml|lockb?|txt|[cm]?[jt]s|xml|mod|sum|gradle|kts|rb|php|py|sh|md|cfg|ini|conf|whl|jar)|(?:^|\/)(?:Gemfile|Pipfile|Makefile|Dockerfile|LICENSE|\.npmrc))$/;

/** A source may be a file, in or under the name `to`, or a folder whose content goes there. */
function add({ named, several }: Brought, source: Source, to: string): void {
  const { path } = source;
  if (!/[*?[]/.test(path) && path !== '') {
    const name = path.slice(path.lastIndexOf('/') + 1);
    for (const place of [resolvePath(to, name), to]) if (!named.has(place)) named.set(place, source);
  }
  if (!/[*?[]/.test(path) && fileName.test(path)) return;
  const before = several.get(to);
  if (before === undefined) several.set(to, [source]);
  else if (before.length < limit) before.push(source);
}

/** The working directory, or a name of its own for each that is not known. */
function startOf(doc: DockerfileDocument, instruction: Instruction): string {
  const workdir = doc.workdirAt(instruction);
  if (workdir !== undefined) return workdir;
  const stage = doc.stageOf(instruction);
  const own = stage && movesOf(stage).findLast((index) => index < instruction.index);
  const before = stage?.parent && lastMoves(doc).get(stage.parent);
  return `/?${own ?? before ?? ''}`;
}

/** Where WORKDIR moves an unknown start. */
const movesOf = weaklyMemoised((stage: Stage): readonly number[] =>
  stage.instructions.filter(({ keyword }) => keyword === 'WORKDIR').map(({ index }) => index),
);

/** The last move of each stage and those above it; parents stand above their children. */
const lastMoves = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, number | undefined> => {
  const last = new Map<Stage, number | undefined>();
  for (const stage of doc.stages) last.set(stage, movesOf(stage).at(-1) ?? (stage.parent && last.get(stage.parent)));
  return last;
});

function known(doc: DockerfileDocument, instruction: Instruction, word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  const { value, known: certain } = doc.expand(word, instruction);
  return certain ? value : undefined;
}
