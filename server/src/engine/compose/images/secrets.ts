// Images that read a secret from a file that another variable names, after their documentation and entry points. All of
// them leave the line end out.

interface FileVariables {
  readonly images: RegExp;
  readonly keys: RegExp;
  readonly name: (key: string) => string;
}

const suffixed = (key: string): string => `${key}_FILE`;

const table: readonly FileVariables[] = [
  // hub.docker.com/_/postgres, "Docker Secrets"; the others are built on it.
  {
    images: /^(?:postgres|postgis\/postgis|pgvector\/pgvector|timescale\/timescaledb)$/,
    keys: /^POSTGRES_(?:PASSWORD|USER|DB)$/,
    name: suffixed,
  },
  // hub.docker.com/_/mysql and /_/mariadb
  { images: /^(?:mysql|percona)$/, keys: /^MYSQL_(?:ROOT_)?PASSWORD$/, name: suffixed },
  { images: /^mariadb$/, keys: /^(?:MYSQL|MARIADB)_(?:ROOT_)?PASSWORD$/, name: suffixed },
  { images: /^mongo$/, keys: /^MONGO_INITDB_ROOT_PASSWORD$/, name: suffixed },
  { images: /^wordpress$/, keys: /^WORDPRESS_(?:DB_PASSWORD|\w+_(?:KEY|SALT))$/, name: suffixed },
  // github.com/nextcloud/docker, "Docker Secrets"
  {
    images: /^nextcloud$/,
    keys: /^(?:NEXTCLOUD_ADMIN|POSTGRES|MYSQL|SMTP|REDIS_HOST)_PASSWORD$/,
    name: suffixed,
  },
  { images: /^influxdb$/, keys: /^DOCKER_INFLUXDB_INIT_(?:PASSWORD|ADMIN_TOKEN)$/, name: suffixed },
  { images: /^neo4j$/, keys: /^NEO4J_AUTH$/, name: suffixed },
  { images: /^minio\/minio$/, keys: /^MINIO_ROOT_PASSWORD$/, name: suffixed },
  { images: /^dpage\/pgadmin4$/, keys: /^PGADMIN_DEFAULT_PASSWORD$/, name: suffixed },
  { images: /^miniflux\/miniflux$/, keys: /^ADMIN_PASSWORD$/, name: suffixed },
  {
    images: /^(?:ghcr\.io\/dani-garcia\/vaultwarden|vaultwarden\/server)$/,
    keys: /^(?:ADMIN_TOKEN|SMTP_PASSWORD)$/,
    name: suffixed,
  },
  // github.com/bitnami/containers, "Docker secrets"
  { images: /^(?:bitnami|bitnamilegacy)\//, keys: /_PASSWORD$/, name: suffixed },
  // grafana.com/docs, "Configure Grafana with Docker secrets"
  { images: /^grafana\/grafana(?:-oss|-enterprise)?$/, keys: /^GF_/, name: (key) => `${key}__FILE` },
  {
    images: /^(?:gitea\/gitea|codeberg\.org\/forgejo\/forgejo)$/,
    keys: /^(?:GITEA|FORGEJO)__/,
    name: (key) => `${key}__FILE`,
  },
  // docs.linuxserver.io, "Environment variables from files"
  { images: /^(?:lscr\.io\/|ghcr\.io\/)?linuxserver\//, keys: /./, name: (key) => `FILE__${key}` },
];

/** The variable that names a file with the secret; undefined where the image is not known to have one. */
export function fileVariable(image: string, key: string): string | undefined {
  return table.find(({ images, keys }) => images.test(image) && keys.test(key))?.name(key);
}
