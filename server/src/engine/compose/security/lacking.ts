import type { Facts } from '../../facts.js';
import type { Finding, Fix } from '../../rule.js';
import { fixFrom } from '../../fixFrom.js';
import { projectView, type ServiceView } from '../project/view.js';
import type { ComposeDocument } from '../types.js';
import type { Edits } from './harden.js';

/** What is said about services that lack something. */
export interface Lack {
  readonly has: (view: ServiceView) => boolean;
  /** Gets the name of the service. */
  readonly message: (name: string) => string;
  readonly fix?: {
    readonly title: string | ((view: ServiceView) => string);
    readonly safety: Fix['safety'];
    readonly edits: (view: ServiceView) => Edits;
  };
}

/** Services that lack something, as far as all that is said of them is known; the finding is at their name. */
export function* lacking(doc: ComposeDocument, facts: Facts, { has, message, fix }: Lack): Iterable<Finding> {
  for (const view of projectView(doc, facts).services.values()) {
    const { service } = view;
    if (!view.isWhole || service.map === undefined || view.get('provider') !== undefined || has(view)) continue;
    yield {
      at: service.nameSpan,
      message: message(service.name),
      owner: service.span,
      fixes: () => {
        if (fix === undefined) return [];
        const title = typeof fix.title === 'string' ? fix.title : fix.title(view);
        return fixFrom(fix.edits(view), { title, safety: fix.safety });
      },
    };
  }
}
