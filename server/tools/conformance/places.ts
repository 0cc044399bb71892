import { foreignChecks } from '../../src/engine/foreign/checks.js';
import type { OurFile } from './ours.js';
import type { Ours, Theirs, Tool } from './types.js';

/** What hadolint calls a file that it cannot read. */
export const unreadable = 'DL1000';

/** Codes that hadolint had once and has no more; suppression comments may still name them. */
export const retired: ReadonlySet<string> = new Set(foreignChecks.hadolint?.retired);

/** What BuildKit takes from the registry: the comparison fetches nothing, so it cannot answer. */
const ofRegistry: ReadonlySet<string> = new Set(['InvalidBaseImagePlatform']);

/** Codes that hadolint reports at the later of two instructions, where we, as BuildKit, report the earlier, void one. */
const laterOfTwo = new Set(['DL3012', 'DL4003', 'DL4004']);

/**
 * Both sides at the same places: what concerns a whole file has the line 0, of duplicates the earlier counts, a missing
 * FROM counts once, of a file that hadolint cannot read nothing else is compared, and nothing that only a registry knows.
 */
export function comparable(
  tool: Tool,
  file: OurFile,
  all: readonly Ours[],
  theirs: readonly Theirs[],
): { readonly ours: readonly Ours[]; readonly theirs: readonly Theirs[] } {
  if (tool === 'buildkit') {
    const asked = all.map((said) => ({ ...said, codes: said.codes.filter((code) => !ofRegistry.has(code)) }));
    return { ours: asked, theirs };
  }
  if (tool !== 'hadolint') return { ours: all, theirs };
  const ours = all.map((said) => ({ ...said, codes: said.codes.filter((code) => !retired.has(code)) }));
  const whole = <T extends { readonly line: number }>(said: T): T => ({ ...said, line: 0 });
  const broken = theirs.filter(({ code }) => code === unreadable);
  if (broken.length > 0) {
    return { ours: ours.filter(({ codes }) => codes.includes(unreadable)).map(whole), theirs: broken.map(whole) };
  }
  // Without any FROM all instructions are out of place for one reason.
  const missing = file.doc.stages.length === 0;
  const isWhole = (code: string | undefined): boolean => code === unreadable || (missing && code === 'DL3061');
  return {
    ours: ours.map((said) => (isWhole(said.codes[0]) ? whole(said) : said)),
    theirs: theirs.map((said) => {
      if (isWhole(said.code)) return whole(said);
      return laterOfTwo.has(said.code) ? { ...said, line: earlier(said.line, file) } : said;
    }),
  };
}

/** The line of the instruction of the same kind before that at a line, in its stage or before the first one. */
function earlier(line: number, { doc, lineOf, instructionAt }: OurFile): number {
  const later = instructionAt(line);
  const stage = later && doc.stageOf(later);
  const before = (stage?.instructions ?? doc.preamble).filter(
    ({ keyword, index }) => keyword === later?.keyword && index < later.index,
  );
  const found = before.at(-1);
  return found === undefined ? line : lineOf(found.span.start);
}
