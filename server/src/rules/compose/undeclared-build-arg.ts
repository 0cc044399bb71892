import { declaredArgs, isPredefined } from '../../engine/compose/files/buildArgs.js';
import {
  buildsOf,
  dockerfileFacts,
  dockerfileOf,
  isUsual,
  type ServiceBuild,
} from '../../engine/compose/files/builds.js';
import { renamed } from '../../engine/compose/files/listed.js';
import { readPairs, type Pair } from '../../engine/compose/forms/pairs.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { nearest } from '../../engine/didYouMean.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undeclared-build-arg',
  language: 'compose',
  title: 'Pass arguments that the Dockerfile declares',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/build/#args',
  tags: ['build', 'variables'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc) => dockerfileFacts(buildsOf(doc).filter((one) => argsOf(one).length > 0)),

  *check(doc, { facts }) {
    const seen = new Set<Pair['node']>();
    for (const one of buildsOf(doc)) {
      const args = argsOf(one);
      const file = args.length === 0 ? undefined : dockerfileOf(doc, one, facts);
      if (file === undefined || !isUsual(file)) continue;
      const declared = declaredArgs(file);
      for (const { key, keySpan, node, span, merged } of args) {
        // What a merge key brings may be for another Dockerfile.
        if (key === undefined || key === '' || merged || declared.has(key) || isPredefined(key)) continue;
        if (node !== undefined && (node.sharedBy !== undefined || seen.has(node))) continue;
        seen.add(node);
        yield { at: keySpan, owner: span, ...about(doc, key, keySpan, declared) };
      }
    }
  },
});

function argsOf({ build }: ServiceBuild): readonly Pair[] {
  return readPairs(build.map?.get('args')).pairs;
}

function about(
  doc: ComposeDocument,
  key: string,
  span: Pair['keySpan'],
  declared: ReadonlySet<string>,
): { message: string; fixes: () => ReturnType<typeof renamed> } {
  const guess = nearest(key, declared);
  return {
    message:
      `The Dockerfile has no ARG ${shown(key)}, so the build does not get this value` +
      (guess === undefined ? '.' : `; did you mean ${shown(guess)}?`),
    fixes: () => (guess === undefined ? [] : renamed(doc, undefined, span, key, guess)),
  };
}
