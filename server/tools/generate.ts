import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadSources } from './generate/load.js';
import { frozen, outputsOf } from './generate/outputs.js';

// generate [--check] [--freeze]: writes every file that is derived from rules, pages and guide. With --check it writes
// nothing and fails when a file is stale or a source is wrong; with --freeze it also writes down the recommended rules.
const root = process.cwd();
const check = process.argv.includes('--check');
const sources = await loadSources(root).catch((): never => {
  console.error('A rule does not compile; see above.');
  process.exit(1);
});
const { outputs, problems } = outputsOf(root, sources);

if (process.argv.includes('--freeze')) outputs.push(frozen(sources));

const stale = outputs.filter(({ path, text }) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});
for (const problem of problems) console.error(problem);
if (check) {
  for (const { path } of stale) console.error(`${path} is stale.`);
  if (stale.length > 0) console.error('Run: npm run generate');
  if (stale.length + problems.length > 0) process.exitCode = 1;
} else {
  for (const { path, text } of stale) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    console.log(`wrote ${path}`);
  }
  if (stale.length === 0) console.log('Everything is up to date.');
}
