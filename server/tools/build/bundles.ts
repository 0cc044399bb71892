import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuild, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { guidePages, rulePages } from './pages.js';

/** Loaded when the first request needs it: a file of its own beside the bundle. */
const lazy = { package: 'dockerfile-language-service', file: 'dockerfile-service.js' };

const lazily: Plugin = {
  name: 'lazily',
  setup: (build) => {
    build.onResolve({ filter: new RegExp(`^${lazy.package}$`) }, () => ({ path: `./${lazy.file}`, external: true }));
  },
};

/** The one Node program: the command line, or the server where `server.js` started it. */
const program = `if (globalThis.dockerPatternsServer) require('./server/src/node/main.ts');
else require('./server/src/cli/main.ts');`;
const serverFile = "globalThis.dockerPatternsServer = true;\nrequire('./cli.js');\n";

/** A file that was written, and its size in bytes. */
export interface Output {
  readonly file: string;
  readonly bytes: number;
}

export interface Build {
  readonly outputs: readonly Output[];
  /** Names of the packages that any bundle holds, sorted. */
  readonly packages: readonly string[];
}

/** Writes dist/ anew: the client and the server, each for Node and for browsers. Throws if esbuild finds an error. */
export async function buildExtension(root: string): Promise<Build> {
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const metafiles = await bundle(extensionBundles(root));
  writeFileSync(join(dist, 'server.js'), serverFile);
  return { outputs: metafiles.flatMap(outputsOf), packages: packagesOf(metafiles) };
}

/** Writes the suites for VS Code to out/test: for the Node and the web extension host, and the one for the real UI. */
export async function buildSuites(root: string): Promise<void> {
  const node: BuildOptions = { bundle: true, platform: 'node', target: 'node20', packages: 'external' };
  await bundle([
    {
      ...at(root),
      ...node,
      format: 'cjs',
      external: ['vscode'],
      entryPoints: ['test/extension/index.ts'],
      outfile: 'out/test/extension/index.js',
    },
    {
      ...at(root),
      bundle: true,
      platform: 'browser',
      target: 'es2022',
      format: 'cjs',
      external: ['vscode'],
      entryPoints: ['test/web/index.ts'],
      outfile: 'out/test/web/index.js',
    },
    { ...at(root), ...node, format: 'esm', entryPoints: ['test/ui/main.ts'], outfile: 'out/test/ui/main.mjs' },
  ]);
}

function extensionBundles(root: string): readonly BuildOptions[] {
  const common: BuildOptions = { ...at(root), bundle: true, minify: true, format: 'cjs', legalComments: 'none' };
  const node: BuildOptions = {
    ...common,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    // An import of the lazy file becomes a `require` inside a promise.
    supported: { 'dynamic-import': false },
  };
  const web: BuildOptions = {
    ...common,
    platform: 'browser',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
  };
  const define = { guidePages: JSON.stringify(guidePages(root)), rulePages: JSON.stringify(rulePages(root)) };
  const client: BuildOptions = { external: ['vscode'], define };
  const server: BuildOptions = { alias: { https: './server/src/lsp/stubs/https.ts' } };
  return [
    { ...node, ...client, entryPoints: ['client/src/node/main.ts'], outfile: 'dist/client.js' },
    { ...web, ...client, entryPoints: ['client/src/browser/main.ts'], outfile: 'dist/client.web.js' },
    {
      ...node,
      ...server,
      stdin: { contents: program, resolveDir: root, sourcefile: 'program.js' },
      banner: { js: '#!/usr/bin/env node' },
      plugins: [lazily],
      outfile: 'dist/cli.js',
    },
    { ...node, ...server, entryPoints: [lazy.package], outfile: `dist/${lazy.file}` },
    {
      ...web,
      ...server,
      entryPoints: ['server/src/browser/main.ts'],
      inject: ['server/src/lsp/stubs/buffer.ts'],
      format: 'iife',
      outfile: 'dist/server.web.js',
    },
  ];
}

function at(root: string): BuildOptions {
  return { absWorkingDir: root, logLevel: 'warning' };
}

async function bundle(all: readonly BuildOptions[]): Promise<readonly Metafile[]> {
  const results = await Promise.all(all.map((options) => esbuild({ ...options, metafile: true as const })));
  return results.map((result) => result.metafile);
}

function outputsOf({ outputs }: Metafile): readonly Output[] {
  return Object.entries(outputs).map(([file, { bytes }]) => ({ file, bytes }));
}

function packagesOf(metafiles: readonly Metafile[]): readonly string[] {
  const inputs = metafiles.flatMap((file) => Object.keys(file.inputs));
  const names = inputs.flatMap((input) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}
