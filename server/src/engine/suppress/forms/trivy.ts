import { malformedComment, type ParsedComment } from './parsed.js';

const intent = /^#+[ \t]*(?:trivy|tfsec)[: \t]+ignore(?![\w-])/i;

/**
 * `# trivy:ignore:<id>`, each one of a line (Trivy pkg/iac/ignore/parse.go): words parted by blanks count, whatever
 * stands between them.
 */
export function trivyComments(text: string): readonly ParsedComment[] {
  const found: ParsedComment[] = [];
  for (const match of text.matchAll(/(?<=^|[ \t])[#/*]*(?:trivy|tfsec):([^ \t]+)/g)) {
    const parsed = readRule(match[1] ?? '', match.index + match[0].length - (match[1] ?? '').length);
    if (parsed !== undefined) found.push(parsed);
  }
  if (found.length > 0 || !intent.test(text)) return found;
  return [malformedComment('trivy', 'Trivy does not understand this comment; write "trivy:ignore:DS-0002".')];
}

/** The sections behind `trivy:`, in pairs of a key and a value. */
function readRule(rule: string, at: number): ParsedComment | undefined {
  const segments = rule.split(':');
  let id: { readonly id: string; readonly start: number; readonly end: number } | undefined;
  let until: string | undefined;
  let wrong: string | undefined;
  let offset = at;
  for (let i = 0; i + 1 < segments.length; i += 2) {
    const [key = '', value = ''] = segments.slice(i, i + 2);
    const start = offset + key.length + 1;
    offset = start + value.length + 1;
    if (key === 'ignore') {
      const name = value.replace(/\[.*$/, '');
      if (name !== '') id = { id: name, start, end: start + name.length };
    }
    if (key !== 'exp') continue;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) until = value;
    else wrong = `Trivy cannot read the date "${value}", so this comment hides nothing; write it as 2027-01-31.`;
  }
  if (id === undefined) return undefined;
  if (id.id.includes(','))
    wrong ??= 'Trivy reads one id here; write "trivy:ignore:<id>" once for each, parted by blanks.';
  if (wrong !== undefined) return malformedComment('trivy', wrong);
  return {
    source: 'trivy',
    reach: 'next',
    ids: [id],
    ...(until === undefined ? {} : { until }),
    reason: undefined,
    malformed: undefined,
  };
}
