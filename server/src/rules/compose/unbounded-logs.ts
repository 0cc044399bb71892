import { insertEntry } from '../../engine/compose/edits/insert.js';
import { projectQueries, type ServiceView } from '../../engine/compose/project/view.js';
import { textOf } from '../../engine/compose/forms/defaults.js';
import type { Edits } from '../../engine/compose/security/harden.js';
import { lacking } from '../../engine/compose/security/lacking.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unbounded-logs',
  language: 'compose',
  title: 'Keep logs from filling the disk',
  severity: 'warning',
  profile: 'all',
  guide: 'view-logs',
  link: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  tags: ['hardening', 'logging'],
  equivalents: {},
  fixes: ['suggestion'],
  wholeFile: true,

  facts: projectQueries,

  check: (doc, { facts }) =>
    lacking(doc, facts, {
      has: isBounded,
      message: (name) =>
        `Docker keeps everything that ${shown(name)} prints, for ever, until the disk is full; max-size and max-file end that.`,
      fix: {
        title: 'Keep three files of 10 MB',
        safety: 'suggestion',
        edits: (view) => bound(doc, view),
      },
    }),
});

/** Other drivers bound their files, or send the log elsewhere. */
function isBounded(view: ServiceView): boolean {
  const logging = view.get('logging');
  if (logging?.kind !== 'map') return logging !== undefined;
  const driver = textOf(logging.get('driver'));
  if (driver !== undefined && driver.value !== 'json-file') return true;
  const options = logging.get('options');
  return options !== undefined && (options.kind !== 'map' || options.get('max-size') !== undefined);
}

function bound(doc: ComposeDocument, { service: { map } }: ServiceView): Edits {
  const logging = map?.get('logging');
  const options = { 'max-size': '10m', 'max-file': '3' };
  if (map === undefined || logging === undefined) {
    return map && insertEntry(doc, map, 'logging', { driver: 'json-file', options });
  }
  return logging.kind === 'map' && logging.get('options') === undefined
    ? insertEntry(doc, logging, 'options', options)
    : undefined;
}
