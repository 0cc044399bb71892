import { projectQueries, projectView, type ProjectView } from '../../engine/compose/project/view.js';
import type { MapEntry } from '../../engine/compose/tree/types.js';
import type { ComposeDocument, NamedElement } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import { listed, shown } from '../../engine/wording.js';

/** A config with one of these is not bare. */
const sources = ['file', 'environment', 'content', 'external', 'driver'];

export default defineRule({
  id: 'conflicting-config-source',
  language: 'compose',
  title: 'Take the text of a config or secret from one place',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/configs/',
  tags: ['conflicts'],
  equivalents: {},
  fixes: [],

  facts: (doc, known) => (problems(doc).some(({ keys }) => keys.length === 0) ? projectQueries(doc, known) : []),

  *check(doc, { facts }) {
    for (const { element, keys, all } of problems(doc)) {
      const { name, nameSpan, span, section } = element;
      const kind = section.slice(0, -1);
      const [first, second] = keys;
      if (second !== undefined && first !== undefined) {
        yield {
          at: second.merged ? nameSpan : second.keySpan,
          message: `The ${kind} ${shown(name)} has ${listed(keys.map(({ key }) => key))}, which exclude each other, so Compose refuses the file.`,
          related: [{ at: first.keySpan, message: 'The first one.' }],
          owner: second.merged ? span : second.span,
        };
      } else if (isBare(projectView(doc, facts), element)) {
        const message = `The ${kind} ${shown(name)} has none of ${listed(all)}, so Compose does not know its text and refuses the file.`;
        yield { at: nameSpan, message, owner: span };
      }
    }
  },
});

/** Whether no file of the project says where the text comes from. */
function isBare(project: ProjectView, { section, name }: NamedElement): boolean {
  const merged = project.declared(section).get(name);
  return project.isComplete && !sources.some((key) => merged?.value(key) !== undefined);
}

interface Sources {
  readonly element: NamedElement;
  readonly keys: readonly MapEntry[];
  readonly all: readonly string[];
}

/** Elements with more than one source, and configs with none (compose-go, validation.checkFileObject). */
function problems(doc: ComposeDocument): readonly Sources[] {
  return (['configs', 'secrets'] as const).flatMap((section) => {
    const all = section === 'configs' ? ['file', 'environment', 'content'] : ['file', 'environment'];
    return [...doc[section].values()].flatMap((element) => {
      const { map } = element;
      if (map === undefined || map.tag === 'reset') return [];
      const keys = all.flatMap((key) => map.entry(key) ?? []).filter(({ value }) => value?.tag !== 'reset');
      const isNone =
        section === 'configs' &&
        keys.length === 0 &&
        !['external', 'driver'].some((key) => map.entry(key) !== undefined);
      return keys.length > 1 || isNone
        ? [{ element, keys: keys.toSorted((a, b) => a.keySpan.start - b.keySpan.start), all }]
        : [];
    });
  });
}
