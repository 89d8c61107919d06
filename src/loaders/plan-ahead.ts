import { setTimeout as pause } from 'node:timers/promises';
import { type Asked, thingHead, tieColumns } from '../../schema/columns.ts';
import { nounNames, nouns } from '../../schema/nouns.ts';
import type { NounName, TieSpec } from '../../schema/spec.ts';
import { nounsAt, ties } from '../../schema/ties.ts';
import type { Graph } from '../graph/graph.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { WIDEST } from './scope.ts';
import type { Entity } from './values.ts';

/** Milliseconds until it is looked again whether somebody waits. */
const GIVE_WAY = 50;

/** Neo4j plans a text anew for lists of another order of magnitude. */
const SIZES = [1, 10, 100];

const nothing = (columns: readonly string[]): Asked => columns.map(() => false);
const OF_THINGS = nothing(thingHead);
const ONLY_THINGS = { columns: OF_THINGS, pageInfo: false };
const NO_ARGUMENTS = {};

const nobody = (noun: NounName, at = 0): Entity => ({
  noun,
  id: `${nouns[noun].prefix}/none/${at}`,
  row: undefined,
  scope: WIDEST,
});

/** What most questions ask, of so many things that do not exist. */
type Ask = (load: Loaders, size: number) => Promise<unknown>;

const askThings =
  (noun: NounName): Ask =>
  (load, size) =>
    Promise.all(Array.from({ length: size }, (_, at) => load.thing(nobody(noun, at).id, {}, noun, OF_THINGS)));

const askList =
  (noun: NounName): Ask =>
  async (load) =>
    load.things(noun, {}, ONLY_THINGS).edges();

function askTies(tie: TieSpec): Ask[] {
  const asked = { columns: nothing([...tieColumns(tie, 'head'), ...thingHead]), pageInfo: false };
  return (['forward', 'backward'] as const)
    .filter((direction) => direction === 'forward' || !tie.undirected)
    .flatMap((direction) => {
      const [noun = 'Law'] = nounsAt(direction === 'forward' ? tie.from : tie.to);
      const connections = (load: Loaders, size: number) =>
        Array.from({ length: size }, (_, at) => load.ties(tie, direction, nobody(noun, at), NO_ARGUMENTS, asked));
      return [
        (load: Loaders, size: number) => Promise.all(connections(load, size).map((one) => one.edges())),
        (load: Loaders, size: number) => Promise.all(connections(load, size).map((one) => one.totalCount())),
      ];
    });
}

/** What pages begin with: the texts that take longest to plan, asked of the first thing there is. */
const askPages: Ask = async (load) => {
  const [first] = await load.things('Institution', { first: 1 }, ONLY_THINGS).edges();
  if (!first) return;
  const { id } = first.node;
  await load.neighbourhood({ of: id, depth: 1, perTie: 25, hubs: false }, {});
  await load
    .allChanges({ from: '2000-01-01', to: '2000-12-31', known: false, includeParts: true, first: 1 }, {})
    .edges();
  await load.search({ query: id, first: 1 }).edges();
};

/**
 * Has Neo4j plan the texts that most questions are made of, one after the other, while nobody waits for an answer: planning takes a text longer
 * than answering it. Ends early when told to; what fails will be planned when it is asked.
 */
export async function planAhead(graph: Pick<Graph, 'read' | 'underWay'>, signal: AbortSignal): Promise<void> {
  const ofEach = [...nounNames.map(askThings), ...ties.flatMap(askTies)];
  const planned = new Set<string>();
  for (const size of SIZES) {
    // Rows of the ties table share their texts.
    const once: Pick<Graph, 'read'> = {
      read: async (statement, parameters) => {
        const plan = `${size} ${statement.text}`;
        if (planned.has(plan)) return [];
        planned.add(plan);
        return graph.read(statement, parameters);
      },
    };
    for (const ask of size === 1 ? [askPages, ...nounNames.map(askList), ...ofEach] : ofEach) {
      while (graph.underWay() > 0 && !signal.aborted) await pause(GIVE_WAY);
      if (signal.aborted) return;
      await ask(createLoaders(once), size).catch(() => undefined);
    }
  }
}
