import { removeFlag } from '../../engine/dockerfile/edit/remove.js';
import { parsePlatform } from '../../engine/dockerfile/model/platform.js';
import { onlyPlatform } from '../../engine/images/platform.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'constant-platform-flag',
  language: 'dockerfile',
  title: 'Leave the platform to the build command',
  severity: 'warning',
  profile: 'recommended',
  guide: 'multi-stage-builds',
  link: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',
  tags: ['platform', 'base-image'],
  equivalents: {
    hadolint: ['DL3029'],
    buildkit: ['FromPlatformFlagConstDisallowed'],
    kics: ['Using Platform Flag with FROM Command'],
  },
  differs: {
    DL3029:
      'A variable such as linux/$TARGETARCH, and a stage whose name tells its platform (build-arm64), are fine here: both are made for builds of several platforms.',
    'Using Platform Flag with FROM Command':
      'Only a platform that can never change is reported; $BUILDPLATFORM is how cross-compiling stages are meant to be written.',
  },
  fixes: ['unsafe', 'safe'],

  *check(doc) {
    for (const { platform: flag, name = '', base } of doc.stages) {
      const word = flag?.value;
      if (flag === undefined || word === undefined || word.variables.length > 0) continue;
      const platform = parsePlatform(word.value);
      if (platform === undefined) continue;
      const { os = 'linux', architecture } = platform;
      if (name.includes(os) || (architecture !== undefined && name.includes(architecture))) continue;
      const text = shown(word.value);
      // The platform of a stage of the file counts for those built from it (dockerfile2llb/convert.go, init).
      const ignored = base.kind === 'stage';
      const special = os !== 'linux' || (base.kind === 'image' && onlyPlatform(base.image)?.architecture !== undefined);
      const effect = ignored ? 'Docker ignores it here' : 'the image is then for the platform that the build asks for';
      const fix: Fix = {
        title: `Delete --platform=${text} (${effect})`,
        safety: ignored ? 'safe' : 'unsafe',
        edits: () => [removeFlag(doc, flag)],
      };
      yield {
        at: flag.span,
        message: ignored
          ? `Docker ignores this platform: a stage that is built from another one of the file has the platform of that one.`
          : `This stage is for ${text} whatever platform the build asks for, so other machines can only emulate the image; choose with docker build --platform instead.`,
        fixes: special && !ignored ? [] : [fix],
      };
    }
  },
});
