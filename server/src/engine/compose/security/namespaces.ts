import { removalFix } from '../edits/remove.js';
import { textOf } from '../forms/defaults.js';
import type { Finding } from '../../rule.js';
import { shown } from '../../wording.js';
import type { ComposeDocument } from '../types.js';
import { given } from './values.js';

/**
 * Services that use a namespace of the host instead of one of their own; `harm` gets the name of the service, `loses` is
 * what the container no longer has without.
 */
export function* hostNamespaces(
  doc: ComposeDocument,
  key: 'pid' | 'ipc' | 'uts' | 'userns_mode',
  harm: (service: string) => string,
  loses: string,
): Iterable<Finding> {
  for (const { service, entry, node } of given(doc, key)) {
    if (textOf(node)?.value !== 'host') continue;
    yield {
      at: entry.span,
      message: harm(shown(service.name)),
      owner: entry.span,
      fixes: () => removalFix(doc.source, service.map, entry, 'unsafe', `Remove ${key} (the container then ${loses})`),
    };
  }
}
