import type { FileQuestion } from '../engine/facts.js';
import type { Profile } from '../engine/rule.js';

/** What a client may say in `initializationOptions`. Everything is optional: a plain client says nothing. */
export interface InitializationOptions {
  /** Commands that the client can run; only these are ever offered. */
  readonly commands?: readonly string[];
  /** The client answers `dockerPatterns/readFile`. */
  readonly files?: boolean;
  /** The client listens to `dockerPatterns/status`. */
  readonly status?: boolean;
  /** The client offers the snippets of `snippets/` itself, so the server does not. */
  readonly snippets?: boolean;
  /**
   * A person trusts the workspace: only then is a program of their settings run. A client that knows no trust and
   * takes its settings from nobody but the person may always say so.
   */
  readonly trusted?: boolean;
  /** Settings of a client that does not answer `workspace/configuration`, shaped as the section `dockerPatterns`. */
  readonly settings?: unknown;
}

/** Opens a section of the guide; argument: the section id. */
export const openGuideCommand = 'dockerPatterns.openGuide';
/** Shows the page of a rule; argument: the rule id. */
export const showRuleCommand = 'dockerPatterns.showRule';

/** Request from client to server: the head of the page of each rule, by its id. */
export const ruleHeadsRequest = 'dockerPatterns/ruleHeads';

/** What stands above the examples of a page. Markdown. */
export interface RuleHead {
  readonly facts: string;
  /** The first paragraph. */
  readonly lead: string;
}

/** Request from server to client: a question about one file that the server cannot reach itself. */
export const readFileRequest = 'dockerPatterns/readFile';

export interface ReadFileParams {
  readonly uri: string;
  readonly kind: FileQuestion;
}

/** Command of the client: adds Docker files to the project in a folder; argument: the folder's URI. */
export const addFilesCommand = 'dockerPatterns.addDockerFiles';

/** Request from client to server: the Docker files that the project in a folder lacks; the answer is a `Proposal` or null. */
export const proposeRequest = 'dockerPatterns/proposeFiles';

export interface ProposeParams {
  /** URI of the folder. */
  readonly folder: string;
}

/** Notification from server to client: what was last reported about a document. */
export const statusNotification = 'dockerPatterns/status';

export interface StatusParams {
  readonly uri: string;
  /** Number of findings that are shown. */
  readonly findings: number;
  readonly profile: Profile;
  /** A setting or configuration file excludes the document. */
  readonly excluded: boolean;
  /** Why the program of a setting brought nothing, as one sentence. */
  readonly problem?: string;
}

/** Notification from client to server: the person now trusts the workspace. */
export const trustNotification = 'dockerPatterns/trust';

/** The section of the settings. */
export const settingsSection = 'dockerPatterns';
/** The name that diagnostics carry. */
export const diagnosticSource = 'Docker Patterns';
/** The kind of the action that applies every safe fix. */
export const fixAllKind = 'source.fixAll.dockerPatterns';
