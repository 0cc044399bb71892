import type { Ours, Outcome, Theirs } from './types.js';

/**
 * What each code of a tool came to in one file: sets of (line, code). A finding of ours with several codes speaks for
 * whichever of them the tool has at its line, and stands alone under its first code if the tool has none of them.
 */
export function compare(ours: readonly Ours[], theirs: readonly Theirs[]): readonly Outcome[] {
  const outcomes = new Map<string, Outcome>();
  const put = (outcome: Outcome): void => {
    const key = keyOf(outcome.line, outcome.code);
    if (!outcomes.has(key)) outcomes.set(key, outcome);
  };
  const speakers = new Map(
    [...ours].reverse().flatMap((said) => said.codes.map((code) => [keyOf(said.line, code), said] as const)),
  );
  const spoken = new Set(theirs.map(({ line, code }) => keyOf(line, code)));
  for (const { code, line, message } of theirs) {
    const same = speakers.get(keyOf(line, code));
    if (same === undefined) put({ code, line, side: 'theirs', said: { theirs: message } });
    else put({ code, line, side: 'both', rule: same.rule, said: { ours: same.message, theirs: message } });
  }
  for (const { rule, codes, line, message } of ours) {
    const [first] = codes;
    if (first === undefined || codes.some((code) => spoken.has(keyOf(line, code)))) continue;
    put({ code: first, line, side: 'ours', rule, said: { ours: message } });
  }
  return [...outcomes.values()].sort((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1));
}

function keyOf(line: number, code: string): string {
  return `${line} ${code}`;
}
