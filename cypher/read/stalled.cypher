// Reforms and laws that may have been planned or proposed by a day and that nothing reports as done, in the order of their ids, with the claims that say so.
// @param keys list of [after, before, plannedBy, doneBy, recordedBy, retractedAfter] = [["", "~", "2026-01-01~", "~", "9999~", "9998~"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    CALL (key) {
      MATCH (n:Reform) USING INDEX SEEK n:Reform(id, since, until, recordedAt, retracted)
      WHERE n.id > key[0] AND n.id < key[1] AND n.since < key[3] AND n.until > '' AND n.recordedAt <= key[4] AND n.retracted > key[5]
      RETURN n
      UNION ALL
      MATCH (n:Law) USING INDEX SEEK n:Law(id, since, until, recordedAt, retracted)
      WHERE n.id > key[0] AND n.id < key[1] AND n.since < key[3] AND n.until > '' AND n.recordedAt <= key[4] AND n.retracted > key[5]
        AND n.adoptedOn IS NULL AND n.inForceFrom IS NULL
      RETURN n
    }
    WITH key, n
    WHERE NOT EXISTS {
      MATCH (n)<-[:PART_OF*0..4]-(done)-[e:AFFECTS|ENACTED_BY|AMENDS|REPEALS|RATIFIES|REACHED|ADOPTED_BY|SIGNED_BY]->()
      WHERE e.modality = 'FACT' AND (e.stage IS NULL OR NOT e.stage IN ['ANNOUNCED', 'PROPOSED']) AND e.sortKey < key[3]
        AND e.recordedAt <= key[4] AND e.retracted > key[5] AND e.rank <> 'DEPRECATED'
    }
    MATCH (n)-[e:PLANNED_IN|PROPOSED_BY|AFFECTS|ENACTED_BY|AMENDS|REPEALS|RATIFIES|REACHED|ADOPTED_BY|SIGNED_BY]->(far:Thing)
    WHERE (type(e) IN ['PLANNED_IN', 'PROPOSED_BY'] OR e.modality IN ['PLAN', 'PROPOSAL'] OR e.stage IN ['ANNOUNCED', 'PROPOSED'])
      AND e.recordedAt <= key[4] AND e.retracted > key[5] AND e.rank <> 'DEPRECATED'
    OPTIONAL MATCH (at:Thing {id: e.at})
    WITH n, key, e, CASE
        WHEN e.validFrom IS NOT NULL THEN e.sortKey
        WHEN type(e) = 'PLANNED_IN' OR far:Event THEN far.since
        ELSE coalesce(at.since, '0000') END AS planned,
      coalesce(e.validFrom, at.startedOn, far.startedOn, CASE type(e) WHEN 'PLANNED_IN' THEN coalesce(far.inForceFrom, far.adoptedOn) END) AS date
    ORDER BY planned, e.id
    WITH n, key, collect([type(e), e.id, e.modality, planned, date]) AS claims
    WHERE claims[0][3] < key[2]
    WITH n, claims ORDER BY n.id LIMIT $limit
    RETURN [n.id, claims]
  } AS rows;
