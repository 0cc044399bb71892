import { variableOf } from '../names.js';
import type { ParameterExpansionPart, SyntaxNode, Word, WordPart } from '../unbash/nodes.js';
import { joinContents, type Content, type State } from './state.js';

/** Special parameters and variables of the shells whose values never hold blanks or wildcards. */
const numbers: ReadonlySet<string> = new Set(
  (
    '$ - ? # ! BASHPID BASH_SUBSHELL COLUMNS EPOCHSECONDS EUID HISTCMD LINENO LINES OPTIND PPID RANDOM SECONDS ' +
    'SHELLOPTS SHLVL SRANDOM UID'
  ).split(' '),
);

/** What a word gives at a point of the text. */
export function contentOfWord({ parts, value }: Word, state: State): Content {
  if (parts === undefined) return contentOfText(value);
  return parts.map((part) => contentOfPart(part, state)).reduce(appended, 'empty');
}

/** What an expansion gives at a point of the text. */
export function contentOfExpansion(node: SyntaxNode, state: State): Content {
  const name = variableOf(node);
  if (name === undefined) return 'other';
  if (numbers.has(name)) return 'plain';
  const own = state?.get(name) ?? (/^[A-Za-z_]/.test(name) ? 'outside' : 'other');
  return node.type === 'ParameterExpansion' ? ofOperation(node, own, state) : own;
}

function contentOfPart(part: WordPart, state: State): Content {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return contentOfText(part.value);
    case 'DoubleQuoted':
      return part.parts.map((child) => contentOfPart(child, state)).reduce(appended, 'empty');
    case 'SimpleExpansion':
    case 'ParameterExpansion':
      return contentOfExpansion(part, state);
    case 'ArithmeticExpansion':
      return 'plain';
    default:
      return 'other';
  }
}

function ofOperation({ prefix, operation, index }: ParameterExpansionPart, own: Content, state: State): Content {
  if (prefix === '#') return 'plain';
  if (prefix !== undefined || index !== undefined) return 'other';
  switch (operation?.type) {
    case undefined:
    case 'Remove':
    case 'Slice':
    case 'CaseModification':
      return own;
    case 'Replace':
      return own === 'empty' ? own : joinContents(own, contentOfWord(operation.replacement, state));
    case 'Default':
      // The word of `${X:+-x}` is written to be split where it is meant to be.
      if (operation.operator.endsWith('+')) return 'plain';
      return own === 'empty' ? contentOfWord(operation.operand, state) : own;
    default:
      return 'other';
  }
}

/** What two contents give one behind the other. */
export function appended(a: Content, b: Content): Content {
  if (a === 'empty' || b === 'empty') return a === 'empty' ? b : a;
  return joinContents(a, b);
}

function contentOfText(text: string): Content {
  if (text === '') return 'empty';
  return /[\s*?[\]]/.test(text) ? 'other' : 'plain';
}
