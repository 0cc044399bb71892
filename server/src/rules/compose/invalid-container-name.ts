import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-container-name',
  language: 'compose',
  title: 'Give containers names that Docker takes',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#container_name',
  tags: ['values'],
  equivalents: { dclint: ['service-container-name-regex', 'invalid-schema'] },
  fixes: [],

  // Docker itself refuses them, behind a slash that it takes away (moby/moby, daemon/names.go, reserveName).
  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      const node = service.get('container_name');
      if (node?.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
      seen.add(node);
      const name = textOf(node)?.value;
      if (name === undefined || /^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) continue;
      const why =
        name.length < 2
          ? 'it takes at least two characters'
          : 'letters, digits, . _ and - are, and the first is a letter or digit';
      yield {
        at: node.span,
        message:
          name.length < 2
            ? `The name of a container has at least two characters, so Docker refuses ${name === '' ? 'an empty one' : shown(name)}.`
            : `Docker takes no container name such as ${shown(name)}: ${why}.`,
        ...unlessSet(node),
      };
    }
  },
});
