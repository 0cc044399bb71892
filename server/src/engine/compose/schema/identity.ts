import type { ComposeNode } from '../tree/types.js';

/**
 * A text that two values share exactly if they are the same to JSON Schema's `uniqueItems`; undefined where `step`
 * says that it takes too long.
 */
export function identityOf(node: ComposeNode, step: () => boolean): string | undefined {
  if (!step()) return undefined;
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.value);
    case 'list': {
      const items = node.items.map((item) => identityOf(item, step));
      return items.includes(undefined) ? undefined : `[${items.join()}]`;
    }
    case 'map': {
      const entries: string[] = [];
      for (const { key, value } of node.entries) {
        const identity = value === undefined ? 'null' : identityOf(value, step);
        if (identity === undefined) return undefined;
        entries.push(`${JSON.stringify(key)}:${identity}`);
      }
      return `{${entries.sort().join()}}`;
    }
  }
}
