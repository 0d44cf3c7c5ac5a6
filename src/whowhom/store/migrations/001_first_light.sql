-- The store of Whowhom. Read the views of schema "main"; the tables behind them are in schema "kept".
--
--   stories    a page as it was read: article, author box, readers' thread   (contract: Story)
--   comments   the readers' threads alone, one comment a row
--   mentions   one event as one sentence reports it                          (contract: Event mention)
--   events     the happening behind one or more mentions                     (contract: Event)
--   runs       every run that wrote here: version, coder, when, how much
--   skipped    every input that was not read or coded, and why
--
-- Names that SQL keeps for itself ("when", "where", "from", "to", "start", "end") are quoted.
-- Dates and times are the ISO 8601 text of the page; "day" is the same as a DATE, to filter and sort by.

CREATE SCHEMA kept;

CREATE TYPE kept.entity AS STRUCT (
    "text" VARCHAR, "start" BIGINT, "end" BIGINT,
    "name" VARCHAR, code VARCHAR, sector VARCHAR, other_sectors VARCHAR[],
    office VARCHAR, person VARCHAR, identifier VARCHAR
);
CREATE TYPE kept.moment AS STRUCT (
    "text" VARCHAR, "start" BIGINT, "end" BIGINT, "from" VARCHAR, "to" VARCHAR, grain VARCHAR
);
CREATE TYPE kept.place AS STRUCT (
    "text" VARCHAR, "start" BIGINT, "end" BIGINT, "name" VARCHAR, country VARCHAR, admin1 VARCHAR,
    lat DOUBLE, lon DOUBLE, geonameid BIGINT
);

-- One row a page.
CREATE TABLE kept.stories (
    story_id VARCHAR NOT NULL,
    file VARCHAR,                       -- the path as given when the page was first kept
    url VARCHAR, site VARCHAR, "language" VARCHAR,
    headline VARCHAR, dek VARCHAR,
    published VARCHAR, modified VARCHAR,
    published_inferred STRUCT ("start" VARCHAR, "end" VARCHAR, why VARCHAR[]),
    dateline STRUCT (place VARCHAR, "date" VARCHAR),
    body VARCHAR[] NOT NULL,            -- paragraphs, plain text
    "day" DATE,                         -- the day of "published"
    page_hash VARCHAR NOT NULL,         -- SHA-256 of all that was read: tells a changed page from a known one
    body_hash VARCHAR NOT NULL,         -- SHA-256 of the article's words: the same for copies of one wire text
    coder VARCHAR NOT NULL,             -- what coded the story last, with its options
    run BIGINT NOT NULL
);
CREATE TABLE kept.authors (story_id VARCHAR NOT NULL, position INTEGER NOT NULL, "name" VARCHAR NOT NULL);
-- The "About the author / Last 5 posts" box, as each page printed it.
CREATE TABLE kept.author_profiles (story_id VARCHAR NOT NULL, "name" VARCHAR, bio VARCHAR);
CREATE TABLE kept.recent_posts (
    story_id VARCHAR NOT NULL, position INTEGER NOT NULL, title VARCHAR NOT NULL, url VARCHAR, published VARCHAR
);
CREATE TABLE kept.comments (
    story_id VARCHAR NOT NULL, id BIGINT NOT NULL, parent BIGINT, author VARCHAR, published VARCHAR, "text" VARCHAR
);

CREATE TABLE kept.mentions (
    mention_id VARCHAR NOT NULL, story_id VARCHAR NOT NULL, url VARCHAR, file VARCHAR,
    section VARCHAR NOT NULL, paragraph BIGINT NOT NULL, sentence BIGINT NOT NULL,
    "text" VARCHAR NOT NULL, sentence_start BIGINT NOT NULL,
    event VARCHAR NOT NULL, act VARCHAR NOT NULL, mode VARCHAR[] NOT NULL, context VARCHAR[] NOT NULL,
    cameo VARCHAR NOT NULL, quad BIGINT NOT NULL, intensity DOUBLE NOT NULL, status VARCHAR NOT NULL,
    "trigger" STRUCT ("text" VARCHAR, "start" BIGINT, "end" BIGINT) NOT NULL,
    actor kept.entity[] NOT NULL, recipient kept.entity[] NOT NULL,
    attribution STRUCT (kind VARCHAR, "text" VARCHAR, "start" BIGINT, "end" BIGINT, entity kept.entity) NOT NULL,
    "when" kept.moment, "where" kept.place,
    counts STRUCT (dead BIGINT, injured BIGINT, arrested BIGINT, participants BIGINT) NOT NULL,
    confidence DOUBLE NOT NULL, coder VARCHAR NOT NULL,
    position INTEGER NOT NULL,          -- order within the story, as coded
    event_key VARCHAR NOT NULL,         -- what must agree for two mentions to tell of one happening (room link)
    event_day VARCHAR NOT NULL,         -- the day it is placed on, "" when no day is known
    event_window INTEGER NOT NULL       -- how many days reports of it may lie apart
);
-- Which happening the mentions of one key and day belong to; small, so that linking never rewrites mentions.
CREATE TABLE kept.happenings (
    event_key VARCHAR NOT NULL, event_day VARCHAR NOT NULL,
    first_day VARCHAR NOT NULL,         -- the day the happening starts on: with the key it makes the id
    event_id VARCHAR NOT NULL
);

CREATE TABLE kept.events (
    event_id VARCHAR NOT NULL, event VARCHAR NOT NULL, act VARCHAR NOT NULL, status VARCHAR NOT NULL,
    actor kept.entity[] NOT NULL, recipient kept.entity[] NOT NULL, "when" kept.moment, "where" kept.place,
    mode VARCHAR[] NOT NULL, context VARCHAR[] NOT NULL,
    mentions BIGINT NOT NULL, stories BIGINT NOT NULL, sites BIGINT NOT NULL,
    first_reported VARCHAR, last_reported VARCHAR, disputed BOOLEAN NOT NULL, confidence DOUBLE NOT NULL,
    "day" DATE,                         -- the first day it is placed on
    quad BIGINT NOT NULL, mention_id VARCHAR NOT NULL   -- of the report that status and event are taken from
);

CREATE TABLE kept.runs (
    run BIGINT NOT NULL, version VARCHAR NOT NULL, coder VARCHAR NOT NULL,
    started TIMESTAMP NOT NULL, finished TIMESTAMP,     -- UTC; finished is null when the run was cut short
    stories_new BIGINT NOT NULL, stories_changed BIGINT NOT NULL, stories_known BIGINT NOT NULL,
    mentions BIGINT NOT NULL, skipped BIGINT NOT NULL
);
CREATE TABLE kept.skipped (input VARCHAR NOT NULL, stage VARCHAR NOT NULL, reason VARCHAR NOT NULL, run BIGINT NOT NULL);

CREATE VIEW main.comments AS SELECT * FROM kept.comments;
CREATE VIEW main.runs AS SELECT * FROM kept.runs;
CREATE VIEW main.skipped AS SELECT * FROM kept.skipped;

CREATE VIEW main.stories AS
WITH names AS (
    SELECT story_id, list({'name': "name"} ORDER BY position) AS authors FROM kept.authors GROUP BY story_id
), posts AS (
    SELECT story_id, list({'title': title, 'url': url, 'published': published} ORDER BY position) AS posts
    FROM kept.recent_posts GROUP BY story_id
), profiles AS (
    SELECT p.story_id, {'name': p."name", 'bio': p.bio, 'recent_posts': coalesce(posts.posts, [])} AS author_profile
    FROM kept.author_profiles AS p LEFT JOIN posts USING (story_id)
), threads AS (
    SELECT story_id, list(
        {'id': id, 'parent': parent, 'author': author, 'published': published, 'text': "text"} ORDER BY id
    ) AS comments
    FROM kept.comments GROUP BY story_id
)
SELECT s.story_id, s.file, s.url, s.site, s."language", s.headline, s.dek, coalesce(names.authors, []) AS authors,
       s.published, s.modified, s.published_inferred, s.dateline, s.body, profiles.author_profile,
       coalesce(threads.comments, []) AS comments, s."day", s.coder
FROM kept.stories AS s
LEFT JOIN names USING (story_id)
LEFT JOIN profiles USING (story_id)
LEFT JOIN threads USING (story_id);

CREATE VIEW main.mentions AS
SELECT m.mention_id, m.story_id, m.url, h.event_id, m.file, m.section, m.paragraph, m.sentence, m."text",
       m.sentence_start, m.event, m.act, m.mode, m.context, m.cameo, m.quad, m.intensity, m.status, m."trigger",
       m.actor, m.recipient, m.attribution, m."when", m."where", m.counts, m.confidence, m.coder,
       coalesce(try_cast(nullif(m.event_day, '') AS DATE), s."day") AS "day", m.position, s.site, s.published
FROM kept.mentions AS m
JOIN kept.happenings AS h ON h.event_key = m.event_key AND h.event_day = m.event_day
JOIN kept.stories AS s ON s.story_id = m.story_id;

CREATE VIEW main.events AS
SELECT e.*, m."text" AS words, m.story_id, m.position     -- of the mention that status and event are taken from
FROM kept.events AS e
JOIN kept.mentions AS m ON m.mention_id = e.mention_id;
