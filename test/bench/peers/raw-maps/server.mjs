import { mapOf, nested, statementOf } from '../raw/nested.mjs';
import { wordsOf } from '../raw/seeks.mjs';
import { serve } from '../raw/serve.mjs';
import { statements } from '../raw/statements.mjs';

/** The same statements with maps in RETURN, and JSON.stringify. */
serve((run) => {
  const rowsOf = statements((node, properties, more = {}) => {
    const others = Object.entries(more).map(([name, text]) => `${name}: ${text}`);
    return `{${[...properties.map((property) => `${property}: ${node}.${property}`), ...others].join(', ')}}`;
  });
  const ofText = (text, dataOf) => async (variables) => JSON.stringify(dataOf(await run(text, variables)));

  return {
    ...Object.fromEntries(
      Object.entries(nested).map(([name, shape]) => {
        const answer = ofText(statementOf(shape, mapOf), (nodes) => ({ [shape.field]: { nodes } }));
        return [name, shape.byWords ? ({ text }) => answer({ words: wordsOf(text) }) : answer];
      }),
    ),
    W1: ofText(rowsOf.W1, ([institution = null]) => ({ institution })),
    W4c: ofText(rowsOf.W4c, (rows) => ({
      laws: { totalCount: rows[0]?.total ?? 0, nodes: rows.map(({ total: _, ...node }) => node) },
    })),
    W5: ofText(rowsOf.W5, (nodes) => ({ laws: { nodes } })),
    W6: ofText(rowsOf.W6, (rows) => ({
      institutions: {
        nodes: rows.map(({ affectedBy, consentedBy, ...node }) => ({
          ...node,
          affectedBy: { totalCount: affectedBy },
          consentedBy: { totalCount: consentedBy },
        })),
      },
    })),
    W7: ofText(rowsOf.W7, (nodes) => ({ path: nodes.length ? [{ length: nodes.length - 1, nodes }] : [] })),
  };
});
