import { operands, type WithArguments } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import { withoutSlashes } from '../../text/paths.js';
import type { Command, DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { mountHolds, transientMounts } from './mounts.js';

/** pip.pypa.io/en/stable/cli/pip, general options that take the next word. */
const withValue = ['--python', '--log', '--keyring-provider', '--proxy', '--retries', '--timeout', '--exists-action']
  .concat(['--trusted-host', '--cert', '--client-cert', '--cache-dir', '--use-feature', '--use-deprecated'])
  .concat(['--log-file', '--default-timeout', '--resume-retries', '--root-user-action']);

/** What pip gets in `pip …`, `pip3.12 …` or `python -m pip …`, and its general options that take the next word; not pipx or pipenv. Never throws. */
export function pipArguments({
  name = '',
  args,
}: Pick<Command, 'name' | 'args'>): (WithArguments & { readonly values: readonly string[] }) | undefined {
  if (/^pip[23]?(\.\d+)?$/.test(name)) return { args, values: withValue };
  const module = /^python[23]?(\.\d+)?$/.test(name) && args[0]?.value === '-m' && args[1]?.value === 'pip';
  return module ? { args: args.slice(2), values: withValue } : undefined;
}

/** Base names under which pip, or Python with `-m pip`, is called. */
export const pipPrograms: readonly string[] = ['pip', 'python'].flatMap((program) => [
  program,
  ...['2', '3', '2.7', ...Array.from({ length: 13 }, (_, i) => `3.${i + 4}`)].map((version) => program + version),
]);

/** `install` of `pip install …`, `pip3.12 install …` or `python -m pip install …`. Never throws. */
export function pipInstall(command: Pick<Command, 'name' | 'args'>): ShellWord | undefined {
  if (command.name?.startsWith('p') !== true) return undefined;
  const pip = pipArguments(command);
  const verb = pip && operands(pip, pip.values)[0];
  return verb?.value === 'install' ? verb : undefined;
}

/** Whether a mount of a RUN keeps pip's cache out of the layer: of whatever home, or where `PIP_CACHE_DIR` says. Never throws. */
export function pipCacheMounted(doc: DockerfileDocument, run: Instruction): boolean {
  const mounts = transientMounts(run, doc);
  if (mounts.length === 0) return false;
  const chosen = doc.scopeAt(run).get('PIP_CACHE_DIR')?.value;
  if (chosen !== undefined && mountHolds(run, withoutSlashes(chosen), doc)) return true;
  if (mountHolds(run, '/root/.cache/pip', doc) || mountHolds(run, '.cache/pip', doc)) return true;
  return mounts.some(({ target }) => /(?:^|\/)\.cache$/.test(withoutSlashes(target)));
}
