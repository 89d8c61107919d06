import type { Statement } from './graph.ts';
import { beginsCheck, EACH_KEY, hasLabel, type ScopeKey, scopeChecks } from './model.ts';

/** What a search is asked with; from the third on as lists of things are, with the values of `where` last. */
export type SearchKey = readonly [query: string, kinds: readonly string[] | null, beginsBy: string, ...scope: ScopeKey];

/** Names that the index brings for one query: more are never compared with it. */
const MOST_CANDIDATES = 500;

/** Ranks, modalities and certainty bind figures only. */
const [until, recorded, retracted, ...ofClaims] = scopeChecks('n');

const candidates = (where?: string): Statement => ({
  name: `search${where ? ' where' : ''}`,
  text: `${EACH_KEY}
RETURN i, COLLECT {
    CALL db.index.fulltext.queryNodes('search_keys', key[0]) YIELD node, score
    WITH node, score, CASE WHEN node:Thing THEN node ELSE head([(named:Thing)-[:NAMED]->(node) | named]) END AS n
    WHERE (key[1] IS NULL OR ${hasLabel('n', 'key[1]')})
      AND ${[
        beginsCheck('n.since', 'key[2]'),
        until,
        recorded,
        retracted,
        `(NOT n:Figure OR (${ofClaims.join(' AND ')}))`,
        ...(where ? [where] : []),
      ].join('\n      AND ')}
    WITH n, node, score ORDER BY score DESC, n.id, node.id LIMIT ${MOST_CANDIDATES}
    RETURN CASE WHEN node:Thing
      THEN [n.id, n.name, n.identifiers]
      ELSE [n.id, node.text, null, node.language, node.script, node.kind]
    END
  } AS rows`,
});

const plain = candidates();

/** Names that may be what each query means, with the things that bear them; their words are compared afterwards. */
export const searchText = (where?: string): Statement => (where ? candidates(where) : plain);
