import { join } from 'node:path';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { CodeActionTriggerKind } from 'vscode-languageserver';
import { at } from './client.js';
import { uriOf, workspace } from './files.js';
import { using, withEvery } from './variants.js';

const text = `version: "3.8"
services:
  web:
    image: nginx:1.29
    volumes: [data:/data]
    privileged: true
`;

withEvery('Compose files', ({ full, start }) => {
  it('have findings, hovers, fixes and ignore comments', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      await client.open(uri, text, 'yaml');
      await client.codes(uri, 'obsolete-version', 'undefined-volume', 'privileged-container');
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: at(text, 'privileged').start,
      });
      const { value } = hover.contents as MarkupContent;
      expect(value).toContain('every capability and every device');
      expect(value).toContain('compose-lint CL-0002');
      expect(value.includes('(command:dockerPatterns.showRule?%5B%22privileged-container%22%5D)')).toBe(full);

      const actions = await client.actions(uri, at(text, 'version'));
      expect(actions.map(({ title }) => title)).toEqual([
        'Remove the version',
        'Ignore obsolete-version on this line',
        'Ignore obsolete-version in this file',
        ...(full ? ['Why is obsolete-version reported?'] : []),
        'Fix all safe findings in this file',
      ]);
      expect(await client.apply(uri, actions[0]!)).toBe(text.replace(/.*\n/, ''));
    }));

  it('tell in a hover what a fix needs of a person: a value, or that a guess is right', () =>
    using(start({ folder: workspace() }), async (client) => {
      const typo =
        'services:\n  web:\n    image: nginx:latest\n    depends_on: [databse]\n  database:\n    image: postgres:18\n';
      const uri = uriOf('/w/compose.yaml');
      await client.open(uri, typo, 'yaml');
      await client.codes(uri, 'mutable-image-tag', 'undefined-service');
      const says = async (words: string): Promise<string> => {
        const position = at(typo, words).start;
        const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
        return (hover.contents as MarkupContent).value.replaceAll('*', '');
      };
      expect(await says('databse')).toContain('Quick fix: Change it to database (if that is what you mean)');
      expect(await says('latest')).toContain('Quick fix: Pin nginx to a version (needs a value from you)');
    }));

  it('have a Dockerfile inside with its findings, hovers and fixes', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      const inline = `services:
  web:
    build:
      dockerfile_inline: |
        FROM node:24
        run echo "$$HOME"
        USER node
`;
      await client.open(uri, inline, 'dockercompose');
      await client.codes(uri, 'mixed-instruction-casing');
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: at(inline, 'USER').start,
      });
      expect((hover.contents as MarkupContent).value).toMatch(/^(?:\*\*)?USER/);
      expect(hover.range).toEqual({ start: { line: 6, character: 8 }, end: { line: 6, character: 12 } });
      const actions = await client.actions(uri, at(inline, 'run'));
      const fixed = inline.replace('run', 'RUN');
      expect(await client.apply(uri, actions[0]!)).toBe(fixed);
      await client.replace(uri, fixed);
      await client.codes(uri);
      await client.replace(uri, inline);
      await client.codes(uri, 'mixed-instruction-casing');
      const again = await client.actions(uri, at(inline, 'run'));
      const ignore = again.find(({ title }) => title.endsWith('on this line'))!;
      const comment = '# docker-patterns ignore=mixed-instruction-casing\n        run';
      expect(await client.apply(uri, ignore)).toBe(inline.replace('run', comment));
    }));

  it('are also those that a setting names, and other YAML files only by what stands in them', () => {
    const section = { composeFiles: ['deploy/*.yaml'] };
    const options = full ? {} : { initializationOptions: { settings: section } };
    const folder = workspace();
    return using(start({ folder, settings: () => section, ...options }), async (client) => {
      const odd = 'version: "3"\nkey: value\n';
      const named = uriOf(join(folder, 'deploy/stack.yaml'));
      await client.open(named, odd, 'yaml');
      await client.codes(named, 'obsolete-version', 'unknown-key');
      const other = uriOf(join(folder, 'other/stack.yaml'));
      await client.open(other, odd, 'yaml');
      await client.codes(other);
      await client.replace(other, text);
      await client.codes(other, 'obsolete-version', 'privileged-container');
    });
  });

  it('are also those that a configuration file names, and run together as it says', () => {
    const config = 'compose:\n  files: [deploy/*.yaml]\n  projects:\n    - [compose.yaml, more/stack.yml]\n';
    const volumes = 'volumes:\n  data:\n';
    const folder = workspace({
      '.docker-patterns.yaml': config,
      'compose.yaml': text,
      'more/stack.yml': volumes,
    });
    return using(start({ folder }), async (client) => {
      const named = uriOf(join(folder, 'deploy/stack.yaml'));
      await client.open(named, 'version: "3"\n', 'yaml');
      await client.codes(named, 'obsolete-version');
      const main = uriOf(join(folder, 'compose.yaml'));
      await client.open(main, text, 'yaml');
      await client.codes(main, 'obsolete-version', 'privileged-container');
      const more = uriOf(join(folder, 'more/stack.yml'));
      await client.open(more, `version: "3"\n${volumes}`, 'yaml');
      await client.codes(more, 'obsolete-version');
      const own = uriOf(join(folder, '.docker-patterns.yaml'));
      await client.open(own, 'compose: {}\n', 'yaml');
      await client.codes(named);
      await client.codes(more);
      await client.codes(main, 'obsolete-version', 'undefined-volume', 'privileged-container');
    });
  });

  it('get a declaration of what is missing', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      await client.open(uri, text, 'dockercompose');
      await client.codes(uri, 'obsolete-version', 'undefined-volume', 'privileged-container');
      const actions = await client.actions(uri, at(text, 'data'));
      const declare = actions.find(({ title }) => title.startsWith('Declare data'))!;
      const after = `${text}volumes:\n  data:\n`;
      expect(await client.apply(uri, declare)).toBe(after);
      await client.replace(uri, after);
      await client.codes(uri, 'obsolete-version', 'privileged-container');
    }));

  it('harden a service, or say why that would break it', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/compose.yaml');
      const hard = 'services:\n  web:\n    image: node:24\n  tv:\n    image: lscr.io/linuxserver/plex:1.42.2\n';
      await client.open(uri, hard, 'dockercompose');
      const [action, ...others] = await client.actions(uri, at(hard, 'node'), ['refactor']);
      expect(others).toEqual([]);
      expect(action).toMatchObject({ kind: 'refactor.rewrite' });
      // A lightbulb stands beside the name only, not beside every line of every service.
      const bulb = async (word: string) =>
        (await client.actions(uri, at(hard, word), undefined, [], CodeActionTriggerKind.Automatic)).filter(
          ({ kind }) => kind === 'refactor.rewrite',
        );
      expect(await bulb('node')).toEqual([]);
      expect(await bulb('web')).toHaveLength(1);
      const disabled = await client.actions(uri, at(hard, 'plex'), ['refactor']);
      expect(disabled.map((one) => one.disabled?.reason.includes('s6'))).toEqual(full ? [true] : []);
      // Where an editor does not show the reason, the title tells it.
      expect(disabled.map(({ title }) => title.includes('s6'))).toEqual(full ? [true] : []);
      expect(await client.apply(uri, action!)).toContain(
        '    read_only: true\n    tmpfs:\n      - /tmp\n    cap_drop:\n',
      );
    }));
});
