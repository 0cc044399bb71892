import { differences, type Place } from '../../../server/tools/conformance/types.js';
import type { RunCommand } from '../../../server/src/engine/dockerfile/model/types.js';
import { operands } from '../../../server/src/engine/shell/options.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'extracted-archive-copy', tool: 'hadolint', code: 'DL3010' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3010.hs';

/** Commands of the stage that run tar. */
function tars(place: Place): readonly RunCommand[] {
  return place.doc.runsOf('tar').filter(({ command }) => place.doc.stageOf(command.instruction) === stageHere(place));
}

/** Something is left out or cut off, or members are named. */
function takesPart(command: RunCommand): boolean {
  if (command.args.some(({ value }) => /^--(?:strip|exclude)/.test(value))) return true;
  const named = operands(command, ['-f', '-C', '-xf', '-xzf']).length;
  // `tar xf FILE`: the letters, and the archive that they ask for.
  const letters = command.args[0]?.value ?? '-';
  return named > (letters.startsWith('-') ? 0 : letters.includes('f') ? 2 : 1);
}

function isTarball(path: string): boolean {
  return /\.(?:tar(?:\.\w+)?|t[abglpx]z|tb2|tbz2)$/.test(path);
}

export default differences(
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'hadolint sees neither the letters of tar without a dash nor the archive in --file=.',
    example: 'FROM debian:13-slim\nCOPY app.tar /tmp/\nRUN tar xf /tmp/app.tar\n',
    neighbour: 'FROM debian:13-slim\nCOPY app.tar /tmp/\nRUN tar -xf /tmp/app.tar\n',
    accepts: (place) =>
      tars(place).some(
        ({ args: [first, second] }) => !first?.value.startsWith('-') || /^--file=/.test(second?.value ?? ''),
      ),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/332',
    reason: 'ADD unpacks tar archives only, not a single compressed file.',
    example: 'FROM debian:13-slim\nCOPY dump.sql.gz /tmp/\nRUN gunzip /tmp/dump.sql.gz\n',
    neighbour: 'FROM debian:13-slim\nCOPY dump.tar.gz /tmp/\nRUN tar -xzf /tmp/dump.tar.gz\n',
    accepts: ({ instruction }) => instruction?.words.some(({ value }) => isTarball(value)) === false,
  },
  {
    ...common,
    side: 'theirs',
    class: 'deliberate',
    reason: 'ADD unpacks an archive as it is and whole.',
    example: 'FROM debian:13-slim\nCOPY app.tar /tmp/\nRUN tar -xf /tmp/app.tar --strip-components=1\n',
    neighbour: 'FROM debian:13-slim\nCOPY app.tar /tmp/\nRUN tar -x -f /tmp/app.tar\n',
    accepts: (place) => tars(place).length > 0 && tars(place).every(takesPart),
  },
);
