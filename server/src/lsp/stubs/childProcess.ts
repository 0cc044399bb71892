/**
 * Stands for Node's `child_process` in what the bundles take from others, which asks package managers for folders on a
 * way that is never gone here, and would have it loaded at the start. Always throws.
 */
export function fork(): never {
  throw new Error('Docker Patterns runs nothing by this way.');
}

/** As `fork`. */
export function spawnSync(): never {
  return fork();
}
