import type { NounSpec } from './spec.ts';

export const official: NounSpec = {
  name: 'Official',
  prefix: 'official',
  one: 'official',
  many: 'officials',
  description: 'A person: office holder, author or speaker.',
  properties: {
    honorificPrefix: {
      type: 'String',
      description: 'Title before the name, for instance `Ph.D.`.',
    },
  },
};
