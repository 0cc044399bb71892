import type { ComposeDocument } from '../../engine/compose/types.js';

/** A name or value that fits a place, and how it is written there. */
export interface ComposeValue {
  readonly text: string;
  /** What it is, in a word. */
  readonly what: string;
}

const lists: Readonly<Record<string, 'services' | 'networks' | 'volumes' | 'secrets' | 'configs' | 'models'>> = {
  depends_on: 'services',
  links: 'services',
  volumes_from: 'services',
  networks: 'networks',
  volumes: 'volumes',
  secrets: 'secrets',
  configs: 'configs',
  models: 'models',
};
const words = {
  services: 'service',
  networks: 'network',
  volumes: 'volume',
  secrets: 'secret',
  configs: 'config',
  models: 'model',
};

/** Names of the file that a place of a service expects: as items, as keys of a mapping, or as the value of `key`. */
export function namesFor(
  doc: ComposeDocument,
  path: readonly (string | number)[],
  key: string | undefined,
): readonly ComposeValue[] {
  const [top, service, ...inner] = path;
  if (top !== 'services' || typeof service !== 'string') return [];
  const rest = inner.join('.');
  const of = (section: keyof typeof words, form: (name: string) => string = (name) => name): ComposeValue[] =>
    [...doc[section].keys()]
      .filter((name) => (section !== 'services' || name !== service) && !name.startsWith('x-'))
      .map((name) => ({ text: form(name), what: words[section] }));
  if (key !== undefined) {
    if (rest === '' && key === 'extends') return of('services');
    if (rest === 'extends' && key === 'service') return of('services');
    if (rest === '' && /^(?:network_mode|ipc|pid|uts|cgroup)$/.test(key))
      return of('services', (name) => `service:${name}`);
    const list = key === 'source' ? /^(?:build\.)?(volumes|secrets|configs)\.0$/.exec(rest)?.[1] : undefined;
    return list === undefined ? [] : of(lists[list] ?? 'volumes');
  }
  const [, list = ''] = /^(?:build\.(?=secrets))?(\w+)(?:\.0)?$/.exec(rest) ?? [];
  const section = Object.hasOwn(lists, list) ? lists[list] : undefined;
  if (section !== undefined) return of(section, (name) => (section === 'volumes' ? `${name}:` : name));
  if (rest !== 'profiles.0' && rest !== 'profiles') return [];
  const profiles = new Set([...doc.services.values()].flatMap((one) => one.profiles));
  return [...profiles].map((text) => ({ text, what: 'profile' }));
}
