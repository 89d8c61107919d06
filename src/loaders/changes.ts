import { checkTypes } from './all-changes.ts';
import { type datedLoaders, placeOf, type Told } from './dated.ts';
import { connectAll, type PageArguments } from './page.ts';
import { checkRange, plainSentence, sentenceOf } from './timeline.ts';
import type { Connection, EdgeOf, Entity } from './values.ts';

/** Something that changed between two days: in the world, or in what the graph says of it. */
export interface Change {
  readonly change: 'HAPPENED' | 'BEGAN' | 'ENDED' | 'RECORDED' | 'RETRACTED';
  readonly date: string | null;
  readonly sentence: string;
  readonly told: Told;
  readonly of: Entity;
}

export interface ChangeArguments extends PageArguments {
  readonly from: string;
  readonly to: string;
  readonly known: boolean;
  readonly includeParts: boolean;
  /** Relationship types, and nouns for what things date themselves. */
  readonly types?: readonly string[] | null | undefined;
}

interface Placed {
  readonly place: string;
  readonly node: Change;
}

const CHANGE = { HAPPENS: 'HAPPENED', BEGINS: 'BEGAN', ENDS: 'ENDED' } as const;

export function changeLoaders({ datedOf, claimsOf, partsOf }: ReturnType<typeof datedLoaders>) {
  /** After one day and up to another; of valid time, or of what was recorded. */
  function changes(of: Entity, args: ChangeArguments): Connection<EdgeOf<Change>> {
    const { from, to, known, types } = args;
    checkRange(from, to);
    checkTypes(types);
    return connectAll(args, known ? 'recorded changes' : 'changes', async () =>
      (await (known ? recorded(of, args) : happened(of, args))).filter(
        ({ node: { told } }) => types?.includes(told.type ?? of.noun) ?? true,
      ),
    );
  }

  async function happened(of: Entity, { from, to, includeParts }: ChangeArguments): Promise<readonly Placed[]> {
    const { certainOnly } = of.scope;
    return (await datedOf(of, includeParts))
      .filter(({ earliest, latest }) =>
        certainOnly ? earliest > from && latest <= to : latest > from && earliest <= to,
      )
      .map((one) => ({
        place: placeOf(one),
        node: { change: CHANGE[one.turn], date: one.date, sentence: sentenceOf(one), told: one, of },
      }));
  }

  /** What the claims were on the one day is held against what they were on the other, in one statement. */
  async function recorded(of: Entity, { from, to, includeParts }: ChangeArguments): Promise<readonly Placed[]> {
    const ids = [of.id, ...(includeParts ? await partsOf(of) : [])];
    const at = async (knownAt: string) =>
      new Map((await claimsOf(ids, { ...of.scope, knownAt })).map((one) => [one.id, one]));
    const [before, after] = await Promise.all([at(from), at(to)]);
    const only = (ones: typeof before, others: typeof before, change: Change['change']) =>
      [...ones.values()]
        .filter(({ id }) => !others.has(id))
        .map((one) => ({
          place: `${one.id} ${change}`,
          node: { change, date: one.from ?? one.to, sentence: plainSentence(one), told: one, of },
        }));
    return [...only(after, before, 'RECORDED'), ...only(before, after, 'RETRACTED')].sort((a, b) =>
      a.place < b.place ? -1 : 1,
    );
  }

  return { changes };
}
