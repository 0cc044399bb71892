import { testsOf } from './tests.js';
import type { ShellTree, Site } from './tree.js';
import type { SyntaxNode, Word } from './unbash/nodes.js';

/** Operators that compare with zero as a number or as text, and do not tell other numbers apart. */
const comparing = /^(?:-eq|-ne|-gt|=|==|!=|>)$/;

/** A comparison of two words of which one is `$?` and the other zero. */
export interface ZeroTest {
  readonly site: Site;
  readonly words: readonly SyntaxNode[];
}

/** Comparisons of `$?` with zero, in tests and in arithmetic. Never throws. */
export function zeroTests(tree: ShellTree): readonly ZeroTest[] {
  const found: ZeroTest[] = [];
  for (const { site, comparisons } of testsOf(tree)) {
    for (const words of comparisons) {
      const [left, operator, right] = words;
      if (words.length === 3 && left && operator && right && comparing.test(operator.value)) {
        if ((isExitStatus(left) && isZero(right)) || (isZero(left) && isExitStatus(right))) found.push({ site, words });
      }
    }
  }
  for (const site of tree.of('TestBinary')) {
    const { operator, left, right } = site.node;
    if (!comparing.test(operator)) continue;
    if ((isExitStatus(left) && isZero(right)) || (isZero(left) && isExitStatus(right))) {
      found.push({ site, words: [left, right] });
    }
  }
  for (const site of tree.of('ArithmeticCommand')) {
    const { expression } = site.node;
    if (expression === undefined) continue;
    const operands = expression.type === 'ArithmeticBinary' ? [expression.left, expression.right] : [expression];
    const status = operands.find((each) => each.type === 'ArithmeticWord' && each.value === '$?');
    const rest = operands.filter((each) => each !== status);
    const zero = rest.every((each) => each.type === 'ArithmeticWord' && each.value === '0');
    if (status !== undefined && zero) found.push({ site, words: [status] });
  }
  return found;
}

/** Whether a word is `$?` or `"$?"`. Never throws. */
export function isExitStatus(node: SyntaxNode): boolean {
  return node.type === 'ArithmeticWord' || (node.type === 'Word' && node.value === '$?' && node.parts?.length === 1);
}

function isZero({ value }: Word): boolean {
  return value === '0';
}
