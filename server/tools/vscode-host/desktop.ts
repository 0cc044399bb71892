import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';

/** Fetches VS Code and resolves to its program. */
export type Download = () => Promise<string>;

export interface DesktopRun {
  /** The extension under development, built. */
  readonly root: string;
  /** An empty folder for the window. */
  readonly workspace: string;
  /** JSON file that the suite writes. */
  readonly results: string;
}

/** Runs the compiled Mocha suite in the VS Code of a desktop; resolves to its exit code, rejects if VS Code fails. */
export async function runOnDesktop(run: DesktopRun, download: Download = downloadAndUnzipVSCode): Promise<number> {
  return await runTests({
    vscodeExecutablePath: await download(),
    extensionDevelopmentPath: run.root,
    extensionTestsPath: join(run.root, 'out', 'test', 'extension', 'index.js'),
    launchArgs: [run.workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    extensionTestsEnv: { TEST_RESULTS: run.results },
  });
}
