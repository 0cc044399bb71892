import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { unescapedArray } from '../../../server/src/engine/dockerfile/windows/jsonPaths.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'copy-target-without-slash', tool: 'hadolint', code: 'DL3021' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3021.hs';

/** The target as written, without quotes. */
function target({ instruction }: Place): string {
  return instruction?.words.at(-1)?.text.replaceAll(/["']/g, '') ?? '';
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert_copy.go',
    reason: '. and .. are folders also without a slash.',
    example: 'FROM debian:13-slim\nWORKDIR /app\nCOPY a b .\n',
    neighbour: 'FROM debian:13-slim\nWORKDIR /app\nCOPY a b c\n',
    accepts: (place) => /(?:^|\/)\.{1,2}$/.test(target(place)),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'The value of the variable ends with a slash.',
    example: 'FROM debian:13-slim\nENV ROOT=/srv/\nCOPY a b $ROOT\n',
    neighbour: 'FROM debian:13-slim\nENV ROOT=/srv\nCOPY a b $ROOT\n',
    accepts: ({ doc, instruction }) => {
      const word = instruction?.words.at(-1);
      return instruction !== undefined && word !== undefined && doc.expand(word, instruction).value.endsWith('/');
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'Only the build knows whether the value of the variable ends with a slash.',
    example: 'FROM debian:13-slim\nARG WHERE\nCOPY a b ${WHERE}\n',
    neighbour: 'FROM debian:13-slim\nARG WHERE=/srv\nCOPY a b ${WHERE}\n',
    accepts: ({ doc, instruction }) => {
      const word = instruction?.words.at(-1);
      return instruction !== undefined && word !== undefined && !doc.expand(word, instruction).known;
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'On Windows a folder may end with a backslash.',
    example: '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCOPY a b C:\\app\\\n',
    neighbour: '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nCOPY a b C:\\app\n',
    accepts: (place) => stageHere(place)?.os === 'windows' && target(place).endsWith('\\'),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/language-docker/blob/master/src/Language/Docker/Parser/Copy.hs',
    reason: 'COPY has no such flag, so Docker refuses it; hadolint takes it for a file.',
    example: 'FROM debian:13-slim\nCOPY --recursive . /app\n',
    neighbour: 'FROM debian:13-slim\nCOPY recursive . /app\n',
    accepts: ({ doc, instruction }) =>
      instruction?.words.length === 2 &&
      doc.syntax.problems.some((problem) => problem.code === 'unknown-flag' && problem.instruction === instruction),
  },
  {
    ...common,
    side: 'theirs',
    class: 'deliberate',
    reason: 'The backslashes make the array none; unescaped-windows-path says so, and a slash would not help.',
    example: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nCOPY ["my app", "C:\\Program Files\\app"]\n',
    neighbour: "FROM mcr.microsoft.com/windows/servercore:ltsc2025\nCOPY ['my app', 'C:/Program Files/app']\n",
    accepts: ({ doc, instruction }) => instruction !== undefined && unescapedArray(doc, instruction) !== undefined,
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/language-docker/blob/master/src/Language/Docker/Parser/Prelude.hs',
    reason: 'The blanks of the next line end the word, also behind an escape character without one in front.',
    example: 'FROM debian:13-slim\nCOPY a\\\n    b /c\n',
    neighbour: 'FROM debian:13-slim\nCOPY a \\\n    b /c\n',
    accepts: ({ doc, instruction }) => {
      const text = instruction === undefined ? '' : doc.source.slice(instruction.span);
      const glued = text.replaceAll(/\\\r?\n[ \t]*/g, '').split(/[ \t]+/);
      return glued.filter((word) => !word.startsWith('--')).length === 3;
    },
  },
);
