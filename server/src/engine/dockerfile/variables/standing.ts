import { imageSetup } from '../../images/setups.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/** `unset`: nothing in the file or the base image sets it; `unknown`: a base image might. */
export type Standing = 'set' | 'unset' | 'unknown';

/** A place that names a variable. */
interface Place {
  readonly name: string;
  readonly instruction: Instruction;
  /** Names that earlier pairs of the same ARG declare. */
  readonly earlier?: ReadonlySet<string>;
}

/** Whether a text is the name of a variable, not a number or a sign such as `?`. Never throws. */
export function isName(text: string): boolean {
  return /^[\p{L}_]/u.test(text);
}

/**
 * Whether a variable has been set where Docker expands it. The proxy arguments that Docker gives to every RUN are not
 * there (`llb.WithProxy` in BuildKit's convert.go). Never throws.
 */
export function standingOf(doc: DockerfileDocument, { name, instruction, earlier }: Place): Standing {
  if (!isName(name)) return 'unset';
  if (earlier?.has(name) === true) return 'set';
  const stage = doc.stageOf(instruction);
  const variable = doc.scopeAt(instruction).get(name);
  if (variable !== undefined) {
    return stage !== undefined && variable.kind === 'predefined' && name !== 'PATH' ? 'unset' : 'set';
  }
  return stage === undefined ? 'unset' : inImage(stage, name);
}

/** Whether the base image of a stage sets a variable. Never throws. */
export function inImage({ baseImage, os }: Stage, name: string): Standing {
  const setup = baseImage === undefined || os === 'windows' ? undefined : imageSetup(baseImage);
  if (setup === undefined) return 'unknown';
  return setup.sets(name) ? 'set' : 'unset';
}
