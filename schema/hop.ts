import type { HopValue, TieValue } from '../src/loaders/values.ts';
import { builder, enumRef } from './builder.ts';
import { thing } from './thing.ts';
import { tieInterface } from './tie.ts';
import { tieSentence } from './tie-sentence.ts';
import { ties } from './ties.ts';

/** The GraphQL enum of relationship types. */
export const tieType = builder.enumType('TieType', {
  description: 'The types of ties there are, as in Neo4j.',
  values: Object.fromEntries(ties.map(({ type, description }) => [type, { description }])),
});

const forwards = ({ from }: HopValue, tie: TieValue): boolean => tie.from.id === from.id;

export const hop = builder.objectRef<HopValue>('Hop').implement({
  description: 'From one thing to the next, by a claim between the two.',
  fields: (t) => ({
    from: t.field({ type: thing, nullable: false, description: 'Where it begins.', resolve: ({ from }) => from }),
    to: t.field({ type: thing, nullable: false, description: 'Where it ends.', resolve: ({ to }) => to }),
    tie: t.field({
      type: tieInterface,
      description:
        'The claim, with its dates and evidence; facts before what is none, the earliest or unknown start first.',
      resolve: async (value, _, { load }) => (await load.hopTies(value))[0] ?? null,
    }),
    ties: t.field({
      type: [tieInterface],
      nullable: { list: false, items: false },
      args: {
        first: t.arg.int({ required: true, defaultValue: 20, description: 'How many at most, 1 to 100.' }),
      },
      description: 'Claims between the two, that one first. All hops together cost one statement.',
      resolve: async (value, { first }, { load }) => load.firstOf(await load.hopTies(value), first),
    }),
    direction: t.field({
      type: enumRef('HopDirection'),
      description: 'Whether it goes the way the claim does.',
      resolve: async (value, _, { load }) => {
        const [tie] = await load.hopTies(value);
        return tie && (forwards(value, tie) ? 'FORWARD' : 'BACKWARD');
      },
    }),
    sentence: t.string({
      description: 'What the claim says, read in the direction of the hop; what is no fact says so first.',
      resolve: async (value, _, { load }) => {
        const [tie] = await load.hopTies(value);
        return tie && tieSentence(tie, forwards(value, tie) ? 'forward' : 'backward', load);
      },
    }),
  }),
});
