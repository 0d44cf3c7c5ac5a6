-- What people ask first: which events a count may take for done, who acts on whom, and the ledger of talks.

-- "counted": the record says of itself that it was done. A refusal or a promise has been folded into a type of its own
-- (event <> act); what is denied, alleged or only planned has not, and a count that took it for done would be false.
-- A reader's word is none of the record either.
-- "done_on": the day of what was done. "day" is the day of the act: a promise to meet on the 29th was made by the day it was
-- told, and nothing is done after its last report.
-- "mutual": who take part are all actors and act on one another: they meet, work together, sign. Violence is not among
-- them: whether two who are named fight each other or strike a third is not in the record.
CREATE OR REPLACE VIEW main.events AS
SELECT e.*, m."text" AS words, m.story_id, m.position,     -- of the mention that status and event are taken from
       m.intensity, m.cameo,
       CASE
           WHEN m.section = 'comment' OR e.status IN ('denied', 'alleged') THEN false
           WHEN e.status IN ('occurred', 'ongoing') THEN true
           WHEN e.status = 'historical' THEN e."when"."from" IS NOT NULL   -- else it is put on the day it was told
           ELSE e.event <> e.act OR e.event IN ('AGREE', 'REJECT', 'THREATEN')
       END AS counted,
       CASE
           WHEN e.status NOT IN ('occurred', 'ongoing', 'historical')
               THEN least(e."day", try_cast("left"(e.first_reported, 10) AS DATE))
           WHEN e."day" > try_cast("left"(e.last_reported, 10) AS DATE) + 1     -- zones apart, a day may be next day's
               THEN try_cast("left"(e.first_reported, 10) AS DATE)
           ELSE e."day"
       END AS done_on,
       len(e.recipient) = 0 AND len(e.actor) > 1 AND (
           e.event IN ('CONSULT', 'COOPERATE')
           OR (e.event = 'AGREE' AND e.act IN ('CONSULT', 'COOPERATE'))
           OR starts_with(m.cameo, '057')
       ) AS mutual
FROM kept.events AS e
JOIN kept.mentions AS m ON m.mention_id = e.mention_id;

-- One row an event and pair, source acting on target on the day it was done; of the sides only those with a code. Each pair of a mutual event
-- stands in both directions.
CREATE VIEW main.dyads AS
WITH sides AS (
    SELECT event_id, done_on AS "day", event, act, status, quad, intensity, cameo,
           list_distinct([{'code': e.code, 'sector': e.sector} FOR e IN actor IF e.code IS NOT NULL]) AS actors,
           list_distinct([{'code': e.code, 'sector': e.sector} FOR e IN recipient IF e.code IS NOT NULL]) AS recipients,
           mutual
    FROM main.events
    WHERE counted
), sources AS (
    SELECT * EXCLUDE (actors, recipients, mutual), unnest(actors) AS source,
           CASE WHEN mutual THEN actors ELSE recipients END AS targets, mutual
    FROM sides
), pairs AS (
    SELECT * EXCLUDE (targets), unnest(targets) AS target FROM sources
)
SELECT event_id, "day", event, act, status, quad, intensity, cameo,
       source.code AS source, source.sector AS source_sector, target.code AS target, target.sector AS target_sector
FROM pairs
WHERE NOT (mutual AND source = target);

-- The ledger is gathered over all stories, so it is kept when somebody asks for that (Store.keep_talks, talks --keep).
CREATE TABLE kept.talks (
    talks_id VARCHAR NOT NULL, "name" VARCHAR NOT NULL, subject VARCHAR[] NOT NULL,
    place STRUCT ("name" VARCHAR, country VARCHAR), "from" VARCHAR, "to" VARCHAR, round BIGINT,
    agenda VARCHAR[] NOT NULL, outcomes VARCHAR[] NOT NULL,
    position INTEGER NOT NULL,          -- order in the ledger
    run BIGINT NOT NULL                 -- the last run that had written here when the ledger was kept
);
CREATE TABLE kept.parties (
    talks_id VARCHAR NOT NULL, position INTEGER NOT NULL, entity kept.entity NOT NULL,
    "role" VARCHAR NOT NULL, "level" VARCHAR NOT NULL, person VARCHAR, status VARCHAR NOT NULL,
    reason VARCHAR, as_of VARCHAR,
    evidence STRUCT (story_id VARCHAR, section VARCHAR, paragraph BIGINT, "start" BIGINT, "end" BIGINT)[] NOT NULL
);

CREATE VIEW main.parties AS
SELECT p.talks_id, t."name" AS talks, p.position, p.entity.code AS code, p.entity.sector AS sector,
       coalesce(p.person, p.entity."name", p.entity."text") AS party, p."role", p."level", p.person, p.status, p.reason,
       p.as_of, p.entity, p.evidence, t.run
FROM kept.parties AS p
JOIN kept.talks AS t USING (talks_id);

CREATE VIEW main.talks AS
WITH lines AS (
    SELECT talks_id, list({
        'entity': entity, 'role': "role", 'level': "level", 'person': person, 'status': status, 'reason': reason,
        'as_of': as_of, 'evidence': evidence
    } ORDER BY position) AS parties
    FROM kept.parties GROUP BY talks_id
)
SELECT t.talks_id, t."name", t.subject, t.place, t."from", t."to", t.round, coalesce(lines.parties, []) AS parties,
       t.agenda, t.outcomes, t.position, t.run
FROM kept.talks AS t
LEFT JOIN lines USING (talks_id);
