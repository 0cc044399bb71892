import type { FactQuery, Facts } from '../../facts.js';
import { weaklyMemoised } from '../../memo.js';
import { cachedByText } from '../../textCache.js';
import { dotenvValues, parseDotenv } from '../dotenv.js';

/** An env file, parsed once for its text. */
export const dotenvOf = cachedByText(parseDotenv);

/** The values of an env file where the shell has none of its variables. */
const valuesOf = cachedByText((text) => dotenvValues(dotenvOf(text), () => null));

/** The same where nobody knows the variables of the shell: what depends on them is undefined. */
export const settingsIn = cachedByText((text) => dotenvValues(dotenvOf(text), () => undefined));

/** Templates for a `.env`, which tell what will be in it. */
const templates = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  'env.example',
  'example.env',
  '.env.default',
];

/** Questions for `knownVariables`. */
export const dotenvQueries: readonly FactQuery[] = ['.env', ...templates].map((path) => ({ kind: 'read', path }));

/** What is known of the variables of a project without asking its machine. */
export interface KnownVariables {
  /** The file that counts: `.env`, or where there is none the template for it; undefined where there is neither. */
  readonly file: string | undefined;
  /** Names in it and in the templates. */
  readonly names: ReadonlySet<string>;
  /** The value in `.env`; undefined where the file has none, or nobody knows. */
  value(name: string): string | undefined;
}

/** The variables of `.env` beside the file, which Compose reads by itself. */
export const knownVariables = weaklyMemoised((facts: Facts): KnownVariables => {
  const own = facts.read('.env');
  const found = templates.filter((path) => facts.read(path) !== undefined);
  const file = own !== undefined ? '.env' : facts.presence('.env') === 'absent' ? found[0] : undefined;
  const texts = [own, ...found.map((path) => facts.read(path))].filter((text) => text !== undefined);
  const values = own === undefined ? undefined : valuesOf(own);
  return {
    file,
    names: new Set(texts.flatMap((text) => dotenvOf(text).entries.map(({ name }) => name))),
    value: (name) => values?.get(name),
  };
});
