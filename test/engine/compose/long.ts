/** One of a dozen services of an ordinary file. */
function one(index: number): string {
  return `  app${index}:
    image: "registry.example/app:\${TAG:-1.${index}}"
    build: {context: ./app, args: [A=1, B]}
    command: ["node", 'it''s.js', "--x=\\"y\\""]
    depends_on:
      db:
        condition: service_healthy
    environment:
      <<: *env
      PORT: 80${index}
    ports:
      - "80${index}:80"
      - target: 443   # TLS
    volumes: [data:/data, "./a:/b:ro"]
    healthcheck:
      test: >-
        curl -f http://localhost
        || exit 1
      interval: 1m30s
`;
}

/** An ordinary file of some 200 lines, with every kind of scalar. */
export const long = `# An ordinary file.
name: long
x-env: &env
  A: b
  C: |
    text
      of lines
services:
  db:
    image: postgres:18
    networks: {back: {aliases: [d]}}
${Array.from({ length: 10 }, (_, index) => one(index)).join('')}networks:
  back:
volumes:
  data: {}
secrets:
  s:
    file: ./s
`;
