import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDockerfile } from './read-dockerfile.ts';

/** A stage as a folder, with what its last instructions say of how it runs. */
export interface Stage {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

interface Built {
  root: string;
  workdir: string;
  env: Record<string, string>;
  user: string;
  command: readonly string[];
  healthcheck: readonly string[];
}

/** Does what a Dockerfile says in empty folders, each for a stage. Commands run here, with this machine's Node and npm. */
export function buildLayers(projectRoot: string, folder: string): Stage {
  const stages = readDockerfile(readFileSync(join(projectRoot, 'Dockerfile'), 'utf8'));
  const built = new Map<string, Built>();
  let last: Built | undefined;
  for (const [at, stage] of stages.entries()) {
    const root = join(folder, String(at));
    mkdirSync(root, { recursive: true });
    last = { root, workdir: '/', env: {}, user: 'root', command: [], healthcheck: [] };
    for (const { instruction, text } of stage) {
      if (instruction === 'FROM') built.set(/ AS (\w+)$/.exec(text)?.[1] ?? String(at), last);
      else perform(instruction, text, { stage: last, built, projectRoot });
    }
  }
  if (!last) throw new Error('The Dockerfile has no stage.');
  return last;
}

interface Around {
  readonly stage: Built;
  readonly built: ReadonlyMap<string, Built>;
  readonly projectRoot: string;
}

function perform(instruction: string, text: string, { stage, built, projectRoot }: Around): void {
  const here = join(stage.root, stage.workdir);
  switch (instruction) {
    case 'WORKDIR':
      stage.workdir = text;
      mkdirSync(join(stage.root, text), { recursive: true });
      return;
    case 'ENV': {
      const [name = '', value = ''] = text.split('=', 2);
      stage.env[name] = value;
      return;
    }
    case 'RUN': {
      const [command = '', ...args] = JSON.parse(text) as string[];
      execFileSync(command, args, { cwd: here, stdio: 'inherit', env: { ...process.env, ...stage.env } });
      return;
    }
    case 'COPY': {
      const [, name, rest = text] = /^--from=(\S+) (.*)$/.exec(text) ?? [];
      const paths = rest.split(' ');
      const target = paths.pop() ?? '';
      const from = name === undefined ? projectRoot : (built.get(name)?.root ?? '');
      for (const path of paths) copy(join(from, path), join(here, target), target.endsWith('/') ? path : undefined);
      return;
    }
    case 'USER':
      stage.user = text;
      return;
    case 'CMD':
      stage.command = JSON.parse(text) as string[];
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = JSON.parse(/CMD (\[.*\])$/.exec(text)?.[1] ?? '[]') as string[];
      return;
    case 'EXPOSE':
      return;
    default:
      throw new Error(`What ${instruction} means is not known here.`);
  }
}

function copy(from: string, to: string, within: string | undefined): void {
  const target = within === undefined ? to : join(to, within.split('/').at(-1) ?? '');
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  cpSync(from, target, { recursive: true });
  statSync(target);
}
