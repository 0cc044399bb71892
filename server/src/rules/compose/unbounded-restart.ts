import { insertEntry, replaceScalar } from '../../engine/compose/edits/insert.js';
import { textOf } from '../../engine/compose/forms/defaults.js';
import { given } from '../../engine/compose/security/values.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';
import type { Edit, Span } from '../../engine/text/span.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { shown } from '../../engine/wording.js';

const most = 5;

export default defineRule({
  id: 'unbounded-restart',
  language: 'compose',
  title: 'Give up after a few restarts',
  severity: 'warning',
  profile: 'all',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/services/#restart',
  tags: ['hardening'],
  equivalents: { kics: ['Restart Policy On Failure Not Set To 5'], owasp: ['7'], cis: ['5.15'] },
  differs: { 'Restart Policy On Failure Not Set To 5': 'Fewer than five attempts are fine.' },
  fixes: ['suggestion'],

  *check(doc) {
    for (const key of ['restart', 'deploy'] as const) {
      for (const { service, node } of given(doc, key)) {
        const found = key === 'restart' ? short(doc, node) : long(doc, node);
        if (found === undefined) continue;
        yield {
          at: found.at,
          message: `${shown(service.name)} is started again and again, however often it fails; after ${most} attempts something else is wrong.`,
          owner: node.span,
          fixes: () => fixFrom(found.edits(), { title: `Give up after ${most} attempts`, safety: 'suggestion' }),
        };
      }
    }
  },
});

interface Unbounded {
  readonly at: Span;
  edits(): readonly Edit[] | undefined;
}

function short(doc: ComposeDocument, node: ComposeNode): Unbounded | undefined {
  const field = textOf(node);
  const match = /^on-failure(?::(?<count>.*))?$/.exec(field?.value ?? '');
  if (field === undefined || match === null || node.kind !== 'scalar' || isFew(match.groups?.['count'] ?? '')) {
    return undefined;
  }
  return {
    at: field.span,
    edits: () => (node.interpolated ? undefined : replaceScalar(doc, node, `on-failure:${most}`)),
  };
}

function long(doc: ComposeDocument, node: ComposeNode): Unbounded | undefined {
  const policy = node.kind === 'map' ? node.get('restart_policy') : undefined;
  if (policy?.kind !== 'map' || textOf(policy.get('condition'))?.value !== 'on-failure') return undefined;
  const attempts = policy.get('max_attempts');
  const field = textOf(attempts);
  if (field !== undefined && (field.value === undefined || isFew(field.value))) return undefined;
  return {
    at: field?.span ?? policy.entry('condition')?.span ?? policy.span,
    edits: () => {
      if (attempts === undefined) return insertEntry(doc, policy, 'max_attempts', most);
      return attempts.kind === 'scalar' && !attempts.interpolated ? replaceScalar(doc, attempts, most) : undefined;
    },
  };
}

function isFew(count: string): boolean {
  return /^\d+$/.test(count) && Number(count) > 0 && Number(count) <= most;
}
