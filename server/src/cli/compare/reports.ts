import { meantIds } from '../../engine/foreign/ids.js';
import { kicsQueries } from '../../engine/foreign/kicsQueries.js';
import type { ForeignTool } from '../../engine/rule.js';

/** Something that another tool reports. */
export interface ForeignFinding {
  /** Whose check it is: hadolint also reports checks of ShellCheck. */
  readonly tool: ForeignTool;
  /** As rules declare it. */
  readonly id: string;
  /** As the report names the file, with `/`. */
  readonly path: string;
  /** One-based; undefined or 0 for the whole file. */
  readonly line: number | undefined;
  readonly message: string;
}

/** A report of another tool. */
export interface ForeignReport {
  readonly tool: ForeignTool;
  readonly findings: readonly ForeignFinding[];
}

type Json = { readonly [key: string]: unknown };

/** Reads a report; undefined for what is no report of a tool that we know. Never throws. */
export function readReport(text: string): ForeignReport | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const report = Array.isArray(value) ? ofArray(value.filter(isObject)) : isObject(value) ? ofObject(value) : undefined;
  return report;
}

function ofArray(items: readonly Json[]): ForeignReport | undefined {
  if (items.some((item) => 'check_type' in item)) return ofCheckov(items);
  return items.every(({ code }) => typeof code === 'string') ? ofHadolint(items) : undefined;
}

function ofObject(value: Json): ForeignReport | undefined {
  if (Array.isArray(value['runs'])) return ofSarif(objects(value['runs']));
  if ('check_type' in value || 'checkov_version' in value) return ofCheckov([value]);
  if ('kics_version' in value || Array.isArray(value['queries'])) return ofKics(value);
  return 'SchemaVersion' in value || 'Results' in value ? ofTrivy(value) : undefined;
}

function ofHadolint(items: readonly Json[]): ForeignReport {
  const findings = items.map(({ code, file, line, message }) =>
    finding('hadolint', { id: textOf(code), path: textOf(file), line: numberOf(line), message: textOf(message) }),
  );
  return { tool: 'hadolint', findings: findings.flat() };
}

function ofTrivy(value: Json): ForeignReport {
  const findings = objects(value['Results']).flatMap(({ Target: path, Misconfigurations: list }) =>
    objects(list)
      .filter(({ Status: status }) => status === undefined || status === 'FAIL')
      .flatMap(({ ID: id, Message: message, CauseMetadata: cause }) =>
        finding('trivy', {
          id: textOf(id),
          path: textOf(path),
          line: isObject(cause) ? numberOf(cause['StartLine']) : undefined,
          message: textOf(message),
        }),
      ),
  );
  return { tool: 'trivy', findings };
}

function ofCheckov(reports: readonly Json[]): ForeignReport {
  const findings = reports
    .filter((report) => report['check_type'] === 'dockerfile')
    .flatMap(({ results }) => (isObject(results) ? objects(results['failed_checks']) : []))
    .flatMap((check) => {
      const range = check['file_line_range'];
      const path = textOf(check['file_abs_path']) || textOf(check['repo_file_path']) || textOf(check['file_path']);
      return finding('checkov', {
        id: textOf(check['check_id']),
        path,
        line: Array.isArray(range) ? numberOf(range[0]) : undefined,
        message: textOf(check['check_name']),
      });
    });
  return { tool: 'checkov', findings };
}

function ofKics(value: Json): ForeignReport {
  const findings = objects(value['queries']).flatMap(({ query_id: id, query_name: name, files }) =>
    objects(files).flatMap(({ file_name: path, line }) =>
      finding('kics', {
        id: kicsQueries.get(textOf(id)) ?? textOf(name),
        path: textOf(path),
        line: numberOf(line),
        message: textOf(name),
      }),
    ),
  );
  return { tool: 'kics', findings };
}

const drivers: readonly (readonly [RegExp, ForeignTool])[] = [
  [/hadolint/i, 'hadolint'],
  [/trivy/i, 'trivy'],
  [/checkov|bridgecrew/i, 'checkov'],
  [/kics|keeping infrastructure/i, 'kics'],
];

function ofSarif(runs: readonly Json[]): ForeignReport | undefined {
  let known: ForeignTool | undefined;
  const findings = runs.flatMap((run) => {
    const driver = at(run, 'tool', 'driver', 'name');
    const tool = drivers.find(([name]) => name.test(textOf(driver)))?.[1];
    known ??= tool;
    return tool === undefined ? [] : objects(run['results']).flatMap((result) => ofResult(tool, result));
  });
  return known === undefined ? undefined : { tool: known, findings };
}

function ofResult(tool: ForeignTool, result: Json): readonly ForeignFinding[] {
  const [location = {}] = objects(result['locations']);
  const id = textOf(result['ruleId']) || textOf(at(result, 'rule', 'id'));
  return finding(tool, {
    id: tool === 'kics' ? (kicsQueries.get(id) ?? id) : id,
    path: textOf(at(location, 'physicalLocation', 'artifactLocation', 'uri')),
    line: numberOf(at(location, 'physicalLocation', 'region', 'startLine')),
    message: textOf(at(result, 'message', 'text')),
  });
}

/** Nothing for what is no check of a Dockerfile, such as a CVE. */
function finding(tool: ForeignTool, parts: Omit<ForeignFinding, 'tool'>): readonly ForeignFinding[] {
  const own = tool === 'hadolint' && parts.id.startsWith('SC') ? 'shellcheck' : tool;
  const ids = parts.id === '' ? [] : meantIds(own, parts.id, []);
  return ids.map((id) => ({ ...parts, tool: own, id, path: parts.path.replaceAll('\\', '/') }));
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
