import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';

type Require = (name: string) => unknown;

const script = readFileSync(join(import.meta.dirname, '../../dist/client.js'), 'utf8');

/** Stands for the API of VS Code, and for all in it: a class, whatever is asked of it. */
const anything: unknown = new Proxy(Object, {
  get: (target, name) => (name === 'prototype' ? target.prototype : anything),
});

/** What the bundle of the client exports to a host with these globals, and what it asked `require` for. */
function load(globals: object, require: Require): { readonly exported: unknown; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const module = { exports: {} as unknown };
  const noting: Require = (name) => {
    asked.push(name);
    return name === 'vscode' ? anything : require(name);
  };
  const context = createContext({ module, require: noting, ...globals });
  runInContext(script, context);
  return { exported: module.exports, asked };
}

/** Globals of a browser that the libraries of the client look at. */
const browser = { self: {}, setTimeout, clearTimeout, setInterval, clearInterval, TextEncoder, TextDecoder, URL };
const extension = { activate: expect.any(Function) as unknown };

it('the client asks a web extension host for nothing but VS Code', () => {
  const { exported, asked } = load(browser, (name) => {
    throw new Error(`There is no ${name}.`);
  });
  expect(exported).toMatchObject(extension);
  expect(new Set(asked)).toEqual(new Set(['vscode']));
});

it('a process that is not of Node makes no Node of a browser', () => {
  const { asked } = load({ ...browser, process: { env: {}, versions: {} } }, () => ({}));
  expect(new Set(asked)).toEqual(new Set(['vscode']));
});

it('the client starts a process where there is Node', () => {
  const { exported, asked } = load({ ...browser, process, Buffer }, createRequire(import.meta.url));
  expect(exported).toMatchObject(extension);
  expect(asked).toContain('child_process');
});
