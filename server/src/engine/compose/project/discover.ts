import { dotenvValues, parseDotenv } from '../dotenv.js';
import type { ComposeDocument } from '../types.js';
import { hasSource } from './layers.js';
import type { Loader, Model } from './load.js';
import { folderOf } from './paths.js';

/** File names that Compose finds by itself; the first one counts (compose-go, cli/options.go). */
export const baseNames: readonly string[] = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
];
/** Laid over such a file without being asked for; the first one counts. */
export const overrideNames: readonly string[] = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/** A person copies it to an override file, which then belongs to the project. */
const overrideTemplate =
  /^(?:docker-)?compose\.override(?:\.ya?ml)?[.\-_](?:example|sample|template|dist|tmpl|tpl|default)(?:\.ya?ml)?$/i;

/**
 * What a file is in its project: `main` is the first file that Compose reads, `override` one that is laid over it,
 * `included` a part that another one includes; `apart` is a file that only somebody's command line names.
 */
export type Role = 'main' | 'override' | 'included' | 'apart';

/** The files that belong together, as far as that can be told. */
export interface Project {
  readonly role: Role;
  readonly model: Model;
  /** Whether these are all the files that Compose reads, so that what they lack is missing. */
  readonly isComplete: boolean;
  /** Whether nothing else is likely to be laid over a service or below it. */
  readonly isWhole: (name: string) => boolean;
}

/** The project that a file belongs to. A file beside it of which nothing is known is taken as not there. */
export function discover(loader: Loader): Project {
  const { own } = loader.places;
  const listed = loader.named ?? listedFiles(loader);
  if (listed !== undefined) return ofList(loader, listed, own);
  const base = baseNames.find((name) => isThere(loader, name));
  const override = base === undefined ? undefined : overrideNames.find((name) => isThere(loader, name));
  const files = [base, override].flatMap((name) => name ?? []);
  const beside = base === undefined ? undefined : loader.load(files, '.');
  // A project may be a part of a larger one.
  const { outer, isOpen } = including(loader, own);
  if (outer !== undefined) return project('included', outer);
  if (beside !== undefined && !files.includes(own) && beside.files.has(own))
    return project('included', beside, !isOpen);
  const isAlone =
    !isOpen &&
    !/"dockerComposeFile"\s*:\s*\[/.test(loader.text('devcontainer.json') ?? '') &&
    (override !== undefined || !loader.list('.').some((name) => overrideTemplate.test(name)));
  if (beside !== undefined && files.includes(own)) return project(own === base ? 'main' : 'override', beside, isAlone);
  const model = loader.load([own], '.');
  if (baseNames.includes(own)) return project('main', model, isAlone);
  return { role: 'apart', model, isComplete: false, isWhole: (name) => isWholeApart(name, model, beside) };
}

function project(role: Role, model: Model, isAlone = true): Project {
  return { role, model, isComplete: isAlone && !model.isOpen, isWhole: () => isAlone };
}

/** A file that may be laid over others: what says what it runs, and is in no file beside it, is all there is. */
function isWholeApart(name: string, { elements }: Model, beside: Model | undefined): boolean {
  const service = elements.services.get(name);
  return service !== undefined && hasSource(service) && beside?.elements.services.has(name) !== true;
}

function isThere(loader: Loader, path: string): boolean {
  return typeof loader.open(path) !== 'string';
}

/** `COMPOSE_FILE` in the `.env` beside the file; a list without anything where it cannot be told. */
function listedFiles(loader: Loader): readonly string[] | undefined {
  const text = loader.text('.env');
  if (text === undefined || !/^[ \t]*(?:export[ \t]+)?COMPOSE_FILE[ \t]*[=:]/m.test(text)) return undefined;
  const values = dotenvValues(parseDotenv(text), () => undefined);
  const value = values.get('COMPOSE_FILE');
  if (value === '') return undefined;
  const separator = values.get('COMPOSE_PATH_SEPARATOR') ?? (value?.includes(';') ? ';' : ':');
  return (value ?? '').split(separator).flatMap((path) => (path === '' ? [] : [loader.places.join('.', path)]));
}

function ofList(loader: Loader, listed: readonly string[], own: string): Project {
  const model = loader.load(listed, folderOf(listed[0] ?? ''));
  const isKnown = listed.length > 0 && listed.every((path) => isThere(loader, path));
  const place = listed.indexOf(own);
  if (place >= 0 || model.files.has(own)) {
    return project(place === 0 ? 'main' : place > 0 ? 'override' : 'included', model, isKnown);
  }
  const alone = loader.load([own], '.');
  return { role: 'apart', model: alone, isComplete: false, isWhole: (name) => isWholeApart(name, alone, model) };
}

/** A project in a folder above that includes the file, or that includes something of which nobody knows what it is. */
function including(loader: Loader, own: string): { readonly outer: Model | undefined; readonly isOpen: boolean } {
  let isOpen = false;
  for (const folder of ['..', '../..']) {
    const base = baseNames.map((name) => `${folder}/${name}`).find((path) => isThere(loader, path));
    const doc = base === undefined ? undefined : loader.open(base);
    if (base === undefined || typeof doc !== 'object' || !includes(doc)) continue;
    const override = overrideNames.map((name) => `${folder}/${name}`).find((path) => isThere(loader, path));
    const outer = loader.load(override === undefined ? [base] : [base, override], folder);
    if (outer.files.has(own)) return { outer, isOpen };
    isOpen ||= outer.isOpen;
  }
  return { outer: undefined, isOpen };
}

function includes({ roots }: ComposeDocument): boolean {
  return roots.some((root) => root.get('include') !== undefined);
}
