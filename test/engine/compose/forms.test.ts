import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dependenciesIn, filesIn, namesIn, sourcesIn } from '../../../server/src/engine/compose/forms/names.js';
import { readExtraHosts, readPairs } from '../../../server/src/engine/compose/forms/pairs.js';
import { readPorts } from '../../../server/src/engine/compose/forms/ports.js';
import { parseBytes, parseDuration } from '../../../server/src/engine/compose/forms/quantities.js';
import {
  readBuild,
  readDevices,
  readHealthcheck,
  readResources,
  readTmpfs,
} from '../../../server/src/engine/compose/forms/service.js';
import { readVolumes } from '../../../server/src/engine/compose/forms/volumes.js';
import { at, service } from './parse.js';

/** A kind of value, a text, and what compose-go makes of it; null where it refuses it. */
type Answer = readonly [kind: string, text: string, value: unknown];

const answers = JSON.parse(readFileSync(new URL('./answers/forms.json', import.meta.url), 'utf8')) as readonly Answer[];

function ours(kind: string, text: string): unknown {
  const doc = service(`v: [${JSON.stringify(text)}]`);
  const node = doc.services.get('web')?.get('v');
  if (kind === 'duration') {
    const value = parseDuration(text);
    return value === undefined ? null : Math.round(value * 1e6);
  }
  if (kind === 'bytes') return parseBytes(text) ?? null;
  if (kind === 'volume') {
    const { mounts, problems } = readVolumes(node);
    const [mount] = mounts;
    if (problems.length > 0) return null;
    return [mount?.type, mount?.source?.value ?? '', mount?.target?.value ?? '', mount?.readOnly === true];
  }
  const { mappings, problems } = readPorts(node);
  const [port] = mappings;
  if (problems.length > 0 || port === undefined) return null;
  const { first, last } = port.target.value ?? { first: 0, last: 0 };
  const host = port.published?.value;
  return Array.from({ length: last - first + 1 }, (_, i) => [
    port.hostIp?.value?.replace(/^\[|\]$/g, '') ?? '',
    host === undefined
      ? ''
      : first === last && host.last > host.first
        ? `${host.first}-${host.last}`
        : String(host.first + i),
    first + i,
    port.protocol?.value?.toLowerCase() ?? 'tcp',
  ]).sort((a, b) => (`${a[2]}/${a[3]}` < `${b[2]}/${b[3]}` ? -1 : 1));
}

describe('forms', () => {
  it.each(['port', 'volume', 'duration', 'bytes'])('%s: as compose-go reads it', (wanted) => {
    const wrong = answers
      .filter(([kind]) => kind === wanted)
      .map(([kind, text, value]) => [text, JSON.stringify(value), JSON.stringify(ours(kind, text))])
      .filter(([, theirs, mine]) => theirs !== mine);
    expect(wrong).toEqual([]);
  });

  it('ports: short and long, with variables', () => {
    const doc = service(
      'ports:\n- 80\n- "${IP:-0.0.0.0}:${PORT:-8080}:80/udp"\n- {target: 80, published: "8-9", host_ip: x}\n' +
        '- target: "${T}"\n- {published: 1}\n- true\n- "${ALL}"\n- 0120\n',
    );
    const node = doc.services.get('web')?.get('ports');
    const { mappings, problems } = readPorts(node);
    expect(mappings.map(({ target }) => target.value?.first)).toEqual([80, 80, 80, undefined, undefined, 80]);
    expect([at(doc, mappings[1]?.hostIp?.span), mappings[1]?.published?.value]).toEqual(['${IP:-0.0.0.0}', undefined]);
    expect(problems.map(({ span }) => at(doc, span))).toEqual(['x', '{published: 1}', 'true']);
    const { mappings: unset } = readPorts(node, () => null);
    expect([unset[1]?.published?.value, unset[1]?.hostIp?.value]).toEqual([{ first: 8080, last: 8080 }, '0.0.0.0']);
  });

  it('ports and volumes: nothing more is said of what a broken variable makes unreadable', () => {
    const doc = service('ports: ["${PORT:-80:80", "8080:${X"]\nvolumes: ["${DIR:-a:b:c:d"]\n');
    const web = doc.services.get('web');
    const { mappings, problems } = readPorts(web?.get('ports'));
    expect([problems, readVolumes(web?.get('volumes')).problems]).toEqual([[], []]);
    expect(mappings.map(({ published }) => published?.value?.first)).toEqual([undefined, 8080]);
  });

  it('volumes: short and long, with variables', () => {
    const doc = service(
      'volumes:\n- "${DIR:-/a:b}:/x:ro"\n- ./a:/b\n- {type: volume, source: v, target: /c, read_only: true}\n' +
        '- {type: bind, target: /d}\n- "${ALL}"\n- v${N}:/e:${MODE}\n',
    );
    const { mounts, problems } = readVolumes(doc.services.get('web')?.get('volumes'));
    expect(mounts.map(({ type, target, readOnly }) => [type, target?.value, readOnly])).toEqual([
      [undefined, '/x', true],
      ['bind', '/b', false],
      ['volume', '/c', true],
      ['bind', '/d', false],
      [undefined, undefined, undefined],
      ['volume', '/e', undefined],
    ]);
    expect(at(doc, mounts[0]?.source?.span)).toBe('${DIR:-/a:b}');
    expect(problems.map(({ span }) => at(doc, span))).toEqual(['bind']);
  });

  it('pairs of a list and of a mapping', () => {
    const doc = service('l: [A=1, B, "C =2", "D=${X}", "${E}=3", "F==", [x]]\nm: {A: 1, B: , C: "${X}"}\n');
    const web = doc.services.get('web');
    const list = readPairs(web?.get('l'));
    expect(list.pairs.map(({ key, value }) => [key, value && (value.value ?? '?')])).toEqual([
      ['A', '1'],
      ['B', undefined],
      ['C ', '2'],
      ['D', '?'],
      [undefined, '3'],
      ['F', '='],
    ]);
    expect(list.problems.map(({ span }) => at(doc, span))).toEqual(['C ', '[x]']);
    const map = readPairs(web?.get('m'));
    expect(map.pairs.map(({ key, value }) => [key, value && (value.value ?? '?')])).toEqual([
      ['A', '1'],
      ['B', undefined],
      ['C', '?'],
    ]);
    expect([list.form, map.form, readPairs(undefined).form]).toEqual(['list', 'map', undefined]);
  });

  it('hosts', () => {
    const doc = service('l: [a=1.2.3.4, "b:::1", c, "=x", "${H}"]\nm: {d: 1.2.3.4, e: [1.1.1.1, "::1"], "f:g": x}\n');
    const web = doc.services.get('web');
    const list = readExtraHosts(web?.get('l'));
    expect(list.hosts.map(({ host, address }) => `${host.value} ${address.value}`)).toEqual([
      'a 1.2.3.4',
      'b ::1',
      ' x',
    ]);
    expect(list.problems.map(({ span }) => at(doc, span))).toEqual(['c', '']);
    const map = readExtraHosts(web?.get('m'));
    expect(map.hosts.map(({ host, address }) => `${host.value} ${address.value}`)).toEqual([
      'd 1.2.3.4',
      'e 1.1.1.1',
      'e ::1',
      'f:g x',
    ]);
    expect(map.problems.map(({ span }) => at(doc, span))).toEqual(['"f:g"']);
  });

  it('names', () => {
    const doc = service(
      'depends_on: {a: {condition: service_healthy, required: false}, b: }\nnetworks: [n, "${N}"]\n' +
        'secrets: [s, {source: t, target: u}]\nenv_file: [a.env, {path: b.env, required: false}]\nlabel_file: x\n',
    );
    const web = doc.services.get('web');
    expect(
      dependenciesIn(web?.get('depends_on')).map(({ name, condition, required }) => [name, condition.value, required]),
    ).toEqual([
      ['a', 'service_healthy', false],
      ['b', 'service_started', true],
    ]);
    expect(namesIn(web?.get('networks')).map(({ name }) => name)).toEqual(['n']);
    expect(sourcesIn(web?.get('secrets')).map(({ name, span }) => [name, at(doc, span)])).toEqual([
      ['s', 's'],
      ['t', 't'],
    ]);
    expect(filesIn(web?.get('env_file')).map(({ path, required }) => [path.value, required])).toEqual([
      ['a.env', true],
      ['b.env', false],
    ]);
    expect(filesIn(web?.get('label_file'))).toHaveLength(1);
  });

  it('build, healthcheck, devices, tmpfs and resources', () => {
    const doc = service(
      'build: ./x\nb: {context: ., dockerfile_inline: FROM x, target: t}\nhealthcheck: {test: curl x}\n' +
        'h: {test: [CMD, a, b]}\ni: {test: [curl, x]}\nj: {disable: true, test: x}\n' +
        'devices: ["/a:/b:rwm", "/c", "a:b:c:d", {source: /e}]\ntmpfs: "/run:size=1m,mode=1"\n' +
        'deploy: {resources: {limits: {cpus: 0.5, memory: 1g}}}\n',
    );
    const web = doc.services.get('web');
    expect([readBuild(web?.get('build'))?.context?.value, readBuild(web?.get('b'))?.target?.value]).toEqual([
      './x',
      't',
    ]);
    const checks = ['healthcheck', 'h', 'i', 'j'].map((key) => readHealthcheck(web?.get(key)));
    expect(checks.map((check) => [check?.kind, check?.words.map(({ value }) => value)])).toEqual([
      ['shell', ['curl x']],
      ['exec', ['a', 'b']],
      [undefined, ['curl', 'x']],
      ['none', []],
    ]);
    expect(checks[2]?.problems.map(({ span }) => at(doc, span))).toEqual(['curl']);
    const { devices, problems } = readDevices(web?.get('devices'));
    expect(devices.map(({ source, target }) => [source.value, target?.value])).toEqual([
      ['/a', '/b'],
      ['/c', undefined],
      ['/e', undefined],
    ]);
    expect(problems).toHaveLength(1);
    expect(
      readTmpfs(web?.get('tmpfs')).map(({ path, options }) => [path.value, options.map(({ value }) => value)]),
    ).toEqual([['/run', ['size=1m', 'mode=1']]]);
    const limits = readResources(web?.get('deploy'), 'limits');
    expect([limits?.cpus?.value, limits?.memory?.value, limits?.pids]).toEqual(['0.5', '1g', undefined]);
  });
});
