import { versionTags } from '../../images/versions.js';
import type { Fix, RelatedPlace } from '../../rule.js';
import { parseImageReference } from '../model/image.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Word } from '../syntax/types.js';
import { globalDefaults } from './defaults.js';

/**
 * The variables of a word of FROM that are empty in a build without arguments, each once; undefined where one is not
 * declared at all, which is another matter. Never throws.
 */
export function emptyVariables(doc: DockerfileDocument, { variables }: Word): readonly string[] | undefined {
  const { declarations, values } = globalDefaults(doc);
  if (variables.some(({ name }) => !values.has(name) && !declarations.has(name))) return undefined;
  return [...new Set(variables.flatMap(({ name }) => ((values.get(name) ?? '') === '' ? [name] : [])))];
}

/** Where variables are declared without a value. */
export function emptyDeclarations(doc: DockerfileDocument, names: readonly string[]): readonly RelatedPlace[] {
  return names.flatMap((name) => {
    const pair = globalDefaults(doc).declarations.get(name);
    return pair === undefined ? [] : [{ at: pair.span, message: `${name} gets no value here.` }];
  });
}

/** A value for the declaration of the one variable that is empty: a version the table knows, or a place to fill in. */
export function defaultFix(
  doc: DockerfileDocument,
  word: Word,
  [name = '', ...others]: readonly string[],
  date: string,
): readonly Fix[] {
  const pair = globalDefaults(doc).declarations.get(name);
  const use = word.variables.find((each) => each.name === name);
  if (pair === undefined || use === undefined || others.length > 0) return [];
  const before = word.text.slice(0, use.span.start - word.span.start);
  const rest = doc.source.slice({ start: use.span.end, end: word.span.end });
  const tagged = /^([^$]+):$/.exec(before)?.[1];
  const reference = tagged === undefined ? undefined : parseImageReference(tagged);
  const tags = reference === undefined ? [] : versionTags(reference, date).slice(0, rest === '' ? undefined : 1);
  const value = tags.length > 1 ? `\${1|${tags.join(',')}|}` : `\${1:${tags[0] ?? placeholderOf(before, rest)}}`;
  const at = pair.value?.span ?? { start: pair.key.span.end, end: pair.key.span.end };
  const edit = { span: at, text: pair.value === undefined ? `=${value}` : value };
  const edits: Fix['edits'] = () => [{ edits: [edit], snippet: true }];
  return [{ title: `Give ${name} a default`, safety: 'suggestion', edits }];
}

function placeholderOf(before: string, rest: string): string {
  if (/:[^/]*$/.test(before)) return 'version';
  if (before === '') return rest === '' ? 'image:tag' : rest.startsWith('/') ? 'docker.io' : 'name';
  return 'name';
}
