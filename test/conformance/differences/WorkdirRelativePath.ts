import { differences } from '../../../server/tools/conformance/types.js';

const common = { rule: 'relative-workdir', tool: 'buildkit', code: 'WorkdirRelativePath' } as const;

export default differences({
  ...common,
  side: 'theirs',
  class: 'unknowable',
  reason: 'The base image may set the variable that the path starts with.',
  example: 'FROM registry.example.com/base:1\nWORKDIR $APP_HOME\n',
  neighbour: 'FROM registry.example.com/base:1\nWORKDIR app\n',
  accepts: ({ doc, instruction }) => {
    const word = instruction?.words[0];
    return (
      instruction !== undefined &&
      word !== undefined &&
      /^["']?\$/.test(word.text) &&
      !doc.expand(word, instruction).known
    );
  },
});
