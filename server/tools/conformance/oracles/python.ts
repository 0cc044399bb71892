import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filled, hashOf, say } from './home.js';

/** A program that a Python package brings, installed once into the cache folder; or why it cannot be had. */
export async function pythonProgram(name: string): Promise<{ readonly path: string } | { readonly missing: string }> {
  const list = join(process.cwd(), 'test', 'conformance', 'requirements.txt');
  const python = process.env['PYTHON'] ?? 'python3';
  const { code } = await say(python, ['--version']);
  if (code !== 0) return { missing: 'there is no Python' };
  const place = await filled('python', hashOf(readFileSync(list, 'utf8')), (folder) => {
    console.error(`Installing ${list} for the comparison (once)`);
    // No virtual environment: on Debian that would need one more package.
    return say(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, '-r', list]);
  });
  if ('missing' in place) return { missing: `pip could not install it: ${place.missing}` };
  const path = join(place.folder, 'bin', name);
  return existsSync(path) ? { path } : { missing: `its package has no program for this computer` };
}
