import { describe, expect, test } from 'vitest';
import { schemaAt } from '../../../../server/src/engine/compose/schema/at.js';

function keysAt(...path: readonly (string | number)[]): readonly string[] | undefined {
  return schemaAt(path)?.keys.map(({ key }) => key);
}

describe('schemaAt', () => {
  test('knows the keys of every mapping', () => {
    expect(keysAt()).toEqual(expect.arrayContaining(['services', 'networks', 'volumes', 'jobs', 'include']));
    expect(keysAt('services')).toEqual([]);
    expect(keysAt('services', 'web')).toHaveLength(94);
    expect(keysAt('services', 'web', 'deploy', 'resources', 'limits')).toEqual(['cpus', 'memory', 'pids']);
  });

  test('knows the keys of all forms that a place may have', () => {
    expect(keysAt('services', 'web', 'build')).toContain('dockerfile_inline');
    expect(keysAt('services', 'web', 'ports', 0)).toContain('published');
    expect(keysAt('services', 'web', 'depends_on', 'db')).toEqual(['restart', 'required', 'condition']);
    expect(keysAt('services', 'web', 'pre_start', 2)).toContain('per_replica');
    expect(keysAt('include', 0)).toEqual(['path', 'env_file', 'project_directory']);
  });

  test('knows the values that are counted up', () => {
    const values = (...path: readonly (string | number)[]): readonly string[] | undefined => schemaAt(path)?.values;
    expect(values('services', 'web', 'depends_on', 'db', 'condition')).toContain('service_healthy');
    expect(values('services', 'web', 'tty')).toEqual(['true', 'false']);
    expect(values('services', 'web', 'gpus')).toEqual(['all']);
    expect(values('services', 'web', 'image')).toEqual([]);
  });

  test('tells what a place is', () => {
    expect(schemaAt(['services', 'web', 'ports'])).toMatchObject({ expected: 'a list', deprecated: false });
    expect(schemaAt(['services', 'web', 'ports'])?.description).toMatch(/port/i);
    expect(schemaAt(['services', 'web', 'scale'])?.expected).toBe('a whole number');
    expect(schemaAt(['version'])?.deprecated).toBe(true);
    const keys = schemaAt(['services', 'web', 'volumes', 0])?.keys ?? [];
    expect(keys.filter(({ required }) => required).map(({ key }) => key)).toEqual(['type']);
    const takes = Object.fromEntries((schemaAt(['services', 'web'])?.keys ?? []).map((each) => [each.key, each.takes]));
    expect(takes).toMatchObject({ image: 'scalar', ports: 'list', healthcheck: 'map', build: 'several' });
  });

  test('nothing is known of what is no place', () => {
    for (const path of [
      ['nope'],
      ['services', 'web', 'nope', 'a'],
      ['x-mine'],
      ['services', 0],
      ['services', 'web', 'image', 'a'],
    ]) {
      expect(schemaAt(path), path.join('.')).toBeUndefined();
    }
  });
});
