import { editScalar } from '../../engine/compose/edits/insert.js';
import { readPairs } from '../../engine/compose/forms/pairs.js';
import { urlPasswords } from '../../engine/compose/security/credentials.js';
import { given } from '../../engine/compose/security/values.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'credential-in-url',
  language: 'compose',
  title: 'Keep passwords out of addresses',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',
  tags: ['security', 'secrets'],
  equivalents: { composeLint: ['CL-0021'], owasp: ['12'] },
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const { node: environment } of given(doc, 'environment')) {
      for (const { key, node, span: owner, merged } of readPairs(environment).pairs) {
        if (key === undefined || node?.kind !== 'scalar' || seen.has(node)) continue;
        seen.add(node);
        for (const { start, end, span, isDefault } of urlPasswords(node)) {
          const name = `${key.replace(/_?(?:URL|URI|DSN|CONNECTION(?:_STRING)?)$/i, '').toUpperCase()}_PASSWORD`;
          const canFix = !isDefault && !merged && /^[A-Z]\w*$/.test(name);
          yield {
            at: span,
            message: `The address in ${shown(key)} holds ${isDefault ? 'a default password' : 'its password'}, which everybody has who reads the file, a log or docker inspect; take it from a variable.`,
            owner,
            ...(isDefault ? { severity: 'info' } : {}),
            fixes: () =>
              fixFrom(canFix ? editScalar(doc, node, start, end, `\${${name}:?set it in .env}`) : undefined, {
                title: `Take it from the variable ${name}, in .env or the shell`,
                safety: 'suggestion',
              }),
          };
        }
      }
    }
  },
});
