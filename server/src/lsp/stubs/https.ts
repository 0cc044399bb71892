/** Stands for Node's `https` in the bundles, so that dockerfile-language-service cannot reach the network. Always throws. */
export function get(): never {
  throw new Error('Docker Patterns does not use the network.');
}

/** As `get`. */
export function request(): never {
  return get();
}
