import type { NounSpec } from './spec.ts';

export const law: NounSpec = {
  name: 'Law',
  prefix: 'law',
  one: 'law',
  many: 'laws',
  description:
    'Any act: constitution, constitutional law, code, law, decree, treaty, plan, concept, or a package known only as a number of acts.',
  properties: {
    kind: {
      type: { enum: 'LawKind' },
      required: true,
      description: 'Form of the act.',
    },
    number: {
      type: 'String',
      description: 'Official number, for instance `41-VII`.',
    },
    adoptedOn: {
      type: 'PartialDate',
      description: 'Day in the title line of the act, or day of the vote.',
    },
    inForceFrom: {
      type: 'PartialDate',
      description: 'First day in force, where a calendar date is stated.',
    },
    ceasedOn: {
      type: 'PartialDate',
      description: 'First day no longer in force.',
    },
    officialUrl: {
      type: 'Url',
      description: 'Address in the state legal information system.',
    },
  },
  time: { begins: ['inForceFrom', 'adoptedOn'], ends: 'ceasedOn' },
};
