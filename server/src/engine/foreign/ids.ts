import type { ForeignTool } from '../rule.js';
import { kicsComposeQueries, kicsQueries } from './kicsQueries.js';
import { trivyNames } from './trivyNames.js';

/** Names of Trivy's checks by id. */
const namesOfTrivy: ReadonlyMap<string, string> = new Map([...trivyNames].map(([name, id]) => [id, name]));

/**
 * The ids, as rules declare them, that an id written for a tool stands for: `DS002` → `DS-0002`, the UUID of a query
 * of KICS → its title. `known` are the ids to choose from where the written one is a pattern or a range.
 * Empty where it stands for none. Never throws.
 */
export function meantIds(tool: ForeignTool, written: string, known: readonly string[]): readonly string[] {
  switch (tool) {
    case 'trivy':
      return trivyIds(written, known);
    case 'kics':
      return [kicsQueries.get(written.toLowerCase()) ?? kicsComposeQueries.get(written.toLowerCase()) ?? written];
    case 'checkov':
      return /[*?]/.test(written) ? known.filter((id) => matchesWildcards(id, written)) : [written];
    case 'shellcheck':
      return shellcheckIds(written, known);
    case 'hadolint':
    case 'buildkit':
    case 'dockle':
    case 'dclint':
    case 'composeLint':
    case 'owasp':
    case 'cis':
      return [written];
  }
}

/** Trivy pkg/iac/ignore/rule.go: any of its names, regardless of case, `*` for any characters. */
function trivyIds(written: string, known: readonly string[]): readonly string[] {
  const wanted = written.toLowerCase();
  if (wanted.includes('*')) {
    return known.filter((id) => spellings(id).some((spelling) => matchesWildcards(spelling, wanted)));
  }
  const id = trivyId(wanted);
  return id === undefined ? [] : [id];
}

function trivyId(wanted: string): string | undefined {
  const digits = /^(?:avd-)?ds-(\d{4})$/.exec(wanted)?.[1] ?? /^ds(\d{3})$/.exec(wanted)?.[1]?.padStart(4, '0');
  return digits === undefined ? trivyNames.get(wanted.replace(/^docker-/, '')) : `DS-${digits}`;
}

function spellings(id: string): readonly string[] {
  const plain = id.toLowerCase();
  const name = namesOfTrivy.get(id);
  const names = name === undefined ? [] : [name, `docker-${name}`];
  return [plain, `avd-${plain}`, plain.replace('-0', ''), ...names];
}

/** `SC2086`, `2086`, `SC2000-SC2999`. */
function shellcheckIds(written: string, known: readonly string[]): readonly string[] {
  const range = /^(?:SC)?(\d+)-(?:SC)?(\d+)$/.exec(written);
  if (range === null) return [/^\d+$/.test(written) ? `SC${written}` : written];
  const [, from, to] = range.map(Number);
  return known.filter((id) => {
    const code = Number(id.slice(2));
    // ShellCheck leaves the end of a range out.
    return code >= (from ?? 0) && code < (to ?? 0);
  });
}

/** Whether a text matches a pattern of `*` (any characters) and `?` (any one). Takes no more than a product of steps. */
export function matchesWildcards(text: string, pattern: string): boolean {
  let at = 0;
  let within = 0;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    if (pattern[within] === '*') {
      star = within++;
      retry = at;
    } else if (within < pattern.length && (pattern[within] === '?' || pattern[within] === text[at])) {
      within++;
      at++;
    } else if (star >= 0) {
      within = star + 1;
      at = ++retry;
    } else return false;
  }
  while (pattern[within] === '*') within++;
  return within === pattern.length;
}
