import { outermost } from '../../server/src/engine/dockerfile/model/outermost.js';
import { shippedStages } from '../../server/src/engine/dockerfile/stages/shipped.js';
import type { Command, RunCommand, Stage } from '../../server/src/engine/dockerfile/model/types.js';
import type { Place } from '../../server/tools/conformance/types.js';

/** What several predicates of `differences/` ask about a place. */

/** The commands of the place's instruction, its trigger included, that run one of these programs, in their order. */
export function runsHere({ doc, instruction }: Place, ...programs: readonly string[]): readonly RunCommand[] {
  const here = doc.runsOf(...programs).filter(({ command }) => outermost(command.instruction) === instruction);
  return here.sort((a, b) => a.command.span.start - b.command.span.start);
}

export function stageHere({ doc, instruction }: Place): Stage | undefined {
  return instruction && doc.stageOf(instruction);
}

/** No layer of the place's stage is part of an image that somebody keeps. */
export function isNotShipped(place: Place): boolean {
  const stage = stageHere(place);
  return stage !== undefined && !shippedStages(place.doc).has(stage);
}

/** The image name of FROM holds a variable. */
export function namesBaseByVariable({ doc, instruction }: Place): boolean {
  return doc.stages.some(({ from, image }) => from === instruction && (image?.variables.length ?? 0) > 0);
}

/** Every command of the place's instruction, its trigger included. */
export function commandsHere({ doc, instruction }: Place): readonly Command[] {
  return instruction === undefined ? [] : doc.commandsOf(instruction.trigger ?? instruction);
}

/** The command stands in the string of `sh -c`, which hadolint does not read. */
export function isInString(place: Place, { span, instruction }: Command): boolean {
  return commandsHere(place).some(
    (other) =>
      other.instruction === instruction &&
      /^(?:ba|da|a|k)?sh$/.test(other.name ?? '') &&
      other.args.some((word) => word.span.start <= span.start && span.end <= word.span.end),
  );
}

/** hadolint does not see the command: behind another one, called by its path, or in the text that another one runs. */
export function isHidden(place: Place, { command, wrappers }: RunCommand): boolean {
  return wrappers.length > 0 || command.words[0]?.value.includes('/') === true || isNested(place, command);
}

/** The command stands in a string that another command runs. */
export function isNested(place: Place, command: Command): boolean {
  return commandsHere(place).some(
    (other) =>
      other !== command &&
      !command.scopes.includes('substitution') &&
      other.args.some(({ span }) => span.start <= command.span.start && command.span.end <= span.end),
  );
}

/** Each of at least one. */
export function allOf<T>(some: readonly T[], test: (each: T) => boolean): boolean {
  return some.length > 0 && some.every(test);
}
