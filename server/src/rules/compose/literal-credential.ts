import { isCredential, literalVariables } from '../../engine/compose/security/credentials.js';
import { secretFixes } from '../../engine/compose/security/secretFixes.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'literal-credential',
  language: 'compose',
  title: 'Keep passwords and keys out of the file',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/compose/how-tos/use-secrets/',
  tags: ['security', 'secrets'],
  equivalents: { kics: ['Passwords And Secrets'], composeLint: ['CL-0020'], owasp: ['12'] },
  differs: {
    'CL-0020':
      'Names that say more about a secret than what it is (TOKEN_ISSUER, PASSWORD_POLICY, SECRET_NAME) are silent; a default of a variable is told, as info.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const variable of literalVariables(doc)) {
      const { key, value, pair, isDefault } = variable;
      if (!isCredential(key, value) || pair.value === undefined) continue;
      yield {
        at: pair.value.span,
        message: isDefault
          ? `Where nobody sets the variable, ${shown(key)} is what stands here for everybody to read; let Compose ask for it with \${…:?}.`
          : `${shown(key)} stands in the file, so everybody who reads the repository or asks docker inspect has it; keep it in a secret or a variable.`,
        owner: pair.span,
        ...(isDefault ? { severity: 'info' } : {}),
        fixes: () => secretFixes(doc, variable),
      };
    }
  },
});
