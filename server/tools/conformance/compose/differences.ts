import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ComposeDocument, Service } from '../../../src/engine/compose/types.js';
import type { Difference, Outcome } from '../types.js';
import type { OurCompose } from './types.js';

/** What a difference from dclint is decided on. */
export interface ComposePlace {
  readonly doc: ComposeDocument;
  /** Undefined for a whole file. */
  readonly service: Service | undefined;
  /** What the side that speaks alone says. */
  readonly message: string;
}

/** A disagreement with dclint that is understood; as `Difference` of Dockerfiles. */
export interface ComposeDifference extends Pick<
  Difference,
  'rule' | 'code' | 'side' | 'class' | 'source' | 'reason' | 'example' | 'neighbour'
> {
  /** What the file of the example is called; `compose.yaml` if it is not said. */
  readonly path?: string;
  /** False wherever both speak. */
  readonly accepts: (place: ComposePlace) => boolean;
}

/** A declared difference with the file that declares it. */
export interface DeclaredCompose extends ComposeDifference {
  /** `unquoted-port-2`: its file and its place there, from 1. */
  readonly id: string;
}

/** For files of `test/conformance/composeDifferences`. */
export function composeDifferences(...all: readonly ComposeDifference[]): readonly ComposeDifference[] {
  return all;
}

/** Every declared difference, by the names of their files. */
export async function loadComposeDifferences(root: string): Promise<readonly DeclaredCompose[]> {
  const folder = join(root, 'test', 'conformance', 'composeDifferences');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const file = (await import(`../../../../test/conformance/composeDifferences/${name}.ts`)) as {
        readonly default: readonly ComposeDifference[];
      };
      return file.default.map((difference, index) => ({ ...difference, id: `${name}-${index + 1}` }));
    }),
  );
  return files.flat();
}

/** Whether the predicate of a difference holds where an outcome lies. */
export function accepts({ accepts, side }: ComposeDifference, { line, said }: Outcome, ours: OurCompose): boolean {
  return accepts({ doc: ours.doc, service: serviceAt(ours, line), message: said[side] ?? '' });
}

/** The service whose name stands in a line, from 1. */
function serviceAt({ doc }: OurCompose, line: number): Service | undefined {
  return [...doc.services.values()].find(({ nameSpan }) => doc.source.lineAt(nameSpan.start) + 1 === line);
}
