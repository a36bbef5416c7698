-- People on a server: the row that says who somebody is and the login he has are one thing.
-- Whatever is done here is asked of by a right, and no login is touched that is not this office's own.
CREATE FUNCTION office_own_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE mine BOOLEAN;
BEGIN
	IF office_trusted() THEN RETURN NEW; END IF;
	IF TG_OP = 'INSERT' THEN
		IF office_holds('AddPerson') AND NEW.left_at IS NULL AND NEW.must_change = 1 AND NEW.password_hash = '' THEN
			RETURN NEW; END IF;
		RAISE EXCEPTION 'guard: people are the administrator''s' USING ERRCODE = '23000';
	END IF;
	mine := OLD.id = office_actor();
	NEW.turn := CASE WHEN NEW.role = OLD.role THEN OLD.turn ELSE pg_current_xact_id()::text::bigint END;
	IF OLD.left_at IS NULL AND NEW.id = OLD.id AND NEW.login = OLD.login AND NEW.name = OLD.name
		AND NEW.joined_at = OLD.joined_at
		AND (NEW.role = OLD.role OR office_holds('ChangeRole'))
		AND (NEW.left_at IS NULL OR (office_holds('PersonLeaves') AND office_in_time(NEW.left_at)))
		AND (NEW.password_hash = OLD.password_hash)
		AND (NEW.must_change = OLD.must_change OR (NEW.must_change = 1 AND office_holds('ResetPassword'))
			OR (mine AND NEW.must_change = 0))
		AND (office_holds('ResetPassword') OR (NEW.failures, NEW.wait_until) IS NOT DISTINCT FROM (OLD.failures, OLD.wait_until))
		THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'guard: people are the administrator''s' USING ERRCODE = '23000';
END $$
;;
CREATE TRIGGER office_own_person BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION office_own_person()
;;
-- Registering a visit gives a customer without a consultant one; another one's customer is handed over.
CREATE FUNCTION office_handed_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF office_trusted() OR OLD.consultant_id IS NULL OR office_holds('HandOver') OR office_holds('PersonLeaves')
		OR office_holds('ChangeRole') THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'guard: customers are handed over by whoever may' USING ERRCODE = '23000';
END $$
;;
CREATE TRIGGER office_handed_over BEFORE UPDATE OF consultant_id ON customer FOR EACH ROW
	WHEN (OLD.consultant_id IS DISTINCT FROM NEW.consultant_id) EXECUTE FUNCTION office_handed_over()
;;
-- Whether a login is somebody's of this office and of no other, and nothing but a person's.
CREATE FUNCTION office_ours(who TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
	SELECT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = who
		AND NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls)
		AND pg_has_role(r.oid, '{groups}_staff', 'MEMBER') AND NOT pg_has_role(r.oid, '{groups}_owner', 'MEMBER')
		AND NOT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid
			AND g.rolname NOT IN (SELECT '{groups}_' || job FROM unnest(ARRAY[{roles}]) AS job)))
$$
;;
-- When a command over people ends, each login gets what the person's row says: the role, or nothing more.
-- Not before: who gives himself another role needs his old one until then.
CREATE FUNCTION office_seated() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE job TEXT; wanted BOOLEAN; alone BOOLEAN;
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	alone := office_ours(NEW.login);
	IF TG_OP = 'INSERT' AND NOT alone OR NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = NEW.login)
		OR NEW.role <> ALL (ARRAY[{roles}]) THEN
		RAISE EXCEPTION 'guard: a person has a login of this office' USING ERRCODE = '23000'; END IF;
	FOREACH job IN ARRAY ARRAY[{roles}] LOOP
		wanted := NEW.left_at IS NULL AND job = NEW.role;
		IF wanted <> pg_has_role(NEW.login, '{groups}_' || job, 'MEMBER') THEN
			IF TG_OP = 'INSERT' THEN
				RAISE EXCEPTION 'guard: a person''s login has his role' USING ERRCODE = '23000'; END IF;
			EXECUTE format(CASE WHEN wanted THEN 'GRANT %I TO %I' ELSE 'REVOKE %I FROM %I' END, '{groups}_' || job, NEW.login);
		END IF;
	END LOOP;
	IF NEW.left_at IS NOT NULL AND pg_has_role(NEW.login, '{groups}_staff', 'MEMBER') THEN
		RAISE EXCEPTION 'guard: whoever let the login in by hand lets it out' USING ERRCODE = '23000'; END IF;
	-- Whoever works in another office of this server too keeps his key to that one.
	IF NEW.left_at IS NOT NULL AND alone THEN
		BEGIN
			EXECUTE format('ALTER ROLE %I NOLOGIN', NEW.login);
		EXCEPTION WHEN insufficient_privilege THEN NULL; -- another office made the login, and is no more
		END;
	END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_seated AFTER INSERT OR UPDATE OF login, role, left_at ON person
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION office_seated()
;;
CREATE FUNCTION office_admit(who TEXT, verifier TEXT, job TEXT) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
	IF NOT (office_trusted() OR office_holds('AddPerson')) THEN
		RAISE EXCEPTION 'guard: people are the administrator''s' USING ERRCODE = '23000'; END IF;
	IF coalesce(length(convert_to(who, 'UTF8')) > 63 OR who = '' OR who ~ '[[:space:][:cntrl:]"'';\\]' OR who ~ '^pg_' OR who ~ '^salesdesk_'
		OR who IN ('public', 'none') OR verifier NOT LIKE 'SCRAM-SHA-256$%' OR job <> ALL (ARRAY[{roles}]), true) THEN
		RAISE EXCEPTION 'guard: this cannot be a login on a server' USING ERRCODE = '23000'; END IF;
	IF NOT EXISTS (SELECT 1 FROM person p WHERE p.login = who AND p.role = job AND p.left_at IS NULL) THEN
		RAISE EXCEPTION 'guard: nobody of this office' USING ERRCODE = '23000'; END IF;
	IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = who) THEN
		RAISE EXCEPTION 'guard: the login exists on this server' USING ERRCODE = '23505'; END IF;
	EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS CONNECTION LIMIT 40', who, verifier);
	EXECUTE format('GRANT %I TO %I', '{groups}_' || job, who);
END $$
;;
CREATE FUNCTION office_reset(who TEXT, verifier TEXT) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
	IF NOT (office_trusted() OR office_holds('ResetPassword')) THEN
		RAISE EXCEPTION 'guard: people are the administrator''s' USING ERRCODE = '23000'; END IF;
	IF NOT EXISTS (SELECT 1 FROM person WHERE login = who AND left_at IS NULL)
		OR verifier IS NULL OR verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
		RAISE EXCEPTION 'guard: nobody of this office' USING ERRCODE = '23000'; END IF;
	IF NOT (office_trusted() OR office_ours(who)) THEN
		RAISE EXCEPTION 'guard: the login is not this office''s alone' USING ERRCODE = '23000'; END IF;
	EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', who, verifier);
END $$
;;
CREATE FUNCTION office_own(verifier TEXT) RETURNS VOID LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
	IF verifier IS NULL OR verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
		RAISE EXCEPTION 'guard: a password comes as its verifier' USING ERRCODE = '23000'; END IF;
	EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier);
END $$
;;
CREATE FUNCTION office_founded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF office_trusted() OR (OLD.name = NEW.name AND OLD.name NOT IN ('practice', 'recovery_hash')) THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'guard: an office stays what it was founded as' USING ERRCODE = '23000';
END $$
;;
CREATE TRIGGER office_founded BEFORE UPDATE ON setting FOR EACH ROW EXECUTE FUNCTION office_founded()
