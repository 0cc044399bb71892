import { withoutSlashes } from '../../../text/paths.js';
import type { Edit } from '../../../text/span.js';
import type { ShellWord } from '../../../shell/types.js';
import { replaceWithOption, insertOption } from '../../edit/options.js';
import type { Command, DockerfileDocument, RunCommand } from '../../model/types.js';
import { removeCommand, removeWords } from '../../edit/removeCommand.js';
import { exportsOf } from '../exports.js';
import type { Surroundings } from './surroundings.js';
import type { CachingTool } from './tool.js';

type Edits = readonly Edit[] | undefined;

/** The commands of a tool with their cache switched on; undefined where it cannot be. Never throws. */
export function switchedOn(tool: CachingTool, { doc, run: first }: Surroundings, runs: readonly RunCommand[]): Edits {
  const { offVariables = [] } = tool;
  const scope = doc.scopeAt(first.command.instruction);
  if (offVariables.some((name) => scope.get(name) !== undefined)) return undefined;
  const exported = offVariables.some((name) => exportsOf(doc)(first.command.instruction).has(name));
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
export function notCleaned(
  at: Surroundings,
  needs: readonly { readonly tool: CachingTool }[],
  folders: readonly string[],
): Edits {
  const edits: Edit[] = [];
  for (const command of at.doc.commandsOf(at.run.command.instruction)) {
    let own: Edits = [];
    if (command.name === 'rm') own = keptFolders(at, command, folders);
    else if (needs.some(({ tool }) => tool.clears?.(command))) own = removeCommand(at.doc, command);
    if (own === undefined) return undefined;
    edits.push(...own);
  }
  return edits;
}

function complete(parts: readonly Edits[]): Edits {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** An `rm` without the paths that lie in the folders; the whole command where no other path is left. */
function keptFolders(at: Surroundings, command: Command, folders: readonly string[]): Edits {
  const paths = command.args.filter(({ value }) => !value.startsWith('-'));
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
function pathOf(at: Surroundings, { value, literal }: ShellWord): string | undefined {
  const path = value.replace(/\/[*.]*$/, '');
  if (literal) return withoutSlashes(path) || '/';
  const expanded = path
    .replace(/^~(?=\/|$)/, '$HOME')
    .replace(/\$(?:\{(\w+)\}|(\w+))/g, (written, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? '';
      const scope = at.doc.scopeAt(at.run.command.instruction);
      return (name === 'HOME' ? at.home : scope.get(name)?.value) ?? written;
    });
  return /[$*?[`]/.test(expanded) ? undefined : withoutSlashes(expanded) || '/';
}
