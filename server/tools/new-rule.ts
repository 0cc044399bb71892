import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { languages } from './generate/load.js';
import { pageTemplate, ruleTemplate } from './generate/new-rule.js';

// new-rule <language> <id>: writes a rule and its page, then everything that is derived from them.
const root = process.cwd();
const [given, id = ''] = process.argv.slice(2);
const language = languages.find((each) => each === given);

if (language === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
  console.error(`Usage: npm run new-rule <${languages.join('|')}> <rule-id>`);
  process.exit(2);
}
const files = [
  { path: `server/src/rules/${language}/${id}.ts`, text: ruleTemplate(language, id) },
  { path: `docs/rules/${language}/${id}.md`, text: pageTemplate(language, id) },
];
for (const { path } of files) {
  if (!existsSync(join(root, path))) continue;
  console.error(`${path} exists already.`);
  process.exit(2);
}
for (const { path, text } of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}
const { status } = spawnSync(process.execPath, ['server/tools/run.mjs', 'generate'], { cwd: root, stdio: 'inherit' });
console.log(`Next: write the check and the examples, then run: npx vitest run test/rules -t ${language}/${id}`);
process.exitCode = status ?? 1;
