import { describe, expect, test } from 'vitest';
import { removePart } from '../../../server/src/engine/dockerfile/edit/remove.js';
import {
  removeCommand,
  removeCommandOrRun,
  removeLetter,
  removePrefix,
  removeWords,
} from '../../../server/src/engine/dockerfile/edit/removeCommand.js';
import { applyEdits, type Edit } from '../../../server/src/engine/text/span.js';
import { nth, open } from './parse.js';

/** The RUN without the command `gone`, or undefined where it has to stay. */
function without(...lines: readonly string[]): string | undefined {
  const doc = open('FROM debian', ...lines);
  const command = doc.commandsOf(nth(doc, 'RUN')).find(({ name }) => name === 'gone');
  const edits = command && removeCommand(doc, command);
  return edits && applyEdits(doc.source.text, edits).slice('FROM debian\n'.length);
}

describe('a command goes', () => {
  test.each([
    [['RUN a && gone -x'], 'RUN a'],
    [['RUN gone && a'], 'RUN a'],
    [['RUN gone; \\', '    a'], 'RUN a'],
    [['RUN a; gone; b'], 'RUN a; b'],
    [['RUN a \\', '    && gone x \\', '    && b'], 'RUN a \\\n    && b'],
    [['RUN a && \\', '    gone x && \\', '    b'], 'RUN a && \\\n    b'],
    [['RUN a && \\', '    gone', 'CMD b'], 'RUN a\nCMD b'],
    [['RUN if x; then y; fi \\', '    && gone', 'CMD b'], 'RUN if x; then y; fi\nCMD b'],
    [['RUN x=`y` && gone'], 'RUN x=`y`'],
    [['RUN find . -exec rm {} \\; && gone'], 'RUN find . -exec rm {} \\;'],
    [['RUN a || b && gone'], 'RUN a || b'],
    [['RUN <<EOF', 'a', '# why', 'gone', 'b', 'EOF'], 'RUN <<EOF\na\n# why\nb\nEOF'],
    [['RUN <<EOF', 'gone', 'a', 'EOF'], 'RUN <<EOF\na\nEOF'],
    [['RUN sh -c "a && gone"'], 'RUN sh -c "a"'],
    [['RUN a && gone > /dev/null 2>&1 && b'], 'RUN a && b'],
  ])('%j', (lines, wanted) => {
    expect(without(...lines)).toBe(wanted);
  });
});

describe('a comment stays', () => {
  test('in front of the last command, where the RUN then ends', () => {
    expect(without('RUN a \\', '    # why', '    && gone', 'CMD b')).toBe('RUN a\n    # why\nCMD b');
  });

  test('in front of one that others follow', () => {
    expect(without('RUN a \\', '    # why', '    && gone \\', '    && b')).toBe('RUN a \\\n    # why\n    && b');
  });

  test('behind it', () => {
    expect(without('RUN a \\', '    && gone \\', '    # why', '    && b')).toBe('RUN a \\\n    # why\n    && b');
  });
});

describe('a command stays that something hangs on', () => {
  test.each([
    ['RUN gone'],
    ['RUN a && gone | b'],
    ['RUN a && gone || b'],
    ['RUN a | gone'],
    ['RUN a || gone'],
    ['RUN a & gone'],
    ['RUN a && gone & b'],
    ['RUN a && gone > x'],
    ['RUN a && gone < /dev/null'],
    ['RUN if a; then gone; fi'],
    ['RUN (a && gone)'],
    ['RUN ["gone"]'],
    ['RUN ! gone && a'],
    ['RUN <<EOF\na\n! gone\nb\nEOF'],
  ])('%s', (line) => {
    expect(without(line)).toBeUndefined();
  });
});

describe('words go', () => {
  const rest = (...lines: readonly string[]): string | undefined => {
    const doc = open('FROM debian', ...lines);
    const [command] = doc.commandsOf(nth(doc, 'RUN'));
    const gone = command?.words.filter(({ value }) => value.startsWith('--gone')) ?? [];
    const edits = command && removeWords(doc, command, gone);
    return edits && applyEdits(doc.source.text, edits).slice('FROM debian\n'.length);
  };

  test.each([
    [['RUN a --gone b'], 'RUN a b'],
    [['RUN a b --gone'], 'RUN a b'],
    [['RUN a \\', '    --gone \\', '    b'], 'RUN a \\\n    b'],
    [['RUN a \\', '    --gone b'], 'RUN a \\\n    b'],
    [['RUN a \\', '    b \\', '    --gone'], 'RUN a \\\n    b'],
    [['RUN ["a", "--gone", "b"]'], 'RUN ["a", "b"]'],
    [['RUN a --gone-1 b --gone-2'], 'RUN a b'],
    [['RUN a \\', '    --gone-1 --gone-2 b'], 'RUN a \\\n    b'],
    [['RUN a > x --gone b'], 'RUN a > x b'],
    [['RUN <<EOF', 'a \\', '  --gone', 'b', 'EOF'], 'RUN <<EOF\na\nb\nEOF'],
  ])('%j', (lines, wanted) => {
    expect(rest(...lines)).toBe(wanted);
  });

  test('not behind a comment', () => {
    expect(rest('RUN a \\', '    # why', '    --gone')).toBeUndefined();
  });
});

describe('what is unsafe goes', () => {
  type Removal = (doc: ReturnType<typeof open>) => readonly Edit[] | undefined;
  const after = (lines: readonly string[], remove: Removal) => {
    const doc = open(...lines);
    const edits = remove(doc);
    return edits && applyEdits(doc.source.text, edits);
  };
  const word =
    (text: string): Removal =>
    (doc) => {
      const command = doc.runCommands.find(({ words }) => words.some(({ value }) => value === text));
      const found = command?.words.find(({ value }) => value === text);
      return command && found && removeWords(doc, command, [found]);
    };
  const command =
    (name: string): Removal =>
    (doc) => {
      const found = doc.runCommands.find((one) => one.name === name);
      return found && removeCommandOrRun(doc, found);
    };

  test('words', () => {
    expect(after(['RUN a -k b'], word('-k'))).toBe('RUN a b');
    expect(after(['RUN a -k'], word('-k'))).toBe('RUN a');
    expect(after(['RUN ["a", "-k", "b"]'], word('-k'))).toBe('RUN ["a", "b"]');
    expect(after(['RUN a \\', '  -k \\', '  b'], word('-k'))).toBe('RUN a \\\n  b');
    expect(after(['RUN a \\', '  -k b'], word('-k'))).toBe('RUN a \\\n  b');
    expect(after(['RUN a \\', '  -k'], word('-k'))).toBe('RUN a');
    expect(after(['RUN a \\', '  # why', '  -k \\', '  b'], word('-k'))).toBe('RUN a \\\n  # why\n  b');
    expect(after(['RUN a \\', '  # why', '  -k'], word('-k'))).toBeUndefined();
    expect(after(['RUN -k'], word('-k'))).toBeUndefined();
  });

  test('a letter of a bundle', () => {
    const letter: Removal = (doc) => {
      const bundle = doc.runCommands[0]?.args[0];
      return bundle && removeLetter(bundle, 'k');
    };
    expect(after(['RUN a -xky'], letter)).toBe('RUN a -xy');
    expect(after(['RUN ["a", "-xk"]'], letter)).toBe('RUN ["a", "-x"]');
    expect(after(['RUN a -k'], letter)).toBeUndefined();
  });

  test('commands', () => {
    expect(after(['RUN x && b && c'], command('x'))).toBe('RUN b && c');
    expect(after(['RUN a; x; c'], command('x'))).toBe('RUN a; c');
    expect(after(['RUN a \\', '  && x \\', '  && c'], command('x'))).toBe('RUN a \\\n  && c');
    expect(after(['RUN a && x'], command('x'))).toBe('RUN a');
    expect(after(['FROM y', 'RUN x', 'CMD z'], command('x'))).toBe('FROM y\nCMD z');
    expect(after(['RUN <<EOF', 'a', 'x', 'EOF'], command('x'))).toBe('RUN <<EOF\na\nEOF');
    expect(after(['RUN x || b'], command('x'))).toBeUndefined();
    expect(after(['RUN a && x | b'], command('x'))).toBeUndefined();
    expect(after(['RUN (a) && x'], command('x'))).toBe('RUN (a)');
    expect(after(['RUN a && (x) && b'], command('x'))).toBeUndefined();
  });

  test('pairs and assignments', () => {
    const pair: Removal = (doc) => {
      const env = nth(doc, 'ENV');
      const index = env.pairs.findIndex(({ key }) => key.value === 'X');
      return removePart(doc, env, env.pairs, index);
    };
    expect(after(['ENV A=1 X=2 B=3'], pair)).toBe('ENV A=1 B=3');
    expect(after(['ENV X=2 \\', '  B=3'], pair)).toBe('ENV B=3');
    expect(after(['FROM y', 'ENV X=2', 'CMD z'], pair)).toBe('FROM y\nCMD z');
    const prefix: Removal = (doc) => {
      const assignment = doc.runCommands[0]?.assignments[0];
      return assignment && removePrefix(doc, assignment);
    };
    expect(after(['RUN X=1 a'], prefix)).toBe('RUN a');
    expect(after(['RUN X=1 \\', '  a'], prefix)).toBeUndefined();
  });
});
