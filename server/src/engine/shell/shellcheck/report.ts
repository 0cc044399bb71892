import type { ScriptQuery, ScriptRange, ScriptRemark, ScriptReplacement } from '../../scripts.js';

/** About shells that it does not know, files that it may not follow, and the shebang line, which a RUN has not. */
const passedOver = '1008,1071,1082,1090,1091,1104,1113,1114,1115,1128,2096,2148,2187,2239,2246';

/** The arguments with which ShellCheck (0.7 or newer) checks a text on its standard input and reads no file. Never throws. */
export function shellCheckArguments({ dialect }: Pick<ScriptQuery, 'dialect'>): readonly string[] {
  const excluded = passedOver.split(',').map((code) => `SC${code}`);
  return ['--norc', '--format=json1', `--shell=${dialect}`, '--severity=style', `--exclude=${excluded.join(',')}`, '-'];
}

/** The remarks in what ShellCheck printed with these arguments; undefined when that is no report. Never throws. */
export function readReport(output: string): readonly ScriptRemark[] | undefined {
  let report: unknown;
  try {
    report = JSON.parse(output);
  } catch {
    return undefined;
  }
  const comments = isRecord(report) ? report['comments'] : undefined;
  return Array.isArray(comments) ? comments.flatMap(readComment) : undefined;
}

function readComment(value: unknown): readonly ScriptRemark[] {
  const range = readRange(value);
  if (range === undefined || !isRecord(value)) return [];
  const { code, level, message, fix } = value;
  if (typeof code !== 'number' || typeof message !== 'string' || !isLevel(level)) return [];
  return [{ ...range, level, code: `SC${code}`, message, replacements: readReplacements(fix) }];
}

/** All replacements of a fix, or none: half a fix is none. */
function readReplacements(fix: unknown): readonly ScriptReplacement[] {
  const listed = isRecord(fix) ? fix['replacements'] : undefined;
  const replacements: ScriptReplacement[] = [];
  for (const entry of Array.isArray(listed) ? (listed as readonly unknown[]) : []) {
    const range = readRange(entry);
    if (range === undefined || !isRecord(entry)) return [];
    const { replacement, insertionPoint } = entry;
    if (typeof replacement !== 'string') return [];
    replacements.push({ ...range, text: replacement, behind: insertionPoint === 'beforeStart' });
  }
  return replacements;
}

function readRange(value: unknown): ScriptRange | undefined {
  if (!isRecord(value)) return undefined;
  const { line, column, endLine, endColumn } = value;
  return isPlace(line) && isPlace(column) && isPlace(endLine) && isPlace(endColumn)
    ? { line, column, endLine, endColumn }
    : undefined;
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isLevel(value: unknown): value is ScriptRemark['level'] {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'style';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
