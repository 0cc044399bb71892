import { changed, fromSnippet } from './snippet.js';
import { backingsOf } from './text.js';
import type { Detector, ProjectFiles } from './types.js';

/** Projects with a go.mod. */
export const go: Detector = {
  reads: [/^go\.mod$/],
  detect(files) {
    const manifest = files.read('go.mod');
    if (manifest === undefined) return undefined;
    const modules = [...manifest.matchAll(/^\s*(?:require\s+)?(?:github\.com\/)?([\w./-]+?)(?:\/v\d+)?\s+v\d/gm)];
    return {
      title: 'Go project (Go 1.26)',
      dockerfile: changed(
        fromSnippet('go', { 1: '1.26', 2: files.has('main.go') ? '.' : './cmd/...' }),
        files.has('go.sum') ? undefined : ['go.mod go.sum', 'go.mod'],
      ),
      port: 8080,
      backings: backingsOf(modules.map(([, name = '']) => name)),
      made: [],
    };
  },
};

/** Projects with a Cargo.toml that makes a program. */
export const rust: Detector = {
  reads: [/^Cargo\.toml$/],
  detect(files) {
    const manifest = files.read('Cargo.toml');
    const [, name] = /^\[package\][^[]*?^name\s*=\s*"([\w-]+)"/ms.exec(manifest ?? '') ?? [];
    if (manifest === undefined || name === undefined) return undefined;
    const used = [...manifest.matchAll(/^([\w-]+)\s*=/gm)].map(([, each = '']) => each);
    return {
      title: 'Rust project (Cargo)',
      dockerfile: changed(
        fromSnippet('rust', { 2: name }),
        files.has('Cargo.lock') ? undefined : ['cargo build --release --locked', 'cargo build --release'],
      ),
      port: 8080,
      backings: backingsOf(used),
      made: ['target/'],
    };
  },
};

const springBoot = /spring-boot|springframework\.boot/;

/** Projects of Maven and Gradle. */
export const java: Detector = {
  reads: [/^pom\.xml$/, /^build\.gradle(?:\.kts)?$/],
  detect(files) {
    const maven = files.read('pom.xml');
    const gradle = files.read('build.gradle.kts') ?? files.read('build.gradle');
    const text = maven ?? gradle;
    if (text === undefined) return undefined;
    const [, asked] = /(?:java\.version>|maven\.compiler\.release>|JavaLanguageVersion\.of\()\s*(\d+)/.exec(text) ?? [];
    const version = asked !== undefined && ['17', '21', '25'].includes(asked) ? asked : '21';
    const dependencies = [...text.matchAll(/<artifactId>([\w.-]+)<|:([\w.-]+)(?::|['"])/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    const spring = springBoot.test(text);
    return {
      title: `${spring ? 'Spring Boot' : 'Java'} project (${maven === undefined ? 'Gradle' : 'Maven'}, Java ${version})`,
      dockerfile: maven === undefined ? gradleBuild(files, version, text) : mavenBuild(files, version),
      port: 8080,
      backings: backingsOf(dependencies),
      made: maven === undefined ? ['build/', '.gradle/'] : ['target/'],
    };
  },
};

function mavenBuild(files: ProjectFiles, version: string): string {
  const text = changed(fromSnippet('java-maven', { 1: version }), ['COPY src ./src', 'COPY . .']);
  if (!files.has('mvnw') || !files.has('.mvn/')) return text;
  return changed(
    text,
    [`maven:3.9-eclipse-temurin-${version}`, `eclipse-temurin:${version}-jdk`],
    ['COPY pom.xml ./', 'COPY mvnw pom.xml ./\nCOPY .mvn .mvn'],
    [' mvn --', ' ./mvnw --'],
  );
}

function gradleBuild(files: ProjectFiles, version: string, project: string): string {
  const task = springBoot.test(project) ? 'bootJar' : /shadow/.test(project) ? 'shadowJar' : 'jar';
  const text = changed(fromSnippet('java-gradle', { 1: version, 2: task }), [
    'COPY settings.gradle* build.gradle* gradle.properties* ./\nCOPY gradle ./gradle\nCOPY src ./src',
    'COPY . .',
  ]);
  if (!files.has('gradlew') || !files.has('gradle/')) return text;
  return changed(
    text,
    [`gradle:9-jdk${version}`, `eclipse-temurin:${version}-jdk`],
    ['/home/gradle/.gradle', '/root/.gradle'],
    [' gradle --', ' ./gradlew --'],
  );
}

/** Projects with a .csproj at the top. */
export const dotnet: Detector = {
  reads: [/\.csproj$/],
  detect(files) {
    const [name, ...more] = files.entries.filter((entry) => entry.endsWith('.csproj'));
    if (name === undefined) return undefined;
    const several = more.length > 0;
    const project = files.read(name) ?? '';
    const [, asked] = /<TargetFramework>net(\d+)\.0/.exec(project) ?? [];
    const version = asked !== undefined && ['8', '9', '10'].includes(asked) ? `${asked}.0` : '10.0';
    const web = /Sdk="Microsoft\.NET\.Sdk\.Web"/.test(project);
    const packages = [...project.matchAll(/PackageReference Include="([\w.]+)"/g)].map(([, each = '']) => each);
    return {
      title: `${web ? 'ASP.NET Core' : '.NET'} project (.NET ${version})`,
      dockerfile: changed(
        fromSnippet('dotnet', { 1: version, 2: name.replace(/\.csproj$/, '') }),
        several ? ['dotnet restore', `dotnet restore ${name}`] : undefined,
        several ? ['dotnet publish', `dotnet publish ${name}`] : undefined,
        web ? undefined : [`/aspnet:${version}`, `/runtime:${version}`],
        web ? undefined : ['EXPOSE 8080\n', ''],
      ),
      port: web ? 8080 : undefined,
      backings: backingsOf(packages),
      made: ['bin/', 'obj/'],
    };
  },
};
