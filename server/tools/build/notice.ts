import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const head = `Docker Patterns
Copyright (c) 2026 Docker Patterns contributors

The files in dist/ hold the following packages, each under its own licence.
`;
const line = '-'.repeat(80);

/** What packages hold of others, whose notice they do not carry. `licence` is a file below `node_modules` with its text. */
const within: Readonly<Record<string, { readonly text: string; readonly licence: string }>> = {
  dclint: {
    text: `Of this package, only schemas/compose.schema.json is there. It comes from the Compose Specification
<https://github.com/compose-spec/compose-spec> and stands under the Apache License 2.0:

The Compose Specification
Copyright 2020 The Compose Specification Authors

Docker Patterns changes it: server/src/engine/compose/schema/overlay.ts adds what newer versions of Compose know.`,
    licence: 'typescript/LICENSE.txt',
  },
};

/** The text of NOTICE for packages of `node_modules`: name, version, licence and its text. Throws where one has none. */
export function noticeOf(root: string, packages: readonly string[]): string {
  const modules = join(root, 'node_modules');
  return [head, ...packages.map((name) => entry(modules, name))].join(`\n${line}\n\n`);
}

function entry(modules: string, name: string): string {
  const folder = join(modules, name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${folder} has no licence text.`);
  const other = within[name];
  const more = other === undefined ? '' : `\n${other.text}\n\n${textOf(join(modules, other.licence))}\n`;
  return `${manifest['name']} ${manifest['version']} (${manifest['license']})\n\n${textOf(join(folder, file))}\n${more}`;
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim();
}
