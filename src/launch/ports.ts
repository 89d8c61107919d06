import { randomInt } from 'node:crypto';
import { ReformgraphError } from '../errors.ts';

export interface Ports {
  bolt: number;
  http: number;
}

const USUAL: Ports = { bolt: 7687, http: 7474 };

type IsFree = (port: number) => Promise<boolean>;

/** Neo4j's usual ports where they are free, else free ones. */
export async function choosePorts(isFree: IsFree): Promise<Ports> {
  const bolt = (await isFree(USUAL.bolt)) ? USUAL.bolt : await anyFreePort(isFree);
  const http = (await isFree(USUAL.http)) ? USUAL.http : await anyFreePort(isFree, bolt);
  return { bolt, http };
}

/** Two free ports away from the usual ones, for databases that live beside the user's. */
export async function chooseOwnPorts(isFree: IsFree): Promise<Ports> {
  const bolt = await anyFreePort(isFree);
  return { bolt, http: await anyFreePort(isFree, bolt) };
}

// Below 32768 no outgoing connection can take the port between this look and Neo4j's start.
async function anyFreePort(isFree: IsFree, except?: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(17_000, 32_000);
    if (port !== except && (await isFree(port))) return port;
  }
  throw new ReformgraphError(
    'START_FAILED',
    'No free port was found on 127.0.0.1 in 50 tries between 17000 and 32000. End some programs and start again.',
  );
}

/** Says which ports are used where they are not the usual ones; empty otherwise. */
export function portsSentence({ bolt, http }: Ports): string {
  const moved = [
    ...(bolt === USUAL.bolt ? [] : [`port ${USUAL.bolt} is taken, Bolt is on ${bolt}`]),
    ...(http === USUAL.http ? [] : [`port ${USUAL.http} is taken, the Browser is on ${http}`]),
  ];
  return moved.length === 0 ? '' : ` (${moved.join('; ')})`;
}

/** Neo4j Browser with host and user filled in; the password is left to be typed. */
export function browserUrlOf({ bolt, http }: Ports, user = 'neo4j'): string {
  return `http://localhost:${http}/browser/?dbms=bolt://${user}@localhost:${bolt}`;
}
