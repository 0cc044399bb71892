import { insertEntry } from '../../engine/compose/edits/insert.js';
import { booleanOf, textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
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

  facts: (doc, known) => (without(doc).length > 0 ? projectQueries(doc, known) : []),

  *check(doc, { facts }) {
    const lacking = without(doc);
    if (lacking.length === 0) return;
    const project = projectView(doc, facts);
    if (!project.isComplete) return;
    const all = project.declared('secrets');
    for (const { name, nameSpan, span, map } of lacking) {
      const merged = all.get(name);
      const get: Getter = (key) => (merged ?? map)?.get(key);
      if (!isBare(get)) continue;
      yield {
        at: nameSpan,
        message: `The secret ${shown(name)} has neither file nor environment, so Compose does not know its text and refuses the file.`,
        ...unlessSet(get('environment'), get('external')),
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

/** What is no mapping is the matter of the schema. */
function without(doc: ComposeDocument): readonly NamedElement[] {
  return [...doc.secrets.values()].filter(
    ({ map }) =>
      map !== undefined && map.tag !== 'reset' && map.entry('file') === undefined && isBare((key) => map.get(key)),
  );
}

type Getter = (key: string) => ComposeNode | undefined;

/** Whether nothing says where the text comes from, variables by their default (compose-go, loader/validate.go). */
function isBare(get: Getter): boolean {
  if (get('file') !== undefined) return false;
  const external = get('external');
  if (external?.kind === 'map') return false;
  const isExternal = booleanOf(external);
  if (isExternal !== undefined && isExternal.value !== false) return false;
  const environment = get('environment');
  return environment === undefined || textOf(environment)?.value === '';
}
