import type { Entity, PassageValue } from '../src/loaders/values.ts';
import { builder } from './builder.ts';

/** Relay's interface. Claims have ids too, but are no nodes: they are found through what they connect. */
export const node = builder.interfaceRef<Entity | PassageValue>('Node').implement({
  description: 'Whatever can be found by its id with `node(id)`: every thing and every passage.',
  resolveType: (value) => ('noun' in value ? value.noun : 'Passage'),
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'The id it has everywhere.',
      resolve: (value) => ('noun' in value ? value.id : String(value.passage[0])),
    }),
  }),
});
