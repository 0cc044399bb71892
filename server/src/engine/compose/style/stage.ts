import { itemsOf, textField } from '../forms/pieces.js';
import { readPairs } from '../forms/pairs.js';
import { readPorts } from '../forms/ports.js';
import { readBuild } from '../forms/service.js';
import { readVolumes } from '../forms/volumes.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';
import type { Span } from '../../text/span.js';

/** What a file is for by its name. */
export type Stage = 'production' | 'development';

/** `compose.prod.yaml`, `docker-compose-dev.yml`; undefined where the name does not say it, or says both. */
export function stageOf({ path = '' }: ComposeDocument): Stage | undefined {
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .split(/[._-]/);
  const isProduction = words.some((word) => ['prod', 'production'].includes(word));
  const isDevelopment = words.some((word) => ['dev', 'development'].includes(word));
  if (isProduction === isDevelopment) return undefined;
  return isProduction ? 'production' : 'development';
}

/** A setting that belongs to one stage only. */
export interface StageSetting {
  readonly kind: 'variable' | 'command' | 'port' | 'mount' | 'watch' | 'target';
  readonly stage: Stage;
  readonly at: Span;
  readonly owner: Span;
  /** What stands there, for a message. */
  readonly word: string;
  /** The value of a variable or a target, which another one could stand in the place of. */
  readonly value: { readonly node: ComposeNode; readonly text: string; readonly span: Span } | undefined;
}

/** Variables that tell a framework its stage. */
const stageVariables =
  /^(?:NODE_ENV|BUN_ENV|RAILS_ENV|RACK_ENV|APP_ENV|APP_ENVIRONMENT|FLASK_ENV|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|GO_ENV|MIX_ENV|ENVIRONMENT|ENV|SYMFONY_ENV|DJANGO_ENV|PYTHON_ENV|QUARKUS_PROFILE)$/;
/** Switches that show the insides of a program to everybody. */
const debugVariables = /^(?:DEBUG|APP_DEBUG|FLASK_DEBUG|DJANGO_DEBUG|WERKZEUG_DEBUG_PIN)$/;

/** Commands that watch the source, and servers that are made for one person. */
const devCommands: readonly RegExp[] = [
  /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:dev|start:dev|serve:dev|watch)\b/,
  /\b(?:nodemon|ts-node-dev|node\s+--watch|tsx\s+watch|next\s+dev|nuxt\s+dev|astro\s+dev|vite\s+dev|ng\s+serve|webpack-dev-server|dotnet\s+watch|cargo\s+watch)\b/,
  /\bmanage\.py\s+runserver\b/,
  /\b(?:uvicorn|gunicorn|hypercorn|fastapi)\b.*\s--reload\b/,
  /\bfastapi\s+dev\b/,
  /\bflask\b.*\s(?:--debug|--reload)\b/,
  /\bphp\s+artisan\s+serve\b/,
  /\s--inspect(?:-brk)?(?:=|\b)/,
];

/** Ports of debuggers that nothing else uses: Node.js and Delve. */
const debugPorts: ReadonlySet<number> = new Set([9229, 2345]);

/** The settings of a service that are for development or for production only, in the order of their kinds. */
export function* stageSettings(service: Service): Iterable<StageSetting> {
  yield* variables(service);
  const build = readBuild(service.get('build'));
  const target = build?.target;
  const targetStage = target?.value === undefined ? undefined : stageOfWord(target.value);
  if (target?.value !== undefined && targetStage !== undefined) {
    const node = build?.map?.get('target');
    const value = node === undefined ? undefined : { node, text: target.value, span: target.span };
    yield { kind: 'target', stage: targetStage, at: target.span, owner: target.span, word: target.value, value };
  }
  for (const key of ['command', 'entrypoint']) {
    const entry = service.entry(key);
    const words = itemsOf(entry?.value).flatMap((item) => textField(item)?.value ?? []);
    const text = words.join(' ');
    const found = devCommands.map((pattern) => pattern.exec(text)?.[0].trim()).find((match) => match !== undefined);
    if (entry?.value === undefined || found === undefined) continue;
    yield {
      kind: 'command',
      stage: 'development',
      at: entry.value.span,
      owner: entry.span,
      word: found,
      value: undefined,
    };
  }
  for (const { node, target: port } of readPorts(service.get('ports')).mappings) {
    if (port.value === undefined || !debugPorts.has(port.value.first)) continue;
    const word = String(port.value.first);
    yield { kind: 'port', stage: 'development', at: node.span, owner: node.span, word, value: undefined };
  }
  for (const { node, source } of readVolumes(service.get('volumes')).mounts) {
    const [path, context] = [source?.value, build?.context?.value];
    if (path === undefined || context === undefined || plain(path) !== plain(context)) continue;
    yield {
      kind: 'mount',
      stage: 'development',
      at: node.span,
      owner: node.span,
      word: path,
      value: undefined,
    };
  }
  const develop = service.entry('develop');
  if (develop !== undefined && !develop.merged && develop.value?.tag !== 'reset') {
    yield {
      kind: 'watch',
      stage: 'development',
      at: develop.keySpan,
      owner: develop.span,
      word: 'develop',
      value: undefined,
    };
  }
}

function* variables(service: Service): Iterable<StageSetting> {
  for (const { key = '', value, span, node } of readPairs(service.get('environment')).pairs) {
    const text = value?.value;
    if (value === undefined || text === undefined || node === undefined) continue;
    const isDebug = debugVariables.test(key) && /^(?:1|true|on|yes)$/i.test(text);
    const stage = stageVariables.test(key) ? stageOfWord(text) : isDebug ? 'development' : undefined;
    if (stage === undefined) continue;
    yield {
      kind: 'variable',
      stage,
      at: span,
      owner: span,
      word: `${key}=${text}`,
      value: { node, text, span: value.span },
    };
  }
}

function stageOfWord(word: string): Stage | undefined {
  if (/^(?:prod|production)$/i.test(word)) return 'production';
  return /^(?:dev|development|local|debug)$/i.test(word) ? 'development' : undefined;
}

/** A path without what does not count; `.` for the folder itself. */
function plain(path: string): string {
  const short = path.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
  return short === '' ? '.' : short;
}
