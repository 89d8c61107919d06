import type { NounSpec } from './spec.ts';

export const place: NounSpec = {
  name: 'Place',
  prefix: 'place',
  one: 'place',
  many: 'places',
  description: 'A country, region, city or part of the world.',
  hub: { kinds: ['COUNTRY', 'MACRO_REGION'] },
  properties: {
    kind: {
      type: { enum: 'PlaceKind' },
      required: true,
      description: 'Kind of place.',
    },
  },
};
