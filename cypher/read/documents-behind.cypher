// The documents that speak of a thing or that claims of it rest on, with kind and the date each states of itself.
// @param keys list of [id, beginsBy, endsAfter, recordedBy, retractedAfter, ranks, modalities, certainOn] = [["institution/kz/senate", "2022-12-31~", "2022-12-31", "9999~", "9998~", ["PREFERRED", "NORMAL"], null, null]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    CALL (key) {
      MATCH (:Thing {id: key[0]})<-[m:MENTIONS]-(p:Passage)
      WHERE m.recordedAt <= key[3] AND m.retracted > key[4]
      RETURN p.documentId AS id
      UNION
      MATCH (n:Thing {id: key[0]})
      UNWIND n.passages AS passage
      MATCH (p:Passage {id: passage})
      RETURN p.documentId AS id
      UNION
      MATCH (:Thing {id: key[0]})-[e]-(:Thing)
      WHERE e.sortKey < key[1] AND e.until > key[2] AND e.recordedAt <= key[3] AND e.retracted > key[4] AND e.rank IN key[5]
        AND (key[6] IS NULL OR e.modality IN key[6]) AND (key[7] IS NULL OR (e.startLatest <= key[7] AND e.endEarliest > key[7]))
      UNWIND e.passages AS passage
      WITH DISTINCT passage
      MATCH (p:Passage {id: passage})
      RETURN p.documentId AS id
    }
    MATCH (d:Thing {id: id})
    WITH d ORDER BY d.id
    RETURN [d.id, d.kind, d.since, coalesce(d.publishedOn, d.notBefore)]
  } AS rows;
