import type { Backing } from './types.js';

/** Lines of a file, those that are undefined left out. */
export function lines(...all: readonly (string | undefined)[]): string {
  return all
    .filter((line) => line !== undefined)
    .map((line) => `${line}\n`)
    .join('');
}

/** A command in exec form. */
export function exec(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** A value of a JSON text; undefined where it is none. Never throws. */
export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** A field of something that may be an object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** A field that is a text. */
export function textOf(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}

const clients: readonly (readonly [Backing, RegExp])[] = [
  [
    'postgres',
    /^(?:pg|postgres|psycopg(?:2|2-binary)?|asyncpg|sqlx|tokio-postgres|npgsql|jackc\/pgx|lib\/pq|postgresql)$/i,
  ],
  ['mysql', /^(?:mysql2?|mysqlclient|pymysql|aiomysql|go-sql-driver\/mysql|mysql-connector-j)$/i],
  ['redis', /^(?:redis|ioredis|bullmq|hiredis|redis\/go-redis|stackexchange\.redis|predis\/predis|sidekiq)$/i],
  ['mongo', /^(?:mongodb|mongoose|pymongo|motor|mongodb\.driver|mongoid)$/i],
];

/** The servers that names of dependencies speak of. */
export function backingsOf(dependencies: readonly string[]): readonly Backing[] {
  return clients.filter(([, client]) => dependencies.some((name) => client.test(name))).map(([backing]) => backing);
}
