import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseJava, findJavas } from '../../src/launch/find-java.ts';
import { findNeo4j, type RunningNeo4j } from '../../src/launch/find-neo4j.ts';
import { readOwner, writeOwner } from '../../src/launch/owner.ts';
import { startThrowawayNeo4j } from '../../src/launch/throwaway-neo4j.ts';
import { dataHomeOf, NEO4J_VERSIONS, parseNeo4jVersion } from '../../src/launch/versions.ts';
import { realWorld, type World } from '../../src/launch/world.ts';
import { quiet } from './fake-world.ts';

const projectRoot = join(import.meta.dirname, '../..');
const jars = join(projectRoot, '.reformgraph');
// The way through Java is what is tried here, whether or not Docker runs.
const world: World = {
  ...realWorld,
  exists: (path) => !path.endsWith('/docker') && realWorld.exists(path),
};
const javas = await findJavas(world);
const START = { timeout: 120_000 };
// The first start may have to download the jars.
const FIRST_START = 300_000;

function countReforms(http: string, password?: string): Promise<Response> {
  return query(http, 'MATCH (r:Reform) RETURN count(r)', password);
}

function query(http: string, statement: string, password?: string): Promise<Response> {
  const login = password && {
    authorization: `Basic ${Buffer.from(`neo4j:${password}`).toString('base64')}`,
  };
  return fetch(`${http}/db/neo4j/query/v2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(login || {}) },
    body: JSON.stringify({ statement }),
  });
}

beforeAll(() => {
  // As for every throw-away database: compile less, start sooner.
  process.env.JAVA_TOOL_OPTIONS = '-XX:TieredStopAtLevel=1';
});

afterAll(() => {
  delete process.env.JAVA_TOOL_OPTIONS;
});

/** The version that the other tests are run on: `npm run test:other-neo4j` tries the other one. */
const tried = chooseJava(javas, parseNeo4jVersion(process.env.NEO4J_VERSION))?.version;

for (const version of NEO4J_VERSIONS) {
  // Without a Java that runs this version there is nothing to try.
  describe.skipIf(version !== tried)(`Neo4j ${version} through Java`, () => {
    let home: string;
    let dataHome: string;
    let neo4j: RunningNeo4j;
    let http: string;
    const find = () =>
      findNeo4j({ user: 'neo4j', database: 'neo4j', version }, { home, jars, projectRoot, progress: quiet, world });
    const start = async () => {
      neo4j = await find();
      http = new URL(neo4j.browserUrl ?? '').origin;
    };

    beforeAll(async () => {
      home = mkdtempSync(join(tmpdir(), 'reformgraph-launch-'));
      dataHome = dataHomeOf(home, version);
      await start();
    }, FIRST_START);

    afterAll(async () => {
      await neo4j?.stop();
      rmSync(home, { recursive: true, force: true });
    }, START.timeout);

    it('answers with its version and its own Bolt port', async () => {
      expect(neo4j).toMatchObject({
        kind: 'JAVA',
        reason: expect.stringContaining(`Neo4j ${version}`),
      });
      const boltPort = neo4j.uri.split(':').at(-1);
      expect(await realWorld.discover(Number(new URL(http).port))).toMatchObject({
        neo4j_version: version,
        bolt_direct: `bolt://localhost:${boltPort}`,
      });
    });

    it('serves Neo4j Browser', async () => {
      const page = await fetch(neo4j.browserUrl ?? '');
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Neo4j Browser')]);
    });

    it('lets nobody in without the password', async () => {
      expect((await countReforms(http)).status).toBe(401);
      expect((await countReforms(http, 'neo4j')).status).toBe(401);
      const known = await countReforms(http, neo4j.password);
      expect([known.status, await known.json()]).toEqual([202, expect.objectContaining({ data: expect.anything() })]);
    });

    it('is shared with a second start, which does not stop it', async () => {
      const second = await find();
      expect(second).toMatchObject({
        uri: neo4j.uri,
        password: neo4j.password,
      });
      expect(second.reason).toContain('is shared');
      await second.stop();
      expect((await countReforms(http, neo4j.password)).status).toBe(202);
    });

    it('recovers with its data after java was killed', START, async () => {
      await query(http, "CREATE (:Reform {id: 'reform/x/1'})", neo4j.password);
      const pid = readOwner(dataHome)?.pid ?? 0;
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => realWorld.commandOf(pid)).toBe('');
      await start();
      const answer = await countReforms(http, neo4j.password);
      expect(await answer.json()).toMatchObject({ data: { values: [[1]] } });
    });

    it('is taken over when its owner was killed, and then stopped without a trace', START, async () => {
      const owner = readOwner(dataHome);
      if (!owner?.pid) throw new Error('There is no note of the owner');
      writeOwner(dataHome, {
        ...owner,
        ownerCommand: 'node that was killed',
      });
      const heir = await find();
      expect(heir).toMatchObject({
        uri: neo4j.uri,
        reason: expect.stringContaining('is taken over'),
      });
      await heir.stop();
      expect(await realWorld.commandOf(owner.pid)).toBe('');
      expect(await realWorld.isListening(owner.boltPort)).toBe(false);
      expect(readOwner(dataHome)).toBeUndefined();
    });
  });
}

describe.skipIf(!chooseJava(javas, undefined))('a throw-away Neo4j through Java', () => {
  it('is empty, on ports of its own, and leaves nothing', START, async () => {
    const neo4j = await startThrowawayNeo4j({
      home: jars,
      projectRoot,
      progress: quiet,
      env: { NEO4J_URI: 'bolt://localhost:1' },
      conf: { 'db.transaction.timeout': '60s' },
      world,
    });
    const http = new URL(neo4j.browserUrl ?? '').origin;
    expect(neo4j.uri).not.toContain(':7687');
    const folder = await query(
      http,
      "SHOW SETTINGS YIELD name, value WHERE name IN ['server.directories.data', 'db.transaction.timeout'] RETURN value ORDER BY name",
      neo4j.password,
    );
    const { data } = (await folder.json()) as {
      data: { values: string[][] };
    };
    const [[timeout], [dataFolder]] = data.values as [[string], [string]];
    expect(timeout).toBe('1m');
    expect(dataFolder).toContain('reformgraph-test-');
    expect(existsSync(dataFolder)).toBe(true);
    await neo4j.stop();
    expect(existsSync(dataFolder)).toBe(false);
  });
});
