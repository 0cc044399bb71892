import { describe, expect, it } from 'vitest';
import { hardenService, serviceAt } from '../../../server/src/engine/compose/security/hardenService.js';
import { factsFrom } from '../../../server/src/engine/facts.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import { parse } from './parse.js';

const facts = factsFrom(new Map());

function hardened(text: string, name = 'app'): string | undefined {
  const edits = hardenService(parse(text), facts, name)?.edits;
  return edits && applyEdits(text, edits);
}

describe('hardening a service', () => {
  it('adds all that it lacks, as its image needs it', () => {
    expect(hardened('services:\n  app:\n    image: nginx:1.29 # web\n    ports: ["80:80"]\n')).toBe(
      `services:
  app:
    image: nginx:1.29 # web
    read_only: true
    tmpfs: [/var/cache/nginx, /run, /tmp]
    cap_drop: [ALL]
    cap_add: [CHOWN, SETGID, SETUID]
    security_opt: [no-new-privileges:true]
    ports: ["80:80"]
    deploy:
      resources:
        limits:
          memory: 512M
          cpus: "1.0"
          pids: 200
`,
    );
    expect(hardened('services:\n  app: { build: ., user: node }\n')).toBe(
      'services:\n  app: { build: ., user: node, read_only: true, tmpfs: [/tmp], cap_drop: [ALL], security_opt: [no-new-privileges:true], deploy: { resources: { limits: { memory: 512M, cpus: "1.0", pids: 200 } } } }\n',
    );
  });

  it('goes on from what is there', () => {
    const text = `services:
  app:
    image: node:24
    read_only: true
    deploy:
      resources:
        limits:
          cpus: "2"
    security_opt:
      - label:type:x
    cap_drop:
      - NET_RAW
`;
    const after = `services:
  app:
    image: node:24
    read_only: true
    deploy:
      resources:
        limits:
          cpus: "2"
          memory: 512M
          pids: 200
    security_opt:
      - label:type:x
      - no-new-privileges:true
    cap_drop:
      - NET_RAW
      - ALL
`;
    expect(hardened(text)).toBe(after);
    expect(hardened(text.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
    expect(hardened(after)).toBeUndefined();
  });

  it('keeps the short keys of a file, and leaves out what would break the image', () => {
    expect(
      hardened('services:\n  app:\n    image: grafana/grafana:12.3.0\n  other:\n    image: x\n    mem_limit: 1g\n'),
    ).toBe(
      'services:\n  app:\n    image: grafana/grafana:12.3.0\n    cap_drop:\n      - ALL\n    security_opt:\n      - no-new-privileges:true\n    mem_limit: 512M\n    cpus: "1.0"\n    pids_limit: 200\n  other:\n    image: x\n    mem_limit: 1g\n',
    );
  });

  it.each([
    ['image: lscr.io/linuxserver/plex:1', 'lscr.io/linuxserver/plex starts with s6'],
    ['image: node:24\n    privileged: true', 'app is privileged'],
  ])('says why not: %s', (lines, reason) => {
    const hardening = hardenService(parse(`services:\n  app:\n    ${lines}\n`), facts, 'app');
    expect(hardening?.edits).toEqual([]);
    expect(hardening?.reason).toContain(reason);
  });

  it('changes nothing for others', () => {
    const text = 'services:\n  app: &app\n    image: node:24\n  two:\n    <<: *app\n';
    expect(hardenService(parse(text), facts, 'app')?.reason).toContain('Other services');
    expect(hardenService(parse(text), facts, 'none')).toBeUndefined();
    const doc = parse(text);
    expect(serviceAt(doc, text.indexOf('node'))?.name).toBe('app');
    expect(serviceAt(doc, 0)).toBeUndefined();
  });
});
