import { companionQueries, elsewhereIn } from '../../engine/compose/companions.js';
import { standsAlone } from '../../engine/compose/declared.js';
import { insertEntry } from '../../engine/compose/edits/insert.js';
import { booleanField, textField } from '../../engine/compose/forms/pieces.js';
import type { ComposeDocument, NamedElement } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-secret-source',
  language: 'compose',
  title: 'Give each secret a file or a variable with its text',
  severity: 'error',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/secrets/',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc) => (without(doc).length > 0 ? companionQueries : []),

  *check(doc, { facts }) {
    const isElsewhere = elsewhereIn(facts);
    for (const { name, nameSpan, span, map } of without(doc)) {
      if (isElsewhere(name)) continue;
      yield {
        at: nameSpan,
        message: `The secret ${shown(name)} has neither file nor environment, so Compose does not know its text and refuses the file.`,
        owner: span,
        fixes: () => {
          const isFree = map !== undefined && map.entry('environment') === undefined;
          const edits = !isFree ? undefined : insertEntry(doc, map, 'file', `./${name}.txt`);
          return edits === undefined
            ? []
            : [{ title: `Take it from the file ${shown(name)}.txt`, safety: 'suggestion', edits: () => edits }];
        },
      };
    }
  },
});

/** What is no mapping is the matter of the schema; an empty file is the folder, which Compose takes. */
function without(doc: ComposeDocument): readonly NamedElement[] {
  if (!standsAlone(doc)) return [];
  return [...doc.secrets.values()].filter(({ map }) => {
    if (map === undefined || map.tag === 'reset' || map.entry('file') !== undefined) return false;
    const external = map.get('external');
    if (external?.kind === 'map') return false;
    const isExternal = booleanField(external);
    if (isExternal !== undefined && isExternal.value !== false) return false;
    const environment = map.get('environment');
    return environment === undefined || textField(environment)?.value === '';
  });
}
