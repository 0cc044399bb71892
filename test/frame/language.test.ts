import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../server/src/engine/language.js';

const dockerfile = 'FROM alpine:3.20\nRUN true\n';

describe('by name', () => {
  test.each([
    ['Dockerfile', 'dockerfile'],
    ['/a/b/Dockerfile.dev', 'dockerfile'],
    ['C:\\src\\dockerfile', 'dockerfile'],
    ['api.dockerfile', 'dockerfile'],
    ['Containerfile', 'dockerfile'],
    ['Containerfile.prod', 'dockerfile'],
    ['compose.yaml', 'compose'],
    ['compose.override.yml', 'compose'],
    ['compose-dev.yaml', 'compose'],
    ['docker-compose.yml', 'compose'],
    ['docker-compose.prod.yaml', 'compose'],
    ['docker-compose2.yml', 'compose'],
    ['podman-compose.yml', 'compose'],
    ['my.docker-compose.dev.yml', 'compose'],
    ['dev-docker-compose.yaml', 'compose'],
    ['docker_compose.yml', 'compose'],
    ['shop.compose.yaml', 'compose'],
    ['compose2.yaml', 'compose'],
    ['.dockerignore', 'dockerignore'],
    ['.containerignore', 'dockerignore'],
    ['Dockerfile.dockerignore', 'dockerignore'],
    ['build/api.Dockerfile.dockerignore', 'dockerignore'],
  ] as const)('%s is %s, whatever the editor calls it', (name, language) => {
    expect(detectLanguage({ name })).toBe(language);
    expect(detectLanguage({ name, languageId: 'yaml', text: '' })).toBe(language);
  });

  test.each(['md', 'j2', 'tmpl', 'tpl', 'erb', 'bak', 'orig'])('Dockerfile.%s is not ours', (ending) => {
    const name = `Dockerfile.${ending}`;
    expect(detectLanguage({ name, languageId: 'dockerfile', text: dockerfile })).toBeUndefined();
  });

  test.each(['.gitignore', 'composer.yaml', 'notes.txt', 'mydockerfile', 'Dockerfile~', 'docker-compose.json'])(
    '%s is not ours',
    (name) => {
      expect(detectLanguage({ name, languageId: 'ignore' })).toBeUndefined();
    },
  );
});

describe('source code about Dockerfiles', () => {
  test.each([
    ['vendor/x/dockerfile.go', 'package x\n\nimport (\n\t"bytes"\n)\n'],
    ['src/dockerfile.ts', "// Reads them.\nexport const from = 'FROM x';\n"],
    ['lib/Dockerfile.py', 'from typing import Any\n\nimport re\n'],
    ['dockerfile.rs', 'use std::fs;\n'],
    ['.github/dockerfile.yml', 'name: x\non: push\n'],
    ['Dockerfile.json', '{ "parser": true }\n'],
    ['docs/dockerfile.html', '<!doctype html>\n'],
  ])('%s is not ours', (name, text) => {
    expect(detectLanguage({ name, text, languageId: 'dockerfile' })).toBeUndefined();
  });

  test.each(['Dockerfile.go', 'Dockerfile.js', 'dockerfile.py', 'Dockerfile.php', 'Containerfile.rs'])(
    '%s is one when it reads like one, or when nothing stands in it yet',
    (name) => {
      for (const text of [
        dockerfile,
        '# syntax=docker/dockerfile:1\n',
        'ARG V=1\nFROM go:$V\n',
        'FORM go\n',
        '',
        ' \n',
      ]) {
        expect(detectLanguage({ name, text })).toBe('dockerfile');
      }
      expect(detectLanguage({ name })).toBe('dockerfile');
    },
  );
});

describe('by content, then by language id', () => {
  test.each([
    ['Untitled-1', undefined, '# a comment\n\nFROM node:22 AS build\n', 'dockerfile'],
    ['build', 'plaintext', 'ARG V=1\nFROM node:$V\n', 'dockerfile'],
    ['build', undefined, '# syntax=docker/dockerfile:1\n', 'dockerfile'],
    ['stack.yml', 'yaml', 'services:\n  web:\n    image: nginx\n', 'compose'],
    [
      'stack.yml',
      'yaml',
      '\uFEFFx-a: &a\n  tty: true\nservices: # all\n\n  # one\n  web:\n    <<: *a\n    build: .\n',
      'compose',
    ],
    ['stack.yml', 'yaml', 'services:\r\n    web: {image: nginx}\r\nvolumes: {}\r\n', 'compose'],
    ['stack.yml', 'yaml', 'version: "3"\nservices:\n  web:\n    ports:\n    - "80"\n    image: nginx\n', 'compose'],
    ['Untitled-1', 'Dockerfile', '', 'dockerfile'],
    ['Untitled-1', 'dockercompose', '', 'compose'],
    ['weird.name', 'dockerfile', 'RUN x', 'dockerfile'],
  ] as const)('%s, %s, %j', (name, languageId, text, language) => {
    expect(detectLanguage({ name, text, ...(languageId === undefined ? {} : { languageId }) })).toBe(language);
  });

  test.each([
    ['query', 'plaintext', 'FROM users SELECT *'],
    ['notes.sql', undefined, 'FROM users'],
    ['ci.yml', 'yaml', 'services:\n  - docker:dind\nbuild:\n  script: []\n'],
    ['letter', undefined, 'From me to you'],
    // GitHub Actions, Woodpecker, GitLab CI, Travis
    ['ci.yml', 'yaml', 'on: push\nservices:\n  db:\n    image: postgres\njobs: {}\n'],
    ['job.yml', 'yaml', 'jobs:\n  test:\n    services:\n      db:\n        image: postgres:18\n'],
    ['.woodpecker.yml', 'yaml', 'steps:\n  a:\n    image: node\nservices:\n  db:\n    image: postgres\n'],
    ['.gitlab-ci.yml', 'yaml', 'build:\n  image: node\n  services:\n    - name: postgres\n'],
    ['.travis.yml', 'yaml', 'services:\n  - docker\nimage: x\n'],
    // Kubernetes, CloudFormation, Haskell Stack, Ansible, Symfony, Render
    ['app.yaml', 'yaml', 'apiVersion: v1\nkind: List\nservices:\n  a:\n    image: x\n'],
    ['stack.yaml', 'yaml', 'resolver: lts-22\npackages:\n  - .\n'],
    ['stack.yaml', 'yaml', 'resolver: lts-22\nservices:\n  a:\n    image: x\n'],
    ['template.yaml', 'yaml', 'AWSTemplateFormatVersion: x\nservices:\n  a:\n    image: x\n'],
    ['main.yml', 'yaml', '- name: x\n  services:\n    a:\n      image: x\n'],
    [
      'services.yaml',
      'yaml',
      'services:\n  _defaults:\n    autowire: true\n  App\\X:\n    arguments:\n      image: x\n',
    ],
    ['render.yaml', 'yaml', 'services:\n  - type: web\n    image:\n      url: x\n'],
    ['other.yaml', 'yaml', 'services:\n  web:\n    image: nginx\nfoo: bar\n'],
  ] as const)('%s, %s, %j is none of ours', (name, languageId, text) => {
    expect(detectLanguage({ name, text, ...(languageId === undefined ? {} : { languageId }) })).toBeUndefined();
  });
});

describe('files that only sound like ours', () => {
  const compose = 'services:\n  web:\n    image: nginx\n';

  test.each([
    ['/r/.github/workflows/docker-compose.yml', 'jobs: {}\n'],
    ['C:\\r\\.github\\workflows\\compose.yaml', undefined],
    ['roles/web/tasks/docker-compose.yml', '- name: x\n'],
    ['k8s/docker-compose-job.yaml', 'apiVersion: batch/v1\nkind: Job\n'],
    ['ci/test-docker-compose.yml', 'on: push\njobs:\n  a: {}\n'],
    ['play/setup-docker-compose.yaml', '---\n# x\n- hosts: all\n'],
  ])('%s is not ours', (name, text) => {
    expect(
      detectLanguage({ name, ...(text === undefined ? {} : { text, languageId: 'dockercompose' }) }),
    ).toBeUndefined();
  });

  test('the main file of a project is ours whatever stands in it', () => {
    for (const text of ['- a\n', 'kind: x\n', '', compose]) {
      expect(detectLanguage({ name: 'a/compose.yaml', text, languageId: 'yaml' })).toBe('compose');
    }
    expect(detectLanguage({ name: 'docker-compose.ci.yml', text: compose })).toBe('compose');
  });
});

describe('templates', () => {
  test.each([
    ['a line of Jinja', '{% set v = 1 %}\nFROM alpine\n'],
    ['a value in FROM', 'FROM {{ base_image }}\nRUN true\n'],
    ['a tag in FROM', 'FROM node:<%= version %>\n'],
    ['an instruction from a variable', '{{ from }}\nRUN x\n'],
    ['a half keyword', 'FROM a\nR{{ un }} x\n'],
    ['a variable in ENV', 'FROM a\nENV VERSION={{ version }}\n'],
    [
      'a loop between continued lines',
      'FROM a\nRUN apt-get install \\\n{% for p in list %}\n  x \\\n{% endfor %}\n  y\n',
    ],
    ['ERB after a heredoc', 'FROM a\nCOPY <<EOF /x\n{{ a }}\nEOF\n<% if x %>\nRUN y\n'],
    ['an indented block with CRLF', 'FROM a\r\n  {% if x %}\r\nRUN y\r\n'],
    ['a property of Maven in FROM', 'FROM ${docker.base.image}\nRUN true\n'],
    ['a property of Maven in COPY', 'FROM a\nCOPY start.sh ${pkg.name}.deb /tmp/\n'],
    ['a property of Gradle in USER', 'FROM a\nRUN x\nUSER ${pkg.user}\n'],
    ['an option of a dev container', 'FROM mcr.microsoft.com/devcontainers/base:${templateOption:imageVariant}\n'],
    ['such an option in ARG', 'FROM a\nARG INSTALL_ZSH="${templateOption:installZsh}"\n'],
  ])('%s is a template', (_, text) => {
    expect(detectLanguage({ name: 'Dockerfile', text })).toBeUndefined();
  });

  test.each([
    [
      'a Go template for docker inspect',
      "FROM a\nRUN docker inspect --format '{{.Id}}' x\nRUN docker ps --format {{.ID}}\n",
    ],
    ['a line of a heredoc', 'FROM a\nCOPY <<EOF /etc/x.tmpl\n{{ range .Items }}\n{% raw %}\nEOF\nRUN x\n'],
    ['a heredoc with tabs', 'FROM a\nRUN <<-EOF\n\t{{ x }}\n\tEOF\nRUN x\n'],
    ['an argument on a continued line', 'FROM a\nRUN docker ps --format \\\n  {{.ID}}\n'],
    ['quotes', 'FROM a\nLABEL t="{{ x }}"\nENV F="{{.Name}}" G={{.Name}}\n'],
    ['a comment', '# {{ x }}\nFROM a\n'],
    ['the escape directive', '# escape=`\nFROM a\nRUN x `\n  {{.ID}}\nRUN dir C:\\\n'],
    ['a name with a dot that the shell gets', 'FROM a\nRUN echo ${a.b} "${c.d}"\nCMD run ${a.b}\n'],
    ['a name with a dot in single quotes', "FROM a\nWORKDIR '/${a.b}'\nENV P=${a.b}\n"],
    ['a dollar that is meant', 'FROM a\nWORKDIR /\\${a.b}\n'],
    ['a misspelt operator', 'FROM a\nARG V=${W:x}\nCOPY ${NAME.X} ${V:y} /\n'],
    ['a JSON form', 'FROM a\nCMD ["x", "--format", "{{.ID}}"]\n'],
  ])('%s makes no template', (_, text) => {
    expect(detectLanguage({ name: 'Dockerfile', text })).toBe('dockerfile');
  });

  test('a compose file may be a template too', () => {
    expect(
      detectLanguage({ name: 'compose.yaml', text: 'services:\n  web:\n    image: {{ image }}\n' }),
    ).toBeUndefined();
    expect(detectLanguage({ name: 'compose.yaml', text: 'services:\n  web:\n    labels: ["{{ x }}"]\n' })).toBe(
      'compose',
    );
  });
});
