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
    (each) => concerns(each, tool, outcome) && each.side === outcome.side && accepts(each, outcome, file),
  );
}

/** The differences that hold although both sides speak: they are too wide, and would hide a disagreement. */
export function tooWide(
  differences: readonly Declared[],
  tool: Tool,
  outcome: Outcome,
  file: OurFile,
): readonly Declared[] {
  if (outcome.side !== 'both') return [];
  return differences.filter((each) => concerns(each, tool, outcome) && accepts(each, outcome, file));
}

/** Of several rules with the same code, a difference is about one, if it is known which spoke. */
function concerns(difference: Difference, tool: Tool, { code, rule }: Outcome): boolean {
  return difference.tool === tool && difference.code === code && (rule === undefined || rule === difference.rule);
}

/** Whether the predicate of a difference holds where an outcome lies. */
export function accepts({ accepts, side }: Difference, { line, said }: Outcome, file: OurFile): boolean {
  const instruction = line === 0 ? undefined : file.instructionAt(line);
  return accepts({ doc: file.doc, instruction, message: said[side] ?? '', facts: file.facts });
}
