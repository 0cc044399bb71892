import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dotenvValues, parseDotenv } from '../../../server/src/engine/compose/dotenv.js';

/** What compose-go's dotenv.UnmarshalWithLookup makes of a text; null where it refuses it. */
type Answer = readonly [text: string, values: Readonly<Record<string, string>> | null];

const answers = JSON.parse(
  readFileSync(new URL('./answers/dotenv.json', import.meta.url), 'utf8'),
) as readonly Answer[];

const shell = (name: string): string | null => (name === 'H' ? 'host' : name === 'B' ? 'shell' : null);
const sorted = (values: Iterable<readonly [string, unknown]>): string => JSON.stringify([...values].sort());

describe('env files', () => {
  it('are read as compose-go reads them', () => {
    const wrong = answers.flatMap(([text, values]) => {
      const file = parseDotenv(text);
      const required = text.includes(':?');
      if (values === null) return file.problems.length > 0 || required ? [] : [[text, 'is refused']];
      // A last line of a name alone gets no name there.
      const theirs = sorted(Object.entries(values).filter(([name]) => name !== ''));
      const ours = sorted([...dotenvValues(file, shell)].filter(([name]) => name !== ''));
      return file.problems.every(({ code }) => code === 'invalid-interpolation') && ours === theirs
        ? []
        : [[text, theirs, ours, file.problems]];
    });
    expect(wrong).toEqual([]);
  });

  it('keep places, whatever marks and line ends they have', () => {
    const text = '\uFEFFexport A = "x\\n${B}"  # c\r\nC=d\r\n';
    const { entries, problems } = parseDotenv(text);
    expect(problems).toEqual([]);
    expect(entries.map(({ name, valueSpan }) => [name, text.slice(valueSpan?.start, valueSpan?.end)])).toEqual([
      ['A', '"x\\n${B}"'],
      ['C', 'd'],
    ]);
    const [first] = entries;
    const variable = first?.template?.variables[0];
    const span = first?.text.span(variable?.start ?? 0, variable?.end ?? 0);
    expect(text.slice(span?.start, span?.end)).toBe('${B}');
  });

  it('tell all that is wrong, and go on', () => {
    const text = 'A B=1\nC=2\nD!=3\nE="4\nF=${x\nG=5';
    const { entries, problems } = parseDotenv(text);
    expect(problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`)).toEqual([
      'name-with-blank: A B',
      'invalid-name: !',
      'unterminated-quote: "4',
      'invalid-interpolation: ${x',
    ]);
    expect(entries.map(({ name }) => name)).toEqual(['C', 'F', 'G']);
  });

  it('are unknown where the shell is', () => {
    const values = dotenvValues(parseDotenv('A=1\nB=$A$X\nC=$A\nD\n'), (name) => (name === 'X' ? undefined : null));
    expect([...values]).toEqual([
      ['A', '1'],
      ['B', undefined],
      ['C', '1'],
    ]);
  });
});
