import type { Span } from '../../text/span.js';
import { loneHeredoc } from '../model/commands.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, KeyValue, Word } from '../syntax/types.js';
import { mentions } from './shellText.js';
import { textsOf } from './texts.js';
import type { NameHere, Place } from './types.js';

/** A declaration with everything that hangs on it; joined declarations lead to one another. */
interface Declaration {
  readonly span: Span;
  readonly before: readonly Declaration[];
}

interface Use extends Place {
  readonly declaration: Declaration;
}

/** What a file says of one name. */
interface Reading {
  readonly uses: readonly Use[];
  /** Declarations at which, or at uses of which, something is unclear. */
  readonly unclear: ReadonlySet<Declaration>;
}

const longestName = 256;

/** The variable of a declaration that the text at a UTF-16 offset means. Never throws. */
export function variableAt(doc: DockerfileDocument, offset: number): NameHere | undefined {
  const name = wordAround(doc.source.text, offset);
  if (name === undefined) return undefined;
  const { uses, unclear } = new VariableReader(doc, name).read();
  const here = uses.find(({ span }) => span.start <= offset && offset <= span.end);
  if (here === undefined) return undefined;
  const root = rootsOf(uses);
  const own = uses.filter(({ declaration }) => root(declaration) === root(here.declaration));
  const isUnclear = [...unclear].some((declaration) => root(declaration) === root(here.declaration));
  return {
    kind: 'variable',
    name,
    places: own,
    here,
    definition: here.declaration.span,
    unclear: isUnclear ? `A shell or another program may know ${name} by its name.` : undefined,
  };
}

/** Whether Docker itself gives or reads a variable of this name. */
export function isDockers(doc: DockerfileDocument, name: string): boolean {
  if (name.startsWith('BUILDKIT_') || name === 'SOURCE_DATE_EPOCH') return true;
  const first = doc.instructions[0];
  const stage = doc.stages[0]?.instructions[1];
  return [first, stage].some((at) => at !== undefined && doc.scopeAt(at).get(name)?.kind === 'predefined');
}

/** The name of a variable that touches an offset. */
function wordAround(text: string, offset: number): string | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < longestName && /\w/.test(text.charAt(start - 1))) start--;
  while (end - offset < longestName && /\w/.test(text.charAt(end))) end++;
  const name = text.slice(start, end);
  return /^[A-Za-z_]\w*$/.test(name) ? name : undefined;
}

/** Finds for each declaration the one that stands for all that are joined to it. */
function rootsOf(uses: readonly Use[]): (declaration: Declaration) => Declaration {
  const parents = new Map<Declaration, Declaration>();
  const root = (declaration: Declaration): Declaration => {
    let at = declaration;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    return at;
  };
  for (const { declaration } of uses) {
    for (const before of declaration.before) {
      const [a, b] = [root(declaration), root(before)];
      if (a !== b) parents.set(a, b);
    }
  }
  return root;
}

/** Goes through a file for the declarations and uses of one name. */
class VariableReader {
  readonly #doc: DockerfileDocument;
  readonly #name: string;
  readonly #uses: Use[] = [];
  readonly #unclear = new Set<Declaration>();
  /** By the start of the pair, as the model tells a declaration. */
  readonly #declarations = new Map<number, Declaration>();
  #global: Declaration | undefined;

  constructor(doc: DockerfileDocument, name: string) {
    this.#doc = doc;
    this.#name = name;
  }

  read(): Reading {
    for (const instruction of this.#doc.instructions) {
      if (instruction.trigger !== undefined) continue;
      for (const { value } of instruction.flags) this.#word(value, this.#inForce(instruction));
      if (instruction.pairs.length > 0) this.#pairs(instruction);
      else for (const word of instruction.words) this.#word(word, this.#inForce(instruction));
      this.#texts(instruction);
    }
    const uses = this.#uses.sort((a, b) => a.span.start - b.span.start);
    return { uses, unclear: this.#unclear };
  }

  #inForce(instruction: Instruction): Declaration | undefined {
    const start = this.#doc.scopeAt(instruction).get(this.#name)?.span?.start;
    return start === undefined ? undefined : this.#declarations.get(start);
  }

  #pairs(instruction: Instruction): void {
    const before = this.#inForce(instruction);
    let current = before;
    for (const pair of instruction.pairs) {
      this.#word(pair.key, before);
      this.#word(pair.value, instruction.keyword === 'ARG' ? current : before);
      if (instruction.keyword === 'LABEL' || pair.key.value !== this.#name) continue;
      current = this.#declare(instruction, pair, current);
    }
  }

  #declare(instruction: Instruction, { key, span }: KeyValue, earlier: Declaration | undefined): Declaration {
    const isArg = instruction.keyword === 'ARG';
    const isGlobal = this.#doc.stageOf(instruction) === undefined;
    const before = [earlier, isArg && !isGlobal ? this.#global : undefined].filter((one) => one !== undefined);
    const declaration: Declaration = { span: key.span, before };
    this.#declarations.set(span.start, declaration);
    if (isArg && isGlobal) this.#global = declaration;
    this.#place(key.span, declaration, true);
    return declaration;
  }

  #word(word: Word | undefined, declaration: Declaration | undefined): void {
    if (word === undefined || declaration === undefined) return;
    for (const { name, nameSpan } of word.variables) if (name === this.#name) this.#place(nameSpan, declaration);
  }

  #place(span: Span, declaration: Declaration, declares = false): void {
    this.#uses.push({ span, declaration, declares, byIndex: false });
    if (this.#doc.source.slice(span) !== this.#name) this.#unclear.add(declaration);
  }

  /** Text that a shell reads or that goes into a file, where words are not all that counts. */
  #texts(instruction: Instruction): void {
    const declaration = this.#inForce(instruction);
    if (declaration === undefined) return;
    const running = instruction.keyword === 'RUN';
    const kind = this.#doc.scopeAt(instruction).get(this.#name)?.kind;
    if (instruction.command !== undefined && !running && kind !== 'env') return;
    const shell = this.#doc.shellAt(instruction);
    for (const { text, reading, escape } of textsOf(instruction, shell, loneHeredoc(instruction), this.#doc.syntax)) {
      const { uses, unclear } = mentions(text.text, this.#name, reading, escape);
      for (const at of uses) this.#place(text.span(at, at + this.#name.length), declaration);
      if (unclear) this.#unclear.add(declaration);
    }
  }
}
