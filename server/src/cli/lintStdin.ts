import { detectLanguage, languageOfName } from '../engine/language.js';
import type { Plan } from './apply.js';
import { diffPrinter } from './diffs.js';
import { UsageError } from './io.js';
import { absolute, slashes } from './paths.js';
import { decode, encodingNotes, isUtf16, original } from './read.js';
import type { Checked, Session, Subject } from './session.js';

/**
 * Lints the text on standard input under a name; nothing is known of files around it. With fixes, the fixed text
 * goes to standard output, unchanged where it could not be fixed. Throws a UsageError for a name that is not ours.
 */
export async function lintStdin(session: Session, filename: string): Promise<void> {
  const { args, io } = session;
  const name = slashes(filename);
  const read = decode(await io.stdin());
  const path = absolute(filename, io.cwd);
  const prints = args.fix !== undefined && !args.diff;
  const isCompose = session.isCompose(path);
  const language = detectLanguage({ name, text: read.text, isCompose });
  if (language === undefined) {
    if (!isCompose && languageOfName(name) === undefined) {
      throw new UsageError(`"${filename}" names no Dockerfile, Compose file or .dockerignore.`, 'lint');
    }
    session.notice('file', path, 'is a template; it was not linted', false);
    if (prints) io.stdout.write(original(read));
    return;
  }
  const subject: Subject = { path, language, text: read.text, onDisk: false };
  if (isUtf16(read.bytes)) {
    session.notice('file', path, encodingNotes.utf16, true);
    return;
  }
  const fixes = args.fix !== undefined;
  if (!read.valid) session.notice('file', path, fixes ? encodingNotes.kept : encodingNotes.checked, fixes);
  const checked = await session.check(subject);
  const plan = args.fix === undefined || !read.valid ? undefined : await planFor(session, subject, args.fix, checked);
  if (plan === undefined) {
    if (prints && read.valid) io.stdout.write(original(read));
    session.report(subject, checked);
    return;
  }
  if (args.diff) {
    (await diffPrinter(io))(subject, read, plan);
    session.report(subject, checked);
    return;
  }
  io.stdout.write(original({ ...read, text: plan.text }));
  const fixed = { ...subject, text: plan.text };
  session.report(fixed, await session.check(fixed), plan.applied);
}

/** The fixes of a text; none where one of them would have to write another file, too. */
async function planFor(
  session: Session,
  subject: Subject,
  safety: 'safe' | 'unsafe',
  { options }: Checked,
): Promise<Plan | undefined> {
  const { planFixes } = await import('./apply.js');
  const place = { path: subject.path, root: session.root(subject.path) };
  const plan = planFixes(session.linter, subject, { ...options, safety }, place);
  if ('failure' in plan) {
    session.notice('file', plan.path, plan.failure, true);
    return undefined;
  }
  const [other] = plan.others;
  if (other === undefined) return plan;
  session.notice('file', other.path, 'would have to be written, too; fix the file itself', true);
  return undefined;
}
