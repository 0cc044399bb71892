import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { examplesOf, type Example } from '../rules/blocks.js';
import { equal, present } from './check.js';
import {
  actions,
  closeEditors,
  diagnosticsOf,
  findings,
  folder,
  idOf,
  open,
  openFile,
  removeFolder,
  write,
} from './workspace.js';

const root = present(vscode.extensions.getExtension('docker-patterns.docker-patterns'), 'the extension').extensionPath;
const languages = ['dockerfile', 'compose', 'dockerignore'] as const;
const pages = languages.flatMap((language) => {
  const folder = join(root, 'docs', 'rules', language);
  return readdirSync(folder).flatMap((name) =>
    name.endsWith('.md') ? { language, rule: basename(name, '.md'), path: join(folder, name) } : [],
  );
});
const outside = mkdtempSync(join(tmpdir(), 'docker-patterns-pages-'));
/** More than any page needs. */
const maxFixes = 20;

suite('Every bad example of the rule pages shows its squiggle and its fix', () => {
  teardown(closeEditors);

  suiteSetup(async function () {
    this.timeout(180_000);
    const places = pages.flatMap((page) =>
      badOf(page).flatMap(({ files }, index) => (files === undefined ? [] : [`pages/${page.rule}/${index}`])),
    );
    // At once, because each takes a moment.
    await Promise.all(places.map(folder));
  });

  suiteTeardown(async () => {
    await only(undefined);
    rmSync(outside, { recursive: true, force: true });
  });

  for (const page of pages) {
    const { rule } = page;
    test(rule, async () => {
      await only(rule);
      for (const [index, example] of badOf(page).entries()) {
        await check(rule, example, `pages/${rule}/${index}`);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        // The next example must not find the projects of this one.
        if (example.files !== undefined && holdsProject(example.path, example.files))
          await removeFolder(`pages/${rule}/${index}`);
      }
    });
  }
});

function badOf({ language, path }: (typeof pages)[number]): readonly Example[] {
  const page = readFileSync(path, 'utf8');
  const examples = examplesOf(
    page,
    ...languages.filter((each) => each === language || page.includes(`\n\`\`\`${each} `)),
  );
  return examples.filter(
    ({ kind, config, shellCheck }) => kind === 'bad' && config === undefined && shellCheck === undefined,
  );
}

function holdsProject(path: string, files: ReadonlyMap<string, string>): boolean {
  return [path, ...files.keys()].some((name) => /compose[^/]*\.ya?ml$/.test(name));
}

async function check(rule: string, example: Example, place: string): Promise<void> {
  const document = await show(example, place);
  const wanted = example.marks.map(({ line }) => line);
  const own = (): readonly vscode.Diagnostic[] => diagnosticsOf(document).filter((found) => idOf(found) === rule);
  await findings(`${rule} in "${example.title}"`, document, () => own().length === wanted.length);
  const found = own();
  equal(found.map(({ range }) => range.start.line).sort(), [...wanted].sort(), `lines of "${example.title}"`);
  for (const { start, line } of example.marks) {
    // Carets from the third column on may also mean the columns that `# ` hides.
    if (start > 2)
      equal(
        found.some(({ range }) => range.start.isEqual(new vscode.Position(line, start))),
        true,
        `column ${start} of "${example.title}"`,
      );
  }
  const fixed = example.fixed[0];
  if (fixed === undefined) return;
  for (let i = 0; i < maxFixes && (await applyFirstFix(document, own)); i++);
  equal(document.getText(), fixed.text, `fixed text of "${example.title}"`);
}

/** Applies the best fix of the first finding that has one, without the question that an unsafe fix asks. */
async function applyFirstFix(document: vscode.TextDocument, own: () => readonly vscode.Diagnostic[]): Promise<boolean> {
  const before = [...own()].sort((a, b) => a.range.start.compareTo(b.range.start));
  for (const { range } of before) {
    const found = await actions(document, range, 1);
    // What a person asks for, such as hardening a service, is no fix of the finding.
    const fixes = found.filter(({ kind }) => kind !== undefined && vscode.CodeActionKind.QuickFix.contains(kind));
    const fix = fixes.find(({ title }) => !/^(Ignore|Fix all|Why) ?/.test(title));
    if (fix === undefined) continue;
    const edit = present(fix.edit, `the edit of "${fix.title}"`);
    const entries = edit.entries().filter(([, edits]) => edits.length > 0);
    const plain = new vscode.WorkspaceEdit();
    for (const [uri, edits] of entries) {
      if (uri.toString() !== document.uri.toString()) plain.createFile(uri, { ignoreIfExists: true });
      plain.set(uri, edits);
    }
    // Edits with placeholders are not among the entries and ask nothing. The command that applies the first action of a
    // place is of no use: it ends before it did so, and gives up where the answer comes late after a move of the cursor.
    const applied = await vscode.workspace.applyEdit(entries.length > 0 ? plain : edit);
    equal(applied, true, `"${fix.title}" is applied`);
    // What is known of other files is what was saved.
    for (const other of vscode.workspace.textDocuments) {
      if (other === document || !other.isDirty || other.isUntitled) continue;
      equal(await other.save(), true, `${other.uri.path} is saved`);
    }
    await findings('one finding less', document, () => own().length < before.length);
    return true;
  }
  return false;
}

/** Leaves one rule on, so that every fix is its own. Rules about comments need the rules that the comments name. */
async function only(rule: string | undefined): Promise<void> {
  const others = pages.map((page) => page.rule).filter((other) => other !== rule);
  const alone = rule !== undefined && !/suppress/.test(rule);
  // Its own setting turns on what is off by default.
  const off = alone ? Object.fromEntries(others.map((other) => [other, 'off'])) : {};
  const wishes = rule === undefined ? undefined : { ...off, [rule]: 'warning' };
  const target = vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('dockerPatterns').update('rules', wishes, target);
}

/**
 * Where a page says nothing of the files around, all of them are unknown: so it is outside the folder of the window. Each
 * example has a place of its own: a document without a file would get the name of the one that was just closed, and with
 * it, for a moment or for ever, its findings.
 */
async function show({ text, files, path }: Example, place: string): Promise<vscode.TextDocument> {
  if (files !== undefined) {
    for (const [name, content] of files) await write(`${place}/${name}`, content);
    return open(`${place}/${path}`, text);
  }
  const file = join(outside, place, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return openFile(vscode.Uri.file(file));
}
