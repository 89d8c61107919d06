import { ReformgraphError } from '../errors.ts';

/** A tie as a search sees it. */
export interface Step {
  readonly id: string;
  readonly fromId: string;
  readonly undirected: boolean;
  readonly fact: boolean;
  readonly sortKey: string;
  /** The days on which it holds: from the first on, before the second. */
  readonly since: string;
  readonly until: string;
}

export interface FoundPath {
  readonly ids: readonly string[];
  /** One tie for each hop: the first, or the first with a day in common with all others. */
  readonly ties: readonly string[];
  /** Days common to those ties. */
  readonly since: string;
  readonly until: string;
}

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** All of these lie on every path; few, since each doubles what is remembered of a thing. */
  readonly via: readonly string[];
  readonly directed: boolean;
  readonly consistentInTime: boolean;
}

/** Which of `via` are met, a bit for each; and a set of such, a bit for each of them. */
type Met = number;
type Mets = number;
type Layer = Map<string, Mets>;

interface Choice {
  readonly since: string;
  readonly until: string;
  readonly ties: readonly string[];
}

const ALWAYS: Choice = { since: '', until: '~', ties: [] };
const MOST_TURNS = 500_000;
/** So many in one piece; then whoever searches may look at the clock, and let others work. */
const TURNS_TOGETHER = 1_000;

const byFactAndStart = (one: Step, other: Step): number =>
  Number(other.fact) - Number(one.fact) || (one.sortKey < other.sortKey ? -1 : 1);

/**
 * Paths by length, from what has been read of the graph around both ends. A path meets no thing twice, and is one path
 * however many ties there are between two of its things. Those of one length come in the order of their ids.
 */
export function pathSearch(question: PathQuestion, mostTurns: number = MOST_TURNS) {
  const { from, to, via, directed, consistentInTime } = question;
  const ties = new Map<string, Map<string, Step[]>>();
  const read = new Set<string>();
  const all: Met = (1 << via.length) - 1;
  /** Things that some walk reaches in so many steps, from the one end and from the other. */
  const forward: Layer[] = [new Map([[from, 1]])];
  const backward: Layer[] = [new Map([[to, 1]])];
  let turns = 0;

  const neighbours = (id: string): ReadonlyMap<string, readonly Step[]> => ties.get(id) ?? new Map();
  const leaving = (id: string, steps: readonly Step[]): readonly Step[] =>
    directed ? steps.filter(({ fromId, undirected }) => undirected || fromId === id) : steps;

  function withMet(mets: Mets, id: string): Mets {
    const bit = via.indexOf(id);
    if (bit < 0) return mets;
    let added = 0;
    for (let met = 0; met <= all; met += 1) if (mets & (1 << met)) added |= 1 << (met | (1 << bit));
    return added;
  }

  /** One layer further from either end; ends are no places to pass through. */
  function next(layer: Layer, outwards: boolean): Layer {
    const found: Layer = new Map();
    for (const [id, mets] of layer) {
      for (const [far, steps] of neighbours(id)) {
        if (far === from || far === to || leaving(outwards ? id : far, steps).length === 0) continue;
        found.set(far, (found.get(far) ?? 0) | withMet(mets, far));
      }
    }
    return found;
  }

  /** For each place on a path the things that may stand there, with what of `via` the rest of the path can meet. */
  function places(length: number): readonly Layer[] {
    const made: Layer[] = Array.from({ length: length + 1 }, () => new Map());
    const known = forward.length - 1;
    for (let at = length; at >= 0; at -= 1) {
      const reached = backward[length - at];
      if (at >= known && reached) {
        made[at] = reached;
        continue;
      }
      for (const id of forward[at]?.keys() ?? []) {
        for (const [far, steps] of neighbours(id)) {
          const rest = made[at + 1]?.get(far);
          if (rest === undefined || leaving(id, steps).length === 0) continue;
          made[at]?.set(id, (made[at]?.get(id) ?? 0) | withMet(rest, id));
        }
      }
    }
    return made;
  }

  /** With a rest, undefined, after every thousand turns. */
  function* pathsOf(length: number): Generator<FoundPath | undefined> {
    const allowed = places(length);
    const ids = [from];

    function* walk(met: Met, choices: readonly Choice[]): Generator<FoundPath | undefined> {
      turns += 1;
      if (turns % TURNS_TOGETHER === 0) yield undefined;
      if (turns > mostTurns) {
        throw new ReformgraphError(
          'QUERY_TOO_COSTLY',
          `Too many ways lead from "${from}" to "${to}": more than ${mostTurns} were tried. Ask for fewer hops, or narrow by "ties", "via", "avoid" or "asOf".`,
        );
      }
      const id = ids.at(-1) as string;
      const place = ids.length;
      if (place > length) {
        const choice = choices[0] as Choice;
        yield { ids: [...ids], ...choice };
        return;
      }
      const onwards = [...neighbours(id)].filter(([far]) => allowed[place]?.has(far) && !ids.includes(far));
      for (const [far, steps] of onwards.sort(([one], [other]) => (one < other ? -1 : 1))) {
        const bit = via.indexOf(far);
        const nowMet = bit < 0 ? met : met | (1 << bit);
        if (!canMeet(allowed[place]?.get(far) ?? 0, nowMet)) continue;
        const chosen = choose(choices, [...leaving(id, steps)].sort(byFactAndStart));
        if (chosen.length === 0) continue;
        ids.push(far);
        yield* walk(nowMet, chosen);
        ids.pop();
      }
    }

    yield* walk(0, [ALWAYS]);
  }

  function canMeet(mets: Mets, met: Met): boolean {
    for (let rest = 0; rest <= all; rest += 1) if (mets & (1 << rest) && (rest | met) === all) return true;
    return false;
  }

  /** Ways of going on, each with other days in common; without a demand on time the first tie will do. */
  function choose(choices: readonly Choice[], steps: readonly Step[]): readonly Choice[] {
    const found = new Map<string, Choice>();
    for (const choice of choices) {
      for (const { id, ...step } of steps) {
        const since = step.since > choice.since ? step.since : choice.since;
        const until = step.until < choice.until ? step.until : choice.until;
        const key = consistentInTime ? `${since} ${until}` : '';
        if ((!consistentInTime || since < until) && !found.has(key))
          found.set(key, { since, until, ties: [...choice.ties, id] });
      }
    }
    return [...found.values()];
  }

  return {
    /** Ties of things, as read; each thing is read once. */
    learn(ids: readonly string[], found: readonly (readonly [near: string, far: string, step: Step])[]): void {
      for (const [near, far, step] of found) {
        if (near === far || read.has(far)) continue;
        addTie(near, far, step);
        if (!ids.includes(far)) addTie(far, near, step);
      }
      for (const id of ids) read.add(id);
    },
    /** What has to be read for paths of one step more, from the end around which that is less. */
    grow(): { readonly missing: readonly string[]; done(): void } {
      const unread = (layers: readonly Layer[]): string[] =>
        [...(layers.at(-1)?.keys() ?? [])].filter((id) => !read.has(id)).sort();
      const [ahead, behind] = [unread(forward), unread(backward)];
      const outwards = forward.length === 1 || ahead.length <= behind.length;
      const layers = outwards ? forward : backward;
      return {
        missing: outwards ? ahead : behind,
        done: () => void layers.push(next(layers.at(-1) as Layer, outwards)),
      };
    },
    pathsOf,
  };

  function addTie(near: string, far: string, step: Step): void {
    const ofNear = ties.get(near) ?? new Map<string, Step[]>();
    ties.set(near, ofNear);
    const steps = ofNear.get(far);
    if (steps) steps.push(step);
    else ofNear.set(far, [step]);
  }
}
