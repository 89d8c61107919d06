// All claims of some things, from either end, with what tells when each holds and, for events and figures at the other end, the day of these.
// @param keys list of [ids, recordedBy, retractedAfter, ranks, modalities] = [[["institution/kz/senate"], "9999~", "9998~", ["PREFERRED", "NORMAL"], null]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    UNWIND key[0] AS id
    MATCH (n:Thing {id: id})-[e]-(far:Thing)
    WHERE e.recordedAt <= key[1] AND e.retracted > key[2] AND e.rank IN key[3] AND (key[4] IS NULL OR e.modality IN key[4])
    WITH n, e, far LIMIT $limit
    OPTIONAL MATCH (at:Thing {id: e.at})
    RETURN [type(e), e.id, n.id, far.id, n.name, far.name, e.fromId = n.id, e.validFrom, e.validTo, e.end, e.modality,
      coalesce(e.stage, e.mechanism, e.role, e.outcome, e.mode, e.how, e.effect), e.inferred, e.note, e.passages,
      CASE WHEN far:Event THEN far.startedOn ELSE at.startedOn END, coalesce(far.date, CASE WHEN far:Figure THEN far.measuredOn END)]
  } AS rows;
