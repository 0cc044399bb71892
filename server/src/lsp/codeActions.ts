import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { hardenService, serviceAt } from '../engine/compose/security/hardenService.js';
import type { Diagnosed } from '../engine/report.js';
import type { Fix } from '../engine/rule.js';
import { ignoreEdits } from '../engine/suppress/insert.js';
import { parseSuppressions } from '../engine/suppress/parse.js';
import { foreign } from '../engine/suppress/suppressions.js';
import { touches } from '../engine/text/span.js';
import { shown } from '../engine/wording.js';
import type { ActionData, EditContext, Form, Scope, Task } from './actionEdits.js';
import { changesNothing, editOf, keyOf, readActionData } from './actionEdits.js';
import type { Analyser, Analysis } from './analysis.js';
import type { ClientSupport } from './client.js';
import { wantsKind } from './client.js';
import { diagnosticOf, rangeOf, spanOf } from './convert.js';
import type { Documents } from './documents.js';
import { diagnosticSource, fixAllKind, showRuleCommand } from './protocol.js';
import type { Log } from './safely.js';
import { describe, modified } from './safely.js';

/** An action before it takes the form that the client can use. */
interface Offer {
  readonly action: CodeAction;
  readonly task: Task | undefined;
}

/** A finding that a request is about, with the diagnostic that the client shows for it. */
interface Asked {
  readonly finding: Diagnosed;
  readonly diagnostic: Diagnostic;
}

/** Answers requests for code actions from the current text, never from what a client sends back. */
export class CodeActions {
  readonly #analyser: Analyser;
  readonly #documents: Documents;
  readonly #support: ClientSupport;
  readonly #log: Log;

  constructor(analyser: Analyser, documents: Documents, support: ClientSupport, log: Log) {
    this.#analyser = analyser;
    this.#documents = documents;
    this.#support = support;
    this.#log = log;
  }

  /** The actions at a range, best first. */
  async list({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    if (!this.#support.codeActionLiterals) return [];
    const wanted = (kind: CodeActionKind): boolean => wantsKind(context.only, kind);
    const kinds = [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite];
    if (!kinds.some(wanted)) return [];
    const analysis = await this.#analyser.analyse(textDocument.uri);
    if (analysis === undefined) return [];
    const edits = this.#editContext(analysis);
    const asked = askedFindings(analysis, range, context.diagnostics, this.#support);
    const quick = wanted(CodeActionKind.QuickFix) ? quickFixes(analysis, asked, this.#support) : [];
    const all = wanted(fixAllKind) ? fixAllOffers(analysis, context.only !== undefined) : [];
    const byItself = context.triggerKind === CodeActionTriggerKind.Automatic;
    const harden = wanted(CodeActionKind.RefactorRewrite) ? hardenOffers(analysis, range, byItself, this.#support) : [];
    // Asked for by its kind, the edit comes at once; in a menu it waits until it is chosen.
    const lazy = this.#support.resolveEdit && context.only === undefined;
    return [
      ...quick.flatMap((offer) => this.#complete(offer, edits, this.#support.resolveEdit && this.#support.createFiles)),
      ...harden.flatMap((offer) => this.#complete(offer, edits, lazy)),
      ...all.flatMap((offer) => this.#complete(offer, edits, lazy)),
    ];
  }

  /** Adds the edit to an action that was chosen. Throws a ResponseError when the text has changed since. */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const data = readActionData(action.data);
    if (data === undefined) return action;
    if (this.#documents.get(data.uri)?.version !== data.version) throw modified();
    const analysis = await this.#analyser.analyse(data.uri);
    if (analysis?.open.version !== data.version) throw modified();
    const edit = editOf(data.task, this.#editContext(analysis));
    return edit === undefined ? action : { ...action, edit };
  }

  /** Gives an offer its edit, or the data to make it later; an edit that cannot be made drops the offer. */
  #complete({ action, task }: Offer, context: EditContext, lazy: boolean): CodeAction[] {
    if (task === undefined) return [action];
    if (lazy) {
      const { uri, version } = context.analysis.open;
      const data: ActionData = { uri, version, task };
      return [{ ...action, data }];
    }
    try {
      const edit = editOf(task, context);
      return edit === undefined ? [] : [{ ...action, edit }];
    } catch (error) {
      this.#log(`The fix "${action.title}" failed: ${describe(error)}`);
      return [];
    }
  }

  #editContext(analysis: Analysis): EditContext {
    return { analysis, linter: analysis.linter, documents: this.#documents, support: this.#support };
  }
}

function askedFindings(
  analysis: Analysis,
  range: CodeActionParams['range'],
  diagnostics: readonly Diagnostic[],
  support: ClientSupport,
): readonly Asked[] {
  const { source } = analysis.document;
  const place = spanOf(source, range);
  return analysis.report.findings.flatMap((finding): Asked[] => {
    if (!touches(finding.at, place)) return [];
    if (diagnostics.length === 0) return [{ finding, diagnostic: diagnosticOf(analysis, finding, support) }];
    const { start, end } = rangeOf(source, finding.at);
    const diagnostic = diagnostics.find(
      (shown) =>
        shown.source === diagnosticSource &&
        shown.code === finding.rule.id &&
        samePosition(shown.range.start, start) &&
        samePosition(shown.range.end, end),
    );
    return diagnostic === undefined ? [] : [{ finding, diagnostic }];
  });
}

function quickFixes(analysis: Analysis, asked: readonly Asked[], support: ClientSupport): readonly Offer[] {
  const { commands } = support;
  const forms = formsOf(analysis);
  return [
    ...asked.flatMap((one) => fixOffers(analysis, one, support)),
    ...onePerRule(asked).flatMap((one) => fixRuleOffer(analysis, one)),
    ...asked.flatMap((one) => forms.flatMap((form) => ignoreOffer(analysis, one, form, 'next'))),
    ...onePerRule(asked).flatMap((one) => forms.flatMap((form) => ignoreOffer(analysis, one, form, 'file'))),
    ...(commands.has(showRuleCommand) ? onePerRule(asked).map(whyOffer) : []),
  ];
}

function fixOffers(analysis: Analysis, { finding, diagnostic }: Asked, { preferred }: ClientSupport): readonly Offer[] {
  const fixes = finding.fixes.flatMap((fix, index) => (changesNothing(fix) ? [] : [{ ...fix, index }]));
  const key = keyOf(analysis, finding);
  return fixes.map(({ title, safety, index }) => ({
    action: {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(preferred && fixes.length === 1 && safety === 'safe' ? { isPreferred: true } : {}),
    },
    task: { type: 'fix', finding: key, fix: index },
  }));
}

function fixRuleOffer({ report }: Analysis, { finding, diagnostic }: Asked): readonly Offer[] {
  const { id } = finding.rule;
  const alike = report.findings.filter(({ rule, fixes }) => rule.id === id && hasSafe(fixes));
  if (alike.length < 2) return [];
  const title = `Fix all ${alike.length} findings of ${id} in this file`;
  return [
    {
      action: { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] },
      task: { type: 'fixRule', rule: id },
    },
  ];
}

function ignoreOffer(analysis: Analysis, { finding, diagnostic }: Asked, form: Form, scope: Scope): readonly Offer[] {
  if (ignoreEdits(analysis.document, finding, form, scope).length === 0) return [];
  const codes = [...foreign(finding, 'hadolint'), ...foreign(finding, 'shellcheck')].join(', ');
  const what = form === 'hadolint' ? `${codes} (hadolint)` : finding.rule.id;
  const title = `Ignore ${what} ${scope === 'next' ? 'on this line' : 'in this file'}`;
  return [
    {
      action: { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] },
      task: { type: 'ignore', finding: keyOf(analysis, finding), form, scope },
    },
  ];
}

function whyOffer({ finding, diagnostic }: Asked): Offer {
  const title = `Why is ${finding.rule.id} reported?`;
  const command = { title, command: showRuleCommand, arguments: [finding.rule.id] };
  return { action: { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }, task: undefined };
}

/** `asked`: the client wants this kind by name, so also fixes of findings that wait for the file to be saved count. */
function fixAllOffers({ report }: Analysis, asked: boolean): readonly Offer[] {
  if (!asked && !report.findings.some(({ fixes }) => hasSafe(fixes))) return [];
  return [{ action: { title: 'Fix all safe findings in this file', kind: fixAllKind }, task: { type: 'fixAll' } }];
}

/**
 * One action for the service that the range starts in; where it would break the image, it is shown with the reason. An
 * editor that asks by itself, to show a lightbulb, gets it on the line of the name only.
 */
function hardenOffers(
  { document, facts }: Analysis,
  range: CodeActionParams['range'],
  byItself: boolean,
  { disabledActions }: ClientSupport,
): readonly Offer[] {
  if (document.language !== 'compose') return [];
  const service = serviceAt(document, spanOf(document.source, range).start);
  const isNamed = service && document.source.lineAt(service.nameSpan.start) === range.start.line;
  if (byItself && isNamed !== true) return [];
  const hardening = service && hardenService(document, facts, service.name);
  if (service === undefined || hardening === undefined) return [];
  const { title, reason } = hardening;
  const action = { title, kind: CodeActionKind.RefactorRewrite };
  if (reason === undefined) return [{ action, task: { type: 'harden', service: service.name } }];
  // VS Code lists it greyed out by its title and does not always show the reason.
  const titled = { ...action, title: `Harden ${shown(service.name)}: not here. ${reason}` };
  return disabledActions ? [{ action: { ...titled, disabled: { reason } }, task: undefined }] : [];
}

function formsOf({ config, document }: Analysis): readonly Form[] {
  const uses = config.usesHadolint || parseSuppressions(document).some(({ source }) => source === 'hadolint');
  return uses ? ['hadolint', 'docker-patterns'] : ['docker-patterns'];
}

function hasSafe(fixes: readonly Fix[]): boolean {
  return fixes.some(({ safety }) => safety === 'safe');
}

function onePerRule(asked: readonly Asked[]): readonly Asked[] {
  return asked.filter(
    ({ finding }, index) => asked.findIndex((other) => other.finding.rule === finding.rule) === index,
  );
}

function samePosition(a: Diagnostic['range']['start'], b: Diagnostic['range']['start']): boolean {
  return a.line === b.line && a.character === b.character;
}
