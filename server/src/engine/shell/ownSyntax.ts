import { argumentsOf, literalOf, nameOf } from './names.js';
import type { Site } from './tree.js';
import type { Command, Word } from './unbash/nodes.js';

/** Programs for which `$` means something of their own, or which expand it later themselves. */
const programs: ReadonlySet<string> = new Set(
  (
    'alias awk bash doas docker dpkg-query envsubst eval expect gawk jq ksh mawk mumps nawk oc perl podman rename rg rpm ' +
    'sh ssh sudo trap unset xprop zsh'
  ).split(' '),
);
const shell = /(?:^|\/)(?:ba|da|a|k|z|mk)?sh$/;
/** Prompts and the like are expanded when they are shown. */
const prompts = /^(?:PS[0-4]|PROMPT_COMMAND)$/;

/**
 * Whether the command that single-quoted text is for reads `$` in its own way: `true`, or `sed`, where only some forms
 * have a meaning. Never throws.
 */
export function readsOwnSyntax({ node: command }: Site<Command>, text: Site): boolean | 'sed' {
  const assigned = command.prefix.some(
    (part) => part.type === 'Assignment' && prompts.test(part.name) && holds(part, text),
  );
  if (assigned) return true;
  const name = nameOf(command);
  if (name === undefined) return false;
  if (programs.has(name) || name.endsWith('awk') || name.startsWith('perl')) return true;
  if (name === 'sed') return 'sed';
  const args = argumentsOf(command);
  if (name === 'git' && args.some((word) => literalOf(word) === 'filter-branch')) return true;
  return isScript(name, args, text);
}

function holds({ pos, end }: { readonly pos: number; readonly end: number }, { node }: Site): boolean {
  return pos <= node.pos && node.end <= end;
}

/** `sh -c '…'`, also behind other words, and `su -c '…'`. */
function isScript(name: string, args: readonly Word[], text: Site): boolean {
  const at = args.findIndex((word) => holds(word, text));
  const option = args[at - 1];
  if (option === undefined || !/^-[a-z]*c$/.test(option.value)) return false;
  if (name === 'su' || name === 'runuser') return true;
  return args.slice(0, at).some((word) => shell.test(word.value) || /^\$\{?SHELL\}?$/.test(word.value));
}
