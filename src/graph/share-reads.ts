import { isDeepStrictEqual } from 'node:util';
import { withDeadline } from './deadline.ts';
import { type Graph, type GraphRow, type Parameters, READ_DEADLINE } from './gateway.ts';
import { whenAllLeave } from './leaving.ts';

type Rows = Promise<readonly GraphRow[]>;

/** A read under way, and the one that those who asked the same meanwhile wait for. */
interface Flight {
  readonly parameters: Parameters;
  /** Its parameters as text, once somebody has compared theirs with all of them. */
  written?: string;
  readonly rows: Rows;
  next:
    | { readonly rows: Rows; deadline: number | undefined; readonly signals: (AbortSignal | undefined)[] }
    | undefined;
}

/**
 * Lets reads that ask the very same at the same time be one. Who asks what is under way waits for the next, which begins when that
 * one has ended, so after all who share it asked: nobody gets what was read before. A single client never waits. What is shared goes on
 * until all of its clients have left.
 */
export function shareReads(graph: Pick<Graph, 'read'>): Pick<Graph, 'read'> {
  const underWay = new Map<string, Flight[]>();

  const read: Graph['read'] = (statement, parameters = {}, deadline, signal) => {
    const same = findSame(underWay.get(statement.text), parameters);
    if (!same) {
      const rows = graph.read(statement, parameters, deadline, signal);
      takeOff(statement.text, { parameters, rows, next: undefined });
      return rows;
    }
    const again = (): Rows => read(statement, parameters, same.next?.deadline, whenAllLeave(same.next?.signals ?? []));
    same.next ??= { rows: same.rows.then(again, again), deadline, signals: [] };
    same.next.deadline = longer(same.next.deadline, deadline);
    same.next.signals.push(signal);
    return withDeadline(same.next.rows, deadline ?? READ_DEADLINE, statement.name, signal);
  };

  function takeOff(text: string, flight: Flight): void {
    const others = underWay.get(text) ?? [];
    underWay.set(text, others);
    others.push(flight);
    const land = (): void => {
      others.splice(others.indexOf(flight), 1);
      // Texts are as many as clients think of.
      if (others.length === 0) underWay.delete(text);
    };
    flight.rows.then(land, land);
  }

  return { read };
}

/** Undefined stands for the graph's own, which no stated one exceeds by accident. */
const longer = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.max(one, other);

function findSame(flights: readonly Flight[] | undefined, parameters: Parameters): Flight | undefined {
  let written: string | undefined;
  return flights?.find((flight) => {
    if (!beginsAlike(flight.parameters, parameters)) return false;
    flight.written ??= JSON.stringify(flight.parameters);
    written ??= JSON.stringify(parameters);
    return flight.written === written;
  });
}

/** Tells most different reads apart without writing them out. */
function beginsAlike({ keys: one }: Parameters, { keys: other }: Parameters): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && isDeepStrictEqual(one[0], other[0]);
}
