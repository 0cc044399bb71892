import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { doubtAbout } from '../../server/src/engine/foreign/doubt.js';
import { matchesWildcards, meantIds } from '../../server/src/engine/foreign/ids.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Rule } from '../../server/src/engine/rule.js';
import { deleteComment } from '../../server/src/engine/suppress/edit.js';
import { parseSuppressions } from '../../server/src/engine/suppress/parse.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { keywordRule, ruleOf } from './rules.js';

/** A rule for each of two instructions, as others call it, and one for each word `$X` of shell text. */
const rules: readonly Rule[] = [
  keywordRule('RUN', {
    id: 'run-found',
    equivalents: {
      hadolint: ['DL3004'],
      trivy: ['DS-0010'],
      checkov: ['CKV2_DOCKER_1'],
      kics: ['Run Using Sudo'],
    },
  }),
  keywordRule('USER', {
    id: 'user-found',
    equivalents: { trivy: ['DS-0002'], checkov: ['CKV_DOCKER_8'], kics: ["Last User Is 'root'"] },
  }),
  keywordRule('WORKDIR', { id: 'ours-alone' }),
  ruleOf({
    id: 'word-found',
    equivalents: { shellcheck: ['SC2086', 'SC2046'] },
    *check(doc) {
      for (const match of doc.source.text.matchAll(/\$[XY]/g)) {
        const at = { start: match.index, end: match.index + 2 };
        yield { at, message: '', equivalents: { shellcheck: [match[0] === '$X' ? 'SC2086' : 'SC2046'] } };
      }
    },
  }),
];
const linter = new Linter(rules);

/** `rule:line` of every finding that is heard. */
function heard(text: string, date = '2026-01-01', more: object = {}): readonly string[] {
  const doc = linter.open('dockerfile', text);
  return linter
    .lint(doc, { config: { ...defaultConfig(rules), ...more }, facts: unknownFacts, date })
    .findings.map(({ rule, at }) => `${rule.id}:${doc.source.lineAt(at.start) + 1}`);
}

function malformed(text: string): readonly (string | undefined)[] {
  return parseSuppressions(linter.open('dockerfile', text)).map((comment) => comment.malformed);
}

const sudo = '8ada6e80-0ade-439e-b176-0b28f6bce35a';
const root = '67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae';

describe('Trivy', () => {
  test.each([
    ['DS-0010', []],
    ['AVD-DS-0010', []],
    ['DS010', []],
    ['ds-0010', []],
    ['no-sudo-run', []],
    ['docker-no-sudo-run', []],
    ['DS-*', []],
    ['*', []],
    ['DS-0010[x=1]', []],
    ['DS-0010 because', []],
    ['DS-0002', ['run-found:2']],
    ['DS-0002 trivy:ignore:DS-0010', []],
    ['DS-0010:exp:2026-01-02', []],
    ['DS-0010:exp:2026-01-01', ['run-found:2']],
    ['DS-0010:exp:never', ['run-found:2']],
    ['DS-0002,DS-0010', ['run-found:2']],
  ])('trivy:ignore:%s', (id, findings) => {
    expect(heard(`# trivy:ignore:${id}\nRUN x\n`)).toEqual(findings);
    expect(heard(`#trivy:ignore:${id}\nRUN x\n`)).toEqual(findings);
  });

  test('covers the instruction below, among other comments, and the one whose first line it ends', () => {
    expect(heard('# trivy:ignore:DS-0010\n# text\n# hadolint ignore=DL1\nRUN x\nRUN y\n')).toEqual(['run-found:5']);
    expect(heard('# why trivy:ignore:DS-0010\nRUN x\n')).toEqual([]);
    expect(heard('RUN x # trivy:ignore:DS-0010\nRUN y\n')).toEqual(['run-found:2']);
    expect(heard('RUN x \\\n y # trivy:ignore:DS-0010\n')).toEqual(['run-found:1']);
    expect(heard('# trivy:ignore:DS-0010\n\nRUN x\n')).toEqual(['run-found:3']);
    expect(heard('RUN x \\\n# trivy:ignore:DS-0010\n y\n')).toEqual(['run-found:1']);
  });
});

describe('Checkov', () => {
  test.each([
    ['checkov:skip=CKV2_DOCKER_1', []],
    ['checkov:skip=CKV2_DOCKER_1:a reason', []],
    ['checkov:skip=CKV_DOCKER_8,CKV2_DOCKER_1: a reason', []],
    ['bridgecrew:skip= CKV2_DOCKER_1', []],
    ['see checkov:skip=CKV2_DOCKER_1 there', []],
    ['checkov:skip=CKV2_DOCKER_10', ['run-found:1', 'run-found:4']],
    ['checkov:skip=ckv2_docker_1', ['run-found:1', 'run-found:4']],
    ['checkov:skip=', ['run-found:1', 'run-found:4']],
  ])('%s, for the whole file', (comment, findings) => {
    expect(heard(`RUN x \\\n# ${comment}\n y\nRUN z\n`)).toEqual(findings);
    expect(heard(`RUN x\n\n# ${comment}\nRUN z\n`)).toEqual(findings);
  });

  test('in a here-document', () => {
    expect(heard('RUN <<E\n# checkov:skip=CKV2_DOCKER_1\nE\n')).toEqual([]);
  });
});

describe('KICS', () => {
  test.each([
    ['ignore', ['ours-alone:5']],
    [`disable=${sudo}`, ['user-found:4', 'ours-alone:5']],
    [`disable=${root},${sudo}`, ['ours-alone:5']],
    [`disable=${root}, ${sudo}`, ['ours-alone:5']],
    [`enable=${root}`, ['user-found:4', 'ours-alone:5']],
    ['disable=', ['run-found:3', 'user-found:4', 'ours-alone:5']],
    ['Ignore', ['run-found:3', 'user-found:4', 'ours-alone:5']],
  ])('%s above the first instruction, for the whole file', (command, findings) => {
    expect(heard(`# kics-scan ${command}\nFROM a\nRUN x\nUSER y\nWORKDIR z\n`)).toEqual(findings);
  });

  test('has no effect below it, and one "enable" counts', () => {
    expect(malformed('FROM a\n# kics-scan ignore\nRUN x\n')).toEqual([expect.stringContaining('above the first')]);
    expect(heard(`# kics-scan enable=${sudo}\n# kics-scan enable=${root}\nRUN x\nUSER y\n`)).toEqual(['user-found:4']);
  });

  test('a line, which is an instruction', () => {
    expect(heard('# KICS-scan ignore-line, because\n# text\n\nRUN x \\\n y\nRUN z\n')).toEqual([
      'run-found:4',
      'run-found:6',
    ]);
    expect(heard('# kics-scan ignore-line because\n# text\n\nRUN x \\\n y\nRUN z\n')).toEqual(['run-found:6']);
    expect(heard('# kics-scan ignore-line\n#\nRUN x\n')).toEqual(['run-found:3']);
    expect(heard('# kics-scan ignore-line\nWORKDIR x\n')).toEqual(['ours-alone:2']);
  });

  test('a block, which is the rest of a stage', () => {
    const stages = 'FROM a\nRUN 1\n# kics-scan ignore-block\nRUN 2\nUSER x\nFROM b\nRUN 3\n';
    expect(heard(stages)).toEqual(['run-found:2', 'run-found:7']);
    expect(heard('# kics-scan ignore-block\nFROM a\nRUN 1\nFROM b\nRUN 2\n')).toEqual(['run-found:5']);
  });
});

describe('ShellCheck', () => {
  test.each([
    ['above an instruction', '# shellcheck disable=SC2086\nRUN a $X $Y\n', ['run-found:2', 'word-found:2']],
    ['without SC, and more', '# shellcheck source=x disable=2086,SC2046 # why\nRUN a $X $Y\n', ['run-found:2']],
    [
      'a range, whose end does not count',
      '# shellcheck disable=SC2000-SC2086\nRUN $X $Y\n',
      ['run-found:2', 'word-found:2'],
    ],
    ['all', '# shellcheck disable=all\nRUN $X $Y\n', ['run-found:2']],
    ['quoted', '# shellcheck disable="SC2046,SC2086"\nRUN $X $Y\n', ['run-found:2']],
    ['not with a blank too much', '# shellcheck disable=SC2046, SC2086\nRUN $X\n', ['run-found:2', 'word-found:2']],
    [
      'not with a reason without its mark',
      '# shellcheck disable=SC2086 because\nRUN $X\n',
      ['run-found:2', 'word-found:2'],
    ],
    [
      'in a continued RUN, the command below',
      'RUN a $X && \\\n  # shellcheck disable=SC2086\n  b $X | c $X && \\\n  d $X\n',
      ['run-found:1', 'word-found:1', 'word-found:4'],
    ],
    [
      'in a continued RUN, all of it where no command stands above',
      'RUN \\\n  # shellcheck disable=SC2086\n  b $X && \\\n  d $X\n',
      ['run-found:1'],
    ],
    [
      'in a here-document, the command below',
      'RUN <<E\na $X\n# shellcheck disable=SC2086\nif b $X; then\n c $X\nfi\nd $X\nE\n',
      ['run-found:1', 'word-found:2', 'word-found:7'],
    ],
    [
      'at the top of one, all of it',
      'RUN <<E\n# shellcheck disable=SC2086\na $X\nb $X\nE\nRUN $X\n',
      ['run-found:1', 'run-found:6', 'word-found:6'],
    ],
    [
      'in one for a shell',
      'RUN bash <<E\na $X\n# shellcheck disable=SC2086\nb $X\nE\n',
      ['run-found:1', 'word-found:2'],
    ],
    ['in one for a file', 'RUN cat <<E >f\n# shellcheck disable=SC2086\nb $X\nE\n', ['run-found:1', 'word-found:3']],
    ['in ONBUILD', 'ONBUILD RUN a $X && \\\n# shellcheck disable=SC2086\n b $X\n', ['run-found:1', 'word-found:1']],
    ['hadolint names its codes, too', '# hadolint ignore=SC2086\nRUN $X $Y\n', ['run-found:2', 'word-found:2']],
  ])('%s', (_, text, findings) => {
    expect(heard(text)).toEqual(findings);
  });
});

describe('hadolint', () => {
  test('disable-ignore-pragma lets the others count', () => {
    const text = '# hadolint ignore=DL3004\nRUN x\n# trivy:ignore:DS-0010\nRUN y\n# hadolint global ignore=DL3004\n';
    expect(heard(text, undefined, { withoutPragmas: true })).toEqual(['run-found:2']);
    expect(heard(text)).toEqual([]);
  });
});

describe('BuildKit', () => {
  const checked: readonly Rule[] = [
    keywordRule('CMD', { id: 'cmd-found', equivalents: { buildkit: ['JSONArgsRecommended'] } }),
    keywordRule('RUN', { id: 'run-found', severity: 'info' }),
    keywordRule('ARG', {
      id: 'described',
      profile: 'all',
      severity: 'hint',
      equivalents: { buildkit: ['InvalidDefinitionDescription'] },
    }),
  ];
  const severities = (text: string, config = defaultConfig(checked)): readonly string[] => {
    const own = new Linter(checked);
    const doc = own.open('dockerfile', text);
    return own
      .lint(doc, { config, facts: unknownFacts, date: '2026-01-01' })
      .findings.map(({ rule, severity }) => `${rule.id} ${severity}`);
  };

  test('error=true raises what fails the build', () => {
    const text = '# check=error=true\nRUN x\nCMD y\n';
    expect(severities(text)).toEqual(['run-found info', 'cmd-found error']);
    expect(severities(text.replace('true', 'false'))).toEqual(['run-found info', 'cmd-found warning']);
    const config = defaultConfig(checked);
    const told = new Map(config.rules).set('cmd-found', { severity: 'hint', options: {}, origin: { kind: 'file' } });
    expect(severities(text, { ...config, rules: told })).toEqual(['run-found info', 'cmd-found hint']);
  });

  test('experimental turns a check on, at the top or for one instruction', () => {
    expect(severities('ARG a\n')).toEqual([]);
    expect(severities('# check=experimental=all\nARG a\nARG b\n')).toEqual(['described hint', 'described hint']);
    expect(severities('# check=experimental=InvalidDefinitionDescription;error=true\nARG a\n')).toEqual([
      'described error',
    ]);
    expect(severities('# x\n# check=experimental=InvalidDefinitionDescription\nARG a\nARG b\n')).toEqual([
      'described hint',
    ]);
    expect(severities('# check=experimental=JSONArgsRecommended\nARG a\nCMD b\n')).toEqual(['cmd-found warning']);
  });

  test('only the first comment above an instruction counts', () => {
    expect(severities('# x\n# check=skip=Other\n# check=skip=JSONArgsRecommended\nCMD x\n')).toEqual([
      'cmd-found warning',
    ]);
  });
});

test.each([
  ['hadolint', 'DL3008', undefined],
  ['hadolint', 'DL3005', undefined],
  ['hadolint', 'DL3068', undefined],
  ['hadolint', 'SC2317', undefined],
  ['hadolint', 'DL9999', 'has never had'],
  ['hadolint', 'DL3800', 'has never had'],
  ['hadolint', 'DL308', 'has never had'],
  ['hadolint', 'SC9000', 'has never had'],
  ['buildkit', 'JSONArgsRecommended', undefined],
  ['buildkit', 'jsonargsrecommended', 'case counts'],
  ['buildkit', 'WorkdirRelativPath', 'has no check'],
  ['buildkit', 'Something', undefined],
  ['trivy', 'avd-ds-0002', undefined],
  ['trivy', 'DS-0003', undefined],
  ['trivy', 'DS-0040', undefined],
  ['trivy', 'DS-0900', 'has never had'],
  ['trivy', 'DS0002', 'does not know'],
  ['trivy', 'USER-0001', undefined],
  ['trivy', 'AVD-AWS-0001', undefined],
  ['checkov', 'CKV_DOCKER_3', undefined],
  ['checkov', 'CKV_DOCKER_12', undefined],
  ['checkov', 'CKV_DOCKER_03', 'does not know'],
  ['checkov', 'CKV_DOCKER_0', 'has never had'],
  ['checkov', 'CKV_AWS_1', undefined],
  ['kics', 'anything', undefined],
  ['shellcheck', '2086', undefined],
  ['shellcheck', 'SC1000-SC1999', undefined],
  ['shellcheck', 'SC286', 'has never had'],
] as const)('%s %s: %s', (tool, id, doubt) => {
  const message = doubtAbout(tool, id)?.message;
  if (doubt === undefined) expect(message).toBeUndefined();
  else expect(message).toContain(doubt);
});

test('a comment at the end of a line is removed without the line', () => {
  const text = 'RUN x  # trivy:ignore:DS-0010\n# trivy:ignore:DS-0010\nRUN y\n';
  const doc = linter.open('dockerfile', text);
  const edits = parseSuppressions(doc).map((comment) => deleteComment(doc.source, comment));
  expect(applyEdits(text, edits)).toBe('RUN x\nRUN y\n');
});

test('wildcards', () => {
  expect(matchesWildcards('CKV_DOCKER_1', 'CKV_*_?')).toBe(true);
  expect(matchesWildcards('abcabd', '*abd')).toBe(true);
  expect(matchesWildcards('abc', 'ab')).toBe(false);
  expect(matchesWildcards('a'.repeat(5000), `${'*a'.repeat(2000)}b`)).toBe(false);
  expect(meantIds('checkov', 'CKV_DOCKER_*', ['CKV_DOCKER_1', 'CKV2_DOCKER_1'])).toEqual(['CKV_DOCKER_1']);
});
