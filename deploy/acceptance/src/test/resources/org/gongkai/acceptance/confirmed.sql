-- Bodies and years whose confirmation stands: no later fact of the body speaks of a day or period of that year.
WITH fact AS (
  SELECT j.organisation, j.position, split_part(j.type, '.', 3) AS name, j.payload::jsonb AS payload
    FROM journal j WHERE j.organisation LIKE ?),
content AS (
  SELECT f.organisation, f.position, f.name, c.content
    FROM fact f CROSS JOIN LATERAL (VALUES (f.payload), (f.payload -> 'was'), (f.payload -> 'is')) c (content)
   WHERE c.content IS NOT NULL),
touched AS (
  SELECT organisation, left(day, 4)::int AS year, max(position) AS position
    FROM content CROSS JOIN LATERAL (SELECT content ->> CASE
           WHEN name LIKE 'ApplicationReceived%' THEN 'receivedOn'
           WHEN name LIKE 'ApplicationDecided%' THEN 'decidedOn'
           WHEN name LIKE 'ItemsPublished%' THEN 'publishedOn'
           WHEN name LIKE 'NormativeDocumentIssued%' THEN 'issuedOn'
           WHEN name LIKE 'NormativeDocumentEnded%' THEN 'endedOn'
           WHEN name LIKE 'DisputeFiled%' THEN 'filedOn'
           WHEN name LIKE 'DisputeConcluded%' THEN 'concludedOn'
           WHEN name LIKE 'DisputeAppealed%' THEN 'appealedOn'
           WHEN name LIKE 'IndicatorReported%' THEN 'year'
           WHEN name LIKE 'AdministrativeDecisionsReported%' OR name LIKE 'AdministrativeFeesReported%'
             OR name LIKE 'ProcessingFeeCollected%' THEN 'period' END AS day) d
   WHERE day IS NOT NULL GROUP BY 1, 2),
confirmed AS (
  SELECT DISTINCT ON (organisation, year) organisation, year, position, name
    FROM fact CROSS JOIN LATERAL (SELECT coalesce(payload ->> 'year', payload -> 'was' ->> 'year')::int AS year) y
   WHERE name LIKE 'YearConfirmed%'
   ORDER BY organisation, year, position DESC)
SELECT c.organisation, c.year
  FROM confirmed c LEFT JOIN touched t ON t.organisation = c.organisation AND t.year = c.year
 WHERE c.name = 'YearConfirmed' AND (t.position IS NULL OR t.position < c.position)
