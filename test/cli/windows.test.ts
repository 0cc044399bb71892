import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinPath } from '../../server/src/engine/config/chain.js';
import { matchesGlobs, matchesWhole } from '../../server/src/engine/config/glob.js';
import { detectLanguage } from '../../server/src/engine/language.js';
import { readReport } from '../../server/src/cli/compare/reports.js';
import { absolute, comparePaths, displayPath, slashes, withCapitalDrive } from '../../server/src/cli/paths.js';

describe('paths of Windows', () => {
  const cwd = 'C:\\repo';

  it.each([
    ['app\\Dockerfile', 'C:\\repo\\app\\Dockerfile', 'app/Dockerfile'],
    ['app/Dockerfile', 'C:\\repo\\app\\Dockerfile', 'app/Dockerfile'],
    ['.\\Dockerfile', 'C:\\repo\\Dockerfile', 'Dockerfile'],
    ['c:\\repo\\app\\Dockerfile', 'C:\\repo\\app\\Dockerfile', 'app/Dockerfile'],
    ['C:/Repo/Dockerfile', 'C:\\Repo\\Dockerfile', 'Dockerfile'],
    ['..\\other\\Dockerfile', 'C:\\other\\Dockerfile', '../other/Dockerfile'],
    ['d:\\x\\Dockerfile', 'D:\\x\\Dockerfile', 'D:/x/Dockerfile'],
    ['\\\\host\\share\\Dockerfile', '\\\\host\\share\\Dockerfile', '//host/share/Dockerfile'],
    ['.', 'C:\\repo', '.'],
  ])('%s', (written, path, shown) => {
    expect(absolute(written, cwd, win32)).toBe(path);
    expect(displayPath(path, cwd, win32)).toBe(shown);
  });

  it('have one spelling of the drive, and the order of other systems', () => {
    expect(withCapitalDrive('c:\\x', win32)).toBe('C:\\x');
    expect(slashes('C:\\a b\\c', win32)).toBe('C:/a b/c');
    const sorted = ['C:\\r\\a-b\\D', 'C:\\r\\a\\D', 'C:\\r\\D'].sort((a, b) => comparePaths(a, b, win32));
    expect(sorted).toEqual(['C:\\r\\D', 'C:\\r\\a\\D', 'C:\\r\\a-b\\D']);
  });

  it('are names and patterns like others', () => {
    expect(detectLanguage({ name: 'C:\\repo\\web.dockerfile' })).toBe('dockerfile');
    expect(matchesGlobs(['vendor/**'], 'C:/repo', 'C:/repo/vendor/a/Dockerfile')).toBe(true);
    expect(matchesWhole(['api/*'], 'C:/repo', 'C:/repo/api/Dockerfile')).toBe(true);
    expect(joinPath('C:/repo/app', '../base.yaml')).toBe('C:/repo/base.yaml');
    expect(joinPath('/c:/repo', 'C:/other.yaml')).toBe('/c:/other.yaml');
  });

  it('in reports of other tools', () => {
    const report = JSON.stringify([{ code: 'DL3006', file: 'app\\Dockerfile', line: 1, message: 'x' }]);
    expect(readReport(report)?.findings[0]?.path).toBe('app/Dockerfile');
  });
});
