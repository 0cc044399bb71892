import { differences } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'relative-workdir', tool: 'hadolint', code: 'DL3000' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3000.hs';

export default differences(
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'hadolint takes every path that starts with a variable for an absolute one.',
    example: 'FROM debian:13-slim\nENV FOLDER=srv\nWORKDIR $FOLDER/app\n',
    neighbour: 'FROM debian:13-slim\nENV FOLDER=app\nWORKDIR srv/$FOLDER\n',
    accepts: ({ instruction }) => /^["']?\$/.test(instruction?.words[0]?.text ?? ''),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/util/system/path.go',
    reason: 'On Windows a path that starts with a backslash is absolute.',
    example: '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nWORKDIR \\app\n',
    neighbour: '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nWORKDIR app\n',
    accepts: (place) =>
      stageHere(place)?.os === 'windows' && place.instruction?.words[0]?.value.startsWith('\\') === true,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/parse.go',
    reason: 'WORKDIR has no flags, so BuildKit refuses one; hadolint takes it for the path.',
    example: 'FROM debian:13-slim\nWORKDIR --chown=app /app\n',
    neighbour: 'FROM debian:13-slim\nWORKDIR app\n',
    accepts: ({ instruction }) => (instruction?.flags.length ?? 0) > 0,
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason:
      'Behind the drive a slash has to follow; the backslash of this file is its escape character, so Docker drops it.',
    example: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nWORKDIR C:\\app\\bin\n',
    neighbour: 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nWORKDIR app\\bin\n',
    accepts: ({ instruction }) => /^[A-Za-z]:(?![\\/])/.test(instruction?.words[0]?.value ?? ''),
  },
);
