import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuild, transform, type BuildOptions } from 'esbuild';
import { guidePages, insertables, pageTexts } from './pages.js';

/**
 * Each file is one for Node and for browsers, so that what both need is shipped once: it starts what its place wants
 * and leaves the rest unevaluated, dockerfile-language-service too until a request needs it.
 * A browser may have a `process`; VS Code asks the same question (`isNative` in vs/base/common/platform.ts).
 */
const inNode = "typeof process === 'object' && typeof process.versions?.node === 'string'";
const client = `module.exports = ${inNode}
  ? require('./client/src/node/main.ts')
  : require('./client/src/browser/main.ts');`;
const program = `if (!(${inNode})) require('./server/src/browser/main.ts');
else if (globalThis.dockerPatternsServer) require('./server/src/node/main.ts');
else require('./server/src/cli/main.ts');`;

/** The ways into the program, for Node. */
const starters: Readonly<Record<string, string>> = {
  'cli.js': "#!/usr/bin/env node\nrequire('./program.js');\n",
  'server.js': "globalThis.dockerPatternsServer = true;\nrequire('./program.js');\n",
};

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

/** Writes dist/ anew: the client, the program, which is server and command line, and the pages. Throws if esbuild finds an error. */
export async function buildExtension(root: string): Promise<Build> {
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const bundles = await Promise.all([shipped(root, clientBundle(root)), shipped(root, programBundle(root))]);
  for (const [name, text] of Object.entries(starters)) writeFileSync(join(dist, name), text);
  writeFileSync(join(dist, 'pages.json'), JSON.stringify(pageTexts(root)));
  return { outputs: bundles.map(({ output }) => output), packages: packagesOf(bundles.map(({ inputs }) => inputs)) };
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

interface Bundle extends BuildOptions {
  readonly outfile: string;
  readonly format: 'cjs' | 'iife';
}

function clientBundle(root: string): Bundle {
  return {
    stdin: { contents: client, resolveDir: root, sourcefile: 'client.js' },
    outfile: 'dist/client.js',
    format: 'cjs',
    external: ['vscode'],
    define: {
      guidePages: JSON.stringify(guidePages(root)),
      insertables: JSON.stringify(insertables(root)),
    },
  };
}

function programBundle(root: string): Bundle {
  return {
    stdin: { contents: program, resolveDir: root, sourcefile: 'program.js' },
    outfile: 'dist/program.js',
    // The names at the top are the bundle's own, not globals of a worker.
    format: 'iife',
    alias: {
      https: './server/src/lsp/stubs/https.ts',
      // Only packages ask for these two, ours for `node:…`.
      child_process: './server/src/lsp/stubs/childProcess.ts',
      crypto: './server/src/lsp/stubs/crypto.ts',
      // dockerfile-language-service brings copies of its own, which differ in nothing that it uses.
      'vscode-languageserver-types': './node_modules/vscode-languageserver-types/lib/esm/main.js',
      'vscode-languageserver-textdocument': './node_modules/vscode-languageserver-textdocument/lib/esm/main.js',
      // The build of yaml for browsers asks for nothing of Node.
      yaml: './node_modules/yaml/browser/index.js',
    },
  };
}

/**
 * Writes a bundle and minifies it, in two steps: in one, esbuild wraps each module in an arrow function, and V8 parses
 * those in full at the start, called or not. Wrapped in methods, as here, the server starts about a tenth sooner.
 */
async function shipped(
  root: string,
  { outfile, format, ...options }: Bundle,
): Promise<{ readonly output: Output; readonly inputs: readonly string[] }> {
  const target = ['node20', 'es2022'];
  const { outputFiles, metafile } = await esbuild({
    ...at(root),
    ...options,
    format,
    target,
    bundle: true,
    write: false,
    metafile: true,
    minifySyntax: true,
    legalComments: 'none',
    platform: 'node',
    mainFields: ['module', 'main'],
    // So that `vscode-languageserver/browser` and its like are found as well.
    conditions: ['browser'],
    // An import at run time becomes a `require` inside a promise.
    supported: { 'dynamic-import': false },
  });
  const bundled = outputFiles.map(({ text }) => text).join('');
  const { code } = await transform(bundled, { minify: true, target, ...(format === 'cjs' ? { format } : {}) });
  writeFileSync(join(root, outfile), code);
  return { output: { file: outfile, bytes: Buffer.byteLength(code) }, inputs: Object.keys(metafile.inputs) };
}

function at(root: string): BuildOptions {
  return { absWorkingDir: root, logLevel: 'warning' };
}

async function bundle(all: readonly BuildOptions[]): Promise<void> {
  await Promise.all(all.map((options) => esbuild(options)));
}

function packagesOf(inputs: readonly (readonly string[])[]): readonly string[] {
  const names = inputs.flat().flatMap((input) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}
