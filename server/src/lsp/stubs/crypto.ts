/** Stands for Node's `crypto` in what the bundles take from others, so that it is not loaded at the start. */
export function randomUUID(): string {
  return (globalThis as unknown as { readonly crypto: { randomUUID(): string } }).crypto.randomUUID();
}

/** For names of pipes, which clients make. Always throws. */
export function randomBytes(): never {
  throw new Error('Docker Patterns opens no pipes.');
}
