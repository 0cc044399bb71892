import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { plainDollar } from '../../engine/dockerfile/variables/plainDollar.js';
import { declaration } from '../../engine/dockerfile/variables/declaration.js';
import { isName } from '../../engine/dockerfile/variables/standing.js';
import { undefinedUses, type UndefinedUse } from '../../engine/dockerfile/variables/undefined.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-variable',
  language: 'dockerfile',
  title: 'Use only variables that are set',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/build-checks/undefined-var/',
  tags: ['variables'],
  equivalents: { buildkit: ['UndefinedVar'] },
  differs: {
    UndefinedVar:
      '${NAME:+…} expects that the variable may not be set. Base images are not fetched: those that are not in the table may set any variable with a name in capitals. Ports of EXPOSE count too.',
  },
  fixes: ['unsafe', 'suggestion'],

  *check(doc) {
    for (const use of undefinedUses(doc)) {
      const { checked, instruction, nameSpan, span, name } = use;
      const covered = checked && instruction.parent === undefined && doc.stageOf(instruction) !== undefined;
      yield {
        at: isName(name) ? nameSpan : span,
        message: message(use),
        fixes: () => fixes(doc, use),
        ...(covered ? {} : { equivalents: {} }),
      };
    }
  },
});

function message({ name, heredoc, meant, operator }: UndefinedUse): string {
  const written = shown(name);
  if (meant !== undefined) return `Nothing sets ${written}, so it is empty here; did you mean ${meant}?`;
  if (!isName(name)) return `Docker takes $${written} for a variable, which is never set, so it is empty here.`;
  if (heredoc !== undefined) {
    return `Docker takes ${written} for a variable of the build, which nothing sets, so it is empty in the file; a quoted end marker leaves the text as it is.`;
  }
  if (operator?.endsWith('-') === true) {
    return `Nothing sets ${written}, so this is always the value behind ${operator}; with an ARG the build can give another.`;
  }
  return `Nothing sets ${written}, so it is empty here.`;
}

function fixes(doc: DockerfileDocument, use: UndefinedUse): readonly Fix[] {
  const { meant, heredoc, name, all } = use;
  if (meant !== undefined) {
    const edits = () => all.map(({ nameSpan: span }) => ({ span, text: meant }));
    return [{ title: `Change to ${meant}`, safety: 'suggestion', edits }];
  }
  return heredoc !== undefined || !isName(name) ? plainDollar(doc, use) : declaration(doc, use);
}
