/** Docker's own namespaces (docs.docker.com, “Docker object labels”). */
const reserved = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;
/** Labels that Docker asks authors of extensions for. */
const asked = /^com\.docker\.(?:desktop\.extension|extension)\./;

/** What is wrong with the key of a label, to stand behind its name; undefined where nothing is. Never throws. */
export function keyFault(key: string): string | undefined {
  if (reserved.test(key) && !asked.test(key)) return 'belongs to a namespace that Docker keeps for itself';
  if (/^[A-Za-z\d./_-]+$/.test(key) && /[A-Z]/.test(key))
    return 'has capital letters, where Docker recommends small ones';
  if (/[^a-z\d./_-]/.test(key)) return 'holds other characters than a to z, 0 to 9, dot, hyphen, underscore and slash';
  if (!/^[a-z]/.test(key)) return 'does not start with a letter';
  if (!/[a-z\d]$/.test(key)) return 'does not end with a letter or digit';
  if (/\.\.|--/.test(key)) return 'has two dots or two hyphens in a row';
  return undefined;
}

/** A valid key like the given one: `buildDate` and `Build Date` become `build-date`. Undefined where there is none. */
export function repairedKey(key: string): string | undefined {
  const repaired = key
    .replaceAll(/([a-z\d])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .replaceAll(/[^a-z\d./_-]+/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^[^a-z]+/, '')
    .replace(/[^a-z\d]+$/, '');
  return repaired === '' || keyFault(repaired) !== undefined ? undefined : repaired;
}
