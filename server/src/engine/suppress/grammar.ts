import { checkComment } from './forms/buildkit.js';
import { checkovComment } from './forms/checkov.js';
import { hadolintComment } from './forms/hadolint.js';
import { kicsComment } from './forms/kics.js';
import { ownComment } from './forms/own.js';
import type { ParsedComment } from './forms/parsed.js';
import { shellcheckComment } from './forms/shellcheck.js';
import { trivyComments } from './forms/trivy.js';

const interesting = /docker-patterns|hadolint|check|trivy|tfsec|kics-scan|bridgecrew|cortex/i;

/** What one comment, `#` included, means to hide; empty for most. Never throws. */
export function parseComment(text: string): readonly ParsedComment[] {
  if (!interesting.test(text)) return [];
  const own = ownComment(text);
  if (own !== undefined) return [own];
  return [
    hadolintComment(text),
    checkComment(text),
    checkovComment(text),
    kicsComment(text),
    shellcheckComment(text),
    ...trivyComments(text),
  ].filter((parsed) => parsed !== undefined);
}
