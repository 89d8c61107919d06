import { builder, enumRef } from './builder.ts';
import { nounRef } from './thing.ts';

builder.objectField(nounRef('Institution'), 'existence', (t) =>
  t.field({
    type: enumRef('Existence'),
    nullable: false,
    description:
      'Whether it exists on the day of `asOf`; without it, on the latest day the graph knows of. Worked out from its dates and ties, one statement at most.',
    resolve: (institution, _, { load }) => load.existence(institution),
  }),
);

builder.objectField(nounRef('Reform'), 'status', (t) =>
  t.field({
    type: enumRef('ReformStatus'),
    nullable: false,
    description:
      'How far it had come on the day of `asOf`. Worked out from its ties and those of its parts, one statement.',
    resolve: (reform, _, { load }) => load.reformStatus(reform),
  }),
);
