import { nearest } from '../../engine/didYouMean.js';
import { isSignal, signalNames } from '../../engine/dockerfile/start/signals.js';
import { trailingComment } from '../../engine/dockerfile/misread/trailingComment.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-stop-signal',
  language: 'dockerfile',
  title: 'Name a signal that exists in STOPSIGNAL',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#stopsignal',
  tags: ['signals'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const instruction of doc.byKeyword('STOPSIGNAL')) {
      const [word] = instruction.words;
      if (word === undefined || trailingComment(doc, instruction) !== undefined) continue;
      const { value, known } = doc.expand(word, instruction);
      // Windows has signals of its own.
      if (!known || isSignal(value) || doc.stageOf(instruction)?.os === 'windows') continue;
      const near = nearest(value.replace(/^SIG/i, ''), signalNames);
      const meant = near === undefined || word.variables.length > 0 ? undefined : `SIG${near}`;
      const hint = meant === undefined ? '.' : `; did you mean ${meant}?`;
      yield {
        at: word.span,
        message: `There is no signal “${shown(value)}”, so the build stops here${hint}`,
        fixes:
          meant === undefined
            ? []
            : [{ title: `Change to ${meant}`, safety: 'suggestion', edits: () => [{ span: word.span, text: meant }] }],
      };
    }
  },
});
