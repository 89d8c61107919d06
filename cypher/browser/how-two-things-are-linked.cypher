// How is one thing linked to another, by the ways of the two shortest lengths on which all ties can hold on one day?
// A deed holds from its day on; places and topics, where much meets by chance, are not passed through.
// @theme Reforms
// @param from string = "official/kz/kassym-jomart-tokayev"
// @param to string = "institution/kz/constitutional-court"
MATCH path = SHORTEST 2 GROUPS (
  (:Thing {id: $from})
  ((near:Thing)-[ties WHERE ties.modality IS NOT NULL AND type(ties) <> 'SUPPORTS']-(far:Thing)
    WHERE far.id = $to OR NOT (far:Topic OR far:Place)){1,4}
  (:Thing {id: $to})
  WHERE all(one IN ties WHERE all(other IN ties WHERE one.sortKey < other.until + '~'))
)
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path;
