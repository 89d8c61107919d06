import type { NounSpec } from './spec.ts';

export const topic: NounSpec = {
  name: 'Topic',
  prefix: 'topic',
  one: 'topic',
  many: 'topics',
  description: 'A subject or a group of people: torture, women, convicts, persons with disabilities.',
  hub: {},
  properties: {
    kind: {
      type: { enum: 'TopicKind' },
      required: true,
      description: 'Kind of subject.',
    },
  },
};
