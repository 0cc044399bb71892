import { parsePlatform } from '../../engine/dockerfile/model/platform.js';
import { onlyPlatform } from '../../engine/images/platform.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'base-image-platform-mismatch',
  language: 'dockerfile',
  title: 'Ask an image for a platform that it has',
  severity: 'warning',
  profile: 'all',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/build/building/multi-platform/',
  tags: ['platform', 'base-image'],
  equivalents: { buildkit: ['InvalidBaseImagePlatform'] },
  differs: {
    InvalidBaseImagePlatform:
      'Docker compares what it pulled; here only the names of image and platform are compared, so many mismatches are seen by the build alone.',
  },
  fixes: [],

  *check(doc) {
    for (const { platform: flag, base, from } of doc.stages) {
      if (flag?.value === undefined || base.kind !== 'image') continue;
      const { value, known } = doc.expand(flag.value, from);
      const wanted = known ? parsePlatform(value) : undefined;
      const only = wanted && onlyPlatform(base.image);
      if (wanted === undefined || only === undefined) continue;
      const system = differ(wanted.os, only.os) ? only.os : undefined;
      const processor = differ(wanted.architecture, only.architecture) ? only.architecture : undefined;
      const has = system === 'windows' ? 'Windows' : system === 'linux' ? 'Linux' : processor;
      if (has === undefined) continue;
      yield {
        at: flag.value.span,
        message: `${base.image.familiar}${base.image.tag === undefined ? '' : `:${base.image.tag}`} exists for ${has} only, so the build cannot get it for ${shown(value)}.`,
      };
    }
  },
});

function differ(wanted: string | undefined, has: string | undefined): boolean {
  return wanted !== undefined && has !== undefined && wanted !== has;
}
