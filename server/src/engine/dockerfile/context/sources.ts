import { cleanPath } from '../../dockerignore/goPath.js';
import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, Word } from '../syntax/types.js';

/** Something that a Dockerfile takes from the build context. */
export interface ContextSource {
  readonly instruction: Instruction;
  readonly by: 'COPY' | 'ADD' | 'mount';
  /** The word, or the value of `source=` in a mount; the name `--mount` where that has none. */
  readonly span: Span;
  /** The value after expansion, as it was meant before Docker cleans it. */
  readonly value: string;
  /** What Docker looks for, from the root of the context, without `..`; empty for the whole context. */
  readonly path: string;
  /** The first part of the path leads above the context, and Docker cuts it off. */
  readonly above: boolean;
  /** The path has `*`, `?`, `[` or a backslash, which COPY and ADD read as a pattern. */
  readonly wildcard: boolean;
  /** The value is what the build sees by default. */
  readonly known: boolean;
  /** Nothing but the text of the Dockerfile decides about the value: no build argument, no value that is not known. */
  readonly certain: boolean;
  /** Behind ONBUILD: the context is that of another build. */
  readonly trigger: boolean;
  /** Where `value` is written in one piece, for edits; undefined for a value with quotes, escapes or variables. */
  readonly editable: Span | undefined;
}

/** What a Dockerfile takes from its build context by COPY, ADD and bind mounts, in order for each. Linear; never throws. */
export const contextSources = memoised((doc: DockerfileDocument): readonly ContextSource[] => [
  ...doc.byKeyword('COPY').flatMap((instruction) => copied(doc, instruction, 'COPY')),
  ...doc.byKeyword('ADD').flatMap((instruction) => copied(doc, instruction, 'ADD')),
  ...doc.byKeyword('RUN').flatMap((instruction) => mounted(doc, instruction)),
]);

/** Whether a source is the whole context: `COPY . /app`. */
export function isWhole({ path, by }: ContextSource): boolean {
  return path === '' && by !== 'mount';
}

function copied(doc: DockerfileDocument, instruction: Instruction, by: 'COPY' | 'ADD'): readonly ContextSource[] {
  if (instruction.flags.some(({ name }) => name === 'from')) return [];
  const { heredocs, words } = instruction;
  const sources: ContextSource[] = [];
  for (let i = 0; i < words.length - 1; i++) {
    const word = words[i];
    if (word === undefined || heredocs.some(({ span }) => span.start === word.span.start)) continue;
    const { value, known } = doc.expand(word, instruction);
    if (/^(?:[a-z][a-z0-9+.-]*:\/\/|git@)/i.test(value)) continue;
    const certain = known && word.variables.every(({ name }) => doc.scopeAt(instruction).get(name)?.kind === 'env');
    const { start, end } = word.span;
    const editable = plainSpan(doc.source.text.slice(start, end), word, value);
    sources.push(sourceOf(doc, { instruction, by, span: word.span, value, known, certain, editable }));
  }
  return sources;
}

/** Where a value stands in a word as it is: all of it, or what is between the quotes of a JSON string. */
function plainSpan(text: string, { span }: Word, value: string): Span | undefined {
  if (text === value) return span;
  return text === `"${value}"` ? { start: span.start + 1, end: span.end - 1 } : undefined;
}

const none: readonly never[] = [];

function mounted(doc: DockerfileDocument, instruction: Instruction): readonly ContextSource[] {
  if (instruction.flags.length === 0) return none;
  return instruction.flags.flatMap(({ name, nameSpan, options }) => {
    if (name !== 'mount') return [];
    const option = (...names: readonly string[]) => options.find((each) => names.includes(each.name));
    if ((option('type')?.value ?? 'bind') !== 'bind' || option('from') !== undefined) return [];
    const source = option('source', 'src');
    const value = source?.value ?? '';
    const span = source?.valueSpan ?? nameSpan;
    const editable = doc.source.slice(span) === value ? span : undefined;
    const known = !value.includes('$');
    return [sourceOf(doc, { instruction, by: 'mount', span, value, known, certain: known, editable })];
  });
}

function sourceOf(
  doc: DockerfileDocument,
  part: Pick<ContextSource, 'instruction' | 'by' | 'span' | 'value' | 'known' | 'certain' | 'editable'>,
): ContextSource {
  const { instruction, by, span, value, known, certain, editable } = part;
  const written =
    value.includes('\\') && doc.stageOf(instruction)?.os === 'windows'
      ? value.replaceAll('\\', '/').replace(/^[A-Za-z]:/, '')
      : value;
  const plain = /^[A-Za-z]:\//.test(written) && doc.stageOf(instruction)?.os === 'windows' ? written.slice(2) : written;
  const path = cleanPath(`/${plain}`).slice(1);
  const wildcard = by !== 'mount' && /[*?[\\]/.test(path);
  const trigger = instruction.parent !== undefined;
  return { instruction, by, span, value, path, above: leadsAbove(plain), wildcard, known, certain, trigger, editable };
}

/** Whether `..` leads out of the folder that a path starts in. */
function leadsAbove(path: string): boolean {
  if (!path.includes('..')) return false;
  const relative = cleanPath(path.replace(/^\/+/, ''));
  return relative === '..' || relative.startsWith('../');
}
