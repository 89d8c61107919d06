import type { NodeValue } from '../src/loaders/values.ts';
import { builder } from './builder.ts';

/** Relay's interface. Claims have ids too, but are no nodes: they are found through what they connect. */
export const node = builder.interfaceRef<NodeValue>('Node').implement({
  description: 'Whatever can be found by its id with `node(id)`: every thing, every passage and every comparison.',
  resolveType: (value) => ('noun' in value ? value.noun : 'passage' in value ? 'Passage' : 'Comparison'),
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'The id it has everywhere.',
      resolve: (value) => ('passage' in value ? String(value.passage[0]) : value.id),
    }),
  }),
});
