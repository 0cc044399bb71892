import type { FactQuery, Facts } from '../../../facts.js';
import type { DockerfileDocument } from '../../model/types.js';
import { folderOfCommand, originsOf, type Origin } from '../origins.js';
import { yarnFacts, yarnGeneration } from '../yarn.js';
import { settingOf } from '../settings.js';
import { devPackages, type DevPackages } from './states.js';

/** What to ask about the manifests whose packages may reach the final image. Never throws. */
export function manifestFacts(doc: DockerfileDocument): readonly FactQuery[] {
  const stage = doc.finalStage;
  const all = stage === undefined ? [] : (devPackages(doc).get(stage) ?? []);
  if (all.length === 0) return [];
  const paths = all.flatMap((packages) => pathsOf(doc, packages));
  return [...yarnFacts(doc), ...paths.map((path) => ({ kind: 'read' as const, path }))];
}

/** The text of the manifest that an install reads, if the files around tell. Never throws. */
export function manifestOf(doc: DockerfileDocument, packages: DevPackages, facts: Facts): string | undefined {
  return pathsOf(doc, packages)
    .map((path) => facts.read(path))
    .find((text) => text !== undefined);
}

/**
 * Whether the project and its tool are understood: its manifest comes from the build context, Yarn is one that has the
 * option, and gems are for a program in production. Never throws.
 */
export function isUnderstood(doc: DockerfileDocument, packages: DevPackages, facts: Facts): boolean {
  const { tool, run } = packages;
  if (tool.manifest !== '' && originsOfManifest(doc, packages).length === 0) return false;
  if (tool.programs.includes('yarn')) {
    return yarnGeneration(doc, doc.stageOf(run.command.instruction), facts) === 'classic';
  }
  if (!tool.programs.includes('bundle')) return true;
  return ['RAILS_ENV', 'RACK_ENV'].some((name) => settingOf(doc, run, name) === 'production');
}

function pathsOf(doc: DockerfileDocument, packages: DevPackages): readonly string[] {
  return originsOfManifest(doc, packages).flatMap(({ path }) => path ?? []);
}

function originsOfManifest(doc: DockerfileDocument, { tool, run, step }: DevPackages): readonly Origin[] {
  const folder = folderOfCommand(doc, run, step.folder);
  if (folder === undefined || tool.manifest === '') return [];
  return originsOf(doc, run.command.instruction, folder, tool.manifest);
}
