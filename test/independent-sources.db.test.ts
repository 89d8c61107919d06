import { beforeAll, expect, test } from 'vitest';
import { loadSeed } from '../src/load/load.ts';
import { type AskGraphql, serveForTests } from './ask.ts';
import { added, type Files, writeSeed } from './load/small-seed.ts';
import { openTestGraph } from './neo4j.ts';

/** Documents beside the report and the record of an act, each with who stands behind it. */
const documents: Readonly<Record<string, string>> = {
  'act-18': '',
  'paper-monday': 'publishedBy: [{ to: institution/tl/paper, PASSAGES }]',
  'paper-tuesday': 'publishedBy: [{ to: institution/tl/paper, PASSAGES }]',
  'press-text': 'authoredBy: [{ to: institution/tl/press, role: ATTRIBUTED, PASSAGES }]',
  'press-text-in-a-journal':
    'publishedBy: [{ to: institution/tl/journal, PASSAGES }], authoredBy: [{ to: institution/tl/press, role: ATTRIBUTED, PASSAGES }]',
  'with-a-picture': 'authoredBy: [{ to: official/tl/painter, role: PICTURES, PASSAGES }]',
  'with-another-picture': 'authoredBy: [{ to: official/tl/painter, role: PICTURES, PASSAGES }]',
  speech: 'authoredBy: [{ to: official/tl/ada, role: SPEAKER, PASSAGES }]',
  column: 'authoredBy: [{ to: official/tl/ada, role: AUTHOR, PASSAGES }]',
  copy: 'possiblySameAs: [{ to: document/tl/column, PASSAGES }]',
  letter: 'publishedBy: [{ to: institution/tl/paper, recordedAt: 2026-02-01, PASSAGES }]',
};
const slugs = Object.keys(documents);
const placeOf = (slug: string): string => (slug.startsWith('act-') ? 'record' : 'page 1');
const passageOf = (slug: string): string => `passage/tl/${slug}/${placeOf(slug).replace(' ', '-')}`;
const bodies = ['paper', 'press', 'journal'].map(
  (slug) => `- { id: institution/tl/${slug}, name: ${slug}, kind: PRESS, passages: [passage/tl/report/1] }\n`,
);

const withDocuments: Files = {
  ...added('testland/institutions.yaml', bodies.join('')),
  ...only('testland/officials.yaml', '- { id: official/tl/painter, name: Painter, passages: [passage/tl/report/1] }\n'),
  ...only(
    'testland/source-documents.yaml',
    slugs
      .map((slug) => {
        const kind = slug.startsWith('act-') ? 'ACT_RECORD' : 'ARTICLE';
        const more = documents[slug]?.replaceAll('PASSAGES', `passages: [${passageOf(slug)}]`);
        return `- { id: document/tl/${slug}, name: ${slug}, summary: Unofficial copy., kind: ${kind}, publisherKind: UNKNOWN, passages: [${passageOf(slug)}]${more && `, ${more}`} }\n`;
      })
      .join(''),
  ),
  ...only('testland/topics.yaml', slugs.map((slug) => topic(slug, [slug])).join('') + topics()),
  'testland/passages/more.yaml': slugs
    .map(
      (slug) =>
        `- { document: document/tl/${slug}, passages: [{ id: ${passageOf(slug)}, locator: ${placeOf(slug)}, statement: x }] }\n`,
    )
    .join(''),
};

function only(file: string, lines: string): Files {
  return { [file]: added(file, lines)[file] ?? '' };
}

/** A topic that is a member of the council: its one claim rests on passages of these documents. */
function topic(slug: string, of: readonly string[]): string {
  const passages = of.map((one) => (one.startsWith('passage/') ? one : passageOf(one))).join(', ');
  return `- { id: topic/tl/${slug}, name: x, kind: GROUP, passages: [passage/tl/report/1], memberOf: [{ to: institution/tl/council, passages: [${passages}] }] }\n`;
}

function topics(): string {
  return [
    topic('of-one-document', ['passage/tl/report/1', 'passage/tl/report/2']),
    topic('of-records', ['act-18', 'passage/tl/act-17/article-50']),
    topic('of-one-paper', ['paper-monday', 'paper-tuesday']),
    topic('of-a-press-text', ['press-text', 'press-text-in-a-journal']),
    topic('of-two-with-pictures', ['with-a-picture', 'with-another-picture']),
    topic('of-one-person', ['speech', 'column']),
    topic('of-a-copy', ['column', 'copy']),
    topic('of-a-letter', ['letter', 'paper-monday']),
    topic('of-all', ['passage/tl/report/1', 'passage/tl/act-17/article-50', ...slugs]),
  ].join('');
}

let ask: AskGraphql;
beforeAll(async () => {
  const graph = await openTestGraph();
  await loadSeed(graph, writeSeed(withDocuments));
  ({ ask } = await serveForTests(graph));
});

async function sources(slug: string, scope = ''): Promise<number> {
  const { data, errors } = await ask(
    `{ topic(id: "topic/tl/${slug}"${scope}) { memberOf { edges { independentSources } } } }`,
  );
  expect(errors).toEqual([]);
  return data.topic.memberOf.edges[0].independentSources;
}

test.each([
  ['passages of one document', 'of-one-document', 1],
  ['records of two acts of a state', 'of-records', 1],
  ['two documents of one publisher', 'of-one-paper', 1],
  ['a press text, printed twice', 'of-a-press-text', 1],
  ['two documents with the same maker of pictures', 'of-two-with-pictures', 2],
  ['a speech and a column of one person, publisher unknown', 'of-one-person', 1],
  ['a document and what may be its copy', 'of-a-copy', 1],
  ['all of them', 'of-all', 7],
])('%s', async (_, slug, count) => {
  expect(await sources(slug)).toBe(count);
});

test('who published a document counts from the day on which it was recorded', async () => {
  expect(await sources('of-a-letter')).toBe(1);
  expect(await sources('of-a-letter', ', knownAt: "2026-01-15"')).toBe(2);
});

test('any number of claims costs one statement', async () => {
  const { data, sent } = await ask(
    '{ institution(id: "institution/tl/council") { members(first: 100) { edges { independentSources } } } }',
  );
  expect(data.institution.members.edges.length).toBe(slugs.length + 9);
  expect(sent.filter(({ statement }) => statement.name === 'read/independent-sources').length).toBe(1);
});
