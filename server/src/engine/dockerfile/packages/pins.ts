import type { Equivalents, Finding, Fix } from '../../rule.js';
import type { ShellWord } from '../../shell/types.js';
import type { Edit } from '../../text/span.js';
import { shown } from '../../wording.js';
import type { DockerfileDocument } from '../model/types.js';
import { isDry, packageCommands } from './read.js';
import type { Manager, PackageCommand } from './types.js';
import { unpinnedPackages } from './versions.js';

/** How many packages a message names. */
const named = 3;

/**
 * A finding for each install command with packages that may have any version, from the first such package to the last.
 * `verbs` are the subcommands that install packages by name, `separator` stands between name and version. Never throws.
 */
export function* unpinnedInstalls(
  doc: DockerfileDocument,
  { manager, verbs, separator }: { readonly manager: Manager; readonly verbs: RegExp; readonly separator: string },
  equivalents: (command: PackageCommand) => Equivalents,
): Iterable<Finding> {
  for (const command of packageCommands(doc, manager)) {
    if (command.noun === 'group' || !verbs.test(command.verb?.value ?? '') || isDry(command)) continue;
    const packages = unpinnedPackages(command);
    const [first, last] = [packages[0], packages.at(-1)];
    if (first === undefined || last === undefined) continue;
    const names = [...new Set(packages.map(({ value }) => value))];
    const mark = command.noun === 'module' ? ':' : separator;
    yield {
      at: { start: first.span.start, end: last.span.end },
      message: `${list(names)} ${names.length === 1 ? 'has' : 'have'} no version, so each build may install another one; write ${shown(names[0] ?? '')}${mark}VERSION.`,
      fixes: pin(doc, command, packages, mark),
      equivalents: equivalents(command),
    };
  }
}

/** `a`, `a and b`, `a, b, c and 4 more`. */
function list(names: readonly string[]): string {
  const some = names.slice(0, named).map((name) => shown(name));
  const rest = names.length - some.length;
  const last = rest > 0 ? `${rest} more` : some.length > 1 ? some.pop() : undefined;
  return last === undefined ? some.join(', ') : `${some.join(', ')} and ${last}`;
}

/** A place for the version behind each package that is written here. */
function pin(
  doc: DockerfileDocument,
  { run }: PackageCommand,
  packages: readonly ShellWord[],
  mark: string,
): readonly Fix[] {
  const own = new Set(run.args);
  const written = packages.filter((word) => own.has(word));
  if (written.length === 0) return [];
  const word = mark === ':' ? 'stream' : mark === '-' ? '1.2.3' : 'version';
  const edits = (): readonly Edit[] =>
    written.map(({ span: { end } }, i) => {
      const at = /["']/.test(doc.source.text.charAt(end - 1)) ? end - 1 : end;
      return { span: { start: at, end: at }, text: `${mark}\${${i + 1}:${word}}` };
    });
  const names = list(written.map(({ value }) => value));
  return [{ title: `Pin ${names}`, safety: 'suggestion', edits: () => [{ edits: edits(), snippet: true }] }];
}
