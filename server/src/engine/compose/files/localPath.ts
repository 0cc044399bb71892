/**
 * A path as a question about files: from the folder of the Compose file, without `.` and needless `..`; empty for that
 * folder. Undefined for what is absolute, an address, or below the home of the person.
 */
export function localPath(...parts: readonly string[]): string | undefined {
  const found: string[] = [];
  for (const part of parts) {
    if (/^[/~\\]|^[A-Za-z][\w+.-]*:|\\|\0|^git@|^github\.com\//.test(part)) return undefined;
    for (const name of part.split('/')) {
      if (name === '..' && found.length > 0 && found.at(-1) !== '..') found.pop();
      else if (name !== '' && name !== '.') found.push(name);
    }
  }
  return found.join('/');
}
