import {
  separate,
  startsAlike,
  startWith,
  strayDescription,
} from '../../engine/dockerfile/misread/definitionComment.js';
import { defineRule, type Fix } from '../../engine/rule.js';

export default defineRule({
  id: 'mismatched-definition-comment',
  language: 'dockerfile',
  title: 'Start descriptions of arguments and stages with their name',
  severity: 'info',
  profile: 'all',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',
  tags: ['style'],
  equivalents: { buildkit: ['InvalidDefinitionDescription'] },
  differs: {
    InvalidDefinitionDescription:
      'A blank line ends the description, as the documentation of Docker says, and comments that hide findings are none.',
  },
  fixes: ['safe'],

  *check(doc) {
    for (const instruction of [...doc.byKeyword('ARG'), ...doc.byKeyword('FROM')]) {
      if (instruction.parent !== undefined) continue;
      const found = strayDescription(doc, instruction);
      if (found === undefined) continue;
      const [name, another] = found.names;
      const fixes: Fix[] = [
        { title: 'Set the comment apart with an empty one', safety: 'safe', edits: () => [separate(doc, found)] },
      ];
      if (name !== undefined && another === undefined) {
        const start: Fix = {
          title: `Start the comment with ${name}`,
          safety: 'safe',
          edits: () => [startWith(doc, found, name)],
        };
        // A comment that does not name it may speak of something else, as a licence does.
        if (startsAlike(doc, found, name)) fixes.unshift(start);
        else fixes.push(start);
      }
      yield {
        at: found.at,
        owner: instruction.span,
        message: `docker build --call=outline shows this comment only if it starts with ${another === undefined ? (name ?? '') : 'one of the names below'}.`,
        fixes,
      };
    }
  },
});
