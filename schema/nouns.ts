import { event } from './event.ts';
import { figure } from './figure.ts';
import { institution } from './institution.ts';
import { law } from './law.ts';
import { official } from './official.ts';
import { place } from './place.ts';
import { provision } from './provision.ts';
import { reform } from './reform.ts';
import { sourceDocument } from './source-document.ts';
import type { NounName, NounSpec } from './spec.ts';
import { topic } from './topic.ts';

/** Every noun of the graph, by name. A new noun is a file and a line here. */
export const nouns: Readonly<Record<NounName, NounSpec>> = {
  Reform: reform,
  Law: law,
  Provision: provision,
  Institution: institution,
  Official: official,
  Event: event,
  Place: place,
  Topic: topic,
  Figure: figure,
  SourceDocument: sourceDocument,
};

export const nounNames = Object.keys(nouns) as readonly NounName[];
