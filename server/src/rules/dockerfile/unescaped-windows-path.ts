import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { isRefused } from '../../engine/dockerfile/misread/misread.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { unescapedArray } from '../../engine/dockerfile/windows/jsonPaths.js';
import { doubledIn, unescapedWords } from '../../engine/dockerfile/windows/paths.js';
import { defineRule, type Equivalents, type Finding } from '../../engine/rule.js';

export default defineRule({
  id: 'unescaped-windows-path',
  language: 'dockerfile',
  title: 'Double the backslashes of Windows paths',
  severity: 'warning',
  profile: 'recommended',
  guide: 'windows-containers',
  link: 'https://docs.docker.com/reference/dockerfile/#exec-form',
  tags: ['windows'],
  equivalents: { buildkit: ['JSONArgsRecommended'] },
  fixes: ['unsafe'],

  *check(doc) {
    if (!mayHavePaths(doc)) return;
    for (const instruction of doc.instructions) {
      const array = unescapedArray(doc, instruction);
      if (array !== undefined) {
        const { keyword } = instruction;
        yield {
          at: array.at,
          message: array.broken
            ? `Backslashes are doubled in a JSON array; this is none, so ${keyword} takes the brackets and quotes as they stand.`
            : 'In a JSON array a backslash and a letter mean a line break, a tab or the like; paths need it doubled.',
          severity: isRefused(doc, instruction) ? 'error' : 'warning',
          equivalents: equivalents(instruction, array.broken),
          fixes: [
            { title: 'Double the backslashes (the array then counts)', safety: 'unsafe', edits: () => array.edits },
          ],
        };
      } else yield* words(doc, instruction);
    }
  },
});

/** A first look: a drive, or a stage in which relative paths count too. */
function mayHavePaths({ source: { text }, syntax, stages }: DockerfileDocument): boolean {
  if (!text.includes('\\')) return false;
  return syntax.escape !== '\\' || text.includes(':\\') || stages.some(({ os }) => os === 'windows');
}

function* words(doc: DockerfileDocument, instruction: Instruction): Iterable<Finding> {
  for (const word of unescapedWords(doc, instruction)) {
    yield {
      at: word.span,
      message: 'The backslash is the escape character of this file, so Docker drops those of this path; double them.',
      equivalents: { buildkit: [] },
      fixes: [
        { title: 'Double the backslashes (Docker drops single ones)', safety: 'unsafe', edits: () => doubledIn(word) },
      ],
    };
  }
}

/** BuildKit sees the shell form. */
function equivalents({ keyword, parent }: Instruction, broken: boolean): Equivalents {
  const isStart = broken && parent === undefined && (keyword === 'CMD' || keyword === 'ENTRYPOINT');
  return { buildkit: isStart ? ['JSONArgsRecommended'] : [] };
}
