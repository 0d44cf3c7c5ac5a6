-- Linking by likeness: a mention leaves a clue (what linking compares), clues that are alike follow one leader, and a
-- happening is a leader with all that follow it. Shelves say where a clue is looked for; names are kept as numbers.

DROP TABLE kept.happenings;
DELETE FROM kept.events;                -- made anew, with all that follows, from the mentions
ALTER TABLE kept.mentions DROP COLUMN event_window;
ALTER TABLE kept.stories DROP COLUMN body_hash;

CREATE TYPE kept.party AS STRUCT (code VARCHAR, kind VARCHAR, person VARCHAR, "name" VARCHAR);

-- What mentions are compared by: one row for all mentions whose clues are equal.
CREATE TABLE kept.clues (
    event_key VARCHAR NOT NULL, stretch BIGINT NOT NULL,    -- the first stretch of days that it is looked for in
    act VARCHAR NOT NULL, actor kept.party[] NOT NULL, recipient kept.party[] NOT NULL,
    "first" BIGINT NOT NULL, "last" BIGINT NOT NULL,    -- days between which the act lies, as numbers; 0 unknown
    dated BOOLEAN NOT NULL, vague BOOLEAN NOT NULL, refused BOOLEAN NOT NULL,
    place VARCHAR NOT NULL, country VARCHAR NOT NULL, words VARCHAR[] NOT NULL,
    story VARCHAR NOT NULL, "day" VARCHAR NOT NULL
);
CREATE TABLE kept.shelves (shelf BIGINT NOT NULL, event_key VARCHAR NOT NULL);

-- Which happening the mentions of one clue belong to; small, so that linking never rewrites mentions.
CREATE TABLE kept.happenings (
    event_key VARCHAR NOT NULL, event_day VARCHAR NOT NULL, stretch BIGINT NOT NULL,
    leader VARCHAR NOT NULL,            -- the clue that leads: it makes the id
    event_id VARCHAR NOT NULL
);

-- Which story each story's text was copied from: its own id when it stands for itself.
CREATE TABLE kept.copies (
    story_id VARCHAR NOT NULL, source VARCHAR NOT NULL, published VARCHAR NOT NULL,
    stretch BIGINT NOT NULL, "values" UINTEGER[] NOT NULL
);
CREATE TABLE kept.copy_shelves (shelf BIGINT NOT NULL, story_id VARCHAR NOT NULL);
