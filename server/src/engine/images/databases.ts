import {
  cassandraCycles,
  elasticsearchCycles,
  mariadbCycles,
  mongoCycles,
  mysqlCycles,
  postgresCycles,
  rabbitmqCycles,
  redisCycles,
  valkeyCycles,
} from './lifetimes-servers.js';
import { account, type ImageRecord } from './record.js';
import { majorOf } from './tag.js';

// Sources, unless a group names another: docker-library/docs (ports, health checks), the Dockerfiles and entry points
// of docker-library/{postgres,mysql,mariadb,mongo,redis,rabbitmq,memcached,cassandra}, sizes from
// docker-library/repo-info (linux/amd64, compressed, September 2026, rounded).

const postgresHealth = 'pg_isready -U "${POSTGRES_USER:-postgres}" || exit 1';

export const databases: readonly ImageRecord[] = [
  {
    // docker-entrypoint.sh: gosu postgres. Uid 999 on Debian, 70 on Alpine.
    names: ['postgres'],
    entrypoint: 'inspects',
    base: 'debian',
    cycles: postgresCycles,
    availableUser: (_tag, base) => (base === 'alpine' ? account('postgres', 70) : account('postgres', 999)),
    dropsPrivileges: true,
    ports: [5432],
    health: postgresHealth,
    flavours: [
      { suffix: '', sizeMb: 161 },
      { suffix: 'alpine', sizeMb: 117 },
    ],
  },
  {
    // Built on the image above: the same entry point.
    names: ['postgis/postgis', 'pgvector/pgvector', 'timescale/timescaledb'],
    base: (tag) => (tag.words.includes('alpine') ? 'alpine' : 'debian'),
    dropsPrivileges: true,
    ports: [5432],
    health: postgresHealth,
  },
  {
    // Oracle Linux minimal; docker-entrypoint.sh: gosu mysql.
    names: ['mysql'],
    entrypoint: 'inspects',
    base: 'rhelMinimal',
    cycles: mysqlCycles,
    cycleTags: true,
    availableUser: account('mysql', 999),
    dropsPrivileges: true,
    ports: [3306, 33060],
    health: 'mysqladmin ping --host=127.0.0.1 --silent || exit 1',
  },
  { names: ['percona'], base: 'rhelMinimal', defaultUser: 'mysql', ports: [3306] },
  {
    names: ['mariadb'],
    entrypoint: 'inspects',
    base: 'ubuntu',
    cycles: mariadbCycles,
    cycleTags: true,
    availableUser: account('mysql', 999),
    dropsPrivileges: true,
    ports: [3306],
    health: 'healthcheck.sh --connect --innodb_initialized',
  },
  {
    names: ['mongo'],
    entrypoint: 'inspects',
    base: 'ubuntu',
    cycles: mongoCycles,
    cycleTags: true,
    availableUser: account('mongodb', 999),
    dropsPrivileges: true,
    ports: [27017],
    health: 'mongosh --quiet --eval "quit(db.adminCommand(\'ping\').ok ? 0 : 1)"',
  },
  {
    // docker-entrypoint.sh: setpriv (before 8: gosu) redis. Alpine: uid 999, gid 1000.
    names: ['redis'],
    entrypoint: 'inspects',
    base: 'debian',
    cycles: redisCycles,
    availableUser: (_tag, base) => (base === 'alpine' ? account('redis', 999, 1000) : account('redis', 999)),
    dropsPrivileges: true,
    ports: [6379],
    health: 'redis-cli ping | grep -q PONG',
    flavours: [
      { suffix: '', sizeMb: 55 },
      { suffix: 'alpine', sizeMb: 39 },
    ],
  },
  {
    // valkey-io/valkey-container: the entry point of redis.
    names: ['valkey/valkey'],
    entrypoint: 'inspects',
    base: 'debian',
    cycles: valkeyCycles,
    availableUser: (_tag, base) => (base === 'alpine' ? account('valkey', 999, 1000) : account('valkey', 999)),
    dropsPrivileges: true,
    ports: [6379],
    health: 'valkey-cli ping | grep -q PONG',
  },
  {
    names: ['redis/redis-stack', 'redis/redis-stack-server'],
    base: 'ubuntu',
    ports: [6379],
    health: 'redis-cli ping | grep -q PONG',
  },
  { names: ['memcached'], base: 'debian', defaultUser: 'memcache', ports: [11211] },
  {
    names: ['rabbitmq'],
    entrypoint: 'inspects',
    base: 'ubuntu',
    cycles: rabbitmqCycles,
    cycleTags: true,
    variants: ['management', 'alpine'],
    availableUser: (_tag, base) => (base === 'alpine' ? account('rabbitmq', 100, 101) : account('rabbitmq', 999)),
    dropsPrivileges: true,
    ports: [5672, 15672],
    health: 'rabbitmq-diagnostics -q ping',
  },
  {
    // elastic/elasticsearch distribution/docker: USER 1000:0; before 8 the entry point changes the user.
    names: ['elasticsearch', 'docker.elastic.co/elasticsearch/elasticsearch'],
    entrypoint: 'inspects',
    base: (tag) => ((majorOf(tag.version) ?? 9) >= 9 ? 'rhelMinimal' : 'ubuntu'),
    cycles: elasticsearchCycles,
    defaultUser: (tag) => ((majorOf(tag.version) ?? 9) >= 8 ? '1000:0' : undefined),
    dropsPrivileges: true,
    ports: [9200, 9300],
  },
  { names: ['opensearchproject/opensearch'], base: 'amazon2023', defaultUser: '1000', ports: [9200, 9300] },
  {
    names: ['cassandra'],
    entrypoint: 'inspects',
    base: 'debian',
    cycles: cassandraCycles,
    availableUser: account('cassandra', 999),
    dropsPrivileges: true,
    ports: [9042, 7000],
    health: "cqlsh -e 'DESCRIBE CLUSTER'",
  },
  {
    // influxdata/influxdata-docker: 1.x and 2.x drop to influxdb, 3.x selects influxdb3.
    names: ['influxdb'],
    entrypoint: 'inspects',
    base: (tag) => ((majorOf(tag.version) ?? 0) >= 3 || tag.words.includes('core') ? 'ubuntu' : 'debian'),
    defaultUser: (tag) => ((majorOf(tag.version) ?? 0) >= 3 ? 'influxdb3' : undefined),
    dropsPrivileges: (tag) => (majorOf(tag.version) ?? 2) === 2,
    ports: (tag) => [(majorOf(tag.version) ?? 0) >= 3 ? 8181 : 8086],
    health: (tag) => (majorOf(tag.version) === 2 ? 'influx ping' : undefined),
  },
  {
    names: ['couchdb'],
    base: 'debian',
    dropsPrivileges: true,
    ports: [5984],
    health: 'curl -fs http://localhost:5984/_up || exit 1',
  },
  {
    names: ['neo4j'],
    base: 'debian',
    availableUser: account('neo4j', 7474),
    dropsPrivileges: true,
    ports: [7474, 7687],
    health: 'wget -q --spider http://localhost:7474 || exit 1',
  },
  { names: ['clickhouse', 'clickhouse/clickhouse-server'], base: 'ubuntu', dropsPrivileges: true, ports: [8123, 9000] },
  { names: ['cockroachdb/cockroach'], base: 'rhelMinimal', ports: [26257, 8080] },
  {
    // apache/kafka docker/jvm/Dockerfile: USER appuser.
    names: ['apache/kafka', 'apache/kafka-native'],
    base: 'alpine',
    defaultUser: 'appuser',
    ports: [9092],
  },
  {
    names: ['confluentinc/cp-kafka', 'confluentinc/cp-zookeeper', 'confluentinc/cp-schema-registry'],
    base: 'rhelMinimal',
    defaultUser: 'appuser',
  },
  {
    names: ['zookeeper'],
    base: 'ubuntu',
    availableUser: account('zookeeper', 1000),
    dropsPrivileges: true,
    ports: [2181],
  },
  {
    // mcr.microsoft.com/mssql/server from 2019 on: USER mssql (10001).
    names: ['mcr.microsoft.com/mssql/server'],
    base: 'ubuntu',
    defaultUser: 'mssql',
    ports: [1433],
  },
  { names: ['mcr.microsoft.com/mssql/rhel/server'], base: 'rhel', defaultUser: 'mssql', ports: [1433] },
  { names: ['solr'], base: 'ubuntu', defaultUser: 'solr', ports: [8983] },
];
