import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { guidePages, rulePages } from './build/pages.js';

const root = process.cwd();
const dist = join(root, 'dist');

/** Loaded when the first request needs it: a file of its own beside the bundle. */
const lazy = { package: 'dockerfile-language-service', file: 'dockerfile-service.js' };

const lazily: Plugin = {
  name: 'lazily',
  setup: ({ onResolve }) => {
    onResolve({ filter: new RegExp(`^${lazy.package}$`) }, () => ({ path: `./${lazy.file}`, external: true }));
  },
};

const common: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'cjs',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
};
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
const server: BuildOptions = {
  alias: { https: './server/src/lsp/stubs/https.ts' },
};
const client: BuildOptions = {
  external: ['vscode'],
  define: { guidePages: JSON.stringify(guidePages(root)), rulePages: JSON.stringify(rulePages(root)) },
};

/** The one Node program: the command line, or the server where `server.js` started it. */
const program = `if (globalThis.dockerPatternsServer) require('./server/src/node/main.ts');
else require('./server/src/cli/main.ts');`;
const serverFile = "globalThis.dockerPatternsServer = true;\nrequire('./cli.js');\n";

const bundles: readonly BuildOptions[] = [
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
    inject: ['server/src/browser/buffer.ts'],
    format: 'iife',
    outfile: 'dist/server.web.js',
  },
];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const results = await Promise.all(bundles.map((options) => build(options)));
writeFileSync(join(dist, 'server.js'), serverFile);

const metafiles = results.flatMap((result) => (result.metafile ? [result.metafile] : []));
writeFileSync(join(root, 'out', 'bundled.json'), JSON.stringify(bundledPackages(metafiles)));
for (const { outputs } of metafiles) {
  for (const [file, { bytes }] of Object.entries(outputs)) console.log(`${file}  ${Math.round(bytes / 1000)} kB`);
}

/** Names of the packages that any bundle holds, sorted. */
function bundledPackages(files: readonly Metafile[]): readonly string[] {
  const inputs = files.flatMap((file) => Object.keys(file.inputs));
  const names = inputs.flatMap((input) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}
