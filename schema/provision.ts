import type { NounSpec } from './spec.ts';

export const provision: NounSpec = {
  name: 'Provision',
  prefix: 'provision',
  one: 'provision',
  many: 'provisions',
  description:
    'An article of a law, a heading or measure of a plan, or a rule that a source states without its article.',
  properties: {
    kind: {
      type: { enum: 'ProvisionKind' },
      required: true,
      description: 'What kind of part or rule it is.',
    },
    effect: {
      type: { enum: 'ProvisionEffect' },
      description: 'What the rule does to its holder.',
    },
    number: {
      type: 'String',
      description: 'Number within the law, for instance `50` or `94-2`.',
    },
  },
};
