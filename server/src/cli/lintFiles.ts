import { resolve, sep } from 'node:path';
import { detectLanguage, languageOfName } from '../engine/language.js';
import type { DiffPrinter } from './diffs.js';
import { diffPrinter } from './diffs.js';
import type { FoundFile } from './find.js';
import { findFiles } from './find.js';
import { Progress } from './progress.js';
import { encodingHint, readText } from './read.js';
import type { Session, Subject } from './session.js';

type Applier = typeof import('./apply.js');

/** Lints, and where asked fixes, the files that the paths of a call name; they are reported in order of their paths. */
export async function lintFiles(session: Session): Promise<void> {
  const { args, io } = session;
  const paths = args.paths.length === 0 ? ['.'] : args.paths;
  const { files, problems } = await findFiles(paths, io.cwd);
  for (const { path, message, fatal } of problems) session.notice('file', resolve(io.cwd, path), message, fatal);
  if (files.length === 0 && problems.length === 0) {
    const place = paths.map((path) => resolve(io.cwd, path))[0] ?? io.cwd;
    session.notice('file', place, 'holds no Dockerfile, Compose file or .dockerignore', false);
  }
  const applier = args.fix === undefined ? undefined : await import('./apply.js');
  const printer = args.diff ? await diffPrinter(io) : undefined;
  const progress = new Progress(io.stderr, files.length);
  for (const file of files) {
    progress.step();
    lintFile(session, file, applier, printer);
  }
  progress.end();
}

function lintFile(
  session: Session,
  file: FoundFile,
  applier: Applier | undefined,
  printer: DiffPrinter | undefined,
): void {
  const { path } = file;
  const read = readText(path);
  if ('failure' in read) return session.notice('file', path, read.failure, true);
  const language = detectLanguage({ name: path.replaceAll(sep, '/'), text: read.text });
  if (language === undefined) {
    const template = languageOfName(path.replaceAll(sep, '/')) !== undefined;
    const why = template ? 'is a template; it was not linted' : 'is no Dockerfile, Compose file or .dockerignore';
    if (file.explicit) session.notice('file', path, why, false);
    return;
  }
  if (!read.valid) session.notice('file', path, encodingHint(read.bytes), false);
  const subject: Subject = { path, language, text: read.text, onDisk: true };
  const { config, options, report } = session.check(subject);
  if (config.excluded && file.explicit)
    session.notice('file', path, 'is left out by "exclude" in its configuration', false);
  const { fix } = session.args;
  if (fix === undefined || applier === undefined || !read.valid || report.findings.length === 0) {
    return session.report(subject, config, report);
  }
  const place = { path, root: session.root(path) };
  const plan = applier.planFixes(session.linter, subject, { ...options, safety: fix }, place);
  if ('failure' in plan) {
    session.notice('file', plan.path, plan.failure, true);
    return session.report(subject, config, report);
  }
  if (printer !== undefined) {
    printer(subject, read, plan);
    return session.report(subject, config, report);
  }
  if (plan.applied.length === 0) return session.report(subject, config, report);
  const refusal = applier.writePlan(plan, read, place);
  session.filesChanged();
  if (refusal !== undefined) {
    session.notice('file', refusal.path, refusal.failure, true);
    return session.report(subject, config, report);
  }
  const fixed = { ...subject, text: plan.text };
  session.report(fixed, config, session.check(fixed).report, plan.applied);
}
