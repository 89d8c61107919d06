import { beforeAll, expect, test } from 'vitest';
import { loadSeed } from '../../src/load/load.ts';
import { type AskGraphql, serveForTests } from '../ask.ts';
import { openTestGraph } from '../neo4j.ts';
import { SEED_FOLDER } from '../seed.ts';

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph({ readDeadline: 60_000 });
  await loadSeed(graph, SEED_FOLDER);
  ({ ask } = await serveForTests(graph));
});

/** Of two nouns in one list: the fields of the first fail later, those of the second cannot be planned. */
const QUESTION = `query($v: Boolean = true) {
  nodes(ids: ["law/kz/constitution-1995", "institution/kz/senate"]) {
    ... on Law { amends(first: 0) { totalCount } }
    ... on Institution { id @include(if: $v) }
  }
}`;

test('a directive that is given null is told of, and leaves no failure that nobody waits for', async () => {
  const { errors } = await ask(QUESTION, { v: null });
  expect(errors.map(({ extensions, message }) => `${extensions.code}: ${message}`)).toEqual([
    'BAD_USER_INPUT: "first" must be between 1 and 100, but got 0. Page with "after" and "before" for more.',
    'BAD_USER_INPUT: Argument "if" of non-null type "Boolean!" must not be null.',
  ]);
  // A failure that nobody waits for fails the whole run of the tests.
  const { data } = await ask(QUESTION.replace('first: 0', 'first: 1'));
  expect(data.nodes[1]).toEqual({ id: 'institution/kz/senate' });
});
