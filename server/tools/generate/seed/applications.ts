import type { SeedPart } from './types.js';

export const applications: SeedPart = {
  heading: 'Common Patterns',
  headings: [
    {
      heading: 'Node.js Application',
      guide: 'node-application',
      blocks: [
        {
          what: 'Next.js with its standalone output, in four stages',
          snippets: ['nextjs', 'node', 'node-pnpm', 'node-yarn', 'node-distroless'],
          rules: ['unlocked-install', 'dev-dependencies-in-final-stage', 'package-script-command'],
          hovers: ['FROM', 'COPY --from', 'COPY --chown', 'ENV', 'an image'],
        },
      ],
    },
    {
      heading: 'Python Application',
      guide: 'python-application',
      blocks: [
        {
          what: 'A virtual environment that is built with compilers and runs without them',
          snippets: ['python', 'python-uv', 'python-wheels'],
          rules: ['pip-cache-left', 'unpinned-pip-packages', 'apt-lists-left', 'build-tools-in-final-stage'],
          hovers: ['ENV', 'RUN', 'a variable', 'an image'],
        },
      ],
    },
    {
      heading: 'Go Application',
      guide: 'go-application',
      blocks: [
        {
          what: 'A static program on an image without shell and package manager',
          snippets: ['go', 'go-cross', 'scratch'],
          rules: ['unpinned-go-packages', 'end-of-life-base-image', 'build-tools-in-final-stage'],
          hovers: ['FROM', 'ENTRYPOINT', 'an image'],
        },
      ],
    },
  ],
};
