import { backingsOf, lines } from './text.js';
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
      dockerfile: lines(
        '# syntax=docker/dockerfile:1',
        'FROM golang:1.26 AS build',
        'WORKDIR /src',
        `COPY ${files.has('go.sum') ? 'go.mod go.sum' : 'go.mod'} ./`,
        'RUN --mount=type=cache,target=/go/pkg/mod go mod download',
        'COPY . .',
        'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\',
        `    CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/app ${files.has('main.go') ? '.' : './cmd/...'}`,
        '',
        'FROM gcr.io/distroless/static-debian13:nonroot',
        'COPY --from=build /out/app /app',
        'EXPOSE 8080',
        'ENTRYPOINT ["/app"]',
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
    const caches = '--mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target';
    return {
      title: 'Rust project (Cargo)',
      dockerfile: lines(
        '# syntax=docker/dockerfile:1',
        'FROM rust:1.91-slim AS build',
        'WORKDIR /src',
        'COPY . .',
        `RUN ${caches} \\`,
        `    cargo build --release${files.has('Cargo.lock') ? ' --locked' : ''} && cp target/release/${name} /app`,
        '',
        'FROM gcr.io/distroless/cc-debian13:nonroot',
        'COPY --from=build /app /app',
        'EXPOSE 8080',
        'ENTRYPOINT ["/app"]',
      ),
      port: 8080,
      backings: backingsOf(used),
      made: ['target/'],
    };
  },
};

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
    const spring = /spring-boot/.test(text);
    return {
      title: `${spring ? 'Spring Boot' : 'Java'} project (${maven === undefined ? 'Gradle' : 'Maven'}, Java ${version})`,
      dockerfile: `${maven === undefined ? gradleBuild(files, version) : mavenBuild(files, version)}${lines(
        '',
        `FROM eclipse-temurin:${version}-jre`,
        'RUN useradd --system --no-create-home --uid 10001 app',
        'WORKDIR /app',
        'COPY --from=build /app.jar app.jar',
        'USER app',
        'EXPOSE 8080',
        'ENTRYPOINT ["java", "-jar", "app.jar"]',
      )}`,
      port: 8080,
      backings: backingsOf(dependencies),
      made: maven === undefined ? ['build/', '.gradle/'] : ['target/'],
    };
  },
};

function mavenBuild(files: ProjectFiles, version: string): string {
  const wrapper = files.has('mvnw') && files.has('.mvn/');
  const tool = wrapper ? './mvnw' : 'mvn';
  const cache = '--mount=type=cache,target=/root/.m2';
  return lines(
    '# syntax=docker/dockerfile:1',
    `FROM ${wrapper ? `eclipse-temurin:${version}-jdk` : `maven:3.9-eclipse-temurin-${version}`} AS build`,
    'WORKDIR /src',
    ...(wrapper ? ['COPY mvnw pom.xml ./', 'COPY .mvn .mvn'] : ['COPY pom.xml ./']),
    `RUN ${cache} ${tool} --batch-mode dependency:go-offline`,
    'COPY . .',
    `RUN ${cache} ${tool} --batch-mode package -DskipTests \\`,
    '    && mv target/*.jar /app.jar',
  );
}

function gradleBuild(files: ProjectFiles, version: string): string {
  const wrapper = files.has('gradlew') && files.has('gradle/');
  return lines(
    '# syntax=docker/dockerfile:1',
    `FROM ${wrapper ? `eclipse-temurin:${version}-jdk` : `gradle:9-jdk${version}`} AS build`,
    'WORKDIR /src',
    'COPY . .',
    `RUN --mount=type=cache,target=/root/.gradle ${wrapper ? './gradlew' : 'gradle'} --no-daemon assemble \\`,
    "    && find build/libs -name '*.jar' ! -name '*-plain.jar' -exec mv {} /app.jar ';'",
  );
}

/** Projects with a .csproj at the top. */
export const dotnet: Detector = {
  reads: [/\.csproj$/],
  detect(files) {
    const name = files.entries.find((entry) => entry.endsWith('.csproj'));
    if (name === undefined) return undefined;
    const project = files.read(name) ?? '';
    const [, asked] = /<TargetFramework>net(\d+)\.0/.exec(project) ?? [];
    const version = asked !== undefined && ['8', '9', '10'].includes(asked) ? `${asked}.0` : '10.0';
    const web = /Sdk="Microsoft\.NET\.Sdk\.Web"/.test(project);
    const packages = [...project.matchAll(/PackageReference Include="([\w.]+)"/g)].map(([, each = '']) => each);
    return {
      title: `${web ? 'ASP.NET Core' : '.NET'} project (.NET ${version})`,
      dockerfile: lines(
        '# syntax=docker/dockerfile:1',
        `FROM mcr.microsoft.com/dotnet/sdk:${version} AS build`,
        'WORKDIR /src',
        `COPY ${name} ./`,
        'RUN --mount=type=cache,target=/root/.nuget/packages dotnet restore',
        'COPY . .',
        `RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish ${name} --no-restore -c Release -o /app`,
        '',
        `FROM mcr.microsoft.com/dotnet/${web ? 'aspnet' : 'runtime'}:${version}`,
        'WORKDIR /app',
        'COPY --from=build /app .',
        'USER $APP_UID',
        web ? 'EXPOSE 8080' : undefined,
        `ENTRYPOINT ["dotnet", "${name.replace(/\.csproj$/, '.dll')}"]`,
      ),
      port: web ? 8080 : undefined,
      backings: backingsOf(packages),
      made: ['bin/', 'obj/'],
    };
  },
};
