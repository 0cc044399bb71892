import { expandedUses, type ExpandedUse } from '../../../server/src/engine/dockerfile/variables/expanded.js';
import { inImage, standingOf } from '../../../server/src/engine/dockerfile/variables/standing.js';
import { undefinedUses } from '../../../server/src/engine/dockerfile/variables/undefined.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'undefined-variable', tool: 'buildkit', code: 'UndefinedVar' } as const;

/** The variable that the message names. */
function variable({ message }: Place): string {
  return /'\$([^']+)'/.exec(message)?.[1] ?? '';
}

/** All that the instruction uses and the file does not set may come from the image. */
function mayComeFromImage(place: Place): boolean {
  const stage = stageHere(place);
  const all = missing(place);
  if (stage === undefined || all.length === 0) return false;
  return all.every(({ name }) => inImage(stage, name) !== 'unset') && !areMistakes(place);
}

/** Small letters, a name that another stage declares, or one that is nearly set. */
function areMistakes({ doc, instruction }: Place): boolean {
  return undefinedUses(doc).some((use) => use.instruction === instruction);
}

function missing({ doc, instruction }: Place): readonly ExpandedUse[] {
  return expandedUses(doc).filter((use) => use.instruction === instruction && standingOf(doc, use) !== 'set');
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'The base image sets the variable; the comparison runs without images.',
    says: "Usage of undefined variable '$PYTHON_VERSION'",
    example: 'FROM python:3.14-slim\nLABEL python=$PYTHON_VERSION\n',
    neighbour: 'FROM debian:13-slim\nLABEL python=$PYTHON_VERSION\n',
    accepts: (place) => {
      const stage = stageHere(place);
      return stage !== undefined && missing(place).length === 0 && inImage(stage, variable(place)) === 'set';
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'The base image may set the variable.',
    example: 'FROM registry.example.com/base:1\nENV PATH=$APP_HOME/bin:$PATH\n',
    neighbour: 'FROM registry.example.com/base:1\nENV PATH=$PAHT:/app/bin\n',
    accepts: mayComeFromImage,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go',
    reason: '${NAME:+…} is written for the case that the variable is not set; BuildKit notes the miss before it looks.',
    example: 'FROM debian:13-slim\nENV LIBS=/opt/lib${LIBS:+:$LIBS}\n',
    neighbour: 'FROM debian:13-slim\nENV LIBS=/opt/lib:$LIBS\n',
    accepts: (place) =>
      missing(place).length > 0 &&
      missing(place).every(({ operator, guarded }) => guarded || operator?.endsWith('+') === true),
  },
);
