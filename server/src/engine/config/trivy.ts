import { meantIds } from '../foreign/ids.js';
import type { Catalogue } from '../rule.js';
import { codesOf } from './codes.js';
import type { ConfigNode } from './node.js';
import type { CodeWish, ConfigLayer, ConfigProblem, Origin } from './types.js';
import { complaints, readStrings, type Complain } from './wishes.js';
import { openYaml } from './yaml.js';

/**
 * What a `.trivyignore` or `.trivyignore.yaml` says of checks that rules stand for (pkg/result/ignore.go). Other
 * entries (CVEs, secrets, licences) are passed over silently. Never throws.
 */
export function parseTrivyIgnore(
  text: string,
  path: string,
  { catalogue }: { readonly catalogue: Catalogue },
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const { problems, complain } = complaints();
  const origin: Origin = { kind: 'trivy', path };
  const entries = /\.ya?ml$/.test(path) ? fromYaml(text, complain) : fromLines(text, complain);
  const wishes = entries.flatMap(({ id, line, ...limits }): readonly CodeWish[] =>
    meantIds('trivy', id, catalogue.idsOf('trivy'))
      .filter((meant) => catalogue.rulesFor('trivy', meant).length > 0)
      .map((meant) => ({ tool: 'trivy', id: meant, severity: 'off', origin: { ...origin, line }, ...limits })),
  );
  return { layer: { origin, rules: new Map(), codes: codesOf(wishes), exclude: [], overrides: [] }, problems };
}

interface Entry {
  readonly id: string;
  readonly line: number;
  readonly files?: readonly string[];
  readonly until?: string;
}

/** A line has an id and perhaps `exp:2027-01-31`; one whose date cannot be read does not count. */
function fromLines(text: string, complain: Complain): readonly Entry[] {
  const found: Entry[] = [];
  let offset = 0;
  for (const [line, written] of text.split('\n').entries()) {
    const start = offset;
    offset += written.length + 1;
    const fields = written.trim().split(/\s+/);
    const [id = ''] = fields;
    if (id === '' || id.startsWith('#')) continue;
    const date = fields.find((field) => field.startsWith('exp:'))?.slice(4);
    if (date === undefined) found.push({ id, line });
    else if (isDay(date)) found.push({ id, line, until: date });
    else
      complain(
        spanOf(written, start, date),
        'Trivy cannot read this date, so the line does not count; write 2027-01-31.',
      );
  }
  return found;
}

function spanOf(line: string, start: number, part: string): ConfigProblem['span'] {
  const at = start + line.indexOf(part);
  return { start: at, end: at + part.length };
}

function fromYaml(text: string, complain: Complain): readonly Entry[] {
  const { root, lineAt } = openYaml(text, complain);
  const list = root.entries()?.find(({ key }) => key === 'misconfigurations')?.node;
  return (list?.items() ?? []).flatMap((item): readonly Entry[] => {
    const values = new Map<string, ConfigNode>((item.entries() ?? []).map(({ key, node }) => [key, node]));
    const id = values.get('id')?.value;
    if (typeof id !== 'string') {
      complain(item.span, 'An entry here needs an "id" such as DS-0002.');
      return [];
    }
    const paths = values.get('paths');
    const files = paths === undefined || paths.value === null ? undefined : readStrings(paths);
    const until = values.get('expired_at')?.value;
    return [
      {
        id,
        line: lineAt(item.span.start),
        ...(files === undefined ? {} : { files }),
        ...(typeof until === 'string' && isDay(until) ? { until: until.slice(0, 10) } : {}),
      },
    ];
  });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:$|T)/.test(text);
}
