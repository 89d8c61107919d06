// Ids of the parts of a reform and of theirs, six levels down.
// @param keys list of [id, recordedBy, retractedAfter, ranks] = [["reform/kz/constitutional-reform-2022", "9999~", "9998~", ["PREFERRED", "NORMAL"]]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    MATCH (n:Thing {id: key[0]})<-[within:PART_OF*1..6]-(part:Reform)
    WHERE all(one IN within WHERE one.recordedAt <= key[1] AND one.retracted > key[2] AND one.rank IN key[3])
    WITH DISTINCT part.id AS id
    RETURN id ORDER BY id
  } AS ids;
