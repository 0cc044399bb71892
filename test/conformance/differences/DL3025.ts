import { endsWithExec } from '../../../server/src/engine/dockerfile/start/execFix.js';
import { differences } from '../../../server/tools/conformance/types.js';

const common = { rule: 'shell-form-command', tool: 'hadolint', code: 'DL3025' } as const;

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
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',
    reason: 'Whoever sets SHELL wants it used; BuildKit names SHELL as the way to say so.',
    example: 'FROM node:24-alpine\nSHELL ["/bin/ash", "-c"]\nCMD node $OPTIONS server.js\n',
    neighbour: 'FROM node:24-alpine\nCMD node $OPTIONS server.js\nSHELL ["/bin/ash", "-c"]\n',
    accepts: ({ doc, instruction }) =>
      (instruction?.keyword === 'CMD' || instruction?.keyword === 'ENTRYPOINT') &&
      doc.shellAt(instruction).instruction !== undefined,
  },
  {
    ...common,
    rule: 'shell-form-healthcheck',
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',
    reason: 'Whoever sets SHELL wants it used.',
    example: 'FROM node:24-alpine\nSHELL ["/bin/ash", "-c"]\nHEALTHCHECK CMD wget -q localhost\n',
    neighbour: 'FROM node:24-alpine\nHEALTHCHECK CMD wget -q localhost\nSHELL ["/bin/ash", "-c"]\n',
    accepts: ({ doc, instruction }) =>
      instruction?.keyword === 'HEALTHCHECK' && doc.shellAt(instruction).instruction !== undefined,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/line_parsers.go',
    reason: 'The array stops the build, so it is no matter of form; hadolint takes it for shell text.',
    example: 'FROM node:24-alpine\nCMD ["node", ["server.js"]]\n',
    neighbour: 'FROM node:24-alpine\nCMD [node, server.js]\n',
    accepts: ({ doc, instruction }) => doc.syntax.problems.some((problem) => problem.instruction === instruction),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/language-docker/blob/master/src/Language/Docker/Parser/Arguments.hs',
    reason: 'JSON lets any character be escaped as it does \\/, and Docker reads the array; hadolint does not.',
    example: 'FROM node:24-alpine\nCMD ["\\/usr\\\\\\"/bin/node"]\n',
    neighbour: 'FROM node:24-alpine\nCMD [node, server.js]\n',
    accepts: ({ instruction }) => instruction?.json !== undefined && instruction.body.text.includes('\\'),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3025.hs',
    reason: 'A trigger becomes the command of every image built from this one; hadolint does not look into it.',
    example: 'FROM node:24-alpine\nONBUILD CMD node server.js\n',
    neighbour: 'FROM node:24-alpine\nCMD node server.js\n',
    accepts: ({ instruction }) => instruction?.keyword === 'ONBUILD',
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/language-docker/blob/master/src/Language/Docker/Parser/Arguments.hs',
    reason: 'In an array the backtick is a letter, also where the file escapes with it; hadolint reads no array then.',
    example: '# escape=`\nFROM node:24-alpine\nCMD ["echo", "`date`"]\n',
    neighbour: '# escape=`\nFROM node:24-alpine\nCMD echo `date`\n',
    accepts: ({ doc, instruction }) =>
      instruction?.json !== undefined && doc.syntax.escape === '`' && instruction.body.text.includes('`'),
  },
);
