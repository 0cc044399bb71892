import { defaultsIn } from '../../engine/compose/forms/defaults.js';
import { readTmpfs } from '../../engine/compose/forms/service.js';
import { given } from '../../engine/compose/security/values.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const harms: { readonly [option: string]: string } = {
  exec: 'run programs that were written there',
  suid: 'let programs there run as their owner, root included',
  dev: 'use device files that were made there',
};

export default defineRule({
  id: 'executable-tmpfs',
  language: 'compose',
  title: 'Let nothing run in a tmpfs',
  severity: 'warning',
  profile: 'recommended',
  guide: 'tmpfs',
  link: 'https://docs.docker.com/engine/storage/tmpfs/#options-for---tmpfs',
  tags: ['security'],
  equivalents: { composeLint: ['CL-0022'] },
  fixes: ['unsafe'],

  *check(doc) {
    for (const { service, node: value } of given(doc, 'tmpfs')) {
      for (const { options, node } of readTmpfs(value, defaultsIn(value))) {
        for (const { value: option, span } of options) {
          const harm = option === undefined ? undefined : harms[option];
          if (option === undefined || harm === undefined) continue;
          yield {
            at: span,
            message: `With ${option} ${shown(service.name)} may ${harm}, which Docker forbids in a tmpfs otherwise.`,
            owner: node.span,
            fixes: () =>
              node.sharedBy !== undefined || doc.source.slice(span) !== option
                ? []
                : {
                    title: `Change it to no${option}, which stops programs that count on it`,
                    safety: 'unsafe',
                    edits: () => [{ span, text: `no${option}` }],
                  },
          };
        }
      }
    }
  },
});
