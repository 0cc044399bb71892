import type { Fix } from '../../rule.js';
import { insertBefore } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import { looksSecret } from '../secrets/names.js';
import type { Instruction } from '../syntax/types.js';
import type { UndefinedUse } from './undefined.js';

/**
 * `ARG NAME` above an instruction that uses a variable which nothing sets, with a place for a value where one is needed;
 * for `ARG NAME=$NAME` the same without its empty default. None before FROM, in triggers, and where a list is put in
 * front of itself, which has no other value that a person could mean; none for a secret either, which an ARG would show to
 * everyone. Never throws.
 */
export function declaration(
  doc: DockerfileDocument,
  { instruction, name, operator, pair, span }: UndefinedUse,
): readonly Fix[] {
  if (doc.stageOf(instruction) === undefined || instruction.parent !== undefined) return [];
  const own = pair?.key.value === name ? pair : undefined;
  const whole = own?.value?.text.replace(/^"(.*)"$/s, '$1') === doc.source.slice(span);
  if (own !== undefined && whole && instruction.keyword === 'ARG' && operator === undefined) {
    const edit = { span: { start: own.key.span.end, end: own.span.end }, text: '' };
    return [{ title: `Leave ARG ${name} without a default`, safety: 'suggestion', edits: () => [edit] }];
  }
  const open = operator?.endsWith('-') === true || whole;
  if ((own !== undefined && !open) || looksSecret('ARG', name, undefined)) return [];
  const edits = () =>
    insertBefore(doc, instruction, [open ? `ARG ${name}` : `ARG ${name}=\${1:${sample(instruction)}}`]);
  return [{ title: `Declare ARG ${name}`, safety: 'suggestion', edits: () => [{ edits: edits(), snippet: true }] }];
}

/** A value to begin with: where only a number or a signal builds, one of these. */
function sample({ keyword }: Instruction): string {
  return keyword === 'EXPOSE' ? '8080' : keyword === 'STOPSIGNAL' ? 'SIGTERM' : 'value';
}
