import { backingsOf, exec, lines } from './text.js';
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
    const image = `python:${version}-slim`;
    return {
      title: `${name} project (${tool.name}, Python ${version})`,
      dockerfile: `${lines('# syntax=docker/dockerfile:1', `FROM ${image} AS build`)}${tool.build(requirements)}${lines(
        '',
        `FROM ${image}`,
        'ENV PATH="/app/.venv/bin:$PATH" PYTHONUNBUFFERED=1',
        'RUN useradd --system --no-create-home --uid 10001 app',
        'WORKDIR /app',
        'COPY --from=build /app/.venv .venv',
        'COPY . .',
        'USER app',
        name === 'Python' ? undefined : 'EXPOSE 8000',
        `CMD ${exec(start)}`,
      )}`,
      port: name === 'Python' ? undefined : 8000,
      backings: backingsOf(packages),
      made: ['.venv/', '__pycache__/', '.pytest_cache/'],
    };
  },
};

interface PythonTool {
  readonly name: string;
  readonly build: (requirements: boolean) => string;
}

const pip: PythonTool = {
  name: 'pip',
  build: (requirements) =>
    lines(
      'WORKDIR /app',
      'RUN python -m venv .venv',
      'ENV PATH="/app/.venv/bin:$PATH"',
      requirements ? 'COPY requirements.txt .' : 'COPY . .',
      `RUN --mount=type=cache,target=/root/.cache/pip pip install ${requirements ? '-r requirements.txt' : '.'}`,
    ),
};

// docs.astral.sh/uv/guides/integration/docker
const uv: PythonTool = {
  name: 'uv',
  build: () =>
    lines(
      'COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv',
      'ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy',
      'WORKDIR /app',
      'COPY pyproject.toml uv.lock ./',
      'RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev --no-install-project',
    ),
};

const poetry: PythonTool = {
  name: 'Poetry',
  build: () =>
    lines(
      'RUN --mount=type=cache,target=/root/.cache/pip pip install poetry==2.2.1',
      'ENV POETRY_VIRTUALENVS_IN_PROJECT=1',
      'WORKDIR /app',
      'COPY pyproject.toml poetry.lock ./',
      'RUN --mount=type=cache,target=/root/.cache/pypoetry poetry install --only main --no-root',
    ),
};

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
