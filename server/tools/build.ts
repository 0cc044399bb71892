import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, buildSuites } from './build/bundles.js';
import { noticeOf } from './build/notice.js';

// build [--check]: writes dist/, the suites for VS Code and NOTICE. With --check, a NOTICE that would change is an error.
const root = process.cwd();
const check = process.argv.includes('--check');
const { outputs, packages } = await buildExtension(root);
await buildSuites(root);
for (const { file, bytes } of outputs) console.log(`${file}  ${Math.round(bytes / 1000)} kB`);

const notice = noticeOf(root, packages);
const noticeFile = join(root, 'NOTICE');
if (!check) {
  writeFileSync(noticeFile, notice);
} else if (readFileSync(noticeFile, 'utf8') !== notice) {
  console.error('NOTICE does not tell what the bundles hold. Run: npm run build');
  process.exitCode = 1;
}
