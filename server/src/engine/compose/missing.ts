import { nearest } from '../didYouMean.js';
import type { Finding, Fix } from '../rule.js';
import { shown } from '../wording.js';
import { declaration } from './edits/lines.js';
import type { NameUse } from './forms/names.js';
import type { ComposeDocument, Section, Service } from './types.js';

/** With more names than these none is proposed: comparing every name with every other takes too long. */
const most = 200;

/** Where a name is used that nothing in the file has. */
export type MissingUse = Pick<NameUse, 'name' | 'span' | 'whole' | 'node'> & {
  /** A file that is meant to be laid over the project, and has it. */
  readonly laidOver?: string | undefined;
};

/**
 * A finding about a name that a service uses and nothing in the file has: the message goes on with the nearest one, and
 * the first fix writes it. Compose judges a service with profiles only when one of them is on.
 */
export function missingName(
  doc: ComposeDocument,
  service: Pick<Service, 'name' | 'profiles'>,
  use: MissingUse,
  known: ReadonlyMap<string, { readonly section: Section }>,
  message: string,
  more: () => readonly Fix[] = () => [],
): Finding {
  const names =
    known.size > most
      ? []
      : [...known].flatMap(([name, { section }]) => (section === 'services' && name === service.name ? [] : [name]));
  const { laidOver } = use;
  const guess = laidOver === undefined ? nearest(use.name, names) : undefined;
  const hint =
    laidOver !== undefined
      ? ` unless ${shown(laidOver)} is laid over it.`
      : guess === undefined
        ? '.'
        : `; did you mean ${shown(guess)}?`;
  return {
    at: use.span,
    message: `${message}${hint}`,
    owner: use.whole,
    ...(laidOver !== undefined ? { severity: 'info' } : service.profiles.length > 0 ? { severity: 'warning' } : {}),
    fixes: () => [...(guess === undefined ? [] : renaming(doc, use, guess)), ...more()],
  };
}

/** Only where the name is written as it is read, and nobody else reads the place. */
export function renaming(
  doc: ComposeDocument,
  { name, span, node }: Omit<MissingUse, 'whole' | 'laidOver'>,
  guess: string,
): readonly Fix[] {
  const written = doc.source.slice(span);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  if (written !== `${quote}${name}${quote}` || !/^[A-Za-z_][\w.-]*$/.test(guess) || node?.sharedBy !== undefined) {
    return [];
  }
  return [
    {
      title: `Change it to ${guess}`,
      safety: 'suggestion',
      edits: () => [{ span, text: `${quote}${guess}${quote}` }],
    },
  ];
}

/** What to write below the name of a new secret or config, which has to come from somewhere. */
const contents: { readonly [section in Section]?: (name: string) => string } = {
  secrets: (name) => `file: ./${name}.txt`,
  configs: (name) => `file: ./${name}.conf`,
  models: (name) => `model: ai/${name}`,
};

/** Declares the name at the top of the file. */
export function declare(
  doc: ComposeDocument,
  section: Exclude<Section, 'services'>,
  { name }: MissingUse,
): readonly Fix[] {
  const more = contents[section]?.(name);
  const edit = declaration(doc, section, name, more === undefined ? [] : [more]);
  if (edit === undefined) return [];
  return [{ title: `Declare ${name} under ${section}`, safety: 'suggestion', edits: () => [edit] }];
}

/** Makes a path of the source of a mount. */
export function asPath(doc: ComposeDocument, { name, span, node }: MissingUse): readonly Fix[] {
  const isShort = node?.kind === 'scalar' && node.sharedBy === undefined && doc.source.slice(span) === name;
  if (!isShort) return [];
  const at = { start: span.start, end: span.start };
  return [{ title: `Mount the path ./${shown(name)}`, safety: 'suggestion', edits: () => [{ span: at, text: './' }] }];
}

/** Tells that an extended file brings what is missing. */
export function from(file: string | undefined): string {
  return file === undefined ? '' : `, which gets it from ${shown(file)}`;
}
