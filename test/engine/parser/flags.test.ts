import { describe, expect, it } from 'vitest';
import { covered, first } from './helpers.js';

const flags = (text: string) => first(text).flags.map((f) => [f.name, f.value?.value]);

describe('flags', () => {
  it('reads names and values and leaves the rest', () => {
    const text = 'COPY --from=a --link  --chown=1:1 --x';
    expect(flags(text)).toEqual([
      ['from', 'a'],
      ['link', undefined],
      ['chown', '1:1'],
      ['x', undefined],
    ]);
    expect(first('RUN --network=none echo --x').body.text).toBe('echo --x');
    expect(covered(text, first(text).flags[0]!.nameSpan)).toBe('--from');
    expect(covered(text, first(text).flags[0]!.value!.span)).toBe('a');
  });

  it('takes quotes and escapes off anywhere in the word', () => {
    expect(flags('RUN --mount="type=cache",target=\'/a b\'/c\\ d x')).toEqual([
      ['mount', 'type=cache,target=/a b/c d'],
    ]);
    expect(flags('RUN --"network"=none x')).toEqual([['network', 'none']]);
    expect(flags('RUN --mount="a b')).toEqual([['mount', 'a b']]);
  });

  it('stops behind two dashes alone and at the first other word', () => {
    expect(first('RUN --network=none -- --x a')).toMatchObject({ flags: [{ name: 'network' }] });
    expect(first('RUN --network=none -- --x a').body.text).toBe('--x a');
    expect(first('RUN - --x').flags).toEqual([]);
    expect(first('RUN --').body.text).toBe('');
  });

  it('reads options of a mount with their places', () => {
    const text = 'RUN --mount=Type=bind,source="a b",\\\n  ro x';
    const [flag] = first('RUN --mount=Type=bind,"source=a b",ro x').flags;
    expect(flag!.options.map((o) => [o.name, o.value])).toEqual([
      ['type', 'bind'],
      ['source', 'a b'],
      ['ro', undefined],
    ]);
    const [split] = first(text).flags;
    expect(split!.options.map((o) => o.value && covered(text, o.valueSpan!))).toEqual(['bind', 'a b', undefined]);
  });

  it('reads quoted CSV fields', () => {
    const text = 'RUN --mount=type=bind,\\"source=a,b\\",target=/c x';
    const [flag] = first(text).flags;
    expect(flag!.options.map((o) => [o.name, o.value])).toEqual([
      ['type', 'bind'],
      ['source', 'a,b'],
      ['target', '/c'],
    ]);
    expect(covered(text, flag!.options[1]!.span)).toBe('source=a,b');
  });
});

describe('the JSON form', () => {
  it('decodes strings and gives their places', () => {
    const text = 'CMD [ "a" , "b\\n\\u00e9\\"" ]';
    expect(first(text).json!.map((s) => s.value)).toEqual(['a', 'b\né"']);
    expect(first(text).json!.map((s) => covered(text, s.span))).toEqual(['"a"', '"b\\n\\u00e9\\""']);
    expect(first('CMD []').json).toEqual([]);
  });

  it.each(['["a",]', "['a']", '["a" "b"]', '["a"', '["a"] x', '["\\x"]', '["a\tb"]', '[a]', '[ -f x ]', '{}'])(
    'takes %s for shell text',
    (body) => {
      expect(first(`CMD ${body}`).json).toBeUndefined();
      expect(first(`CMD ${body}`).body.text).toBe(body);
    },
  );

  it('is known to ADD, COPY, VOLUME and SHELL, and to no others', () => {
    for (const keyword of ['ADD', 'COPY', 'VOLUME', 'SHELL', 'RUN', 'ENTRYPOINT']) {
      expect(first(`${keyword} ["a b", "c"]`).words.map((w) => w.value)).toEqual(['a b', 'c']);
    }
    for (const keyword of ['USER', 'EXPOSE', 'ENV', 'FOO']) expect(first(`${keyword} ["a"]`).json).toBeUndefined();
  });
});
