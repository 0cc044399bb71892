import { deleteInstruction } from '../../engine/dockerfile/edit/instructions.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import type { Instruction, KeyValue } from '../../engine/dockerfile/syntax/types.js';
import { unusedArgs } from '../../engine/dockerfile/variables/unused.js';
import { defineRule } from '../../engine/rule.js';
import type { Edit } from '../../engine/text/span.js';

export default defineRule({
  id: 'unused-arg',
  language: 'dockerfile',
  title: 'Declare only arguments that the build reads',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#arg',
  tags: ['variables'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    const all = [...unusedArgs(doc)];
    const unused = new Set(all.map(({ pair }) => pair));
    for (const { instruction, pair, global } of all) {
      const { key } = pair;
      const where = global ? 'No FROM and no stage reads' : 'Nothing in this stage reads';
      yield {
        at: key.span,
        message: `${where} ${key.value}, so a value that somebody gives it changes nothing.`,
        fixes: [
          {
            title: `Delete ARG ${key.value} (a build that gives it a value then gets a warning)`,
            safety: 'unsafe',
            edits: () => [withoutPair(doc, instruction, pair, unused)],
          },
        ],
      };
    }
  },
});

/** The whole instruction, or a pair with the blanks between it and the next, or the one before where that stays. */
function withoutPair(
  doc: DockerfileDocument,
  instruction: Instruction,
  pair: KeyValue,
  unused: ReadonlySet<KeyValue>,
): Edit {
  const { pairs } = instruction;
  if (pairs.every((each) => unused.has(each))) return deleteInstruction(doc, instruction);
  const at = pairs.indexOf(pair);
  const before = pairs[at - 1];
  const after = pairs[at + 1];
  const stays = pairs.slice(0, at).some((each) => !unused.has(each));
  if (stays || after === undefined) return { span: { start: before?.span.end ?? 0, end: pair.span.end }, text: '' };
  return { span: { start: pair.span.start, end: after.span.start }, text: '' };
}
