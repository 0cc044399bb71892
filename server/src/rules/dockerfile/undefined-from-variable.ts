import { nearest } from '../../engine/didYouMean.js';
import { insertBefore } from '../../engine/dockerfile/edit/instructions.js';
import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { declaredInStages, unusableDefault } from '../../engine/dockerfile/stages/defaults.js';
import type { VariableUse } from '../../engine/dockerfile/syntax/types.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-from-variable',
  language: 'dockerfile',
  title: 'Declare the variables of FROM above the first stage',
  severity: 'error',
  profile: 'recommended',
  guide: 'multi-stage-builds',
  link: 'https://docs.docker.com/reference/build-checks/undefined-arg-in-from/',
  tags: ['variables', 'base-image'],
  equivalents: { buildkit: ['UndefinedArgInFrom', 'InvalidDefaultArgInFrom'] },
  fixes: ['suggestion', 'unsafe'],

  *check(doc) {
    for (const stage of doc.stages) {
      const { image, platform, from } = stage;
      for (const word of [image, platform?.value]) {
        if (word === undefined || word.variables.length === 0) continue;
        const scope = doc.scopeAt(from);
        const told = new Set<string>();
        for (const use of word.variables) {
          const { name } = use;
          if (told.has(name) || scope.get(name) !== undefined) continue;
          const invalid = told.size === 0 && word === image && unusableDefault(doc, stage) !== undefined;
          told.add(name);
          const meant = nearest(
            name,
            [...scope.all.keys()].filter((other) => !other.startsWith('BUILD')),
          );
          const inStage = declaredInStages(doc).get(name);
          yield {
            at: use.span,
            message: messageOf(use, meant, inStage !== undefined),
            ...(inStage && { related: [{ at: inStage.span, message: `${shown(name)} is declared inside a stage.` }] }),
            fixes: [...replacement(use, meant), ...declaration(doc, use, inStage && doc.source.slice(inStage.span))],
            equivalents: { buildkit: ['UndefinedArgInFrom', ...(invalid ? ['InvalidDefaultArgInFrom'] : [])] },
          };
        }
      }
    }
  },
});

function messageOf({ name, operator }: VariableUse, meant: string | undefined, inStage: boolean): string {
  const what = /^:?-$/.test(operator ?? '') ? 'its default counts whatever the build is given' : 'it is empty here';
  if (inStage) return `FROM sees only what ARG declares above the first FROM, and not ${shown(name)}, so ${what}.`;
  const hint = meant === undefined ? '.' : `; did you mean ${meant}?`;
  return `No ARG above the first FROM declares ${shown(name)}, so ${what}${hint}`;
}

function replacement({ nameSpan }: VariableUse, meant: string | undefined): readonly Fix[] {
  if (meant === undefined) return [];
  return [{ title: `Change to ${meant}`, safety: 'suggestion', edits: () => [{ span: nameSpan, text: meant }] }];
}

/** An ARG above the first FROM, as the stage has it. One without a value is enough where FROM gives a default. */
function declaration(doc: DockerfileDocument, use: VariableUse, pair: string | undefined): readonly Fix[] {
  const first: Stage | undefined = doc.stages[0];
  const { name, operator } = use;
  if (first === undefined || !/^[A-Za-z_]\w*$/.test(name)) return [];
  const title = `Declare ${name} above the first FROM`;
  if (/^:?-$/.test(operator ?? '')) {
    const edits: Fix['edits'] = () => insertBefore(doc, first.from, [`ARG ${name}`]);
    return [{ title: `${title} (a build argument of that name then counts)`, safety: 'unsafe', edits }];
  }
  if (pair !== undefined) {
    return [{ title, safety: 'suggestion', edits: () => insertBefore(doc, first.from, [`ARG ${pair}`]) }];
  }
  const edits = () => insertBefore(doc, first.from, [`ARG ${name}=\${1:value}`]);
  return [{ title, safety: 'suggestion', edits: () => [{ edits: edits(), snippet: true }] }];
}
