import { describe, expect, it, vi } from 'vitest';
import { factRounds, unknownFacts, type Facts } from '../../../server/src/engine/facts.js';
import { Layer } from '../../../server/src/engine/compose/project/layers.js';
import { projectQueries, projectView, type ProjectView } from '../../../server/src/engine/compose/project/view.js';
import { Places } from '../../../server/src/engine/compose/project/paths.js';
import { aroundOf } from './around.js';
import { parse } from './parse.js';

const base = 'services:\n  web: {image: nginx, ports: ["80:80"]}\n  db: {image: postgres}\n';

function view(files: Readonly<Record<string, string>>, path = 'compose.yaml'): ProjectView {
  const doc = parse(files[path] ?? '', path);
  return projectView(doc, around(files, path));
}

function around(files: Readonly<Record<string, string>>, path: string): Facts {
  const doc = parse(files[path] ?? '', path);
  return aroundOf(new Map(Object.entries(files)), path, (known) => projectQueries(doc, known));
}

const whole = (project: ProjectView): readonly string[] =>
  [...project.services.values()].filter(({ isWhole }) => isWhole).map(({ name }) => name);

describe('the project of a file', () => {
  it('is the file with the override file beside it, seen from both', () => {
    const files = { 'compose.yaml': base, 'compose.override.yml': 'services: {web: {ports: ["81:81"]}, more: {}}\n' };
    const main = view(files);
    expect([main.role, main.isComplete, [...main.all.keys()]]).toEqual(['main', true, ['web', 'db', 'more']]);
    const ports = main.services.get('web')?.get('ports');
    expect(ports?.kind === 'list' && ports.items).toHaveLength(2);
    expect(main.services.get('web')?.all('ports')).toHaveLength(2);
    expect(main.services.get('web')?.here('ports')).toHaveLength(1);
    const over = view(files, 'compose.override.yml');
    expect([over.role, over.isComplete, [...over.services.keys()], whole(over)]).toEqual([
      'override',
      true,
      ['web', 'more'],
      ['web', 'more'],
    ]);
    expect(over.services.get('web')?.get('image')).toBeDefined();
  });

  it('is what COMPOSE_FILE names', () => {
    const files = {
      '.env': 'X=1\nCOMPOSE_FILE="base.yaml:prod.yaml"\n',
      'base.yaml': base,
      'prod.yaml': 'services: {web: {restart: always}}\n',
      'compose.yaml': 'services: {other: {image: x}}\n',
    };
    expect(view(files, 'prod.yaml').role).toBe('override');
    expect(view(files, 'prod.yaml').services.get('web')?.get('image')).toBeDefined();
    expect(view(files, 'base.yaml').role).toBe('main');
    expect(view(files).isComplete).toBe(false);
    expect(view({ ...files, '.env': 'COMPOSE_FILE=${F}' }, 'base.yaml').isComplete).toBe(false);
    expect(view({ ...files, '.env': 'COMPOSE_FILE=base.yaml:../prod.yaml' }, 'base.yaml').isComplete).toBe(false);
    expect(
      view({ ...files, '.env': 'COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=base.yaml,prod.yaml' }, 'prod.yaml').role,
    ).toBe('override');
  });

  it('is the one that includes a file, above it too', () => {
    const files = {
      'compose.yaml': 'include: [db/compose.yaml, {path: [more.yaml, sub/over.yaml]}]\nservices: {web: {image: x}}\n',
      'db/compose.yaml': 'include: [extra.yaml]\nservices: {db: {depends_on: [web]}}\n',
      'db/extra.yaml': 'services: {extra: {image: x}}\n',
      'more.yaml': 'services: {more: {image: x}}\n',
      'sub/over.yaml': 'services: {more: {depends_on: [db]}}\n',
    };
    for (const path of ['db/compose.yaml', 'db/extra.yaml', 'more.yaml', 'sub/over.yaml']) {
      const project = view(files, path);
      expect([path, project.role, project.isComplete]).toEqual([path, 'included', true]);
      expect([...project.all.keys()].sort()).toEqual(['db', 'extra', 'more', 'web']);
    }
  });

  it('is not known where a file of it cannot be read', () => {
    const includes = ['oci://x/y', '${X}.yaml', '/abs.yaml', '~/a.yaml', '../out.yaml', 'https://example.com/a.yaml'];
    for (const path of includes) {
      const project = view({ 'compose.yaml': `include: ["${path}"]\n${base}` });
      expect([path, project.isComplete, project.problems, whole(project)]).toEqual([path, false, [], ['web', 'db']]);
    }
    const open = view({
      'compose.yaml': 'services: {web: {extends: {file: ../x.yaml, service: web}}, a: {image: x}}\n',
    });
    expect([open.isComplete, open.problems, whole(open)]).toEqual([true, [], ['a']]);
    const broken = view({
      'compose.yaml': 'services:\n  a: {extends: {file: b.yaml, service: b}}\n',
      'b.yaml': 'services: [\n',
    });
    expect([broken.problems, whole(broken)]).toEqual([[], []]);
  });

  it('is not known of a file that only a command line names', () => {
    const text = 'services: {web: {image: x}, db: {image: y}, more: {restart: always}}\n';
    const alone = view({ 'compose.prod.yaml': text }, 'compose.prod.yaml');
    expect([alone.role, alone.isComplete, whole(alone)]).toEqual(['apart', false, ['web', 'db']]);
    const files = { 'compose.prod.yaml': text, 'compose.yaml': 'services: {web: {image: x}}\n' };
    expect(whole(view(files, 'compose.prod.yaml'))).toEqual(['db']);
  });

  it('is the file alone where nothing is known of the files beside it', () => {
    const project = projectView(parse(base), unknownFacts);
    expect([project.role, project.isComplete, whole(project)]).toEqual(['main', true, ['web', 'db']]);
    expect(projectView(parse(base, 'compose.override.yaml'), unknownFacts).isComplete).toBe(false);
  });

  it('has services that are spread over YAML documents as one', () => {
    const project = view({
      'compose.yaml':
        'services: {web: {image: x, ports: [80]}}\n---\nservices: {web: {ports: [81], image: !reset null}}\n',
    });
    expect(project.services.get('web')?.get('image')).toBeUndefined();
    expect(project.services.get('web')?.here('ports')).toHaveLength(2);
  });
});

describe('a chain of files', () => {
  const chain = (count: number, last: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        i === 0 ? 'compose.yaml' : `f${i}.yaml`,
        i === count - 1 ? last : `services:\n  s: {extends: {file: f${i + 1}.yaml, service: s}}\n`,
      ]),
    );

  it('is followed as far as facts are asked for', () => {
    expect(whole(view(chain(8, base.replace('web', 's'))))).toEqual(['s']);
    const long = view(chain(factRounds + 20, base.replace('web', 's')));
    expect([whole(long), long.problems]).toEqual([[], []]);
  });

  it('may end where it began', () => {
    const project = view(chain(5, 'services:\n  s: {extends: {file: compose.yaml, service: s}}\n'));
    expect(project.problems.map(({ kind }) => kind)).toEqual(['extends-cycle']);
  });

  // Of files of that depth there are 8 to the power of 11 ways to the last ones.
  it('takes each file in once, however many ways lead to it', () => {
    const names = (level: number): readonly string[] => Array.from({ length: 8 }, (_, i) => `f${level}-${i}.yaml`);
    const include = (level: number): string => (level < 11 ? `include: [${names(level).join(', ')}]\n` : '');
    const files: Record<string, string> = { 'compose.yaml': `${include(0)}services: {web: {image: x}}\n` };
    for (let level = 0; level < 11; level++) {
      for (const name of names(level)) files[name] = `${include(level + 1)}services: {${name}: {image: x}}\n`;
    }
    expect(view(files).all.size).toBe(1 + 11 * 8);
  });

  it('is not walked again from each service of it', () => {
    const asked = vi.spyOn(Layer.prototype, 'value');
    const questions = (count: number): number => {
      asked.mockClear();
      const many = Array.from({ length: count }, (_, i) => `  s${i}: {extends: s${i + 1}}\n`).join('');
      const project = view({ 'compose.yaml': `services:\n${many}  s${count}: {image: x}\n` });
      expect(project.services.get(`s${count - 1}`)?.get('image')).toBeDefined();
      return asked.mock.calls.length;
    };
    const few = questions(500);
    expect([few > 500, questions(2000) / few]).toEqual([true, expect.closeTo(4, 0)]);
    asked.mockRestore();
  });
});

describe('places', () => {
  it('have one spelling', () => {
    const places = new Places('a/b/compose.yaml');
    expect(places.own).toBe('compose.yaml');
    expect(places.join('.', './x/../y.yaml')).toBe('y.yaml');
    expect(places.join('..', 'b/compose.yaml')).toBe('compose.yaml');
    expect(places.join('../..', 'a/b/c/d.yaml')).toBe('c/d.yaml');
    expect(places.join('../..', 'a/d.yaml')).toBe('../d.yaml');
    expect(places.join('..', 'c/d.yaml')).toBe('../c/d.yaml');
    expect(places.join('../../..', 'a/b/x')).toBe('../../../a/b/x');
  });
});
