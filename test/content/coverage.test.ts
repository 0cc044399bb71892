import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seed } from '../../server/tools/generate/seed.js';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/coverage.md'), 'utf8');

/** Headings of the document that the guide came from, with the number of code blocks and tables below each. */
const document: readonly (readonly [string, readonly (readonly [string, number])[]])[] = [
  [
    'Dockerfile Best Practices',
    [
      ['Multi-Stage Builds', 1],
      ['Layer Optimization', 1],
      ['Security Hardening', 1],
      ['.dockerignore', 1],
    ],
  ],
  [
    'Common Patterns',
    [
      ['Node.js Application', 1],
      ['Python Application', 1],
      ['Go Application', 1],
    ],
  ],
  [
    'Docker Compose',
    [
      ['Development Setup', 1],
      ['Production Setup', 1],
      ['Override Files', 1],
    ],
  ],
  [
    'Health Checks',
    [
      ['Application Health Check', 1],
      ['Health Endpoint', 1],
    ],
  ],
  [
    'Image Optimization',
    [
      ['Reducing Image Size', 1],
      ['Size Comparison', 1],
    ],
  ],
  [
    'Container Networking',
    [
      ['Bridge Network (Default)', 1],
      ['External Network', 1],
      ['Network Aliases', 1],
    ],
  ],
  [
    'Volume Management',
    [
      ['Named Volumes', 1],
      ['Bind Mounts (Development)', 1],
      ['tmpfs (In-Memory)', 1],
    ],
  ],
  [
    'Security Best Practices',
    [
      ['Run as Non-Root', 1],
      ['Read-Only Filesystem', 1],
      ['Capabilities', 1],
      ['Security Scanning', 1],
    ],
  ],
  [
    'CI/CD Integration',
    [
      ['GitHub Actions Build', 1],
      ['Build Cache', 1],
    ],
  ],
  [
    'Debugging',
    [
      ['Interactive Shell', 1],
      ['View Logs', 1],
      ['Inspect', 1],
    ],
  ],
  ['Resources', [['Resources', 1]]],
];

describe('docs/coverage.md', () => {
  test('has every heading and every block of the document, in its order', () => {
    expect(
      seed.map(({ heading, headings }) => [heading, headings.map((each) => [each.heading, each.blocks.length])]),
    ).toEqual(document);
    const written = [...text.matchAll(/^##+ (.+)$/gm)].map(([, heading]) => heading);
    expect(written).toEqual(
      document.flatMap(([heading, headings]) => [
        heading,
        ...headings.map(([each]) => each).filter((each) => each !== heading),
      ]),
    );
  });

  test('has no empty cell without a reason', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Block'));
    expect(rows).toHaveLength(document.flatMap(([, headings]) => headings).length);
    for (const row of rows) {
      const cells = row.slice(2, -2).split(' | ');
      expect(cells, row).toHaveLength(5);
      for (const cell of cells) expect(cell, row).toMatch(/^(?:– )?\S.*\S$/);
    }
  });

  test('leads to files that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(document.length);
    for (const target of targets) expect(existsSync(join(root, posix.join('docs', target))), target).toBe(true);
  });
});
