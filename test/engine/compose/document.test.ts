import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../server/src/engine/compose/interpolation/parse.js';
import { interpolationsOf, scalarsOf } from '../../../server/src/engine/compose/walk.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { at, parse } from './parse.js';
import { long } from './long.js';

describe('a Compose file', () => {
  it('has named things with their places', () => {
    const doc = parse(
      'services:\n  web: {image: a, profiles: [dev]}\n  db:\nnetworks: {n: }\nvolumes:\n  v: {external: true}\n' +
        'secrets:\n  s: {external: {name: x}}\nconfigs: {c: {file: x}}\nmodels: {m: {model: x}}\n',
    );
    expect([...doc.services.keys()]).toEqual(['web', 'db']);
    const web = doc.services.get('web');
    expect([at(doc, web?.nameSpan), at(doc, web?.span), web?.profiles]).toEqual([
      'web',
      'web: {image: a, profiles: [dev]}',
      ['dev'],
    ]);
    expect(doc.services.get('db')?.get('image')).toBeUndefined();
    expect([doc.volumes.get('v')?.external, doc.secrets.get('s')?.external]).toEqual([true, true]);
    expect([doc.networks.get('n')?.node, doc.configs.get('c')?.external]).toEqual([undefined, false]);
    expect([...doc.models.keys()]).toEqual(['m']);
    expect(at(doc, doc.top('volumes')?.keySpan)).toBe('volumes');
  });

  it('puts its documents together', () => {
    const doc = parse('services: {a: {image: x}, b: {image: x}}\n---\nservices: {b: !reset null, c: {image: y}}\n');
    expect([...doc.services.keys()]).toEqual(['a', 'c']);
  });

  it('visits a value once, however it is reached', () => {
    const doc = parse('x-a: &a {k: "$V", l: "$$"}\nservices: {a: *a, b: {<<: *a}, c: !reset {k: "$W"}}\n');
    expect(scalarsOf(doc)).toHaveLength(2);
    expect(interpolationsOf(doc).map(({ template }) => template.text)).toEqual(['$V', '$$']);
    expect(parseTemplate('a').parts).toHaveLength(1);
  });

  it('is opened by the linter', () => {
    const doc = new Linter([]).open('compose', 'services: {web: {image: x}}');
    expect(doc.language === 'compose' && [...doc.services.keys()]).toEqual(['web']);
  });

  it('is parsed at every keystroke', () => {
    // What comes behind the first services is like them.
    for (let end = 0; end <= long.length; end += end < 1800 ? 1 : 7) {
      const doc = parse(long.slice(0, end));
      for (const section of [doc.services, doc.networks, doc.volumes, doc.secrets, doc.configs, doc.models]) {
        for (const { span, nameSpan } of section.values()) {
          expect(0 <= span.start && nameSpan.end <= span.end && span.end <= end).toBe(true);
        }
      }
      for (const { text } of scalarsOf(doc)) text.offset(0);
      for (const { span } of doc.problems) expect(span.start <= span.end && span.end <= end).toBe(true);
    }
  });

  it('keeps the services below the line that somebody types', () => {
    const lines = long.split('\n');
    const names = [...parse(long).services.keys()];
    expect(names.length).toBeGreaterThan(10);
    for (const piece of [
      'im',
      'image',
      'image:',
      'ports: [',
      'image: "x',
      '- ',
      'image: ]',
      'image: *',
      '&',
      'a: b: c',
      '${',
    ]) {
      for (let line = 9; line < 40; line++) {
        const text = [...lines.slice(0, line), `    ${piece}`, ...lines.slice(line)].join('\n');
        const kept = [...parse(text).services.keys()];
        expect([piece, line, names.slice(4).filter((name) => !kept.includes(name))]).toEqual([piece, line, []]);
      }
    }
  });
});
