import { nameOf } from '../names.js';
import type { ShellTree, Site } from '../tree.js';
import type { Assignment, Command, Word } from '../unbash/nodes.js';

/** Something that gives a variable of the shell a value. */
export interface Assigned {
  readonly name: string;
  /** Where it happens, for the order of the text and for what surrounds it. */
  readonly site: Site;
  /** Span of the name. */
  readonly start: number;
  readonly end: number;
  /** The words it may get its value from; undefined when it comes from elsewhere (`read`). */
  readonly values: readonly Word[] | undefined;
  readonly kind: 'assignment' | 'declaration' | 'export' | 'for' | 'read' | 'default' | 'arithmetic' | 'unset';
}

const declares: ReadonlySet<string> = new Set(['local', 'declare', 'typeset', 'readonly', 'export']);

/** Every assignment of a text, in its order. */
export function assignmentsOf(tree: ShellTree): readonly Assigned[] {
  const found: Assigned[] = [];
  for (const site of tree.of('Assignment')) found.push(...ofAssignment(site));
  for (const site of tree.of('For')) {
    const { name, wordlist } = site.node;
    found.push({ name: name.value, site, ...spanOf(site, name), values: wordlist, kind: 'for' });
  }
  for (const site of tree.of('Command')) found.push(...ofCommand(site));
  for (const site of tree.of('ParameterExpansion')) {
    const { operation, parameter, parameterPos, parameterEnd } = site.node;
    if (operation?.type !== 'Default' || !operation.operator.endsWith('=')) continue;
    const span = spanOf(site, { pos: parameterPos, end: parameterEnd });
    found.push({ name: parameter, site, ...span, values: [operation.operand], kind: 'default' });
  }
  for (const site of tree.of('ArithmeticBinary')) {
    const { operator, left } = site.node;
    if (!/^(?:[-+*/%&|^]|<<|>>)?=$/.test(operator) || left.type !== 'ArithmeticWord') continue;
    found.push({ name: left.value, site, ...spanOf(site, left), values: [], kind: 'arithmetic' });
  }
  return found.sort((a, b) => a.start - b.start);
}

function ofAssignment(site: Site<Assignment>): readonly Assigned[] {
  const { node, parent } = site;
  const command = parent?.node.type === 'Command' ? parent.node : undefined;
  const prefixed = command?.prefix.some((part) => part === node) === true;
  // `X=1 command` is for that command only.
  if (command === undefined || (prefixed && command.name !== undefined)) return [];
  const word = node.value.type === 'Word' ? node.value : undefined;
  const span = spanOf(site, { pos: node.pos, end: node.pos + node.name.length });
  const by = prefixed ? undefined : nameOf(command);
  if (by !== undefined && !declares.has(by)) return [];
  const kind = by === undefined ? 'assignment' : by === 'export' ? 'export' : 'declaration';
  return [{ name: node.name, site, ...span, values: word === undefined ? undefined : [word], kind }];
}

function ofCommand(site: Site<Command>): readonly Assigned[] {
  const command = site.node;
  const name = nameOf(command);
  if (name === undefined) return [];
  const words = command.suffix.filter((part) => part.type === 'Word');
  const named = (list: readonly Word[], kind: Assigned['kind'], values?: readonly Word[]): readonly Assigned[] =>
    list
      .filter(({ value }) => /^[A-Za-z_]\w*$/.test(value))
      .map((word) => ({ name: word.value, site, ...spanOf(site, word), values, kind }));
  if (name === 'unset') return named(words, 'unset', []);
  if (name === 'read' || name === 'mapfile' || name === 'readarray') return named(words, 'read');
  if (name === 'getopts') return named(words.slice(1, 2), 'read', []);
  if (name === 'printf' && words[0]?.value === '-v') return named(words.slice(1, 2), 'read');
  if (declares.has(name) && name !== 'export' && name !== 'readonly') return named(words, 'declaration', []);
  return [];
}

function spanOf(
  site: Site,
  { pos, end }: { readonly pos: number; readonly end: number },
): { start: number; end: number } {
  return site.exact ? { start: pos, end } : { start: site.start, end: site.end };
}
