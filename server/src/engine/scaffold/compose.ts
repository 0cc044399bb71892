import { lines } from './text.js';
import type { Backing, Recipe } from './types.js';

interface BackingService {
  readonly service: string;
  readonly lines: readonly string[];
  readonly volume: string;
  /** What the program is told; Compose puts the password in. */
  readonly environment: string;
}

const health = (test: string): readonly string[] => [
  'healthcheck:',
  `  test: ${test}`,
  '  interval: 10s',
  '  timeout: 5s',
  '  retries: 5',
];

const backings: Readonly<Record<Backing, BackingService>> = {
  postgres: {
    service: 'db',
    lines: [
      'image: postgres:18',
      'environment:',
      '  POSTGRES_USER: app',
      '  POSTGRES_PASSWORD: ${DB_PASSWORD:?set it in .env}',
      'volumes:',
      '  - db-data:/var/lib/postgresql',
      ...health('["CMD", "pg_isready", "-U", "app"]'),
    ],
    volume: 'db-data',
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
      '  - mysql-data:/var/lib/mysql',
      ...health('["CMD", "mysqladmin", "ping", "--host=127.0.0.1", "--silent"]'),
    ],
    volume: 'mysql-data',
    environment: 'MYSQL_URL: mysql://app:${MYSQL_PASSWORD:?set it in .env}@mysql:3306/app',
  },
  redis: {
    service: 'redis',
    lines: [
      'image: redis:8.2',
      'volumes:',
      '  - redis-data:/data',
      ...health('["CMD-SHELL", "redis-cli ping | grep -q PONG"]'),
    ],
    volume: 'redis-data',
    environment: 'REDIS_URL: redis://redis:6379',
  },
  mongo: {
    service: 'mongo',
    lines: [
      'image: mongo:8',
      'volumes:',
      '  - mongo-data:/data/db',
      ...health(`["CMD", "mongosh", "--quiet", "--eval", "quit(db.adminCommand('ping').ok ? 0 : 1)"]`),
    ],
    volume: 'mongo-data',
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
