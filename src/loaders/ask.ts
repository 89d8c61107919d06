import DataLoader from 'dataloader';
import type { Asked } from '../../schema/columns.ts';
import { integer } from '../graph/gateway.ts';
import type { Graph, GraphRow, Statement } from '../graph/graph.ts';

/** Values that a statement seeks by, matched back by position. */
export type Key = readonly unknown[];

/** What keys of a batch share, whatever each of them asks. */
export interface Shared {
  readonly limit?: number;
  /** Columns of a short row; where keys of a batch differ in them, all get what one of them wants. */
  readonly asked?: readonly boolean[];
}

export const columnsOf = (asked: Asked): Shared => (asked === 'whole' ? {} : { asked });

/** Asks a batched text for one key; undefined when it has no row for it. */
export interface Ask {
  (statement: Statement, key: Key, shared?: Shared): Promise<unknown>;
  /** For keys that differ in their first value alone: what they share is looked at once. */
  each(statement: Statement, rest: Key, shared?: Shared): (first: unknown) => Promise<unknown>;
}

interface Question {
  readonly first: unknown;
  readonly rest: Key;
  readonly asked: readonly boolean[] | undefined;
  /** The same for the same question, and for no other. */
  readonly text: string;
}

/** What is asked of one text with one limit. */
interface Asking {
  readonly loader: DataLoader<Question, unknown, string>;
  /** Numbers of what keys share, by its text. */
  readonly shared: Map<string, number>;
}

/** More keys in one statement save nothing. */
const BATCH = 100;

/**
 * One per request: keys of one text that are asked on the same level go out as one statement, and none is asked twice.
 * Every batched text takes `$keys`, numbers them, and returns the number and one value.
 */
export function createAsk(graph: Pick<Graph, 'read'>): Ask {
  const byText = new Map<string, Map<number | undefined, Asking>>();
  const level = createLevel();

  function askingOf(statement: Statement, limit: number | undefined): Asking {
    const byLimit = byText.get(statement.text) ?? new Map<number | undefined, Asking>();
    byText.set(statement.text, byLimit);
    let asking = byLimit.get(limit);
    if (!asking) {
      const loader = new DataLoader<Question, unknown, string>(
        (questions) => level.during(() => answer(graph, statement, questions, limit)),
        {
          name: statement.name,
          maxBatchSize: BATCH,
          cacheKeyFn: ({ text }) => text,
          batchScheduleFn: level.next,
        },
      );
      asking = { loader, shared: new Map() };
      byLimit.set(limit, asking);
    }
    return asking;
  }

  function each(statement: Statement, rest: Key, { limit, asked }: Shared = {}) {
    const { loader, shared } = askingOf(statement, limit);
    const text = `${JSON.stringify(rest)} ${asked}`;
    const nth = shared.get(text) ?? shared.size;
    shared.set(text, nth);
    return (first: unknown): Promise<unknown> =>
      loader.load({ first, rest, asked, text: `${nth} ${JSON.stringify(first)}` });
  }

  const ask = (statement: Statement, [first, ...rest]: Key, shared?: Shared) => each(statement, rest, shared)(first);
  return Object.assign(ask, { each });
}

/**
 * Batches go out together, once every statement of the level before has been answered: which branch answers first
 * must not decide whether two branches share a statement.
 */
function createLevel() {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  let planned = false;

  const send = (): void => {
    planned = false;
    const batches = waiting;
    waiting = [];
    for (const dispatch of batches) dispatch();
  };
  const plan = (): void => {
    if (planned || underWay > 0 || waiting.length === 0) return;
    planned = true;
    // After all promises of the answered level have run, so that every resolver has asked.
    setImmediate(send);
  };
  return {
    next(dispatch: () => void): void {
      waiting.push(dispatch);
      plan();
    },
    async during<T>(work: () => Promise<T>): Promise<T> {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        // One turn later: what waits for this answer asks first.
        setImmediate(plan);
      }
    },
  };
}

async function answer(
  graph: Pick<Graph, 'read'>,
  statement: Statement,
  questions: readonly Question[],
  limit: number | undefined,
): Promise<unknown[]> {
  const asked = anyOf(questions);
  const rows: readonly GraphRow[] = await graph.read(statement, {
    keys: questions.map(({ first, rest }) => [first, ...rest]),
    ...(limit === undefined ? {} : { limit: integer(limit) }),
    ...(asked ? { asked } : {}),
  });
  const answers: unknown[] = new Array(questions.length).fill(undefined);
  for (const [position, value] of rows) answers[Number(position)] = value;
  return answers;
}

/** The columns that at least one of them wants. */
function anyOf([first, ...others]: readonly Question[]): readonly boolean[] | undefined {
  const differ = others.filter(({ asked }) => asked !== first?.asked);
  return first?.asked?.map((wanted, place) => wanted || differ.some(({ asked }) => asked?.[place]));
}
