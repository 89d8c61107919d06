// Which modalities the ties of a thing (or of its parts too) have, of some types, begun by a day: what a status or an existence is worked out from.
// @param keys list of [id, beginsBy, recordedBy, retractedAfter, types, withParts] = [["institution/kz/senate", "2022-12-31~", "9999~", "9998~", ["AFFECTS"], false]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, [modality IN ['FACT', 'PLAN', 'PROPOSAL', 'EXPECTATION'] WHERE EXISTS {
    MATCH (:Thing {id: key[0]})<-[:PART_OF]-{0,3}(n:Thing)-[e]-(:Thing)
    WHERE (n.id = key[0] OR key[5]) AND e.modality = modality AND e.sortKey < key[1] AND e.recordedAt <= key[2] AND e.retracted > key[3]
      AND e.rank <> 'DEPRECATED' AND type(e) IN key[4]
  }] AS modalities;
