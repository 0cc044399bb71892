import { itemsOf, textField } from '../forms/pieces.js';
import type { ComposeNode, MapNode } from '../tree/types.js';
import { folderOf, isRelative, type Places } from './paths.js';

/** Why a file cannot be included. */
export type IncludeProblem =
  | { readonly kind: 'missing-include'; readonly file: string; readonly node: ComposeNode; readonly path: string }
  /** The files of the circle, each with what includes the next one, the last the first. */
  | {
      readonly kind: 'include-cycle';
      readonly file: string;
      readonly node: ComposeNode;
      readonly chain: readonly Inclusion[];
    };

/** A file and the path in it that includes another one. */
export interface Inclusion {
  readonly file: string;
  readonly node: ComposeNode;
}

/** One item of `include`: some files that make a project of their own. */
export interface Include {
  /** Undefined where a variable decides, or where it is no file around here. */
  readonly paths: readonly string[] | undefined;
  /** Where the paths are written. */
  readonly nodes: readonly ComposeNode[];
  /** From where relative paths in them lead; empty where that is not known. */
  readonly folder: string;
}

/** What a YAML document includes (compose-go, loader/include.go). */
export function includesOf(root: MapNode, folder: string, places: Places): readonly Include[] {
  const node = root.get('include');
  if (node?.kind !== 'list') return [];
  return itemsOf(node).map((item) => {
    const nodes = itemsOf(item.kind === 'map' ? item.get('path') : item);
    const written = nodes.map((path) => textField(path)?.value);
    const paths = written.flatMap((path) =>
      path === undefined || !isRelative(path) ? [] : [places.join(folder, path)],
    );
    if (folder === '' || paths.length === 0 || paths.length < nodes.length) {
      return { paths: undefined, nodes, folder };
    }
    return { paths, nodes, folder: projectFolder(item, paths[0] ?? '', folder, places) };
  });
}

function projectFolder(item: ComposeNode, main: string, folder: string, places: Places): string {
  const node = item.kind === 'map' ? item.get('project_directory') : undefined;
  const field = textField(node);
  if (field === undefined) return folderOf(main);
  return field.value === undefined || !isRelative(field.value) ? '' : places.join(folder, field.value);
}
