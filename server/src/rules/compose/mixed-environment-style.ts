import { asList, asMap } from '../../engine/compose/style/pairs.js';
import type { MapEntry } from '../../engine/compose/tree/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'mixed-environment-style',
  language: 'compose',
  title: 'Write the environment of all services in one form',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#environment',
  tags: ['style', 'environment'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    const forms = {
      map: [] as { service: string; entry: MapEntry }[],
      list: [] as { service: string; entry: MapEntry }[],
    };
    const seen = new Set<MapEntry['value']>();
    for (const { name, map } of doc.services.values()) {
      const entry = map?.entry('environment');
      const node = entry?.value;
      if (entry === undefined || node === undefined || entry.merged || seen.has(node)) continue;
      seen.add(node);
      if (node.kind === 'scalar' || node.tag === 'reset') continue;
      if (node.kind === 'map' ? node.entries.length > 0 : node.items.length > 0) {
        forms[node.kind].push({ service: name, entry });
      }
    }
    if (forms.map.length === 0 || forms.list.length === 0) return;
    const usual = forms.map.length >= forms.list.length ? 'map' : 'list';
    const other = forms[usual][0]?.service ?? '';
    for (const { entry } of forms[usual === 'map' ? 'list' : 'map']) {
      yield {
        at: entry.keySpan,
        message: `${shown(other)} has its environment as a ${usual === 'map' ? 'mapping' : 'list'}; in one form, variables are easier to compare and to move.`,
        owner: entry.span,
        fixes: (): readonly Fix[] => {
          const { value } = entry;
          const edits =
            value?.kind === 'list' ? asMap(doc, value, entry) : value?.kind === 'map' ? asList(doc, value) : undefined;
          const title = `Write it as a ${usual === 'map' ? 'mapping' : 'list'}`;
          return edits === undefined ? [] : [{ title, safety: 'safe', edits: () => edits }];
        },
      };
    }
  },
});
