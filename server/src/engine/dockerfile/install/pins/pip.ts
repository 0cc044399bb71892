import { flagUses, hasFlag, operands } from '../../../shell/options.js';
import type { ShellRedirect, ShellWord } from '../../../shell/types.js';
import type { DockerfileDocument, RunCommand } from '../../model/types.js';
import { pipArguments } from '../pip.js';

/** pip.pypa.io/en/stable/cli/pip_install: options of `install` that take the next word. */
const installValues = [
  ...['-r', '--requirement', '-c', '--constraint', '--build-constraint', '--requirements-from-script', '--group'],
  ...['-e', '--editable', '-t', '--target', '--platform', '--python-version', '--implementation', '--abi', '--root'],
  ...['--prefix', '--src', '--upgrade-strategy', '-C', '--config-settings', '--config-setting', '--global-option'],
  ...['--install-option', '--no-binary', '--only-binary', '--progress-bar', '--report', '-i', '--index-url'],
  ...['--pypi-url', '--extra-index-url', '-f', '--find-links', '-b', '--build', '-d', '--uploaded-prior-to'],
];

/** The packages of one `pip install` that some other file does not hold at their versions. */
export interface PipPackages {
  readonly words: readonly ShellWord[];
  /** Redirects that were meant as versions: `pip install flask>=3`. */
  readonly redirects: readonly { readonly word: ShellWord; readonly redirect: ShellRedirect }[];
}

const nothing: PipPackages = { words: [], redirects: [] };

/**
 * What a `pip install` names. Nothing where requirements, constraints, the project itself or a folder of wheels may say
 * which versions. Never throws.
 */
export function pipPackages(doc: DockerfileDocument, { name, args, assignments, command }: RunCommand): PipPackages {
  const pip = pipArguments({ name, args });
  if (pip === undefined || operands(pip, pip.values)[0]?.value !== 'install') return nothing;
  const values = [...pip.values, ...installValues];
  const held = hasFlag(
    pip,
    { short: 'rc', long: ['requirement', 'constraint', 'requirements-from-script', 'no-index'] },
    values,
  );
  const scope = doc.scopeAt(command.instruction);
  const names = ['PIP_CONSTRAINT', 'PIP_REQUIREMENT', 'PIP_NO_INDEX'];
  if (held || names.some((each) => scope.get(each) !== undefined || assignments.some((a) => a.name === each)))
    return nothing;
  const words = operands(pip, values).slice(1);
  const editable = flagUses(pip, { short: 'e', long: ['editable'] }, values);
  if ([...words, ...editable].some(({ value }) => /^\.(?:\[.*\])?$/.test(value ?? ''))) return nothing;
  const redirects = command.redirects.flatMap((redirect) => {
    const word = words.find(({ span }) => span.end === redirect.span.start);
    const meant = /^[<>]$/.test(redirect.operator) && /^=?\d/.test(redirect.target?.value ?? '');
    return word !== undefined && meant ? [{ word, redirect }] : [];
  });
  return { words, redirects };
}
