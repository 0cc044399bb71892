import { textField } from '../forms/pieces.js';
import type { MapEntry, MapNode } from '../tree/types.js';
import type { ComposeDocument, Section } from '../types.js';
import { isRelative, type Places } from './paths.js';

/** So deep includes and extends may be nested. */
export const deepest = 30;

/** Named entries of a section; of a merge key too. */
export function entriesOf(root: MapNode, section: Section): readonly MapEntry[] {
  const node = root.get(section);
  return node?.kind === 'map' && node.tag !== 'reset' ? node.entries : [];
}

/** A path that a variable decides, or that leads to no file around here, is undefined. */
export function pathIn(node: Parameters<typeof textField>[0], folder: string, places: Places): string | undefined {
  const path = textField(node)?.value;
  return path === undefined || !isRelative(path) || folder === '' ? undefined : places.join(folder, path);
}

/** Whether some of a file may not have been read. */
export function isBroken({ problems }: ComposeDocument): boolean {
  return problems.some(({ code }) => code === 'yaml-syntax' || code === 'too-many-values' || code === 'too-deep');
}
