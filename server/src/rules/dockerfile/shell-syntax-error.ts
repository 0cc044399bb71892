import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { openTests } from '../../engine/shell/openTests.js';
import type { ShellTree } from '../../engine/shell/tree.js';

/** What bash alone reads as something special: other shells take it for a command. */
const bashOnly = /'\[\['|test operator|\]\]|'select'|function body|'coproc'/;
/** ShellCheck gives one mistake several of these. */
const codes: readonly string[] = (
  '1009 1020 1033 1034 1035 1045 1046 1047 1048 1049 1050 1051 1052 1053 1056 1057 1058 1059 1060 1061 1062 1063 1064 ' +
  '1065 1069 1070 1072 1073 1074 1075 1078 1080 1088 1089 1131 1133 1141'
)
  .split(' ')
  .map((code) => `SC${code}`);

export default defineShellRule({
  id: 'shell-syntax-error',
  title: 'Write shell commands that the shell can read',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#run',
  tags: ['shell'],
  equivalents: { shellcheck: codes },
  fixes: ['safe'],
  differs: { SC1075: 'An "else if" with its own "fi" is correct shell, so nothing is said about it.' },

  problems: function* ({ tree, dialect }) {
    for (const { node, start, end, exact } of tree.of('Script')) {
      const first = node.errors?.find(
        ({ message }) => dialect === 'bash' || dialect === 'ksh' || !bashOnly.test(message),
      );
      if (first === undefined || first.message.startsWith('maximum ')) continue;
      yield {
        ...(exact ? wordAt(tree, first.pos) : { start, end }),
        message: `The shell cannot read this, so the step fails: ${first.message.replaceAll("'", '"')}.`,
      };
      // What follows the first mistake is often its consequence, also outside of a substitution.
      return;
    }
    yield* openTests(tree);
  },
});

/** The word at or behind an offset; the last one where the text ends too early. */
function wordAt({ text }: ShellTree, pos: number): { readonly start: number; readonly end: number } {
  const length = text.trimEnd().length;
  let start = pos;
  while (start < length && /\s/.test(text.charAt(start))) start++;
  if (start >= length) {
    start = Math.max(0, length - 1);
    while (start > 0 && !/\s/.test(text.charAt(start - 1))) start--;
    return { start, end: length };
  }
  let end = start + 1;
  while (end < length && !/[\s;)]/.test(text.charAt(end))) end++;
  return { start, end };
}
