import { labelledStages } from '../../engine/dockerfile/labels/labels.js';
import { labelOptions, labelSchema } from '../../engine/dockerfile/labels/schema.js';
import { insertAfter } from '../../engine/dockerfile/edit/instructions.js';
import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-label',
  language: 'dockerfile',
  title: 'Give the image the labels that are agreed on',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#label',
  tags: ['labels'],
  equivalents: { hadolint: ['DL3049'] },
  differs: {
    DL3049:
      'Only stages that become images are asked for labels, and they have those of the stages they are built from.',
  },
  fixes: ['suggestion'],
  wholeFile: true,
  options: labelOptions,

  *check(doc, { options }) {
    const wanted = [...labelSchema(options).keys()];
    if (wanted.length === 0) return;
    for (const [stage, labels] of labelledStages(doc)) {
      const keys = new Set(labels.map(({ key }) => key));
      const missing = keys.has(undefined) ? [] : wanted.filter((name) => !keys.has(name));
      if (missing.length === 0) continue;
      const what = missing.length === 1 ? `The label ${missing.join('')} is` : `The labels ${missing.join(', ')} are`;
      yield {
        at: stage.image?.span ?? stage.from.keywordSpan,
        message: `${what} missing, by which people and tools find out what this image is.`,
        fixes: () => fixes(doc, stage, missing),
      };
    }
  },
});

function fixes(doc: DockerfileDocument, stage: Stage, missing: readonly string[]): readonly Fix[] {
  const last = stage.instructions.at(-1);
  if (last === undefined) return [];
  const edits = (): ReturnType<typeof insertAfter> => {
    const pairs = missing.map((name, index) => `${name}="\${${index + 1}:value}"`);
    return insertAfter(doc, last, [`LABEL ${pairs.join(` ${doc.syntax.escape === '`' ? '`' : '\\\\'}\n      `)}`]);
  };
  return edits().length === 0
    ? []
    : [{ title: 'Add the missing labels', safety: 'suggestion', edits: () => [{ edits: edits(), snippet: true }] }];
}
