import { extensions, topLevelKeys } from './compose/order/keys.js';

/** Keys at the top of a Compose file, besides those that start with `x-`. */
const composeKeys: ReadonlySet<string> = new Set(topLevelKeys.filter((key) => key !== extensions));

/** Keys at the top of files that are certainly something else: Kubernetes, workflows, pipelines, CloudFormation. */
const foreignKeys: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'jobs',
  'on',
  'steps',
  'stages',
  'pipeline',
  'AWSTemplateFormatVersion',
  'Resources',
  'resolver',
  'snapshot',
  'hosts',
  'tasks',
]);

/** Whether a text that an editor calls YAML is a Compose file beyond doubt: no other keys stand at its top, and a service has an image or is built. */
export function looksLikeCompose(text: string): boolean {
  const { keys, isList } = topOf(text);
  return !isList && keys.every((key) => composeKeys.has(key) || key.startsWith('x-')) && hasService(text);
}

/** Whether a text is certainly no Compose file, although its name sounds so. */
export function isOtherYaml(text: string): boolean {
  const { keys, isList } = topOf(text);
  return isList || keys.some((key) => foreignKeys.has(key));
}

/** What stands at the start of the lines of a text; linear. */
function topOf(text: string): { readonly keys: readonly string[]; readonly isList: boolean } {
  const keys: string[] = [];
  let isList = false;
  for (const [, dash, quoted, plain] of text.matchAll(
    /^\uFEFF?(?:(-)[ \t]|"([^"\r\n]{1,80})"[ \t]*:(?=\s|$)|([A-Za-z_][\w.-]{0,80})[ \t]*:(?=\s|$))/gm,
  )) {
    if (dash !== undefined) isList ||= keys.length === 0;
    else keys.push(quoted ?? plain ?? '');
  }
  return { keys, isList };
}

/** An entry of `services` with `image` or `build` right below it. */
function hasService(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => !/^\s*(?:#|$)/.test(line));
  const start = lines.findIndex((line) =>
    /^\uFEFF?["']?services["']?[ \t]*:[ \t]*(?:[&#]\S*[ \t]*)?(?:#.*)?$/.test(line),
  );
  if (start < 0) return false;
  let names: number | undefined;
  let entries: number | undefined;
  for (const line of lines.slice(start + 1)) {
    const indent = line.length - line.trimStart().length;
    names ??= indent;
    if (indent === 0 || indent < names || line.trimStart().startsWith('- ')) {
      if (indent === 0 || indent <= names) return false;
      continue;
    }
    if (indent === names) {
      entries = undefined;
      if (/^\s*["']?[\w.-]+["']?[ \t]*:[ \t]*\{.*\b(?:image|build)[ \t]*:/.test(line)) return true;
      continue;
    }
    entries ??= indent;
    if (indent === entries && /^\s*(?:image|build)[ \t]*:(?:\s|$)/.test(line)) return true;
  }
  return false;
}
