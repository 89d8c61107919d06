import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A Neo4j of this process, which can be killed and started again on the same data. Needs /proc. */
export function killable(pid: number) {
  const [command = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const cwd = readlinkSync(`/proc/${pid}/cwd`);
  let child: ChildProcess | undefined;
  /** Comes back once it is gone: before that its ports and files are taken. */
  async function kill(): Promise<void> {
    const own = child?.pid ?? pid;
    process.kill(own, 'SIGKILL');
    while (existsSync(`/proc/${own}`)) await pause(20);
  }
  return {
    kill,
    startAgain(): void {
      child = spawn(command, args, { cwd, stdio: 'ignore' });
    },
    end: (): void => void child?.kill('SIGKILL'),
  };
}
