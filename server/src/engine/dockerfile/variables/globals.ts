import { memoised } from '../../memo.js';
import type { Edit, Span } from '../../text/span.js';
import { insertBefore } from '../edit/instructions.js';
import { loneHeredoc } from '../model/commands.js';
import type { ActiveShell, DockerfileDocument, Scope, Stage, Variable } from '../model/types.js';
import { mentions } from '../references/shellText.js';
import { textsOf } from '../references/texts.js';
import { stageChain } from '../stages/chain.js';
import type { Instruction } from '../syntax/types.js';
import { expandedUses } from './expanded.js';
import { inImage, standingOf } from './standing.js';

/** A use of an argument that only the part before the first FROM knows. */
export interface UndeclaredGlobal {
  readonly name: string;
  readonly at: Span;
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** What it is before FROM. */
  readonly global: Variable;
  /** Docker puts in the value, not a shell. */
  readonly expanded: boolean;
}

/**
 * Uses of global arguments (those before the first FROM, and the platform arguments of Docker) in stages that do not
 * declare them: in words that Docker expands, and in shell text that sets nothing of that name. The first in each
 * instruction. Never throws.
 */
export const undeclaredGlobals = memoised((doc: DockerfileDocument): readonly UndeclaredGlobal[] => {
  const [first] = doc.stages;
  if (first === undefined || !doc.source.text.includes('$')) return [];
  const globals = doc.scopeAt(first.from);
  const found = new Map<Instruction, Map<string, UndeclaredGlobal>>();
  const add = (use: UndeclaredGlobal): void => {
    const own = found.get(use.instruction) ?? new Map<string, UndeclaredGlobal>();
    found.set(use.instruction, own);
    if (!own.has(use.name)) own.set(use.name, use);
  };
  for (const use of expandedUses(doc)) {
    const stage = doc.stageOf(use.instruction);
    const global = stage && globals.get(use.name);
    if (stage === undefined || global === undefined || standingOf(doc, use) === 'set') continue;
    if (mayComeFromImage(stage, use.name)) continue;
    const { name, nameSpan: at, instruction } = use;
    add({ name, at, instruction, stage, global, expanded: true });
  }
  for (const use of inShellText(doc, globals)) add(use);
  return [...found.values()].flatMap((own) => [...own.values()]);
});

/** Every name that stands behind `$` or `${`. */
function namesBehindDollars(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const name = /\{?([A-Za-z_]\w*)/y;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    name.lastIndex = at + 1;
    const found = name.exec(text)?.[1];
    if (found !== undefined) names.add(found);
  }
  return names;
}

/** An image that nothing is known of, chosen by the very argument, may say its version by the same name. */
function mayComeFromImage(stage: Stage, name: string): boolean {
  const standing = inImage(stage, name);
  if (standing !== 'unknown') return standing === 'set';
  return stageChain(stage).some(({ image }) => image?.variables.some((use) => use.name === name) === true);
}

function* inShellText(doc: DockerfileDocument, globals: Scope): Iterable<UndeclaredGlobal> {
  const setting = settingRuns(doc);
  for (const run of doc.byKeyword('RUN')) {
    const stage = doc.stageOf(run);
    if (stage === undefined || setting.has(run)) continue;
    const text = doc.source.slice(run.span);
    if (!text.includes('$')) continue;
    const scope = doc.scopeAt(run);
    const unset = [...namesBehindDollars(text)].flatMap((name) => {
      const global = scope.get(name) === undefined ? globals.get(name) : undefined;
      return global === undefined || isMounted(run, name) || mayComeFromImage(stage, name) ? [] : [global];
    });
    // A login shell reads files that may set anything.
    if (unset.length === 0 || scope.get('BASH_ENV') !== undefined || isLogin(doc.shellAt(run))) continue;
    const texts = textsOf(run, doc.shellAt(run), loneHeredoc(run), doc.syntax);
    for (const global of unset) {
      const { name } = global;
      const read = texts.map(({ text, reading, escape }) => ({ text, ...mentions(text.text, name, reading, escape) }));
      if (read.some(({ unclear }) => unclear)) continue;
      const [at] = read.flatMap(({ text, uses }) =>
        // Whoever gives a default knows that it may not be set.
        uses
          .filter((use) => !/[-+?:]/.test(text.text.charAt(use + name.length)))
          .map((use) => text.span(use, use + name.length)),
      );
      if (at !== undefined) yield { name, at, instruction: run, stage, global, expanded: false };
    }
  }
}

/** RUNs that may set variables of any name: `. ./env`, `eval "$x"`, `export $(cat env)`. */
function settingRuns(doc: DockerfileDocument): ReadonlySet<Instruction> {
  const exports = doc.runsOf('export', 'declare').filter(({ args }) => args.some(({ value }) => /^[$`]/.test(value)));
  return new Set([...doc.runsOf('.', 'source', 'eval'), ...exports].map(({ command }) => command.instruction));
}

function isLogin({ words }: ActiveShell): boolean {
  return words.some((word) => /^-\w*l|^--login$/.test(word));
}

/** A secret that stands in a variable of this name. */
function isMounted({ flags }: Instruction, variable: string): boolean {
  return flags.some(({ options }) => options.some(({ name, value }) => name === 'env' && value === variable));
}

/** A declaration that a stage lacks. */
export interface GlobalDeclaration {
  /** Those that it declares at this place. */
  readonly names: readonly string[];
  readonly edits: () => readonly Edit[];
}

/** `ARG NAME` above the first use in the stage, for every name whose first use that is. Never throws. */
export function declareGlobal(doc: DockerfileDocument, { stage, name }: UndeclaredGlobal): GlobalDeclaration {
  const place = firstUses(doc).get(stage)?.get(name);
  const names = place?.names ?? [];
  const keyword = place?.instruction.parent === undefined ? 'ARG' : 'ONBUILD ARG';
  const lines = (): readonly string[] => names.map((each) => `${keyword} ${each}`);
  return { names, edits: () => (place === undefined ? [] : insertBefore(doc, place.instruction, lines())) };
}

interface FirstUse {
  readonly instruction: Instruction;
  readonly names: string[];
}

/** For each stage and name the first instruction that uses it, with all names of which it is the first. */
const firstUses = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, ReadonlyMap<string, FirstUse>> => {
  const uses = [...undeclaredGlobals(doc)].sort((a, b) => a.at.start - b.at.start);
  const stages = new Map<Stage, Map<string, FirstUse>>();
  const places = new Map<Instruction, FirstUse>();
  for (const { stage, name, instruction } of uses) {
    const firsts = stages.get(stage) ?? new Map<string, FirstUse>();
    stages.set(stage, firsts);
    if (firsts.has(name)) continue;
    const place = places.get(instruction) ?? { instruction, names: [] };
    places.set(instruction, place);
    place.names.push(name);
    firsts.set(name, place);
  }
  return stages;
});
