import { healthProposal, requestCommand } from '../../dockerfile/health/proposal.js';
import type { Facts } from '../../facts.js';
import { knownImage } from '../../images/known.js';
import type { Fix } from '../../rule.js';
import { parseShell } from '../../shell/parse.js';
import { MappedText } from '../../text/mapped.js';
import type { Edit } from '../../text/span.js';
import { plainForm } from '../../dockerfile/start/execForm.js';
import { insertEntry } from '../edits/insert.js';
import { layoutOf } from '../edits/layout.js';
import { quoted } from '../edits/write.js';
import { itemsOf, textField } from '../forms/pieces.js';
import { readPorts } from '../forms/ports.js';
import type { ComposeDocument, Service } from '../types.js';
import { dockerfileOf, imageOf } from './services.js';

/** Keys that a health check is written behind. */
const before = ['image', 'build', 'container_name', 'ports', 'expose', 'environment', 'env_file', 'volumes'];

/** Stands for the list of the test until it is written on one line, as everybody writes it. */
const mark = 'DOCKER_PATTERNS_TEST';

/**
 * Adds a health check that fits the image of a service: the command that the image is known for, or a request to the port
 * that it listens on. No fix where nothing is known of it. Never throws.
 */
export function healthFix(doc: ComposeDocument, service: Service, facts: Facts): readonly Fix[] {
  const { map } = service;
  const command = map === undefined ? undefined : commandFor(service, facts);
  if (map === undefined || command === undefined) return [];
  const entry = map.entry('healthcheck');
  const check = { test: mark, interval: '10s', timeout: '5s', retries: 5, start_period: '30s' };
  const edits =
    entry === undefined
      ? insertEntry(doc, map, 'healthcheck', check, { after: before })
      : entry.value?.kind === 'map' && !entry.merged
        ? insertEntry(doc, entry.value, 'test', mark)
        : undefined;
  if (edits === undefined) return [];
  const { quote } = layoutOf(doc);
  const test = `[${testOf(command)
    .map((word) => quoted(word, quote))
    .join(', ')}]`;
  const written = edits.map(({ span, text }): Edit => ({ span, text: text.replace(mark, () => test) }));
  const [program = ''] = /[\w.-]+/.exec(command.replace(/^\["/, '')) ?? [];
  return [{ title: `Add a health check with ${program}`, safety: 'suggestion', edits: () => written }];
}

/** What stands behind `HEALTHCHECK CMD` as the list that Compose wants; a `$` of the shell is `$$` there. */
function testOf(command: string): readonly string[] {
  const exec = /^\[/.test(command) ? words(command) : undefined;
  const test = exec === undefined ? ['CMD-SHELL', command] : ['CMD', ...exec];
  return test.map((word) => word.replaceAll('$', '$$$$'));
}

function words(command: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(command);
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

function commandFor(service: Service, facts: Facts): string | undefined {
  // A password that only the command knows keeps the usual question from being answered.
  if (service.map !== undefined && /requirepass/.test(commandText(service))) return undefined;
  const built = dockerfileOf(service, facts);
  const stage = built?.finalStage;
  if (built !== undefined && stage !== undefined) {
    return healthProposal(built, stage)?.command.replaceAll(/\$\{1:([^}]*)\}/g, '$1');
  }
  const image = service.get('build') === undefined ? imageOf(service) : undefined;
  const known = image === undefined ? undefined : knownImage(image);
  if (known?.healthCommand !== undefined) {
    const command = known.healthCommand.replace(/ \|\| exit 1$/, '');
    return plainForm(parseShell(MappedText.at(command, 0))) ?? command;
  }
  const port = portOf(service) ?? (known?.ports.length === 1 ? known.ports[0] : undefined);
  if (port === undefined || image === undefined) return undefined;
  const tag = image.tag ?? '';
  const isAlpine = /alpine/.test(tag) || /alpine/.test(image.familiar);
  return requestCommand(`http://localhost:${port}/`, {
    name: image.familiar.split('/').at(-1) ?? '',
    isWindows: known?.os === 'windows' || /windows|nanoserver/.test(tag),
    family: known?.family ?? (isAlpine ? 'alpine' : undefined),
    // Of an image that nobody knows a person has to see whether it has the program.
    has: (program) => program === 'curl' && known === undefined && !isAlpine,
  });
}

function commandText(service: Service): string {
  return itemsOf(service.get('command'))
    .map((item) => textField(item)?.value ?? (item.kind === 'scalar' ? item.text.text : ''))
    .join(' ');
}

/** The only port of the container that the service names. */
function portOf(service: Service): number | undefined {
  const ports = new Set<number>();
  for (const { target, protocol } of readPorts(service.get('ports')).mappings) {
    if (protocol?.value?.toLowerCase() === 'udp') continue;
    if (target.value !== undefined && target.value.first === target.value.last) ports.add(target.value.first);
  }
  for (const item of itemsOf(service.get('expose'))) {
    const port = /^(\d+)(?:\/tcp)?$/.exec(textField(item)?.value ?? '')?.[1];
    if (port !== undefined) ports.add(Number(port));
  }
  const [only] = ports;
  return ports.size === 1 ? only : undefined;
}
