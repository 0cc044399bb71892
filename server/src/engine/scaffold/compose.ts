import { changed, fromSnippet, type Change } from './snippet.js';
import { lines } from './text.js';
import type { Backing, Recipe } from './types.js';

interface BackingService {
  readonly service: string;
  readonly lines: readonly string[];
  readonly volume: string;
  /** What the program is told; Compose puts the password in. */
  readonly environment: string;
}

/** The lines of the one service of a snippet. */
function serviceOf(snippet: string, ...changes: readonly Change[]): readonly string[] {
  const [, text = ''] = /^services:\n {2}\w+:\n((?: {4}.*\n)+)/.exec(fromSnippet(snippet)) ?? [];
  return changed(text.replace(/^ {4}/gm, '').trimEnd(), ...changes).split('\n');
}

const health = (test: string): readonly string[] => [
  'restart: unless-stopped',
  'healthcheck:',
  `  test: ${test}`,
  '  interval: 10s',
  '  timeout: 5s',
  '  retries: 5',
  '  start_period: 20s',
];

const backings: Readonly<Record<Backing, BackingService>> = {
  postgres: {
    service: 'db',
    // The program is told the password in its address, so it is not in a file.
    lines: serviceOf(
      'compose-postgres',
      ['secrets:\n  - db_password\n', ''],
      ['POSTGRES_PASSWORD_FILE: /run/secrets/db_password', 'POSTGRES_PASSWORD: ${DB_PASSWORD:?set it in .env}'],
    ),
    volume: 'db_data',
    environment: 'DATABASE_URL: postgres://app:${DB_PASSWORD:?set it in .env}@db:5432/app',
  },
  mysql: {
    service: 'mysql',
    lines: [
      'image: mysql:8.4',
      'environment:',
      '  MYSQL_DATABASE: app',
      '  MYSQL_USER: app',
      '  MYSQL_PASSWORD: ${MYSQL_PASSWORD:?set it in .env}',
      '  MYSQL_RANDOM_ROOT_PASSWORD: "1"',
      'volumes:',
      '  - mysql_data:/var/lib/mysql',
      ...health('["CMD", "mysqladmin", "ping", "--host=127.0.0.1", "--silent"]'),
    ],
    volume: 'mysql_data',
    environment: 'MYSQL_URL: mysql://app:${MYSQL_PASSWORD:?set it in .env}@mysql:3306/app',
  },
  redis: {
    service: 'redis',
    lines: serviceOf('compose-redis'),
    volume: 'redis_data',
    environment: 'REDIS_URL: redis://redis:6379',
  },
  mongo: {
    service: 'mongo',
    lines: [
      'image: mongo:8',
      'volumes:',
      '  - mongo_data:/data/db',
      ...health(`["CMD", "mongosh", "--quiet", "--eval", "quit(db.adminCommand('ping').ok ? 0 : 1)"]`),
    ],
    volume: 'mongo_data',
    environment: 'MONGO_URL: mongodb://mongo:27017/app',
  },
};

/** A compose.yaml that builds the project and starts what it needs, open to this machine only. */
export function composeText({ port, backings: needed }: Recipe): string {
  const services = needed.map((name) => backings[name]);
  const indented = (depth: number, all: readonly string[]): readonly string[] =>
    all.map((line) => ' '.repeat(depth) + line);
  return lines(
    'services:',
    '  app:',
    '    build: .',
    ...(port === undefined ? [] : ['    ports:', `      - "127.0.0.1:${String(port)}:${String(port)}"`]),
    ...(services.length === 0
      ? []
      : [
          '    environment:',
          ...indented(
            6,
            services.map(({ environment }) => environment),
          ),
          '    depends_on:',
          ...services.flatMap(({ service }) => [`      ${service}:`, '        condition: service_healthy']),
        ]),
    ...services.flatMap(({ service, lines: own }) => ['', `  ${service}:`, ...indented(4, own)]),
    ...(services.length === 0
      ? []
      : [
          '',
          'volumes:',
          ...indented(
            2,
            services.map(({ volume }) => `${volume}:`),
          ),
        ]),
  );
}
