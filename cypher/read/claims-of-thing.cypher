// How many claims a thing and its parts have, by what tells questions apart: type, direction, the noun at the other end, what they say, what of them is inferred, which dates they give, and whether they are of a part.
// @param keys list of [id, beginsBy, endsAfter, recordedBy, retractedAfter, ranks, modalities, certainOn] = [["institution/kz/senate", "2022-12-31~", "2022-12-31", "9999~", "9998~", ["PREFERRED", "NORMAL"], null, null]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    MATCH (:Thing {id: key[0]})<-[:PART_OF]-{0,3}(n:Thing)
    WHERE split(n.id, '/')[0] = split(key[0], '/')[0]
    WITH DISTINCT key, n
    MATCH (n)-[e]-(far:Thing)
    WHERE e.sortKey < key[1] AND e.until > key[2] AND e.recordedAt <= key[3] AND e.retracted > key[4] AND e.rank IN key[5]
      AND (key[6] IS NULL OR e.modality IN key[6]) AND (key[7] IS NULL OR (e.startLatest <= key[7] AND e.endEarliest > key[7]))
    WITH type(e) AS type, e.fromId = n.id AS forward, n.id <> key[0] AS ofPart, split(far.id, '/')[0] AS prefix,
      coalesce(e.outcome, e.role, e.mechanism, e.stage, e.mode) AS as,
      CASE type(e) WHEN 'ABOUT' THEN far.measure END AS measure,
      e.inferred AS inferred, e.validFrom IS NOT NULL AS begins, e.validTo IS NOT NULL OR e.end = 'ONGOING' AS ends
    WITH type, forward, prefix, as, measure, inferred, begins, ends, ofPart, count(*) AS claims
    ORDER BY type, forward DESC, prefix
    RETURN [type, forward, prefix, as, measure, inferred, begins, ends, claims, ofPart]
  } AS rows;
