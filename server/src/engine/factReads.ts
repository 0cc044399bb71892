import type { Facts } from './facts.js';

type Question = 'presence' | 'read' | 'list' | 'projects';

/** A question that was asked, and what the answer was: nothing that keeps the facts alive that answered. */
interface Asked {
  readonly question: Question;
  readonly path: string;
  readonly answer: unknown;
}

/** What came of some answers. */
interface Known<T> {
  readonly asked: readonly Asked[];
  readonly value: T;
}

/** For a key so many answers are kept: each round of questions knows more than the one before. */
const mostAnswers = 4;

/**
 * The function, remembering what it said for each key while all facts that it looked at are the same; of `most` keys. It
 * must depend on nothing but its arguments.
 */
export function cachedByFacts<T>(
  compute: (facts: Facts, key: string) => T,
  most = 64,
): (facts: Facts, key: string) => T {
  /** The key asked last stands last. */
  const all = new Map<string, Known<T>[]>();
  return (facts, key) => {
    const known = all.get(key) ?? [];
    all.delete(key);
    all.set(key, known);
    const before = known.find(({ asked }) =>
      asked.every(({ question, path, answer }) => facts[question](path) === answer),
    );
    if (before !== undefined) return before.value;
    const asked: Asked[] = [];
    const value = compute(recorded(facts, asked), key);
    known.unshift({ asked, value });
    known.splice(mostAnswers);
    for (const oldest of all.keys()) {
      if (all.size <= most) break;
      all.delete(oldest);
    }
    return value;
  };
}

/** Facts that keep what was asked of them. What a configuration says is passed on as it is. */
function recorded(facts: Facts, asked: Asked[]): Facts {
  const record = <A>(question: Question, path: string, answer: A): A => {
    asked.push({ question, path, answer });
    return answer;
  };
  return {
    presence: (path) => record('presence', path, facts.presence(path)),
    read: (path) => record('read', path, facts.read(path)),
    list: (path) => record('list', path, facts.list(path)),
    projects: () => record('projects', '.', facts.projects()),
    project: facts.project,
    namedProjects: facts.namedProjects,
  };
}
