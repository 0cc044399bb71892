import { insertOption } from '../../engine/dockerfile/edit/options.js';
import { defineRule } from '../../engine/rule.js';
import { hasFlag } from '../../engine/shell/options.js';

const valued = ['-O', '-P', '-e', '-t', '-T', '-U', '-i', '-B', '--header', '--post-data'];

export default defineRule({
  id: 'wget-progress-output',
  language: 'dockerfile',
  title: 'Keep the progress bar of wget out of the build log',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.gnu.org/software/wget/manual/wget.html#Download-Options',
  tags: ['log'],
  equivalents: { hadolint: ['DL3047'] },
  fixes: ['safe'],
  differs: { DL3047: 'Silent where wget is the one of BusyBox, which has no such option.' },

  *check(doc) {
    for (const run of doc.runsOf('wget')) {
      if (
        run.args.length === 0 ||
        hasFlag(
          run,
          {
            short: 'qoa',
            long: ['progress', 'quiet', 'output-file', 'append-output', 'no-verbose', 'nv', 'version', 'help'],
          },
          valued,
        )
      )
        continue;
      if (run.args.some(({ value }) => value.startsWith('-nv'))) continue;
      const stage = doc.stageOf(run.command.instruction);
      const busybox = stage?.known?.family === 'alpine' || stage?.known?.family === 'busybox';
      if (busybox && !doc.runsOf('apk').some(({ args }) => args.some(({ value }) => /^wget\b/.test(value)))) continue;
      const [word] = run.words;
      if (word === undefined) continue;
      const edit = insertOption(run.command, word, '--progress=dot:giga');
      yield {
        at: word.span,
        message: 'The progress bar fills the build log with thousands of lines.',
        fixes: edit === undefined ? [] : [{ title: 'Add --progress=dot:giga', safety: 'safe', edits: () => [edit] }],
      };
    }
  },
});
