import type { WorkspaceEdit } from 'vscode-languageserver';
import { asFiles, fixAll, minimalEdits } from '../engine/fix.js';
import type { Linter } from '../engine/lint.js';
import type { Diagnosed, LintOptions } from '../engine/report.js';
import type { Fix } from '../engine/rule.js';
import { hardenService } from '../engine/compose/security/hardenService.js';
import { ignoreEdits } from '../engine/suppress/insert.js';
import type { Analysis } from './analysis.js';
import { isRecord } from './client.js';
import type { ClientSupport } from './client.js';
import type { Documents } from './documents.js';
import { workspaceEditOf } from './workspaceEdit.js';

/** Which comment an ignore action writes. */
export type Form = 'docker-patterns' | 'hadolint';
export type Scope = 'next' | 'file';

/** A finding of an analysis, recognised again in a later one of the same text. */
interface FindingKey {
  /** Place among the findings. */
  readonly index: number;
  readonly rule: string;
  readonly start: number;
}

/** What an action does, small enough to travel with it until it is chosen. */
export type Task =
  | { readonly type: 'fix'; readonly finding: FindingKey; readonly fix: number }
  | { readonly type: 'fixRule'; readonly rule: string }
  | { readonly type: 'fixAll' }
  | { readonly type: 'harden'; readonly service: string }
  | { readonly type: 'ignore'; readonly finding: FindingKey; readonly form: Form; readonly scope: Scope };

/** `data` of an action whose edit is made when it is chosen. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly task: Task;
}

export interface EditContext {
  readonly analysis: Analysis;
  readonly linter: Linter;
  readonly documents: Documents;
  readonly support: ClientSupport;
}

/** The key of a finding in its analysis. */
export function keyOf({ report }: Analysis, finding: Diagnosed): FindingKey {
  return { index: report.findings.indexOf(finding), rule: finding.rule.id, start: finding.at.start };
}

/** Whether a fix turns out to have no edits, as where its place cannot be edited; one that fails is told when it is made. */
export function changesNothing(fix: Fix): boolean {
  try {
    return asFiles(fix.edits()).every(({ edits }) => edits.length === 0);
  } catch {
    return false;
  }
}

/** The edit that a task makes now; undefined when it makes none or the client cannot apply it. May throw as fixes do. */
export function editOf(task: Task, context: EditContext): WorkspaceEdit | undefined {
  switch (task.type) {
    case 'fix': {
      const fix = findingOf(task.finding, context.analysis)?.fixes[task.fix];
      if (fix === undefined) return undefined;
      return workspaceEditOf(asFiles(fix.edits()), context, fix.safety === 'unsafe' ? fix.title : undefined);
    }
    case 'ignore': {
      const finding = findingOf(task.finding, context.analysis);
      const edits = finding && ignoreEdits(context.analysis.document, finding, task.form, task.scope);
      return edits === undefined || edits.length === 0 ? undefined : workspaceEditOf([{ edits }], context);
    }
    case 'fixRule':
      return fixAllEdit(context, task.rule);
    case 'fixAll':
      return fixAllEdit(context);
    case 'harden':
      return hardenEdit(context, task.service);
  }
}

/** Reads `data` that came back from a client; undefined if it is not ours. */
export function readActionData(value: unknown): ActionData | undefined {
  if (!isRecord(value) || typeof value['uri'] !== 'string' || typeof value['version'] !== 'number') return undefined;
  const task = readTask(value['task']);
  return task === undefined ? undefined : { uri: value['uri'], version: value['version'], task };
}

function readTask(value: unknown): Task | undefined {
  if (!isRecord(value)) return undefined;
  const { type, rule, fix, form, scope, service } = value;
  const finding = readKey(value['finding']);
  if (type === 'fixAll') return { type };
  if (type === 'fixRule' && typeof rule === 'string') return { type, rule };
  if (type === 'harden' && typeof service === 'string') return { type, service };
  if (finding === undefined) return undefined;
  if (type === 'fix' && typeof fix === 'number') return { type, finding, fix };
  if (type !== 'ignore' || (form !== 'docker-patterns' && form !== 'hadolint')) return undefined;
  return scope === 'next' || scope === 'file' ? { type, finding, form, scope } : undefined;
}

function readKey(value: unknown): FindingKey | undefined {
  if (!isRecord(value)) return undefined;
  const { index, rule, start } = value;
  if (typeof index !== 'number' || typeof rule !== 'string' || typeof start !== 'number') return undefined;
  return { index, rule, start };
}

function findingOf({ index, rule, start }: FindingKey, { report }: Analysis): Diagnosed | undefined {
  const finding = report.findings[index];
  return finding?.rule.id === rule && finding.at.start === start ? finding : undefined;
}

/** Fixes the file as it would be judged when saved: what waits while a person writes is fixed too. */
function fixAllEdit(context: EditContext, rule?: string): WorkspaceEdit | undefined {
  const { analysis, linter } = context;
  const { text } = analysis.document.source;
  const { config, facts, date } = analysis.options;
  const options: LintOptions = { config, facts, date };
  const fixed = fixAll(
    linter,
    { text, language: analysis.language, path: analysis.document.path },
    { ...options, safety: 'safe', ...(rule === undefined ? {} : { rule }) },
  );
  const edits = minimalEdits(text, fixed.text);
  return workspaceEditOf([...(edits.length > 0 ? [{ edits }] : []), ...fixed.otherFiles], context);
}

function hardenEdit(context: EditContext, service: string): WorkspaceEdit | undefined {
  const { document, facts } = context.analysis;
  const hardening = document.language === 'compose' ? hardenService(document, facts, service) : undefined;
  if (hardening === undefined || hardening.edits.length === 0) return undefined;
  return workspaceEditOf([{ edits: hardening.edits }], context, hardening.title);
}
