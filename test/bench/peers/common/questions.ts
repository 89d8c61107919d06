import { coldShape } from '../../cold-shapes.ts';
import type { Peer, Question } from '../../peer.ts';
import { printShape } from '../../print-shape.ts';
import { questions as ours } from '../ours/questions.ts';

/** The at-th of the questions that are asked once. */
export const cold = (at: number): Question => ({ query: printShape(coldShape(at)) });

/** In the words of schema.graphql, which are mostly those of our own contract. */
export const questions: Peer['questions'] = {
  ...ours,
  W5: { query: 'query W5($id: ID!) { laws(first: 20, affecting: $id) { nodes { id name } } }' },
  W7: { cannot: 'a path would be a statement of its own: Neo4j alone would be measured' },
  W11: cold(0),
};
