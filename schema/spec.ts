/** The shapes of the plain data in `schema/`: enums, nouns and ties. Data only, so loaders, graph and load may read it too. */

export interface EnumSpec {
  readonly description: string;
  /** value → what it means. */
  readonly values: Readonly<Record<string, string>>;
}

/** What one property of a thing or of a tie may hold. */
export interface PropertySpec {
  /** A scalar of the contract, the name of an enum, or `ref` with the noun the id must belong to. */
  readonly type:
    | 'String'
    | 'Int'
    | 'Float'
    | 'PartialDate'
    | 'Url'
    | { readonly enum: string }
    | { readonly ref: NounName };
  readonly list?: true;
  /** Refused by the load check when absent. */
  readonly required?: true;
  readonly description: string;
}

export type NounName =
  | 'Reform'
  | 'Law'
  | 'Provision'
  | 'Institution'
  | 'Official'
  | 'Event'
  | 'Place'
  | 'Topic'
  | 'Figure'
  | 'SourceDocument';

export interface NounSpec {
  readonly name: NounName;
  /** First part of every id of this noun: `institution` in `institution/kz/senate`. */
  readonly prefix: string;
  /** Root fields: one by id, many as a connection. */
  readonly one: string;
  readonly many: string;
  readonly description: string;
  /** Own scalars, beside id, name, summary, jurisdiction and the rest every thing has. */
  readonly properties: Readonly<Record<string, PropertySpec>>;
  /** Which own dates bound the thing in time, for `asOf` on plural root fields; the first one present counts. */
  readonly time?: {
    readonly begins: readonly string[];
    readonly ends?: string;
  };
  /** Much meets here that has little to do with each other: nothing is walked through it unless asked. With `kinds`, only those. */
  readonly hub?: { readonly kinds?: readonly string[] };
  /** A Figure is itself a claim: it carries dates, modality, rank and passages like a tie. */
  readonly claim?: true;
}

/** One noun, or several: then the far node of the field is the interface `Thing` with an argument `kinds`. */
export type TieEnd = NounName | readonly NounName[];

export interface TieSpec {
  readonly type: string;
  readonly from: TieEnd;
  readonly to: TieEnd;
  /** Field on the `from` noun and field on the `to` noun; an undirected tie has the same name both ways. */
  readonly forward: string;
  readonly backward: string;
  /** A DEED happens on its day and stays true ever after; a STATE ends. */
  readonly lasts: 'DEED' | 'STATE';
  /** Plain sentences with {from} and {to}, read from either end. */
  readonly sentence: { readonly forward: string; readonly backward: string };
  readonly description: string;
  readonly properties?: Readonly<Record<string, PropertySpec>>;
  readonly undirected?: true;
  /** Between things of one noun: `from` is a part of `to`, or takes its place. */
  readonly kin?: 'PART' | 'SUCCESSION';
  /** Its `backward` field may ask for the kin of a thing too. */
  readonly alsoOfKin?: true;
}
