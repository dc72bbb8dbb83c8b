-- An index of the three characters at each place of a search key, for searches. It stores no text; a key that ends in a line
-- feed there lets the other table, which lists the entries, find every two characters as well. SQL Server has neither.
CREATE VIRTUAL TABLE account_search USING fts5 (
    search_key, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');

CREATE VIRTUAL TABLE account_parts USING fts5vocab (account_search, instance);

INSERT INTO account_search (rowid, search_key)
SELECT id, search_key || char(10) FROM users WHERE search_key IS NOT NULL;

CREATE TRIGGER tr_users_search_insert AFTER INSERT ON users WHEN NEW.search_key IS NOT NULL
BEGIN
    INSERT INTO account_search (rowid, search_key) VALUES (NEW.id, NEW.search_key || char(10));
END;

CREATE TRIGGER tr_users_search_update AFTER UPDATE OF search_key ON users WHEN NEW.search_key IS NOT OLD.search_key
BEGIN
    DELETE FROM account_search WHERE rowid = OLD.id;
    INSERT INTO account_search (rowid, search_key)
    SELECT NEW.id, NEW.search_key || char(10) WHERE NEW.search_key IS NOT NULL;
END;

CREATE TRIGGER tr_users_search_delete AFTER DELETE ON users
BEGIN
    DELETE FROM account_search WHERE rowid = OLD.id;
END;
