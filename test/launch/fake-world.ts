import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommandResult, RunOptions, World } from '../../src/launch/world.ts';

export interface Call extends RunOptions {
  line: string;
}

export interface Machine {
  env?: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  /** Paths that are there; folders come from them. */
  files?: readonly string[];
  links?: Readonly<Record<string, string>>;
  /** Answers by the beginning of the command line; the longest beginning counts. */
  commands?: Readonly<Record<string, Partial<CommandResult> | ((call: Call) => Partial<CommandResult>)>>;
  takenPorts?: readonly number[];
  processes?: Readonly<Record<number, string>>;
  discovery?: { neo4j_version: string; bolt_direct: string };
}

/** A made-up machine that writes down every command it is asked to run. */
export function fakeWorld(machine: Machine = {}): World & { calls: Call[] } {
  const { files = [], links = {}, commands = {}, takenPorts = [], processes = {} } = machine;
  const calls: Call[] = [];
  return {
    calls,
    env: machine.env ?? { PATH: '/usr/bin' },
    platform: machine.platform ?? 'linux',
    async run(command, args, options = {}) {
      const call = { line: [command, ...args].join(' '), ...options };
      calls.push(call);
      const known = Object.keys(commands).filter((start) => call.line.startsWith(start));
      const answer = commands[known.sort((a, b) => b.length - a.length)[0] ?? ''];
      if (!answer) return { code: undefined, stdout: '', stderr: `${command}: not there` };
      return {
        code: 0,
        stdout: '',
        stderr: '',
        ...(typeof answer === 'function' ? answer(call) : answer),
      };
    },
    exists: (path) => files.includes(path) || path in links,
    list: (folder) => [
      ...new Set(
        [...files, ...Object.keys(links)]
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    realPath: (path) => links[path] ?? path,
    isPortFree: async (port) => !takenPorts.includes(port),
    isListening: async (port) => takenPorts.includes(port),
    commandOf: async (pid) => processes[pid] ?? '',
    discover: async () => machine.discovery,
  };
}

/** What `java -XshowSettings:properties -version` prints. */
export const javaSays = (version: string, home: string): Partial<CommandResult> => ({
  stderr: `Property settings:\n    java.home = ${home}\n    java.version = ${version}\n\nopenjdk version "${version}" 2025-04-15\n`,
});

/** A folder of its own, deleted after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reformgraph-launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Progress nobody looks at. */
export const quiet = (): void => {};
