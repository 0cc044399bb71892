import { imageSetup } from '../../images/setups.js';
import type { Fix } from '../../rule.js';
import type { Edit } from '../../text/span.js';
import { insertBefore } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, Word } from '../syntax/types.js';
import { hasWorkdirBefore, isAbsolutePath } from './workdir.js';

/** The last word of COPY or ADD; undefined without a source. Never throws. */
export function targetOf({ words }: Instruction): Word | undefined {
  return words.length < 2 ? undefined : words.at(-1);
}

/**
 * The relative target of a copy for which neither the file nor, as far as the table knows, the base image chose a
 * folder, so that it lands in `/`. Never throws.
 */
export function targetInRoot(doc: DockerfileDocument, copy: Instruction): Word | undefined {
  const target = targetOf(copy);
  const stage = doc.stageOf(copy);
  if (target === undefined || stage?.baseImage === undefined || stage.os === 'windows') return undefined;
  const { value, known } = doc.expand(target, copy);
  if (value === '' || isAbsolutePath(value, 'unknown') || (!known && value.startsWith('$'))) return undefined;
  if (hasWorkdirBefore(doc, copy) || imageSetup(stage.baseImage)?.workdir !== '/') return undefined;
  return target;
}

/** The same place written out, and a WORKDIR above the first of such copies of a stage. Never throws. */
export function rootTargetFixes(
  doc: DockerfileDocument,
  copy: Instruction,
  target: Word,
  first: Instruction,
): readonly Fix[] {
  const fixes: Fix[] = [];
  const absolute = withSlash(target);
  if (absolute !== undefined) {
    fixes.push({ title: 'Write the target from / on', safety: 'safe', edits: () => [absolute] });
  }
  if (copy.parent !== undefined) return fixes;
  const edits = (): readonly Edit[] => insertBefore(doc, first, ['WORKDIR ${1:/app}']);
  return [
    ...fixes,
    {
      title: 'Add a WORKDIR above',
      safety: 'suggestion',
      edits: () => [{ edits: edits(), snippet: true }],
    },
  ];
}

/** `.` → `/`, `./x` → `/x`, `x` → `/x`, behind the quote where there is one. */
function withSlash(target: Word): Edit | undefined {
  const { text } = target;
  const start = /^["']/.test(text) ? 1 : 0;
  const rest = text.slice(start);
  const dots = /^\.(?:\/+|(?=["']?$))/.exec(rest)?.[0] ?? '';
  if (dots === '' && rest.startsWith('.') && !/^\.[\w-]/.test(rest)) return undefined;
  return { span: target.at(start, start + dots.length), text: '/' };
}
