import type { NounName } from '../../schema/spec.ts';
import { ReformgraphError } from '../errors.ts';
import type { Statement } from '../graph/graph.ts';
import { betweenText, type WalkKey } from '../graph/walks.ts';
import type { Ask } from './ask.ts';
import { beginsBy, type Scope, scopeKey } from './scope.ts';
import { anyClaim } from './tie-value.ts';
import type { Entity, HopValue, Row, TieValue } from './values.ts';

export interface Walk {
  readonly ids: readonly string[];
  readonly scope: Scope;
  readonly entered?: readonly string[];
  readonly types?: readonly string[] | null | undefined;
  readonly avoided?: readonly string[];
  readonly hubs?: boolean;
  readonly kinds?: readonly NounName[] | null | undefined;
  readonly perTie?: number;
}

const walkKey = ({ ids, scope, entered, types, avoided, hubs, kinds, perTie }: Walk): WalkKey => [
  ids,
  entered ?? [],
  beginsBy(scope),
  ...scopeKey(scope),
  types ?? null,
  avoided ?? [],
  hubs ?? false,
  kinds ?? null,
  perTie ?? 0,
];

/** Nobody reads more than that of what lies between two things. */
const MOST_BETWEEN = 1_000;

export function walkLoaders(ask: Ask) {
  const walk = async (text: Statement, asked: Walk, limit: number): Promise<readonly Row[]> =>
    (await ask(text, walkKey(asked), { limit })) as readonly Row[];

  /** Claims between some things and another, as seen from where each starts. */
  const between = async (asked: Walk, other: string): Promise<readonly TieValue[]> =>
    (await walk(betweenText, { ...asked, entered: [other] }, MOST_BETWEEN)).map((row) => anyClaim(row, asked.scope));

  /** All claims between the two ends of a hop, the one it was found by first. */
  async function hopTies({ from, to, tieId, types }: HopValue): Promise<readonly TieValue[]> {
    const found = await between({ ids: [from.id], scope: from.scope, types }, to.id);
    const place = ({ id }: TieValue): number => (id === tieId ? 0 : 1);
    return [...found].sort((one, other) => place(one) - place(other));
  }

  return { walk, between, hopTies };
}

export type Walks = ReturnType<typeof walkLoaders>;

/** Refuses a number outside of what may be asked. */
export function checkNumber(argument: string, got: number, most: number): number {
  if (got >= 1 && got <= most) return got;
  throw new ReformgraphError('BAD_USER_INPUT', `"${argument}" must be between 1 and ${most}, but got ${got}.`);
}

/** Refuses a list that is too long, or that says something twice. */
export function checkList(argument: string, ids: readonly string[], least: number, most: number): readonly string[] {
  if (ids.length < least || ids.length > most) {
    throw new ReformgraphError(
      'BAD_USER_INPUT',
      `"${argument}" must hold ${least} to ${most} ids, but got ${ids.length}.`,
    );
  }
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === undefined) return ids;
  throw new ReformgraphError('BAD_USER_INPUT', `"${argument}" holds "${twice}" twice. Give each id once.`);
}

export const hopOf = (from: Entity, to: Entity, tieId: string, types: HopValue['types'] = null): HopValue => ({
  from,
  to,
  tieId,
  types,
});
