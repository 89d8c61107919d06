// Ids of the passages that quote or report somebody.
// @param keys list of [id] = [["official/kz/erlan-karin"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT { MATCH (:Thing {id: key[0]})<-[:SPOKEN_BY]-(p:Passage) RETURN p.id AS id ORDER BY id } AS ids;
