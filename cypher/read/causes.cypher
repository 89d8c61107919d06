// What a tie makes the cause of a change of a thing: reforms and acts that change, amend or repeal it, and for a figure those it is the level before or after of.
// @param keys list of [id, recordedBy, retractedAfter, ranks] = [["figure/kz/senate-seats-10-president", "9999~", "9998~", ["PREFERRED", "NORMAL"]]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    MATCH (n:Thing {id: key[0]})-[e:AFFECTS|AMENDS|REPEALS|ABOUT]-(cause:Thing)
    WHERE (cause:Reform OR cause:Law) AND (e.toId = key[0] OR (type(e) = 'ABOUT' AND e.role IN ['BEFORE', 'AFTER']))
      AND e.recordedAt <= key[1] AND e.retracted > key[2] AND e.rank IN key[3] AND e.modality = 'FACT'
    WITH e, cause ORDER BY e.sortKey, e.id LIMIT 100
    RETURN [type(e), e.id, coalesce(e.role, e.mechanism), cause.id, e.validFrom]
  } AS rows;
