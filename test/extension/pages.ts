import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { examplesOf, type Example } from '../rules/blocks.js';
import { equal, present, until } from './check.js';
import { actions, closeEditors, diagnosticsOf, idOf, open, write } from './workspace.js';

const root = present(vscode.extensions.getExtension('docker-patterns.docker-patterns'), 'the extension').extensionPath;
const pages = ['dockerfile', 'dockerignore'].flatMap((language) => {
  const folder = join(root, 'docs', 'rules', language);
  return readdirSync(folder).flatMap((name) =>
    name.endsWith('.md') ? { language, rule: basename(name, '.md'), path: join(folder, name) } : [],
  );
});
/** More than any page needs. */
const maxFixes = 20;

suite('The first bad example of each rule page shows its squiggle and its fix', () => {
  teardown(closeEditors);

  suiteTeardown(() => only(undefined));

  for (const { language, rule, path } of pages) {
    test(rule, async () => {
      await only(rule);
      const examples = examplesOf(readFileSync(path, 'utf8'), language);
      // The others are tested without an editor: opening all of them would take a quarter of an hour.
      const bad = examples.find(
        ({ kind, config, shellCheck }) => kind === 'bad' && config === undefined && shellCheck === undefined,
      );
      if (bad === undefined) return;
      await check(rule, bad, `pages/${rule}/0`, language);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }
});

async function check(rule: string, example: Example, place: string, language: string): Promise<void> {
  const document = await show(example, place, language);
  const wanted = example.marks.map(({ line }) => line);
  const own = (): readonly vscode.Diagnostic[] => diagnosticsOf(document).filter((found) => idOf(found) === rule);
  const found = await until(`${rule} in "${example.title}"`, () =>
    own().length === wanted.length ? own() : undefined,
  );
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
    const found = await actions(document, range);
    const fix = found.find(({ title }) => !/^(Ignore|Fix all|Why) ?/.test(title));
    if (fix === undefined) continue;
    const entries = fix.edit?.entries().filter(([, edits]) => edits.length > 0) ?? [];
    if (entries.length > 0) {
      const plain = new vscode.WorkspaceEdit();
      for (const [uri, edits] of entries) {
        if (uri.toString() !== document.uri.toString()) plain.createFile(uri, { ignoreIfExists: true });
        plain.set(uri, edits);
      }
      await vscode.workspace.applyEdit(plain);
      // What is known of other files is what was saved.
      for (const other of vscode.workspace.textDocuments) {
        if (other !== document && other.isDirty && !other.isUntitled) await other.save();
      }
    } else {
      // An edit with placeholders is not among the entries: the editor applies it, as it does for a person.
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(range.start, range.start);
      await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
    }
    await until('one finding less', () => (own().length < before.length ? true : undefined));
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
 * Where a page says nothing of the files around, all of them are unknown: so it is for a document without a file. An
 * ignore file is known by its name alone.
 */
async function show({ text, files, path }: Example, place: string, language: string): Promise<vscode.TextDocument> {
  if (files === undefined && language === 'dockerfile') {
    const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: text });
    await vscode.window.showTextDocument(document);
    return document;
  }
  for (const [name, content] of files ?? []) await write(`${place}/${name}`, content);
  return open(`${place}/${path}`, text);
}
