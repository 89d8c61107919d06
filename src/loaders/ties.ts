import { type AskedOfList, WHOLE_LIST } from '../../schema/columns.ts';
import type { TieSpec } from '../../schema/spec.ts';
import { claimsText } from '../graph/things.ts';
import type { Direction } from '../graph/traversal.ts';
import type { Ask } from './ask.ts';
import { passageFilterLoader } from './evidence-filter.ts';
import { connectGrouped, type GroupedConnection } from './groups.ts';
import type { KinOf } from './kin.ts';
import type { Scope } from './scope.ts';
import { type Loaders, type Question, readQuestion, type TieArguments, TiesReader } from './tie-reader.ts';
import { claimOf } from './tie-value.ts';
import type { Entity, Row, TieValue } from './values.ts';

/** Ties of the table, from either end. */
export function tieLoaders(ask: Ask, kinOf: KinOf) {
  const loaders: Loaders = { ask, kinOf, passageFilter: passageFilterLoader(ask) };
  const questions = new WeakMap<TieArguments, Question>();

  /** Arguments are one object for all things of a level. */
  function questionOf(
    tie: TieSpec,
    direction: Direction,
    above: Scope,
    args: TieArguments,
    asked: AskedOfList,
  ): Question {
    const known = questions.get(args);
    if (known?.tie === tie && known.direction === direction && known.above === above && known.asked === asked)
      return known;
    const question = readQuestion(loaders, tie, direction, above, args, asked);
    questions.set(args, question);
    return question;
  }

  function ties(
    tie: TieSpec,
    direction: Direction,
    parent: Entity,
    args: TieArguments,
    asked: AskedOfList = WHOLE_LIST,
  ): GroupedConnection<TieValue> {
    const reader = new TiesReader(questionOf(tie, direction, parent.scope, args, asked), parent);
    return connectGrouped(reader, reader);
  }

  /** Claims by type and id, as seen from where they start; null for one that is no longer there. */
  async function claim(type: string, id: string, scope: Scope): Promise<TieValue | null> {
    const row = (await ask(claimsText(type), [id])) as Row | undefined;
    return (row && claimOf(type, row, scope)) ?? null;
  }

  return { ties, claim };
}
