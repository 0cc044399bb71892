import { shellOfShebang } from '../../shell/shells.js';
import { MappedText } from '../../text/mapped.js';
import type { ActiveShell } from '../model/types.js';
import type { DockerfileSyntax, Heredoc, Instruction } from '../syntax/types.js';
import type { Reading } from './shellText.js';

interface ReadText {
  readonly text: MappedText;
  readonly reading: Reading;
  readonly escape: string;
}

/** The texts of an instruction in which variables may stand outside of words that Docker expands. Never throws. */
export function textsOf(
  instruction: Instruction,
  shell: ActiveShell,
  lone: Heredoc | undefined,
  { escape }: Pick<DockerfileSyntax, 'escape'>,
): readonly ReadText[] {
  const { command, heredocs } = instruction;
  if (command === undefined) {
    return heredocs.map(({ body, expand }) => ({ text: body, reading: expand ? 'heredoc' : 'opaque', escape }));
  }
  if (lone !== undefined) return [{ text: lone.body, reading: readingOf(lone.body, shell), escape: '\\' }];
  const own = shell.posix && command.json === undefined ? 'shell' : 'opaque';
  return [
    { text: command.body, reading: own, escape: '\\' },
    ...heredocs.map(({ body, expand }): ReadText => {
      return { text: body, reading: expand && own === 'shell' ? 'heredoc' : 'opaque', escape: '\\' };
    }),
  ];
}

/** A script runs in the shell that its first line names. */
function readingOf({ text }: MappedText, shell: ActiveShell): Reading {
  const end = text.indexOf('\n');
  return (shellOfShebang(end < 0 ? text : text.slice(0, end)) ?? shell).posix ? 'shell' : 'opaque';
}
