import type { ClaimValue } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import type { ClaimColumn } from './columns.ts';
import { edgeName } from './edge-name.ts';
import { evidenceArguments, passage } from './passage.ts';

const plain = {
  validFrom: ['PartialDate', 'First day it holds, as exact as the source; null when no source says.'],
  validTo: [
    'PartialDate',
    'First day it no longer holds; null for what is true ever after, goes on, or ended on an unknown day.',
  ],
  note: ['String', 'Why it was judged so, or how it was inferred.'],
  recordedAt: ['Date', 'Day of the release that first held it.'],
  retractedAt: ['Date', 'Day of the release that withdrew it.'],
} as const satisfies Partial<Record<ClaimColumn, readonly [string, string]>>;

export const claim = builder.interfaceRef<ClaimValue>('Claim').implement({
  description:
    'What some source says: a tie between two things, or a figure. It has dates, a modality, a rank and evidence.',
  resolveType: (value) => ('tie' in value ? edgeName(value.tie, value.direction) : value.noun),
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'Made from what it says, so it stays the same from load to load.',
      resolve: (value) => value.id,
    }),
    ...Object.fromEntries(
      Object.entries(plain).map(([column, [type, description]]) => [
        column,
        t.field({
          type,
          description,
          resolve: (value, _, { load }) => load.claimProperty(value, column as ClaimColumn) as string | null,
        }),
      ]),
    ),
    end: t.field({
      type: enumRef('End'),
      description: 'What is known of its end; null for a deed, which has none.',
      resolve: (value, _, { load }) => load.claimProperty(value, 'end') as string | null,
    }),
    holds: t.field({
      type: enumRef('Holds'),
      description: 'Whether it holds on the day asked with `asOf`; null when no day is asked.',
      resolve: (value, _, { load }) => load.claimHolds(value),
    }),
    modality: t.field({
      type: enumRef('Modality'),
      nullable: false,
      description: 'Fact, plan, proposal, expectation or opinion.',
      resolve: (value, _, { load }) => load.claimProperty(value, 'modality') as string,
    }),
    rank: t.field({
      type: enumRef('Rank'),
      nullable: false,
      description: 'Its standing among rival claims.',
      resolve: (value, _, { load }) => load.claimProperty(value, 'rank') as string,
    }),
    inferred: t.field({
      type: [enumRef('Inferred')],
      nullable: { list: false, items: false },
      description: 'What of it the sources only imply; the note says how.',
      resolve: async (value, _, { load }) => ((await load.claimProperty(value, 'inferred')) as string[] | null) ?? [],
    }),
    evidence: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'The passages that say it, the most telling first; for what only gives its dates, see `datedBy`.',
      resolve: async (value, { first }, { load }) =>
        load.evidence((await load.claimProperty(value, 'passages')) as string[], first, value.scope),
    }),
    datedBy: t.field({
      type: [passage],
      nullable: { list: false, items: false },
      args: evidenceArguments(t.arg),
      description: 'Passages, of acts above all, that do not say it but give its dates; the note says how.',
      resolve: async (value, { first }, { load }) =>
        load.evidence(((await load.claimProperty(value, 'datedBy')) as string[] | null) ?? [], first, value.scope),
    }),
    independentSources: t.int({
      nullable: false,
      description:
        'How many independent sources stand behind it: publishers, not documents. Documents of one publisher count once; one whose publisher is not stated counts by who wrote or delivered it, else by itself. All records of acts of a state are one source. Texts that give the same press service as their source, or that may be the same text, count once, whoever published them.',
      resolve: async (value, _, { load }) =>
        load.independentSources((await load.claimProperty(value, 'passages')) as string[], value.scope),
    }),
  }),
});
