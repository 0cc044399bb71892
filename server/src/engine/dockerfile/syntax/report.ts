import type { SyntaxProblem } from './types.js';

/** A problem before the instruction it belongs to is written into it. */
export type Finding = Omit<SyntaxProblem, 'instruction'>;

/** Takes the problems of one instruction. */
export type Report = (finding: Finding) => void;
