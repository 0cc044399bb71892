import { expect, test } from 'vitest';
import { insertOption, replaceWithOption } from '../../../server/src/engine/dockerfile/edit/options.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import { open } from './parse.js';

function withOption(text: string, option: string, index = 1): string | undefined {
  const doc = open(text);
  const command = doc.runCommands.at(-1);
  const word = command?.words[index];
  const edit = command === undefined || word === undefined ? undefined : insertOption(command, word, option);
  return edit === undefined ? undefined : applyEdits(text, [edit]);
}

test.each([
  ['RUN pip install x', 'RUN pip install --new x'],
  ['RUN ["pip", "install", "x"]', 'RUN ["pip", "install", "--new", "x"]'],
  ['RUN ["pip","install"]', 'RUN ["pip","install", "--new"]'],
  ['RUN ["sh", "-c", "pip install x"]', 'RUN ["sh", "-c", "pip install --new x"]'],
  ['ONBUILD RUN ["pip", "install", "x"]', 'ONBUILD RUN ["pip", "install", "--new", "x"]'],
  ["RUN bash -c 'pip install x'", "RUN bash -c 'pip install --new x'"],
])('an option behind the second word of %j', (before, after) => {
  expect(withOption(`FROM a\n${before}\n`, '--new')).toBe(`FROM a\n${after}\n`);
});

test('an option that needs quotes is not written', () => {
  expect(withOption('FROM a\nRUN pip install x\n', '--new="a"')).toBeUndefined();
});

test('an option in the place of a string keeps its quotes', () => {
  const text = 'FROM a\nRUN ["apk", "add", "-U"]\n';
  const command = open(text).runCommands[0];
  const word = command?.words[2];
  if (command === undefined || word === undefined) throw new Error('no command');
  const edit = replaceWithOption(command, word, '--no-cache');
  expect(edit && applyEdits(text, [edit])).toBe('FROM a\nRUN ["apk", "add", "--no-cache"]\n');
});
