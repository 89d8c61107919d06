// What was an institution on a day: its parts, its whole, who filled it, whom it fills, what binds it, its numbers?
// Ties and figures that may have held on that day; a bound that no source states shuts nothing out.
// @theme Institutions
// @param institution string = "institution/kz/mazhilis"
// @param day string = "2022-01-01"
MATCH path = (:Thing {id: $institution})-[tie:PART_OF|APPOINTS|CONSENTS_TO|CHAIRS|MEMBER_OF|APPLIES_TO|HELD_OFFICE|ABOUT]-(far:Thing)
WHERE tie.sortKey < $day + '~' AND tie.until > $day AND far.until > $day AND far.since <= $day
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
