import type { NounSpec } from './spec.ts';

export const reform: NounSpec = {
  name: 'Reform',
  prefix: 'reform',
  one: 'reform',
  many: 'reforms',
  description: 'A change in how the state works, as people speak of it. Reforms nest: a step is part of the whole.',
  properties: {
    kind: {
      type: { enum: 'ReformKind' },
      required: true,
      description: 'Main field of the reform.',
    },
  },
};
