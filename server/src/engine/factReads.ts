import type { Facts } from './facts.js';

/** A question that was asked, and what the answer was. */
interface Asked {
  readonly ask: (facts: Facts) => unknown;
  readonly answer: unknown;
}

/**
 * The function, remembering its answer for each key for as long as all facts that it looked at are the same; of `most`
 * keys. It must depend on nothing but its arguments.
 */
export function cachedByFacts<T>(
  compute: (facts: Facts, key: string) => T,
  most = 64,
): (facts: Facts, key: string) => T {
  /** The one asked last stands last. */
  const known = new Map<string, { readonly asked: readonly Asked[]; readonly value: T }>();
  return (facts, key) => {
    let entry = known.get(key);
    known.delete(key);
    if (entry?.asked.every(({ ask, answer }) => ask(facts) === answer) !== true) {
      const asked: Asked[] = [];
      entry = { value: compute(recorded(facts, asked), key), asked };
    }
    known.set(key, entry);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return entry.value;
  };
}

/** Facts that keep what was asked of them. What a configuration says is passed on as it is. */
function recorded(facts: Facts, asked: Asked[]): Facts {
  const record = <A>(ask: (facts: Facts) => A): A => {
    const answer = ask(facts);
    asked.push({ ask, answer });
    return answer;
  };
  return {
    presence: (path) => record((one) => one.presence(path)),
    read: (path) => record((one) => one.read(path)),
    list: (path) => record((one) => one.list(path)),
    projects: () => record((one) => one.projects()),
    project: facts.project,
    namedProjects: facts.namedProjects,
  };
}
