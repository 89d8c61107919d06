import type { RuleCode } from '../../schema/rule-codes.ts';
import { ReformgraphError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { RequestGraph, SharedGraph } from '../graph/request-graph.ts';
import { statementFile } from '../graph/statements.ts';
import { type GraphProblem, readGraphProblems } from '../load/check-graph.ts';
import { fingerprint } from '../load/claim-id.ts';
import { nounOf } from './ids.ts';
import { connect, type PageArguments, readPage, writeCursor } from './page.ts';
import { WIDEST } from './scope.ts';
import type { Connection, EdgeOf, Entity } from './values.ts';

/** Reading a whole graph may take this long, in milliseconds: longer than anybody waits for it. */
const DEADLINE = 20_000;

const LIST = 'dataQuality';
const readyText = statementFile('read/ready');

interface Placed {
  readonly key: string;
  readonly problem: GraphProblem;
}

type Readable = Pick<Graph, 'read'>;

/** One reading of a graph at a time, whoever asks: the whole of it is much to hold and to compare. */
const turns = new WeakMap<Readable, () => Promise<readonly Placed[]>>();

export function dataQualityLoaders(own: RequestGraph) {
  const graph = own.shared ?? own;
  let ofRequest: Promise<readonly Placed[]> | undefined;

  /** Who asks waits no longer than for anything else; the reading goes on, and is there for who asks again. */
  function problems(): Promise<readonly Placed[]> {
    const read = turns.get(graph) ?? takeTurns(keptWhileSame(graph));
    turns.set(graph, read);
    ofRequest ??= own.wait ? own.wait(read()) : read();
    return ofRequest;
  }

  function dataQuality(
    args: PageArguments & { readonly rules?: readonly string[] | null | undefined },
  ): Connection<EdgeOf<GraphProblem>> {
    const page = readPage(args, LIST);
    const { rules } = args;
    const wanted = async (): Promise<readonly Placed[]> =>
      (await problems()).filter(({ problem }) => rules?.includes(problem.rule) ?? true);
    return connect({
      page,
      rows: async () => {
        const { after, before } = page;
        const some = (await wanted()).filter(
          ({ key }) => (after === null || key > after) && (before === null || key < before),
        );
        const ordered = page.order === 'descending' ? [...some].reverse() : some;
        return ordered
          .slice(0, page.limit)
          .map(({ key, problem }) => ({ cursor: writeCursor(LIST, key), node: problem }));
      },
      cursorOf: ({ cursor }) => cursor,
      count: async () => (await wanted()).length,
    });
  }

  /** The thing a problem is about, for its scalars to be read when asked. */
  function thingOf({ about: { thing } }: GraphProblem): Entity | null {
    const noun = thing === undefined ? undefined : nounOf(thing);
    return thing !== undefined && noun ? { noun, id: thing, row: undefined, scope: WIDEST } : null;
  }

  return { dataQuality, thingOfProblem: thingOf };
}

/** Reads and compares the whole graph, unless nobody has written to it since that was done last. */
function keptWhileSame(graph: SharedGraph): () => Promise<readonly Placed[]> {
  let kept: { readonly version: string; readonly problems: readonly Placed[] } | undefined;
  return async () => {
    // Every read brings the version of the data with it.
    if (graph.version) await graph.read(readyText);
    const version = graph.version?.();
    if (kept && kept.version === version) return kept.problems;
    const problems = place(await readGraphProblems(within(graph, DEADLINE)));
    kept = version !== undefined && graph.version?.() === version ? { version, problems } : undefined;
    return problems;
  };
}

/** In the order of codes, then of ids; each once. */
function place(problems: readonly GraphProblem[]): readonly Placed[] {
  const found = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return [...found].map(([key, problem]) => ({ key, problem })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

const keyOf = ({ rule, message, about: { claimId, passage, thing } }: GraphProblem): string =>
  `${rule satisfies RuleCode} ${claimId ?? passage ?? thing ?? ''} ${fingerprint(message)}`;

/** Runs one at a time. Who comes while one is under way shares the next, which begins after they asked: no answer is older than its question. */
function takeTurns<T>(work: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    const turn = work();
    current = turn;
    const end = (): void => {
      if (current === turn) current = undefined;
    };
    turn.then(end, end);
    return turn;
  };
  return () => {
    if (!current) return begin();
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}

/** A graph whose statements have to be answered within one time, all together. */
function within(graph: Readable, milliseconds: number): Readable {
  const end = performance.now() + milliseconds;
  return {
    read: (statement, parameters) => {
      const left = end - performance.now();
      if (left > 0) return graph.read(statement, parameters, left);
      const message = `The whole graph could not be read within ${milliseconds / 1000} seconds. Try again when less is asked of it.`;
      return Promise.reject(new ReformgraphError('DEADLINE_EXCEEDED', message));
    },
  };
}
