import { snippets } from '../../snippets/index.js';
import { plainText } from '../text/snippet.js';
import { exec } from './text.js';

/** Words of a snippet, and what stands there for this project. */
export type Change = readonly [words: string, instead: string];

/** The text of a snippet with texts for some of its tab stops, by their number; the others keep their default. */
export function fromSnippet(id: string, values: Readonly<Record<number, string>> = {}): string {
  const body = snippets.find((snippet) => snippet.id === id)?.body ?? '';
  return plainText(body, new Map(Object.entries(values)));
}

/** The text with changes wherever their words stand, one after the other; those that are undefined do not apply. */
export function changed(text: string, ...changes: readonly (Change | undefined)[]): string {
  return changes.reduce(
    (all, change) => (change === undefined ? all : all.replaceAll(change[0], () => change[1])),
    text,
  );
}

/** A Dockerfile that starts something else. */
export function withCommand(dockerfile: string, words: readonly string[]): string {
  return dockerfile.replace(/^CMD \[.*\]$/m, () => `CMD ${exec(words)}`);
}

/** A Dockerfile without one of its stages, which stand with an empty line in between. */
export function withoutStage(dockerfile: string, name: string): string {
  const stages = dockerfile.split('\n\n');
  return stages.filter((stage) => !new RegExp(`^FROM \\S+ AS ${name}$`, 'm').test(stage)).join('\n\n');
}
