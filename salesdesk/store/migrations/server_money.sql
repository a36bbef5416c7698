-- Money on a server: what takes several rows to say is looked at when its transaction ends.
-- A receipt is its tenders, its movements and its paper; a voided or answered one stands back where it came from.
CREATE FUNCTION office_receipt_adds_up(which BIGINT) RETURNS VOID LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE r RECORD;
BEGIN
	SELECT x.kind, x.amount_fen, EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = x.id) AS void,
		coalesce((SELECT -k.amount_fen FROM contra k WHERE k.receipt_id = x.id), 0) AS answered INTO r
		FROM receipt x WHERE x.id = which;
	IF (SELECT coalesce(sum(t.amount_fen), 0) FROM tender t WHERE t.receipt_id = which) <> r.amount_fen
		OR (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m
			WHERE m.receipt_id = which AND m.kind NOT IN ('void', 'contra')) <> r.amount_fen
		OR (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m
			WHERE m.receipt_id = which AND m.kind = 'contra') <> r.answered
		OR (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m
			WHERE m.receipt_id = which AND m.kind = 'void') <> (CASE WHEN r.void THEN r.amount_fen ELSE 0 END)
		OR EXISTS (SELECT 1 FROM (
				SELECT CASE WHEN m.kind IN ('deposit', 'payment', 'late fee') THEN 'taken' ELSE m.kind END AS what,
					CASE WHEN m.kind IN ('deposit', 'payment', 'late fee') THEN m.debit ELSE m.credit END AS way,
					sum(m.amount_fen) AS fen
				FROM movement m WHERE m.receipt_id = which GROUP BY 1, 2) AS moved
			WHERE moved.fen IS DISTINCT FROM
				(SELECT sum(t.amount_fen) FROM tender t WHERE t.receipt_id = which AND t.kind = moved.way)) THEN
		RAISE EXCEPTION 'guard: a receipt is its tenders and its movements' USING ERRCODE = '23000'; END IF;
END $$
;;
CREATE FUNCTION office_receipt_paper() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE paper JSONB; body TEXT; prefix TEXT;
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	PERFORM office_receipt_adds_up(NEW.id);
	SELECT coalesce((SELECT s.value::jsonb #>> '{{}}' FROM setting s WHERE s.name = NEW.series || '_prefix'),
		CASE NEW.series WHEN 'receipt' THEN 'SJ' ELSE 'TK' END) INTO prefix;
	paper := NEW.sheet::jsonb;
	body := replace(NEW.sheet, format('"check_code":"%s"', upper(left(NEW.hash, 8))), '"check_code":""');
	IF NEW.series <> (CASE NEW.kind WHEN 'refund' THEN 'refund' ELSE 'receipt' END)
		OR NEW.number <> prefix || lpad(NEW.no::text, greatest(7, length(NEW.no::text)), '0')
		OR paper ->> 'number' <> NEW.number OR (paper ->> 'amount_fen')::bigint <> NEW.amount_fen
		OR paper ->> 'payer' <> NEW.payer OR paper ->> 'kind' <> NEW.kind OR body = NEW.sheet
		OR encode(sha256(convert_to('v1' || NEW.previous || length(body) || ':' || body, 'UTF8')), 'hex') <> NEW.hash THEN
		RAISE EXCEPTION 'guard: a receipt is what its paper says' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_receipt_paper AFTER INSERT ON receipt DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_receipt_paper()
;;
CREATE FUNCTION office_receipt_part() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	-- Where the receipt is of this transaction its own guard has looked already.
	IF office_trusted() OR NEW.receipt_id IS NULL OR EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id
		AND TG_TABLE_NAME = 'tender' AND r.xmin = pg_current_xact_id()::xid) THEN RETURN NULL; END IF;
	PERFORM office_receipt_adds_up(NEW.receipt_id);
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_receipt_part AFTER INSERT ON tender DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_receipt_part()
;;
CREATE CONSTRAINT TRIGGER office_receipt_part AFTER INSERT ON movement DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_receipt_part()
;;
CREATE FUNCTION office_receipt_voided() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	PERFORM office_receipt_adds_up(NEW.receipt_id);
	IF (SELECT r.day FROM receipt r WHERE r.id = NEW.receipt_id) < office_day(NEW.at) THEN
		RAISE EXCEPTION 'guard: a receipt is made void on its day' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_receipt_voided AFTER INSERT ON receipt_void DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_receipt_voided()
;;
-- A contra is the paper that it prints, and the money of its receipt gone back.
CREATE FUNCTION office_contra_paper() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE paper JSONB; body TEXT; prefix TEXT; r RECORD;
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	PERFORM office_receipt_adds_up(NEW.receipt_id);
	SELECT coalesce((SELECT s.value::jsonb #>> '{{}}' FROM setting s WHERE s.name = 'contra_prefix'), 'HC') INTO prefix;
	SELECT x.number, x.payer INTO r FROM receipt x WHERE x.id = NEW.receipt_id;
	paper := NEW.sheet::jsonb;
	body := replace(NEW.sheet, format('"check_code":"%s"', upper(left(NEW.hash, 8))), '"check_code":""');
	IF NEW.number <> prefix || lpad(NEW.no::text, greatest(7, length(NEW.no::text)), '0')
		OR paper ->> 'number' <> NEW.number OR (paper ->> 'amount_fen')::bigint <> NEW.amount_fen
		OR paper ->> 'payer' <> r.payer OR paper ->> 'answers' <> r.number OR paper ->> 'kind' <> 'contra' OR body = NEW.sheet
		OR encode(sha256(convert_to('v1' || NEW.previous || length(body) || ':' || body, 'UTF8')), 'hex') <> NEW.hash THEN
		RAISE EXCEPTION 'guard: a contra is what its paper says' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_contra_paper AFTER INSERT ON contra DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_contra_paper()
;;
-- With receipt books on, a receipt stands on a form of its cashier's book, and names it.
CREATE FUNCTION office_receipt_form() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE form TEXT;
BEGIN
	IF office_trusted() OR NEW.series <> 'receipt' THEN RETURN NULL; END IF;
	SELECT b.prefix || lpad(f.no::text, greatest(b.width, length(f.no::text)::bigint)::int, '0') INTO form
		FROM book_form f JOIN receipt_book b ON b.id = f.book_id WHERE f.receipt_id = NEW.id;
	IF coalesce(NEW.sheet::jsonb ->> 'form', '') <> coalesce(form, '') OR (form IS NULL
		AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'receipt_books' AND s.value::jsonb = 'true'::jsonb)) THEN
		RAISE EXCEPTION 'guard: a receipt stands on a form of a book' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_receipt_form AFTER INSERT ON receipt DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_receipt_form()
;;
-- An invoice is the sum of the receipts that came back for it.
CREATE FUNCTION office_receipts_exchanged() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	IF NEW.amount_fen <> (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt_exchange_line l
		JOIN receipt r ON r.id = l.receipt_id WHERE l.exchange_id = NEW.id) THEN
		RAISE EXCEPTION 'guard: an invoice is the sum of its receipts' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_receipts_exchanged AFTER INSERT ON receipt_exchange DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_receipts_exchanged()
;;
-- A late fee that was fixed is due: a line of the schedule asks for it.
CREATE FUNCTION office_fee_due() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF NOT office_trusted() AND NOT EXISTS (SELECT 1 FROM due_line l WHERE l.late_fee_id = NEW.id) THEN
		RAISE EXCEPTION 'guard: a late fee that is fixed is due' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_fee_due AFTER INSERT ON late_fee DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_fee_due()
;;
-- A number is taken by the paper that bears it, in one transaction: a counter moved alone would stop the till.
CREATE FUNCTION office_counter_in_step() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE newest BIGINT; c RECORD; counted TEXT := coalesce(to_jsonb(NEW) ->> 'series',
	CASE TG_TABLE_NAME WHEN 'deal_change' THEN 'change' WHEN 'default_notice' THEN 'notice'
		WHEN 'demand_letter' THEN 'demand'
		WHEN 'contra' THEN 'contra' ELSE 'agreement' END);
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	SELECT x.first_no, x.next_no INTO c FROM counter x WHERE x.series = counted;
	IF counted = 'agreement' THEN SELECT max(a.no) INTO newest FROM agreement a;
	ELSIF counted = 'change' THEN SELECT max(d.no) INTO newest FROM deal_change d;
	ELSIF counted = 'notice' THEN SELECT max(n.no) INTO newest FROM default_notice n;
	ELSIF counted = 'demand' THEN SELECT max(l.no) INTO newest FROM demand_letter l;
	ELSIF counted = 'contra' THEN SELECT max(k.no) INTO newest FROM contra k;
	ELSE SELECT max(r.no) INTO newest FROM receipt r WHERE r.series = counted; END IF;
	IF counted NOT IN ('receipt', 'refund', 'agreement', 'change', 'notice', 'demand', 'contra')
		OR NOT coalesce(c.next_no = coalesce(newest + 1, c.first_no), false)
		OR (TG_TABLE_NAME = 'counter' AND TG_OP = 'INSERT' AND c.first_no <> 1
			AND NOT (counted = 'receipt' AND office_holds('ImportOpening'))) THEN
		RAISE EXCEPTION 'guard: a counter moves with its papers' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_counter_in_step AFTER INSERT OR UPDATE ON counter DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_counter_in_step()
;;
CREATE CONSTRAINT TRIGGER office_counter_in_step AFTER INSERT ON receipt DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_counter_in_step()
;;
CREATE CONSTRAINT TRIGGER office_counter_in_step AFTER INSERT ON agreement DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_counter_in_step()
;;
CREATE CONSTRAINT TRIGGER office_counter_in_step AFTER INSERT ON deal_change DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_counter_in_step()
;;
CREATE CONSTRAINT TRIGGER office_counter_in_step AFTER INSERT ON default_notice DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_counter_in_step()
;;
CREATE CONSTRAINT TRIGGER office_counter_in_step AFTER INSERT ON demand_letter DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_counter_in_step()
;;
CREATE CONSTRAINT TRIGGER office_counter_in_step AFTER INSERT ON contra DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_counter_in_step()
;;
-- An attachment is its bytes, as they were measured.
CREATE FUNCTION office_attached() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	IF NOT EXISTS (SELECT 1 FROM attachment_content c WHERE c.attachment_id = NEW.id
		AND encode(sha256(c.content), 'hex') = NEW.sha256) THEN
		RAISE EXCEPTION 'guard: an attachment is its bytes' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_attached AFTER INSERT ON attachment DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_attached()
;;
-- What a cancellation says became of the money is what moved, and what is owed.
CREATE FUNCTION office_cancelled() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE c RECORD;
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	IF TG_TABLE_NAME = 'movement' AND to_jsonb(NEW) ->> 'kind' NOT IN ('kept', 'returned', 'doubled') THEN RETURN NULL; END IF;
	SELECT x.fault, x.paid_fen, x.kept_fen, x.returned_fen, x.doubled_fen,
		(SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = x.deal_id AND m.kind = 'kept') AS kept,
		(SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = x.deal_id AND m.kind = 'returned') AS returned,
		(SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = x.deal_id AND m.kind = 'doubled') AS doubled,
		(SELECT r.owed_fen = x.returned_fen + x.doubled_fen AND r.kept_fen = x.kept_fen AND r.fault = x.fault
			FROM refund r WHERE r.deal_id = x.deal_id) AS owed
		INTO c FROM cancellation x WHERE x.deal_id = NEW.deal_id;
	IF NOT coalesce(c.kept = c.kept_fen AND c.returned = c.returned_fen AND c.doubled = c.doubled_fen
		AND coalesce(c.owed, c.paid_fen = 0), false) THEN
		RAISE EXCEPTION 'guard: a cancellation is what became of the money' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_cancelled AFTER INSERT ON cancellation DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_cancelled()
;;
CREATE CONSTRAINT TRIGGER office_cancelled AFTER INSERT ON refund DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_cancelled()
;;
CREATE CONSTRAINT TRIGGER office_cancelled AFTER INSERT ON movement DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_cancelled()
;;
-- Who signs may write what a signed price version writes, and only that: its units, at its prices.
CREATE FUNCTION office_prices_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE put BIGINT; strange BOOLEAN;
BEGIN
	IF office_trusted() OR office_holds('EffectPrices') OR office_holds('ImportUnits')
		OR office_holds('GenerateUnits') OR office_holds('CopyBuilding') THEN RETURN NULL; END IF;
	SELECT e.version_id INTO put FROM price_effect e
		WHERE e.actor_id = office_actor() AND e.at >= office_now() ORDER BY e.at DESC LIMIT 1;
	IF TG_TABLE_NAME = 'price_change' THEN
		strange := EXISTS (SELECT 1 FROM written n WHERE NOT EXISTS (SELECT 1 FROM price_line l
			WHERE l.version_id = put AND l.unit_id = n.unit_id AND l.total_fen = n.total_fen
			AND l.unit_price_fen = n.unit_price_fen));
	ELSE
		strange := EXISTS (SELECT 1 FROM written n JOIN was o ON o.id = n.id
			WHERE (n.total_fen IS DISTINCT FROM o.total_fen OR n.unit_price_fen IS DISTINCT FROM o.unit_price_fen)
			AND NOT EXISTS (SELECT 1 FROM price_line l WHERE l.version_id = put AND l.unit_id = n.id
				AND l.total_fen = n.total_fen AND l.unit_price_fen = n.unit_price_fen));
	END IF;
	IF strange THEN
		RAISE EXCEPTION 'guard: whoever signs prices writes those that were signed' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE TRIGGER office_prices_signed AFTER UPDATE ON unit REFERENCING OLD TABLE AS was NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION office_prices_signed()
;;
CREATE TRIGGER office_prices_signed AFTER INSERT ON price_change REFERENCING NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION office_prices_signed()
;;
-- An exchange is whole when its transaction ends: signed and written, all the money arrived, the new unit
-- subscribed and the old one let go.
CREATE FUNCTION office_exchanged() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE what TEXT := coalesce(to_jsonb(NEW) ->> 'kind', 'exchange'); whole BOOLEAN;
BEGIN
	IF office_trusted() OR what NOT IN ('exchange', 'carried out', 'carried in') THEN RETURN NULL; END IF;
	SELECT e.carried_fen = (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m
			WHERE m.deal_id = e.deal_id AND m.kind = 'carried out')
		AND e.carried_fen = (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m
			WHERE m.deal_id = e.new_deal_id AND m.kind = 'carried in')
		AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = e.new_deal_id)
		AND EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = e.new_deal_id AND c.stage = 'subscribed')
		AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = e.deal_id AND c.ended_at IS NULL AND c.stage <> 'in review')
		INTO whole FROM unit_exchange e
		WHERE NEW.deal_id = (CASE what WHEN 'carried in' THEN e.new_deal_id ELSE e.deal_id END);
	IF NOT coalesce(whole, false) THEN
		RAISE EXCEPTION 'guard: an exchange is whole' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE CONSTRAINT TRIGGER office_exchanged AFTER INSERT ON unit_exchange DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_exchanged()
;;
CREATE CONSTRAINT TRIGGER office_exchanged AFTER INSERT ON deal_change DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_exchanged()
;;
CREATE CONSTRAINT TRIGGER office_exchanged AFTER INSERT ON movement DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_exchanged()
;;
-- A closed day is whole when its transaction ends: counted to the last coin, in every way of paying, and not ahead of time.
CREATE FUNCTION office_day_closed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF office_trusted() THEN RETURN NULL; END IF;
	IF NEW.day > office_day(NEW.at)
		OR NEW.counted_fen <> (SELECT coalesce(sum(p.piece_fen * p.pieces), 0) FROM day_close_piece p WHERE p.close_id = NEW.id)
		OR NOT EXISTS (SELECT 1 FROM day_close_tender x WHERE x.close_id = NEW.id AND x.kind = 'cash')
		OR EXISTS (SELECT 1 FROM receipt r JOIN tender t ON t.receipt_id = r.id
			WHERE r.cashier_id = NEW.cashier_id AND r.day = NEW.day AND NOT EXISTS (SELECT 1 FROM day_close_tender x
				WHERE x.close_id = NEW.id AND x.kind = t.kind))
		OR EXISTS (SELECT 1 FROM contra k JOIN tender t ON t.receipt_id = k.receipt_id
			WHERE k.cashier_id = NEW.cashier_id AND k.day = NEW.day AND NOT EXISTS (SELECT 1 FROM day_close_tender x
				WHERE x.close_id = NEW.id AND x.kind = t.kind)) THEN
		RAISE EXCEPTION 'guard: a closed day is counted whole' USING ERRCODE = '23000'; END IF;
	RETURN NULL;
END $$
;;
CREATE FUNCTION office_month_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT office_trusted() AND NEW.month >= substr(office_day(NEW.at), 1, 7) THEN
		RAISE EXCEPTION 'guard: a month is closed when it is over' USING ERRCODE = '23000'; END IF;
	RETURN NEW;
END $$
;;
CREATE TRIGGER office_month_closed BEFORE INSERT ON month_close FOR EACH ROW EXECUTE FUNCTION office_month_closed()
;;
CREATE CONSTRAINT TRIGGER office_day_closed AFTER INSERT ON day_close DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW EXECUTE FUNCTION office_day_closed()
