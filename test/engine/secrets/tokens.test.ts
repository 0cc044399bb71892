import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPassword, looksRandom, tokensIn } from '../../../server/src/engine/dockerfile/secrets/tokens.js';

/** In pieces, since the services look for their tokens in every file that is published. */
const random = '9dKz2WqLr7TbVnXc4HsJm1PfGyEa8RuQ6oZi';
const joined = (...pieces: readonly string[]): string => pieces.join('');

describe('tokens', () => {
  test.each([
    ['a GitHub token', joined('gh', 'p_', random)],
    ['a GitLab token', joined('gl', 'pat-', random.slice(0, 20))],
    ['an AWS access key', joined('AK', 'IA4QZ7WJX2MRLT5VNB')],
    ['a Slack token', joined('xo', 'xb-2093847561-', random.slice(0, 20))],
    ['a Stripe key', joined('sk', '_live_', random.slice(0, 24))],
    ['a Google API key', joined('AI', 'za', random.slice(0, 35))],
    ['an OpenAI key', joined('sk', '-proj-', random, random)],
    ['a Docker token', joined('dckr', '_pat_', random.slice(0, 27))],
  ])('finds %s wherever it stands', (what, token) => {
    for (const [before, after] of [
      ['', ''],
      ['curl -H "X: ', '" https://example.com'],
      ['a=', '\n'],
    ] as const) {
      const text = `${before}${token}${after}`;
      const found = tokensIn(text);
      expect(found.map((each) => [each.what, text.slice(each.start, each.end)])).toEqual([[what, token]]);
    }
  });

  test.each([
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'sk_live_your_key_goes_here_1',
    'https://user:password@db.acme.internal/app',
    'https://user:${PASSWORD}@db.acme.internal/app',
    'https://user:pL4zq9Rw@localhost/app',
    'postgres://app:app@db/app',
    'https://registry.npmjs.org/@scope/package/-/package-1.2.3.tgz',
    'sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d',
    '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
    '-----BEGIN RSA PRIVATE KEY-----',
  ])('takes %j for none', (text) => {
    expect(tokensIn(text)).toEqual([]);
  });

  test('places lie in the text and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('://', 'a:', 'pL4zq9Rw', '@', 'host', ' ', 'ghp_', random)), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of tokensIn(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(last > start ? start : last);
          last = end;
        }
      }),
    );
  });

  test.each([
    'a:'.repeat(500_000),
    '://'.repeat(500_000),
    'x'.repeat(2_000_000),
    '-----BEGIN '.repeat(200_000),
    'a.'.repeat(900_000),
    // Reading on to the end from each place would be a million times a million characters.
  ])('are not looked for from each place to the end of a long text (%#)', (text) => {
    expect(tokensIn(text)).toEqual([]);
    looksRandom(text);
    isPassword(text);
  });
});

describe('values', () => {
  test.each([
    'w7Kq2ZpX9vLr4NdT8mBcY3sHf6JgUaEe',
    '3f8a1c9e7b2d4056a9c1e8f70b3d5296',
    '5e1f7a2c-8c6f-4a0c-9b3d-2e1f0a9b8c7d',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzq3Lm8Wt2P',
  ])('%j looks random', (value) => {
    expect(looksRandom(value)).toBe(true);
  });

  test.each([
    'my-super-secret-key-12345',
    'changeme',
    'production',
    '/run/secrets/3f8a1c9e7b2d4056',
    'https://login.example.net/oauth2/v2.0/token',
    '00000000-0000-0000-0000-000000000000',
    '7169605F62C751356D054A26A821E680E5FA6305',
    '1234567890123456',
    'org.example.app.TokenProvider2',
  ])('%j does not', (value) => {
    expect(looksRandom(value)).toBe(false);
  });

  test.each(['kX7wq2Lp', 's7Hq2mVx9'])('%j may be a password', (value) => {
    expect(isPassword(value)).toBe(true);
  });

  test.each(['password1', 'hunter', 'changeit2', '$PASSWORD1', '123456', 'xxxxxxx1', 'your-pass-1', 'Passw0rd!'])(
    '%j is a stand-in',
    (value) => {
      expect(isPassword(value)).toBe(false);
    },
  );
});
