import { ReformgraphError } from '../errors.ts';
import { withDeadline } from './deadline.ts';
import { READ_DEADLINE } from './gateway.ts';
import type { Graph, GraphRow, Parameters, Statement } from './graph.ts';
import { whenAllLeave } from './leaving.ts';

/** Statements of one text under way before others wait for each other; a database has few cores. */
const IN_FLIGHT = 2;
/** A page of more rows costs too much for many of them to be one statement. */
const LONGEST_PAGE = 26;

interface Waiting {
  readonly keys: readonly unknown[];
  readonly parameters: Parameters;
  /** When it has to be answered, by the clock of `performance`. */
  readonly end: number;
  readonly signal: AbortSignal | undefined;
  answer(rows: readonly GraphRow[]): void;
  fail(error: unknown): void;
}

/** Reads of one text with one limit and the same columns: how many are under way, and which wait. */
interface Lane {
  readonly statement: Statement;
  /** What all in it have in common besides the text. */
  readonly shared: string;
  underWay: number;
  waiting: Waiting[];
}

/**
 * Lets narrow reads of different requests be one statement, while the database is busy with others of their text: those that
 * come meanwhile go out together when one of them is answered. Nothing waits where nothing of its text is under way,
 * so a single client never does. When a statement of several fails, each is asked by itself.
 */
export function mergeReads(graph: Pick<Graph, 'read'>): Pick<Graph, 'read'> {
  const lanes = new Map<string, Map<string, Lane>>();

  function laneOf(statement: Statement, { limit, asked }: Parameters): Lane {
    const ofText = lanes.get(statement.text) ?? new Map<string, Lane>();
    lanes.set(statement.text, ofText);
    const shared = `${limit} ${asked}`;
    const lane = ofText.get(shared) ?? { statement, shared, underWay: 0, waiting: [] };
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
      const next = takeBatch(lane);
      if (next.length > 0) void send(lane, next);
      else if (lane.underWay === 0) close(lane);
    }
  }

  async function readTogether(statement: Statement, batch: readonly Waiting[]): Promise<void> {
    const [first] = batch as [Waiting];
    try {
      const keys = batch.flatMap((one) => one.keys);
      const left = Math.min(...batch.map(({ end }) => end)) - performance.now();
      const signal = whenAllLeave(batch.map((one) => one.signal));
      const rows = await graph.read(statement, { ...first.parameters, keys }, left, signal);
      let start = 0;
      for (const { keys: own, answer } of batch) {
        const end = start + own.length;
        answer(
          rows.flatMap(([at, ...values]) =>
            Number(at) >= start && Number(at) < end ? [[Number(at) - start, ...values]] : [],
          ),
        );
        start = end;
      }
    } catch (error) {
      if (batch.length === 1 || isAway(error)) for (const { fail } of batch) fail(error);
      else await Promise.all(batch.map((one) => readTogether(statement, [one])));
    }
  }

  return {
    read(statement, parameters = {}, deadline, signal) {
      const { keys } = parameters;
      const limit = Number(parameters.limit ?? 0);
      const narrow = Array.isArray(keys) && keys.length <= (statement.mergeUpTo ?? 0) / 2 && limit <= LONGEST_PAGE;
      if (!narrow) return graph.read(statement, parameters, deadline, signal);
      const lane = laneOf(statement, parameters);
      const left = deadline ?? READ_DEADLINE;
      const rows = new Promise<readonly GraphRow[]>((answer, fail) => {
        const one = { keys, parameters, end: performance.now() + left, signal, answer, fail };
        if (lane.underWay < IN_FLIGHT) void send(lane, [one]);
        else lane.waiting.push(one);
      });
      return withDeadline(rows, left, statement.name, signal);
    },
  };
}

/** Each would fail alone too. */
const isAway = (error: unknown): boolean => error instanceof ReformgraphError && error.code === 'GRAPH_UNAVAILABLE';

/** Those who wait longest, as many as one statement may answer; who has stopped waiting is left out. */
function takeBatch(lane: Lane): readonly Waiting[] {
  const now = performance.now();
  const waiting = lane.waiting.filter(({ end, signal }) => end > now && !signal?.aborted);
  let keys = 0;
  const past = waiting.findIndex((one) => {
    keys += one.keys.length;
    return keys > (lane.statement.mergeUpTo ?? 0);
  });
  const batch = past < 0 ? waiting : waiting.slice(0, past);
  lane.waiting = past < 0 ? [] : waiting.slice(past);
  return batch;
}
