import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Job, Load } from './load.ts';
import { pinned } from './peer-server.ts';

export interface Generator {
  run(job: Job): Promise<Load>;
  stop(): void;
}

/** The load generator in a process of its own; it does one job at a time. */
export function startGenerator(core: number | undefined): Generator {
  const file = fileURLToPath(new URL('load.ts', import.meta.url));
  const { command, args } = pinned(core, [process.execPath, '--import', 'tsx', file]);
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    async run(job) {
      child.send(job);
      const answered = once(child, 'message').then(([load]) => load as Load);
      const ended = once(child, 'exit').then(() => Promise.reject(new Error('The load generator ended.')));
      return await Promise.race([answered, ended]);
    },
    stop: () => void child.kill(),
  };
}
