import { describe } from 'vitest';
import type { ClientOptions } from './client.js';
import type { Launch } from './wire.js';
import { TestClient } from './client.js';
import { bundled, fullCapabilities, inProcess, plainCapabilities } from './wire.js';

type Start = (options?: Omit<ClientOptions, 'capabilities'>) => Promise<TestClient>;

interface Variant {
  readonly name: string;
  /** Our client: everything the server can use. Else a plain client. */
  readonly full: boolean;
  readonly start: Start;
}

const ours = {
  commands: ['dockerPatterns.openGuide', 'dockerPatterns.showRule', 'dockerPatterns.addDockerFiles'],
  files: true,
  snippets: true,
  status: true,
};

const launches: readonly (readonly [string, Launch])[] = [
  ['in this process', () => inProcess()],
  ['bundled, over stdio', bundled],
];

/** Every way in which the same tests run: two servers, each with our client and with a plain one. */
export const variants: readonly Variant[] = launches.flatMap(([name, launch]) => [
  {
    name: `${name}, our client`,
    full: true,
    start: (options) =>
      TestClient.start(launch, { capabilities: fullCapabilities, initializationOptions: ours, ...options }),
  },
  {
    name: `${name}, a plain client`,
    full: false,
    start: (options) => TestClient.start(launch, { capabilities: plainCapabilities, ...options }),
  },
]);

/** Runs tests with every variant. */
export function withEvery(title: string, tests: (variant: Variant) => void): void {
  describe.each(variants)(`${title}, $name`, tests);
}

/** Runs one body with a client that is stopped in the end. */
export async function using(client: Promise<TestClient>, body: (client: TestClient) => Promise<void>): Promise<void> {
  const started = await client;
  await body(started);
  await started.stop();
}
