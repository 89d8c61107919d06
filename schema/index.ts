import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import { nouns } from './nouns.ts';
import { addRootFields } from './root.ts';
import type { TieSpec } from './spec.ts';
import { addNoun } from './thing.ts';
import { addTies } from './tie-fields.ts';
import { ties } from './ties.ts';
import './changes.ts';
import './comparison.ts';
import './coverage.ts';
import './data-quality.ts';
import './evidence.ts';
import './life-cycle.ts';
import './standing.ts';
import './state.ts';
import './timeline.ts';

for (const noun of Object.values(nouns)) {
  addNoun(noun);
  addRootFields(noun);
}

/** The contract, made from the tables. */
export function buildSchema(table: readonly TieSpec[] = ties): GraphQLSchema {
  addTies(table);
  return builder.toSchema();
}
