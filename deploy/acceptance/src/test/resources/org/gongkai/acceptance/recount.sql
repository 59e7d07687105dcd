-- Every figure of a statement counted once more over intake's tables, and from nothing else: the tree of 31 December,
-- merged bodies in their successors, and every record by its days. Answers (root, path of the figure, value).
WITH RECURSIVE
given AS (
  SELECT ?::text AS prefix, ?::date AS first, ?::date AS last, ?::text AS scope,
         ?::text[] AS own_indicators, ?::text[] AS confirmed),

-- who belongs to whom on the last day
body AS (SELECT o.* FROM organisation o, given WHERE o.code LIKE prefix),
place AS (
  SELECT DISTINCT ON (code) code, parent FROM organisation_parent, given WHERE since <= last ORDER BY code, since DESC),
merger AS (SELECT code, successor FROM body, given WHERE abolished_since <= last AND successor IS NOT NULL),
chain (code, ends) AS (
  SELECT code, code FROM body
  UNION SELECT c.code, m.successor FROM chain c JOIN merger m ON m.code = c.ends),
standing AS (SELECT code, ends FROM chain WHERE ends NOT IN (SELECT code FROM merger)),
up (code, at, probe, below_government) AS (
  SELECT code, ends, ends, false FROM standing
  UNION
  SELECT u.code,
         s.ends,
         CASE WHEN s.ends = u.at THEN p.parent ELSE s.ends END,
         u.below_government OR (s.ends <> u.at AND o.kind = 'GOVERNMENT')
    FROM up u
    JOIN place p ON p.code = u.probe AND p.parent IS NOT NULL
    JOIN standing s ON s.code = p.parent
    JOIN body o ON o.code = u.at),
member AS (
  SELECT DISTINCT at AS root, code FROM up, given
   WHERE CASE scope WHEN 'OWN' THEN (code, at) IN (SELECT code, ends FROM standing)
                    WHEN 'TIER' THEN NOT below_government ELSE true END),

-- table three
application AS (
  SELECT m.root, a.applicant_type AS type, v.row_code, v.n
    FROM given, member m
    JOIN disclosure_application a ON a.organisation = m.code AND a.voided_at IS NULL
   CROSS JOIN LATERAL (VALUES
     ('NEW_RECEIVED', (a.received_on BETWEEN given.first AND given.last)::int),
     ('CARRIED_IN', (a.received_on < given.first AND (a.decided_on IS NULL OR a.decided_on >= given.first))::int),
     ('CARRIED_OUT', (a.received_on <= given.last AND (a.decided_on IS NULL OR a.decided_on > given.last))::int),
     (a.outcome, (a.decided_on BETWEEN given.first AND given.last)::int),
     ('RESULT_TOTAL', (a.decided_on BETWEEN given.first AND given.last)::int)) v (row_code, n)),

month AS (
  SELECT m.root, 'months.' || to_char(v.day, 'YYYY-MM') || '.' || v.figure AS figure
    FROM given, member m
    JOIN disclosure_application a ON a.organisation = m.code AND a.voided_at IS NULL
   CROSS JOIN LATERAL (VALUES ('received', a.received_on), ('decided', a.decided_on)) v (figure, day)
   WHERE v.day BETWEEN given.first AND given.last),

-- timeliness: of what was decided in the year, and of what is open now past its due day
timed AS (
  SELECT m.root, CASE WHEN a.working_days > 999 THEN 999 ELSE a.working_days END AS working_days, a.in_time,
         a.decided_on BETWEEN given.first AND given.last AS decided,
         a.received_on <= given.last AND (a.decided_on IS NULL OR a.decided_on > given.last) AS open,
         a.decided_on IS NULL AND a.due_on <= given.last
           AND a.due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date AS overdue
    FROM given, member m
    JOIN disclosure_application a ON a.organisation = m.code AND a.voided_at IS NULL),
timeliness AS (
  SELECT root, 'timeliness.' || v.figure AS figure, v.n
    FROM (SELECT root,
                 count(*) FILTER (WHERE decided AND in_time) AS in_time,
                 count(*) FILTER (WHERE decided AND NOT in_time) AS late,
                 count(*) FILTER (WHERE open) AS open,
                 count(*) FILTER (WHERE overdue) AS overdue,
                 percentile_disc(0.5) WITHIN GROUP (ORDER BY working_days) FILTER (WHERE decided) AS median,
                 percentile_disc(0.9) WITHIN GROUP (ORDER BY working_days) FILTER (WHERE decided) AS ninetieth
            FROM timed GROUP BY root) t
   CROSS JOIN LATERAL (VALUES
     ('inTime', t.in_time), ('late', t.late), ('open', t.open), ('overdue', t.overdue),
     ('medianWorkingDays', t.median), ('p90WorkingDays', t.ninetieth),
     ('shareInTimePercent', round(100.0 * t.in_time / nullif(t.in_time + t.late, 0), 2))) v (figure, n)),

-- table two
document AS (
  SELECT m.root, 'proactive.' || d.kind || '.' || v.column_code AS figure, v.n
    FROM given, member m
    JOIN normative_document d ON d.organisation = m.code AND d.retracted_at IS NULL
   CROSS JOIN LATERAL (VALUES
     ('ISSUED', (d.issued_on BETWEEN given.first AND given.last)::int),
     ('ABOLISHED', (d.ended_on BETWEEN given.first AND given.last)::int),
     ('IN_FORCE', (d.issued_on <= given.last AND (d.ended_on IS NULL OR d.ended_on > given.last))::int))
     v (column_code, n)),
decisions AS (
  SELECT m.root, 'proactive.' || d.kind || '.DECISIONS' AS figure, d.decisions AS n
    FROM given, member m
    JOIN administrative_decisions d ON d.organisation = m.code AND d.retracted_at IS NULL
   WHERE left(d.period, 4)::int = extract(year FROM given.last)),
fees AS (
  SELECT m.root, 'proactive.FEES.amountYuan' AS figure, f.amount_yuan AS n
    FROM given, member m
    JOIN administrative_fees f ON f.organisation = m.code AND f.retracted_at IS NULL
   WHERE left(f.period, 4)::int = extract(year FROM given.last)),

-- table four: a case counts once in a year, by its latest instance
instance AS (
  SELECT d.id, d.organisation, d.kind, i.filed_on, i.concluded_on, i.result,
         lead(i.filed_on) OVER (PARTITION BY d.id ORDER BY i.number) AS appealed_on
    FROM body b
    JOIN dispute d ON d.organisation = b.code AND d.retracted_at IS NULL
    JOIN dispute_instance i ON i.dispute = d.id),
dispute_of_year AS (
  SELECT i.id, i.organisation, i.kind,
         bool_or(i.filed_on < given.first
           AND (i.appealed_on IS NULL OR i.appealed_on >= given.first)
           AND (i.concluded_on IS NULL OR i.concluded_on >= given.first)) AS pending_before,
         bool_or(i.filed_on BETWEEN given.first AND given.last) AS filed,
         bool_or(i.filed_on <= given.last
           AND (i.appealed_on IS NULL OR i.appealed_on > given.last)
           AND (i.concluded_on IS NULL OR i.concluded_on > given.last)) AS pending,
         max(i.result) FILTER (WHERE i.concluded_on BETWEEN given.first AND given.last
           AND (i.appealed_on IS NULL OR i.appealed_on > given.last)) AS result
    FROM given, instance i GROUP BY 1, 2, 3),
dispute_figure AS (
  SELECT m.root, 'disputes.' || d.kind || '.' || v.column_code AS figure, v.n
    FROM member m
    JOIN dispute_of_year d ON d.organisation = m.code
   CROSS JOIN LATERAL (VALUES
     (d.result, 1),
     ('PENDING', d.pending::int),
     ('TOTAL', (d.pending_before OR d.filed)::int)) v (column_code, n)
   WHERE v.column_code IS NOT NULL),

-- publications
publication_of_year AS (
  SELECT m.root, p.channels, p.items
    FROM given, member m
    JOIN publication p ON p.organisation = m.code AND p.retracted_at IS NULL
   WHERE p.published_on BETWEEN given.first AND given.last),

-- an indicator that does not add up is the root's alone
indicator_of_year AS (
  SELECT m.root, 'indicators.' || i.indicator AS figure, i.value AS n
    FROM given, member m
    JOIN indicator i ON i.organisation = m.code AND i.retracted_at IS NULL
   WHERE i.year = extract(year FROM given.last)
     AND (m.code = m.root OR i.indicator <> ALL (given.own_indicators))),

-- fees of an application: a notice and its payments in the order of their days; the one that makes them full is a case
fee_step AS (
  SELECT a.id, a.organisation, s.type, s.on_day, s.amount_yuan,
         row_number() OVER (PARTITION BY a.id ORDER BY s.on_day, s.number) AS n
    FROM body b
    JOIN disclosure_application a ON a.organisation = b.code AND a.voided_at IS NULL
    JOIN application_step s ON s.application = a.id AND s.retracted_at IS NULL
     AND s.type IN ('FEE_NOTICED', 'FEE_PAID')),
fee_course (id, organisation, n, on_day, payment, asked, paid) AS (
  SELECT id, organisation, n, on_day, NULL::numeric, amount_yuan, 0::numeric FROM fee_step WHERE n = 1
  UNION ALL
  SELECT s.id, s.organisation, s.n, s.on_day,
         CASE s.type WHEN 'FEE_PAID' THEN s.amount_yuan END,
         CASE s.type WHEN 'FEE_NOTICED' THEN s.amount_yuan ELSE c.asked END,
         CASE WHEN s.type = 'FEE_PAID' THEN c.paid + s.amount_yuan WHEN c.paid < c.asked THEN c.paid ELSE 0 END
    FROM fee_course c JOIN fee_step s ON s.id = c.id AND s.n = c.n + 1),

processing AS (
  SELECT m.root, p.cases, p.amount_yuan
    FROM given, member m
    JOIN processing_fees p ON p.organisation = m.code AND p.retracted_at IS NULL
   WHERE left(p.period, 4)::int = extract(year FROM given.last)
  UNION ALL
  SELECT m.root, (c.paid >= c.asked)::int, c.payment
    FROM given, member m
    JOIN fee_course c ON c.organisation = m.code AND c.payment IS NOT NULL
   WHERE c.on_day BETWEEN given.first AND given.last),

-- bodies that stand on the last day, and so have the year to confirm
confirmation AS (
  SELECT m.root, CASE WHEN m.code = ANY (given.confirmed) THEN 'confirmed.yes' ELSE 'confirmed.no' END AS figure, 1 AS n
    FROM given, member m
    JOIN standing s ON s.code = m.code AND s.ends = m.code
    JOIN body b ON b.code = m.code
   WHERE b.abolished_since IS NULL OR b.abolished_since > given.last),

figure (root, figure, n) AS (
  SELECT root, 'applications.' || row_code || '.' || type, n::numeric FROM application WHERE row_code IS NOT NULL
  UNION ALL SELECT root, 'applications.' || row_code || '.TOTAL', n FROM application WHERE row_code IS NOT NULL
  UNION ALL SELECT root, figure, 1 FROM month
  UNION ALL SELECT root, figure, n FROM timeliness
  UNION ALL SELECT root, figure, n FROM document
  UNION ALL SELECT root, figure, n FROM decisions
  UNION ALL SELECT root, figure, n FROM fees
  UNION ALL SELECT root, figure, n FROM dispute_figure
  UNION ALL SELECT root, 'publications.items', items FROM publication_of_year
  UNION ALL SELECT root, 'publications.byChannel.' || channel, items
              FROM publication_of_year CROSS JOIN LATERAL unnest(channels) channel
  UNION ALL SELECT root, figure, n FROM indicator_of_year
  UNION ALL SELECT root, 'processingFees.cases', cases FROM processing
  UNION ALL SELECT root, 'processingFees.amountYuan', amount_yuan FROM processing
  UNION ALL SELECT root, figure, n FROM confirmation)
SELECT root, figure, coalesce(sum(n), 0) FROM figure GROUP BY 1, 2
