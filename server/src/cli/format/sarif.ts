import { createHash } from 'node:crypto';
import type { ArtifactChange, Fix as SarifFix, Log, Notification, Region, ReportingDescriptor, Result } from 'sarif';
import type { Diagnosed } from '../../engine/report.js';
import type { Fix, RelatedPlace, Rule, Severity } from '../../engine/rule.js';
import type { SourceText } from '../../engine/text/source.js';
import type { Span } from '../../engine/text/span.js';
import { sortEdits } from '../../engine/text/span.js';
import { leads } from '../../rules/pages.js';
import type { Io } from '../io.js';
import type { LintedFile, Notice, Reporter } from '../report.js';
import { besides, editedSource, fileEdits } from '../report.js';
import { sortedEquivalents } from './json.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** A SARIF 2.1.0 log with one run; lines and columns are one-based, columns in UTF-16 units. */
export function sarifReporter({ stdout, version }: Pick<Io, 'stdout' | 'version'>): Reporter {
  const files: LintedFile[] = [];
  return {
    file: (file) => files.push(file),
    end: (_summary, notices) => stdout.write(`${JSON.stringify(sarifLog(files, notices, version))}\n`),
  };
}

function sarifLog(files: readonly LintedFile[], notices: readonly Notice[], version: string): Log {
  const rules = [...new Map(files.flatMap(({ findings }) => findings.map(({ rule }) => [rule.id, rule]))).values()];
  rules.sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Docker Patterns', version, semanticVersion: version, rules: rules.map(descriptor) },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !notices.some(({ fatal }) => fatal),
            toolConfigurationNotifications: notices.filter(({ kind }) => kind === 'configuration').map(notification),
            toolExecutionNotifications: notices.filter(({ kind }) => kind !== 'configuration').map(notification),
          },
        ],
        artifacts: files.map(({ path }) => ({ location: { uri: toUri(path) } })),
        results: files.flatMap((file, index) => results(file, index, indexes)),
      },
    ],
  };
}

function descriptor(rule: Rule): ReportingDescriptor {
  const lead = leads[rule.id] ?? rule.title;
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: lead },
    help: { text: `${lead}\n${rule.link}`, markdown: `${lead}\n\n[Documentation](${rule.link})` },
    helpUri: rule.link,
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [...rule.tags], equivalents: sortedEquivalents(rule.equivalents) },
  };
}

function results(file: LintedFile, index: number, indexes: ReadonlyMap<string, number>): Result[] {
  const seen = new Map<string, number>();
  const lines = new Map<number, string>();
  return file.findings.map((finding) => {
    const print = fingerprint(finding, file.source, lines);
    const occurrence = (seen.get(print) ?? 0) + 1;
    seen.set(print, occurrence);
    const fixes = finding.fixes.flatMap((fix) => sarifFix(fix, file));
    return {
      ruleId: finding.rule.id,
      ruleIndex: indexes.get(finding.rule.id) ?? -1,
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: toUri(file.path), index },
            region: region(finding.at, file.source),
          },
        },
      ],
      ...related(finding.related ?? [], file),
      partialFingerprints: { primaryLocationLineHash: `${print}:${occurrence}` },
      ...(fixes.length === 0 ? {} : { fixes }),
      properties: { equivalents: sortedEquivalents(finding.equivalents) },
    };
  });
}

function related(places: readonly RelatedPlace[], file: LintedFile): Pick<Result, 'relatedLocations'> {
  if (places.length === 0) return {};
  return {
    relatedLocations: places.map(({ path, at, message }, id) => {
      const source = path === undefined ? file.source : file.other(path);
      return {
        id,
        message: { text: message },
        physicalLocation: {
          artifactLocation: { uri: toUri(path === undefined ? file.path : besides(file.path, path)) },
          ...(source === undefined ? {} : { region: region(at, source) }),
        },
      };
    }),
  };
}

/** Fixes that want a person's value, and those that create a file, have no form here. */
function sarifFix(fix: Fix, file: LintedFile): readonly SarifFix[] {
  if (fix.safety === 'suggestion') return [];
  const changes: ArtifactChange[] = [];
  for (const edited of fileEdits(fix) ?? []) {
    const source = edited.create === true ? undefined : editedSource(file, edited);
    if (source === undefined) return [];
    changes.push({
      artifactLocation: { uri: toUri(edited.path === undefined ? file.path : besides(file.path, edited.path)) },
      replacements: sortEdits(edited.edits).map(({ span, text }) => ({
        deletedRegion: region(span, source),
        insertedContent: { text },
      })),
    });
  }
  return changes.length === 0 ? [] : [{ description: { text: fix.title }, artifactChanges: changes }];
}

/** A hash of rule and line, the same for a finding whose line moved or was indented anew. `lines` is kept for a file. */
function fingerprint({ rule, at }: Diagnosed, source: SourceText, lines: Map<number, string>): string {
  const row = source.lineAt(at.start);
  let line = lines.get(row);
  if (line === undefined) {
    line = hash(source.slice(source.lineSpan(row)).trim().replace(/\s+/g, ' '));
    lines.set(row, line);
  }
  return hash(`${rule.id}\0${line}`).slice(0, 16);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function region({ start, end }: Span, source: SourceText): Region {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

function notification({ kind, path, line, column, message, fatal }: Notice): Notification {
  return {
    descriptor: { id: kind },
    level: fatal ? 'error' : 'warning',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(path) },
          ...(line === undefined
            ? {}
            : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
        },
      },
    ],
  };
}

function toUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
