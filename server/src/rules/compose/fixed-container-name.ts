import { removalFix } from '../../engine/compose/edits/remove.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import { staysAlone } from '../../engine/compose/style/alone.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const title = 'Remove container_name, which scripts and other containers may use';

export default defineRule({
  id: 'fixed-container-name',
  language: 'compose',
  title: 'Leave the names of containers to Compose',
  severity: 'info',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/services/#container_name',
  tags: ['services'],
  equivalents: {},
  fixes: ['unsafe'],

  *check(doc) {
    for (const { name, map } of doc.services.values()) {
      const entry = map?.entry('container_name');
      // A name from a merge key is the same for several services, which another rule reports.
      if (map === undefined || entry === undefined || entry.merged || entry.value?.tag === 'reset') continue;
      const text = textField(entry.value);
      if (text === undefined || text.value === '' || staysAlone(map)) continue;
      yield {
        at: entry.span,
        message: `Docker gives a name only once, so this alone keeps ${shown(name)} from running twice, in this project or another.`,
        owner: entry.span,
        fixes: () => removalFix(doc.source, map, entry, 'unsafe', title),
      };
    }
  },
});
