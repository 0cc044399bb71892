import { languages, LanguageStatusSeverity, Uri, window, type Disposable } from 'vscode';
import { shownSelector } from './documents.js';

/** What the server tells about a document after each run, as `dockerPatterns/status` carries it. */
export interface Status {
  readonly uri: string;
  readonly findings: number;
  readonly profile: string;
  /** The configuration leaves the document out. */
  readonly excluded: boolean;
  /** Why a program that the settings name brought nothing. */
  readonly problem?: string;
}

/** The language status item: findings and profile of the document in the active editor. */
export class StatusItem implements Disposable {
  readonly #item = languages.createLanguageStatusItem('dockerPatterns.status', shownSelector());
  readonly #known = new Map<string, Status>();
  readonly #listener = window.onDidChangeActiveTextEditor(() => this.#show());

  constructor() {
    this.#item.name = 'Docker Patterns';
    this.#item.command = { command: 'dockerPatterns.chooseProfile', title: 'Change profile' };
    this.#show();
  }

  /** Takes the news of one document. */
  update(status: Status): void {
    this.#known.set(Uri.parse(status.uri).toString(), status);
    this.#show();
  }

  /** Forgets a closed document. */
  forget(uri: Uri): void {
    this.#known.delete(uri.toString());
  }

  /** Says that no server is at work. */
  stopped(): void {
    this.#known.clear();
    this.#item.severity = LanguageStatusSeverity.Warning;
    this.#item.text = 'Docker Patterns: not running';
    this.#item.detail = 'See the output channel';
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.#known.get(uri);
    this.#item.severity = status?.problem ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    this.#item.text = status ? `Docker Patterns: ${summary(status)}` : 'Docker Patterns';
    this.#item.detail = status
      ? [`profile ${status.profile}`, ...(status.problem ? [status.problem] : [])].join('; ')
      : '';
  }
}

function summary({ findings, excluded }: Status): string {
  if (excluded) return 'excluded';
  if (findings === 0) return 'no findings';
  return findings === 1 ? '1 finding' : `${findings} findings`;
}
