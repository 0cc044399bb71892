import type { Finding, Fix } from '../../../rule.js';
import type { ShellRedirect, ShellWord } from '../../../shell/types.js';
import { shown } from '../../../wording.js';
import type { DockerfileDocument, RunCommand } from '../../model/types.js';

/** A finding about `pip install flask>=3`, where the shell takes the version away. */
export function redirectedVersion(
  doc: DockerfileDocument,
  { command }: RunCommand,
  { word, redirect }: { readonly word: ShellWord; readonly redirect: ShellRedirect },
): Finding {
  const at = { start: word.span.start, end: redirect.span.end };
  const written = doc.source.slice(at);
  const plain = doc.scriptOf(command.instruction)?.commands.some(({ span }) => span.start === command.span.start);
  const quote: Fix = {
    title: 'Put quotes round it (pip then asks for that version)',
    safety: 'unsafe',
    edits: () => [{ span: at, text: `'${written}'` }],
  };
  return {
    at,
    message: `Without quotes the shell reads ${redirect.operator} as a redirect to a file, and pip gets ${shown(word.value)} without a version.`,
    fixes: plain === true && /^[\w.[\]<>=!~,-]+$/.test(written) ? [quote] : [],
  };
}
