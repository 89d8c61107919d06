/** Ties by field name, from `(of)`. The far label stands only where relationships of the type lead to several kinds of nodes. */
const patterns = {
  affectedBy: '<-[e:AFFECTS]-(n)',
  partOf: '-[e:PART_OF]->(n)',
  consentsTo: '-[e:CONSENTS_TO]->(n)',
  consentedBy: '<-[e:CONSENTS_TO]-(n)',
  affects: '-[e:AFFECTS]->(n:Institution)',
  enactedBy: '-[e:ENACTED_BY]->(n)',
  enacts: '<-[e:ENACTED_BY]-(n)',
  adoptedBy: '-[e:ADOPTED_BY]->(n:Institution)',
  amends: '-[e:AMENDS]->(n:Law)',
  amendedBy: '<-[e:AMENDS]-(n:Law)',
};

/** What was withdrawn or is known to be wrong is no part of an answer. */
const isCurrent = (tie) => `${tie}.retracted > '9998~' AND ${tie}.rank IN ['PREFERRED', 'NORMAL']`;
const LISTED = "n.retracted > '9998~'";

const node = 'n.id AS id, n.name AS name, n.kind AS kind, n.summary AS summary';
const edge = `e.validFrom AS validFrom, e.mechanism AS mechanism, ${node}`;

const prefixes = { Institution: 'institution/', Reform: 'reform/', Law: 'law/' };

/** One node by id: the constraint is on Thing. */
export const byId = (label) => `MATCH (n:Thing {id: $id}) WHERE n:${label} RETURN ${node}`;

/** The first by id. Ids begin with the noun, so that the constraint's index is read in order instead of all nodes sorted. */
export const listOf = (label) => `MATCH (n:Thing) WHERE n.id STARTS WITH '${prefixes[label]}' AND n:${label} AND ${LISTED}
RETURN ${node} ORDER BY n.id LIMIT $first`;

export const countOf = (label) => `MATCH (n:${label}) WHERE ${LISTED} RETURN count(n) AS total`;

const lawsAffecting = `MATCH (:Thing {id: $affecting})<-[a:AFFECTS]-(:Reform)-[b:ENACTED_BY]->(n:Law)
WHERE ${isCurrent('a')} AND ${isCurrent('b')} AND ${LISTED}`;

export const listOfLawsAffecting = `${lawsAffecting}
WITH DISTINCT n ORDER BY n.id LIMIT $first
RETURN ${node}`;

export const countOfLawsAffecting = `${lawsAffecting} RETURN count(DISTINCT n) AS total`;

/** Institutions that have all of `$words` in their names, the best hit first. */
export const found = `CALL db.index.fulltext.queryNodes('search_keys', $words) YIELD node AS n, score
WHERE n:Institution AND ${LISTED}
RETURN ${node} ORDER BY score DESC LIMIT $first`;

const perTie = (text) =>
  Object.fromEntries(
    Object.entries(patterns).map(([tie, pattern]) => [tie, text(`${pattern} WHERE ${isCurrent('e')}`)]),
  );

/** The first ties of one node. */
export const page = perTie(
  (pattern) => `MATCH (:Thing {id: $id})${pattern}
RETURN ${edge} ORDER BY e.sortKey LIMIT $first`,
);

export const total = perTie(
  (pattern) => `MATCH (of:Thing {id: $id})
RETURN COUNT { (of)${pattern} } AS total`,
);

/** The first ties of each of several nodes. */
export const pages = perTie(
  (pattern) => `UNWIND $ids AS parent
MATCH (of:Thing {id: parent})
CALL (of) {
  MATCH (of)${pattern}
  RETURN ${edge} ORDER BY e.sortKey LIMIT $first
}
RETURN parent, validFrom, mechanism, id, name, kind, summary`,
);

export const totals = perTie(
  (pattern) => `UNWIND $ids AS parent
MATCH (of:Thing {id: parent})
RETURN parent, COUNT { (of)${pattern} } AS total`,
);
