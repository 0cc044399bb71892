import type { ConfigLayer, ConfigProblem } from './types.js';

/** A configuration file that was read; paths are absolute with `/`. */
export interface LoadedConfig {
  readonly path: string;
  readonly layer: ConfigLayer;
}

const longest = 16;

/**
 * What to read after the files of a chain of `extends`, nearest first: the next path, a problem of the last file
 * (a circle, or too many), or undefined at the end. The host reads the file and asks again. Never throws.
 */
export function nextExtended(
  chain: readonly LoadedConfig[],
): { readonly path: string } | { readonly problem: ConfigProblem } | undefined {
  const last = chain.at(-1);
  const target = last?.layer.extends;
  if (last === undefined || target === undefined) return undefined;
  const span = last.layer.extendsSpan ?? { start: 0, end: 0 };
  const path = joinPath(last.path.slice(0, last.path.lastIndexOf('/')), target.replaceAll('\\', '/'));
  if (chain.some((loaded) => loaded.path === path)) {
    return {
      problem: { span, message: 'This file extends itself, directly or through others; the circle ends here.' },
    };
  }
  if (chain.length >= longest) {
    return { problem: { span, message: `More than ${longest} files extend one another; the rest is left out.` } };
  }
  return { path };
}

/** What is wrong with the last file of a chain that extends one outside of `place`, where nothing is read. */
export function outsideProblem(chain: readonly LoadedConfig[], place: string): ConfigProblem {
  const layer = chain.at(-1)?.layer;
  return {
    span: layer?.extendsSpan ?? { start: 0, end: 0 },
    message: `"extends" names ${layer?.extends ?? 'a file'}, which lies outside ${place}, so it is not read.`,
  };
}

/**
 * `path` seen from an absolute folder, without `.` and `..`; absolute paths stay. A drive is written as in the folder:
 * `C:/x`, or `/c:/x` where paths are those of URIs.
 */
export function joinPath(folder: string, path: string): string {
  if (/^[A-Za-z]:\//.test(path) && /^\/[A-Za-z]:/.test(folder)) {
    return joinPath(folder, `/${path.slice(0, 1).toLowerCase()}${path.slice(1)}`);
  }
  const absolute = path.startsWith('/') || /^[A-Za-z]:\//.test(path);
  const whole = absolute ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const drive = !whole.startsWith('/') && /^[A-Za-z]:$/.test(parts[0] ?? '');
  return `${drive ? '' : '/'}${parts.join('/')}`;
}
