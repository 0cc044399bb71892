import { mkdirSync } from 'node:fs';
import { buildExtension } from './build/bundles.js';
import { packExtension, packForNpm } from './build/pack.js';

// package [FOLDER]: builds, and packs the extension and the command line into FOLDER, by default the current one.
const root = process.cwd();
const folder = process.argv[2] ?? root;
mkdirSync(folder, { recursive: true });
await buildExtension(root);
console.log(await packExtension(root, folder));
console.log(await packForNpm(root, folder));
