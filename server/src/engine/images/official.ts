/**
 * Names of the Docker Official Images: library/ of docker-library/official-images on 2026-08-21, and those that were
 * withdrawn but can still be pulled (its history). An image without a namespace can be none but these.
 */
const names: ReadonlySet<string> = new Set(
  (
    'adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux azul-zulu ' +
    'backdrop bash bonita buildpack-deps busybox caddy cassandra chronograf cirros clearlinux clefos clickhouse ' +
    'clojure composer convertigo couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin ' +
    'eggdrop elasticsearch elixir emqx erlang espocrm fedora flink fluentd friendica gazebo gcc geonetwork ghost ' +
    'golang gradle groovy haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb ' +
    'irssi jetty joomla jruby julia kapacitor kibana kong krakend lightstreamer liquibase logstash mageia mariadb ' +
    'matomo maven mediawiki memcached mongo mongo-express monica mysql nats neo4j neurodebian nextcloud nginx nim ' +
    'node notary odoo open-liberty openjdk oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin ' +
    'plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis redmine registry rethinkdb ' +
    'rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas solr sonarqube spark spiped storm ' +
    'swift swipl teamspeak telegraf tomcat tomee traefik ubuntu unit varnish websphere-liberty wordpress xwiki ' +
    'yourls znc zookeeper ' +
    'adoptopenjdk celery centos consul crux django docker-dev euleros express-gateway fsharp glassfish ' +
    'hello-seattle hipache hola-mundo iojs java jenkins jobber kaazing-gateway known mono nats-streaming nuxeo ' +
    'opensuse owncloud piwik rails rapidoid sentry sl sourcemage swarm thrift ubuntu-debootstrap ubuntu-upstart vault'
  ).split(' '),
);

/** Whether Docker Hub has an official image of this name, written without a namespace. Never throws. */
export function isOfficialImage(name: string): boolean {
  return names.has(name);
}
