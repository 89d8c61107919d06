import { placeInThing } from '../../schema/columns.ts';
import { statementFile } from '../graph/statements.ts';
import { parsePartialDate } from '../graph/time.ts';
import type { Ask } from './ask.ts';
import { beginsBy, recordedBy, retractedAfter } from './scope.ts';
import type { Entity, Row } from './values.ts';

const modalitiesText = statementFile('read/modalities');

export type Existence = 'PLANNED' | 'NOT_YET' | 'IN_PLACE' | 'ENDED' | 'UNKNOWN';
export type ReformStatus = 'IN_PLACE' | 'PLANNED' | 'PROPOSED' | 'UNKNOWN';

/** Ties that only something in place can have as a fact; that it was proposed or planned can be a fact as well. */
const SHOW_EXISTENCE = [
  'AFFECTS',
  'PART_OF',
  'HELD_OFFICE',
  'APPOINTS',
  'CONSENTS_TO',
  'CHAIRS',
  'MEMBER_OF',
  'PARTICIPATED_IN',
  'ADOPTED_BY',
  'SIGNED_BY',
  'SUCCEEDS',
];
const SHOW_REFORM = ['AFFECTS', 'ENACTED_BY', 'AMENDS', 'REPEALS'];

/** What is worked out of a thing's dates and ties: it stands in no source as such. */
export function standingLoaders(ask: Ask, rowOf: (entity: Entity) => Promise<Row>) {
  /** Which modalities the ties of a thing have that may have begun by the day asked; of a reform, those of its parts too. */
  async function modalities({ noun, id, scope }: Entity, types: readonly string[]): Promise<readonly string[]> {
    const key = [id, beginsBy(scope), recordedBy(scope), retractedAfter(scope), types, noun === 'Reform'];
    return (await ask(modalitiesText, key)) as string[];
  }

  async function existence(entity: Entity): Promise<Existence> {
    const row = await rowOf(entity);
    const { asOf } = entity.scope;
    const date = (column: string) => {
      const text = row[placeInThing(entity.noun, column)];
      return typeof text === 'string' ? parsePartialDate(text) : undefined;
    };
    const [founded, dissolved] = [date('foundedOn'), date('dissolvedOn')];
    if (dissolved && (asOf === null || dissolved.latest <= asOf)) return 'ENDED';
    if (founded && asOf !== null && founded.earliest > asOf) return 'NOT_YET';
    const known = await modalities(entity, SHOW_EXISTENCE);
    if (founded || known.includes('FACT')) return 'IN_PLACE';
    return known.length > 0 ? 'PLANNED' : 'UNKNOWN';
  }

  async function reformStatus(reform: Entity): Promise<ReformStatus> {
    const known = await modalities(reform, SHOW_REFORM);
    if (known.includes('FACT')) return 'IN_PLACE';
    if (known.includes('PLAN')) return 'PLANNED';
    return known.length > 0 ? 'PROPOSED' : 'UNKNOWN';
  }

  return { existence, reformStatus };
}
