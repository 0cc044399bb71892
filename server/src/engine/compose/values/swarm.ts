import { memoised } from '../../memo.js';
import { textOf } from '../forms/defaults.js';
import type { ComposeDocument } from '../types.js';

/**
 * Whether a file is meant for `docker stack deploy`, which reads what plain Compose passes over: its name says so, or it
 * has an overlay network or a path into the templates of Swarm.
 */
export const isForSwarm = memoised(
  (doc: ComposeDocument): boolean =>
    /(?:^|[^a-z])(?:stack|swarm)(?:[^a-z]|$)/i.test(doc.path ?? '') ||
    [...doc.networks.values()].some(({ map }) => textOf(map?.get('driver'))?.value === 'overlay') ||
    /\{\{\s*\.(?:Task|Node|Service)\./.test(doc.source.text),
);
