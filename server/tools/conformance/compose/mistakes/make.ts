import type { Base } from './base.js';
import { conflictMistakes } from './conflicts.js';
import { formMistakes } from './forms.js';
import { Random } from './random.js';
import { referenceMistakes } from './references.js';
import { interpolationMistakes, keyMistakes, typeMistakes } from './schema.js';
import type { Made, Mistake } from './types.js';
import { yamlMistakes } from './yaml.js';

/** Every kind, in the order of the way of a file through Compose. */
export const mistakes: readonly Mistake[] = [
  ...yamlMistakes,
  ...keyMistakes,
  ...typeMistakes,
  ...interpolationMistakes,
  ...formMistakes,
  ...referenceMistakes,
  ...conflictMistakes,
];

/**
 * Broken files, at most `most` of each kind and no text twice; the same for the same bases and seed. Not all are broken
 * for Compose: it is asked afterwards.
 */
export function makeBroken(bases: readonly Base[], most: number, seed: number): readonly Made[] {
  const texts = new Set<string>();
  return mistakes.flatMap((mistake, index) => {
    const random = new Random(seed + index * 7919);
    const made: Made[] = [];
    for (let round = 0; round < most * 4 && made.length < most; round++) {
      const base = random.of(bases);
      const planted = base && mistake.plant(base, random);
      if (base === undefined || planted === undefined || texts.has(planted.text)) continue;
      texts.add(planted.text);
      made.push({ ...planted, mistake, base: base.name });
    }
    return made;
  });
}
