// Ids of the documents that somebody stands behind.
// @param keys list of [id] = [["official/kz/usen-suleimen"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT { MATCH (:Thing {id: key[0]})<-[:AUTHORED_BY]-(d:SourceDocument) RETURN DISTINCT d.id AS id ORDER BY id } AS ids;
