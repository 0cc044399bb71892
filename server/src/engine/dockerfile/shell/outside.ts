import type { DockerfileDocument } from '../model/types.js';
import type { ShellUnit } from './units.js';

/** Whether ARG or ENV gives a variable of a RUN its value: the build knows it, and whoever wrote it meant it. Never throws. */
export function declaredOutside(name: string, { instruction }: ShellUnit, doc: DockerfileDocument): boolean {
  const variable = doc.scopeAt(instruction).get(name);
  return variable !== undefined && variable.kind !== 'global-arg';
}

/** The names that ARG and ENV give a RUN, those that Docker knows by itself left out. Never throws. */
export function declaredNames({ instruction }: ShellUnit, doc: DockerfileDocument): readonly string[] {
  return [...doc.scopeAt(instruction).all.values()]
    .filter(({ kind }) => kind === 'arg' || kind === 'env')
    .map(({ name }) => name);
}
