import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // As in tsconfig.json, which esbuild reads.
    alias: { 'compose-schema': `${import.meta.dirname}/node_modules/dclint/schemas/compose.schema.json` },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/extension/**', 'test/ui/**'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
