CREATE FUNCTION guard_person_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: people are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_person_delete BEFORE DELETE ON person FOR EACH ROW EXECUTE FUNCTION guard_person_delete()
;;
CREATE FUNCTION guard_person_left() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.login <> OLD.login OR NEW.joined_at <> OLD.joined_at OR NEW.id <> OLD.id OR (OLD.left_at IS NOT NULL AND (NEW.left_at IS NULL OR NEW.left_at <> OLD.left_at OR NEW.role <> OLD.role)) THEN RAISE EXCEPTION 'guard: who somebody was stays, and a leaver has left' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_person_left BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION guard_person_left()
;;
CREATE FUNCTION guard_person_administrator() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.role = 'admin' AND (NEW.role <> 'admin' OR NEW.left_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM person p WHERE p.role = 'admin' AND p.left_at IS NULL AND p.id <> OLD.id) THEN RAISE EXCEPTION 'guard: an office keeps an administrator' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_person_administrator BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION guard_person_administrator()
;;
CREATE FUNCTION guard_role_right_last() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM role_right r WHERE r.name = OLD.name AND r.id <> OLD.id) THEN RAISE EXCEPTION 'guard: somebody keeps every right' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_role_right_last BEFORE DELETE ON role_right FOR EACH ROW EXECUTE FUNCTION guard_role_right_last()
;;
CREATE TABLE intent (
	id TEXT NOT NULL, 
	form_hash TEXT NOT NULL, 
	CONSTRAINT pk_intent PRIMARY KEY (id)
)
;;
CREATE FUNCTION guard_intent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: intent is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_intent BEFORE UPDATE OR DELETE ON intent FOR EACH ROW EXECUTE FUNCTION guard_intent()
;;
CREATE TRIGGER guard_intent_truncate BEFORE TRUNCATE ON intent FOR EACH STATEMENT EXECUTE FUNCTION guard_intent()
;;
CREATE FUNCTION guard_counter_known() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.series NOT IN ('receipt', 'refund', 'agreement') OR NEW.first_no < 1 OR NEW.next_no NOT IN (NEW.first_no, NEW.first_no + 1) THEN RAISE EXCEPTION 'guard: a counter is one of ours' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_counter_known BEFORE INSERT ON counter FOR EACH ROW EXECUTE FUNCTION guard_counter_known()
;;
CREATE FUNCTION guard_visit_tomorrow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.at > NEW.recorded_at THEN RAISE EXCEPTION 'guard: nobody visited in a time to come' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_visit_tomorrow BEFORE INSERT ON visit FOR EACH ROW EXECUTE FUNCTION guard_visit_tomorrow()
;;
CREATE FUNCTION guard_release_line_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND j.law_level = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no release' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_permit BEFORE INSERT ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_permit()
;;
CREATE FUNCTION guard_release_line_price() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND u.total_fen IS NULL) THEN RAISE EXCEPTION 'guard: what is on offer has its price' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_price BEFORE INSERT ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_price()
;;
CREATE FUNCTION guard_release_line_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id <> OLD.id OR NEW.unit_id <> OLD.unit_id OR NEW.batch_id <> OLD.batch_id THEN RAISE EXCEPTION 'guard: a release can only end' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_fixed BEFORE UPDATE ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_fixed()
;;
CREATE FUNCTION guard_claim_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND p.left_at IS NULL AND ((NEW.stage = 'blocked' AND r.name IN ('BlockUnits')) OR (NEW.stage = 'delivered' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'filed' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'held back' AND r.name IN ('AcceptBack', 'HoldBack', 'UnblockUnits')) OR (NEW.stage = 'in review' AND r.name IN ('CancelSubscription')) OR (NEW.stage = 'on hold' AND r.name IN ('ExtendHold', 'HoldUnit', 'TakeDeposit', 'VoidReceipt')) OR (NEW.stage = 'signed' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'subscribed' AND r.name IN ('ImportOpening', 'Subscribe')))) THEN RAISE EXCEPTION 'guard: nobody opens this claim without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_right BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_right()
;;
CREATE FUNCTION guard_claim_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT (NEW.ended_by = 0 AND OLD.stage = 'on hold' AND NEW.ended_at = OLD.until) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND ((OLD.stage = 'blocked' AND r.name IN ('UnblockUnits')) OR (OLD.stage = 'held back' AND r.name IN ('BlockUnits', 'ImportOpening', 'ReleaseUnits')) OR (OLD.stage = 'in review' AND r.name IN ('AcceptBack')) OR (OLD.stage = 'on hold' AND r.name IN ('CancelSubscription', 'ExtendHold', 'LetGo', 'Subscribe', 'TakeDeposit', 'VoidReceipt')) OR (OLD.stage = 'subscribed' AND r.name IN ('CancelSubscription')))) THEN RAISE EXCEPTION 'guard: nobody ends this claim without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_end BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_end()
;;
CREATE FUNCTION guard_claim_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL THEN RAISE EXCEPTION 'guard: a claim is opened first' USING ERRCODE = '23000'; END IF; IF NEW.stage NOT IN ('held back', 'blocked') AND NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND d.unit_id = NEW.unit_id AND d.customer_id = NEW.customer_id AND d.consultant_id = NEW.consultant_id) THEN RAISE EXCEPTION 'guard: a claim is its deal''s' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM release_line l WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) THEN RAISE EXCEPTION 'guard: only what is on offer is held' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal d JOIN unit u ON u.id = d.unit_id WHERE d.id = NEW.deal_id AND d.opened_at = NEW.opened_at AND d.project_id = u.project_id AND d.list_total_fen = u.total_fen AND d.list_unit_price_fen = u.unit_price_fen) THEN RAISE EXCEPTION 'guard: a deal begins with its hold, at the list price' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND j.law_level = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no sale' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND (CASE WHEN NEW.until IS NULL THEN NOT EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind <> 'refund' AND v.receipt_id IS NULL) ELSE NEW.until > coalesce((SELECT d.opened_at FROM deal d WHERE d.id = NEW.deal_id AND NOT EXISTS (SELECT 1 FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = d.id)), NEW.opened_at) + (coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'hold_longest_minutes'), 180) + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'hold_writing_minutes'), 60)) * 60000000 END) THEN RAISE EXCEPTION 'guard: a hold has its time' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'subscribed' AND NEW.opening = 0 AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: no subscription without its agreement' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'in review' AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: no review without a cancellation' USING ERRCODE = '23000'; END IF; IF NEW.opening <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND r.name IN ('ImportOpening')) THEN RAISE EXCEPTION 'guard: only the opening import brings old claims' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_rules_insert BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_rules_insert()
;;
CREATE FUNCTION guard_claim_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.reason <> OLD.reason OR NEW.opening <> OLD.opening THEN RAISE EXCEPTION 'guard: a claim can only end' USING ERRCODE = '23000'; END IF; IF NEW.ended_by <> 0 AND OLD.stage = 'on hold' AND NEW.ended_by <> OLD.consultant_id AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.ended_by AND p.role = 'consultant') AND NOT EXISTS (SELECT 1 FROM customer c LEFT JOIN customer m ON m.id = c.merged_into LEFT JOIN customer n ON n.id = m.merged_into WHERE c.id = OLD.customer_id AND (NEW.ended_by IN (c.consultant_id, m.consultant_id, n.consultant_id) OR n.merged_into IS NOT NULL)) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('TakeDeposit', 'VoidReceipt', 'CancelSubscription')) THEN RAISE EXCEPTION 'guard: a consultant ends only his own holds' USING ERRCODE = '23000'; END IF; IF OLD.stage = 'on hold' AND OLD.until IS NULL AND EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = OLD.deal_id AND r.kind <> 'refund' AND v.receipt_id IS NULL) AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = OLD.deal_id) AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id) THEN RAISE EXCEPTION 'guard: money lies on the unit' USING ERRCODE = '23000'; END IF; IF OLD.stage = 'subscribed' AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id) THEN RAISE EXCEPTION 'guard: a subscription ends by its cancellation' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_rules_update BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_rules_update()
;;
CREATE FUNCTION guard_price_approval_list() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.total_fen > (SELECT d.list_total_fen FROM deal d WHERE d.id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: nothing is charged beyond the list price' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_list BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_list()
;;
CREATE FUNCTION guard_agreement_number() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.no <> coalesce((SELECT max(a.no) + 1 FROM agreement a), (SELECT c.first_no FROM counter c WHERE c.series = 'agreement')) THEN RAISE EXCEPTION 'guard: agreement numbers follow one another' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_number BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_number()
;;
CREATE FUNCTION guard_agreement_price() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.price_fen <> coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = NEW.deal_id ORDER BY p.id DESC LIMIT 1), 0) THEN RAISE EXCEPTION 'guard: an agreement has the approved price' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_price BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_price()
;;
CREATE FUNCTION guard_agreement_deposit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.deposit_fen <= 0 OR NEW.deposit_fen <> (SELECT coalesce(sum(CASE m.credit WHEN 'deposits held' THEN m.amount_fen ELSE 0 END - CASE m.debit WHEN 'deposits held' THEN m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: an agreement rests on its deposit' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_deposit BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_deposit()
;;
CREATE FUNCTION guard_cancellation_fate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kept_fen + NEW.returned_fen <> NEW.paid_fen OR NEW.doubled_fen > NEW.returned_fen OR NEW.kept_fen < 0 OR NEW.returned_fen < 0 OR NEW.doubled_fen < 0 OR (NEW.kept_fen > 0 AND NEW.fault <> 'buyer') OR (NEW.doubled_fen > 0 AND NEW.fault <> 'seller') THEN RAISE EXCEPTION 'guard: the deposit goes by whose fault it is' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_cancellation_fate BEFORE INSERT ON cancellation FOR EACH ROW EXECUTE FUNCTION guard_cancellation_fate()
;;
CREATE FUNCTION guard_receipt_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.previous <> coalesce((SELECT r.hash FROM receipt r WHERE r.series = NEW.series AND r.no = NEW.no - 1), '0000000000000000000000000000000000000000000000000000000000000000') THEN RAISE EXCEPTION 'guard: a receipt is chained to the one before' USING ERRCODE = '23000'; END IF; IF NEW.series <> (CASE NEW.kind WHEN 'refund' THEN 'refund' ELSE 'receipt' END) OR substr(NEW.number, length(NEW.number) - length(CAST(NEW.no AS TEXT)) + 1) <> CAST(NEW.no AS TEXT) THEN RAISE EXCEPTION 'guard: a receipt bears its series and number' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND d.unit_id = NEW.unit_id AND d.customer_id = NEW.customer_id AND d.project_id = NEW.project_id) THEN RAISE EXCEPTION 'guard: a receipt is its deal''s' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'deposit' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.deal_id = NEW.deal_id AND c.stage = 'on hold' AND (c.until IS NULL OR c.until > NEW.at)) THEN RAISE EXCEPTION 'guard: a deposit is taken on a held unit' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'deposit' AND NEW.amount_fen + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind = 'deposit' AND v.receipt_id IS NULL) > coalesce((SELECT a.total_fen FROM price_approval a WHERE a.deal_id = NEW.deal_id ORDER BY a.id DESC LIMIT 1), (SELECT d.list_total_fen FROM deal d WHERE d.id = NEW.deal_id)) * 20 / 100 THEN RAISE EXCEPTION 'guard: a deposit stays within its cap' USING ERRCODE = '23000'; END IF; IF (CASE NEW.kind WHEN 'refund' THEN NOT EXISTS (SELECT 1 FROM refund f WHERE f.id = NEW.refund_id AND f.deal_id = NEW.deal_id AND f.owed_fen = NEW.amount_fen) ELSE NEW.refund_id IS NOT NULL END) THEN RAISE EXCEPTION 'guard: a refund is paid as it is owed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_rules_insert BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_rules_insert()
;;
CREATE FUNCTION guard_tender_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.amount_fen + (SELECT coalesce(sum(t.amount_fen), 0) FROM tender t WHERE t.receipt_id = NEW.receipt_id) > (SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: tenders are no more than their receipt' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_tender_more BEFORE INSERT ON tender FOR EACH ROW EXECUTE FUNCTION guard_tender_more()
;;
CREATE FUNCTION guard_movement_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT ((NEW.kind = 'deposit' AND NEW.receipt_id IS NOT NULL AND NEW.debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay') AND NEW.credit = 'deposits held') OR (NEW.kind = 'refund' AND NEW.receipt_id IS NOT NULL AND NEW.debit = 'refunds owed' AND NEW.credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay')) OR (NEW.kind = 'void' AND NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind <> 'void' AND m.debit = NEW.credit AND m.credit = NEW.debit AND m.amount_fen = NEW.amount_fen)) OR (NEW.kind = 'kept' AND NEW.receipt_id IS NULL AND NEW.debit = 'deposits held' AND NEW.credit = 'forfeited') OR (NEW.kind = 'returned' AND NEW.receipt_id IS NULL AND NEW.debit = 'deposits held' AND NEW.credit = 'refunds owed') OR (NEW.kind = 'doubled' AND NEW.receipt_id IS NULL AND NEW.debit = 'penalty paid' AND NEW.credit = 'refunds owed') OR (NEW.kind = 'opening' AND NEW.receipt_id IS NULL AND NEW.debit = 'opening' AND NEW.credit IN ('deposits held', 'price received'))) THEN RAISE EXCEPTION 'guard: money goes the ways of the trade' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_way BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_way()
;;
CREATE FUNCTION guard_movement_deal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: a receipt''s money is its deal''s' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_deal BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_deal()
;;
CREATE FUNCTION guard_movement_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = CASE NEW.kind WHEN 'deposit' THEN 'TakeDeposit' WHEN 'refund' THEN 'PayRefund' WHEN 'void' THEN 'VoidReceipt' WHEN 'kept' THEN 'CancelSubscription' WHEN 'returned' THEN 'CancelSubscription' WHEN 'doubled' THEN 'CancelSubscription' WHEN 'opening' THEN 'ImportOpening' END) THEN RAISE EXCEPTION 'guard: nobody moves money without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_right BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_right()
;;
CREATE FUNCTION guard_movement_cover() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.debit IN ('deposits held', 'refunds owed') AND NEW.amount_fen > (SELECT coalesce(sum(CASE WHEN m.credit = NEW.debit THEN m.amount_fen WHEN m.debit = NEW.debit THEN -m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: no more goes out than lies there' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_cover BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_cover()
;;
CREATE FUNCTION guard_receipt_void_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund' OR EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id))) THEN RAISE EXCEPTION 'guard: something rests on the receipt' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_void_late BEFORE INSERT ON receipt_void FOR EACH ROW EXECUTE FUNCTION guard_receipt_void_late()
