import { declaration } from '../../engine/compose/edits/lines.js';
import { appendItem } from '../../engine/compose/edits/insert.js';
import { dataFolderOf, keepsData } from '../../engine/compose/images/data.js';
import { projectQueries, type ServiceView } from '../../engine/compose/project/view.js';
import { together, type Edits } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unpersisted-database',
  language: 'compose',
  title: 'Keep the data of a database in a named volume',
  severity: 'warning',
  profile: 'all',
  guide: 'named-volumes',
  link: 'https://docs.docker.com/engine/storage/volumes/',
  tags: ['hardening', 'volumes'],
  equivalents: {},
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: keepsData,
      message: (name) =>
        `The data of ${shown(name)} is in a volume without a name, which docker compose down and a new container leave behind; mount a named one.`,
      fix: {
        title: (view) => `Mount a named volume at ${dataFolderOf(view.service) ?? ''}`,
        safety: 'suggestion',
        edits: (view) => mount(doc, view),
      },
    }),
});

function mount(doc: ComposeDocument, { name, service }: ServiceView): Edits {
  const folder = dataFolderOf(service);
  const volume = `${name}-data`;
  if (folder === undefined || service.map === undefined || doc.volumes.has(volume)) return undefined;
  const use = appendItem(doc, service.map, 'volumes', `${volume}:${folder}`);
  const declared = declaration(doc, 'volumes', volume);
  return together([use, declared && [declared]]);
}
