import { filesIn } from '../../engine/compose/forms/names.js';
import { readBuild } from '../../engine/compose/forms/service.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'absolute-build-context',
  language: 'compose',
  title: 'Write paths from the folder of the file',
  severity: 'info',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/build/#context',
  tags: ['paths'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    const seen = new Set<number>();
    for (const service of doc.services.values()) {
      const build = readBuild(service.get('build'));
      const files = filesIn(service.get('env_file')).map(({ path }) => path);
      for (const [what, field] of [
        ['build context', build?.context],
        ['Dockerfile', build?.dockerfile],
        ...files.map((path) => ['env_file', path] as const),
      ] as const) {
        if (field?.value === undefined || !isAbsolute(field.value) || seen.has(field.span.start)) continue;
        seen.add(field.span.start);
        yield {
          at: field.span,
          message: `The ${what} ${shown(field.value)} is a path of this machine only; a path from the folder of the file works everywhere.`,
        };
      }
    }
  },
});

function isAbsolute(path: string): boolean {
  return /^(?:\/|~(?:\/|$)|[A-Za-z]:[\\/])/.test(path) && !path.startsWith('/dev/');
}
