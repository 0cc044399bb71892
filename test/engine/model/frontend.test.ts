import { expect, test } from 'vitest';
import { frontendKnows } from '../../../server/src/engine/dockerfile/model/frontend.js';
import { open } from './parse.js';

test.each([
  ['', true, true],
  ['# syntax=docker/dockerfile:1', true, true],
  ['# syntax=docker/dockerfile:1.7-labs', true, false],
  ['# syntax=docker.io/docker/dockerfile-upstream:1.10.0@sha256:0', true, true],
  ['# syntax=docker/dockerfile:1.1', false, false],
  ['# syntax=docker/dockerfile:1.0-experimental', true, false],
  ['# syntax=docker/dockerfile:labs', true, true],
  ['# syntax=example.com/frontend:1.20', false, false],
])('%s: mounts %s, env= of secrets %s', (line, mounts, env) => {
  const doc = open(line, 'FROM debian');
  expect([frontendKnows(doc, 2), frontendKnows(doc, 10)]).toEqual([mounts, env]);
});
