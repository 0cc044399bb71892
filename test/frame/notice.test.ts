import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticeOf } from '../../server/tools/build/notice.js';

const root = join(import.meta.dirname, '../..');

test('NOTICE tells whose the schema of Compose is, and under which licence', () => {
  const notice = noticeOf(root, ['dclint']);
  expect(notice).toMatch(/^dclint 3\.1\.0 \(MIT\)$/m);
  expect(notice).toMatch(/^MIT License$/m);
  expect(notice).toMatch(/^The Compose Specification\nCopyright 2020 The Compose Specification Authors$/m);
  expect(notice).toMatch(/^Apache License\s+Version 2\.0, January 2004$/m);
  expect(notice).toMatch(/^END OF TERMS AND CONDITIONS$/m);
  expect(notice).toContain('Docker Patterns changes it');
});

test('a licence text is the one that the file speaks of', () => {
  const schema = readFileSync(join(root, 'node_modules/dclint/schemas/compose.schema.json'), 'utf8');
  expect(schema).toContain('"compose_spec.json"');
  const typescript = JSON.parse(readFileSync(join(root, 'node_modules/typescript/package.json'), 'utf8')) as object;
  expect(typescript).toMatchObject({ license: 'Apache-2.0' });
});

test('the entry of any other package is its licence and no more', () => {
  const notice = noticeOf(root, ['yaml']);
  expect(notice.split(/^-{80}$/m)).toHaveLength(2);
  expect(notice).toMatch(/^yaml 2\.9\.1 \(ISC\)$/m);
  expect(notice).not.toContain('Apache');
});
