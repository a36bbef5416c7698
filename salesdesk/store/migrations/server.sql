-- What only a server can hold: whose hand it is, what time it is, who may write what.
-- {groups} is the office's own prefix of role names; statements are divided by ;;
-- office.shift and office.stands (microseconds) move the clock or hold it, for drills: the owner's alone.
CREATE TABLE IF NOT EXISTS office (
	one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one),
	version BIGINT NOT NULL,
	fingerprint TEXT NOT NULL,
	groups TEXT NOT NULL,
	shift BIGINT NOT NULL DEFAULT 0,
	stands BIGINT
)
;;
-- Up to which row the journal is complete: only so far may it be sealed.
CREATE TABLE IF NOT EXISTS settled (
	one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one),
	last_id BIGINT NOT NULL
)
;;
CREATE TABLE IF NOT EXISTS door (
	command TEXT NOT NULL,
	tab TEXT NOT NULL,
	verb TEXT NOT NULL,
	PRIMARY KEY (command, tab, verb)
)
;;
ALTER TABLE change ADD COLUMN IF NOT EXISTS turn BIGINT NOT NULL DEFAULT 0
;;
CREATE INDEX IF NOT EXISTS ix_change_turn ON change (turn)
;;
-- To lock a row a role must be able to change something of it: this column means nothing else.
ALTER TABLE unit ADD COLUMN IF NOT EXISTS grip SMALLINT
;;
ALTER TABLE customer ADD COLUMN IF NOT EXISTS grip SMALLINT
;;
ALTER TABLE project ADD COLUMN IF NOT EXISTS grip SMALLINT
;;
-- In which transaction somebody was given his role, written by its guard alone.
ALTER TABLE person ADD COLUMN IF NOT EXISTS turn BIGINT
;;
CREATE FUNCTION office_trusted() RETURNS BOOLEAN LANGUAGE sql STABLE AS
$$ SELECT pg_has_role(session_user, '{groups}_owner', 'MEMBER') $$
;;
CREATE FUNCTION office_actor() RETURNS BIGINT LANGUAGE sql STABLE AS
$$ SELECT id FROM person WHERE login = session_user AND left_at IS NULL $$
;;
CREATE FUNCTION office_now() RETURNS BIGINT LANGUAGE sql STABLE AS
$$ SELECT coalesce(stands, (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint + shift) FROM office $$
;;
CREATE FUNCTION office_clock() RETURNS BIGINT LANGUAGE sql VOLATILE AS
$$ SELECT coalesce(stands, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint + shift) FROM office $$
;;
CREATE FUNCTION office_in_time(at BIGINT) RETURNS BOOLEAN LANGUAGE sql VOLATILE AS
$$ SELECT at >= office_now() AND at <= office_clock() AND office_clock() - office_now() < 60000000 $$
;;
CREATE FUNCTION office_day(at BIGINT) RETURNS TEXT LANGUAGE sql STABLE AS
$$ SELECT to_char(timezone(coalesce((SELECT value::jsonb #>> '{{}}' FROM setting WHERE name = 'zone'),
   'Asia/Shanghai'), to_timestamp(at / 1000000.0)), 'YYYY-MM-DD') $$
;;
CREATE FUNCTION office_holds(wanted TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role
   WHERE p.id = office_actor() AND r.name = wanted) $$
;;
CREATE FUNCTION office_turn() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.turn := pg_current_xact_id()::text::bigint; RETURN NEW; END $$
;;
CREATE TRIGGER office_turn BEFORE INSERT ON change FOR EACH ROW EXECUTE FUNCTION office_turn()
;;
-- What each commit asks of a table that grows it asks by an index, also where a session made its plan while
-- the table was still empty (enable_seqscan, here and below): an opening morning would slow down by the hour.
-- Every row is told of by the journal in its own transaction, as the work of a command that writes such
-- rows; of a row that is changed, such columns.
CREATE FUNCTION office_journalled() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE told TEXT[]; changed TEXT[];
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	SELECT array_agg(j.command) INTO told FROM intent i JOIN journal j ON j.intent = i.id
		WHERE i.turn = pg_current_xact_id()::text::bigint;
	IF told IS NULL THEN
		RAISE EXCEPTION 'guard: nothing is done that the journal does not tell' USING ERRCODE = '23000'; END IF;
	IF TG_OP <> 'UPDATE' THEN
		-- What was reserved is held back by the clock, whoever comes by: a guard of its own looks at that.
		IF TG_TABLE_NAME = 'claim' AND TG_OP = 'INSERT' AND to_jsonb(NEW) ->> 'opened_by' = '0' THEN RETURN NULL; END IF;
		IF EXISTS (SELECT 1 FROM door d WHERE d.command = ANY (told) AND d.tab = TG_TABLE_NAME
			AND d.verb LIKE TG_OP || '%') THEN RETURN NULL; END IF;
	ELSE
		IF TG_TABLE_NAME = 'claim' AND to_jsonb(NEW) ->> 'ended_by' = '0' THEN RETURN NULL; END IF;
		SELECT array_agg(format('UPDATE (%s)', n.key)) INTO changed FROM jsonb_each(to_jsonb(NEW)) n
			JOIN jsonb_each(to_jsonb(OLD)) o ON o.key = n.key WHERE n.value IS DISTINCT FROM o.value AND n.key <> 'turn';
		IF changed IS NULL OR changed <@ ARRAY(SELECT d.verb FROM door d WHERE d.command = ANY (told)
			AND d.tab = TG_TABLE_NAME) THEN RETURN NULL; END IF;
	END IF;
	RAISE EXCEPTION 'guard: the command in the journal does not do this' USING ERRCODE = '23000';
END $$
;;
ALTER TABLE intent ADD COLUMN IF NOT EXISTS turn BIGINT NOT NULL DEFAULT 0
;;
CREATE INDEX IF NOT EXISTS ix_intent_turn ON intent (turn)
;;
CREATE TRIGGER office_turn BEFORE INSERT ON intent FOR EACH ROW EXECUTE FUNCTION office_turn()
;;
CREATE FUNCTION office_journal_row() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	PERFORM set_config('synchronous_commit', 'on', true);
	IF office_trusted() THEN RETURN NEW; END IF;
	IF NEW.actor_id IS DISTINCT FROM office_actor()
		AND NOT (NEW.actor_id = 0 AND NEW.command = 'EndLapsedHolds' AND office_actor() IS NOT NULL) THEN
		RAISE EXCEPTION 'guard: the actor is whoever signed in' USING ERRCODE = '23000'; END IF;
	IF NOT office_in_time(NEW.at) THEN
		RAISE EXCEPTION 'guard: the time is the server''s' USING ERRCODE = '23000'; END IF;
	-- Rights to ask begin with a small letter: a question is nothing that was done.
	-- Who gave himself another role in this transaction held the right to until then.
	IF NEW.actor_id <> 0 AND (NEW.command !~ '^[A-Z]' OR NOT (office_holds(NEW.command) OR (NEW.command = 'ChangeRole'
		AND (SELECT p.turn FROM person p WHERE p.id = NEW.actor_id) = pg_current_xact_id()::text::bigint))) THEN
		RAISE EXCEPTION 'guard: the role does not hold this right' USING ERRCODE = '23000'; END IF;
	IF NEW.command <> 'ChangeOwnPassword'
		AND (SELECT p.must_change FROM person p WHERE p.id = office_actor()) = 1 THEN
		RAISE EXCEPTION 'guard: a one-time password is changed first' USING ERRCODE = '23000'; END IF;
	IF NOT EXISTS (SELECT 1 FROM intent i WHERE i.id = NEW.intent AND i.form_hash = NEW.form_hash
		AND i.turn = pg_current_xact_id()::text::bigint) THEN
		RAISE EXCEPTION 'guard: an intent is claimed before it is carried out' USING ERRCODE = '23000'; END IF;
	RETURN NEW;
END $$
;;
CREATE TRIGGER office_journal_row BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION office_journal_row()
;;
CREATE FUNCTION office_answered() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	-- Whatever the session asked for earlier: what is told as done is on the disk.
	PERFORM set_config('synchronous_commit', 'on', true);
	IF office_trusted() OR EXISTS (SELECT 1 FROM journal j WHERE j.intent = NEW.id) THEN RETURN NULL; END IF;
	RAISE EXCEPTION 'guard: an intent is answered in its own transaction' USING ERRCODE = '23000';
END $$
;;
CREATE CONSTRAINT TRIGGER office_answered AFTER INSERT ON intent DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_answered()
;;
CREATE FUNCTION office_claim_ends() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF office_trusted() OR OLD.ended_at IS NOT NULL THEN RETURN NEW; END IF;
	IF NEW.ended_by = 0 THEN
		IF OLD.stage IN ('on hold', 'reserved') AND NEW.ended_at = OLD.until AND OLD.until <= office_clock() THEN RETURN NEW; END IF;
		RAISE EXCEPTION 'guard: the clock ends holds whose time is over' USING ERRCODE = '23000';
	END IF;
	IF NEW.ended_by IS DISTINCT FROM office_actor() THEN
		RAISE EXCEPTION 'guard: the actor is whoever signed in' USING ERRCODE = '23000'; END IF;
	-- A claim may be younger than this transaction: then it ends at the moment it was opened.
	IF NOT coalesce(office_in_time(NEW.ended_at)
		OR (NEW.ended_at = OLD.opened_at AND OLD.opened_at >= office_now()), false) THEN
		RAISE EXCEPTION 'guard: the time is the server''s' USING ERRCODE = '23000'; END IF;
	RETURN NEW;
END $$
;;
CREATE TRIGGER office_claim_ends BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION office_claim_ends()
;;
CREATE FUNCTION office_seal_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before RECORD; link TEXT; r RECORD; part TEXT; body TEXT; n BIGINT := 0;
BEGIN
	IF office_trusted() THEN RETURN NEW; END IF;
	SELECT s.last_id, s.hash INTO before FROM seal s ORDER BY s.id DESC LIMIT 1;
	IF NOT office_in_time(NEW.at) THEN
		RAISE EXCEPTION 'guard: the time is the server''s' USING ERRCODE = '23000'; END IF;
	IF NEW.last_id > coalesce((SELECT t.last_id FROM settled t), 0) THEN
		RAISE EXCEPTION 'guard: only settled rows are sealed' USING ERRCODE = '23000'; END IF;
	IF NEW.previous <> coalesce(before.hash, repeat('0', 64)) OR NEW.first_id <= coalesce(before.last_id, 0) THEN
		RAISE EXCEPTION 'guard: a seal follows its predecessor' USING ERRCODE = '23000'; END IF;
	link := NEW.previous;
	FOR r IN SELECT * FROM journal j WHERE j.id > coalesce(before.last_id, 0) AND j.id <= NEW.last_id ORDER BY j.id LOOP
		body := '';
		FOREACH part IN ARRAY ARRAY[r.id::text, r.at::text, r.actor_id::text, r.command, r.form, r.changed,
			r.intent, r.form_hash, r.answer] LOOP
			body := body || length(part) || ':' || part;
		END LOOP;
		link := encode(sha256(convert_to('v1' || link || body, 'UTF8')), 'hex');
		n := n + 1;
	END LOOP;
	IF n <> NEW.rows OR link <> NEW.hash THEN
		RAISE EXCEPTION 'guard: a seal is computed over its rows' USING ERRCODE = '23000'; END IF;
	RETURN NEW;
END $$
;;
CREATE TRIGGER office_seal_row BEFORE INSERT ON seal FOR EACH ROW EXECUTE FUNCTION office_seal_row()
;;
-- A remake is whole when its transaction ends: several units and one, of the same square metres.
CREATE FUNCTION office_remade() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE r RECORD;
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	SELECT count(*) FILTER (WHERE l.side = 'from') AS gone, count(*) FILTER (WHERE l.side = 'into') AS made,
		coalesce(sum(u.gross_area) FILTER (WHERE l.side = 'from'), 0) AS before,
		coalesce(sum(u.gross_area) FILTER (WHERE l.side = 'into'), 0) AS after
		INTO r FROM unit_remake_line l JOIN unit u ON u.id = l.unit_id WHERE l.remake_id = NEW.id;
	IF r.gone < 1 OR r.made < 1 OR r.gone + r.made < 3 OR r.before <> r.after THEN
		RAISE EXCEPTION 'guard: a remake is written whole' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_remade AFTER INSERT ON unit_remake DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_remade()
;;
CREATE FUNCTION office_settled() RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE newest BIGINT;
BEGIN
	-- Waits for the commands under way and no longer: afterwards every lower number is there or never will
	-- be. A transaction that looks back to its own beginning would not see them.
	IF current_setting('transaction_isolation') <> 'read committed' THEN
		RAISE EXCEPTION 'guard: what is settled is looked at now' USING ERRCODE = '23000'; END IF;
	SET LOCAL lock_timeout = '2s';
	LOCK TABLE journal IN SHARE MODE;
	SELECT coalesce(max(id), 0) INTO newest FROM journal;
	INSERT INTO settled (last_id) VALUES (newest)
		ON CONFLICT (one) DO UPDATE SET last_id = greatest(settled.last_id, excluded.last_id);
	RETURN newest;
END $$
;;
CREATE FUNCTION office_trim() RETURNS VOID LANGUAGE sql SECURITY DEFINER AS
$$ DELETE FROM change WHERE seq <= (SELECT coalesce(max(seq), 0) - 20000 FROM change) $$
;;
CREATE FUNCTION office_regrant() RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE job TEXT; d RECORD;
BEGIN
	FOREACH job IN ARRAY ARRAY[{roles}] LOOP
		FOR d IN SELECT o.tab, o.verb, bool_or(r.role IS NOT NULL) AS may FROM door o
			LEFT JOIN role_right r ON r.name = o.command AND r.role = job GROUP BY o.tab, o.verb LOOP
			EXECUTE format(CASE WHEN d.may THEN 'GRANT %s ON %I TO %I' ELSE 'REVOKE %s ON %I FROM %I' END,
				d.verb, d.tab, '{groups}_' || job);
		END LOOP;
	END LOOP;
END $$
;;
CREATE FUNCTION office_rights_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
$$ BEGIN IF NOT office_trusted() THEN PERFORM office_regrant(); END IF; RETURN NULL; END $$
;;
CREATE TRIGGER office_rights_changed AFTER INSERT OR DELETE ON role_right
	FOR EACH STATEMENT EXECUTE FUNCTION office_rights_changed()
;;
CREATE FUNCTION office_fingerprint() RETURNS TEXT LANGUAGE sql STABLE SECURITY DEFINER AS $$
	SELECT encode(sha256(convert_to(string_agg(line, E'\n' ORDER BY line), 'UTF8')), 'hex') FROM (
		SELECT 'table ' || c.relname || ' ' || a.attnum || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
			|| ' ' || a.attnotnull AS line
		FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE c.relnamespace = 'salesdesk'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
		UNION ALL SELECT 'index ' || pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid FROM pg_index i
			JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'salesdesk'::regnamespace
		UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || contype::text FROM pg_constraint
			WHERE connamespace = 'salesdesk'::regnamespace AND contype <> 'n'
		UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t
			JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'salesdesk'::regnamespace AND NOT t.tgisinternal
		UNION ALL SELECT 'function ' || p.proname || ' ' || p.prosecdef || ' ' || coalesce(p.proconfig::text, '') || ' ' || p.prosrc
			FROM pg_proc p WHERE p.pronamespace = 'salesdesk'::regnamespace
	) AS parts
$$
