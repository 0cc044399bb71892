import { differences } from '../../../server/tools/conformance/types.js';
import {
  allLoose,
  gemHere,
  goHere,
  hasOptionValue,
  namesUnknown,
  noneButSome,
  npmHere,
  pipHere,
} from '../languages.js';
import { isHidden, runsHere, stageHere } from '../predicates.js';

const source = (file: string) => `https://github.com/hadolint/hadolint/blob/master/src/Hadolint/${file}.hs`;
const pip = { rule: 'unpinned-pip-packages', tool: 'hadolint', code: 'DL3013' } as const;
const npm = { rule: 'unpinned-npm-packages', tool: 'hadolint', code: 'DL3016' } as const;
const gem = { rule: 'unpinned-gem-packages', tool: 'hadolint', code: 'DL3028' } as const;
const go = { rule: 'unpinned-go-packages', tool: 'hadolint', code: 'DL3062' } as const;
const hidden = 'A command behind another one, called by its path or in the string of `sh -c` installs as well.';
const unknown = 'What only the build knows may name a version.';

export default differences(
  {
    ...pip,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/643',
    reason: 'The commands of a Windows stage are left to those who know PowerShell and cmd.',
    example: '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN pip install flask\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip install flask\n',
    accepts: (place) => stageHere(place)?.os === 'windows',
  },
  {
    ...npm,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/643',
    reason: 'The commands of a Windows stage are left to those who know PowerShell and cmd.',
    example: '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN npm install --global yarn\n',
    neighbour: 'FROM node:24-slim\nRUN npm install --global yarn\n',
    accepts: (place) => stageHere(place)?.os === 'windows',
  },
  {
    ...pip,
    side: 'ours',
    class: 'upstream',
    source: source('Shell'),
    reason: `${hidden.slice(0, -1)}, and so does \`python -m pip\` with options in front of install.`,
    example: 'FROM python:3.14-slim\nRUN sudo pip install flask\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip install flask\n',
    accepts: (place) =>
      allLoose(pipHere(place), ({ run }) => {
        const between = run.args[0]?.value === '-m' && run.args[2]?.value !== 'install';
        return isHidden(place, run) || between;
      }),
  },
  {
    ...pip,
    side: 'ours',
    class: 'upstream',
    source: source('Rule/DL3013'),
    reason: 'The comparison of an environment marker, and the @ in front of a host, are no version.',
    example: 'FROM python:3.14-slim\nRUN pip install "tomli; python_version < \'3.11\'"\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip install tomli\n',
    accepts: (place) =>
      allLoose(pipHere(place), ({ loose }) => loose.every(({ value }) => /;.*[<>=]|:\/\/[^/]*@/.test(value))),
  },
  {
    ...pip,
    side: 'theirs',
    class: 'unknowable',
    reason: unknown,
    example: 'FROM python:3.14-slim\nARG FLASK\nRUN pip install $FLASK\n',
    neighbour: 'FROM python:3.14-slim\nARG FLASK\nRUN pip install $FLASK httpx\n',
    accepts: (place) => noneButSome(pipHere(place), namesUnknown),
  },
  {
    ...pip,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1067',
    reason: 'pipx is not pip, and asks for versions in another way.',
    example: 'FROM python:3.14-slim\nRUN pipx install poetry\n',
    neighbour: 'FROM python:3.14-slim\nRUN pipx install poetry && pip install poetry\n',
    accepts: (place) => runsHere(place, 'pipx').length > 0 && pipHere(place).every(({ loose }) => loose.length === 0),
  },
  {
    ...pip,
    side: 'theirs',
    class: 'upstream',
    source: source('Rule/DL3013'),
    reason: 'Requirements are named in other spellings than -r alone, and so is the project itself.',
    example: 'FROM python:3.14-slim\nRUN pip install -qr requirements.txt\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip install -q flask\n',
    accepts: (place) =>
      noneButSome(pipHere(place), ({ run }) =>
        run.args.some(({ value }) => /^(?:-[a-z]+r|--requirement=.*|\.\[.*\])$/.test(value)),
      ),
  },
  {
    ...pip,
    side: 'theirs',
    class: 'deliberate',
    reason: 'A folder of wheels or a file of constraints holds the versions.',
    example: 'FROM python:3.14-slim\nRUN pip install --no-index --find-links=/wheels flask\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip install --find-links=/wheels flask\n',
    accepts: (place) =>
      noneButSome(pipHere(place), ({ run }) => {
        const { doc } = place;
        const constrained =
          doc.scopeAt(run.command.instruction).get('PIP_CONSTRAINT') !== undefined ||
          run.assignments.some(({ name }) => name === 'PIP_CONSTRAINT');
        return constrained || run.args.some(({ value }) => value === '--no-index');
      }),
  },
  {
    ...npm,
    side: 'ours',
    class: 'upstream',
    source: source('Shell'),
    reason: hidden,
    example: 'FROM node:24-slim\nRUN sudo -u node npm install express\n',
    neighbour: 'FROM node:24-slim\nRUN npm install express\n',
    accepts: (place) => allLoose(npmHere(place), ({ run }) => isHidden(place, run)),
  },
  {
    ...npm,
    side: 'ours',
    class: 'upstream',
    source: source('Rule/DL3016'),
    reason: 'npm i and npm add are other names of npm install.',
    example: 'FROM node:24-slim\nRUN npm i express\n',
    neighbour: 'FROM node:24-slim\nRUN npm install express\n',
    accepts: (place) => allLoose(npmHere(place), ({ run }) => run.args.every(({ value }) => value !== 'install')),
  },
  {
    ...npm,
    side: 'ours',
    class: 'deliberate',
    reason: 'A tag that moves with each release is no version.',
    example: 'FROM node:24-slim\nRUN npm install npm@latest\n',
    neighbour: 'FROM node:24-slim\nRUN npm install npm\n',
    accepts: (place) => allLoose(npmHere(place), ({ loose }) => loose.every(({ value }) => value.includes('@', 1))),
  },
  {
    ...npm,
    side: 'theirs',
    class: 'upstream',
    source: source('Rule/DL3016'),
    reason: 'The value of an option, in a word of its own, is no package.',
    example: 'FROM node:24-slim\nRUN npm install --prefix web\n',
    neighbour: 'FROM node:24-slim\nRUN npm install --prefix web express\n',
    accepts: (place) => noneButSome(npmHere(place), hasOptionValue),
  },
  {
    ...npm,
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.npmjs.com/cli/using-npm/package-spec',
    reason: 'A folder, an address and a repository with a commit are what they are.',
    example: 'FROM node:24-slim\nRUN npm install expressjs/cors#v2.8.5\n',
    neighbour: 'FROM node:24-slim\nRUN npm install expressjs/cors\n',
    accepts: (place) =>
      noneButSome(npmHere(place), ({ words }) => words.some(({ value }) => /^\.$|^file:|:\/\/|#/.test(value))),
  },
  {
    ...npm,
    side: 'theirs',
    class: 'unknowable',
    reason: unknown,
    example: 'FROM node:24-slim\nARG TOOLS\nRUN npm install $TOOLS\n',
    neighbour: 'FROM node:24-slim\nARG TOOLS\nRUN npm install $TOOLS express\n',
    accepts: (place) => noneButSome(npmHere(place), namesUnknown),
  },
  {
    ...gem,
    side: 'ours',
    class: 'upstream',
    source: source('Rule/DL3028'),
    reason: 'An option without a value does not take the gem behind it.',
    example: 'FROM ruby:3.4-slim\nRUN gem install --no-document fpm\n',
    neighbour: 'FROM ruby:3.4-slim\nRUN gem install fpm --no-document\n',
    accepts: (place) =>
      allLoose(gemHere(place), ({ run, loose }) =>
        loose.every((word) => run.args[run.args.indexOf(word) - 1]?.value.startsWith('-') === true),
      ),
  },
  {
    ...gem,
    side: 'theirs',
    class: 'upstream',
    source: source('Rule/DL3028'),
    reason: 'A file has its version in its name, and the value of an option is no gem.',
    example: 'FROM ruby:3.4-slim\nRUN gem install pups-1.4.0.gem\n',
    neighbour: 'FROM ruby:3.4-slim\nRUN gem install pups\n',
    accepts: (place) =>
      noneButSome(
        gemHere(place),
        (install) => hasOptionValue(install) || install.words.some(({ value }) => value.endsWith('.gem')),
      ),
  },
  {
    ...gem,
    side: 'theirs',
    class: 'unknowable',
    reason: unknown,
    example: 'FROM ruby:3.4-slim\nARG GEMS\nRUN gem install $GEMS\n',
    neighbour: 'FROM ruby:3.4-slim\nARG GEMS\nRUN gem install $GEMS puma\n',
    accepts: (place) => noneButSome(gemHere(place), namesUnknown),
  },
  {
    ...go,
    side: 'ours',
    class: 'upstream',
    source: source('Rule/DL3062'),
    reason: 'A branch moves as latest does, also where a variable of the file holds it.',
    example: 'FROM golang:1.26\nRUN go install example.com/tool/cmd/tool@master\n',
    neighbour: 'FROM golang:1.26\nRUN go install example.com/tool/cmd/tool@latest\n',
    accepts: (place) =>
      !goHere(place).some(hasOptionValue) &&
      allLoose(goHere(place), ({ loose }) => loose.every(({ value }) => /@(?!latest$)/.test(value))),
  },
  {
    ...go,
    side: 'theirs',
    class: 'upstream',
    source: 'https://pkg.go.dev/cmd/go#hdr-Compile_and_install_packages_and_dependencies',
    reason: 'Without @ the version in go.mod is built, or what is there already: nothing new is fetched.',
    example: 'FROM golang:1.26\nRUN go install example.com/tool/cmd/tool\n',
    neighbour: 'FROM golang:1.26\nRUN go get example.com/tool/cmd/tool\n',
    accepts: (place) =>
      noneButSome(goHere(place), ({ run, words }) => {
        const verb = run.args.find(({ value }) => !value.startsWith('-'))?.value;
        return verb !== 'get' && words.some(({ value }) => !value.includes('@'));
      }),
  },
  {
    ...go,
    side: 'theirs',
    class: 'upstream',
    source: source('Rule/DL3062'),
    reason: 'The value of a build flag is no package, and @none takes one away.',
    example: 'FROM golang:1.26\nRUN go install -tags netgo example.com/tool@v1.0.0\n',
    neighbour: 'FROM golang:1.26\nRUN go install -tags netgo example.com/tool@latest\n',
    accepts: (place) =>
      noneButSome(
        goHere(place),
        (install) => hasOptionValue(install) || install.words.some(({ value }) => value.endsWith('@none')),
      ),
  },
);
