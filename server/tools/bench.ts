import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defaultConfig } from '../src/engine/config/resolve.js';
import { unknownFacts } from '../src/engine/facts.js';
import { Linter } from '../src/engine/lint.js';
import { rules } from '../src/rules/index.js';
import { measure, summary, type Timing } from './bench/measure.js';
import { sampleDockerfile } from './bench/sample.js';
import { sampleCompose } from './bench/sampleCompose.js';
import { editToFindings, startUp, warmUp, type EditTimes, type Typed } from './bench/server.js';
import { speedOf, speedText } from './conformance/speed.js';

const sizes = [50, 200, 1000, 2000, 5000, 20_000];
const serverEntry = path.resolve('dist/server.js');
const cliEntry = path.resolve('dist/cli.js');
if (!existsSync(serverEntry)) throw new Error('build first: npm run build');

const linter = new Linter(rules);
const config = defaultConfig(rules, 'all');
const options = { config, facts: unknownFacts, date: '2026-11-23' };

const dockerfiles = await rowsOf(sizes, (lines) => ({
  language: 'dockerfile',
  languageId: 'dockerfile',
  name: 'Dockerfile',
  text: sampleDockerfile(lines),
  line: /^WORKDIR/,
}));
const composeFiles = await rowsOf([200, 2000, 20_000], (lines) => ({
  language: 'compose',
  languageId: 'dockercompose',
  name: 'compose.yaml',
  text: sampleCompose(lines),
  line: /^ +(?:target: runtime|container_name:|POSTGRES_DB:|image: )/,
}));

const start = await startUp(serverEntry);
const cli = commandLine();
const beside = await speedOf(
  process.cwd(),
  Array.from({ length: 300 }, (_, index) => sampleDockerfile(10 + (index % 60))),
);
const report = [
  `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench\`: ${os.cpus().length} cores, Node ${process.versions.node}, all rules on; medians in milliseconds, after ${warmUp.runs} runs and ${warmUp.milliseconds / 1000} s to warm up, the server as the extension starts it. The machine was shared: the ratios mean more than the times.`,
  '',
  ...table('Dockerfile, lines', dockerfiles),
  '',
  `- ${growth(dockerfiles)} The medians hide the collection of garbage at 2,000 lines, where one edit of several pays for it, and show it at 20,000, where each does.`,
  `- Server start to the answer of \`initialize\`: ${ms(start.server.median)} ms against ${ms(start.node.median)} ms for bare Node: ${(start.server.median / start.node.median).toFixed(1)} × (goal: at most 2.5).`,
  `- 1,000 files from the command line: ${(cli / 1000).toFixed(2)} s (goal: at most 3 s).`,
  ...('missing' in beside
    ? []
    : [`- From the command line, most of which is the start: ${speedText(beside)}. The corpus is compared below.`]),
  '',
  ...table('Compose file, lines', composeFiles),
  '',
  `- Goals: 200 lines at most 10 ms from an edit to its findings, 2,000 at most 60 ms. ${growth(composeFiles)}`,
  `- Bundles: ${sizesOf('dist')}${vsixSize()}.`,
].join('\n');
console.log(report);
if (process.argv.includes('--write')) {
  const readme = readFileSync('README.md', 'utf8');
  writeFileSync(
    'README.md',
    readme.replace(
      /(<!-- bench:start -->\n)[^]*?(<!-- bench:end -->)/,
      (_, a: string, b: string) => `${a}${report}\n${b}`,
    ),
  );
}

interface Sample extends Typed {
  readonly language: 'dockerfile' | 'compose';
}

interface Rows {
  readonly rows: readonly string[];
  /** By the number of lines asked for. */
  readonly lints: ReadonlyMap<number, Timing>;
  readonly edits: ReadonlyMap<number, Timing>;
}

async function rowsOf(wanted: readonly number[], sampleOf: (lines: number) => Sample): Promise<Rows> {
  // First, so that the client, which is this process, has nothing of the engine's to clear away meanwhile.
  const samples: { readonly lines: number; readonly sample: Sample; readonly edited: EditTimes }[] = [];
  for (const lines of wanted) {
    const sample = sampleOf(lines);
    samples.push({ lines, sample, edited: await editToFindings(serverEntry, sample) });
  }
  const rows: string[] = [];
  const lints = new Map<number, Timing>();
  const edits = new Map<number, Timing>();
  for (const { lines, sample, edited } of samples) {
    const { language, name, text } = sample;
    const { edit, residentMb } = edited;
    const parse = await measure(() => touch(linter.open(language, text, name)));
    // A line more or less in the middle, so that no run sees the very same text twice in a row.
    const middle = text.indexOf('\n', text.length >> 1);
    const other = `${text.slice(0, middle)}\n# edit${text.slice(middle)}`;
    const lint = await measure(
      (round) => linter.lint(linter.open(language, round % 2 === 0 ? text : other, name), options),
      1500,
      warmUp,
    );
    lints.set(lines, lint);
    edits.set(lines, edit);
    const findings = linter.lint(linter.open(language, text, name), options).findings.length;
    const real = text.split('\n').length - 1;
    rows.push(
      `| ${real} | ${ms(parse.median)} | ${ms(lint.median)} | ${ms(edit.median)} | ${findings} | ${residentMb.toFixed(0)} |`,
    );
    console.error(rows.at(-1));
  }
  return { rows, lints, edits };
}

function table(first: string, { rows }: Rows): readonly string[] {
  return [
    `| ${first} | parse | parse and lint | edit to findings, through the server | findings | server memory (MB) |`,
    '|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ];
}

/** How the cost grows with the file. The mean is what an edit costs, with its share of the collection of garbage. */
function growth({ edits, lints }: Rows): string {
  const times = (of: ReadonlyMap<number, Timing>, by: 'mean' | 'median') =>
    ((of.get(20_000)?.[by] ?? 0) / (of.get(2000)?.[by] ?? 1)).toFixed(1);
  return `20,000 lines cost ${times(edits, 'mean')} × 2,000 lines through the server and ${times(lints, 'mean')} × in the engine alone, on average (goal: at most 12); by the medians ${times(edits, 'median')} × and ${times(lints, 'median')} ×.`;
}

function touch(doc: ReturnType<Linter['open']>): number {
  if (doc.language === 'dockerfile') return doc.syntax.instructions.length;
  return doc.language === 'compose' ? doc.services.size : 0;
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

/** Median milliseconds of linting a folder of 1,000 files in a process of its own. */
function commandLine(): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'docker-patterns-bench-'));
  for (let i = 0; i < 1000; i++)
    writeFileSync(path.join(folder, `app${i}.dockerfile`), sampleDockerfile(10 + (i % 60)));
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const begin = performance.now();
    execFileSync(
      process.execPath,
      [cliEntry, 'lint', '--profile', 'all', '--fail-on', 'never', '--format', 'json', folder],
      {
        maxBuffer: 1 << 30,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    times.push(performance.now() - begin);
  }
  rmSync(folder, { recursive: true });
  return summary(times).median;
}

function sizesOf(folder: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${name} ${(statSync(path.join(folder, name)).size / 1024).toFixed(0)} KB`)
    .join(', ');
}

function vsixSize(): string {
  const file = readdirSync('.').find((name) => name.endsWith('.vsix'));
  return file === undefined ? '' : `; VSIX ${(statSync(file).size / 1024).toFixed(0)} KB`;
}
