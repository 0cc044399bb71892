import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { freeStageName, renameStage } from '../../engine/dockerfile/stages/rename.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'duplicate-stage-name',
  language: 'dockerfile',
  title: 'Give each stage a name of its own',
  severity: 'error',
  profile: 'recommended',
  guide: 'multi-stage-builds#naming-stages',
  link: 'https://docs.docker.com/reference/build-checks/duplicate-stage-name/',
  tags: ['stages'],
  equivalents: {
    hadolint: ['DL3024'],
    buildkit: ['DuplicateStageName'],
    trivy: ['DS-0012'],
    checkov: ['CKV_DOCKER_11'],
    kics: ['Same Alias In Different Froms'],
  },
  differs: { DL3024: 'Names that differ in case only are the same name to Docker, and are reported too.' },
  fixes: ['suggestion'],

  *check(doc) {
    const first = new Map<string, Stage>();
    const spellings = new Set<string>();
    // Checkov looks at aliases behind an `as` in lower case.
    const behindLower = new Set<string>();
    for (const stage of doc.stages) {
      const { name, alias, from } = stage;
      if (name === undefined || alias === undefined) continue;
      const isLower = from.words[1]?.text === 'as';
      const before = first.get(name);
      if (before?.alias !== undefined) {
        const same = spellings.has(alias.value);
        yield {
          at: alias.span,
          message: `Another stage above is called ${before.alias.value}, so COPY --from and docker build --target can mean only one of the two.`,
          related: [{ at: before.alias.span, message: `${before.alias.value} is declared here first.` }],
          fixes: () => rename(doc, stage, name),
          equivalents: {
            hadolint: same ? ['DL3024'] : [],
            buildkit: ['DuplicateStageName'],
            trivy: ['DS-0012'],
            checkov: isLower && behindLower.has(alias.value) ? ['CKV_DOCKER_11'] : [],
            kics: same ? ['Same Alias In Different Froms'] : [],
          },
        };
      }
      if (before === undefined) first.set(name, stage);
      spellings.add(alias.value);
      if (isLower) behindLower.add(alias.value);
    }
  },
});

function rename(doc: DockerfileDocument, stage: Stage, name: string): readonly Fix[] {
  if (renameStage(doc, stage, name) === undefined) return [];
  const free = freeStageName(doc, name);
  return [
    {
      title: `Call this stage ${free}, here and where it is meant`,
      safety: 'suggestion',
      edits: () => renameStage(doc, stage, free) ?? [],
    },
  ];
}
