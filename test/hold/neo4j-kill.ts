import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A Neo4j of this process, which can be killed and started again on the same data. Needs /proc. */
export function killable(pid: number) {
  const [command = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const cwd = readlinkSync(`/proc/${pid}/cwd`);
  let child: ChildProcess | undefined;
  const kill = (): void => {
    if (child) child.kill('SIGKILL');
    else process.kill(pid, 'SIGKILL');
  };
  return {
    kill,
    startAgain(): void {
      child = spawn(command, args, { cwd, stdio: 'ignore' });
    },
    end: (): void => void child?.kill('SIGKILL'),
  };
}
