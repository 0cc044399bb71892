import { endsWithExec } from '../../../server/src/engine/dockerfile/start/execFix.js';
import { differences } from '../../../server/tools/conformance/types.js';

const common = { rule: 'shell-form-command', tool: 'buildkit', code: 'JSONArgsRecommended' } as const;
const windows = '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\n';

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#shell-form-entrypoint-example',
    reason: 'With exec the program takes the place of the shell and gets its signals, as the reference itself teaches.',
    example: 'FROM node:24-alpine\nCMD exec node $OPTIONS server.js\n',
    neighbour: 'FROM node:24-alpine\nCMD node $OPTIONS server.js\n',
    accepts: ({ doc, instruction }) => {
      const script = instruction && doc.scriptOf(instruction);
      return script !== undefined && endsWithExec(script);
    },
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go',
    reason: 'BuildKit looks at a trigger in the build that pulls it alone, where nobody can change it.',
    example: 'FROM node:24-alpine\nONBUILD CMD node server.js\n',
    neighbour: 'FROM node:24-alpine\nCMD node server.js\n',
    accepts: ({ instruction }) => instruction?.keyword === 'ONBUILD',
  },
  {
    ...common,
    rule: 'unescaped-windows-path',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go',
    reason: 'Behind SHELL BuildKit takes the shell form for a choice, but here an array was meant.',
    example: `${windows}SHELL ["powershell", "-Command"]\nCMD ["C:\\app\\x.exe"]\n`,
    neighbour: `${windows}CMD ["C:\\app\\x.exe"]\n`,
    accepts: ({ doc, instruction }) =>
      doc.byKeyword('SHELL').some(({ span }) => instruction !== undefined && span.start < instruction.span.start),
  },
);
