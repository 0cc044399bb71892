import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const head = `Docker Patterns
Copyright (c) 2026 Docker Patterns contributors

The files in dist/ hold the following packages, each under its own licence.
`;
const line = '-'.repeat(80);

/** The text of NOTICE for packages of `node_modules`: name, version, licence and its text. Throws where one has none. */
export function noticeOf(root: string, packages: readonly string[]): string {
  return [head, ...packages.map((name) => entry(join(root, 'node_modules', name)))].join(`\n${line}\n\n`);
}

function entry(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence text.`);
  const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim();
  return `${manifest['name']} ${manifest['version']} (${manifest['license']})\n\n${text}\n`;
}
