/** Questions that do not nest. Each statement returns one column; `row` makes a list or a map of what is asked for. */
export const statements = (row) => ({
  W1: `
MATCH (n:Thing {id: $id}) WHERE n:Institution
RETURN ${row('n', ['id', 'name', 'kind', 'summary'])}`,
  // From the institution; a law that enacts two such reforms is told once.
  W5: `
MATCH (:Thing {id: $id})<-[:AFFECTS]-()-[:ENACTED_BY]->(n:Law)
WITH DISTINCT n ORDER BY n.id LIMIT 20
RETURN ${row('n', ['id', 'name'])}`,
  // The number of laws, and of a thing's ties of one type, stands in the store: nothing is counted.
  W4c: `
CALL () { MATCH (n:Law) RETURN count(n) AS total }
MATCH (n:Thing) USING INDEX SEEK n:Thing(id) WHERE n.id STARTS WITH 'law/'
WITH total, n ORDER BY n.id LIMIT 100
RETURN ${row('n', ['id', 'name'], { total: 'total' })}`,
  W6: `
MATCH (n:Thing) USING INDEX SEEK n:Thing(id) WHERE n.id STARTS WITH 'institution/'
WITH n ORDER BY n.id LIMIT 20
RETURN ${row('n', ['id', 'name'], {
    affectedBy: 'COUNT { (n)<-[:AFFECTS]-() }',
    consentedBy: 'COUNT { (n)<-[:CONSENTS_TO]-() }',
  })}`,
  // Of the shortest paths the first in the order of ids.
  W7: `
MATCH (from:Thing {id: $from}) MATCH (to:Thing {id: $to})
MATCH p = SHORTEST 1 GROUPS (from)-[:AFFECTS|ENACTED_BY|ADOPTED_BY|AMENDS|PART_OF|CONSENTS_TO]-{1,4}(to)
WITH p, [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT 1
UNWIND nodes(p) AS n
RETURN ${row('n', ['id', 'name'])}`,
});
