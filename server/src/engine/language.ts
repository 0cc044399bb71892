import { isOtherYaml, looksLikeCompose } from './composeText.js';
import type { Language } from './rule.js';
import { isTemplate } from './template.js';

/** Ends of names that mark a text about a file of ours, a copy of it, or a template for it. */
const foreignEnding = /\.(?:md|j2|jinja2?|tmpl|tpl|erb|bak|orig|rej|swp)$/;
/** Code and data about Dockerfiles, unless it reads like a Dockerfile for such code. */
const codeEnding =
  /^(?:docker|container)file\.(?:go|[cm]?[jt]sx?|pyi?|rb|rs|java|kts?|cs|fs|php|swift|scala|c|cc|cpp|h|lua|pl|ex|exs|el|vim|sh|ps1|css|html?|json5?|ya?ml|toml|xml|svg|proto)$/;
const composeName = /^(?:.*docker.?compose.*|compose(?:[._\d-].*)?|.+\.compose|podman-compose.*)\.ya?ml$/;
/** Names that Compose looks for by itself. */
const mainName = /^(?:docker-)?compose\.ya?ml$/;
/** Folders whose files have a meaning of their own, whatever they are called: workflows, pipelines, tasks of Ansible. */
const foreignFolder =
  /(?:^|[\\/])(?:\.github[\\/](?:workflows|actions)|\.gitea[\\/]workflows|\.forgejo[\\/]workflows|\.circleci|\.woodpecker|(?:tasks|handlers|playbooks))[\\/][^\\/]*$/;

/** So much of a text tells what it is. */
const headLength = 20_000;

/** Language ids that editors send, in lower case. `ignore` and `yaml` say too little to decide. */
const languageIds: ReadonlyMap<string, Language> = new Map([
  ['dockerfile', 'dockerfile'],
  ['containerfile', 'dockerfile'],
  ['docker', 'dockerfile'],
  ['dockercompose', 'compose'],
  ['docker-compose', 'compose'],
  ['yaml.docker-compose', 'compose'],
  ['dockerignore', 'dockerignore'],
]);

/** What is known of a document before it is parsed. */
export interface DocumentHints {
  /** A path or the path of a URI; `/` or `\` between folders. */
  readonly name: string;
  readonly languageId?: string;
  readonly text?: string;
  /** A configuration makes a Compose file of it. */
  readonly isCompose?: boolean;
}

/**
 * The language of a document: by its name, else by its content, else by the editor's language id.
 * Undefined when it is none of ours, a copy, a text about one, or a template that is no Dockerfile yet. Never throws.
 */
export function detectLanguage({ name, languageId, text, isCompose }: DocumentHints): Language | undefined {
  if (isCompose === true) return text !== undefined && isTemplate('compose', text) ? undefined : 'compose';
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase();
  if (foreignEnding.test(base) || base.endsWith('~')) return undefined;
  const id = languageId?.toLowerCase() ?? '';
  if (/\.ya?ml$/.test(base) && foreignFolder.test(name.toLowerCase())) return undefined;
  const language = byName(base) ?? (text === undefined ? undefined : byContent(base, id, text)) ?? languageIds.get(id);
  if (language === undefined || text === undefined) return language;
  if (codeEnding.test(base) && isCode(text.slice(0, headLength))) return undefined;
  // A name may only sound like one; the main file of a project is one whatever stands in it.
  if (language === 'compose' && !mainName.test(base) && isOtherYaml(text.slice(0, headLength))) return undefined;
  return isTemplate(language, text) ? undefined : language;
}

/** Whether a name alone says that a file is ours; for walking a folder and for watching it. */
export function languageOfName(name: string): Language | undefined {
  return detectLanguage({ name });
}

function byName(base: string): Language | undefined {
  if (base.endsWith('.dockerignore') || base === '.containerignore') return 'dockerignore';
  if (composeName.test(base)) return 'compose';
  if (/^(?:dockerfile|containerfile)(?:\.|$)/.test(base)) return 'dockerfile';
  return /\.(?:dockerfile|containerfile)$/.test(base) ? 'dockerfile' : undefined;
}

function byContent(base: string, id: string, text: string): Language | undefined {
  if (!['', 'plaintext', 'text', 'plain', 'yaml'].includes(id) && !languageIds.has(id)) return undefined;
  const head = text.slice(0, headLength);
  if (/\.ya?ml$/.test(base) || id === 'yaml') return looksLikeCompose(head) ? 'compose' : undefined;
  if (/\.[a-z0-9]+$/.test(base) && !/\.(?:txt|docker)$/.test(base) && !/^(?:docker|container)file/.test(base)) {
    return undefined;
  }
  return looksLikeDockerfile(head) ? 'dockerfile' : undefined;
}

/** A mistake in the first line, as in `FORM node`, makes no code of a Dockerfile. */
function isCode(text: string): boolean {
  return /\S/.test(text) && !/^\uFEFF?[ \t]*[A-Z]{2,}[ \t]/.test(firstLine(text)) && !looksLikeDockerfile(text);
}

/** The first line that is no comment. */
function firstLine(text: string): string {
  return text.split(/\r\n|\n|\r/).find((line) => !/^\uFEFF?[ \t]*(?:#|$)/.test(line)) ?? '';
}

/** The first line that is no comment is FROM, or ARG with a FROM below. */
function looksLikeDockerfile(text: string): boolean {
  if (/^\uFEFF?#[ \t]*syntax[ \t]*=[ \t]*\S*dockerfile/i.test(text)) return true;
  const first = firstLine(text);
  if (
    /^\uFEFF?[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?[\w${][^ \t;,()]*(?:[ \t]+AS[ \t]+\S+)?[ \t]*\\?$/i.test(first)
  ) {
    return true;
  }
  return /^\uFEFF?[ \t]*ARG[ \t]+\w/i.test(first) && /^[ \t]*FROM[ \t]+\S/im.test(text);
}
