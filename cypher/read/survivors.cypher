// What a merged id or an identifier `scheme:value` leads to today.
// @param keys list of [id or identifier] = [["act-code:104322"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    CALL (key) {
      MATCH (:Merged {id: key[0]})-[:INTO]->(n:Thing) RETURN n.id AS id
      UNION
      MATCH (:Identifier {id: key[0]})-[:IDENTIFIES]->(n:Thing) RETURN n.id AS id
    }
    RETURN id ORDER BY id LIMIT 1
  } AS ids;
