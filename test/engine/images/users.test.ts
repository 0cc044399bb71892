import { describe, expect, test } from 'vitest';
import { suggestedUser, userRecipe } from '../../../server/src/engine/images/users.js';
import type { ImageFamily } from '../../../server/src/engine/images/types.js';

const { name, uid, gid } = suggestedUser;

describe('how a user is added', () => {
  test.each(['debian', 'ubuntu', 'suse', 'arch', 'rhel', 'fedora'] as const)('%s: groupadd and useradd', (family) => {
    const recipe = userRecipe(family);
    expect(recipe.create?.(name, uid, gid)).toBe(
      'groupadd --gid 10001 app && useradd --no-log-init --no-create-home --uid 10001 --gid app --shell /sbin/nologin app',
    );
    expect(recipe.user(name, uid, gid)).toBe('app');
    expect(recipe.owner?.(name, uid, gid)).toBe('app:app');
  });

  test('ids below 1000 are system accounts', () => {
    expect(userRecipe('debian').create?.('web', 900, 901)).toBe(
      'groupadd --system --gid 901 web && useradd --system --no-log-init --no-create-home --uid 900 --gid web --shell /sbin/nologin web',
    );
  });

  test.each(['alpine', 'wolfi', 'busybox'] as const)('%s: the BusyBox applets', (family) => {
    expect(userRecipe(family).create?.(name, uid, gid)).toBe(
      'addgroup -S -g 10001 app && adduser -S -H -u 10001 -G app app',
    );
  });

  test('minimal and Amazon images install shadow-utils first', () => {
    expect(userRecipe('rhel', 'microdnf').create?.(name, uid, gid)).toMatch(
      /^microdnf install -y shadow-utils && microdnf clean all && groupadd /,
    );
    expect(userRecipe('amazon', 'yum').create?.(name, uid, gid)).toMatch(/^yum install -y shadow-utils /);
    expect(userRecipe('amazon', 'dnf').create?.(name, uid, gid)).toMatch(/^dnf install -y shadow-utils /);
  });

  test.each(['distroless', 'scratch', undefined] as const)('%s: only numbers', (family) => {
    const recipe = userRecipe(family);
    expect(recipe.create).toBeUndefined();
    expect(recipe.user('nonroot', 65532, 65532)).toBe('65532:65532');
    expect(recipe.owner?.('nonroot', 65532, 65532)).toBe('65532:65532');
  });

  test('Windows: the account that is always there, and no --chown', () => {
    const recipe = userRecipe('windows');
    expect(recipe.create).toBeUndefined();
    expect(recipe.owner).toBeUndefined();
    expect(recipe.user(name, uid, gid)).toBe('ContainerUser');
  });

  test('every family has a recipe', () => {
    const families: readonly ImageFamily[] = [
      'debian',
      'ubuntu',
      'alpine',
      'rhel',
      'fedora',
      'suse',
      'arch',
      'amazon',
      'wolfi',
      'distroless',
      'busybox',
      'scratch',
      'windows',
    ];
    for (const family of families) expect(userRecipe(family).user(name, uid, gid)).not.toMatch(/^(root|0)(:|$)/);
  });
});
