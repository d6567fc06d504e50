"""The tables of an index."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (number INTEGER PRIMARY KEY, store TEXT, path TEXT, kind TEXT,
    mtime INTEGER, size INTEGER, hash TEXT, vocabulary TEXT);
CREATE TABLE left_out (file INTEGER, id TEXT, path TEXT, line INTEGER, "column" INTEGER,
    severity TEXT, rule TEXT, message TEXT, hint TEXT);
CREATE TABLE sectors (id TEXT PRIMARY KEY, place INTEGER, name TEXT, description TEXT,
    aliases TEXT) WITHOUT ROWID;
CREATE TABLE outcomes (id TEXT PRIMARY KEY, place INTEGER, name TEXT, polarity TEXT,
    "group" TEXT) WITHOUT ROWID;
CREATE TABLE sources (key TEXT PRIMARY KEY, store TEXT, author_date TEXT, year INTEGER,
    doi TEXT, url TEXT, title TEXT, csl TEXT, bibtex TEXT, hash TEXT) WITHOUT ROWID;
CREATE TABLE entries (seq INTEGER PRIMARY KEY, file INTEGER, id TEXT, kind TEXT, store TEXT,
    status TEXT, headline TEXT, body TEXT, caveat TEXT, use TEXT, stance TEXT,
    certainty TEXT, verified TEXT, byline TEXT, direction TEXT, source TEXT, locator TEXT,
    label TEXT, measure TEXT, estimate TEXT, low TEXT, high TEXT, level TEXT, unit TEXT,
    "group" TEXT, reference_group TEXT, reference_value TEXT, denominator TEXT,
    outcomes TEXT, sectors TEXT, contrary TEXT, short TEXT, long TEXT, rating TEXT,
    data TEXT);
CREATE TABLE keys (seq INTEGER PRIMARY KEY, id TEXT, kind TEXT, hidden INTEGER, rank INTEGER,
    stance TEXT, certainty INTEGER, verified INTEGER, year INTEGER, source TEXT,
    design TEXT, review TEXT);
CREATE TABLE depends (name TEXT, seq INTEGER, PRIMARY KEY (name, seq)) WITHOUT ROWID;
CREATE TABLE facets (name TEXT, value TEXT, kind TEXT, rank INTEGER, seq INTEGER,
    PRIMARY KEY (name, value, kind, rank, seq)) WITHOUT ROWID;
"""
AFTERWARDS = """
CREATE INDEX keys_in_order ON keys (kind, rank, seq);
CREATE INDEX keys_by_year ON keys (kind, year DESC, rank, seq);
CREATE INDEX keys_by_source ON keys (source);
CREATE INDEX keys_by_id ON keys (id, seq);
CREATE INDEX entries_by_file ON entries (file);
"""
WORDS = "CREATE VIRTUAL TABLE words USING fts5 (headline, body, content='', tokenize='unicode61')"
