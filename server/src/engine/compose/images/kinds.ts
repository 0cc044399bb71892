import { imageName } from '../security/image.js';
import type { Service } from '../types.js';

// What images are for, by the names under which they are published. Where a name tells it (…-vpn), the name decides.

/** Proxies that people put in front of everything: Traefik, Caddy, nginx, HAProxy, Envoy and what is built on them. */
const proxies =
  /(?:^|\/)(?:traefik|caddy|nginx|nginx-unprivileged|nginx-proxy|nginx-proxy-manager|openresty|haproxy|envoy|httpd|swag|kong|apisix|pomerium|bunkerweb|zoraxy|pangolin|caddy-[\w-]+|https-portal|angie|litespeed|openlitespeed|nginx-[\w-]+)$/;

/** Tunnels of the network, which have to make interfaces and routes. */
const tunnels =
  /(?:vpn|wireguard|(?:^|[/-])wg(?:-|$)|gluetun|tailscale|headscale|zerotier|netbird|netmaker|nebula|strongswan|ipsec|openconnect|softether|amnezia|xray|v2ray|sing-box|clash|mihomo|warp|firezone|innernet|cjdns|yggdrasil)/;

/** Programs that watch the host, and say in their documentation which of its folders they read. */
const monitors =
  /(?:^|\/)(?:node-exporter|cadvisor|netdata|datadog-agent|agent|telegraf|glances|alloy|promtail|beszel-agent|newrelic-infrastructure|infrastructure|fluentd|fluent-bit|vector|filebeat|metricbeat|scrutiny|zabbix-agent2?|otel-collector|opentelemetry-collector(?:-contrib)?|dashdot|dash\.|falco|process-exporter|smartctl-exporter|grafana-agent|loki|logspout|crowdsec|wazuh-agent|homepage|uptime-kuma)$/;

/** Proxies of Docker's socket, which let only some requests through. */
const socketProxies = /(?:^|\/)(?:docker-)?socket-proxy$|docker-proxy$|dockerproxy$/;

export function isProxy(service: Service): boolean {
  return proxies.test(imageName(service));
}

export function isTunnel(service: Service): boolean {
  return tunnels.test(imageName(service));
}

export function isMonitor(service: Service): boolean {
  return monitors.test(imageName(service));
}

export function isSocketProxy(service: Service): boolean {
  return socketProxies.test(imageName(service));
}
