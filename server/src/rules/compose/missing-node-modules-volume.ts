import { appendTo } from '../../engine/compose/edits/insert.js';
import { hidesModules, nodeFacts, sourceMounts } from '../../engine/compose/style/nodeModules.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-node-modules-volume',
  language: 'compose',
  title: 'Keep the node_modules of the image when you mount the source over it',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/guides/nodejs/develop/',
  tags: ['volumes', 'node'],
  equivalents: {},
  fixes: ['unsafe'],

  facts: (doc) => sourceMounts(doc).flatMap(nodeFacts),

  *check(doc, { facts }) {
    const told = new Set<unknown>();
    for (const source of sourceMounts(doc)) {
      const { mount, folder, list } = source;
      // Several services may share one list.
      if (told.has(mount.node) || !hidesModules(source, facts)) continue;
      told.add(mount.node);
      const path = `${folder}/node_modules`;
      yield {
        at: mount.node.span,
        message: `The folder of the host hides ${shown(path)} of the image: the program gets the packages of the host, if there are any.`,
        owner: mount.node.span,
        fixes: (): readonly Fix[] => {
          const edits = appendTo(doc, list, path);
          const title = `Add the volume ${shown(path)}, which up -V renews after a build`;
          return edits === undefined ? [] : [{ title, safety: 'unsafe', edits: () => edits }];
        },
      };
    }
  },
});
