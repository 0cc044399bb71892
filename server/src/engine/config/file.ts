import type { Profile, Rule } from '../rule.js';
import type { ConfigNode } from './node.js';
import type { ConfigLayer, ConfigProblem, Origin, RuleWishes } from './types.js';
import { complaints, hint, readStrings, readWishes, type Complain } from './wishes.js';
import { openYaml } from './yaml.js';

/** Keys of `.docker-patterns.yaml`. */
const configKeys = ['extends', 'profile', 'exclude', 'rules', 'overrides', 'compose'] as const;
const composeKeys = ['files', 'projects'];

interface Reading {
  readonly rules: readonly Rule[];
  readonly complain: Complain;
  readonly lineAt: (offset: number) => number | undefined;
}

/**
 * What a `.docker-patterns.yaml` says, and its mistakes with their spans; what is right still counts.
 * `path` is kept as the host names it. Never throws.
 */
export function parseConfigFile(
  text: string,
  path: string,
  rules: readonly Rule[],
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const { problems, complain } = complaints();
  const file = openYaml(text, complain);
  const layer = readLayer(file.root, { kind: 'file', path }, { rules, complain, lineAt: file.lineAt });
  return { layer, problems: [...problems].sort((a, b) => a.span.start - b.span.start) };
}

/** Reads the keys of a configuration into a layer. */
function readLayer(root: ConfigNode, origin: Origin, reading: Reading): ConfigLayer {
  const { complain } = reading;
  const layer: { -readonly [key in keyof ConfigLayer]: ConfigLayer[key] } = {
    origin,
    rules: new Map(),
    exclude: [],
    overrides: [],
  };
  const entries = root.value === null ? [] : root.entries();
  if (entries === undefined) complain(root.span, `A configuration is a map with the keys ${configKeys.join(', ')}.`);
  const seen = new Set<string>();
  for (const { key, keySpan, node } of entries ?? []) {
    if (seen.has(key)) complain(keySpan, `"${key}" stands here twice; the last one counts.`);
    seen.add(key);
    switch (key as (typeof configKeys)[number]) {
      case 'extends': {
        if (typeof node.value === 'string' && node.value !== '') {
          layer.extends = node.value;
          layer.extendsSpan = node.span;
        } else complain(node.span, '"extends" is the path of one other configuration file.');
        break;
      }
      case 'profile': {
        const profile = readProfile(node, complain);
        if (profile !== undefined) layer.profile = profile;
        break;
      }
      case 'exclude':
        layer.exclude = readGlobs(node, 'exclude', complain);
        break;
      case 'rules':
        layer.rules = readWishes(node, reading.rules, complain, reading.lineAt);
        break;
      case 'overrides':
        layer.overrides = readOverrides(node, reading);
        break;
      case 'compose':
        Object.assign(layer, readCompose(node, complain));
        break;
      default:
        complain(keySpan, `This file has no key "${key}", so it has no effect.${hint(key, configKeys)}`);
    }
  }
  return layer;
}

/** A profile name; undefined, with a complaint, for anything else. */
export function readProfile(node: ConfigNode, complain: Complain): Profile | undefined {
  if (node.value === 'recommended' || node.value === 'all') return node.value;
  complain(node.span, '"profile" is recommended or all.');
  return undefined;
}

function readGlobs(node: ConfigNode, key: string, complain: Complain): readonly string[] {
  if (node.value === null) return [];
  const globs = readStrings(node);
  if (globs === undefined) complain(node.span, `"${key}" is a list of file patterns.`);
  return globs ?? [];
}

function readCompose(node: ConfigNode, complain: Complain): Pick<ConfigLayer, 'composeFiles' | 'composeProjects'> {
  if (node.value === null) return {};
  let found: Pick<ConfigLayer, 'composeFiles' | 'composeProjects'> = {};
  const entries = node.entries();
  if (entries === undefined) complain(node.span, '"compose" is a map with "files" and "projects".');
  for (const { key, keySpan, node: value } of entries ?? []) {
    if (key === 'files') found = { ...found, composeFiles: readGlobs(value, 'files', complain) };
    else if (key === 'projects') found = { ...found, composeProjects: readProjects(value, complain) };
    else complain(keySpan, `"compose" has no key "${key}", so it has no effect.${hint(key, composeKeys)}`);
  }
  return found;
}

function readProjects(node: ConfigNode, complain: Complain): readonly (readonly string[])[] {
  if (node.value === null) return [];
  const items = node.items();
  if (items === undefined) complain(node.span, '"projects" is a list of lists of Compose files.');
  return (items ?? []).flatMap((item) => {
    const files = item.items() === undefined ? undefined : readStrings(item);
    if (files !== undefined && files.length > 0) return [files];
    complain(
      item.span,
      'A project is a list of the paths of its Compose files, in the order in which Compose reads them.',
    );
    return [];
  });
}

function readOverrides(node: ConfigNode, reading: Reading): ConfigLayer['overrides'] {
  const { rules, complain } = reading;
  if (node.value === null) return [];
  const items = node.items();
  if (items === undefined) complain(node.span, '"overrides" is a list of maps with "files" and "rules".');
  return (items ?? []).flatMap((item) => {
    const entries = item.entries();
    if (entries === undefined) {
      complain(item.span, 'An override is a map with "files" and "rules".');
      return [];
    }
    let files: readonly string[] = [];
    let wishes: RuleWishes = new Map();
    for (const { key, keySpan, node: value } of entries) {
      if (key === 'files') files = readGlobs(value, 'files', complain);
      else if (key === 'rules') wishes = readWishes(value, rules, complain, reading.lineAt);
      else complain(keySpan, `An override has no key "${key}", so it has no effect.${hint(key, ['files', 'rules'])}`);
    }
    if (files.length === 0) complain(item.span, 'An override needs "files", the patterns of the files it is for.');
    return files.length === 0 ? [] : [{ files, rules: wishes }];
  });
}
