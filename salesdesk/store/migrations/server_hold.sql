-- A hold in one question: the lock of the unit never spans the network. The same checks, in the same
-- order, and the same rows as the command HoldUnit writes; whatever is not as usual is left to that
-- command ("otherwise"), which has the words for it. It runs with the rights of whoever calls it.
CREATE FUNCTION office_hold(wish TEXT, print TEXT, written TEXT, wanted BIGINT, whose BIGINT, minutes BIGINT, seller BIGINT,
	OUT way TEXT, OUT told TEXT, OUT stage TEXT, OUT who TEXT, OUT news TEXT) LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE was RECORD; me RECORD; home RECORD; old RECORD; moment BIGINT; latest BIGINT; most BIGINT; span BIGINT; made BIGINT;
	ends TEXT; notes TEXT := ''; locked BOOLEAN := false;
BEGIN
	way := 'otherwise';
	SELECT p.id, p.role INTO me FROM person p WHERE p.login = session_user AND p.left_at IS NULL AND p.must_change = 0
		AND EXISTS (SELECT 1 FROM role_right r WHERE r.role = p.role AND r.name = 'HoldUnit');
	IF NOT FOUND THEN RETURN; END IF;
	LOOP
		SELECT office_now(), (SELECT j.at FROM journal j ORDER BY j.id DESC LIMIT 1) INTO moment, latest;
		IF latest > moment + 120000000 THEN RETURN; END IF;
		moment := greatest(moment, latest);
		SELECT c.id, c.stage, c.until, u.code, p.name INTO old FROM claim c JOIN unit u ON u.id = c.unit_id
			LEFT JOIN person p ON p.id = coalesce(c.consultant_id, c.opened_by) WHERE c.unit_id = wanted AND c.ended_at IS NULL;
		IF FOUND AND (old.stage <> 'on hold' OR old.until IS NULL OR old.until > moment) THEN
			IF old.stage IN ('held back', 'blocked', 'reserved') THEN RETURN; END IF;
			-- The wish itself may have won, long ago or just now: it is asked for after the claim was seen.
			SELECT j.form_hash, j.answer INTO was FROM journal j WHERE j.intent = wish;
			IF FOUND THEN
				IF was.form_hash = print THEN way := 'before'; told := was.answer; END IF; RETURN; END IF;
			way := 'taken'; told := old.code; stage := old.stage; who := coalesce(old.name, '-'); RETURN;
		END IF;
		EXIT WHEN locked;
		-- Whoever comes second queues here, for as long as the first needs to commit; asking again and
		-- again instead would take the processor away from the first.
		SELECT u.id, u.code, u.project_id, u.building_id, u.unit_price_fen, u.total_fen INTO home
			FROM unit u WHERE u.id = wanted FOR NO KEY UPDATE;
		IF NOT FOUND THEN RETURN; END IF;
		locked := true;
	END LOOP;
	-- Who is posted to some projects: the command has the words, and a trigger of the claim the last one.
	IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = me.id AND g.ended_at IS NULL) THEN RETURN; END IF;
	-- A lot that is bound, a home with lots, and a city where lots are for owners: the command knows.
	IF EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL AND (b.home_id = wanted OR b.lot_id = wanted))
		OR EXISTS (SELECT 1 FROM setting s WHERE s.name = 'lots_for_owners' AND s.value = 'true') THEN RETURN; END IF;
	IF home.total_fen IS NULL OR NOT EXISTS (SELECT 1 FROM release_line l WHERE l.unit_id = wanted AND l.ended_at IS NULL) THEN
		RETURN; END IF;
	IF (SELECT p.law_level FROM project p WHERE p.id = home.project_id) NOT IN ('off', 'warn')
		AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = home.building_id) THEN RETURN; END IF;
	SELECT CASE WHEN seller IS NOT NULL THEN seller WHEN me.role = 'consultant' THEN me.id
		ELSE coalesce(c.consultant_id, me.id) END INTO seller
		FROM customer c WHERE c.id = whose AND c.merged_into IS NULL
		AND (seller IS NULL OR EXISTS (SELECT 1 FROM person p WHERE p.id = seller AND p.left_at IS NULL)) FOR SHARE OF c;
	IF NOT FOUND THEN RETURN; END IF;
	SELECT coalesce(max((s.value)::bigint) FILTER (WHERE s.name = 'hold_longest_minutes'), 180),
		coalesce(minutes, max((s.value)::bigint) FILTER (WHERE s.name = 'hold_minutes'), 30) INTO most, span
		FROM setting s WHERE s.name IN ('hold_longest_minutes', 'hold_minutes');
	IF span <= 0 OR span > most THEN RETURN; END IF;
	IF EXISTS (SELECT 1 FROM line_place l WHERE l.unit_id = wanted AND l.ended_at IS NULL) THEN RETURN; END IF;
	INSERT INTO intent (id, form_hash) VALUES (wish, print) ON CONFLICT DO NOTHING;
	IF NOT FOUND THEN RETURN; END IF;
	IF old.id IS NOT NULL THEN
		UPDATE claim SET ended_at = old.until, ended_by = 0, end_reason = 'time over' WHERE id = old.id;
		notes := '{"by_clock":true,"ended":"on hold","key":' || wanted || ',"topic":"unit"},';
	END IF;
	INSERT INTO deal (project_id, unit_id, customer_id, consultant_id, opened_at, list_unit_price_fen, list_total_fen)
		VALUES (home.project_id, wanted, whose, seller, moment, home.unit_price_fen, home.total_fen) RETURNING id INTO made;
	INSERT INTO claim (unit_id, stage, deal_id, customer_id, consultant_id, opened_at, opened_by, until, reason, opening, end_reason)
		VALUES (wanted, 'on hold', made, whose, seller, moment, me.id, moment + span * 60000000, '', 0, '');
	ends := to_char(timezone('UTC', timestamptz 'epoch' + (moment + span * 60000000) * interval '1 microsecond'),
		CASE WHEN moment % 1000000 = 0 THEN 'YYYY-MM-DD"T"HH24:MI:SS' ELSE 'YYYY-MM-DD"T"HH24:MI:SS.US' END) || '+00:00';
	told := '{"deal":' || made || ',"unit":' || to_json(home.code) || ',"until":"' || ends || '"}';
	INSERT INTO journal (at, actor_id, command, form, changed, intent, form_hash, answer)
		VALUES (moment, me.id, 'HoldUnit', written, '[' || notes || '{"key":' || wanted || ',"stage":"on hold","topic":"unit"}]',
			wish, print, told);
	INSERT INTO change (topic, key) VALUES ('customer', whose), ('deal', made), ('unit', wanted);
	news := 'customer ' || whose || ' deal ' || made || ' unit ' || wanted;
	way := 'done';
END $$
