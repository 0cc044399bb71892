/** Blocks as people write them; one stage each, so that a long file is many stages of a real shape. */
const blocks: readonly string[] = [
  `FROM node:24-alpine AS deps{n}
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \\
    npm ci
COPY . .
# The build writes to dist.
ENV NODE_ENV=production PORT={p}
RUN npm run build && npm prune --omit=dev

`,
  `FROM debian:13-slim AS tools{n}
ARG VERSION={p}
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN apt-get update \\
    && apt-get install -y --no-install-recommends \\
        # for https
        ca-certificates \\
        curl \\
        git \\
    && rm -rf /var/lib/apt/lists/*
RUN set -eux; \\
    for arch in amd64 arm64; do \\
      curl -fsSL "https://example.com/tool-\${VERSION}-\${arch}.tar.gz" | tar -xz -C /opt; \\
    done; \\
    if [ -n "$VERSION" ]; then echo "$VERSION" > /opt/version; fi
LABEL org.opencontainers.image.title="tools {n}" \\
      org.opencontainers.image.version="$VERSION"

`,
  `FROM python:3.14-slim AS api{n}
WORKDIR /srv
COPY requirements.txt .
RUN pip install -r requirements.txt
RUN <<EOF
set -e
useradd --create-home app{n}
mkdir -p /srv/data
chown app{n} /srv/data
EOF
COPY --chown=app{n} . .
COPY --from=tools{n} /opt /opt
USER app{n}
EXPOSE {p}
HEALTHCHECK --interval=30s CMD curl -f http://localhost:{p}/ || exit 1
CMD ["gunicorn", "--bind", "0.0.0.0:{p}", "app:app"]

`,
  `FROM golang:1.26-alpine AS server{n}
WORKDIR /src
COPY . .
RUN apk add git && \\
    CGO_ENABLED=0 go build -ldflags="-w -s" -o /out/server{n} ./cmd/server
COPY --from=api{n} /srv/data /data
ENTRYPOINT /out/server{n} --port {p}

`,
];

/** A Dockerfile of about `lines` lines (a whole number of stages, at least one). */
export function sampleDockerfile(lines: number): string {
  const parts: string[] = ['# syntax=docker/dockerfile:1\n'];
  for (let n = 1, count = 1; count < lines; n++) {
    for (const block of blocks) {
      if (count >= lines) break;
      parts.push(block.replaceAll('{n}', String(n)).replaceAll('{p}', String(3000 + (n % 1000))));
      count += block.split('\n').length - 1;
    }
  }
  return parts.join('');
}
