import { grafanaCycles, haproxyCycles, nginxCycles, tomcatCycles } from './lifetimes-servers.js';
import { account, type ImageRecord } from './record.js';
import { compareVersions, type Tag } from './tag.js';

// Sources, unless a group names another: docker-library/docs and the Dockerfiles that docker-library/official-images
// points to. nginx, httpd and the Apache images keep a master process as root, which binds port 80 and opens the logs,
// and serve requests from unprivileged workers: they count as dropping privileges by themselves.

const has = (tag: Tag, ...words: readonly string[]): boolean => words.some((word) => tag.words.includes(word));

const wwwData: ImageRecord['availableUser'] = (_tag, base) =>
  base === 'alpine' ? account('www-data', 82) : account('www-data', 33);

/** PHP applications: Apache by default, FPM on request. */
const phpApplication = (...names: readonly string[]): ImageRecord => ({
  names,
  base: 'debian',
  availableUser: wwwData,
  dropsPrivileges: true,
  ports: (tag) => [has(tag, 'fpm') ? 9000 : 80],
});

export const servers: readonly ImageRecord[] = [
  {
    // nginx/docker-nginx: user nginx 101 for the workers; curl is in both variants, alpine-slim has BusyBox wget only.
    names: ['nginx'],
    entrypoint: 'inspects',
    base: 'debian',
    cycles: nginxCycles,
    availableUser: account('nginx', 101),
    dropsPrivileges: true,
    ports: [80],
    health: (tag) =>
      has(tag, 'slim')
        ? 'wget -q --spider http://localhost/ || exit 1'
        : 'curl -fs -o /dev/null http://localhost/ || exit 1',
    flavours: [
      { suffix: '', sizeMb: 63 },
      { suffix: 'alpine', sizeMb: 26 },
      { suffix: 'alpine-slim', sizeMb: 6 },
    ],
  },
  {
    // nginxinc/docker-nginx-unprivileged: USER 101, port 8080.
    names: [
      'nginxinc/nginx-unprivileged',
      'ghcr.io/nginx/nginx-unprivileged',
      'ghcr.io/nginxinc/nginx-unprivileged',
      'public.ecr.aws/nginx/nginx-unprivileged',
      'quay.io/nginx/nginx-unprivileged',
    ],
    base: 'debian',
    cycles: nginxCycles,
    defaultUser: '101',
    ports: [8080],
    health: (tag) =>
      has(tag, 'slim')
        ? 'wget -q --spider http://localhost:8080/ || exit 1'
        : 'curl -fs -o /dev/null http://localhost:8080/ || exit 1',
  },
  { names: ['openresty/openresty'], base: 'debian', dropsPrivileges: true, ports: [80] },
  { names: ['httpd'], entrypoint: 'none', base: 'debian', availableUser: wwwData, dropsPrivileges: true, ports: [80] },
  {
    // caddyserver/caddy-docker: root, no user made.
    names: ['caddy'],
    entrypoint: 'none',
    base: 'alpine',
    ports: [80, 443, 2019],
  },
  { names: ['traefik'], entrypoint: 'inspects', base: 'alpine', ports: [80], health: 'traefik healthcheck --ping' },
  {
    // docker-library/haproxy: USER haproxy (99) from 2.4 on.
    names: ['haproxy'],
    entrypoint: 'inspects',
    base: 'debian',
    cycles: haproxyCycles,
    defaultUser: (tag) =>
      tag.version === undefined || compareVersions(tag.version, '2.4') >= 0 ? 'haproxy' : undefined,
    availableUser: account('haproxy', 99),
  },
  { names: ['varnish'], base: 'debian', defaultUser: 'varnish', ports: [80] },
  { names: ['envoyproxy/envoy'], base: 'ubuntu', dropsPrivileges: true, ports: [10000] },
  { names: ['kong', 'kong/kong'], base: 'ubuntu', defaultUser: 'kong', ports: [8000, 8001], health: 'kong health' },
  {
    // grafana/grafana Dockerfile: USER 472, group 0.
    names: ['grafana/grafana', 'grafana/grafana-oss', 'grafana/grafana-enterprise'],
    entrypoint: 'inspects',
    base: 'alpine',
    cycles: grafanaCycles,
    defaultUser: '472',
    ports: [3000],
    health: (_tag, base) =>
      base === 'alpine' ? 'wget -q --spider http://localhost:3000/api/health || exit 1' : undefined,
  },
  { names: ['grafana/loki', 'grafana/tempo'], base: 'distroless', defaultUser: '10001', ports: [3100] },
  {
    // prometheus/prometheus Dockerfile: USER nobody, BusyBox base.
    names: ['prom/prometheus', 'quay.io/prometheus/prometheus'],
    base: (tag) => (has(tag, 'distroless') ? 'distroless' : 'busybox'),
    defaultUser: 'nobody',
    ports: [9090],
    health: (_tag, base) =>
      base === 'busybox' ? 'wget -q --spider http://localhost:9090/-/healthy || exit 1' : undefined,
  },
  {
    names: ['prom/alertmanager', 'quay.io/prometheus/alertmanager'],
    base: 'busybox',
    defaultUser: 'nobody',
    ports: [9093],
  },
  {
    names: ['prom/node-exporter', 'quay.io/prometheus/node-exporter'],
    base: 'busybox',
    defaultUser: 'nobody',
    ports: [9100],
  },
  {
    // jenkinsci/docker: user jenkins 1000.
    names: ['jenkins/jenkins'],
    base: 'debian',
    defaultUser: 'jenkins',
    ports: [8080, 50000],
    health: 'curl -fs -o /dev/null http://localhost:8080/login || exit 1',
  },
  { names: ['jenkins/agent', 'jenkins/inbound-agent', 'jenkins/ssh-agent'], base: 'debian', defaultUser: 'jenkins' },
  // SonarSource/docker-sonarqube: USER sonarqube (1000).
  { names: ['sonarqube'], base: 'ubuntu', defaultUser: 'sonarqube', ports: [9000] },
  { names: ['sonatype/nexus3'], base: 'rhelMinimal', defaultUser: 'nexus', ports: [8081] },
  phpApplication('wordpress', 'nextcloud', 'drupal', 'joomla', 'mediawiki', 'phpmyadmin', 'matomo', 'monica', 'moodle'),
  // docker-library/ghost: gosu node.
  {
    names: ['ghost'],
    entrypoint: 'inspects',
    base: 'debian',
    availableUser: account('node', 1000),
    dropsPrivileges: true,
    ports: [2368],
  },
  { names: ['odoo'], base: 'ubuntu', defaultUser: 'odoo', ports: [8069] },
  {
    names: ['redmine'],
    entrypoint: 'inspects',
    base: 'debian',
    availableUser: account('redmine', 999),
    dropsPrivileges: true,
    ports: [3000],
  },
  { names: ['adminer'], base: 'alpine', defaultUser: 'adminer', ports: [8080] },
  { names: ['tomcat'], entrypoint: 'none', base: 'ubuntu', cycles: tomcatCycles, ports: [8080] },
  { names: ['jetty'], base: 'ubuntu', defaultUser: 'jetty', ports: [8080] },
  {
    names: ['quay.io/wildfly/wildfly', 'jboss/wildfly'],
    base: 'rhelMinimal',
    defaultUser: 'jboss',
    ports: [8080, 9990],
  },
  // keycloak/keycloak quarkus/container/Dockerfile: ubi-micro, USER 1000.
  {
    names: ['quay.io/keycloak/keycloak', 'keycloak/keycloak'],
    base: 'rhelMicro',
    defaultUser: '1000',
    ports: [8080, 9000],
  },
  {
    // hashicorp/vault and hashicorp/consul: docker-entrypoint.sh, su-exec.
    names: ['hashicorp/vault', 'vault'],
    entrypoint: 'inspects',
    base: 'alpine',
    availableUser: account('vault', 100, 1000),
    dropsPrivileges: true,
    ports: [8200],
    health: 'vault status -address=http://127.0.0.1:8200',
  },
  {
    names: ['hashicorp/consul', 'consul'],
    entrypoint: 'inspects',
    base: 'alpine',
    availableUser: account('consul', 100, 1000),
    dropsPrivileges: true,
    ports: [8500],
    health: 'consul members',
  },
  { names: ['minio/minio', 'quay.io/minio/minio'], base: 'rhelMicro', ports: [9000], health: 'mc ready local' },
  {
    names: ['registry'],
    base: 'alpine',
    ports: [5000],
    health: 'wget -q --spider http://localhost:5000/v2/ || exit 1',
  },
  {
    names: ['eclipse-mosquitto'],
    entrypoint: 'inspects',
    base: 'alpine',
    availableUser: account('mosquitto', 1883),
    dropsPrivileges: true,
    ports: [1883],
  },
  { names: ['nats'], base: 'scratch', ports: [4222] },
  { names: ['kibana', 'docker.elastic.co/kibana/kibana'], base: 'rhelMinimal', defaultUser: '1000', ports: [5601] },
  {
    names: ['logstash', 'docker.elastic.co/logstash/logstash'],
    base: 'rhelMinimal',
    defaultUser: '1000',
    ports: [5044, 9600],
  },
  { names: ['telegraf', 'chronograf', 'kapacitor'], base: 'debian', dropsPrivileges: true },
  { names: ['fluent/fluentd', 'fluentd'], base: 'alpine', defaultUser: 'fluent', ports: [24224] },
  { names: ['fluent/fluent-bit'], base: 'distroless', ports: [2020] },
  { names: ['flink', 'spark'], base: 'ubuntu', dropsPrivileges: true },
  { names: ['docker'], base: 'alpine', fixedBase: true },
];
