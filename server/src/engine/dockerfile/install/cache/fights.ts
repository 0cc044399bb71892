import { withoutSlashes } from '../../../text/paths.js';
import type { Edit } from '../../../text/span.js';
import type { ShellWord } from '../../../shell/types.js';
import { unwrap } from '../../../shell/unwrap.js';
import { replaceWithOption, insertOption } from '../../arguments.js';
import type { Command, DockerfileDocument, RunCommand } from '../../model/types.js';
import { removeCommand, removeWords } from '../../removal.js';
import type { Surroundings } from './surroundings.js';
import type { CachingTool } from './tool.js';

type Edits = readonly Edit[] | undefined;

/** The commands of a tool with their cache switched on; undefined where it cannot be. Never throws. */
export function switchedOn(tool: CachingTool, { doc, run: first }: Surroundings, runs: readonly RunCommand[]): Edits {
  const { offVariables = [] } = tool;
  const scope = doc.scopeAt(first.command.instruction);
  if (offVariables.some((name) => scope.get(name) !== undefined)) return undefined;
  const exported = doc
    .commandsOf(first.command.instruction)
    .some(
      ({ name, args }) =>
        name === 'export' && args.some(({ value }) => offVariables.includes(value.split('=', 1)[0] ?? '')),
    );
  if (exported || runs.some(({ assignments }) => assignments.some(({ name }) => offVariables.includes(name))))
    return undefined;
  return complete(runs.map((run) => optionEdits(doc, tool, run)));
}

function optionEdits(doc: DockerfileDocument, { off, on }: CachingTool, { command, args }: RunCommand): Edits {
  const disabling = args.filter(({ value }) => off?.includes(value));
  if (on === undefined || args.some(({ value }) => on.given.test(value))) return removeWords(doc, command, disabling);
  const [first, ...more] = disabling;
  const verb = args.find(({ value }) => !value.startsWith('-'));
  const edit =
    first === undefined ? verb && insertOption(command, verb, on.option) : replaceWithOption(command, first, on.option);
  return edit && complete([[edit], removeWords(doc, command, more)]);
}

/** The edits that leave what is in the folders alone; undefined where a command that empties them has to stay. Never throws. */
export function notCleaned(at: Surroundings, tools: readonly CachingTool[], folders: readonly string[]): Edits {
  return complete(
    at.doc.commandsOf(at.run.command.instruction).map((command) => {
      const { name, args } = unwrap(command);
      if (tools.some(({ clears }) => clears?.({ name, args }))) return removeCommand(at.doc, command);
      return name === 'rm' ? keptFolders(at, command, folders) : [];
    }),
  );
}

function complete(parts: readonly Edits[]): Edits {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** An `rm` without the paths that lie in the folders; the whole command where no other path is left. */
function keptFolders(at: Surroundings, command: Command, folders: readonly string[]): Edits {
  const paths = unwrap(command).args.filter(({ value }) => !value.startsWith('-'));
  const inside: ShellWord[] = [];
  for (const word of paths) {
    const path = pathOf(at, word);
    const places = folders.map((folder) => (path === undefined ? placeOfUnknown(word) : relationOf(path, folder)));
    // What holds a mount cannot be removed: it is in use.
    if (places.includes('around')) return undefined;
    if (places.includes('inside')) inside.push(word);
  }
  if (inside.length === 0) return [];
  return inside.length === paths.length ? removeCommand(at.doc, command) : removeWords(at.doc, command, inside);
}

/** How a path lies to a folder; the cache folder of a home counts as a part of what is in it. */
export function relationOf(path: string, folder: string): 'inside' | 'around' | undefined {
  if (path === folder || path.startsWith(`${folder}/`)) return 'inside';
  if (path !== '/' && !folder.startsWith(`${path}/`)) return undefined;
  return path.endsWith('/.cache') ? 'inside' : 'around';
}

/** A folder that only the build knows may be any. */
function placeOfUnknown({ value }: ShellWord): 'around' | undefined {
  return /cache|home|\$\(/i.test(value) ? 'around' : undefined;
}

/** The path that a word means, without a pattern for all that is in it; undefined for other variables and patterns. */
function pathOf({ doc, run, home }: Surroundings, { value }: ShellWord): string | undefined {
  const scope = doc.scopeAt(run.command.instruction);
  const path = value.replace(/^~(?=\/|$)/, '$HOME').replace(/\/[*.]*$/, '');
  const expanded = path.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (written, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? '';
      return (name === 'HOME' ? home : scope.get(name)?.value) ?? written;
    },
  );
  return /[$*?[`]/.test(expanded) ? undefined : withoutSlashes(expanded) || '/';
}
