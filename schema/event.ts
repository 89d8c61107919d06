import type { NounSpec } from './spec.ts';

export const event: NounSpec = {
  name: 'Event',
  prefix: 'event',
  one: 'event',
  many: 'events',
  description: 'An election, referendum, address, meeting, start of work or commemoration.',
  properties: {
    kind: {
      type: { enum: 'EventKind' },
      required: true,
      description: 'Kind of event.',
    },
    startedOn: { type: 'PartialDate', description: 'Day or first day.' },
    endedOn: {
      type: 'PartialDate',
      description: 'Last day, where it took several.',
    },
  },
  time: { begins: ['startedOn'] },
};
