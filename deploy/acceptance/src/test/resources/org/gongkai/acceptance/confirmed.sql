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
    FROM content CROSS JOIN LATERAL unnest(CASE
           WHEN name = 'ApplicationArrived' THEN ARRAY[content ->> 'arrivedOn']
           WHEN name = 'ApplicationReceived' THEN ARRAY[content ->> 'receivedOn']
           WHEN name IN ('ApplicationDecided', 'OutcomeRetracted') THEN ARRAY[content ->> 'decidedOn']
           WHEN name IN ('ApplicationReclassified', 'ApplicationVoided')
             THEN ARRAY[content ->> 'arrivedOn', content ->> 'receivedOn', content #>> '{decision,decidedOn}']
           WHEN name LIKE 'ItemsPublished%' THEN ARRAY[content ->> 'publishedOn']
           WHEN name LIKE 'NormativeDocumentIssued%' THEN ARRAY[content ->> 'issuedOn']
           WHEN name LIKE 'NormativeDocumentEnded%' THEN ARRAY[content ->> 'endedOn']
           WHEN name LIKE 'DisputeFiled%' THEN ARRAY[content ->> 'filedOn']
           WHEN name LIKE 'DisputeConcluded%' THEN ARRAY[content ->> 'concludedOn']
           WHEN name LIKE 'DisputeAppealed%' THEN ARRAY[content ->> 'appealedOn']
           WHEN name LIKE 'IndicatorReported%' THEN ARRAY[content ->> 'year']
           WHEN name LIKE 'AdministrativeDecisionsReported%' OR name LIKE 'AdministrativeFeesReported%'
             OR name LIKE 'ProcessingFeeCollected%' THEN ARRAY[content ->> 'period'] END) AS d (day)
   WHERE day IS NOT NULL GROUP BY 1, 2),
confirmed AS (
  SELECT DISTINCT ON (organisation, year) organisation, year, position, name
    FROM fact CROSS JOIN LATERAL (SELECT coalesce(payload ->> 'year', payload -> 'was' ->> 'year')::int AS year) y
   WHERE name LIKE 'YearConfirmed%'
   ORDER BY organisation, year, position DESC)
SELECT c.organisation, c.year
  FROM confirmed c LEFT JOIN touched t ON t.organisation = c.organisation AND t.year = c.year
 WHERE c.name = 'YearConfirmed' AND (t.position IS NULL OR t.position < c.position)
