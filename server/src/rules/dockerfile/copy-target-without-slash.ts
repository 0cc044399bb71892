import { defineRule, type Fix } from '../../engine/rule.js';
import { looksLikeArray, repairedArray } from '../../engine/dockerfile/misread/jsonArray.js';
import { bodyFix } from '../../engine/dockerfile/start/execFix.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';
import { unescapedArray } from '../../engine/dockerfile/windows/jsonPaths.js';
import { targetOf } from '../../engine/dockerfile/paths/copyTarget.js';

export default defineRule({
  id: 'copy-target-without-slash',
  language: 'dockerfile',
  title: 'End the target of several sources with a slash',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#destination-1',
  tags: ['paths'],
  equivalents: {
    hadolint: ['DL3021'],
    trivy: ['DS-0011'],
    kics: ['Copy With More Than Two Arguments Not Ending With Slash'],
  },
  differs: {
    DL3021:
      '. and .. are folders without a slash, and a variable may end with one; ADD and ONBUILD count too; of an array with single backslashes unescaped-windows-path speaks.',
    'DS-0011': '. and .. are folders without a slash, and a variable may end with one; ADD counts too.',
  },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const keyword of ['COPY', 'ADD']) {
      for (const copy of doc.byKeyword(keyword)) {
        // An array that is no JSON is taken for words.
        const broken = copy.json === undefined && looksLikeArray(copy.body.text);
        if (broken && unescapedArray(doc, copy) !== undefined) continue;
        const target = copy.words.length > 2 ? targetOf(copy) : undefined;
        if (target === undefined) continue;
        const { value, known } = doc.expand(target, copy);
        if (/(?:^|[\\/])\.{0,2}$/.test(value) || (!known && /(?:\}|\$\w+)$/.test(value))) continue;
        const { start, end } = target.span;
        const inside = /["']$/.test(doc.source.text.slice(start, end)) ? end - 1 : end;
        yield {
          at: target.span,
          message: broken
            ? 'This is not a JSON array (in double quotes, with commas between), so each piece is taken for a file, and the last one is no folder.'
            : 'Several files need a folder as target, which ends with a slash; without one they may all become the same file.',
          fixes: broken
            ? () => arrayFix(copy)
            : [
                {
                  title: 'Add a slash at the end',
                  safety: 'safe',
                  edits: () => [{ span: { start: inside, end: inside }, text: '/' }],
                },
              ],
          ...(keyword === 'COPY' && copy.parent === undefined ? {} : { equivalents: {} }),
        };
      }
    }
  },
});

/** The array that was meant, with a folder as its last string. */
function arrayFix(copy: Instruction): Fix | undefined {
  const array = repairedArray(copy.body.text)?.replace(/(?<![/\\])(?="\]$)/, '/');
  return array === undefined
    ? undefined
    : bodyFix(copy, 'Write it as a JSON array (Docker then reads it)', 'unsafe', array);
}
