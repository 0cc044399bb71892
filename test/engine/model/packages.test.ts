import { describe, expect, test } from 'vitest';
import { mayHideOptions, packageCommands } from '../../../server/src/engine/dockerfile/packages/read.js';
import type { Manager } from '../../../server/src/engine/dockerfile/packages/types.js';
import { unpinnedPackages } from '../../../server/src/engine/dockerfile/packages/versions.js';
import { open } from './parse.js';

function commands(manager: Manager, ...lines: readonly string[]) {
  return packageCommands(open('FROM x:1', ...lines), manager);
}

function described(manager: Manager, ...lines: readonly string[]): readonly string[] {
  return commands(manager, ...lines).map(
    ({ program, verb, action, operands }) =>
      `${program} ${verb?.value ?? '?'} (${action}): ${operands.map(({ value }) => value).join(' ')}`,
  );
}

describe('commands of package managers', () => {
  test('options and their values are no operands', () => {
    expect(described('apt', 'RUN sudo -E apt-get -o A=b -qq -t sid install -y --no-install-recommends a b=1')).toEqual([
      'apt-get install (install): a b=1',
    ]);
    expect(described('apk', 'RUN apk --no-cache -X http://r add -t .v --repository=r a')).toEqual([
      'apk add (install): a',
    ]);
    expect(described('yum', 'RUN yum -y --setopt tsflags=nodocs -x b install a')).toEqual(['yum install (install): a']);
    expect(described('zypper', 'RUN zypper -D /repos in -D -r main a')).toEqual(['zypper in (install): a']);
  });

  test('two words make a subcommand', () => {
    expect(described('dnf', 'RUN dnf -y group install dev && dnf module enable -y nodejs:22')).toEqual([
      'dnf install (install): dev',
      'dnf enable (state): nodejs:22',
    ]);
  });

  test('names of inherited properties mean nothing', () => {
    expect(described('dnf', 'RUN dnf constructor toString && dnf __proto__ x')).toEqual([
      'dnf constructor (other): toString',
      'dnf __proto__ (other): x',
    ]);
  });

  test('nothing for Windows', () => {
    expect(packageCommands(open('FROM mcr.microsoft.com/windows:ltsc2022', 'RUN ["apt-get", "x"]'), 'apt')).toEqual([]);
  });
});

describe('variables in a command', () => {
  const operands = (...lines: readonly string[]) =>
    commands('apt', ...lines).map((command) => command.operands.map(({ value }) => value).join(' '));

  test('ARG, ENV and what the RUN assigned count', () => {
    expect(operands('ARG A="a b"', 'ENV B=c', 'RUN D=d; export E="e f"; apt-get install $A "${A}" $B-x $D $E')).toEqual(
      ['a b a b c-x d e f'],
    );
  });

  test('what is assigned twice, later, in part or only sometimes is not known', () => {
    expect(operands('ENV A=a', 'RUN A=b; A=c; apt-get install $A')).toEqual(['$A']);
    expect(operands('ENV A=a', 'RUN A+=b; apt-get install $A')).toEqual(['$A']);
    expect(operands('ENV A=a', 'RUN if x; then A=b; fi; apt-get install $A')).toEqual(['$A']);
    expect(operands('ENV A=a', 'RUN read A; apt-get install $A')).toEqual(['$A']);
    expect(operands('ENV A=a', 'RUN apt-get install $A; A=b')).toEqual(['a']);
    expect(operands('RUN A=$(b); apt-get install $A ${A:-x}')).toEqual(['$A ${A:-x}']);
  });

  test('an unknown one may be options, unless its name says otherwise', () => {
    const hides = (line: string) => commands('apt', line).map(mayHideOptions);
    expect(hides('RUN apt-get $X install a')).toEqual([true]);
    expect(hides('RUN apt-get install $PACKAGES')).toEqual([false]);
    expect(hides('RUN apt-get install $PKG_OPTS')).toEqual([true]);
    expect(hides('RUN apt-get install "$X"')).toEqual([false]);
    expect(hides('RUN f() { apt-get install "$@"; }')).toEqual([true]);
    expect(hides('RUN apt-get install $(cat list)')).toEqual([false]);
  });
});

describe('versions', () => {
  const unpinned = (manager: Manager, line: string) =>
    commands(manager, line).map((command) =>
      unpinnedPackages(command)
        .map(({ value }) => value)
        .join(' '),
    );

  test('of each package system', () => {
    expect(unpinned('apt', 'RUN apt-get install a a=1 a/sid ./a.deb a- a:i386 g++ "$A" a-$A php$V-cli')).toEqual([
      'a a:i386 g++ php$V-cli',
    ]);
    expect(unpinned('apk', "RUN apk add a a=1 a~1 'a>1' a.apk '!a' so:a.so a@edge")).toEqual(['a a@edge']);
    expect(unpinned('yum', "RUN yum install a a-1 a-1.2-3.el9 a-11-b a.rpm @a 'a = 1' a-$V a-1.* a.i686")).toEqual([
      'a a-11-b a.i686',
    ]);
    expect(unpinned('zypper', "RUN zypper in a a=1 'a>1' a.rpm '!a'")).toEqual(['a']);
  });
});
