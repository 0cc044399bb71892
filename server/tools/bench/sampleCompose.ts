/**
 * Services as people write them: short and long forms, merge keys, variables, flow style, comments. Those that others
 * need come first.
 */
const services: readonly { readonly block: string; readonly volume?: string }[] = [
  {
    block: `  cache{n}:
    image: redis:8.2
    container_name: cache-{n}
    command: ["redis-server", "--save", "60", "1", "--loglevel", "warning"]
    ports:
      - {q}:6379
    privileged: false
    cap_add:
      - SYS_ADMIN
    ulimits:
      nofile:
        soft: 20000
        hard: 40000
    logging:
      driver: json-file
      options:
        max-size: "10m"
        max-file: "3"
    tmpfs:
      - /tmp
    extra_hosts:
      - "host.docker.internal:host-gateway"

`,
  },
  {
    volume: 'data{n}',
    block: `  db{n}:
    <<: *defaults
    image: postgres:18
    environment: { POSTGRES_USER: app, POSTGRES_DB: app{n}, POSTGRES_PASSWORD_FILE: /run/secrets/db_password }
    secrets:
      - db_password
    volumes:
      - type: volume
        source: data{n}
        target: /var/lib/postgresql/data
    shm_size: 256m
    networks:
      - back
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U app -d app{n}"] # as the image has it
      interval: 10s
      timeout: 3s
      retries: 5
      start_period: 20s

`,
  },
  {
    block: `  api{n}:
    <<: *defaults
    build:
      context: ./services/api{n}
      dockerfile: Dockerfile
      target: runtime
      args:
        NODE_VERSION: "24"
        COMMIT: \${COMMIT:-unknown}
    environment:
      NODE_ENV: production
      DATABASE_URL: "postgres://app:\${DB_PASSWORD:?set it in .env}@db{n}:5432/app{n}"
      REDIS_URL: redis://cache{n}:6379/0
      LOG_LEVEL: \${LOG_LEVEL:-info}
    env_file:
      - ./common.env
      - path: ./api{n}.env
        required: false
    depends_on:
      db{n}:
        condition: service_healthy
      cache{n}:
        condition: service_started
    deploy:
      resources:
        limits:
          cpus: "0.50"
          memory: 512M
    networks:
      back:
        aliases:
          - api{n}.internal
    labels:
      - "traefik.enable=true"
      - "traefik.http.routers.api{n}.rule=Host(\`api{n}.example.com\`)"
    command: >
      node dist/server.js
      --port 3000
      --workers 4

`,
  },
  {
    volume: 'static{n}',
    block: `  # The front door.
  web{n}:
    image: nginx:1.29-alpine
    restart: unless-stopped
    ports:
      - "127.0.0.1:{p}:80"
      - "127.0.0.1:\${TLS_PORT_{n}:-1{p}}:443/tcp"
    volumes:
      - ./nginx/site{n}.conf:/etc/nginx/conf.d/default.conf:ro
      - static{n}:/usr/share/nginx/html
    depends_on:
      - api{n}
    networks: [front, back]
    healthcheck:
      test: ["CMD", "wget", "-q", "--spider", "http://localhost/"]
      interval: 30s
      timeout: 5s
      retries: 3

`,
  },
];

const head = `# The shop and what it needs.
version: "3.8"
name: shop

x-defaults: &defaults
  restart: unless-stopped
  init: true
  logging:
    driver: json-file
    options:
      max-size: "10m"

services:
`;

/** A Compose file of about `lines` lines (a whole number of services, at least one), in which every name is declared. */
export function sampleCompose(lines: number): string {
  const parts: string[] = [head];
  const volumes: string[] = [];
  for (let n = 1, count = lineCount(head) + 8; count < lines; n++) {
    const fill = (text: string): string =>
      text
        .replaceAll('{n}', String(n))
        .replaceAll('{p}', String(8000 + (n % 1000)))
        .replaceAll('{q}', String(30_000 + (n % 30_000)));
    for (const { block, volume } of services) {
      if (count >= lines) break;
      parts.push(fill(block));
      count += lineCount(block);
      if (volume === undefined) continue;
      volumes.push(fill(`  ${volume}:\n`));
      count++;
    }
  }
  const networks = 'networks:\n  front:\n  back:\n\n';
  const named = volumes.length === 0 ? '' : `volumes:\n${volumes.join('')}\n`;
  return `${parts.join('')}${networks}${named}secrets:\n  db_password:\n    file: ./db_password.txt\n`;
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}
