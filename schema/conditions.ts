import { nouns } from './nouns.ts';
import type { NounName, PropertySpec, TieSpec } from './spec.ts';
import { nounsAt, ties } from './ties.ts';

/** What conditions and orders may speak of, as plain data: inputs of the contract and Cypher are both made from it. */
export interface ConditionField {
  readonly type: PropertySpec['type'] | 'ID';
  readonly list?: true;
  readonly description: string;
}

/** A tie of a noun, as one of its fields asks for it. */
export interface TieField {
  readonly field: string;
  readonly tie: TieSpec;
  readonly direction: 'forward' | 'backward';
}

export type ConditionFields = Readonly<Record<string, ConditionField>>;

const ofThing: ConditionFields = {
  id: { type: 'ID', description: 'Its id.' },
  name: { type: 'String', description: 'Its short name.' },
  summary: { type: 'String', description: 'What it is, in one sentence.' },
  jurisdiction: { type: 'String', description: 'Whose it is: a country code in small letters, or `int`.' },
  identifiers: {
    type: 'String',
    list: true,
    description: 'What others call it: scheme and value, `act-code:104322`.',
  },
  note: { type: 'String', description: 'Why a value was chosen or how it was inferred.' },
};

const ofClaim: ConditionFields = {
  validFrom: { type: 'PartialDate', description: 'First day it holds.' },
  validTo: { type: 'PartialDate', description: 'First day it no longer holds.' },
  end: { type: { enum: 'End' }, description: 'What is known of its end; none for a deed.' },
  modality: { type: { enum: 'Modality' }, description: 'Fact, plan, proposal, expectation or opinion.' },
  rank: { type: { enum: 'Rank' }, description: 'Its standing among rival claims, within `ranks`.' },
  inferred: { type: { enum: 'Inferred' }, list: true, description: 'What of it the sources only imply.' },
};

/** Own scalars of a noun; of any thing where no noun is given. */
export const thingFields = madeOnce((noun?: NounName): ConditionFields => {
  const spec = noun && nouns[noun];
  return { ...ofThing, ...spec?.properties, ...(spec?.claim ? ofClaim : {}) };
});

/** Scalars of every tie of a type. */
export const edgeFields = madeOnce((type: string): ConditionFields => {
  const properties = ties.find((tie) => tie.type === type)?.properties;
  return {
    id: { type: 'ID', description: 'Its id.' },
    ...ofClaim,
    note: ofThing.note as ConditionField,
    ...properties,
  };
});

export const farEnd = ({ tie, direction }: Omit<TieField, 'field'>): TieSpec['to'] =>
  direction === 'forward' ? tie.to : tie.from;

/** Every tie of a noun; an undirected one once. */
export const tieFields = madeOnce((noun: NounName): readonly TieField[] =>
  ties.flatMap((tie) => [
    ...(nounsAt(tie.from).includes(noun) ? [{ field: tie.forward, tie, direction: 'forward' as const }] : []),
    ...(nounsAt(tie.to).includes(noun) && !tie.undirected
      ? [{ field: tie.backward, tie, direction: 'backward' as const }]
      : []),
  ]),
);

/** Every question with conditions asks for these: each is made when first asked for, and then the same. */
function madeOnce<Name extends readonly (string | undefined)[], Made>(
  make: (...name: Name) => Made,
): (...name: Name) => Made {
  const made = new Map<string | undefined, Made>();
  return (...name) => {
    const known = made.get(name[0]) ?? make(...name);
    made.set(name[0], known);
    return known;
  };
}
