import { changed, fromSnippet, withCommand } from './snippet.js';
import { backingsOf } from './text.js';
import type { Detector, ProjectFiles } from './types.js';

const newest = '3.14';

/** Projects with requirements.txt, pyproject.toml or a Pipfile. */
export const python: Detector = {
  reads: [/^requirements\.txt$/, /^pyproject\.toml$/, /^\.python-version$/, /^manage\.py$/],
  detect(files) {
    const requirements = files.has('requirements.txt');
    const project = files.has('pyproject.toml');
    if (!requirements && !project) return undefined;
    const packages = packagesOf(files);
    const version = versionOf(files);
    const tool = files.has('uv.lock') ? uv : files.has('poetry.lock') ? poetry : pip;
    const { name, start } = startOf(files, packages);
    const serves = name !== 'Python';
    return {
      title: `${name} project (${tool.name}, Python ${version})`,
      dockerfile: withCommand(
        changed(tool.text(`${version}-slim`, requirements), serves ? undefined : ['EXPOSE 8000\n', '']),
        start,
      ),
      port: serves ? 8000 : undefined,
      backings: backingsOf(packages),
      made: ['.venv/', '__pycache__/', '.pytest_cache/'],
    };
  },
};

interface PythonTool {
  readonly name: string;
  /** The Dockerfile on this tag of the image, for a project with or without a requirements.txt. */
  readonly text: (tag: string, requirements: boolean) => string;
}

const pip: PythonTool = {
  name: 'pip',
  text: (tag, requirements) =>
    changed(
      fromSnippet('python', { 1: tag }),
      requirements ? undefined : ['COPY requirements.txt .', 'COPY . .'],
      requirements ? undefined : ['-r requirements.txt', '.'],
    ),
};

const uv: PythonTool = { name: 'uv', text: (tag) => fromSnippet('python-uv', { 1: tag }) };

const poetry: PythonTool = { name: 'Poetry', text: (tag) => fromSnippet('python-poetry', { 1: tag }) };

function packagesOf(files: ProjectFiles): readonly string[] {
  const listed = (files.read('requirements.txt') ?? '').split('\n').map((line) => /^[\w.-]+/.exec(line.trim())?.[0]);
  const quoted = (files.read('pyproject.toml') ?? '').matchAll(/^\s*"([\w.-]+)[^"]*",?|^([\w.-]+)\s*=\s*["{]/gm);
  return [...listed, ...[...quoted].map(([, one, other]) => one ?? other)].filter((name) => name !== undefined);
}

function versionOf(files: ProjectFiles): string {
  const asked = files.read('.python-version') ?? '';
  const [, minor] = /^\s*3\.(\d+)/.exec(asked) ?? [];
  return minor !== undefined && Number(minor) >= 10 && Number(minor) <= 14 ? `3.${minor}` : newest;
}

function startOf(
  files: ProjectFiles,
  packages: readonly string[],
): { readonly name: string; readonly start: readonly string[] } {
  const uses = (name: string): boolean => packages.some((each) => each.toLowerCase() === name);
  const script = ['main.py', 'app.py', 'server.py'].find((name) => files.has(name)) ?? 'main.py';
  const module = script.replace(/\.py$/, '');
  if (files.has('manage.py')) {
    const settings = /['"]([\w]+)\.settings['"]/.exec(files.read('manage.py') ?? '')?.[1] ?? 'project';
    const served = uses('gunicorn') ? ['gunicorn', '--bind', '0.0.0.0:8000', `${settings}.wsgi`] : undefined;
    return { name: 'Django', start: served ?? ['python', 'manage.py', 'runserver', '0.0.0.0:8000'] };
  }
  if (uses('fastapi') || uses('uvicorn')) {
    return { name: 'FastAPI', start: ['uvicorn', `${module}:app`, '--host', '0.0.0.0', '--port', '8000'] };
  }
  if (uses('flask')) {
    const served = uses('gunicorn') ? ['gunicorn', '--bind', '0.0.0.0:8000', `${module}:app`] : undefined;
    return { name: 'Flask', start: served ?? ['flask', '--app', module, 'run', '--host', '0.0.0.0', '--port', '8000'] };
  }
  return { name: 'Python', start: ['python', script] };
}
