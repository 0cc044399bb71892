import type { Fix } from '../../rule.js';
import { insertBefore } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import { looksSecret } from '../secrets/names.js';
import type { Span } from '../../text/span.js';
import { readPort } from '../ports/spec.js';
import type { Instruction } from '../syntax/types.js';
import type { UndefinedUse } from './undefined.js';

/**
 * `ARG NAME` above an instruction that uses a variable which nothing sets, with a place for a value where one is needed;
 * for `ARG NAME=$NAME` the same without its empty default. None before FROM, in triggers, and where a list is put in
 * front of itself, which has no other value that a person could mean; none for what stands in front of a
 * port of EXPOSE, which does not count, and for a secret, which an ARG would show to everyone. Never throws.
 */
export function declaration(
  doc: DockerfileDocument,
  { instruction, name, operator, pair, span, all }: UndefinedUse,
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
  if (!open && instruction.keyword === 'EXPOSE' && !all.every((use) => isPort(doc, instruction, use.span))) return [];
  const edits = () =>
    insertBefore(doc, instruction, [open ? `ARG ${name}` : `ARG ${name}=\${1:${sample(instruction)}}`]);
  return [{ title: `Declare ARG ${name}`, safety: 'suggestion', edits: () => [{ edits: edits(), snippet: true }] }];
}

/** Whether the sample makes a port of the word of EXPOSE: it would not in `${HOST}:80` and `80${END}`. */
function isPort({ source }: DockerfileDocument, expose: Instruction, use: Span): boolean {
  const word = expose.words.find(({ span }) => span.start <= use.start && use.end <= span.end);
  if (word === undefined) return false;
  let text = '';
  let { start } = word.span;
  for (const { span } of word.variables) {
    if (span.start < start) continue;
    text += source.slice({ start, end: span.start }) + sample(expose);
    start = span.end;
  }
  const port = readPort((text + source.slice({ start, end: word.span.end })).replaceAll(/["']/g, ''));
  return port.kind === 'port' && !port.mapped;
}

/** A value to begin with: where only a number or a signal builds, one of these. */
function sample({ keyword }: Instruction): string {
  return keyword === 'EXPOSE' ? '8080' : keyword === 'STOPSIGNAL' ? 'SIGTERM' : 'value';
}
