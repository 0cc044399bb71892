import { memoised } from '../../memo.js';
import { dependenciesIn } from '../forms/names.js';
import type { ComposeDocument } from '../types.js';

/** Services that others wait for to finish: they do one thing and end. */
export const finishingServices = memoised((doc: ComposeDocument): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const service of doc.services.values()) {
    for (const { name, condition } of dependenciesIn(service.get('depends_on'))) {
      if (condition.value === 'service_completed_successfully') found.add(name);
    }
  }
  return found;
});
