import type { KnownImage } from '../../images/types.js';
import type { Span } from '../../text/span.js';
import type { DockerfileSyntax, Flag, Instruction, Word } from '../syntax/types.js';
import { knownOf, referenceOf } from './imageTable.js';
import { baseOs, stageOs } from './os.js';
import type { OsEvidence } from './os.js';
import { expandWord } from './scope.js';
import type { ScopeAt } from './scope.js';
import type { Outcome } from './timeline.js';
import { triggersOf } from './triggers.js';
import type { ImageReference, OperatingSystem, Stage, StageLink, StageSource } from './types.js';

/** A source whose stage is one of these. */
type ModelSource =
  Exclude<StageSource, { readonly kind: 'stage' }> | { readonly kind: 'stage'; readonly stage: StageModel };

export interface ModelLink extends StageLink {
  readonly source: ModelSource;
}

/** What stages ask of the document they stand in. */
export interface StageHost {
  readonly syntax: DockerfileSyntax;
  /** Scope of FROM: all global ARGs. */
  readonly globals: ScopeAt;
  /** The last stage of each name, as COPY --from finds it. */
  readonly lastByName: ReadonlyMap<string, StageModel>;
  readonly stages: readonly StageModel[];
  /** What the instructions of a stage leave behind. */
  outcomeOf(stage: StageModel): Outcome;
  isReachable(stage: StageModel): boolean;
}

/** A stage; parts that not every rule needs are computed at the first question. */
export class StageModel implements Stage {
  readonly index: number;
  readonly from: Instruction;
  readonly instructions: readonly Instruction[];
  readonly image: Word | undefined;
  readonly alias: Word | undefined;
  readonly name: string | undefined;
  readonly platform: Flag | undefined;
  readonly base: ModelSource;
  readonly parent: StageModel | undefined;
  /** The stage at the end of the chain of parents: this one when it has no parent. */
  readonly root: StageModel;
  readonly #host: StageHost;
  #links: readonly ModelLink[] | undefined;
  #triggerLinks: readonly ModelLink[] | undefined;
  #known: { readonly image: KnownImage | undefined } | undefined;
  #os: OperatingSystem | undefined;

  /** `before` finds the stages above by name. */
  constructor(
    host: StageHost,
    index: number,
    from: Instruction,
    instructions: readonly Instruction[],
    before: ReadonlyMap<string, StageModel>,
  ) {
    const [image, as, alias] = from.words;
    this.#host = host;
    this.index = index;
    this.from = from;
    this.instructions = instructions;
    this.image = image;
    this.alias = as?.value.toLowerCase() === 'as' ? alias : undefined;
    this.name = this.alias?.value.toLowerCase();
    this.platform = from.flags.find((flag) => flag.name === 'platform');
    this.base = baseOf(host, from, image, before);
    this.parent = this.base.kind === 'stage' ? this.base.stage : undefined;
    this.root = this.parent?.root ?? this;
  }

  get span(): Span {
    return { start: this.from.span.start, end: (this.instructions.at(-1) ?? this.from).span.end };
  }

  get baseImage(): ImageReference | undefined {
    const { base } = this.root;
    return base.kind === 'image' ? base.image : undefined;
  }

  get known(): KnownImage | undefined {
    if (this.root !== this) return this.root.known;
    this.#known ??= { image: this.baseImage && knownOf(this.baseImage) };
    return this.#known.image;
  }

  get links(): readonly ModelLink[] {
    this.#links ??= linksOfAll(this.#host, this.instructions);
    return this.#links;
  }

  get triggerLinks(): readonly ModelLink[] {
    this.#triggerLinks ??= linksOfAll(this.#host, triggersOf(this));
    return this.#triggerLinks;
  }

  get os(): OperatingSystem {
    return this.#os ?? this.#tellOsOfChain();
  }

  /** Walks up to the first parent whose system is told, and down again. */
  #tellOsOfChain(): OperatingSystem {
    const untold: StageModel[] = [];
    let above = this.parent;
    while (above !== undefined && above.#os === undefined) {
      untold.push(above);
      above = above.parent;
    }
    for (const stage of untold.reverse()) stage.#os = stage.#tellOs();
    this.#os = this.#tellOs();
    return this.#os;
  }

  /** Expects that the parent's is told. */
  #tellOs(): OperatingSystem {
    const evidence: OsEvidence = {
      platform: this.#platformValue(),
      text: this.base.kind === 'unknown' ? this.base.text : (this.baseImage?.text ?? ''),
      image: this.baseImage,
      known: this.known,
      escape: this.#host.syntax.escape,
      instructions: this.instructions,
    };
    return stageOs(evidence) ?? this.parent?.os ?? baseOs(evidence);
  }

  #platformValue(): string | undefined {
    const word = this.platform?.value;
    if (word === undefined) return undefined;
    const { escape } = this.#host.syntax;
    return expandWord(word, this.from, () => this.#host.globals, { escape }).value;
  }

  get isFinal(): boolean {
    return this.index === this.#host.stages.length - 1;
  }

  get reachable(): boolean {
    return this.#host.isReachable(this);
  }

  get user(): Instruction | undefined {
    return this.#host.outcomeOf(this).user;
  }

  get cmd(): Instruction | undefined {
    return this.#host.outcomeOf(this).cmd;
  }

  get entrypoint(): Instruction | undefined {
    return this.#host.outcomeOf(this).entrypoint;
  }

  get healthcheck(): Instruction | undefined {
    return this.#host.outcomeOf(this).healthcheck;
  }
}

function baseOf(
  host: StageHost,
  from: Instruction,
  word: Word | undefined,
  before: ReadonlyMap<string, StageModel>,
): ModelSource {
  if (word === undefined) return { kind: 'unknown', text: '' };
  const { value, known } = expandWord(word, from, () => host.globals, { escape: host.syntax.escape });
  if (!known) return { kind: 'unknown', text: value };
  const stage = before.get(value.toLowerCase());
  return stage === undefined ? imageSource(value) : { kind: 'stage', stage };
}

function imageSource(text: string): ModelSource {
  const image = referenceOf(text);
  return image === undefined ? { kind: 'unknown', text } : { kind: 'image', image };
}

function linksOfAll(host: StageHost, instructions: readonly Instruction[]): readonly ModelLink[] {
  const links: ModelLink[] = [];
  for (const instruction of instructions) {
    if (instruction.flags.length > 0) links.push(...linksOf(host, instruction));
  }
  return links;
}

/** The stages and images that an instruction takes files from (dockerfile2llb/convert.go, toCommand; convert_runmount.go). */
function linksOf(host: StageHost, instruction: Instruction): readonly ModelLink[] {
  if (instruction.keyword === 'COPY') {
    return instruction.flags.flatMap(({ name, value }) => {
      if (name !== 'from' || value === undefined || value.text === '') return [];
      return [{ instruction, span: value.span, text: value.text, source: copySource(host, value.value) }];
    });
  }
  if (instruction.keyword !== 'RUN') return [];
  return instruction.flags.flatMap((flag) => (flag.name === 'mount' ? mountLinks(host, instruction, flag) : []));
}

function mountLinks(host: StageHost, instruction: Instruction, flag: Flag): readonly ModelLink[] {
  return flag.options.flatMap(({ name, value, valueSpan }) => {
    if (name !== 'from' || value === undefined || value === '' || valueSpan === undefined) return [];
    return [{ instruction, span: valueSpan, text: value, source: namedSource(host, value) }];
  });
}

/** COPY also takes the index of a stage; a mount does not. */
function copySource(host: StageHost, text: string): ModelSource {
  if (!/^[+-]?\d+$/.test(text)) return namedSource(host, text);
  const stage = host.stages[Number(text)];
  return stage === undefined ? { kind: 'unknown', text } : { kind: 'stage', stage };
}

/** Variables are not expanded here: BuildKit refuses them. */
function namedSource(host: StageHost, text: string): ModelSource {
  if (text.includes('$')) return { kind: 'unknown', text };
  const stage = host.lastByName.get(text.toLowerCase());
  return stage === undefined ? imageSource(text) : { kind: 'stage', stage };
}
