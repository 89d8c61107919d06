import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel tells of processes; undefined where there is no /proc. */

/** Milliseconds of CPU so far, in steps of ten. */
export function cpuOf(pid: number | undefined): number | undefined {
  const fields = pid === undefined ? undefined : fieldsOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Megabytes it holds in memory. */
export function memoryOf(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_024);
  } catch {
    return undefined;
  }
}

/** The Java that this process has started. */
export function ownJava(): number | undefined {
  try {
    return readdirSync('/proc')
      .map(Number)
      .find(
        (pid) =>
          pid > 0 &&
          Number(fieldsOf(pid)?.[1]) === process.pid &&
          readFileSync(`/proc/${pid}/comm`, 'utf8') === 'java\n',
      );
  } catch {
    return undefined;
  }
}

/** Whether a process can be bound to a core: there is a second one, and a command for it. */
export const canPin = (cores: number): boolean => cores > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Fields of /proc/<pid>/stat after the name, which may hold spaces. */
function fieldsOf(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}
