import type { TieValue } from '../src/loaders/values.ts';
import { builder } from './builder.ts';
import { claim } from './claim.ts';
import { edgeName } from './edge-name.ts';
import { thing } from './thing.ts';
import { tieSentence } from './tie-sentence.ts';

export const tieInterface = builder.interfaceRef<TieValue>('Tie').implement({
  description: 'A claim that connects two things.',
  interfaces: [claim],
  resolveType: ({ tie, direction }) => edgeName(tie, direction),
  fields: (t) => ({
    type: t.string({
      nullable: false,
      description: 'Relationship type in Neo4j, for instance `AFFECTS`.',
      resolve: ({ tie }) => tie.type,
    }),
    from: t.field({
      type: thing,
      nullable: false,
      description: 'Where it starts.',
      resolve: ({ from }) => from,
    }),
    to: t.field({
      type: thing,
      nullable: false,
      description: 'Where it leads.',
      resolve: ({ to }) => to,
    }),
    sentence: t.string({
      nullable: false,
      description: 'What it says, as a plain English sentence; what is no fact says so first: `Planned: …`.',
      resolve: (value, _, { load }) => tieSentence(value, 'forward', load),
    }),
  }),
});
