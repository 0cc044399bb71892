import { insertOption } from '../../engine/dockerfile/edit/options.js';
import { defineRule } from '../../engine/rule.js';
import { flagValue, hasFlag } from '../../engine/shell/options.js';

const valued = ['-b', '-c', '-d', '-e', '-f', '-g', '-G', '-K', '-k', '-p', '-s', '-u', '-Z'].concat(
  ['base-dir', 'comment', 'home-dir', 'home', 'expiredate', 'inactive', 'gid', 'groups', 'key', 'skel', 'password'].map(
    (name) => `--${name}`,
  ),
  ['--root', '--prefix', '--shell', '--uid', '--selinux-user'],
);
/** From here on the file that useradd writes for the log of logins grows beyond what an image should carry. */
const large = 100_000;

export default defineRule({
  id: 'useradd-large-uid',
  language: 'dockerfile',
  title: 'Add users with large ids without the login logs',
  severity: 'warning',
  profile: 'recommended',
  guide: 'run-as-non-root#adding-a-user',
  link: 'https://docs.docker.com/build/building/best-practices/#user',
  tags: ['size', 'user'],
  equivalents: { hadolint: ['DL3046'] },
  fixes: ['safe'],

  *check(doc) {
    for (const run of doc.runsOf('useradd')) {
      const uid = flagValue(run, { short: 'u', long: ['uid'] }, valued);
      if (uid?.valueWord === undefined || Number(uid.value) < large || !/^\d+$/.test(uid.value ?? '')) continue;
      if (hasFlag(run, { short: 'l', long: ['no-log-init'] }, valued)) continue;
      const [word] = run.words;
      const edit = word === undefined ? undefined : insertOption(run.command, word, '--no-log-init');
      yield {
        at: uid.valueWord.span,
        message: 'With so large an id, useradd fills the logs of logins with gigabytes of nothing.',
        fixes: edit === undefined ? [] : [{ title: 'Add --no-log-init', safety: 'safe', edits: () => [edit] }],
      };
    }
  },
});
