import { listOf, nested, statementOf, writerOf } from './nested.mjs';
import { wordsOf } from './seeks.mjs';
import { serve } from './serve.mjs';
import { statements } from './statements.mjs';

/** The driver with statements written by hand, lists for rows, and answers written as text. */
serve((run) => {
  const rowsOf = statements(
    (node, properties, more = {}) =>
      `[${[...properties.map((property) => `${node}.${property}`), ...Object.values(more)].join(', ')}]`,
  );
  const textOf = (value) => (value === null ? 'null' : JSON.stringify(value));
  const idAndName = ([id, name]) => `{"id":${textOf(id)},"name":${textOf(name)}}`;
  const nodes = (rows) => rows.map(idAndName).join(',');

  return {
    ...Object.fromEntries(
      Object.entries(nested).map(([name, shape]) => {
        const [text, write] = [statementOf(shape, listOf), writerOf(shape)];
        const answer = async (parameters) =>
          `{"${shape.field}":{"nodes":[${(await run(text, parameters)).map(write).join(',')}]}}`;
        return [name, shape.byWords ? (variables) => answer({ words: wordsOf(variables.text) }) : () => answer()];
      }),
    ),
    W1: async (variables) => {
      const [row] = await run(rowsOf.W1, variables);
      if (!row) return '{"institution":null}';
      const [id, name, kind, summary] = row.map(textOf);
      return `{"institution":{"id":${id},"name":${name},"kind":${kind},"summary":${summary}}}`;
    },
    W4c: async () => {
      const rows = await run(rowsOf.W4c);
      return `{"laws":{"totalCount":${rows[0]?.[2] ?? 0},"nodes":[${nodes(rows)}]}}`;
    },
    W5: async (variables) => `{"laws":{"nodes":[${nodes(await run(rowsOf.W5, variables))}]}}`,
    W6: async () => {
      const rows = await run(rowsOf.W6);
      const written = rows.map(
        ([id, name, affectedBy, consentedBy]) =>
          `{"id":${textOf(id)},"name":${textOf(name)},"affectedBy":{"totalCount":${affectedBy}},"consentedBy":{"totalCount":${consentedBy}}}`,
      );
      return `{"institutions":{"nodes":[${written.join(',')}]}}`;
    },
    W7: async (variables) => {
      const rows = await run(rowsOf.W7, variables);
      return rows.length ? `{"path":[{"length":${rows.length - 1},"nodes":[${nodes(rows)}]}]}` : '{"path":[]}';
    },
  };
});
