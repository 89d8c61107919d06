// Ids of the documents that speak of a thing: those that mention it and those its own scalars rest on.
// @param keys list of [id, recordedBy, retractedAfter] = [["institution/kz/senate", "9999~", "9998~"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    CALL (key) {
      MATCH (:Thing {id: key[0]})<-[m:MENTIONS]-(p:Passage)
      WHERE m.recordedAt <= key[1] AND m.retracted > key[2]
      RETURN p.documentId AS id
      UNION
      MATCH (n:Thing {id: key[0]})
      UNWIND n.passages AS passage
      MATCH (p:Passage {id: passage})
      RETURN p.documentId AS id
    }
    RETURN id ORDER BY id
  } AS ids;
