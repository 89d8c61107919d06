import { ReformgraphError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { READ_DEADLINE } from './gateway.ts';
import type { Graph, GraphRow, Parameters, Statement } from './graph.ts';
import { type Waiter, whenAllLeave } from './waiter.ts';

/** Statements of one text under way before others wait for each other; a database has few cores. */
const IN_FLIGHT = 2;
/** Rows that one statement for several requests may bring, and a page of it. */
const MOST_ROWS = 1_000;
const LONGEST_PAGE = 26;

interface Waiting {
  readonly keys: readonly unknown[];
  readonly parameters: Parameters;
  /** When it has to be answered, by the clock of `performance`. */
  readonly end: number;
  readonly waiter: Waiter | undefined;
  answer(rows: readonly GraphRow[]): void;
  fail(error: unknown): void;
}

/** Reads of one text with one limit and the same columns: how many are under way, and which wait. */
interface Lane {
  readonly statement: Statement;
  /** What all in it have in common besides the text. */
  readonly shared: string;
  readonly mostKeys: number;
  underWay: number;
  waiting: Waiting[];
}

/**
 * Lets narrow reads of different requests be one statement, while the database is busy with others of their text: those that
 * come in one turn of the event loop, or while two are under way, go out together. Nothing waits where nothing of its text is under way,
 * so a single client never does. When a statement of several fails, each is asked by itself.
 */
export function mergeReads(graph: Pick<Graph, 'read'>): Pick<Graph, 'read'> {
  const lanes = new Map<string, Map<string, Lane>>();

  function laneOf(statement: Statement, limit: number, asked: unknown): Lane {
    const ofText = lanes.get(statement.text) ?? new Map<string, Lane>();
    lanes.set(statement.text, ofText);
    const shared = `${limit} ${asked}`;
    const lane = ofText.get(shared) ?? {
      statement,
      shared,
      mostKeys: mostKeys(statement, limit),
      underWay: 0,
      waiting: [],
    };
    ofText.set(shared, lane);
    return lane;
  }

  /** Texts are as many as clients think of: of those that nobody asks nothing is kept. */
  function close({ statement, shared }: Lane): void {
    const ofText = lanes.get(statement.text);
    ofText?.delete(shared);
    if (ofText?.size === 0) lanes.delete(statement.text);
  }

  async function send(lane: Lane, batch: readonly Waiting[]): Promise<void> {
    lane.underWay += 1;
    try {
      await readTogether(lane.statement, batch);
    } finally {
      lane.underWay -= 1;
      sendWaiting(lane);
      if (lane.underWay === 0) close(lane);
    }
  }

  function sendWaiting(lane: Lane): void {
    while (lane.underWay < IN_FLIGHT) {
      const next = takeBatch(lane);
      if (next.length === 0) return;
      void send(lane, next);
    }
  }

  async function readTogether(statement: Statement, batch: readonly Waiting[]): Promise<void> {
    const [first] = batch as [Waiting];
    try {
      const keys = batch.flatMap((one) => one.keys);
      const left = Math.min(...batch.map(({ end }) => end)) - performance.now();
      const waiter = whenAllLeave(batch.map((one) => one.waiter));
      const rows = await graph.read(statement, { ...first.parameters, keys }, left, waiter);
      const parts = rowsOfEach(batch, rows);
      for (const [at, { answer }] of batch.entries()) answer(parts[at] ?? []);
    } catch (error) {
      if (batch.length === 1 || isAway(error)) for (const { fail } of batch) fail(error);
      else await Promise.all(batch.map((one) => readTogether(statement, [one])));
    }
  }

  return {
    read(statement, parameters = {}, deadline, waiter) {
      const { keys } = parameters;
      const limit = Number(parameters.limit ?? 0);
      const narrow = Array.isArray(keys) && keys.length <= mostKeys(statement, limit) / 2 && limit <= LONGEST_PAGE;
      if (!narrow) return graph.read(statement, parameters, deadline, waiter);
      const lane = laneOf(statement, limit, parameters.asked);
      const left = deadline ?? READ_DEADLINE;
      const rows = new Promise<readonly GraphRow[]>((answer, fail) => {
        const one = { keys, parameters, end: performance.now() + left, waiter, answer, fail };
        if (lane.underWay === 0) void send(lane, [one]);
        else if (lane.waiting.push(one) === 1) setImmediate(() => sendWaiting(lane));
      });
      return withDeadline(rows, left, statement.name, waiter);
    },
  };
}

/** Rows begin with the place of their key, which is to be that among the keys of their own request. */
function rowsOfEach(batch: readonly Waiting[], rows: readonly GraphRow[]): readonly (readonly GraphRow[])[] {
  if (batch.length === 1) return [rows];
  const own = batch.flatMap(({ keys }, part) => keys.map((_, place) => ({ part, place })));
  const parts: GraphRow[][] = batch.map(() => []);
  for (const [at, ...values] of rows) {
    const { part = 0, place } = own[Number(at)] ?? {};
    parts[part]?.push([place, ...values]);
  }
  return parts;
}

/** Each would fail alone too. */
const isAway = (error: unknown): boolean => error instanceof ReformgraphError && error.code === 'GRAPH_UNAVAILABLE';

const mostKeys = ({ mergeUpTo = 0 }: Statement, limit: number): number =>
  Math.min(mergeUpTo, Math.floor(MOST_ROWS / Math.max(1, limit)));

/** Those who wait longest, as many as one statement may answer; who has stopped waiting is left out. */
function takeBatch(lane: Lane): readonly Waiting[] {
  const now = performance.now();
  const waiting = lane.waiting.filter(({ end, waiter }) => end > now && !waiter?.hasLeft);
  let keys = 0;
  const past = waiting.findIndex((one) => {
    keys += one.keys.length;
    return keys > lane.mostKeys;
  });
  const batch = past < 0 ? waiting : waiting.slice(0, past);
  lane.waiting = past < 0 ? [] : waiting.slice(past);
  return batch;
}
