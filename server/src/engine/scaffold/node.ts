import type { NodeTool } from './nodeTools.js';
import { nodeTool } from './nodeTools.js';
import { changed, fromSnippet, withCommand, withoutStage } from './snippet.js';
import { backingsOf, field, parseJson, textOf } from './text.js';
import type { Detector, ProjectFiles } from './types.js';

const newest = '24';
const supported: readonly string[] = ['20', '22', '24', '26'];

/** What the sources of a framework become: files for a web server, or a program of its own. */
interface Framework {
  readonly name: string;
  readonly package: RegExp;
  /** Folder of the finished files; the program is started by `start`, or the files are served as they are. */
  readonly output: string;
  readonly start?: readonly string[];
  readonly port: number;
}

const frameworks: readonly Framework[] = [
  { name: 'Next.js', package: /^next$/, output: '.next', start: ['node_modules/.bin/next', 'start'], port: 3000 },
  { name: 'Nuxt', package: /^nuxt$/, output: '.output', start: ['.output/server/index.mjs'], port: 3000 },
  { name: 'NestJS', package: /^@nestjs\/core$/, output: 'dist', start: ['dist/main.js'], port: 3000 },
  { name: 'SvelteKit', package: /^@sveltejs\/adapter-node$/, output: 'build', start: ['build/index.js'], port: 3000 },
  { name: 'Create React App', package: /^react-scripts$/, output: 'build', port: 8080 },
  { name: 'Vite', package: /^vite$/, output: 'dist', port: 8080 },
];

const servers = /^(?:express|fastify|koa|hono|@hapi\/hapi|@hono\/node-server)$/;

/** Projects with a package.json. */
export const node: Detector = {
  reads: [/^package\.json$/, /^next\.config\.\w+$/, /^\.(?:nvmrc|node-version)$/],
  detect(files) {
    const manifest = parseJson(files.read('package.json'));
    if (typeof manifest !== 'object') return undefined;
    const dependencies = [...Object.keys(field(manifest, 'dependencies') ?? {})];
    const all = [...dependencies, ...Object.keys(field(manifest, 'devDependencies') ?? {})];
    const tool = nodeTool(files);
    const major = majorOf(files, manifest);
    // A server of its own is not a site that a bundler makes.
    const isServer = dependencies.some((name) => servers.test(name));
    const framework = frameworks.find(
      (each) => all.some((name) => each.package.test(name)) && (!isServer || each.start),
    );
    const name = framework?.name ?? (tool.name === 'Bun' ? 'Bun' : 'Node.js');
    const project = { files, manifest, tool, major, framework };
    return {
      title: `${name} project (${tool.name === 'Bun' ? 'Bun' : `${tool.name}, Node ${major}`})`,
      dockerfile:
        framework !== undefined && framework.start === undefined ? site(project, framework) : program(project),
      port: framework?.port ?? 3000,
      backings: backingsOf(dependencies),
      made: ['node_modules/', ...(framework === undefined ? ['dist/'] : [`${framework.output}/`]), 'coverage/'],
    };
  },
};

interface NodeProject {
  readonly files: ProjectFiles;
  readonly manifest: unknown;
  readonly tool: NodeTool;
  readonly major: string;
  readonly framework: Framework | undefined;
}

function majorOf(files: ProjectFiles, manifest: unknown): string {
  const asked = [files.read('.nvmrc'), files.read('.node-version'), textOf(field(manifest, 'engines'), 'node')].find(
    (text) => text !== undefined,
  );
  const exact = /^\s*[v^~=]?(\d+)(?:\.[\dx*.]+)?\s*$/.exec(asked ?? '')?.[1];
  return exact !== undefined && supported.includes(exact) ? exact : newest;
}

function program(project: NodeProject): string {
  const { files, manifest, major, framework } = project;
  const standalone = framework?.name === 'Next.js' && isStandalone(files);
  const copyPublic = 'COPY --from=build /app/public ./public\n';
  let text: string;
  if (standalone) {
    text = changed(fromSnippet('nextjs', { 1: `${major}-slim` }), files.has('public/') ? undefined : [copyPublic, '']);
  } else {
    const output = framework?.output ?? 'dist';
    const copyOutput = `COPY --from=build /app/${output} ./${output}\n`;
    text = fromSnippet('node', { 1: `${major}-slim`, 3: output });
    if (textOf(field(manifest, 'scripts'), 'build') === undefined) {
      text = changed(withoutStage(text, 'build'), [copyOutput, 'COPY . .\n']);
    } else if (framework?.name === 'Nuxt') {
      // Its output has all that it needs.
      text = changed(withoutStage(text, 'deps'), ['COPY --from=deps /app/node_modules ./node_modules\n', '']);
    } else if (framework?.name === 'Next.js' && files.has('public/')) {
      text = changed(text, [copyOutput, `${copyOutput}${copyPublic}`]);
    }
  }
  return withCommand(withTool(text, project), startOf(project, standalone));
}

/** A Dockerfile for npm, written for the package manager of the project. */
function withTool(dockerfile: string, { tool, major }: NodeProject): string {
  return changed(
    dockerfile,
    ['npm ci --omit=dev', tool.installProduction],
    ['npm ci', tool.install],
    ['npm run build', tool.run('build')],
    ['/root/.npm', tool.cache],
    [`node:${major}-slim`, tool.image(major)],
    ['node:node', `${tool.user}:${tool.user}`],
    ['USER node', `USER ${tool.user}`],
    tool.setup === undefined ? undefined : ['WORKDIR /app\n', `WORKDIR /app\n${tool.setup}\n`],
    ['COPY package.json package-lock.json ./', copyManifests(tool)],
  );
}

function copyManifests(tool: NodeTool): string {
  const folders = tool.files.filter((name) => name.endsWith('/'));
  const plain = tool.files.filter((name) => !name.endsWith('/'));
  return [`COPY ${['package.json', ...plain].join(' ')} ./`, ...folders.map((name) => `COPY ${name} ./${name}`)].join(
    '\n',
  );
}

function isStandalone({ entries, read }: ProjectFiles): boolean {
  return entries.some(
    (name) => name.startsWith('next.config.') && /output:\s*['"]standalone['"]/.test(read(name) ?? ''),
  );
}

/** The program itself and no package manager, which would not hand on the signal to stop. */
function startOf({ files, manifest, tool, framework }: NodeProject, standalone: boolean): readonly string[] {
  if (standalone) return [tool.runtime, 'server.js'];
  if (framework?.start !== undefined) {
    const [first = ''] = framework.start;
    return /\.m?js$/.test(first) ? [tool.runtime, ...framework.start] : framework.start;
  }
  const started = /^(?:node|bun(?: run)?)\s+([\w./-]+)$/.exec(
    textOf(field(manifest, 'scripts'), 'start')?.trim() ?? '',
  )?.[1];
  const main = started ?? textOf(manifest, 'main');
  if (main !== undefined) return [tool.runtime, main];
  return [tool.runtime, ['server.js', 'index.js', 'app.js'].find((name) => files.has(name)) ?? 'dist/index.js'];
}

/** Built files behind a web server that runs as an ordinary user. */
function site(project: NodeProject, { output }: Framework): string {
  return withTool(fromSnippet('static', { 1: `${project.major}-slim`, 4: output }), project);
}
