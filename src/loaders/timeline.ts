import { modalityPrefix } from '../../schema/modality-prefix.ts';
import { ownDates } from '../../schema/own-dates.ts';
import { ties } from '../../schema/ties.ts';
import { ReformgraphError } from '../errors.ts';
import { FLOOR, OPEN } from '../graph/time.ts';
import { type Dated, type datedLoaders, placeOf, type Told } from './dated.ts';
import { nounOf } from './ids.ts';
import { connectAll, type PageArguments } from './page.ts';
import type { Scope } from './scope.ts';
import type { tieLoaders } from './ties.ts';
import type { ClaimValue, Connection, EdgeOf, Entity } from './values.ts';

export interface TimelineArguments extends PageArguments {
  readonly kinds?: readonly string[] | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly includeParts?: boolean | null | undefined;
}

type ToldOf = Told & { readonly of: Entity };

/** Something dated, as part of the timeline of a thing. */
export interface TimelineEntry extends Dated {
  readonly of: Entity;
}

export function timelineLoaders(
  { datedOf }: Pick<ReturnType<typeof datedLoaders>, 'datedOf'>,
  claim: ReturnType<typeof tieLoaders>['claim'],
) {
  /** Entries in order of time, narrowed by days, kinds and the scope of the thing. */
  function timeline(of: Entity, args: TimelineArguments): Connection<EdgeOf<TimelineEntry>> {
    checkRange(args.from, args.to);
    const { asOf, certainOnly } = of.scope;
    return connectAll(args, 'timeline', async () =>
      (await datedOf(of, args.includeParts ?? true))
        .filter(({ kind }) => args.kinds?.includes(kind) ?? true)
        .filter(({ earliest, latest }) => latest >= (args.from ?? FLOOR) && earliest <= (args.to ?? OPEN))
        .filter(({ earliest, latest }) => (certainOnly ? latest : earliest) <= (asOf ?? OPEN))
        .map((one) => ({ place: placeOf(one), node: { ...one, of } })),
    );
  }

  async function entryClaim({ type, id, of: { scope } }: ToldOf): Promise<ClaimValue | null> {
    if (type === null) return null;
    return type === 'Figure' ? entityOf(id, scope) : claim(type, id, scope);
  }

  const entrySentence = (entry: TimelineEntry): string => sentenceOf(entry);
  const entryThing = ({ farId, of }: ToldOf): Entity | null => entityOf(farId, of.scope);
  const entryVia = ({ nearId, of }: ToldOf): Entity | null => (nearId === of.id ? null : entityOf(nearId, of.scope));

  return { timeline, entryClaim, entrySentence, entryThing, entryVia };
}

/** Refuses a range that ends before it begins. */
export function checkRange(from: string | null | undefined, to: string | null | undefined): void {
  if (from == null || to == null || from <= to) return;
  throw new ReformgraphError(
    'BAD_USER_INPUT',
    `"from" must not be later than "to": got from: ${from}, to: ${to}. Exchange them.`,
  );
}

export function entityOf(id: string | null, scope: Scope): Entity | null {
  const noun = id === null ? undefined : nounOf(id);
  return id !== null && noun ? { noun, id, row: undefined, scope } : null;
}

/** What an entry says, as a sentence. */
export const sentenceOf = (entry: Dated): string => whole(entry, `${turnOf(entry)}${said(entry)}`);

/** The same without its time. */
export const plainSentence = (told: Told): string => whole(told, said(told));

function whole({ modality }: Told, says: string): string {
  const sentence = `${modalityPrefix(modality)}${says}.`;
  return `${sentence[0]?.toUpperCase()}${sentence.slice(1)}`;
}

function turnOf({ kind, turn, earliest }: Dated): string {
  if (turn === 'HAPPENS' || kind === 'BEGIN' || kind === 'END') return '';
  if (turn === 'ENDS') return 'no longer: ';
  return earliest === FLOOR ? 'by then: ' : 'from then on: ';
}

function said({ type, nearName, farName, forward, says }: Told): string {
  const far = farName ?? '';
  if (type === 'Figure') return `${far}, of ${nearName}`;
  const tie = ties.find((spec) => spec.type === type);
  if (!tie) return ownDates[says ?? ''] ? `${nearName} ${ownDates[says ?? '']?.says}` : `${nearName} is called ${says}`;
  const [from, to] = forward ? [nearName, far] : [far, nearName];
  return tie.sentence.forward.replace('{from}', () => from).replace('{to}', () => to) + (says ? ` (${says})` : '');
}
