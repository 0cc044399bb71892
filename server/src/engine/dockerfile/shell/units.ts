import { memoised } from '../../memo.js';
import type { ShellTree } from '../../shell/tree.js';
import { isPosixShell, shellOfShebang } from '../../shell/shells.js';
import type { ShellScript } from '../../shell/types.js';
import { unwrap } from '../../shell/unwrap.js';
import { parseShell } from '../../shell/parse.js';
import type { MappedText } from '../../text/mapped.js';
import { shellcheckShell } from '../../suppress/forms/shellcheck.js';
import { loneHeredoc } from '../model/commands.js';
import { withPlainLineEnds } from '../model/text.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { outermost } from '../model/outermost.js';
import type { Instruction } from '../syntax/types.js';

/** Which shell reads a text. `sh` is one that we cannot name: only what POSIX promises holds there. */
export type ShellDialect = 'sh' | 'dash' | 'busybox' | 'bash' | 'ksh';

/** The script of one RUN, or a here-document that it hands to a shell. */
export interface ShellUnit {
  readonly instruction: Instruction;
  readonly tree: ShellTree;
  /** The text of the tree with its places in the document. */
  readonly text: MappedText;
  readonly dialect: ShellDialect;
  /** It is named `sh`: what the shell behind the name adds works on this base image only. */
  readonly namedSh: boolean;
}

/** The shell texts of every RUN, ONBUILD included, in the order of the text. Exec forms and other shells have none. */
export const shellUnits = memoised((doc: DockerfileDocument): readonly ShellUnit[] =>
  doc.byKeyword('RUN').flatMap((run) => unitsOf(doc, run)),
);

function unitsOf(doc: DockerfileDocument, instruction: Instruction): readonly ShellUnit[] {
  const script = doc.scriptOf(instruction);
  if (script?.tree === undefined) return [];
  const stage = doc.stageOf(instruction);
  const lone = loneHeredoc(instruction);
  const shebang = lone === undefined ? undefined : shellOfShebang(/^[^\r\n]*/.exec(lone.body.text)?.[0] ?? '');
  const name = shebang?.name ?? shellAbove(doc, instruction) ?? shellInside(script) ?? doc.shellAt(instruction).name;
  const { dialect, namedSh } = dialectOf(name, stage);
  const own: ShellUnit = { instruction, tree: script.tree, text: script.text, dialect, namedSh };
  if (instruction.heredocs.length === 0) return [own];
  const inputs = heredocInputs(doc, instruction, script).flatMap(({ shell, script: inner }) =>
    inner.tree === undefined
      ? []
      : [{ instruction, tree: inner.tree, text: inner.text, ...dialectOf(shellInside(inner) ?? shell, stage) }],
  );
  return [own, ...inputs];
}

/** The shell that `# shellcheck shell=…` above an instruction names. */
function shellAbove({ source }: DockerfileDocument, instruction: Instruction): string | undefined {
  const { leadingComments } = outermost(instruction);
  return leadingComments.map(({ span }) => shellcheckShell(source.slice(span))).find((name) => name !== undefined);
}

/** The shell that such a comment at the top of a script names. */
function shellInside({ text: { text } }: ShellScript): string | undefined {
  if (!text.startsWith('#')) return undefined;
  const head = /^(?:#[^\n]*(?:\n|$)|[ \t]*\n)*/.exec(text)?.[0] ?? '';
  return head
    .split('\n')
    .map(shellcheckShell)
    .find((name) => name !== undefined);
}

/** The here-documents that a RUN hands to a shell: `RUN <<EOF bash`. */
function heredocInputs(
  { source }: DockerfileDocument,
  { heredocs }: Instruction,
  { commands }: ShellScript,
): readonly { readonly shell: string; readonly script: ShellScript }[] {
  if (heredocs.length === 0) return [];
  return commands.flatMap((command) => {
    const { name, args } = unwrap(command);
    if (name === undefined || !isPosixShell(name) || args.some(({ value }) => !/^[-+]/.test(value))) return [];
    return command.redirects
      .flatMap(({ span }) => heredocs.filter((doc) => doc.span.start >= span.start && doc.span.end <= span.end))
      .map(({ body }) => ({ shell: name, script: parseShell(withPlainLineEnds(body, source.text)) }));
  });
}

function dialectOf(name: string, stage: Stage | undefined): Pick<ShellUnit, 'dialect' | 'namedSh'> {
  const namedSh = name === 'sh';
  if (namedSh) return { dialect: shBehind(stage), namedSh };
  if (/^(?:ash|hush|busybox)$/.test(name)) return { dialect: 'busybox', namedSh };
  if (/^(?:bash|rbash)$/.test(name)) return { dialect: 'bash', namedSh };
  if (/ksh/.test(name)) return { dialect: 'ksh', namedSh };
  return { dialect: name === 'dash' ? 'dash' : 'sh', namedSh };
}

/** What /bin/sh is on the base image: dash on Debian, BusyBox on Alpine, bash in its POSIX mode on the RPM systems and Arch. */
function shBehind(stage: Stage | undefined): ShellDialect {
  switch (stage?.known?.family) {
    case 'debian':
    case 'ubuntu':
      return 'dash';
    case 'alpine':
    case 'wolfi':
    case 'busybox':
      return 'busybox';
    case 'rhel':
    case 'fedora':
    case 'amazon':
    case 'suse':
    case 'arch':
      return 'bash';
    default:
      return 'sh';
  }
}
