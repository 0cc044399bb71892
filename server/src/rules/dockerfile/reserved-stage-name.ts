import { freeStageName, renameStage } from '../../engine/dockerfile/stages/rename.js';
import { defineRule } from '../../engine/rule.js';

/** What Docker keeps the names for (dockerfile2llb/validations.go, reservedStageNames). */
const reserved: ReadonlyMap<string, string> = new Map([
  ['scratch', 'the empty image, so FROM scratch below means this stage'],
  ['context', 'the build context'],
]);

export default defineRule({
  id: 'reserved-stage-name',
  language: 'dockerfile',
  title: 'Name a stage neither scratch nor context',
  severity: 'warning',
  profile: 'recommended',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/reference/build-checks/reserved-stage-name/',
  tags: ['stages'],
  equivalents: { hadolint: ['DL3063'], buildkit: ['ReservedStageName'] },
  differs: { DL3063: 'The name counts in lower case to Docker, so Scratch is reported too.' },
  fixes: ['suggestion'],

  *check(doc) {
    for (const stage of doc.stages) {
      const { name, alias } = stage;
      const meaning = name === undefined ? undefined : reserved.get(name);
      if (name === undefined || alias === undefined || meaning === undefined) continue;
      const free = freeStageName(doc, name);
      yield {
        at: alias.span,
        message: `Docker keeps the name ${name} for ${meaning}; give the stage another name.`,
        fixes:
          renameStage(doc, stage, free) === undefined
            ? []
            : [
                {
                  title: `Call this stage ${free}, here and where it is meant`,
                  safety: 'suggestion',
                  edits: () => renameStage(doc, stage, free) ?? [],
                },
              ],
        equivalents: { hadolint: alias.value === name ? ['DL3063'] : [], buildkit: ['ReservedStageName'] },
      };
    }
  },
});
