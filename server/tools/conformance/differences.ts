import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OurFile } from './ours.js';
import type { Difference, Outcome, Tool } from './types.js';

/** A declared difference with the file that declares it. */
export interface Declared extends Difference {
  /** `DL3025-2`: its file and its place there, from 1. */
  readonly id: string;
}

/** Every declared difference, by the names of their files. */
export async function loadDifferences(root: string): Promise<readonly Declared[]> {
  const names = readdirSync(join(root, 'test', 'conformance', 'differences'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const file = (await import(`../../../test/conformance/differences/${name}.ts`)) as {
        readonly default: readonly Difference[];
      };
      return file.default.map((difference, index) => ({ ...difference, id: `${name}-${index + 1}` }));
    }),
  );
  return files.flat();
}

/** The difference that explains an outcome, if one does. */
export function explains(
  differences: readonly Declared[],
  tool: Tool,
  outcome: Outcome,
  file: OurFile,
): Declared | undefined {
  if (outcome.side === 'both') return undefined;
  return differences.find(
    (each) =>
      each.tool === tool &&
      each.code === outcome.code &&
      each.side === outcome.side &&
      (outcome.rule === undefined || outcome.rule === each.rule) &&
      accepts(each, outcome, file),
  );
}

/** Whether the predicate of a difference holds where an outcome lies. */
export function accepts(difference: Difference, { line, message }: Outcome, file: OurFile): boolean {
  const instruction = line === 0 ? undefined : file.instructionAt(line);
  return difference.accepts({ doc: file.doc, instruction, message });
}
