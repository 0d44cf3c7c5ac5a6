-- What is looked up by key is found near a day: rows of neighbouring days lie together, and other days are passed over.
-- "stretch" is the stretch of days that a clue lies in, "led" that of the clue that leads it, "told" that of the story.
-- All is linked anew with that.

ALTER TABLE kept.clues ADD COLUMN mode VARCHAR[];          -- as in mentions: what else a clue is compared by
ALTER TABLE kept.mentions ADD COLUMN stretch BIGINT;
ALTER TABLE kept.mentions ADD COLUMN told BIGINT;
ALTER TABLE kept.happenings ADD COLUMN led BIGINT;
ALTER TABLE kept.events ADD COLUMN stretch BIGINT;      -- of the clue that leads
ALTER TABLE kept.copies ADD COLUMN site VARCHAR;        -- as in stories: a source is counted without looking there

DELETE FROM kept.clues;
DELETE FROM kept.shelves;
DELETE FROM kept.happenings;
DELETE FROM kept.events;
DELETE FROM kept.copies;
DELETE FROM kept.copy_shelves;

-- A story's id is a fingerprint that no day goes with.
CREATE INDEX story_ids ON kept.stories (story_id);

-- As before, but for the stretch, which is no field.
-- "counted": the record says of itself that it was done. A refusal or a promise has been folded into a type of its own
-- (event <> act); what is denied, alleged or only planned has not, and a count that took it for done would be false.
-- A reader's word is none of the record either.
-- "done_on": the day of what was done. "day" is the day of the act: a promise to meet on the 29th was made by the day it was
-- told, and nothing is done after its last report.
-- "mutual": who take part are all actors and act on one another: they meet, work together, sign. Violence is not among
-- them: whether two who are named fight each other or strike a third is not in the record.
CREATE OR REPLACE VIEW main.events AS
SELECT e.* EXCLUDE (stretch), m."text" AS words, m.story_id, m.position,     -- of the mention that status and event are taken from
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
