import { openDriver } from './driver.mjs';
import * as statements from './statements.mjs';

const edgeOf = ({ validFrom, mechanism, id, name, kind, summary }) => ({
  validFrom,
  mechanism,
  node: { id, name, kind, summary },
});

/** What resolvers ask the database: one statement for each call. */
export function openGraph(neo4j) {
  const driver = openDriver(neo4j);

  async function read(text, parameters) {
    const session = driver.session({ database: process.env.NEO4J_DATABASE, defaultAccessMode: neo4j.session.READ });
    try {
      const { records } = await session.run(text, parameters);
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  }

  const readTotal = async (text, parameters) => (await read(text, parameters))[0]?.total ?? 0;

  return {
    thing: async (label, id) => (await read(statements.byId(label), { id }))[0] ?? null,
    list: (label, first) => read(statements.listOf(label), { first: neo4j.int(first) }),
    count: (label) => readTotal(statements.countOf(label)),
    lawsAffecting: (affecting, first) => read(statements.listOfLawsAffecting, { affecting, first: neo4j.int(first) }),
    countLawsAffecting: (affecting) => readTotal(statements.countOfLawsAffecting, { affecting }),
    /** The index holds small letters, and no signs. */
    search(text, first) {
      const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
      return read(statements.found, { words: words.join(' AND '), first: neo4j.int(first) });
    },

    page: async ({ tie, id, first }) => (await read(statements.page[tie], { id, first: neo4j.int(first) })).map(edgeOf),
    total: ({ tie, id }) => readTotal(statements.total[tie], { id }),

    /** In the order of `ids`. */
    async pages(tie, first, ids) {
      const found = new Map(ids.map((id) => [id, []]));
      for (const row of await read(statements.pages[tie], { ids, first: neo4j.int(first) })) {
        found.get(row.parent).push(edgeOf(row));
      }
      return ids.map((id) => found.get(id));
    },
    async totals(tie, ids) {
      const rows = await read(statements.totals[tie], { ids });
      const found = new Map(rows.map(({ parent, total }) => [parent, total]));
      return ids.map((id) => found.get(id) ?? 0);
    },
  };
}
