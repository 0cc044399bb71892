import { addArchiveEdits, extractedArchives } from '../../engine/dockerfile/copies/extracted.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'extracted-archive-copy',
  language: 'dockerfile',
  title: 'Let ADD unpack archives of the context',
  severity: 'info',
  profile: 'recommended',
  guide: 'layer-optimization',
  link: 'https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives',
  tags: ['size', 'files'],
  equivalents: { hadolint: ['DL3010'] },
  differs: {
    DL3010:
      'Only what ADD would unpack as well: whole tar archives, not single compressed files, parts of an archive or --strip-components; tar xf without a dash and ONBUILD count.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const extracted of extractedArchives(doc)) {
      const { word, command } = extracted;
      yield {
        at: word.span,
        message:
          'The packed archive stays in a layer of its own although it is unpacked later; ADD unpacks it at once.',
        ...(extracted.copy.parent === undefined ? {} : { equivalents: {} }),
        related: [{ at: command.command.span, message: 'It is unpacked here.' }],
        fixes: () =>
          fixFrom(addArchiveEdits(doc, extracted), {
            title: 'Unpack with ADD (owners and permissions may differ)',
            safety: 'unsafe',
          }),
      };
    }
  },
});
