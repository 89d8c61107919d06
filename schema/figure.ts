import type { NounSpec } from './spec.ts';

export const figure: NounSpec = {
  name: 'Figure',
  prefix: 'figure',
  one: 'figure',
  many: 'figures',
  description:
    'A number or date that somebody stated: threshold, votes, count, share, term, due date. It is itself a claim, with dates, modality, rank and evidence.',
  properties: {
    measure: {
      type: 'String',
      required: true,
      description: 'What is counted or dated; one of the list of measures in the seed.',
    },
    value: { type: 'Float', description: 'The number, in `unit`.' },
    date: {
      type: 'PartialDate',
      description: 'The date, where the measure is a date.',
    },
    comparator: {
      type: { enum: 'Comparator' },
      required: true,
      description: 'How the stated value relates to the true one.',
    },
    unit: {
      type: 'String',
      description: 'Unit of the value, given by the measure.',
    },
    measuredOn: {
      type: 'PartialDate',
      description: 'Day the value was taken.',
    },
  },
  claim: true,
};
