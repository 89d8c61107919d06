import { isCurrent, thingSeek, tieSeek } from './seeks.mjs';

const ALL_TYPES = 'AFFECTS|ENACTED_BY|ADOPTED_BY|AMENDS|PART_OF|CONSENTS_TO';

const counted = (type) => `COUNT { ${tieSeek({ tie: 'e', type, near: 'toId', id: 'n.id' })} }`;

/** Questions that do not nest. Each statement returns one column; `row` makes a list or a map of what is asked for. */
export const statements = (row) => ({
  W1: `
MATCH (n:Thing {id: $id}) WHERE n:Institution
RETURN ${row('n', ['id', 'name', 'kind', 'summary'])}`,
  // From the institution; a law that enacts two such reforms is told once. To seek the second tie too has fewer hits, but takes longer.
  W5: `
${tieSeek({ tie: 'a', type: 'AFFECTS', near: 'toId', id: '$id', far: 'reform' })}
MATCH (reform)-[b:ENACTED_BY]->(n:Law) WHERE ${isCurrent('b')}
WITH DISTINCT n WHERE n.retracted > '9998~'
WITH n ORDER BY n.id LIMIT 20
RETURN ${row('n', ['id', 'name'])}`,
  // The numbers that stand in the store count what was withdrawn too.
  W4c: `
CALL () { ${thingSeek('n', 'Law')} RETURN count(n) AS total }
${thingSeek('n', 'Law')}
WITH total, n ORDER BY n.id LIMIT 100
RETURN ${row('n', ['id', 'name'], { total: 'total' })}`,
  W6: `
${thingSeek('n', 'Institution')}
WITH n ORDER BY n.id LIMIT 20
RETURN ${row('n', ['id', 'name'], { affectedBy: counted('AFFECTS'), consentedBy: counted('CONSENTS_TO') })}`,
  // Of the shortest paths the first in the order of ids.
  W7: `
MATCH (from:Thing {id: $from}) MATCH (to:Thing {id: $to})
MATCH p = SHORTEST 1 GROUPS (from)-[e:${ALL_TYPES} WHERE ${isCurrent('e')}]-{1,4}(to)
WITH p, [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT 1
UNWIND nodes(p) AS n
RETURN ${row('n', ['id', 'name'])}`,
});
