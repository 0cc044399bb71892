import { detectLanguage, languageOfName } from '../engine/language.js';
import { isTemplate } from '../engine/template.js';
import type { Plan } from './apply.js';
import type { DiffPrinter } from './diffs.js';
import { diffPrinter } from './diffs.js';
import type { FoundFile } from './find.js';
import { findFiles } from './find.js';
import { absolute, slashes } from './paths.js';
import { Progress } from './progress.js';
import type { ReadText } from './read.js';
import { encodingNotes, isUtf16, readText } from './read.js';
import type { Checked, Session, Subject } from './session.js';

/** Parts that are loaded only where fixes are wanted. */
interface Tools {
  readonly applier: typeof import('./apply.js') | undefined;
  readonly printer: DiffPrinter | undefined;
}

/** Lints, and where asked fixes, the files that the paths of a call name; they are reported in order of their paths. */
export async function lintFiles(session: Session): Promise<void> {
  const { args, io } = session;
  const paths = args.paths.length === 0 ? ['.'] : args.paths;
  const { files, problems } = await findFiles(paths, io.cwd, (path) => session.isCompose(path));
  for (const { path, message, fatal } of problems) session.notice('file', absolute(path, io.cwd), message, fatal);
  if (files.length === 0 && problems.length === 0) {
    const place = paths.map((path) => absolute(path, io.cwd))[0] ?? io.cwd;
    session.notice('file', place, 'holds no Dockerfile, Compose file or .dockerignore', false);
  }
  const tools: Tools = {
    applier: args.fix === undefined ? undefined : await import('./apply.js'),
    printer: args.diff ? await diffPrinter(io) : undefined,
  };
  const progress = new Progress(io.stderr, files.length);
  for (const file of files) {
    progress.step();
    await lintFile(session, file, tools);
  }
  progress.end();
}

async function lintFile(session: Session, file: FoundFile, tools: Tools): Promise<void> {
  const { path } = file;
  const read = readText(path);
  if ('failure' in read) {
    session.notice('file', path, read.failure, true);
    return;
  }
  const isCompose = session.isCompose(path);
  const language = detectLanguage({ name: slashes(path), text: read.text, isCompose });
  if (language === undefined) {
    const named = isCompose ? 'compose' : languageOfName(slashes(path));
    const why =
      named !== undefined && isTemplate(named, read.text)
        ? 'is a template; it was not linted'
        : 'is no Dockerfile, Compose file or .dockerignore';
    if (file.explicit) session.notice('file', path, why, false);
    return;
  }
  if (isUtf16(read.bytes)) {
    session.notice('file', path, encodingNotes.utf16, true);
    return;
  }
  if (!read.valid) {
    const fixes = session.args.fix !== undefined;
    session.notice('file', path, fixes ? encodingNotes.kept : encodingNotes.checked, fixes);
  }
  const subject: Subject = { path, language, text: read.text, onDisk: true };
  const checked = await session.check(subject);
  if (checked.config.excluded && file.explicit) {
    session.notice('file', path, 'is left out by "exclude" in its configuration', false);
  }
  const plan = read.valid ? repair(session, subject, read, checked, tools) : undefined;
  if (plan === undefined) {
    session.report(subject, checked);
    return;
  }
  const fixed = { ...subject, text: plan.text };
  session.report(fixed, await session.check(fixed), plan.applied);
}

/** Fixes a file, or shows how, as the call wants; undefined when the file is as it was. */
function repair(
  session: Session,
  subject: Subject,
  read: ReadText,
  { options, report }: Checked,
  { applier, printer }: Tools,
): Plan | undefined {
  const safety = session.args.fix;
  if (safety === undefined || applier === undefined || report.findings.length === 0) return undefined;
  const place = { path: subject.path, root: session.root(subject.path) };
  const plan = applier.planFixes(session.linter, subject, { ...options, safety }, place);
  if ('failure' in plan) {
    session.notice('file', plan.path, plan.failure, true);
    return undefined;
  }
  if (printer !== undefined) {
    printer(subject, read, plan);
    return undefined;
  }
  if (plan.applied.length === 0) return undefined;
  const refusal = applier.writePlan(plan, read, place);
  session.filesChanged();
  if (refusal === undefined) return plan;
  session.notice('file', refusal.path, refusal.failure, true);
  return undefined;
}
