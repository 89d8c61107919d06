// Which modalities the ties of a thing have, of some types, begun by a day: what a status or an existence is worked out from.
// @param keys list of [id, beginsBy, recordedBy, retractedAfter, types] = [["institution/kz/senate", "2022-12-31~", "9999~", "9998~", ["AFFECTS"]]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, [modality IN ['FACT', 'PLAN', 'PROPOSAL', 'EXPECTATION'] WHERE EXISTS {
    MATCH (:Thing {id: key[0]})-[e]-(:Thing)
    WHERE e.modality = modality AND e.sortKey < key[1] AND e.recordedAt <= key[2] AND e.retracted > key[3]
      AND e.rank <> 'DEPRECATED' AND type(e) IN key[4]
  }] AS modalities;
