import type { Fix } from '../../rule.js';
import type { ShellWord } from '../../shell/types.js';
import type { Edit } from '../../text/span.js';
import { insertOption } from '../edit/options.js';
import type { DockerfileDocument } from '../model/types.js';
import type { PackageCommand } from './types.js';

/** Subcommands that apt-get and apt-cache have in the same meaning (cmdline/apt.cc, apt-get.cc and apt-cache.cc of apt 3). */
const successors: ReadonlyMap<string, string> = new Map([
  ...['install', 'reinstall', 'remove', 'purge', 'autoremove', 'auto-remove', 'autopurge', 'update', 'upgrade']
    .concat(['full-upgrade', 'dist-upgrade', 'clean', 'autoclean', 'auto-clean', 'dist-clean', 'distclean'])
    .concat(['build-dep', 'satisfy', 'source', 'download', 'changelog'])
    .map((verb) => [verb, 'apt-get'] as const),
  ...['policy', 'depends', 'rdepends', 'showsrc', 'search', 'show'].map((verb) => [verb, 'apt-cache'] as const),
]);
/** apt prints these for the screen. */
const laidOut = /^(?:search|show)$/;

/** The program that scripts use in place of apt, and the fix; undefined where there is none (`apt list`). */
export function aptSuccessor(
  doc: DockerfileDocument,
  { run, verb }: PackageCommand,
  word: ShellWord,
): { readonly program: string; readonly fix: Fix } | undefined {
  const name = verb?.value ?? '';
  const program = successors.get(name);
  if (program === undefined) return undefined;
  // `apt upgrade` installs new dependencies, for which apt-get wants an option.
  const option = name === 'upgrade' ? '--with-new-pkgs' : undefined;
  const title = option === undefined ? `Use ${program}` : `Use ${program} ${option}`;
  const edits = (): readonly Edit[] => {
    const added = option === undefined ? undefined : insertOption(run.command, word, option);
    return renamed(doc, word, program.slice('apt'.length), added);
  };
  return {
    program,
    fix: laidOut.test(name)
      ? { title: `${title} (its output is laid out in another way)`, safety: 'unsafe', edits }
      : { title, safety: 'safe', edits },
  };
}

/** The word with an ending, in front of the quote that closes it, and an option behind it. */
function renamed(
  doc: DockerfileDocument,
  { span }: ShellWord,
  ending: string,
  option: Edit | undefined,
): readonly Edit[] {
  const { end } = span;
  if (/["']/.test(doc.source.text.charAt(end - 1))) {
    const inner = { span: { start: end - 1, end: end - 1 }, text: ending };
    return option === undefined ? [inner] : [inner, option];
  }
  return [{ span: { start: end, end }, text: `${ending}${option?.text ?? ''}` }];
}
