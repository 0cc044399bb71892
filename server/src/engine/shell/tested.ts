import type { Site } from './tree.js';

/**
 * Whether something looks at how a command ends: a condition, or `&&` and `||` around it. Its own list and nothing
 * above a function or a substitution counts. Never throws.
 */
export function isTested(site: Site): boolean {
  for (let at = site.parent, from: Site = site; at !== undefined; from = at, at = at.parent) {
    const { node } = at;
    switch (node.type) {
      case 'AndOr': {
        // The last command of a list decides for the list.
        const place = node.commands.findIndex((command) => command === from.node);
        if (place < node.commands.length - 1) return true;
        break;
      }
      case 'Pipeline':
        if (node.commands.at(-1) !== from.node) return false;
        break;
      case 'If':
      case 'Elif':
      case 'While':
        return node.clause === from.node;
      case 'CompoundList':
        if (node.commands.at(-1) !== from.node) return false;
        break;
      case 'Statement':
      case 'BraceGroup':
        break;
      default:
        return false;
    }
  }
  return false;
}
