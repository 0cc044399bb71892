import { fixFrom } from '../../fixFrom.js';
import type { Equivalents, Finding } from '../../rule.js';
import { shown } from '../../wording.js';
import type { GivenUp } from './types.js';

/**
 * A finding for each place; `risk` follows what is written in the message, and `lost` says in the title of the fix what
 * may no longer work. Never throws.
 */
export function* trustFindings(
  places: Iterable<GivenUp>,
  { risk, lost }: { readonly risk: string; readonly lost: string },
): Iterable<Finding> {
  for (const place of places) {
    const { at, text, what, checkov } = place;
    const equivalents: Equivalents = checkov === undefined ? {} : { checkov: [checkov] };
    yield {
      at,
      message: `${shown(what, 60)} ${risk}`,
      fixes: () => fixFrom(place.edits(), { title: `Remove ${shown(text, 60)} (${lost})`, safety: 'unsafe' }),
      equivalents,
    };
  }
}
