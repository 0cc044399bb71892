/** What the command line of the tool asks for. */
export interface Arguments {
  /** A folder of real files; without it the project's own cases. */
  readonly corpus: string | undefined;
  /** A rule or a code to look at alone, with its disagreements. */
  readonly only: string | undefined;
  readonly all: boolean;
  readonly json: boolean;
  readonly record: boolean;
  readonly speed: boolean;
  readonly noise: boolean;
  /** Only this language. */
  readonly language: 'dockerfile' | 'compose' | undefined;
  /** What the broken Compose files are made by. */
  readonly seed: number;
  /** A file to write the own cases to as tests. */
  readonly tests: string | undefined;
}

export const usage = `npm run conformance -- [OPTIONS]
  --corpus DIR   the Dockerfiles and the Compose files (*.yml, *.yaml) below DIR instead of the project's own cases
  --language L   only dockerfile, or only compose
  --seed N       other broken Compose files than those of seed 1
  --only NAME    one rule or one code, with its disagreements (--all: every one of them)
  --json         figures, disagreements and refused files as JSON
  --record       write the figures of a corpus into README.md and docs/conformance.md
  --speed        time the built command line against hadolint on the same files
  --noise        count what the recommended rules say of each file`;

/** Reads the words of the command line; a string is what is wrong with them. */
export function readArguments(words: readonly string[]): Arguments | string {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (['--corpus', '--only', '--tests', '--language', '--seed'].includes(word)) {
      const value = words[++at];
      if (value === undefined) return `${word} needs a value.`;
      values.set(word, value);
    } else if (['--all', '--json', '--record', '--speed', '--noise'].includes(word)) flags.add(word);
    else return `There is no option ${word}.`;
  }
  const language = values.get('--language');
  if (!isLanguage(language)) return `There is no language ${language}.`;
  const seed = Number(values.get('--seed') ?? 1);
  if (!Number.isSafeInteger(seed)) return '--seed needs a whole number.';
  const given = {
    language,
    seed,
    corpus: values.get('--corpus'),
    only: values.get('--only'),
    tests: values.get('--tests'),
    all: flags.has('--all'),
    json: flags.has('--json'),
    record: flags.has('--record'),
    speed: flags.has('--speed'),
    noise: flags.has('--noise'),
  };
  if (given.corpus === undefined && (given.record || given.speed || given.noise)) {
    return '--record, --speed and --noise are about a corpus: name one with --corpus DIR.';
  }
  return given;
}

function isLanguage(word: string | undefined): word is Arguments['language'] {
  return word === undefined || word === 'dockerfile' || word === 'compose';
}
