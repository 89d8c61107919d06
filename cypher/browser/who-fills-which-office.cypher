// Who appoints, elects, consents to or chairs whom on a day?
// @theme Institutions
// @param jurisdiction string = "kz"
// @param day string = "2023-06-01"
MATCH path = (:Thing)-[tie:APPOINTS|CONSENTS_TO|CHAIRS]->(:Institution {jurisdiction: $jurisdiction})
WHERE tie.sortKey < $day + '~' AND tie.until > $day
WITH path
WHERE all(part IN nodes(path) + relationships(path)
  WHERE coalesce(part.retracted, '9999') = '9999' AND coalesce(part.rank, 'NORMAL') <> 'DEPRECATED')
RETURN path LIMIT 200;
