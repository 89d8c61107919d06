import type { Entity, TieValue } from '../src/loaders/values.ts';
import type { MaybePromise } from '../src/maybe-promise.ts';
import { placeInTie } from './columns.ts';
import { modalityPrefix } from './modality-prefix.ts';

/** What a tie says, read from its origin or from its target; what is no fact says so first. */
export async function tieSentence(
  { tie, row, from, to }: TieValue,
  direction: TieValue['direction'],
  load: { name(entity: Entity, languages: null): MaybePromise<string> },
): Promise<string> {
  const [fromName, toName] = await Promise.all([load.name(from, null), load.name(to, null)]);
  const modality = String(row[placeInTie(tie, 'modality')]);
  const said = tie.sentence[direction].replace('{from}', () => fromName).replace('{to}', () => toName);
  return `${modalityPrefix(modality)}${said}.`;
}
