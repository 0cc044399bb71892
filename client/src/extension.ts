import { commands, Uri, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import {
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import { documentSelector, isOurs } from './documents.js';
import { answer, readText, type FileQuestion } from './files.js';
import { fixAll } from './fix-all.js';
import { openExample } from './example.js';
import { openGuide, showRule } from './guide.js';
import { insertFrom } from './insert.js';
import { Pages, type RuleHead } from './pages.js';
import { chooseProfile } from './profile.js';
import { Scaffold, type Proposal } from './scaffold.js';
import { StatusItem, type Status } from './status.js';

/** Makes a client for the server of this platform; `activate` starts it. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Commands that a hover or a code action of the server may name. */
const linkCommands: readonly string[] = [
  'dockerPatterns.openGuide',
  'dockerPatterns.showRule',
  'dockerPatterns.fixAll',
  'dockerPatterns.addDockerFiles',
];

/** Registers the commands and starts the server with the first document that is ours. Shows nothing. */
export function activate(context: ExtensionContext, makeClient: MakeClient): void {
  const session = new Session(makeClient);
  const root = context.extensionUri;
  const pages = new Pages(
    (path) => workspace.fs.readFile(Uri.joinPath(root, path)),
    () => session.ask<Readonly<Record<string, RuleHead>>>('dockerPatterns/ruleHeads', {}),
  );
  const scaffold = new Scaffold((folder) =>
    session.ask<Proposal | null>('dockerPatterns/proposeFiles', { folder: folder.toString() }),
  );
  context.subscriptions.push(
    session,
    workspace.registerFileSystemProvider(Pages.scheme, pages, { isReadonly: true }),
    commands.registerCommand('dockerPatterns.openGuide', (section: unknown) => openGuide(section)),
    commands.registerCommand('dockerPatterns.showRule', (rule: unknown) => showRule(pages, rule)),
    commands.registerCommand('dockerPatterns.fixAll', (uri: unknown) => fixAll(uri)),
    workspace.registerTextDocumentContentProvider(Scaffold.scheme, scaffold.provider),
    commands.registerCommand('dockerPatterns.addDockerFiles', (target: unknown) => scaffold.run(target)),
    commands.registerCommand('dockerPatterns.chooseProfile', () => chooseProfile()),
    commands.registerCommand('dockerPatterns.openExample', () => openExample()),
    commands.registerCommand('dockerPatterns.restartServer', () => session.restart()),
    window.registerUriHandler({
      handleUri: (link) => insertFrom(link, (file) => readText(Uri.joinPath(root, 'snippets', file))),
    }),
    workspace.onDidOpenTextDocument((document) => session.meet(document)),
    workspace.onDidCloseTextDocument((document) => session.leave(document)),
    workspace.onDidGrantWorkspaceTrust(() => session.trust()),
  );
  workspace.textDocuments.forEach((document) => session.meet(document));
}

/** The server of this window, from its first document to the end. */
class Session {
  readonly #makeClient: MakeClient;
  #client: BaseLanguageClient | undefined;
  #status: StatusItem | undefined;

  constructor(makeClient: MakeClient) {
    this.#makeClient = makeClient;
  }

  /** Starts the server if the document is ours and none was started. */
  meet(document: TextDocument): void {
    if (this.#client || !isOurs(document)) return;
    void this.#start();
  }

  leave(document: TextDocument): void {
    this.#status?.forget(document.uri);
  }

  /** The person trusts the workspace from now on. */
  trust(): void {
    const client = this.#client;
    if (client === undefined || client.state === State.Stopped) return;
    client
      .sendNotification('dockerPatterns/trust')
      .catch((error: unknown) => client.error('Telling of trust failed.', error, false));
  }

  /** Asks the server, which is started if it is not at work; undefined where it does not start. */
  async ask<R>(method: string, params: unknown): Promise<R | undefined> {
    if (!this.#client) await this.#start();
    else if (this.#client.state === State.Starting) await run(this.#client);
    return this.#client?.state === State.Running ? this.#client.sendRequest<R>(method, params) : undefined;
  }

  /** Starts anew, also after too many crashes. */
  async restart(): Promise<void> {
    const client = this.#client;
    if (!client) {
      await this.#start();
      return;
    }
    if (client.state === State.Running) await client.stop();
    await run(client);
  }

  async dispose(): Promise<void> {
    this.#status?.dispose();
    await this.#client?.dispose();
  }

  async #start(): Promise<void> {
    const status = new StatusItem();
    const client = this.#makeClient('dockerPatterns', 'Docker Patterns', clientOptions());
    this.#client = client;
    this.#status = status;
    client.onRequest('dockerPatterns/readFile', (question: FileQuestion) => answer(question));
    client.onNotification('dockerPatterns/status', (news: Status) => status.update(news));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) status.stopped();
    });
    await run(client);
  }
}

/** Starts the server; a failure goes to the output channel. Never throws. */
async function run(client: BaseLanguageClient): Promise<void> {
  await client.start().catch((error: unknown) => client.error('The server did not start.', error, false));
}

function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: window.createOutputChannel('Docker Patterns', { log: true }),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    // A function, because trust may be granted before the server is started anew.
    initializationOptions: () => ({
      commands: linkCommands,
      files: true,
      snippets: true,
      status: true,
      trusted: workspace.isTrusted,
    }),
    markdown: { isTrusted: { enabledCommands: linkCommands } },
  };
}
