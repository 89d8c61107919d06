// Names of things: text, language, script, kind, validity and passages.
// @param keys list of [id] = [["institution/kz/senate"]]
UNWIND range(0, size($keys) - 1) AS i
WITH i, $keys[i] AS key
RETURN i, COLLECT {
    MATCH (:Thing {id: key[0]})-[:NAMED]->(m:Name)
    WITH m ORDER BY m.language, m.script, m.kind, m.text LIMIT 100
    RETURN [m.text, m.language, m.script, m.kind, m.validFrom, m.validTo, m.passages]
  } AS rows;
