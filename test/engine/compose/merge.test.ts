import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Loader, sections, type Model } from '../../../server/src/engine/compose/project/load.js';
import type { ComposeNode } from '../../../server/src/engine/compose/tree/types.js';
import { aroundOf } from './around.js';
import { parse } from './parse.js';

/** Files, those of them that are laid over one another, and what compose-go makes of them; or why it refuses them. */
interface Answer {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly load: readonly string[];
  readonly model?: unknown;
  readonly error?: string;
}

const answers = JSON.parse(readFileSync(new URL('./answers/merge.json', import.meta.url), 'utf8')) as readonly Answer[];

function loaded({ files, load }: Answer): { readonly loader: Loader; readonly model: Model } {
  const around = new Map(Object.entries(files));
  const [first = ''] = load;
  const doc = parse(files[first] ?? '', first);
  const loader = new Loader(
    doc,
    aroundOf(around, first, (facts) => {
      const asking = new Loader(doc, facts);
      asking.load(load, '.');
      return asking.queries;
    }),
  );
  return { loader, model: loader.load(load, '.') };
}

describe('merged files', () => {
  it.each(answers.filter(({ model }) => model !== undefined))('$name: as compose-go merges them', (answer) => {
    const { loader, model } = loaded(answer);
    const ours = Object.fromEntries(
      sections.map((section) => [
        section,
        Object.fromEntries(
          [...model.elements[section]].map(([name, layer]) => [
            name,
            Object.fromEntries([...layer.keys].map((key) => [key, plain(layer.get(key))])),
          ]),
        ),
      ]),
    );
    expect(canonical(ours)).toEqual(canonical(answer.model));
    expect(loader.problems).toEqual([]);
    expect(model.isOpen).toBe(false);
  });

  it.each(answers.filter(({ error }) => error?.startsWith('cannot override') === false))(
    '$name: as compose-go refuses it',
    (answer) => {
      expect(loaded(answer).loader.problems).toHaveLength(1);
    },
  );
});

type Json = unknown;
type JsonMap = Readonly<Record<string, Json>>;

function plain(node: ComposeNode | undefined): Json {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map((item) => plain(item));
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

/** Short and long forms, ours and those of compose-go, in one shape. */
function canonical(model: Json): Json {
  return Object.fromEntries(
    sections.map((section) => [
      section,
      Object.fromEntries(
        Object.entries(mapOf(mapOf(model)[section])).map(([name, element]) => [
          name,
          Object.fromEntries(Object.entries(mapOf(element)).map(([key, value]) => [key, shaped(section, key, value)])),
        ]),
      ),
    ]),
  );
}

function shaped(section: string, key: string, value: Json): Json {
  if (key === 'labels') return pairs(value);
  if (section !== 'services') return typeof value === 'boolean' ? value : value;
  switch (key) {
    case 'environment':
    case 'sysctls':
      return pairs(value);
    case 'build': {
      const build = typeof value === 'string' ? { context: value } : mapOf(value);
      return 'args' in build ? { ...build, args: pairs(build['args']) } : build;
    }
    case 'deploy': {
      const deploy = mapOf(value);
      return 'labels' in deploy ? { ...deploy, labels: pairs(deploy['labels']) } : deploy;
    }
    case 'depends_on':
      return named(value, { condition: 'service_started', required: true });
    case 'networks':
      return named(value, null);
    case 'extra_hosts':
      return listOf(value).map((item) => text(item));
    case 'expose':
      return listOf(value).map((item) => text(item));
    case 'ports':
      return listOf(value).map((item) => port(item));
    case 'volumes':
      return listOf(value).map((item) => {
        const [source, target] =
          typeof item === 'string' ? volume(item) : [mapOf(item)['source'], mapOf(item)['target']];
        return [source ?? '', target];
      });
    case 'devices':
      return listOf(value).map((item) => {
        if (typeof item !== 'string') return [mapOf(item)['source'], mapOf(item)['target']];
        const [source, target] = item.split(':');
        return [source, target ?? source];
      });
    case 'env_file':
      return listOf(value).map((item) => {
        const file = typeof item === 'string' ? { path: item } : mapOf(item);
        return [file['path'], file['required'] ?? true];
      });
    case 'secrets':
    case 'configs':
      return listOf(value).map((item) => (typeof item === 'string' ? { source: item } : item));
    case 'dns':
    case 'tmpfs':
      return listOf(value);
    case 'ulimits':
      return Object.fromEntries(
        Object.entries(mapOf(value)).map(([name, limit]) => [
          name,
          typeof limit === 'number' ? { single: limit } : limit,
        ]),
      );
    default:
      return value;
  }
}

function mapOf(value: Json): JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonMap) : {};
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function text(value: Json): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}

function pairs(value: Json): Json {
  const entries = Array.isArray(value)
    ? value.map((item) => {
        const sign = text(item).indexOf('=');
        return sign < 0 ? [text(item), null] : [text(item).slice(0, sign), text(item).slice(sign + 1)];
      })
    : Object.entries(mapOf(value)).map(([name, one]) => [name, one === null ? null : text(one)]);
  return Object.fromEntries(entries) as Json;
}

function named(value: Json, none: Json): Json {
  if (Array.isArray(value)) return Object.fromEntries(value.map((name) => [name as string, none]));
  return Object.fromEntries(
    Object.entries(mapOf(value)).map(([name, one]) => [name, none === null ? one : { ...mapOf(none), ...mapOf(one) }]),
  );
}

function port(item: Json): Json {
  if (typeof item === 'object') {
    const { target, published = '', host_ip: host = '', protocol = 'tcp' } = mapOf(item);
    return [host, text(published), text(target), protocol];
  }
  const [places = '', protocol = 'tcp'] = text(item).split('/');
  const parts = places.split(':');
  return [parts.at(-3) ?? '', parts.at(-2) ?? '', parts.at(-1), protocol];
}

function volume(item: string): readonly [string, string | undefined] {
  const parts = item.split(':');
  return parts.length === 1 ? ['', parts[0]] : [parts[0] ?? '', parts[1]];
}
