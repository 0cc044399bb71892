import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { replaceScalar } from '../../engine/compose/edits/insert.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-project-name',
  language: 'compose',
  title: 'Write project names in small letters, digits, - and _',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/version-and-name/#name-top-level-element',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const node = doc.top('name')?.value;
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.tag === 'reset') return;
    const name = textOf(node)?.value;
    const valid = name === undefined ? undefined : normalized(name);
    if (name === undefined || valid === undefined || (valid === name && name !== '')) return;
    yield {
      at: node.span,
      message:
        valid === ''
          ? `Compose can take nothing of the project name ${shown(name)}, and names the project after its folder.`
          : `Compose makes ${shown(valid)} of the project name ${shown(name)}: such names have small letters, digits, - and _ and start with a letter or digit.`,
      ...unlessSet(node),
      fixes: () => {
        const edits = valid === '' || node.interpolated ? undefined : replaceScalar(doc, node, valid);
        return edits === undefined
          ? []
          : [{ title: `Change it to ${shown(valid)}`, safety: 'suggestion', edits: () => edits }];
      },
    };
  },
});

/** What Compose makes of a name (compose-go, loader.NormalizeProjectName). */
function normalized(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}
