import { resolve, sep } from 'node:path';
import { detectLanguage, languageOfName } from '../engine/language.js';
import { diffPrinter } from './diffs.js';
import { UsageError } from './io.js';
import { decode, encodingHint, original } from './read.js';
import type { Session, Subject } from './session.js';

/**
 * Lints the text on standard input under a name; nothing is known of files around it. With fixes, the fixed text
 * goes to standard output, unchanged where it could not be fixed. Throws a UsageError for a name that is not ours.
 */
export async function lintStdin(session: Session, filename: string): Promise<void> {
  const { args, io } = session;
  const name = filename.replaceAll(sep, '/');
  const read = decode(await io.stdin());
  const path = resolve(io.cwd, filename);
  const prints = args.fix !== undefined && !args.diff;
  const language = detectLanguage({ name, text: read.text });
  if (language === undefined) {
    if (languageOfName(name) === undefined) {
      throw new UsageError(`"${filename}" names no Dockerfile, Compose file or .dockerignore.`, 'lint');
    }
    session.notice('file', path, 'is a template; it was not linted', false);
    if (prints) io.stdout.write(original(read));
    return;
  }
  const subject: Subject = { path, language, text: read.text, onDisk: false };
  if (!read.valid) session.notice('file', path, encodingHint(read.bytes), args.fix !== undefined);
  const { config, options, report } = session.check(subject);
  if (args.fix === undefined || !read.valid) return session.report(subject, config, report);
  const { planFixes } = await import('./apply.js');
  const plan = planFixes(session.linter, subject, { ...options, safety: args.fix }, { path, root: session.root(path) });
  if ('failure' in plan) {
    session.notice('file', plan.path, plan.failure, true);
    if (prints) io.stdout.write(original(read));
    return session.report(subject, config, report);
  }
  if (args.diff) {
    (await diffPrinter(io))(subject, read, plan);
    return session.report(subject, config, report);
  }
  io.stdout.write(`${read.bom ? '\uFEFF' : ''}${plan.text}`);
  const fixed = { ...subject, text: plan.text };
  session.report(fixed, config, session.check(fixed).report, plan.applied);
}
