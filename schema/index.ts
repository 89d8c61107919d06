import { builder } from './builder.ts';
import { nouns } from './nouns.ts';
import { describePoints } from './points.ts';
import { addRootFields } from './root.ts';
import { addNoun } from './thing.ts';
import { addTies } from './tie-fields.ts';
import { ties } from './ties.ts';
import './changes.ts';
import './common.ts';
import './comparison.ts';
import './coverage.ts';
import './data-quality.ts';
import './evidence.ts';
import './life-cycle.ts';
import './neighbourhood.ts';
import './paths.ts';
import './search.ts';
import './standing.ts';
import './state.ts';
import './timeline.ts';

for (const noun of Object.values(nouns)) {
  addNoun(noun);
  addRootFields(noun);
}

addTies(ties);

/** The contract, made from the tables. */
export const schema = describePoints(builder.toSchema());
