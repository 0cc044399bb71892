import type { Section } from '../../../../src/engine/compose/types.js';
import { scalarsOf } from '../../../../src/engine/compose/walk.js';
import type { Base } from './base.js';
import type { Random } from './random.js';
import type { Mistake, Planted } from './types.js';

/** Lines that name what nobody declares. */
const names: readonly (readonly [string, ...(readonly string[])[]])[] = [
  [
    'dependency on nobody',
    ['depends_on: [nobody]'],
    ['depends_on:', '  nobody:', '    condition: service_started'],
    ['depends_on:', '- nobody'],
  ],
  ['unknown network', ['networks: [nowhere]'], ['networks:', '  nowhere: {}'], ['networks:', '- nowhere']],
  [
    'unknown volume',
    ['volumes: ["nothing:/a"]'],
    ['volumes:', '  - type: volume', '    source: nothing', '    target: /a'],
    ['volumes:', '  - data/sub:/a'],
  ],
  ['unknown secret', ['secrets: [nothing]'], ['secrets:', '  - source: nothing', '    target: a']],
  ['unknown config', ['configs: [nothing]'], ['configs:', '  - source: nothing', '    target: /a']],
  ['unknown model', ['models: [nothing]'], ['models:', '  nothing: {}']],
  ['network of nobody', ['network_mode: service:nobody']],
  ['link to nobody', ['links: [nobody]'], ['links: ["nobody:alias"]']],
  ['volumes of nobody', ['volumes_from: [nobody]'], ['volumes_from: ["nobody:ro"]']],
  ['namespace of nobody', ['ipc: service:nobody'], ['pid: service:nobody']],
  ['unknown secret of a build', ['build: { context: ., secrets: [nothing] }']],
  ['context of nobody', ['build: { context: ., additional_contexts: { a: "service:nobody" } }']],
  ['extended nobody', ['extends: nobody'], ['extends: { service: nobody }'], ['extends:', '  service: nobody']],
];

export const referenceMistakes: readonly Mistake[] = [
  ...names.map(([id, ...choices]): Mistake => ({
    id,
    stage: 'references',
    plant: (base, random) => {
      const lines = random.of(choices) ?? [];
      const key = /^[^:]+/.exec(lines[0] ?? '')?.[0] ?? '';
      // Of what excludes one another only one stands in a service.
      const others = key === 'network_mode' ? ['networks'] : key === 'networks' ? ['network_mode'] : [];
      return base.put(base.without(random, ...others), ...lines);
    },
  })),
  ...(['volumes', 'networks', 'secrets', 'configs'] as const).map((section): Mistake => ({
    id: `renamed in ${section}`,
    stage: 'references',
    plant: (base, random) => renamed(base, random, section),
  })),
  { id: 'renamed service', stage: 'references', plant: (base, random) => renamed(base, random, 'services') },
  {
    id: 'dependency on itself',
    stage: 'references',
    plant: (base, random) => {
      const to = random.of(base.services);
      return to && base.put(to, `depends_on: [${to.service.name}]`);
    },
  },
  {
    id: 'circle of two services',
    stage: 'references',
    plant: (base, random) => {
      const [one, other] = two(base, random);
      if (one === undefined || other === undefined) return undefined;
      const first = base.put(one, `depends_on: [${other.service.name}]`);
      return base.both(first, base.put(other, `links: [${one.service.name}]`));
    },
  },
  {
    id: 'circle of extends',
    stage: 'references',
    plant: (base, random) => {
      const to = random.of(base.services);
      return to && base.put(to, `extends: { service: ${to.service.name} }`);
    },
  },
  {
    id: 'dependency on a service of a profile',
    stage: 'references',
    plant: (base, random) => {
      const [one, other] = two(base, random);
      if (one === undefined || other === undefined) return undefined;
      const first = base.put(one, `depends_on: [${other.service.name}]`);
      return base.both(first, base.put(other, 'profiles: [planted]'));
    },
  },
];

function two(base: Base, random: Random) {
  const one = random.of(base.services);
  return [one, random.of(base.services.filter((each) => each !== one))] as const;
}

/** A declared name with a letter more; whoever names it as before is where the mistake shows, too. */
function renamed(base: Base, random: Random, section: Section): Planted | undefined {
  const declared = random.of([...base.doc[section].values()].filter(({ nameSpan }) => nameSpan.end > nameSpan.start));
  if (declared === undefined) return undefined;
  const { name, nameSpan } = declared;
  if (base.text.slice(nameSpan.start, nameSpan.end) !== name) return undefined;
  const made = base.replace(nameSpan, `${name}x`);
  const uses = [
    ...scalarsOf(base.doc).filter(({ text }) => text.text.split(':').includes(name)),
    ...[...base.doc.services.values()].flatMap(({ map }) =>
      ['depends_on', 'networks', 'models'].flatMap((key) => {
        const node = map?.get(key);
        const entry = node?.kind === 'map' ? node.entry(name) : undefined;
        return entry === undefined ? [] : [{ span: entry.keySpan }];
      }),
    ),
  ];
  const moved = uses.map(({ span: { start, end } }) => {
    const shift = start >= nameSpan.end ? 1 : 0;
    return { start: start + shift, end: end + shift };
  });
  return { text: made.text, places: [...made.places, ...moved] };
}
