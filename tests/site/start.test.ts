import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

test('npm start prints the address of a site that was built already, and serves it there', async () => {
  const server = spawn(process.execPath, ['src/companion/start.ts', '--no-open', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const lines: AsyncIterable<string> = createInterface({ input: server.stdout });
    let origin: string | undefined;
    for await (const line of lines) {
      origin = /Drydock is at (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (origin !== undefined) break;
    }
    expect(await (await fetch(`${origin ?? ''}/ecs/architecture/`)).text()).toContain('<h1');
  } finally {
    server.kill();
    await once(server, 'exit');
  }
});
