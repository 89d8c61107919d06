import type { NounSpec } from './spec.ts';

export const institution: NounSpec = {
  name: 'Institution',
  prefix: 'institution',
  one: 'institution',
  many: 'institutions',
  description:
    'A body or an office: parliament, chamber, court, ministry, party, council, presidency, international body.',
  properties: {
    kind: {
      type: { enum: 'InstitutionKind' },
      required: true,
      description: 'Kind of body or office.',
    },
    foundedOn: {
      type: 'PartialDate',
      description: 'First day of its existence.',
    },
    dissolvedOn: {
      type: 'PartialDate',
      description: 'First day it no longer existed.',
    },
  },
  time: { begins: ['foundedOn'], ends: 'dissolvedOn' },
};
