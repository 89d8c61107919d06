/** What was withdrawn or is known to be wrong is no part of an answer. */
export const isCurrent = (tie) => `${tie}.retracted > '9998~' AND ${tie}.rank IN ['PREFERRED', 'NORMAL']`;

/** Ties of the thing of an id in the order of the index, which has all that is asked of them: a hub costs no more than others. */
export const tieSeek = ({ tie, type, near, id, far = '' }) => {
  const [left, right] = near === 'toId' ? [far, ''] : ['', far];
  return `MATCH (${left})-[${tie}:${type}]->(${right}) USING INDEX SEEK ${tie}:${type}(${near}, sortKey, until, recordedAt, retracted, rank)
  WHERE ${tie}.${near} = ${id} AND ${tie}.sortKey > '' AND ${tie}.until IS NOT NULL AND ${tie}.recordedAt IS NOT NULL
    AND ${isCurrent(tie)}`;
};

/** Things of a label in the order of their ids. */
export const thingSeek = (node, label) => `MATCH (${node}:${label}) USING INDEX SEEK ${node}:${label}(id, since, until, recordedAt, retracted)
  WHERE ${node}.id > '' AND ${node}.since IS NOT NULL AND ${node}.until IS NOT NULL AND ${node}.recordedAt IS NOT NULL
    AND ${node}.retracted > '9998~'`;

/** Things that have all of `$words` in their names, the best hit first. */
export const wordSeek = (node, label) => `CALL db.index.fulltext.queryNodes('search_keys', $words) YIELD node AS ${node}, score
  WHERE ${node}:${label} AND ${node}.retracted > '9998~'`;

/** The index holds small letters, and no signs. */
export const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\d]+/gu).join(' AND ');
