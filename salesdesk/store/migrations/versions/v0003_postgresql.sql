-- Money that goes from one deal to another has an account of its own.
ALTER TABLE movement DROP CONSTRAINT ck_movement_debit
;;
ALTER TABLE movement ADD CONSTRAINT ck_movement_debit CHECK (debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'held for others', 'prepaid', 'refunds owed', 'forfeited', 'penalty paid', 'carried over', 'late fees'))
;;
ALTER TABLE movement DROP CONSTRAINT ck_movement_credit
;;
ALTER TABLE movement ADD CONSTRAINT ck_movement_credit CHECK (credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'held for others', 'prepaid', 'refunds owed', 'forfeited', 'penalty paid', 'carried over', 'late fees'))
;;
CREATE OR REPLACE FUNCTION guard_counter_known() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.series NOT IN ('receipt', 'refund', 'agreement', 'change', 'notice', 'demand', 'contra') OR NEW.first_no < 1 OR NEW.next_no NOT IN (NEW.first_no, NEW.first_no + 1) THEN RAISE EXCEPTION 'guard: a counter is one of ours' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TABLE discount_limit (
	id BIGSERIAL NOT NULL, 
	role TEXT NOT NULL, 
	most_bp BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_discount_limit PRIMARY KEY (id), 
	CONSTRAINT ck_discount_limit_share CHECK (most_bp BETWEEN 0 AND 10000)
)
;;
CREATE INDEX ix_discount_limit_role ON discount_limit (role)
;;
CREATE FUNCTION guard_discount_limit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: discount_limit is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_discount_limit BEFORE UPDATE OR DELETE ON discount_limit FOR EACH ROW EXECUTE FUNCTION guard_discount_limit()
;;
CREATE TRIGGER guard_discount_limit_truncate BEFORE TRUNCATE ON discount_limit FOR EACH STATEMENT EXECUTE FUNCTION guard_discount_limit()
;;
CREATE FUNCTION guard_project_law() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.law_level <> OLD.law_level AND NEW.law_level IS DISTINCT FROM (SELECT w.level FROM law_line w WHERE w.project_id = NEW.id AND w.law = 'R-01' ORDER BY w.id DESC LIMIT 1) THEN RAISE EXCEPTION 'guard: how hard a law stands is set with its reason' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_project_law BEFORE UPDATE OF law_level ON project FOR EACH ROW EXECUTE FUNCTION guard_project_law()
;;
CREATE FUNCTION guard_project_softer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.law_level <> 'block' THEN RAISE EXCEPTION 'guard: a project begins under the law' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_project_softer BEFORE INSERT ON project FOR EACH ROW EXECUTE FUNCTION guard_project_softer()
;;
CREATE TABLE account_code (
	id BIGSERIAL NOT NULL, 
	account TEXT NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_account_code PRIMARY KEY (id), 
	CONSTRAINT ck_account_code_named CHECK (code <> '' AND name <> ''), 
	CONSTRAINT fk_account_code_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_account_code() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: account_code is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_account_code BEFORE UPDATE OR DELETE ON account_code FOR EACH ROW EXECUTE FUNCTION guard_account_code()
;;
CREATE TRIGGER guard_account_code_truncate BEFORE TRUNCATE ON account_code FOR EACH STATEMENT EXECUTE FUNCTION guard_account_code()
;;
CREATE FUNCTION guard_account_code_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'SetAccountCode') THEN RAISE EXCEPTION 'guard: nobody writes vouchers without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_account_code_right BEFORE INSERT ON account_code FOR EACH ROW EXECUTE FUNCTION guard_account_code_right()
;;
CREATE FUNCTION guard_cash_count_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) THEN RAISE EXCEPTION 'guard: a closed day stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_cash_count_closed BEFORE INSERT ON cash_count FOR EACH ROW EXECUTE FUNCTION guard_cash_count_closed()
;;
CREATE FUNCTION guard_cash_count_month() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) THEN RAISE EXCEPTION 'guard: a closed month stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_cash_count_month BEFORE INSERT ON cash_count FOR EACH ROW EXECUTE FUNCTION guard_cash_count_month()
;;
CREATE TABLE day_close (
	id BIGSERIAL NOT NULL, 
	day TEXT NOT NULL, 
	cashier_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	opening_fen BIGINT NOT NULL, 
	after_fen BIGINT NOT NULL, 
	banked_fen BIGINT NOT NULL, 
	counted_fen BIGINT NOT NULL, 
	handed_fen BIGINT NOT NULL, 
	handed_to BIGINT, 
	note TEXT NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_day_close PRIMARY KEY (id), 
	CONSTRAINT uq_day_close_cashier_id_day UNIQUE (cashier_id, day), 
	CONSTRAINT ck_day_close_amounts CHECK (counted_fen >= 0 AND banked_fen >= 0), 
	CONSTRAINT ck_day_close_handed CHECK (handed_fen BETWEEN 0 AND counted_fen), 
	CONSTRAINT ck_day_close_receiver CHECK ((handed_to IS NULL) = (handed_fen = 0)), 
	CONSTRAINT fk_day_close_cashier_id FOREIGN KEY(cashier_id) REFERENCES person (id), 
	CONSTRAINT fk_day_close_actor_id FOREIGN KEY(actor_id) REFERENCES person (id), 
	CONSTRAINT fk_day_close_handed_to FOREIGN KEY(handed_to) REFERENCES person (id)
)
;;
CREATE INDEX ix_day_close_day ON day_close (day)
;;
CREATE INDEX ix_day_close_handed_to ON day_close (handed_to)
;;
CREATE FUNCTION guard_day_close() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: day_close is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_day_close BEFORE UPDATE OR DELETE ON day_close FOR EACH ROW EXECUTE FUNCTION guard_day_close()
;;
CREATE TRIGGER guard_day_close_truncate BEFORE TRUNCATE ON day_close FOR EACH STATEMENT EXECUTE FUNCTION guard_day_close()
;;
CREATE FUNCTION guard_day_close_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT ((NEW.actor_id = NEW.cashier_id AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CloseDay')) OR (EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CloseDayFor') AND NEW.actor_id <> NEW.cashier_id AND NEW.note <> '')) THEN RAISE EXCEPTION 'guard: a day is closed by its cashier, or for him with a reason' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) THEN RAISE EXCEPTION 'guard: days are closed once, in their order' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM receipt r WHERE r.cashier_id = NEW.cashier_id AND r.day < NEW.day AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= r.day)) OR EXISTS (SELECT 1 FROM contra r WHERE r.cashier_id = NEW.cashier_id AND r.day < NEW.day AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= r.day)) THEN RAISE EXCEPTION 'guard: an earlier day is open' USING ERRCODE = '23000'; END IF; IF NEW.opening_fen <> coalesce((SELECT c.counted_fen - c.handed_fen - c.after_fen FROM day_close c WHERE c.cashier_id = NEW.cashier_id ORDER BY c.id DESC LIMIT 1), 0) + coalesce((SELECT sum(h.handed_fen) FROM day_close h WHERE h.handed_to = NEW.cashier_id AND h.id > coalesce((SELECT max(c.id) FROM day_close c WHERE c.cashier_id = NEW.cashier_id), 0)), 0) THEN RAISE EXCEPTION 'guard: what lay in the drawer is what was left there' USING ERRCODE = '23000'; END IF; IF NEW.after_fen <> ((SELECT coalesce(sum(CASE WHEN r.kind IN ('refund') THEN -t.amount_fen ELSE t.amount_fen END), 0) FROM receipt r JOIN tender t ON t.receipt_id = r.id AND t.kind = 'cash' LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE r.cashier_id = NEW.cashier_id AND r.day > NEW.day AND v.receipt_id IS NULL) - (SELECT coalesce(sum(t.amount_fen), 0) FROM contra k JOIN tender t ON t.receipt_id = k.receipt_id AND t.kind = 'cash' WHERE k.cashier_id = NEW.cashier_id AND k.day > NEW.day)) THEN RAISE EXCEPTION 'guard: what came in after a day is what the books say' USING ERRCODE = '23000'; END IF; IF NEW.handed_to IS NOT NULL AND (NEW.handed_to = NEW.cashier_id OR NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.handed_to AND p.left_at IS NULL AND r.name = 'CloseDay')) THEN RAISE EXCEPTION 'guard: cash is handed to another cashier' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_day_close_rules_insert BEFORE INSERT ON day_close FOR EACH ROW EXECUTE FUNCTION guard_day_close_rules_insert()
;;
CREATE FUNCTION guard_day_close_month() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) THEN RAISE EXCEPTION 'guard: a closed month stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_day_close_month BEFORE INSERT ON day_close FOR EACH ROW EXECUTE FUNCTION guard_day_close_month()
;;
CREATE TABLE discount_offer (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value BIGINT NOT NULL, 
	exclusive BIGINT NOT NULL, 
	source TEXT NOT NULL, 
	manner TEXT NOT NULL, 
	mode_id BIGINT, 
	begins_on TEXT NOT NULL, 
	ends_on TEXT, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	ended_at BIGINT, 
	ended_by BIGINT, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_discount_offer PRIMARY KEY (id), 
	CONSTRAINT ck_discount_offer_kind CHECK (kind IN ('percentage', 'waiver', 'per_square_metre', 'fixed_total')), 
	CONSTRAINT ck_discount_offer_value CHECK (value > 0), 
	CONSTRAINT ck_discount_offer_percentage CHECK (kind <> 'percentage' OR value < 10000), 
	CONSTRAINT ck_discount_offer_manner CHECK (manner IN ('', 'visit', 'call', 'channel', 'referral', 'online')), 
	CONSTRAINT ck_discount_offer_days CHECK (ends_on IS NULL OR ends_on >= begins_on), 
	CONSTRAINT fk_discount_offer_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_discount_offer_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id)
)
;;
CREATE UNIQUE INDEX one_live_discount ON discount_offer (project_id, name) WHERE ended_at IS NULL
;;
CREATE FUNCTION guard_discount_offer_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: an ended discount stays' USING ERRCODE = '23000'; END IF; IF OLD.id IS DISTINCT FROM NEW.id OR OLD.project_id IS DISTINCT FROM NEW.project_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.value IS DISTINCT FROM NEW.value OR OLD.exclusive IS DISTINCT FROM NEW.exclusive OR OLD.source IS DISTINCT FROM NEW.source OR OLD.manner IS DISTINCT FROM NEW.manner OR OLD.mode_id IS DISTINCT FROM NEW.mode_id OR OLD.begins_on IS DISTINCT FROM NEW.begins_on OR OLD.ends_on IS DISTINCT FROM NEW.ends_on OR OLD.at IS DISTINCT FROM NEW.at OR OLD.actor_id IS DISTINCT FROM NEW.actor_id THEN RAISE EXCEPTION 'guard: a discount can only end' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_discount_offer_rules_update BEFORE UPDATE ON discount_offer FOR EACH ROW EXECUTE FUNCTION guard_discount_offer_rules_update()
;;
CREATE FUNCTION guard_discount_offer_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: discounts are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_discount_offer_delete BEFORE DELETE ON discount_offer FOR EACH ROW EXECUTE FUNCTION guard_discount_offer_delete()
;;
CREATE FUNCTION guard_discount_offer_replace() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM discount_offer o WHERE o.id = NEW.id) THEN RAISE EXCEPTION 'guard: discounts are never replaced' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_discount_offer_replace BEFORE INSERT ON discount_offer FOR EACH ROW EXECUTE FUNCTION guard_discount_offer_replace()
;;
CREATE TABLE flow (
	id BIGSERIAL NOT NULL, 
	kind TEXT NOT NULL, 
	valid_days BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_flow PRIMARY KEY (id), 
	CONSTRAINT ck_flow_days CHECK (valid_days BETWEEN 1 AND 90), 
	CONSTRAINT fk_flow_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_flow_kind ON flow (kind)
;;
CREATE FUNCTION guard_flow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: flow is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_flow BEFORE UPDATE OR DELETE ON flow FOR EACH ROW EXECUTE FUNCTION guard_flow()
;;
CREATE TRIGGER guard_flow_truncate BEFORE TRUNCATE ON flow FOR EACH STATEMENT EXECUTE FUNCTION guard_flow()
;;
CREATE FUNCTION guard_flow_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('EditFlow')) THEN RAISE EXCEPTION 'guard: flows are the administrator''s' USING ERRCODE = '23000'; END IF; IF NEW.kind NOT IN ('area', 'cancellation', 'discount', 'exchange', 'extension', 'forfeit', 'law', 'names', 'payment mode', 'price', 'prices', 'refund', 'reservation', 'waiver') THEN RAISE EXCEPTION 'guard: a flow is of a kind that is known' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_flow_rules_insert BEFORE INSERT ON flow FOR EACH ROW EXECUTE FUNCTION guard_flow_rules_insert()
;;
CREATE TABLE loan_check_list (
	id BIGSERIAL NOT NULL, 
	bank TEXT NOT NULL, 
	product TEXT NOT NULL, 
	buyer TEXT NOT NULL, 
	items TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_loan_check_list PRIMARY KEY (id), 
	CONSTRAINT ck_loan_check_list_product CHECK (product IN ('combined_loan', 'mortgage', 'provident_fund')), 
	CONSTRAINT ck_loan_check_list_buyer CHECK (buyer IN ('business owner', 'employed')), 
	CONSTRAINT fk_loan_check_list_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_loan_check_list() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: loan_check_list is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_loan_check_list BEFORE UPDATE OR DELETE ON loan_check_list FOR EACH ROW EXECUTE FUNCTION guard_loan_check_list()
;;
CREATE TRIGGER guard_loan_check_list_truncate BEFORE TRUNCATE ON loan_check_list FOR EACH STATEMENT EXECUTE FUNCTION guard_loan_check_list()
;;
CREATE FUNCTION guard_loan_check_list_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SetLoanDocuments')) THEN RAISE EXCEPTION 'guard: nobody sets a check list without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_loan_check_list_rules_insert BEFORE INSERT ON loan_check_list FOR EACH ROW EXECUTE FUNCTION guard_loan_check_list_rules_insert()
;;
CREATE TABLE mode_version (
	id BIGSERIAL NOT NULL, 
	mode_id BIGINT NOT NULL, 
	project_id BIGINT, 
	begins_on TEXT, 
	ends_on TEXT, 
	banks TEXT NOT NULL, 
	lines TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_mode_version PRIMARY KEY (id), 
	CONSTRAINT ck_mode_version_days CHECK (ends_on IS NULL OR ends_on >= begins_on), 
	CONSTRAINT fk_mode_version_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id), 
	CONSTRAINT fk_mode_version_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_mode_version_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_mode_version_mode_id ON mode_version (mode_id)
;;
CREATE FUNCTION guard_mode_version() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: mode_version is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_mode_version BEFORE UPDATE OR DELETE ON mode_version FOR EACH ROW EXECUTE FUNCTION guard_mode_version()
;;
CREATE TRIGGER guard_mode_version_truncate BEFORE TRUNCATE ON mode_version FOR EACH STATEMENT EXECUTE FUNCTION guard_mode_version()
;;
CREATE TABLE month_close (
	id BIGSERIAL NOT NULL, 
	month TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	taken_fen BIGINT NOT NULL, 
	back_fen BIGINT NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_month_close PRIMARY KEY (id), 
	CONSTRAINT ck_month_close_month CHECK (length(month) = 7), 
	CONSTRAINT uq_month_close_month UNIQUE (month), 
	CONSTRAINT fk_month_close_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_month_close() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: month_close is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_month_close BEFORE UPDATE OR DELETE ON month_close FOR EACH ROW EXECUTE FUNCTION guard_month_close()
;;
CREATE TRIGGER guard_month_close_truncate BEFORE TRUNCATE ON month_close FOR EACH STATEMENT EXECUTE FUNCTION guard_month_close()
;;
CREATE FUNCTION guard_month_close_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CloseMonth') THEN RAISE EXCEPTION 'guard: nobody closes a month without the right' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM month_close m WHERE m.month >= NEW.month) THEN RAISE EXCEPTION 'guard: months are closed once, in their order' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM receipt r WHERE substr(r.day, 1, 7) <= NEW.month AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = r.cashier_id AND c.day >= r.day)) OR EXISTS (SELECT 1 FROM contra r WHERE substr(r.day, 1, 7) <= NEW.month AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = r.cashier_id AND c.day >= r.day)) THEN RAISE EXCEPTION 'guard: a day of the month is open' USING ERRCODE = '23000'; END IF; IF NEW.taken_fen <> (SELECT coalesce(sum(t.taken_fen), 0) FROM day_close c JOIN day_close_tender t ON t.close_id = c.id WHERE substr(c.day, 1, 7) = NEW.month) OR NEW.back_fen <> (SELECT coalesce(sum(t.back_fen), 0) FROM day_close c JOIN day_close_tender t ON t.close_id = c.id WHERE substr(c.day, 1, 7) = NEW.month) THEN RAISE EXCEPTION 'guard: a closed month is the sum of its days' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_month_close_rules_insert BEFORE INSERT ON month_close FOR EACH ROW EXECUTE FUNCTION guard_month_close_rules_insert()
;;
CREATE FUNCTION guard_permit_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF trim(NEW.number) = '' OR trim(NEW.authority) = '' OR NEW.issued_on IS NULL OR (CAST(substr(NEW.issued_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.issued_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > NEW.recorded_at / 86400000000 + 1 THEN RAISE EXCEPTION 'guard: a permit has its number, its authority and its day' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM permit p WHERE p.id <> coalesce(NEW.id, 0) AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(p.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(NEW.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') AND NOT EXISTS (SELECT 1 FROM permit_change c WHERE c.permit_id = p.id AND c.withdrawn = 1 AND c.id = (SELECT max(x.id) FROM permit_change x WHERE x.permit_id = p.id))) THEN RAISE EXCEPTION 'guard: a permit is recorded once' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_permit_rules_insert BEFORE INSERT ON permit FOR EACH ROW EXECUTE FUNCTION guard_permit_rules_insert()
;;
CREATE FUNCTION guard_permit_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id <> OLD.id OR NEW.project_id <> OLD.project_id OR NEW.recorded_at <> OLD.recorded_at OR NOT EXISTS (SELECT 1 FROM permit_change k WHERE k.id = (SELECT max(c.id) FROM permit_change c WHERE c.permit_id = OLD.id) AND k.number = OLD.number AND k.authority = OLD.authority AND k.account = OLD.account AND k.issued_on IS NOT DISTINCT FROM OLD.issued_on) THEN RAISE EXCEPTION 'guard: a permit is corrected with its old value kept' USING ERRCODE = '23000'; END IF; IF trim(NEW.number) = '' OR trim(NEW.authority) = '' OR NEW.issued_on IS NULL OR EXISTS (SELECT 1 FROM permit_change k WHERE k.id = (SELECT max(c.id) FROM permit_change c WHERE c.permit_id = OLD.id) AND (CAST(substr(NEW.issued_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.issued_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > k.at / 86400000000 + 1) THEN RAISE EXCEPTION 'guard: a permit has its number, its authority and its day' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM permit p WHERE p.id <> OLD.id AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(p.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(NEW.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') AND NOT EXISTS (SELECT 1 FROM permit_change c WHERE c.permit_id = p.id AND c.withdrawn = 1 AND c.id = (SELECT max(x.id) FROM permit_change x WHERE x.permit_id = p.id))) THEN RAISE EXCEPTION 'guard: a permit is recorded once' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_permit_rules_update BEFORE UPDATE ON permit FOR EACH ROW EXECUTE FUNCTION guard_permit_rules_update()
;;
CREATE FUNCTION guard_permit_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id > 0 THEN RAISE EXCEPTION 'guard: a permit is withdrawn, not deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_permit_deleted BEFORE DELETE ON permit FOR EACH ROW EXECUTE FUNCTION guard_permit_deleted()
;;
CREATE TABLE posting (
	id BIGSERIAL NOT NULL, 
	person_id BIGINT NOT NULL, 
	project_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	ended_at BIGINT, 
	ended_by BIGINT, 
	CONSTRAINT pk_posting PRIMARY KEY (id), 
	CONSTRAINT ck_posting_order CHECK (ended_at IS NULL OR ended_at >= at), 
	CONSTRAINT fk_posting_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_posting_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_posting_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE UNIQUE INDEX one_live_posting ON posting (person_id, project_id) WHERE ended_at IS NULL
;;
CREATE FUNCTION guard_posting_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.project_id <> OLD.project_id OR NEW.at <> OLD.at OR NEW.actor_id <> OLD.actor_id THEN RAISE EXCEPTION 'guard: a posting is ended once and stays as it was' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_posting_kept BEFORE UPDATE ON posting FOR EACH ROW EXECUTE FUNCTION guard_posting_kept()
;;
CREATE FUNCTION guard_posting_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: postings are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_posting_delete BEFORE DELETE ON posting FOR EACH ROW EXECUTE FUNCTION guard_posting_delete()
;;
CREATE FUNCTION guard_posting_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'PostPerson') THEN RAISE EXCEPTION 'guard: nobody posts people without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_posting_right BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION guard_posting_right()
;;
CREATE TABLE price_version (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	source TEXT NOT NULL, 
	scheme TEXT NOT NULL, 
	based_on BIGINT, 
	effective_at BIGINT, 
	drafted_at BIGINT NOT NULL, 
	drafted_by BIGINT NOT NULL, 
	CONSTRAINT pk_price_version PRIMARY KEY (id), 
	CONSTRAINT uq_price_version_project_id_name UNIQUE (project_id, name), 
	CONSTRAINT fk_price_version_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_price_version_based_on FOREIGN KEY(based_on) REFERENCES price_version (id)
)
;;
CREATE INDEX ix_price_version_project_id ON price_version (project_id)
;;
CREATE FUNCTION guard_price_version() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_version is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_version BEFORE UPDATE OR DELETE ON price_version FOR EACH ROW EXECUTE FUNCTION guard_price_version()
;;
CREATE TRIGGER guard_price_version_truncate BEFORE TRUNCATE ON price_version FOR EACH STATEMENT EXECUTE FUNCTION guard_price_version()
;;
CREATE FUNCTION guard_price_version_moment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM price_version v WHERE v.project_id = NEW.project_id AND v.effective_at = NEW.effective_at AND NOT EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = v.id)) THEN RAISE EXCEPTION 'guard: two versions are not effective at one moment' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_version_moment BEFORE INSERT ON price_version FOR EACH ROW EXECUTE FUNCTION guard_price_version_moment()
;;
CREATE FUNCTION guard_price_version_time() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.effective_at <= NEW.drafted_at THEN RAISE EXCEPTION 'guard: the time of a version lies ahead' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_version_time BEFORE INSERT ON price_version FOR EACH ROW EXECUTE FUNCTION guard_price_version_time()
;;
CREATE TABLE receipt_book (
	id BIGSERIAL NOT NULL, 
	name TEXT NOT NULL, 
	prefix TEXT NOT NULL, 
	width BIGINT NOT NULL, 
	first_no BIGINT NOT NULL, 
	last_no BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_receipt_book PRIMARY KEY (id), 
	CONSTRAINT ck_receipt_book_forms CHECK (first_no > 0 AND last_no >= first_no), 
	CONSTRAINT ck_receipt_book_width CHECK (width BETWEEN 1 AND 12), 
	CONSTRAINT uq_receipt_book_name UNIQUE (name), 
	CONSTRAINT fk_receipt_book_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_receipt_book() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: receipt_book is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_receipt_book BEFORE UPDATE OR DELETE ON receipt_book FOR EACH ROW EXECUTE FUNCTION guard_receipt_book()
;;
CREATE TRIGGER guard_receipt_book_truncate BEFORE TRUNCATE ON receipt_book FOR EACH STATEMENT EXECUTE FUNCTION guard_receipt_book()
;;
CREATE FUNCTION guard_receipt_book_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RegisterBook') THEN RAISE EXCEPTION 'guard: nobody registers a book without the right' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM receipt_book b WHERE b.prefix = NEW.prefix AND b.width = NEW.width AND b.first_no <= NEW.last_no AND NEW.first_no <= b.last_no) THEN RAISE EXCEPTION 'guard: a form is of one book' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_book_rules_insert BEFORE INSERT ON receipt_book FOR EACH ROW EXECUTE FUNCTION guard_receipt_book_rules_insert()
;;
CREATE FUNCTION guard_release_batch_name() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.name <> '' AND EXISTS (SELECT 1 FROM release_batch b WHERE b.project_id = NEW.project_id AND b.name = NEW.name) THEN RAISE EXCEPTION 'guard: a batch has its own name' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_batch_name BEFORE INSERT ON release_batch FOR EACH ROW EXECUTE FUNCTION guard_release_batch_name()
;;
CREATE FUNCTION guard_release_batch_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = NEW.project_id) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_batch_posting BEFORE INSERT ON release_batch FOR EACH ROW EXECUTE FUNCTION guard_release_batch_posting()
;;
CREATE TABLE stand_in (
	id BIGSERIAL NOT NULL, 
	absent_id BIGINT NOT NULL, 
	stand_in_id BIGINT, 
	from_on TEXT NOT NULL, 
	to_on TEXT NOT NULL, 
	begins_at BIGINT NOT NULL, 
	ends_at BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_stand_in PRIMARY KEY (id), 
	CONSTRAINT ck_stand_in_order CHECK (ends_at > begins_at), 
	CONSTRAINT fk_stand_in_absent_id FOREIGN KEY(absent_id) REFERENCES person (id), 
	CONSTRAINT fk_stand_in_stand_in_id FOREIGN KEY(stand_in_id) REFERENCES person (id), 
	CONSTRAINT fk_stand_in_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_stand_in_absent_id ON stand_in (absent_id)
;;
CREATE FUNCTION guard_stand_in() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: stand_in is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_stand_in BEFORE UPDATE OR DELETE ON stand_in FOR EACH ROW EXECUTE FUNCTION guard_stand_in()
;;
CREATE TRIGGER guard_stand_in_truncate BEFORE TRUNCATE ON stand_in FOR EACH STATEMENT EXECUTE FUNCTION guard_stand_in()
;;
CREATE FUNCTION guard_stand_in_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SetStandIn')) THEN RAISE EXCEPTION 'guard: nobody names a stand-in without the right' USING ERRCODE = '23000'; END IF; IF NEW.actor_id <> NEW.absent_id AND (NEW.actor_id = NEW.stand_in_id OR NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('EditFlow'))) THEN RAISE EXCEPTION 'guard: somebody names his own stand-in, or the administrator does' USING ERRCODE = '23000'; END IF; IF NEW.stand_in_id = NEW.absent_id THEN RAISE EXCEPTION 'guard: nobody stands in for himself' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_stand_in_rules_insert BEFORE INSERT ON stand_in FOR EACH ROW EXECUTE FUNCTION guard_stand_in_rules_insert()
;;
CREATE TABLE supervised_account (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	bank TEXT NOT NULL, 
	number TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_supervised_account PRIMARY KEY (id), 
	CONSTRAINT uq_supervised_account_number UNIQUE (number), 
	CONSTRAINT ck_supervised_account_named CHECK (number <> '' AND bank <> ''), 
	CONSTRAINT fk_supervised_account_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_supervised_account_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_supervised_account_project_id ON supervised_account (project_id)
;;
CREATE FUNCTION guard_supervised_account() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: supervised_account is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_supervised_account BEFORE UPDATE OR DELETE ON supervised_account FOR EACH ROW EXECUTE FUNCTION guard_supervised_account()
;;
CREATE TRIGGER guard_supervised_account_truncate BEFORE TRUNCATE ON supervised_account FOR EACH STATEMENT EXECUTE FUNCTION guard_supervised_account()
;;
CREATE FUNCTION guard_supervised_account_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RegisterAccount') THEN RAISE EXCEPTION 'guard: nobody registers an account without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_supervised_account_right BEFORE INSERT ON supervised_account FOR EACH ROW EXECUTE FUNCTION guard_supervised_account_right()
;;
CREATE TABLE unit_remake (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_unit_remake PRIMARY KEY (id), 
	CONSTRAINT fk_unit_remake_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_unit_remake_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_unit_remake_project_id ON unit_remake (project_id)
;;
CREATE FUNCTION guard_unit_remake() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: unit_remake is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_unit_remake BEFORE UPDATE OR DELETE ON unit_remake FOR EACH ROW EXECUTE FUNCTION guard_unit_remake()
;;
CREATE TRIGGER guard_unit_remake_truncate BEFORE TRUNCATE ON unit_remake FOR EACH STATEMENT EXECUTE FUNCTION guard_unit_remake()
;;
CREATE FUNCTION guard_unit_remake_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind NOT IN ('merge', 'split') THEN RAISE EXCEPTION 'guard: units are merged or split' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND ((NEW.kind = 'merge' AND r.name = 'MergeUnits') OR (NEW.kind = 'split' AND r.name = 'SplitUnit'))) THEN RAISE EXCEPTION 'guard: nobody merges or splits units without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_remake_rules_insert BEFORE INSERT ON unit_remake FOR EACH ROW EXECUTE FUNCTION guard_unit_remake_rules_insert()
;;
CREATE TABLE voucher_run (
	id BIGSERIAL NOT NULL, 
	no BIGINT NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	vouchers BIGINT NOT NULL, 
	movements BIGINT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	sheet TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_voucher_run PRIMARY KEY (id), 
	CONSTRAINT ck_voucher_run_days CHECK (first_on <= last_on), 
	CONSTRAINT ck_voucher_run_amount CHECK (movements > 0 AND amount_fen > 0), 
	CONSTRAINT uq_voucher_run_no UNIQUE (no), 
	CONSTRAINT fk_voucher_run_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_voucher_run() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: voucher_run is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_voucher_run BEFORE UPDATE OR DELETE ON voucher_run FOR EACH ROW EXECUTE FUNCTION guard_voucher_run()
;;
CREATE TRIGGER guard_voucher_run_truncate BEFORE TRUNCATE ON voucher_run FOR EACH STATEMENT EXECUTE FUNCTION guard_voucher_run()
;;
CREATE FUNCTION guard_voucher_run_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ExportVouchers') THEN RAISE EXCEPTION 'guard: nobody writes vouchers without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_voucher_run_right BEFORE INSERT ON voucher_run FOR EACH ROW EXECUTE FUNCTION guard_voucher_run_right()
;;
CREATE FUNCTION guard_voucher_run_number() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.no <> coalesce((SELECT max(r.no) FROM voucher_run r), 0) + 1 THEN RAISE EXCEPTION 'guard: runs of vouchers follow one another' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_voucher_run_number BEFORE INSERT ON voucher_run FOR EACH ROW EXECUTE FUNCTION guard_voucher_run_number()
;;
CREATE TABLE book_issue (
	id BIGSERIAL NOT NULL, 
	book_id BIGINT NOT NULL, 
	person_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_book_issue PRIMARY KEY (id), 
	CONSTRAINT fk_book_issue_book_id FOREIGN KEY(book_id) REFERENCES receipt_book (id), 
	CONSTRAINT fk_book_issue_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_book_issue_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_book_issue_book_id ON book_issue (book_id)
;;
CREATE INDEX ix_book_issue_person_id ON book_issue (person_id)
;;
CREATE FUNCTION guard_book_issue() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: book_issue is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_book_issue BEFORE UPDATE OR DELETE ON book_issue FOR EACH ROW EXECUTE FUNCTION guard_book_issue()
;;
CREATE TRIGGER guard_book_issue_truncate BEFORE TRUNCATE ON book_issue FOR EACH STATEMENT EXECUTE FUNCTION guard_book_issue()
;;
CREATE FUNCTION guard_book_issue_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'IssueBook') THEN RAISE EXCEPTION 'guard: nobody issues a book without the right' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.person_id AND p.left_at IS NULL AND r.name = 'TakeDeposit') THEN RAISE EXCEPTION 'guard: a book is for who takes money' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM book_issue i WHERE i.book_id = NEW.book_id AND NOT EXISTS (SELECT 1 FROM book_return b WHERE b.issue_id = i.id)) THEN RAISE EXCEPTION 'guard: a book is in one hand' USING ERRCODE = '23000'; END IF; IF (SELECT b.last_no - coalesce((SELECT max(f.no) FROM book_form f WHERE f.book_id = b.id), b.first_no - 1) FROM receipt_book b WHERE b.id = NEW.book_id) < 1 THEN RAISE EXCEPTION 'guard: a book that is used up stays in the drawer' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_book_issue_rules_insert BEFORE INSERT ON book_issue FOR EACH ROW EXECUTE FUNCTION guard_book_issue_rules_insert()
;;
CREATE TABLE building_stage (
	id BIGSERIAL NOT NULL, 
	building_id BIGINT NOT NULL, 
	stage TEXT NOT NULL, 
	reached_on TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_building_stage PRIMARY KEY (id), 
	CONSTRAINT uq_building_stage_building_id_stage UNIQUE (building_id, stage), 
	CONSTRAINT ck_building_stage_stage CHECK (stage <> ''), 
	CONSTRAINT fk_building_stage_building_id FOREIGN KEY(building_id) REFERENCES building (id), 
	CONSTRAINT fk_building_stage_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_building_stage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: building_stage is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_building_stage BEFORE UPDATE OR DELETE ON building_stage FOR EACH ROW EXECUTE FUNCTION guard_building_stage()
;;
CREATE TRIGGER guard_building_stage_truncate BEFORE TRUNCATE ON building_stage FOR EACH STATEMENT EXECUTE FUNCTION guard_building_stage()
;;
CREATE FUNCTION guard_building_stage_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordProgress') THEN RAISE EXCEPTION 'guard: nobody records the progress of a building without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_building_stage_right BEFORE INSERT ON building_stage FOR EACH ROW EXECUTE FUNCTION guard_building_stage_right()
;;
CREATE TABLE day_close_piece (
	close_id BIGINT NOT NULL, 
	piece_fen BIGINT NOT NULL, 
	pieces BIGINT NOT NULL, 
	CONSTRAINT pk_day_close_piece PRIMARY KEY (close_id, piece_fen), 
	CONSTRAINT ck_day_close_piece_pieces CHECK (piece_fen > 0 AND pieces > 0), 
	CONSTRAINT fk_day_close_piece_close_id FOREIGN KEY(close_id) REFERENCES day_close (id)
)
;;
CREATE FUNCTION guard_day_close_piece() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: day_close_piece is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_day_close_piece BEFORE UPDATE OR DELETE ON day_close_piece FOR EACH ROW EXECUTE FUNCTION guard_day_close_piece()
;;
CREATE TRIGGER guard_day_close_piece_truncate BEFORE TRUNCATE ON day_close_piece FOR EACH STATEMENT EXECUTE FUNCTION guard_day_close_piece()
;;
CREATE FUNCTION guard_day_close_piece_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.piece_fen * NEW.pieces + (SELECT coalesce(sum(p.piece_fen * p.pieces), 0) FROM day_close_piece p WHERE p.close_id = NEW.close_id) > (SELECT c.counted_fen FROM day_close c WHERE c.id = NEW.close_id) THEN RAISE EXCEPTION 'guard: notes and coins are what was counted' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_day_close_piece_more BEFORE INSERT ON day_close_piece FOR EACH ROW EXECUTE FUNCTION guard_day_close_piece_more()
;;
CREATE TABLE day_close_tender (
	close_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	taken_fen BIGINT NOT NULL, 
	back_fen BIGINT NOT NULL, 
	counted_fen BIGINT NOT NULL, 
	CONSTRAINT pk_day_close_tender PRIMARY KEY (close_id, kind), 
	CONSTRAINT ck_day_close_tender_kind CHECK (kind IN ('cash', 'card', 'transfer', 'wechat', 'alipay')), 
	CONSTRAINT fk_day_close_tender_close_id FOREIGN KEY(close_id) REFERENCES day_close (id)
)
;;
CREATE FUNCTION guard_day_close_tender() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: day_close_tender is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_day_close_tender BEFORE UPDATE OR DELETE ON day_close_tender FOR EACH ROW EXECUTE FUNCTION guard_day_close_tender()
;;
CREATE TRIGGER guard_day_close_tender_truncate BEFORE TRUNCATE ON day_close_tender FOR EACH STATEMENT EXECUTE FUNCTION guard_day_close_tender()
;;
CREATE FUNCTION guard_day_close_tender_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.taken_fen <> (SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN receipt r ON r.cashier_id = c.cashier_id AND r.day = c.day AND r.kind NOT IN ('refund') JOIN tender t ON t.receipt_id = r.id AND t.kind = NEW.kind LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE c.id = NEW.close_id AND v.receipt_id IS NULL) OR NEW.back_fen <> (SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN receipt r ON r.cashier_id = c.cashier_id AND r.day = c.day AND r.kind IN ('refund') JOIN tender t ON t.receipt_id = r.id AND t.kind = NEW.kind LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE c.id = NEW.close_id AND v.receipt_id IS NULL) + (SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN contra k ON k.cashier_id = c.cashier_id AND k.day = c.day JOIN tender t ON t.receipt_id = k.receipt_id AND t.kind = NEW.kind WHERE c.id = NEW.close_id) THEN RAISE EXCEPTION 'guard: a closed day is what the books say' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'cash' AND NEW.counted_fen <> (SELECT c.counted_fen + c.banked_fen - c.opening_fen - c.after_fen FROM day_close c WHERE c.id = NEW.close_id) THEN RAISE EXCEPTION 'guard: the cash of a day is what was counted' USING ERRCODE = '23000'; END IF; IF NEW.counted_fen <> NEW.taken_fen - NEW.back_fen AND (SELECT c.note FROM day_close c WHERE c.id = NEW.close_id) = '' THEN RAISE EXCEPTION 'guard: a difference is explained' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_day_close_tender_rules_insert BEFORE INSERT ON day_close_tender FOR EACH ROW EXECUTE FUNCTION guard_day_close_tender_rules_insert()
;;
CREATE TABLE flow_step (
	flow_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	act TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	needed BIGINT NOT NULL, 
	mode TEXT NOT NULL, 
	fact TEXT NOT NULL, 
	at_least BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_flow_step PRIMARY KEY (flow_id, position), 
	CONSTRAINT ck_flow_step_needed CHECK (needed > 0), 
	CONSTRAINT ck_flow_step_act CHECK (act IN ('review', 'approve')), 
	CONSTRAINT ck_flow_step_mode CHECK (mode IN ('any', 'all')), 
	CONSTRAINT ck_flow_step_fact CHECK (fact IN ('', 'amount', 'amount or floor', 'days')), 
	CONSTRAINT fk_flow_step_flow_id FOREIGN KEY(flow_id) REFERENCES flow (id)
)
;;
CREATE FUNCTION guard_flow_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: flow_step is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_flow_step BEFORE UPDATE OR DELETE ON flow_step FOR EACH ROW EXECUTE FUNCTION guard_flow_step()
;;
CREATE TRIGGER guard_flow_step_truncate BEFORE TRUNCATE ON flow_step FOR EACH STATEMENT EXECUTE FUNCTION guard_flow_step()
;;
CREATE FUNCTION guard_flow_step_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM flow f WHERE f.id = NEW.flow_id AND f.at = NEW.at) OR EXISTS (SELECT 1 FROM request q WHERE q.flow_id = NEW.flow_id) THEN RAISE EXCEPTION 'guard: a flow is written whole' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_flow_step_rules_insert BEFORE INSERT ON flow_step FOR EACH ROW EXECUTE FUNCTION guard_flow_step_rules_insert()
;;
CREATE FUNCTION guard_permit_building_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM permit_change k WHERE k.id = (SELECT max(c.id) FROM permit_change c WHERE c.permit_id = OLD.permit_id) AND replace(',' || k.buildings || ',', ',' || OLD.building_id || ',', '') <> ',' || k.buildings || ',') THEN RAISE EXCEPTION 'guard: a permit is corrected with its old value kept' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_permit_building_kept BEFORE DELETE ON permit_building FOR EACH ROW EXECUTE FUNCTION guard_permit_building_kept()
;;
CREATE FUNCTION guard_permit_building_rests() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM permit_building o WHERE o.building_id = OLD.building_id AND o.permit_id <> OLD.permit_id) AND EXISTS (SELECT 1 FROM building b JOIN project j ON j.id = b.project_id WHERE b.id = OLD.building_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-01' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block') AND EXISTS (SELECT 1 FROM unit u WHERE u.building_id = OLD.building_id AND (EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id AND r.ended_at IS NULL) OR EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = u.id AND c.ended_at IS NULL AND c.stage IN ('reserved', 'on hold', 'selected', 'subscribed', 'signed', 'filed')))) THEN RAISE EXCEPTION 'guard: what is on sale rests on its permit' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_permit_building_rests BEFORE DELETE ON permit_building FOR EACH ROW EXECUTE FUNCTION guard_permit_building_rests()
;;
CREATE FUNCTION guard_permit_building_moved() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.permit_id <> OLD.permit_id OR NEW.building_id <> OLD.building_id THEN RAISE EXCEPTION 'guard: a permit covers a building, or it does not' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_permit_building_moved BEFORE UPDATE ON permit_building FOR EACH ROW EXECUTE FUNCTION guard_permit_building_moved()
;;
CREATE FUNCTION guard_permit_building_own() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM permit p JOIN building b ON b.project_id = p.project_id WHERE p.id = NEW.permit_id AND b.id = NEW.building_id) THEN RAISE EXCEPTION 'guard: a permit covers buildings of its project' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_permit_building_own BEFORE INSERT ON permit_building FOR EACH ROW EXECUTE FUNCTION guard_permit_building_own()
;;
CREATE TABLE permit_change (
	id BIGSERIAL NOT NULL, 
	permit_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	issued_on TEXT, 
	account TEXT NOT NULL, 
	buildings TEXT NOT NULL, 
	withdrawn BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_permit_change PRIMARY KEY (id), 
	CONSTRAINT fk_permit_change_permit_id FOREIGN KEY(permit_id) REFERENCES permit (id), 
	CONSTRAINT fk_permit_change_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_permit_change_permit_id ON permit_change (permit_id)
;;
CREATE FUNCTION guard_permit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: permit_change is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_permit_change BEFORE UPDATE OR DELETE ON permit_change FOR EACH ROW EXECUTE FUNCTION guard_permit_change()
;;
CREATE TRIGGER guard_permit_change_truncate BEFORE TRUNCATE ON permit_change FOR EACH STATEMENT EXECUTE FUNCTION guard_permit_change()
;;
CREATE TABLE price_effect (
	version_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	changed BIGINT NOT NULL, 
	frozen BIGINT NOT NULL, 
	CONSTRAINT pk_price_effect PRIMARY KEY (version_id), 
	CONSTRAINT fk_price_effect_version_id FOREIGN KEY(version_id) REFERENCES price_version (id)
)
;;
CREATE FUNCTION guard_price_effect() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_effect is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_effect BEFORE UPDATE OR DELETE ON price_effect FOR EACH ROW EXECUTE FUNCTION guard_price_effect()
;;
CREATE TRIGGER guard_price_effect_truncate BEFORE TRUNCATE ON price_effect FOR EACH STATEMENT EXECUTE FUNCTION guard_price_effect()
;;
CREATE FUNCTION guard_price_effect_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) THEN RAISE EXCEPTION 'guard: a version takes effect once' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM price_version v WHERE v.id = NEW.version_id AND v.effective_at > NEW.at) THEN RAISE EXCEPTION 'guard: a version takes effect at its time' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM price_effect e JOIN price_version o ON o.id = e.version_id JOIN price_version v ON v.project_id = o.project_id WHERE v.id = NEW.version_id AND e.at = NEW.at) THEN RAISE EXCEPTION 'guard: two versions are not effective at one moment' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_effect_rules_insert BEFORE INSERT ON price_effect FOR EACH ROW EXECUTE FUNCTION guard_price_effect_rules_insert()
;;
CREATE FUNCTION guard_price_effect_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'EffectPrices') AND NOT EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id WHERE w.version_id = NEW.version_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) THEN RAISE EXCEPTION 'guard: nobody puts prices into effect without the right, or the signatures' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_effect_right BEFORE INSERT ON price_effect FOR EACH ROW EXECUTE FUNCTION guard_price_effect_right()
;;
CREATE FUNCTION guard_price_effect_signed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM setting s WHERE s.name = 'prices_by_request' AND s.value = 'true') AND NOT EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id WHERE w.version_id = NEW.version_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) THEN RAISE EXCEPTION 'guard: prices come into effect by their signatures' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_effect_signed BEFORE INSERT ON price_effect FOR EACH ROW EXECUTE FUNCTION guard_price_effect_signed()
;;
CREATE TABLE price_withdrawal (
	version_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_price_withdrawal PRIMARY KEY (version_id), 
	CONSTRAINT fk_price_withdrawal_version_id FOREIGN KEY(version_id) REFERENCES price_version (id)
)
;;
CREATE FUNCTION guard_price_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_withdrawal is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_withdrawal BEFORE UPDATE OR DELETE ON price_withdrawal FOR EACH ROW EXECUTE FUNCTION guard_price_withdrawal()
;;
CREATE TRIGGER guard_price_withdrawal_truncate BEFORE TRUNCATE ON price_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION guard_price_withdrawal()
;;
CREATE FUNCTION guard_price_withdrawal_open() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) THEN RAISE EXCEPTION 'guard: a version that took effect is not withdrawn' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_withdrawal_open BEFORE INSERT ON price_withdrawal FOR EACH ROW EXECUTE FUNCTION guard_price_withdrawal_open()
;;
CREATE FUNCTION guard_price_withdrawal_asked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id WHERE w.version_id = NEW.version_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NOT NULL AND q.expires_at > NEW.at) THEN RAISE EXCEPTION 'guard: a version is not withdrawn while it is being signed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_withdrawal_asked BEFORE INSERT ON price_withdrawal FOR EACH ROW EXECUTE FUNCTION guard_price_withdrawal_asked()
;;
CREATE TABLE request (
	id BIGSERIAL NOT NULL, 
	kind TEXT NOT NULL, 
	flow_id BIGINT NOT NULL, 
	command TEXT NOT NULL, 
	form TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	what TEXT NOT NULL, 
	changes TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	below_fen BIGINT NOT NULL, 
	days BIGINT NOT NULL, 
	up_to BIGINT DEFAULT '0' NOT NULL, 
	reason TEXT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	restarts_id BIGINT, 
	CONSTRAINT pk_request PRIMARY KEY (id), 
	CONSTRAINT uq_request_restarts_id UNIQUE (restarts_id), 
	CONSTRAINT ck_request_facts CHECK (amount_fen >= 0 AND below_fen >= 0 AND days >= 0 AND up_to >= 0), 
	CONSTRAINT fk_request_flow_id FOREIGN KEY(flow_id) REFERENCES flow (id), 
	CONSTRAINT fk_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id), 
	CONSTRAINT fk_request_restarts_id FOREIGN KEY(restarts_id) REFERENCES request (id)
)
;;
CREATE INDEX ix_request_asker_id ON request (asker_id)
;;
CREATE FUNCTION guard_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: request is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_request BEFORE UPDATE OR DELETE ON request FOR EACH ROW EXECUTE FUNCTION guard_request()
;;
CREATE TRIGGER guard_request_truncate BEFORE TRUNCATE ON request FOR EACH STATEMENT EXECUTE FUNCTION guard_request()
;;
CREATE FUNCTION guard_request_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT ((NEW.kind = 'reservation' AND NEW.command = 'ReserveUnit' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestReservation'))) OR (NEW.kind = 'extension' AND NEW.command = 'ExtendSignBy' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestExtension'))) OR (NEW.kind = 'payment mode' AND NEW.command = 'ChangeMode' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestMode'))) OR (NEW.kind = 'names' AND NEW.command = 'ChangeNames' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestNames'))) OR (NEW.kind = 'cancellation' AND NEW.command = 'CancelDeal' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestCancellation'))) OR (NEW.kind = 'price' AND NEW.command = 'ChangePrice' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestPrice'))) OR (NEW.kind = 'discount' AND NEW.command = 'GrantPrice' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestDiscount'))) OR (NEW.kind = 'prices' AND NEW.command = 'EffectSignedPrices' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestPrices'))) OR (NEW.kind = 'exchange' AND NEW.command = 'ExchangeUnit' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestExchange'))) OR (NEW.kind = 'forfeit' AND NEW.command = 'ForfeitDeal' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestForfeit'))) OR (NEW.kind = 'area' AND NEW.command = 'SettleArea' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestAreaSettlement'))) OR (NEW.kind = 'refund' AND NEW.command = 'ReleaseRefund' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestRefund'))) OR (NEW.kind = 'law' AND NEW.command = 'RelaxLaws' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestLaws'))) OR (NEW.kind = 'waiver' AND NEW.command = 'WaiveLateFee' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestLateFeeWaiver')))) THEN RAISE EXCEPTION 'guard: nobody asks for this without the right' USING ERRCODE = '23000'; END IF; IF NEW.flow_id IS DISTINCT FROM (SELECT max(f.id) FROM flow f WHERE f.kind = NEW.kind) THEN RAISE EXCEPTION 'guard: a request goes the newest flow' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM flow_step st WHERE st.flow_id = NEW.flow_id AND (st.fact = '' OR st.position <= NEW.up_to OR (st.fact IN ('amount', 'amount or floor') AND NEW.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND NEW.below_fen > 0) OR (st.fact = 'days' AND NEW.days >= st.at_least))) THEN RAISE EXCEPTION 'guard: a request has somebody to sign it' USING ERRCODE = '23000'; END IF; IF NEW.expires_at IS DISTINCT FROM NEW.filed_at + (SELECT f.valid_days FROM flow f WHERE f.id = NEW.flow_id) * 86400000000 THEN RAISE EXCEPTION 'guard: a request has its time' USING ERRCODE = '23000'; END IF; IF NEW.restarts_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.restarts_id AND q.asker_id = NEW.asker_id AND q.kind = NEW.kind AND ((EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) OR (q.expires_at <= NEW.filed_at AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NOT NULL))) THEN RAISE EXCEPTION 'guard: only what came to nothing is asked for again, by whoever asked' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_request_rules_insert BEFORE INSERT ON request FOR EACH ROW EXECUTE FUNCTION guard_request_rules_insert()
;;
CREATE TABLE statement_import (
	id BIGSERIAL NOT NULL, 
	account_id BIGINT NOT NULL, 
	file TEXT NOT NULL, 
	headings TEXT NOT NULL, 
	added BIGINT NOT NULL, 
	known BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_statement_import PRIMARY KEY (id), 
	CONSTRAINT fk_statement_import_account_id FOREIGN KEY(account_id) REFERENCES supervised_account (id), 
	CONSTRAINT fk_statement_import_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_statement_import_account_id ON statement_import (account_id)
;;
CREATE FUNCTION guard_statement_import() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: statement_import is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_statement_import BEFORE UPDATE OR DELETE ON statement_import FOR EACH ROW EXECUTE FUNCTION guard_statement_import()
;;
CREATE TRIGGER guard_statement_import_truncate BEFORE TRUNCATE ON statement_import FOR EACH STATEMENT EXECUTE FUNCTION guard_statement_import()
;;
CREATE FUNCTION guard_statement_import_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ImportStatement') THEN RAISE EXCEPTION 'guard: nobody takes a statement in without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_statement_import_right BEFORE INSERT ON statement_import FOR EACH ROW EXECUTE FUNCTION guard_statement_import_right()
;;
CREATE FUNCTION guard_unit_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND NEW.total_fen > (SELECT f.total_fen FROM filed_price f WHERE f.unit_id = NEW.id ORDER BY f.id DESC LIMIT 1) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = 'R-06' ORDER BY w.id DESC LIMIT 1), 'block') = 'block' THEN RAISE EXCEPTION 'guard: no price above the filed one' USING ERRCODE = '23000'; END IF; IF (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND NEW.total_fen < (SELECT f.total_fen FROM floor_price f WHERE f.unit_id = NEW.id ORDER BY f.id DESC LIMIT 1) THEN RAISE EXCEPTION 'guard: no list price below the floor price' USING ERRCODE = '23000'; END IF; IF (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.id AND c.ended_at IS NULL AND c.until IS NULL AND c.stage IN ('delivered', 'filed', 'on hold', 'reserved', 'selected', 'signed', 'subscribed')) THEN RAISE EXCEPTION 'guard: a unit that is paid for or sold keeps its price' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_rules_update BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_rules_update()
;;
CREATE FUNCTION guard_unit_retired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.gross_area <> NEW.gross_area OR OLD.inside_area IS DISTINCT FROM NEW.inside_area OR OLD.total_fen IS DISTINCT FROM NEW.total_fen) AND EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = OLD.id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what became another unit takes no price and is not offered' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_retired BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_retired()
;;
CREATE FUNCTION guard_unit_signed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.total_fen IS DISTINCT FROM NEW.total_fen OR OLD.unit_price_fen IS DISTINCT FROM NEW.unit_price_fen) AND NOT EXISTS (SELECT 1 FROM price_change c WHERE c.id = (SELECT max(x.id) FROM price_change x WHERE x.unit_id = NEW.id) AND c.total_fen = NEW.total_fen AND c.unit_price_fen = NEW.unit_price_fen) THEN RAISE EXCEPTION 'guard: a unit costs what its history says' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_signed BEFORE UPDATE OF total_fen, unit_price_fen ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_signed()
;;
CREATE FUNCTION guard_unit_dated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (OLD.layout IS DISTINCT FROM NEW.layout OR OLD.orientation IS DISTINCT FROM NEW.orientation OR OLD.use IS DISTINCT FROM NEW.use OR OLD.gross_area IS DISTINCT FROM NEW.gross_area OR OLD.inside_area IS DISTINCT FROM NEW.inside_area) AND NOT EXISTS (SELECT 1 FROM unit_before b WHERE b.id = (SELECT max(x.id) FROM unit_before x WHERE x.unit_id = OLD.id) AND b.layout IS NOT DISTINCT FROM OLD.layout AND b.orientation IS NOT DISTINCT FROM OLD.orientation AND b.use IS NOT DISTINCT FROM OLD.use AND b.gross_area IS NOT DISTINCT FROM OLD.gross_area AND b.inside_area IS NOT DISTINCT FROM OLD.inside_area) THEN RAISE EXCEPTION 'guard: what a unit was is kept before it changes' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_dated BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_dated()
;;
CREATE FUNCTION guard_unit_inside() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.gross_area <> OLD.gross_area OR NEW.inside_area IS DISTINCT FROM OLD.inside_area) AND NEW.inside_area > NEW.gross_area THEN RAISE EXCEPTION 'guard: no gross area below the inside area' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_inside BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_inside()
;;
CREATE FUNCTION guard_unit_kind() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.use <> OLD.use AND (NOT (replace(lower(NEW.use), '住宅', '') <> lower(NEW.use) OR replace(lower(NEW.use), '公寓', '') <> lower(NEW.use) OR replace(lower(NEW.use), '别墅', '') <> lower(NEW.use) OR replace(lower(NEW.use), '別墅', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'home', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'residential', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'apartment', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'villa', '') <> lower(NEW.use)) AND (replace(lower(NEW.use), '车位', '') <> lower(NEW.use) OR replace(lower(NEW.use), '車位', '') <> lower(NEW.use) OR replace(lower(NEW.use), '车库', '') <> lower(NEW.use) OR replace(lower(NEW.use), '車庫', '') <> lower(NEW.use) OR replace(lower(NEW.use), '停车', '') <> lower(NEW.use) OR replace(lower(NEW.use), '停車', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'parking', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'garage', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'car park', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'car space', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'carpark', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'garaż', '') <> lower(NEW.use) OR replace(lower(NEW.use), '储藏', '') <> lower(NEW.use) OR replace(lower(NEW.use), '儲藏', '') <> lower(NEW.use) OR replace(lower(NEW.use), '贮藏', '') <> lower(NEW.use) OR replace(lower(NEW.use), '储物', '') <> lower(NEW.use) OR replace(lower(NEW.use), '杂物间', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'storage', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'store room', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'storeroom', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'cellar', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'komórka', '') <> lower(NEW.use))) <> (NOT (replace(lower(OLD.use), '住宅', '') <> lower(OLD.use) OR replace(lower(OLD.use), '公寓', '') <> lower(OLD.use) OR replace(lower(OLD.use), '别墅', '') <> lower(OLD.use) OR replace(lower(OLD.use), '別墅', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'home', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'residential', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'apartment', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'villa', '') <> lower(OLD.use)) AND (replace(lower(OLD.use), '车位', '') <> lower(OLD.use) OR replace(lower(OLD.use), '車位', '') <> lower(OLD.use) OR replace(lower(OLD.use), '车库', '') <> lower(OLD.use) OR replace(lower(OLD.use), '車庫', '') <> lower(OLD.use) OR replace(lower(OLD.use), '停车', '') <> lower(OLD.use) OR replace(lower(OLD.use), '停車', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'parking', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'garage', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'car park', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'car space', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'carpark', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'garaż', '') <> lower(OLD.use) OR replace(lower(OLD.use), '储藏', '') <> lower(OLD.use) OR replace(lower(OLD.use), '儲藏', '') <> lower(OLD.use) OR replace(lower(OLD.use), '贮藏', '') <> lower(OLD.use) OR replace(lower(OLD.use), '储物', '') <> lower(OLD.use) OR replace(lower(OLD.use), '杂物间', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'storage', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'store room', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'storeroom', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'cellar', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'komórka', '') <> lower(OLD.use))) AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.id) THEN RAISE EXCEPTION 'guard: what was on offer as a home is no lot' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_kind BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_kind()
;;
CREATE FUNCTION guard_unit_area_cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.gross_area > OLD.gross_area AND ((SELECT max(c.total_fen * NEW.gross_area / coalesce((SELECT x.gross_area FROM unit_before x WHERE x.unit_id = c.unit_id AND x.at > c.at ORDER BY x.id LIMIT 1), NEW.gross_area)) FROM price_change c WHERE c.unit_id = NEW.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.id) o WHERE o.at IS NOT NULL))) - NEW.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT k.actor_id FROM unit_before k WHERE k.unit_id = NEW.id ORDER BY k.id DESC LIMIT 1) ORDER BY l.id DESC LIMIT 1) * (SELECT max(c.total_fen * NEW.gross_area / coalesce((SELECT x.gross_area FROM unit_before x WHERE x.unit_id = c.unit_id AND x.at > c.at ORDER BY x.id LIMIT 1), NEW.gross_area)) FROM price_change c WHERE c.unit_id = NEW.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.id) o WHERE o.at IS NOT NULL))) THEN RAISE EXCEPTION 'guard: nobody lowers a price by its area by more than his role may' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_area_cut BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_area_cut()
;;
CREATE TABLE binding (
	id BIGSERIAL NOT NULL, 
	lot_id BIGINT NOT NULL, 
	home_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	ended_at BIGINT, 
	ended_by BIGINT, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_binding PRIMARY KEY (id), 
	CONSTRAINT uq_binding_home_id_lot_id_at UNIQUE (home_id, lot_id, at), 
	CONSTRAINT ck_binding_two CHECK (lot_id <> home_id), 
	CONSTRAINT ck_binding_end CHECK ((ended_at IS NULL) = (ended_by IS NULL)), 
	CONSTRAINT fk_binding_lot_id FOREIGN KEY(lot_id) REFERENCES unit (id), 
	CONSTRAINT fk_binding_home_id FOREIGN KEY(home_id) REFERENCES unit (id)
)
;;
CREATE UNIQUE INDEX one_live_binding ON binding (lot_id) WHERE ended_at IS NULL
;;
CREATE FUNCTION guard_binding_begun() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: a binding is made first' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_begun BEFORE INSERT ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_begun()
;;
CREATE FUNCTION guard_binding_project() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM unit l JOIN unit h ON h.project_id = l.project_id WHERE l.id = NEW.lot_id AND h.id = NEW.home_id) THEN RAISE EXCEPTION 'guard: a lot is bound to a home of its project' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_project BEFORE INSERT ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_project()
;;
CREATE FUNCTION guard_binding_chain() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL AND (b.lot_id IN (NEW.lot_id, NEW.home_id) OR b.home_id = NEW.lot_id)) THEN RAISE EXCEPTION 'guard: a lot is bound to one home, and nothing to a lot' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_chain BEFORE INSERT ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_chain()
;;
CREATE FUNCTION guard_binding_free() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM claim c WHERE c.ended_at IS NULL AND c.unit_id IN (NEW.lot_id, NEW.home_id) AND c.stage IN ('delivered', 'filed', 'in review', 'on hold', 'reserved', 'selected', 'signed', 'subscribed') AND (c.stage <> 'on hold' OR c.until IS NULL OR c.until > NEW.at)) THEN RAISE EXCEPTION 'guard: what is somebody''s is not bound' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_free BEFORE INSERT ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_free()
;;
CREATE FUNCTION guard_binding_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM claim c WHERE c.ended_at IS NULL AND c.unit_id IN (OLD.lot_id, OLD.home_id) AND c.stage IN ('delivered', 'filed', 'in review', 'on hold', 'reserved', 'selected', 'signed', 'subscribed') AND (c.stage <> 'on hold' OR c.until IS NULL OR c.until > NEW.ended_at)) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = OLD.home_id AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND replace(x.details, '"' || OLD.lot_id || '":"', '') <> x.details) THEN RAISE EXCEPTION 'guard: what is somebody''s is not unbound' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_kept BEFORE UPDATE ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_kept()
;;
CREATE FUNCTION guard_binding_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.lot_id <> OLD.lot_id OR NEW.home_id <> OLD.home_id OR NEW.at <> OLD.at OR NEW.actor_id <> OLD.actor_id THEN RAISE EXCEPTION 'guard: a binding can only end' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_history BEFORE UPDATE ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_history()
;;
CREATE FUNCTION guard_binding_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: bindings are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_binding_delete BEFORE DELETE ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_delete()
;;
CREATE FUNCTION guard_binding_replace() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM binding b WHERE b.id = NEW.id) THEN RAISE EXCEPTION 'guard: bindings are never replaced' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_replace BEFORE INSERT ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_replace()
;;
CREATE FUNCTION guard_binding_retired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.lot_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) OR EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.home_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: a unit that became another is bound to nothing' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_retired BEFORE INSERT ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_retired()
;;
CREATE FUNCTION guard_binding_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'BindLot') AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.new_deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = NEW.home_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND replace(x.details, '"' || NEW.lot_id || '":"take"', '') <> x.details) THEN RAISE EXCEPTION 'guard: nobody binds without the right, or the signatures' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_rules_insert BEFORE INSERT ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_rules_insert()
;;
CREATE FUNCTION guard_binding_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND r.name = 'UnbindLot') AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = OLD.home_id AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND replace(x.details, '"' || OLD.lot_id || '":"', '') <> x.details) THEN RAISE EXCEPTION 'guard: nobody unbinds without the right, or the signatures' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_binding_rules_update BEFORE UPDATE ON binding FOR EACH ROW EXECUTE FUNCTION guard_binding_rules_update()
;;
CREATE TABLE book_return (
	issue_id BIGINT NOT NULL, 
	unused BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_book_return PRIMARY KEY (issue_id), 
	CONSTRAINT fk_book_return_issue_id FOREIGN KEY(issue_id) REFERENCES book_issue (id), 
	CONSTRAINT fk_book_return_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_book_return() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: book_return is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_book_return BEFORE UPDATE OR DELETE ON book_return FOR EACH ROW EXECUTE FUNCTION guard_book_return()
;;
CREATE TRIGGER guard_book_return_truncate BEFORE TRUNCATE ON book_return FOR EACH STATEMENT EXECUTE FUNCTION guard_book_return()
;;
CREATE FUNCTION guard_book_return_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ReturnBook') THEN RAISE EXCEPTION 'guard: nobody takes a book back without the right' USING ERRCODE = '23000'; END IF; IF NEW.unused <> (SELECT (SELECT b.last_no - coalesce((SELECT max(f.no) FROM book_form f WHERE f.book_id = b.id), b.first_no - 1) FROM receipt_book b WHERE b.id = i.book_id) FROM book_issue i WHERE i.id = NEW.issue_id) THEN RAISE EXCEPTION 'guard: a book comes back with all its unused forms' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_book_return_rules_insert BEFORE INSERT ON book_return FOR EACH ROW EXECUTE FUNCTION guard_book_return_rules_insert()
;;
CREATE TABLE filed_price (
	id BIGSERIAL NOT NULL, 
	unit_id BIGINT NOT NULL, 
	version_id BIGINT, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	unit_price_fen BIGINT NOT NULL, 
	total_fen BIGINT NOT NULL, 
	reference TEXT NOT NULL, 
	CONSTRAINT pk_filed_price PRIMARY KEY (id), 
	CONSTRAINT ck_filed_price_price CHECK (unit_price_fen > 0 AND total_fen > 0), 
	CONSTRAINT fk_filed_price_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_filed_price_version_id FOREIGN KEY(version_id) REFERENCES price_version (id)
)
;;
CREATE INDEX ix_filed_price_unit_id ON filed_price (unit_id)
;;
CREATE FUNCTION guard_filed_price() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: filed_price is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_filed_price BEFORE UPDATE OR DELETE ON filed_price FOR EACH ROW EXECUTE FUNCTION guard_filed_price()
;;
CREATE TRIGGER guard_filed_price_truncate BEFORE TRUNCATE ON filed_price FOR EACH STATEMENT EXECUTE FUNCTION guard_filed_price()
;;
CREATE FUNCTION guard_filed_price_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.total_fen <> (SELECT f.total_fen FROM filed_price f WHERE f.unit_id = NEW.unit_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RefilePrices') THEN RAISE EXCEPTION 'guard: nobody changes a filed price without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_filed_price_changed BEFORE INSERT ON filed_price FOR EACH ROW EXECUTE FUNCTION guard_filed_price_changed()
;;
CREATE FUNCTION guard_filed_price_retired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what became another unit takes no price and is not offered' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_filed_price_retired BEFORE INSERT ON filed_price FOR EACH ROW EXECUTE FUNCTION guard_filed_price_retired()
;;
CREATE TABLE floor_price (
	id BIGSERIAL NOT NULL, 
	unit_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	unit_price_fen BIGINT NOT NULL, 
	total_fen BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_floor_price PRIMARY KEY (id), 
	CONSTRAINT ck_floor_price_price CHECK (unit_price_fen > 0 AND total_fen > 0), 
	CONSTRAINT fk_floor_price_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
;;
CREATE INDEX ix_floor_price_unit_id ON floor_price (unit_id)
;;
CREATE FUNCTION guard_floor_price() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: floor_price is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_floor_price BEFORE UPDATE OR DELETE ON floor_price FOR EACH ROW EXECUTE FUNCTION guard_floor_price()
;;
CREATE TRIGGER guard_floor_price_truncate BEFORE TRUNCATE ON floor_price FOR EACH STATEMENT EXECUTE FUNCTION guard_floor_price()
;;
CREATE FUNCTION guard_floor_price_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.total_fen > (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id) THEN RAISE EXCEPTION 'guard: no floor price above the list price' USING ERRCODE = '23000'; END IF; IF NEW.total_fen < (SELECT f.total_fen FROM floor_price f WHERE f.unit_id = NEW.unit_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'LowerFloorPrices') THEN RAISE EXCEPTION 'guard: nobody lowers a floor price without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_floor_price_rules_insert BEFORE INSERT ON floor_price FOR EACH ROW EXECUTE FUNCTION guard_floor_price_rules_insert()
;;
CREATE FUNCTION guard_floor_price_retired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what became another unit takes no price and is not offered' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_floor_price_retired BEFORE INSERT ON floor_price FOR EACH ROW EXECUTE FUNCTION guard_floor_price_retired()
;;
CREATE TABLE law_line (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	law TEXT NOT NULL, 
	level TEXT NOT NULL, 
	ships TEXT NOT NULL, 
	cites TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	request_id BIGINT, 
	CONSTRAINT pk_law_line PRIMARY KEY (id), 
	CONSTRAINT ck_law_line_law CHECK (law IN ('R-01', 'R-02', 'R-03', 'R-06', 'R-07', 'R-08', 'R-26')), 
	CONSTRAINT ck_law_line_level CHECK (level IN ('block', 'warn', 'off')), 
	CONSTRAINT ck_law_line_ships CHECK (ships IN ('block', 'warn', 'off')), 
	CONSTRAINT uq_law_line_request_id_law UNIQUE (request_id, law), 
	CONSTRAINT fk_law_line_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_law_line_request_id FOREIGN KEY(request_id) REFERENCES request (id)
)
;;
CREATE INDEX ix_law_line_newest ON law_line (project_id, law, id)
;;
CREATE FUNCTION guard_law_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: law_line is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_law_line BEFORE UPDATE OR DELETE ON law_line FOR EACH ROW EXECUTE FUNCTION guard_law_line()
;;
CREATE TRIGGER guard_law_line_truncate BEFORE TRUNCATE ON law_line FOR EACH STATEMENT EXECUTE FUNCTION guard_law_line()
;;
CREATE FUNCTION guard_law_line_reason() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF trim(NEW.reason) = '' THEN RAISE EXCEPTION 'guard: a law is set with its reason' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_law_line_reason BEFORE INSERT ON law_line FOR EACH ROW EXECUTE FUNCTION guard_law_line_reason()
;;
CREATE FUNCTION guard_law_line_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.request_id IS NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SetLaw', 'AdoptLawPack')) THEN RAISE EXCEPTION 'guard: nobody sets a law without the right, or the signatures' USING ERRCODE = '23000'; END IF; IF NEW.request_id IS NULL AND NOT (NEW.project_id = (SELECT min(j.id) FROM project j) AND NOT EXISTS (SELECT 1 FROM law_line w WHERE w.project_id = NEW.project_id AND (w.at <> NEW.at OR w.actor_id <> NEW.actor_id)) AND NOT EXISTS (SELECT 1 FROM release_batch r WHERE r.project_id = NEW.project_id) AND NOT EXISTS (SELECT 1 FROM claim c JOIN unit u ON u.id = c.unit_id WHERE u.project_id = NEW.project_id)) AND ((CASE NEW.level WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END) < (CASE (CASE WHEN NEW.law = 'R-01' THEN (SELECT j.law_level FROM project j WHERE j.id = NEW.project_id) WHEN NEW.law IN ('R-02', 'R-03') THEN coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = NEW.law ORDER BY w.id DESC LIMIT 1), (SELECT j.law_level FROM project j WHERE j.id = NEW.project_id)) ELSE coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = NEW.law ORDER BY w.id DESC LIMIT 1), (CASE NEW.law WHEN 'R-01' THEN 'block' WHEN 'R-02' THEN 'block' WHEN 'R-03' THEN 'block' WHEN 'R-06' THEN 'block' WHEN 'R-07' THEN 'warn' WHEN 'R-08' THEN 'block' WHEN 'R-26' THEN 'off' END)) END) WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END) OR (CASE NEW.ships WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END) < (CASE coalesce((SELECT w.ships FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = NEW.law ORDER BY w.id DESC LIMIT 1), (CASE NEW.law WHEN 'R-01' THEN 'block' WHEN 'R-02' THEN 'block' WHEN 'R-03' THEN 'block' WHEN 'R-06' THEN 'block' WHEN 'R-07' THEN 'warn' WHEN 'R-08' THEN 'block' WHEN 'R-26' THEN 'off' END)) WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END)) THEN RAISE EXCEPTION 'guard: nobody relaxes a law alone' USING ERRCODE = '23000'; END IF; IF NEW.request_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM law_request w JOIN request q ON q.id = w.request_id JOIN signature s ON s.request_id = q.id WHERE q.id = NEW.request_id AND w.project_id = NEW.project_id AND w.law = NEW.law AND w.level = NEW.level AND w.ships = NEW.ships AND w.cites = NEW.cites AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND s.at = NEW.at AND s.person_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: a law stands softer as it was signed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_law_line_rules_insert BEFORE INSERT ON law_line FOR EACH ROW EXECUTE FUNCTION guard_law_line_rules_insert()
;;
CREATE TABLE law_request (
	request_id BIGINT NOT NULL, 
	law TEXT NOT NULL, 
	project_id BIGINT NOT NULL, 
	level TEXT NOT NULL, 
	ships TEXT NOT NULL, 
	cites TEXT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	CONSTRAINT pk_law_request PRIMARY KEY (request_id, law), 
	CONSTRAINT ck_law_request_level CHECK (level IN ('block', 'warn', 'off') AND ships IN ('block', 'warn', 'off')), 
	CONSTRAINT fk_law_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_law_request_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_law_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_law_request_project_id ON law_request (project_id)
;;
CREATE FUNCTION guard_law_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: law_request is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_law_request BEFORE UPDATE OR DELETE ON law_request FOR EACH ROW EXECUTE FUNCTION guard_law_request()
;;
CREATE TRIGGER guard_law_request_truncate BEFORE TRUNCATE ON law_request FOR EACH STATEMENT EXECUTE FUNCTION guard_law_request()
;;
CREATE FUNCTION guard_law_request_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'law' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at) THEN RAISE EXCEPTION 'guard: what is asked of laws is its request''s' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_law_request_request BEFORE INSERT ON law_request FOR EACH ROW EXECUTE FUNCTION guard_law_request_request()
;;
CREATE TABLE line_place (
	id BIGSERIAL NOT NULL, 
	unit_id BIGINT NOT NULL, 
	customer_id BIGINT NOT NULL, 
	joined_at BIGINT NOT NULL, 
	joined_by BIGINT NOT NULL, 
	until BIGINT NOT NULL, 
	ended_at BIGINT, 
	ended_by BIGINT, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_line_place PRIMARY KEY (id), 
	CONSTRAINT fk_line_place_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_line_place_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_line_place_joined_by FOREIGN KEY(joined_by) REFERENCES person (id)
)
;;
CREATE INDEX ix_line_place_customer_id ON line_place (customer_id)
;;
CREATE UNIQUE INDEX one_live_place ON line_place (unit_id, customer_id) WHERE ended_at IS NULL
;;
CREATE FUNCTION guard_line_place_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: a place in line that was left stays left' USING ERRCODE = '23000'; END IF; IF NEW.ended_at IS NULL OR OLD.id <> NEW.id OR OLD.unit_id <> NEW.unit_id OR OLD.customer_id <> NEW.customer_id OR OLD.joined_at <> NEW.joined_at OR OLD.joined_by <> NEW.joined_by OR OLD.until <> NEW.until THEN RAISE EXCEPTION 'guard: a place in line can only be left' USING ERRCODE = '23000'; END IF; IF NEW.ended_at < OLD.joined_at THEN RAISE EXCEPTION 'guard: a place in line ends after it began' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM claim c JOIN customer k ON k.id = NEW.customer_id WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.opened_at = NEW.ended_at AND c.opened_by = NEW.ended_by AND c.customer_id IN (k.id, coalesce(k.merged_into, 0))) AND NOT (OLD.until <= NEW.ended_at AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND r.name = 'StandInLine')) AND NOT (EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND r.name = 'LeaveLine') AND NOT EXISTS (SELECT 1 FROM person p JOIN customer k ON k.id = NEW.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE p.id = NEW.ended_by AND p.role = 'consultant' AND coalesce(m.consultant_id, k.consultant_id) IS DISTINCT FROM p.id)) THEN RAISE EXCEPTION 'guard: a place in line is given up for its customer' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_line_place_rules_update BEFORE UPDATE ON line_place FOR EACH ROW EXECUTE FUNCTION guard_line_place_rules_update()
;;
CREATE FUNCTION guard_line_place_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: places in line are kept' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_line_place_delete BEFORE DELETE ON line_place FOR EACH ROW EXECUTE FUNCTION guard_line_place_delete()
;;
CREATE FUNCTION guard_line_place_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM line_place p WHERE p.id = NEW.id OR (p.unit_id = NEW.unit_id AND p.customer_id = NEW.customer_id AND p.ended_at IS NULL)) THEN RAISE EXCEPTION 'guard: one place in line for each customer' USING ERRCODE = '23000'; END IF; IF NEW.ended_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.stage IN ('on hold', 'reserved', 'selected', 'subscribed') AND c.customer_id <> NEW.customer_id) THEN RAISE EXCEPTION 'guard: one stands in line behind somebody else' USING ERRCODE = '23000'; END IF; IF NEW.until <= NEW.joined_at OR NEW.until > NEW.joined_at + (1 + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'line_longest_days'), 30)) * 86400000000 THEN RAISE EXCEPTION 'guard: a place in line has its time' USING ERRCODE = '23000'; END IF; IF (SELECT count(*) FROM line_place p WHERE p.unit_id = NEW.unit_id AND p.ended_at IS NULL AND p.until > NEW.joined_at) >= coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'line_longest'), 5) THEN RAISE EXCEPTION 'guard: the line is full' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.joined_by AND p.left_at IS NULL AND r.name = 'StandInLine') THEN RAISE EXCEPTION 'guard: nobody lets customers stand in line without the right' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM person p JOIN customer k ON k.id = NEW.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE p.id = NEW.joined_by AND p.role = 'consultant' AND coalesce(m.consultant_id, k.consultant_id) IS DISTINCT FROM p.id) THEN RAISE EXCEPTION 'guard: a consultant speaks for his own customers' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_line_place_rules_insert BEFORE INSERT ON line_place FOR EACH ROW EXECUTE FUNCTION guard_line_place_rules_insert()
;;
CREATE TABLE measured_area (
	id BIGSERIAL NOT NULL, 
	unit_id BIGINT NOT NULL, 
	area BIGINT NOT NULL, 
	measured_on TEXT NOT NULL, 
	source TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_measured_area PRIMARY KEY (id), 
	CONSTRAINT ck_measured_area_area CHECK (area > 0), 
	CONSTRAINT ck_measured_area_source CHECK (source <> ''), 
	CONSTRAINT fk_measured_area_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_measured_area_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_measured_area_unit_id ON measured_area (unit_id)
;;
CREATE FUNCTION guard_measured_area() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: measured_area is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_measured_area BEFORE UPDATE OR DELETE ON measured_area FOR EACH ROW EXECUTE FUNCTION guard_measured_area()
;;
CREATE TRIGGER guard_measured_area_truncate BEFORE TRUNCATE ON measured_area FOR EACH STATEMENT EXECUTE FUNCTION guard_measured_area()
;;
CREATE FUNCTION guard_measured_area_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordMeasuredArea') THEN RAISE EXCEPTION 'guard: nobody records a measured area without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_measured_area_right BEFORE INSERT ON measured_area FOR EACH ROW EXECUTE FUNCTION guard_measured_area_right()
;;
CREATE FUNCTION guard_price_change_retired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what became another unit takes no price and is not offered' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_change_retired BEFORE INSERT ON price_change FOR EACH ROW EXECUTE FUNCTION guard_price_change_retired()
;;
CREATE FUNCTION guard_price_change_signed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM setting s WHERE s.name = 'prices_by_request' AND s.value = 'true') AND EXISTS (SELECT 1 FROM price_change c WHERE c.unit_id = NEW.unit_id) AND NOT EXISTS (SELECT 1 FROM price_effect e JOIN price_line l ON l.version_id = e.version_id WHERE e.at = NEW.at AND e.actor_id = NEW.actor_id AND l.unit_id = NEW.unit_id AND l.total_fen = NEW.total_fen AND l.unit_price_fen = NEW.unit_price_fen) THEN RAISE EXCEPTION 'guard: a price changes by its signatures' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_change_signed BEFORE INSERT ON price_change FOR EACH ROW EXECUTE FUNCTION guard_price_change_signed()
;;
CREATE FUNCTION guard_price_change_cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.total_fen < (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id) AND (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = NEW.actor_id ORDER BY l.id DESC LIMIT 1) IS NOT NULL AND ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) - NEW.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = NEW.actor_id ORDER BY l.id DESC LIMIT 1) * (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) AND NOT EXISTS (SELECT 1 FROM price_effect e JOIN price_line l ON l.version_id = e.version_id JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE e.at = NEW.at AND e.actor_id = NEW.actor_id AND l.unit_id = NEW.unit_id AND l.total_fen = NEW.total_fen AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = q.id) AND ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) - NEW.total_fen) * 10000 <= (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000))) THEN RAISE EXCEPTION 'guard: nobody cuts a list price by more than his role may' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_change_cut BEFORE INSERT ON price_change FOR EACH ROW EXECUTE FUNCTION guard_price_change_cut()
;;
CREATE FUNCTION guard_price_change_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT u.project_id FROM unit u WHERE u.id = NEW.unit_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_change_posting BEFORE INSERT ON price_change FOR EACH ROW EXECUTE FUNCTION guard_price_change_posting()
;;
CREATE TABLE price_line (
	version_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	unit_price_fen BIGINT NOT NULL, 
	total_fen BIGINT NOT NULL, 
	before_unit_price_fen BIGINT, 
	before_total_fen BIGINT, 
	CONSTRAINT pk_price_line PRIMARY KEY (version_id, unit_id), 
	CONSTRAINT ck_price_line_price CHECK (unit_price_fen > 0 AND total_fen > 0), 
	CONSTRAINT fk_price_line_version_id FOREIGN KEY(version_id) REFERENCES price_version (id), 
	CONSTRAINT fk_price_line_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
;;
CREATE INDEX ix_price_line_unit_id ON price_line (unit_id)
;;
CREATE FUNCTION guard_price_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_line is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_line BEFORE UPDATE OR DELETE ON price_line FOR EACH ROW EXECUTE FUNCTION guard_price_line()
;;
CREATE TRIGGER guard_price_line_truncate BEFORE TRUNCATE ON price_line FOR EACH STATEMENT EXECUTE FUNCTION guard_price_line()
;;
CREATE FUNCTION guard_price_line_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) THEN RAISE EXCEPTION 'guard: a version that took effect stays as it was' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM price_version v JOIN unit u ON u.project_id = v.project_id WHERE v.id = NEW.version_id AND u.id = NEW.unit_id) THEN RAISE EXCEPTION 'guard: a version is about its own project' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_line_rules_insert BEFORE INSERT ON price_line FOR EACH ROW EXECUTE FUNCTION guard_price_line_rules_insert()
;;
CREATE FUNCTION guard_price_line_retired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what became another unit takes no price and is not offered' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_line_retired BEFORE INSERT ON price_line FOR EACH ROW EXECUTE FUNCTION guard_price_line_retired()
;;
CREATE FUNCTION guard_price_line_asked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM price_request w WHERE w.version_id = NEW.version_id) THEN RAISE EXCEPTION 'guard: a version that was asked for stays as it was' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_line_asked BEFORE INSERT ON price_line FOR EACH ROW EXECUTE FUNCTION guard_price_line_asked()
;;
CREATE TABLE price_request (
	request_id BIGINT NOT NULL, 
	version_id BIGINT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	CONSTRAINT pk_price_request PRIMARY KEY (request_id), 
	CONSTRAINT fk_price_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_price_request_version_id FOREIGN KEY(version_id) REFERENCES price_version (id), 
	CONSTRAINT fk_price_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_price_request_version_id ON price_request (version_id)
;;
CREATE FUNCTION guard_price_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_request is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_request BEFORE UPDATE OR DELETE ON price_request FOR EACH ROW EXECUTE FUNCTION guard_price_request()
;;
CREATE TRIGGER guard_price_request_truncate BEFORE TRUNCATE ON price_request FOR EACH STATEMENT EXECUTE FUNCTION guard_price_request()
;;
CREATE FUNCTION guard_price_request_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'prices' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at) THEN RAISE EXCEPTION 'guard: what is asked of prices is its request''s' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) THEN RAISE EXCEPTION 'guard: a version that ended is not asked for' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_request_rules_insert BEFORE INSERT ON price_request FOR EACH ROW EXECUTE FUNCTION guard_price_request_rules_insert()
;;
CREATE FUNCTION guard_release_line_retired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what became another unit takes no price and is not offered' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_retired BEFORE INSERT ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_retired()
;;
CREATE FUNCTION guard_release_line_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('WithdrawUnits', 'HoldBack', 'BlockUnits', 'CancelSubscription')) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.stage = 'reserved' AND c.opened_by = NEW.ended_by AND c.opened_at = NEW.ended_at) AND NOT EXISTS (SELECT 1 FROM cancellation x JOIN deal d ON d.id = x.deal_id WHERE (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL AND b.lot_id = NEW.unit_id AND b.home_id = d.unit_id)) AND x.actor_id = NEW.ended_by AND x.at = NEW.ended_at) AND NOT EXISTS (SELECT 1 FROM unit_exchange x JOIN deal d ON d.id = x.deal_id WHERE (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL AND b.lot_id = NEW.unit_id AND b.home_id = d.unit_id)) AND x.actor_id = NEW.ended_by AND x.at = NEW.ended_at) THEN RAISE EXCEPTION 'guard: nobody ends a release without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_right BEFORE UPDATE ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_right()
;;
CREATE FUNCTION guard_release_line_cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND ((SELECT max(h.total_fen) FROM price_change h WHERE h.unit_id = u.id) - u.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) * (SELECT max(h.total_fen) FROM price_change h WHERE h.unit_id = u.id)) AND NOT EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.unit_id) AND EXISTS (SELECT 1 FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.actor_id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) AND c.id > (SELECT max(x.id) FROM price_change x WHERE x.unit_id = NEW.unit_id AND x.total_fen = (SELECT max(h.total_fen) FROM price_change h WHERE h.unit_id = NEW.unit_id))) AND (SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id) IS NULL THEN RAISE EXCEPTION 'guard: nobody offers alone what he made much cheaper alone' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_cut BEFORE INSERT ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_cut()
;;
CREATE FUNCTION guard_release_line_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) IS NOT NULL AND EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND NOT EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id) AND NOT EXISTS (SELECT 1 FROM unit y WHERE y.project_id = u.project_id AND y.use = u.use AND y.total_fen IS NOT NULL AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = y.id AND r.batch_id <> NEW.batch_id) AND (y.total_fen * 10000 / y.gross_area - (u.total_fen * 10000 / u.gross_area)) * 10000 <= (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) * (y.total_fen * 10000 / y.gross_area) AND ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = y.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = y.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = y.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = y.id) o WHERE o.at IS NOT NULL))) * 10000 / y.gross_area - (u.total_fen * 10000 / u.gross_area)) * 10000 <= (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) * ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = y.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = y.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = y.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = y.id) o WHERE o.at IS NOT NULL))) * 10000 / y.gross_area)) AND EXISTS (SELECT 1 FROM unit y WHERE y.project_id = u.project_id AND y.use = u.use AND y.total_fen IS NOT NULL AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = y.id AND r.batch_id <> NEW.batch_id)) AND (SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = u.id) IS NULL) THEN RAISE EXCEPTION 'guard: nobody offers alone what is first priced far below the offer' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_first BEFORE INSERT ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_first()
;;
CREATE TABLE reservation (
	request_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	customer_id BIGINT NOT NULL, 
	consultant_id BIGINT NOT NULL, 
	until BIGINT NOT NULL, 
	total_fen BIGINT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	CONSTRAINT pk_reservation PRIMARY KEY (request_id), 
	CONSTRAINT ck_reservation_price CHECK (total_fen > 0), 
	CONSTRAINT fk_reservation_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_reservation_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_reservation_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_reservation_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_reservation_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_reservation_unit_id ON reservation (unit_id)
;;
CREATE FUNCTION guard_reservation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: reservation is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_reservation BEFORE UPDATE OR DELETE ON reservation FOR EACH ROW EXECUTE FUNCTION guard_reservation()
;;
CREATE TRIGGER guard_reservation_truncate BEFORE TRUNCATE ON reservation FOR EACH STATEMENT EXECUTE FUNCTION guard_reservation()
;;
CREATE FUNCTION guard_reservation_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q JOIN unit u ON u.id = NEW.unit_id WHERE q.id = NEW.request_id AND q.kind = 'reservation' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = NEW.total_fen AND u.total_fen = NEW.total_fen AND NEW.until > q.filed_at AND NEW.until <= q.filed_at + (q.days + 1) * 86400000000) THEN RAISE EXCEPTION 'guard: a reservation is its request''s' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_reservation_request BEFORE INSERT ON reservation FOR EACH ROW EXECUTE FUNCTION guard_reservation_request()
;;
CREATE FUNCTION guard_reservation_time() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.until > NEW.filed_at + (1 + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'reservation_longest_days'), 30)) * 86400000000 THEN RAISE EXCEPTION 'guard: a reservation has its time' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_reservation_time BEFORE INSERT ON reservation FOR EACH ROW EXECUTE FUNCTION guard_reservation_time()
;;
CREATE TABLE signature (
	id BIGSERIAL NOT NULL, 
	request_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	person_id BIGINT NOT NULL, 
	absent_id BIGINT, 
	role TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_signature PRIMARY KEY (id), 
	CONSTRAINT uq_signature_request_id_person_id UNIQUE (request_id, person_id), 
	CONSTRAINT uq_signature_request_id_position_place UNIQUE (request_id, position, place), 
	CONSTRAINT ck_signature_decision CHECK (decision IN ('approve', 'reject')), 
	CONSTRAINT fk_signature_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_signature_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_signature_absent_id FOREIGN KEY(absent_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_signature() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: signature is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_signature BEFORE UPDATE OR DELETE ON signature FOR EACH ROW EXECUTE FUNCTION guard_signature()
;;
CREATE TRIGGER guard_signature_truncate BEFORE TRUNCATE ON signature FOR EACH STATEMENT EXECUTE FUNCTION guard_signature()
;;
CREATE FUNCTION guard_signature_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.person_id AND p.left_at IS NULL AND r.name IN ('SignRequest')) THEN RAISE EXCEPTION 'guard: nobody signs without the right' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND ((EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) OR q.expires_at <= NEW.at)) THEN RAISE EXCEPTION 'guard: the request is over' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.asker_id IN (NEW.person_id, coalesce(NEW.absent_id, 0))) THEN RAISE EXCEPTION 'guard: nobody signs what he asked for' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM signature s WHERE s.request_id = NEW.request_id AND (s.person_id IN (NEW.person_id, coalesce(NEW.absent_id, 0)) OR s.absent_id IN (NEW.person_id, coalesce(NEW.absent_id, 0)))) THEN RAISE EXCEPTION 'guard: nobody signs a request twice' USING ERRCODE = '23000'; END IF; IF NEW.position IS DISTINCT FROM (SELECT (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) FROM request q WHERE q.id = NEW.request_id) THEN RAISE EXCEPTION 'guard: steps are signed in their order' USING ERRCODE = '23000'; END IF; IF NEW.place <> (SELECT count(*) + 1 FROM signature s WHERE s.request_id = NEW.request_id AND s.position = NEW.position) THEN RAISE EXCEPTION 'guard: signatures follow one another' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM request q JOIN flow_step st ON st.flow_id = q.flow_id AND st.position = NEW.position JOIN person p ON p.id = coalesce(NEW.absent_id, NEW.person_id) AND p.role = NEW.role AND p.left_at IS NULL WHERE q.id = NEW.request_id AND replace(',' || st.roles || ',', ',' || NEW.role || ',', '') <> ',' || st.roles || ',') THEN RAISE EXCEPTION 'guard: a step is signed by its roles' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM request q JOIN flow_step st ON st.flow_id = q.flow_id AND st.position = NEW.position AND st.mode = 'all' WHERE q.id = NEW.request_id) AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = NEW.request_id AND s.position = NEW.position AND s.role = NEW.role) THEN RAISE EXCEPTION 'guard: each role signs once' USING ERRCODE = '23000'; END IF; IF NEW.absent_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM (SELECT t.stand_in_id FROM stand_in t WHERE t.absent_id = NEW.absent_id AND t.begins_at <= NEW.at AND t.ends_at > NEW.at ORDER BY t.id DESC LIMIT 1) THEN RAISE EXCEPTION 'guard: only a stand-in signs for somebody else, on his days' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_signature_rules_insert BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION guard_signature_rules_insert()
;;
CREATE FUNCTION guard_signature_cashier() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM request q JOIN person p ON p.id IN (NEW.person_id, coalesce(NEW.absent_id, 0)) WHERE q.id = NEW.request_id AND q.kind = 'waiver' AND p.role = 'cashier') THEN RAISE EXCEPTION 'guard: who takes the money waives none of it' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_signature_cashier BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION guard_signature_cashier()
;;
CREATE TABLE statement_line (
	id BIGSERIAL NOT NULL, 
	account_id BIGINT NOT NULL, 
	import_id BIGINT NOT NULL, 
	reference TEXT NOT NULL, 
	day TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	payer TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_statement_line PRIMARY KEY (id), 
	CONSTRAINT uq_statement_line_account_id_reference UNIQUE (account_id, reference), 
	CONSTRAINT ck_statement_line_told CHECK (amount_fen <> 0 AND reference <> ''), 
	CONSTRAINT fk_statement_line_account_id FOREIGN KEY(account_id) REFERENCES supervised_account (id), 
	CONSTRAINT fk_statement_line_import_id FOREIGN KEY(import_id) REFERENCES statement_import (id)
)
;;
CREATE INDEX ix_statement_line_day ON statement_line (day)
;;
CREATE INDEX ix_statement_line_import_id ON statement_line (import_id)
;;
CREATE FUNCTION guard_statement_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: statement_line is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_statement_line BEFORE UPDATE OR DELETE ON statement_line FOR EACH ROW EXECUTE FUNCTION guard_statement_line()
;;
CREATE TRIGGER guard_statement_line_truncate BEFORE TRUNCATE ON statement_line FOR EACH STATEMENT EXECUTE FUNCTION guard_statement_line()
;;
CREATE FUNCTION guard_statement_line_import() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM statement_import i WHERE i.id = NEW.import_id AND i.account_id = NEW.account_id) OR (SELECT count(*) FROM statement_line s WHERE s.import_id = NEW.import_id) >= (SELECT i.added FROM statement_import i WHERE i.id = NEW.import_id) THEN RAISE EXCEPTION 'guard: a line comes with its file' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_statement_line_import BEFORE INSERT ON statement_line FOR EACH ROW EXECUTE FUNCTION guard_statement_line_import()
;;
CREATE TABLE unit_before (
	id BIGSERIAL NOT NULL, 
	unit_id BIGINT NOT NULL, 
	layout TEXT NOT NULL, 
	orientation TEXT NOT NULL, 
	use TEXT NOT NULL, 
	gross_area BIGINT NOT NULL, 
	inside_area BIGINT, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_unit_before PRIMARY KEY (id), 
	CONSTRAINT fk_unit_before_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_unit_before_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_unit_before_unit ON unit_before (unit_id, id)
;;
CREATE FUNCTION guard_unit_before() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: unit_before is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_unit_before BEFORE UPDATE OR DELETE ON unit_before FOR EACH ROW EXECUTE FUNCTION guard_unit_before()
;;
CREATE TRIGGER guard_unit_before_truncate BEFORE TRUNCATE ON unit_before FOR EACH STATEMENT EXECUTE FUNCTION guard_unit_before()
;;
CREATE FUNCTION guard_unit_before_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM unit b WHERE b.id = NEW.unit_id AND b.layout IS NOT DISTINCT FROM NEW.layout AND b.orientation IS NOT DISTINCT FROM NEW.orientation AND b.use IS NOT DISTINCT FROM NEW.use AND b.gross_area IS NOT DISTINCT FROM NEW.gross_area AND b.inside_area IS NOT DISTINCT FROM NEW.inside_area) THEN RAISE EXCEPTION 'guard: what a unit was is what it is until then' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM unit_before b WHERE b.unit_id = NEW.unit_id AND b.at > NEW.at) THEN RAISE EXCEPTION 'guard: what a unit was is written in its order' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_before_rules_insert BEFORE INSERT ON unit_before FOR EACH ROW EXECUTE FUNCTION guard_unit_before_rules_insert()
;;
CREATE TABLE unit_remake_line (
	remake_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	side TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_unit_remake_line PRIMARY KEY (remake_id, unit_id), 
	CONSTRAINT ck_unit_remake_line_side CHECK (side IN ('from', 'into')), 
	CONSTRAINT fk_unit_remake_line_remake_id FOREIGN KEY(remake_id) REFERENCES unit_remake (id), 
	CONSTRAINT fk_unit_remake_line_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
;;
CREATE INDEX ix_unit_remake_line_unit_id ON unit_remake_line (unit_id)
;;
CREATE FUNCTION guard_unit_remake_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: unit_remake_line is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_unit_remake_line BEFORE UPDATE OR DELETE ON unit_remake_line FOR EACH ROW EXECUTE FUNCTION guard_unit_remake_line()
;;
CREATE TRIGGER guard_unit_remake_line_truncate BEFORE TRUNCATE ON unit_remake_line FOR EACH STATEMENT EXECUTE FUNCTION guard_unit_remake_line()
;;
CREATE FUNCTION guard_unit_remake_line_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM unit_remake k JOIN unit u ON u.project_id = k.project_id WHERE k.id = NEW.remake_id AND k.at = NEW.at AND u.id = NEW.unit_id) THEN RAISE EXCEPTION 'guard: a remake is written whole, within its project' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.unit_id = NEW.unit_id AND z.remake_id > NEW.remake_id) THEN RAISE EXCEPTION 'guard: what became of a unit is written in its order' USING ERRCODE = '23000'; END IF; IF NEW.side = 'from' AND EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what is no more does not become another' USING ERRCODE = '23000'; END IF; IF NEW.side = 'into' AND NOT EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) AND EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.unit_id = NEW.unit_id) THEN RAISE EXCEPTION 'guard: what is there already is not made again' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM unit_remake_line z JOIN unit o ON o.id = z.unit_id JOIN unit u ON u.id = NEW.unit_id WHERE z.remake_id = NEW.remake_id AND (o.building_id <> u.building_id OR o.core <> u.core OR o.floor <> u.floor OR o.use <> u.use)) THEN RAISE EXCEPTION 'guard: units of one floor and one use are merged and split' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.remake_id = NEW.remake_id AND z.side = (SELECT (CASE k.kind WHEN 'merge' THEN 'into' ELSE 'from' END) FROM unit_remake k WHERE k.id = NEW.remake_id)) THEN RAISE EXCEPTION 'guard: several units become one, or one several' USING ERRCODE = '23000'; END IF; IF NEW.side = (SELECT (CASE k.kind WHEN 'merge' THEN 'into' ELSE 'from' END) FROM unit_remake k WHERE k.id = NEW.remake_id) AND ((SELECT count(*) FROM unit_remake_line z JOIN unit u ON u.id = z.unit_id WHERE z.remake_id = NEW.remake_id) < 2 OR (SELECT sum(u.gross_area) FROM unit_remake_line z JOIN unit u ON u.id = z.unit_id WHERE z.remake_id = NEW.remake_id) <> (SELECT u.gross_area FROM unit u WHERE u.id = NEW.unit_id)) THEN RAISE EXCEPTION 'guard: a remake neither adds nor loses a square metre' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND u.total_fen IS NOT NULL) OR EXISTS (SELECT 1 FROM price_change z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM filed_price z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM floor_price z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM price_line z WHERE z.unit_id = NEW.unit_id AND NOT EXISTS (SELECT 1 FROM price_withdrawal q WHERE q.version_id = z.version_id)) THEN RAISE EXCEPTION 'guard: what has a price is neither merged nor split' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM release_line z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM claim z WHERE z.unit_id = NEW.unit_id AND (z.stage <> 'held back' OR (NEW.side = 'from' AND z.ended_at IS NULL))) OR EXISTS (SELECT 1 FROM binding z WHERE z.ended_at IS NULL AND NEW.unit_id IN (z.lot_id, z.home_id)) THEN RAISE EXCEPTION 'guard: what was offered, claimed or bound is neither merged nor split' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_remake_line_rules_insert BEFORE INSERT ON unit_remake_line FOR EACH ROW EXECUTE FUNCTION guard_unit_remake_line_rules_insert()
;;
CREATE TABLE withdrawal (
	request_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_withdrawal PRIMARY KEY (request_id), 
	CONSTRAINT fk_withdrawal_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_withdrawal_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: withdrawal is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_withdrawal BEFORE UPDATE OR DELETE ON withdrawal FOR EACH ROW EXECUTE FUNCTION guard_withdrawal()
;;
CREATE TRIGGER guard_withdrawal_truncate BEFORE TRUNCATE ON withdrawal FOR EACH STATEMENT EXECUTE FUNCTION guard_withdrawal()
;;
CREATE FUNCTION guard_withdrawal_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.asker_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: only the asker takes a request back' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND ((EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) OR q.expires_at <= NEW.at OR (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL)) THEN RAISE EXCEPTION 'guard: the request is over' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_withdrawal_rules_insert BEFORE INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION guard_withdrawal_rules_insert()
;;
CREATE FUNCTION guard_agreement_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no contract' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_permit BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_permit()
;;
CREATE FUNCTION guard_agreement_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'Subscribe') AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: nobody writes an agreement without the right, or the signatures' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND (e.mode_id <> NEW.mode_id OR e.price_fen <> NEW.price_fen OR e.carried_fen <> (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.new_deal_id AND m.kind = 'carried in'))) THEN RAISE EXCEPTION 'guard: an agreement by an exchange is as it was signed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_rules_insert BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_rules_insert()
;;
CREATE FUNCTION guard_agreement_floor() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.price_fen < (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.price_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = q.id AND w.role = 'general' AND w.decision = 'approve')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.new_deal_id = NEW.deal_id AND e.price_fen = NEW.price_fen AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = x.request_id AND w.role = 'general' AND w.decision = 'approve')) THEN RAISE EXCEPTION 'guard: below the floor price the general manager signs' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_floor BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_floor()
;;
CREATE FUNCTION guard_agreement_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_posting BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_posting()
;;
CREATE FUNCTION guard_cancellation_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CancelSubscription') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND ((x.kind = 'cancellation' AND substr(x.details, 1, length(NEW.fault) + 11) = '{"fault":"' || NEW.fault || '"') OR (x.kind = 'forfeit' AND NEW.fault = 'buyer')) AND x.at = NEW.at AND x.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: nobody cancels without the right, or the signatures' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM setting s WHERE s.name = 'cancel_by_request' AND s.value = 'true') AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND ((x.kind = 'cancellation' AND substr(x.details, 1, length(NEW.fault) + 11) = '{"fault":"' || NEW.fault || '"') OR (x.kind = 'forfeit' AND NEW.fault = 'buyer')) AND x.at = NEW.at AND x.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: what was agreed is cancelled by its signatures' USING ERRCODE = '23000'; END IF; IF (NEW.kept_fen <> 0 OR NEW.doubled_fen <> 0) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND ((x.kind = 'cancellation' AND substr(x.details, 1, length(NEW.fault) + 11) = '{"fault":"' || NEW.fault || '"') OR (x.kind = 'forfeit' AND NEW.fault = 'buyer')) AND x.at = NEW.at AND x.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: nobody alone keeps a deposit or doubles it' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_cancellation_rules_insert BEFORE INSERT ON cancellation FOR EACH ROW EXECUTE FUNCTION guard_cancellation_rules_insert()
;;
CREATE FUNCTION guard_cancellation_grace() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kept_fen <> 0 AND NOT EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.deal_id = NEW.deal_id AND n.ends_at <= NEW.at AND NOT EXISTS (SELECT 1 FROM default_lift l WHERE l.notice_id = n.id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = n.deal_id AND x.kind = 'extension' AND x.at >= n.at)) THEN RAISE EXCEPTION 'guard: before the contract a deposit is kept after a notice''s grace' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_cancellation_grace BEFORE INSERT ON cancellation FOR EACH ROW EXECUTE FUNCTION guard_cancellation_grace()
;;
CREATE TABLE change_request (
	request_id BIGINT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	sign_by TEXT, 
	mode_id BIGINT, 
	details TEXT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	CONSTRAINT pk_change_request PRIMARY KEY (request_id), 
	CONSTRAINT fk_change_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_change_request_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_change_request_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id), 
	CONSTRAINT fk_change_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_change_request_deal_id ON change_request (deal_id)
;;
CREATE FUNCTION guard_change_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: change_request is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_change_request BEFORE UPDATE OR DELETE ON change_request FOR EACH ROW EXECUTE FUNCTION guard_change_request()
;;
CREATE TRIGGER guard_change_request_truncate BEFORE TRUNCATE ON change_request FOR EACH STATEMENT EXECUTE FUNCTION guard_change_request()
;;
CREATE FUNCTION guard_change_request_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind IN ('area', 'cancellation', 'exchange', 'extension', 'forfeit', 'names', 'payment mode', 'price') AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at) THEN RAISE EXCEPTION 'guard: what is asked of a deal is its request''s' USING ERRCODE = '23000'; END IF; IF NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed')) AND NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed', 'delivered')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'cancellation')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'payment mode') AND EXISTS (SELECT 1 FROM loan_case k JOIN loan_turn t ON t.case_id = k.id WHERE k.deal_id = NEW.deal_id AND t.state = 'refused' AND NOT EXISTS (SELECT 1 FROM loan_turn l WHERE l.case_id = k.id AND l.turn_no > t.turn_no) AND NOT EXISTS (SELECT 1 FROM loan_case n WHERE n.deal_id = k.deal_id AND n.id > k.id))) THEN RAISE EXCEPTION 'guard: only a live agreement is changed' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM request q JOIN agreement a ON a.deal_id = NEW.deal_id WHERE q.id = NEW.request_id AND q.kind = 'extension' AND (NEW.sign_by IS NULL OR q.days < (CAST(substr(NEW.sign_by, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.sign_by, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(a.sign_by, 9, 2) AS BIGINT) + (153 * (CAST(substr(a.sign_by, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) + (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588))) THEN RAISE EXCEPTION 'guard: a later day counts from the day first agreed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_change_request_rules_insert BEFORE INSERT ON change_request FOR EACH ROW EXECUTE FUNCTION guard_change_request_rules_insert()
;;
CREATE FUNCTION guard_change_request_given_away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM request q JOIN agreement a ON a.deal_id = NEW.deal_id JOIN deal d ON d.id = NEW.deal_id WHERE q.id = NEW.request_id AND q.kind = 'price' AND (CAST((CAST(NEW.details AS json) ->> 'total_fen') AS BIGINT) IS NULL OR q.amount_fen < (CASE WHEN EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = d.id) THEN d.list_total_fen ELSE a.price_fen END) - CAST((CAST(NEW.details AS json) ->> 'total_fen') AS BIGINT) OR q.amount_fen < coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = d.id ORDER BY p.id DESC LIMIT 1), d.list_total_fen) - CAST((CAST(NEW.details AS json) ->> 'total_fen') AS BIGINT))) THEN RAISE EXCEPTION 'guard: what is given away counts from the price first agreed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_change_request_given_away BEFORE INSERT ON change_request FOR EACH ROW EXECUTE FUNCTION guard_change_request_given_away()
;;
CREATE FUNCTION guard_change_request_exchange() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'exchange' AND (CAST((CAST(NEW.details AS json) ->> 'total_fen') AS BIGINT) IS NULL OR q.amount_fen IS DISTINCT FROM (SELECT u.total_fen FROM unit u WHERE u.id = CAST((CAST(NEW.details AS json) ->> 'to') AS BIGINT)) - CAST((CAST(NEW.details AS json) ->> 'total_fen') AS BIGINT))) THEN RAISE EXCEPTION 'guard: an exchange gives away what is between its list price and its own' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_change_request_exchange BEFORE INSERT ON change_request FOR EACH ROW EXECUTE FUNCTION guard_change_request_exchange()
;;
CREATE FUNCTION guard_change_request_grace() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'forfeit') AND NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.deal_id = NEW.deal_id AND n.ends_at <= NEW.filed_at AND NEW.details = '{"notice":' || n.id || '}' AND NOT EXISTS (SELECT 1 FROM default_lift l WHERE l.notice_id = n.id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = n.deal_id AND x.kind = 'extension' AND x.at >= n.at)) THEN RAISE EXCEPTION 'guard: no deposit is forfeited before a notice''s grace is over' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_change_request_grace BEFORE INSERT ON change_request FOR EACH ROW EXECUTE FUNCTION guard_change_request_grace()
;;
CREATE FUNCTION guard_change_request_area() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area') AND (EXISTS (SELECT 1 FROM deal_change x JOIN measured_area y ON y.id = (SELECT max(n.id) FROM measured_area n JOIN deal d ON d.unit_id = n.unit_id WHERE d.id = NEW.deal_id) WHERE x.deal_id = NEW.deal_id AND x.kind = 'area' AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":') OR NOT EXISTS (SELECT 1 FROM (SELECT l.id, (CASE WHEN l.found < l.agreed THEN -1 ELSE 1 END) * (CASE l.rounding WHEN 'fen' THEN l.high + (2 * l.low + l.whole) / (2 * l.whole) WHEN 'yuan' THEN (l.high + l.low / l.whole + 50) / 100 * 100 ELSE (l.high + l.low / l.whole) / 100 * 100 END) - l.earlier AS owed FROM (SELECT p.*, p.price / 1000000 * p.part / p.whole * 1000000 AS high, (p.price / 1000000 * p.part - p.price / 1000000 * p.part / p.whole * p.whole) * 1000000 + (p.price - p.price / 1000000 * 1000000) * p.part AS low FROM (SELECT f.*, 100 * f.agreed AS whole, (CASE WHEN f.found >= f.agreed AND 100 * (f.found - f.agreed) > 3 * f.agreed THEN 3 * f.agreed WHEN 100 * (f.agreed - f.found) > 3 * f.agreed THEN 200 * (f.agreed - f.found) - 3 * f.agreed ELSE 100 * abs(f.found - f.agreed) END) AS part FROM (SELECT m.id, m.area AS found, b.rounding, coalesce((SELECT v.total_fen FROM price_approval v WHERE v.deal_id = d.id ORDER BY v.id DESC LIMIT 1), d.list_total_fen) AS price, CAST(round(CAST((CAST(a.sheet AS json) ->> 'gross_area') AS NUMERIC) * 10000) AS BIGINT) AS agreed, (SELECT CAST(coalesce(sum(CAST(substr(x.details, length('{"area":' || y.id || ',"owed_fen":') + 1, length(x.details) - length('{"area":' || y.id || ',"owed_fen":') - 1) AS BIGINT)), 0) AS BIGINT) FROM deal_change x JOIN measured_area y ON y.unit_id = d.unit_id AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":' WHERE x.deal_id = d.id AND x.kind = 'area') AS earlier FROM deal d JOIN agreement a ON a.deal_id = d.id JOIN project b ON b.id = d.project_id JOIN measured_area m ON m.id = (SELECT max(n.id) FROM measured_area n WHERE n.unit_id = d.unit_id) WHERE d.id = NEW.deal_id) f) p) l) s WHERE NEW.details = '{"area":' || s.id || ',"owed_fen":' || s.owed || '}' AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.amount_fen = abs(s.owed)))) THEN RAISE EXCEPTION 'guard: the newest measured area is settled, once, by its rule' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_change_request_area BEFORE INSERT ON change_request FOR EACH ROW EXECUTE FUNCTION guard_change_request_area()
;;
CREATE OR REPLACE FUNCTION guard_claim_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.opened_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND p.left_at IS NULL AND ((NEW.stage = 'blocked' AND r.name IN ('BlockUnits')) OR (NEW.stage = 'delivered' AND r.name IN ('DeliverUnit', 'ImportOpening')) OR (NEW.stage = 'filed' AND r.name IN ('FileContract', 'ImportOpening')) OR (NEW.stage = 'held back' AND r.name IN ('AcceptBack', 'GiveUpReservation', 'HoldBack', 'MergeUnits', 'SplitUnit', 'UnblockUnits')) OR (NEW.stage = 'in review' AND r.name IN ('CancelSubscription', 'SignRequest')) OR (NEW.stage = 'on hold' AND r.name IN ('ContraReceipt', 'ExtendHold', 'HoldUnit', 'SignRequest', 'TakeDeposit', 'VoidReceipt')) OR (NEW.stage = 'reserved' AND r.name IN ('SignRequest')) OR (NEW.stage = 'signed' AND r.name IN ('ImportOpening', 'SignContract')) OR (NEW.stage = 'subscribed' AND r.name IN ('ImportOpening', 'SignRequest', 'Subscribe')))) THEN RAISE EXCEPTION 'guard: nobody opens this claim without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE OR REPLACE FUNCTION guard_claim_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT (NEW.ended_by = 0 AND OLD.stage IN ('on hold', 'reserved') AND NEW.ended_at = OLD.until) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND ((OLD.stage = 'blocked' AND r.name IN ('UnblockUnits')) OR (OLD.stage = 'filed' AND r.name IN ('CancelSubscription', 'DeliverUnit', 'SignRequest')) OR (OLD.stage = 'held back' AND r.name IN ('BlockUnits', 'ImportOpening', 'MergeUnits', 'ReleaseUnits', 'SignRequest', 'SplitUnit')) OR (OLD.stage = 'in review' AND r.name IN ('AcceptBack')) OR (OLD.stage = 'on hold' AND r.name IN ('CancelSubscription', 'ContraReceipt', 'ExtendHold', 'LetGo', 'SignRequest', 'Subscribe', 'TakeDeposit', 'VoidReceipt')) OR (OLD.stage = 'reserved' AND r.name IN ('GiveUpReservation', 'HoldUnit', 'SignRequest')) OR (OLD.stage = 'signed' AND r.name IN ('CancelSubscription', 'FileContract', 'SignRequest')) OR (OLD.stage = 'subscribed' AND r.name IN ('CancelSubscription', 'SignContract', 'SignRequest')))) THEN RAISE EXCEPTION 'guard: nobody ends this claim without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE OR REPLACE FUNCTION guard_claim_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) THEN RAISE EXCEPTION 'guard: what became another unit is nobody''s' USING ERRCODE = '23000'; END IF; IF NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL THEN RAISE EXCEPTION 'guard: a claim is opened first' USING ERRCODE = '23000'; END IF; IF NEW.stage NOT IN ('held back', 'blocked', 'reserved') AND NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b JOIN claim h ON h.unit_id = b.home_id WHERE b.lot_id = NEW.unit_id AND b.ended_at IS NULL AND b.home_id = d.unit_id AND h.deal_id = d.id AND h.ended_at IS NULL AND h.stage = NEW.stage)) AND d.customer_id = NEW.customer_id AND d.consultant_id = NEW.consultant_id) THEN RAISE EXCEPTION 'guard: a claim is its deal''s' USING ERRCODE = '23000'; END IF; IF NEW.stage NOT IN ('held back', 'blocked') AND EXISTS (SELECT 1 FROM binding b WHERE b.lot_id = NEW.unit_id AND b.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND d.unit_id = b.home_id)) THEN RAISE EXCEPTION 'guard: a bound lot goes with its home' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM release_line l WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM deal d JOIN claim c ON c.unit_id = d.unit_id AND c.stage = 'reserved' AND c.ended_at = d.opened_at AND c.ended_by <> 0 LEFT JOIN customer k ON k.id = c.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE d.id = NEW.deal_id AND d.unit_id = NEW.unit_id AND d.customer_id IN (c.customer_id, k.merged_into, m.merged_into)) THEN RAISE EXCEPTION 'guard: only what is on offer, or reserved for the customer, is held' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal d JOIN unit u ON u.id = d.unit_id WHERE d.id = NEW.deal_id AND d.opened_at = NEW.opened_at AND d.project_id = u.project_id AND d.list_total_fen = u.total_fen AND d.list_unit_price_fen = u.unit_price_fen) THEN RAISE EXCEPTION 'guard: a deal begins with its hold, at the list price' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND j.law_level = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no sale' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'reserved' AND NOT EXISTS (SELECT 1 FROM reservation v JOIN request q ON q.id = v.request_id JOIN signature s ON s.request_id = q.id AND s.at = NEW.opened_at AND s.person_id = NEW.opened_by WHERE v.unit_id = NEW.unit_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND v.customer_id = NEW.customer_id AND v.consultant_id = NEW.consultant_id AND v.until = NEW.until AND v.until > NEW.opened_at AND NEW.deal_id IS NULL AND v.total_fen = (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id)) THEN RAISE EXCEPTION 'guard: no reservation without its signatures' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'reserved' AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND j.law_level = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no reservation' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'reserved' AND coalesce((SELECT w.level FROM law_line w JOIN unit u ON u.project_id = w.project_id WHERE u.id = NEW.unit_id AND w.law = 'R-26' ORDER BY w.id DESC LIMIT 1), 'off') = 'block' THEN RAISE EXCEPTION 'guard: the project''s law allows no reservation' USING ERRCODE = '23000'; END IF; IF NEW.opened_by = 0 AND NOT (NEW.stage = 'held back' AND NEW.opening = 0 AND NEW.until IS NULL AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.stage = 'reserved' AND c.ended_by = 0 AND c.ended_at = NEW.opened_at)) THEN RAISE EXCEPTION 'guard: the clock holds back what was reserved, and nothing else' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'held back' AND NEW.opened_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND r.name IN ('HoldBack', 'UnblockUnits', 'AcceptBack', 'MergeUnits', 'SplitUnit')) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.stage = 'reserved' AND c.ended_by = NEW.opened_by AND c.ended_at = NEW.opened_at) THEN RAISE EXCEPTION 'guard: only a reservation that was given up is held back so' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'on hold' AND (CASE WHEN NEW.until IS NULL THEN NOT EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind <> 'refund' AND v.receipt_id IS NULL AND k.receipt_id IS NULL) ELSE NEW.until > coalesce((SELECT d.opened_at FROM deal d WHERE d.id = NEW.deal_id AND NOT EXISTS (SELECT 1 FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = d.id) AND NOT EXISTS (SELECT 1 FROM receipt r JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = d.id)), NEW.opened_at) + (coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'hold_longest_minutes'), 180) + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'hold_writing_minutes'), 60)) * 60000000 END) THEN RAISE EXCEPTION 'guard: a hold has its time' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'subscribed' AND NEW.opening = 0 AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: no subscription without its agreement' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'signed' AND NEW.opening = 0 AND NOT (EXISTS (SELECT 1 FROM contract x WHERE x.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.deal_id = NEW.deal_id AND c.stage = 'subscribed' AND c.ended_at = NEW.opened_at)) THEN RAISE EXCEPTION 'guard: nothing is signed without its contract' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'filed' AND NEW.opening = 0 AND NOT (EXISTS (SELECT 1 FROM contract_filing x WHERE x.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.deal_id = NEW.deal_id AND c.stage = 'signed' AND c.ended_at = NEW.opened_at)) THEN RAISE EXCEPTION 'guard: nothing is filed without its filing' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'delivered' AND NEW.opening = 0 AND NOT (EXISTS (SELECT 1 FROM delivery x WHERE x.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.deal_id = NEW.deal_id AND c.stage = 'filed' AND c.ended_at = NEW.opened_at)) THEN RAISE EXCEPTION 'guard: nothing is delivered without its handing over' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'in review' AND EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.stage = 'filed') AND NOT EXISTS (SELECT 1 FROM filing_cancelled f WHERE f.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: what is filed comes back when its filing is struck off' USING ERRCODE = '23000'; END IF; IF NEW.stage = 'in review' AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: no review without a cancellation or an exchange' USING ERRCODE = '23000'; END IF; IF NEW.stage IN ('on hold', 'subscribed') AND NEW.opening = 0 AND NEW.opened_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND r.name IN ('HoldUnit', 'ExtendHold', 'TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'Subscribe')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.opened_at AND e.actor_id = NEW.opened_by) THEN RAISE EXCEPTION 'guard: a signer holds and subscribes by an exchange only' USING ERRCODE = '23000'; END IF; IF NEW.opening <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND r.name IN ('ImportOpening')) THEN RAISE EXCEPTION 'guard: only the opening import brings old claims' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE OR REPLACE FUNCTION guard_claim_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.reason <> OLD.reason OR NEW.opening <> OLD.opening THEN RAISE EXCEPTION 'guard: a claim can only end' USING ERRCODE = '23000'; END IF; IF NEW.ended_by <> 0 AND OLD.stage IN ('on hold', 'reserved') AND NEW.ended_by <> OLD.consultant_id AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.ended_by AND p.role = 'consultant') AND NOT EXISTS (SELECT 1 FROM customer c LEFT JOIN customer m ON m.id = c.merged_into LEFT JOIN customer n ON n.id = m.merged_into WHERE c.id = OLD.customer_id AND (NEW.ended_by IN (c.consultant_id, m.consultant_id, n.consultant_id) OR n.merged_into IS NOT NULL)) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'CancelSubscription')) THEN RAISE EXCEPTION 'guard: a consultant ends only his own holds' USING ERRCODE = '23000'; END IF; IF OLD.stage = 'held back' AND NEW.ended_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('ReleaseUnits', 'BlockUnits', 'ImportOpening', 'MergeUnits', 'SplitUnit')) AND NOT EXISTS (SELECT 1 FROM reservation v JOIN request q ON q.id = v.request_id JOIN signature s ON s.request_id = q.id AND s.at = NEW.ended_at AND s.person_id = NEW.ended_by WHERE v.unit_id = OLD.unit_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) THEN RAISE EXCEPTION 'guard: what is held back is reserved by its signatures' USING ERRCODE = '23000'; END IF; IF OLD.stage = 'on hold' AND OLD.until IS NULL AND EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = OLD.deal_id AND r.kind <> 'refund' AND v.receipt_id IS NULL AND k.receipt_id IS NULL) AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = OLD.deal_id) AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id) THEN RAISE EXCEPTION 'guard: money lies on the unit' USING ERRCODE = '23000'; END IF; IF ((OLD.stage = 'subscribed' AND NOT EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = OLD.deal_id)) OR (OLD.stage = 'signed' AND NOT EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = OLD.deal_id)) OR (OLD.stage = 'filed' AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.deal_id = OLD.deal_id))) AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.deal_id = OLD.deal_id AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND (CASE WHEN d.unit_id = OLD.unit_id THEN EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = e.new_deal_id AND c.unit_id = e.unit_id AND c.stage = 'subscribed' AND c.ended_at IS NULL) AND e.carried_fen = (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.deal_id AND m.kind = 'carried out') ELSE replace(x.details, '"' || OLD.unit_id || '":"take"', '') <> x.details OR NOT EXISTS (SELECT 1 FROM claim h WHERE h.deal_id = e.deal_id AND h.unit_id = d.unit_id AND h.ended_at IS NULL) END)) THEN RAISE EXCEPTION 'guard: a sale goes on by its paper, or ends by its cancellation or exchange' USING ERRCODE = '23000'; END IF; IF OLD.stage IN ('on hold', 'reserved') AND NEW.ended_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('HoldUnit', 'GiveUpReservation', 'ExtendHold', 'LetGo', 'TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'Subscribe', 'CancelSubscription')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND (e.new_deal_id = OLD.deal_id OR (OLD.deal_id IS NULL AND e.unit_id = OLD.unit_id))) THEN RAISE EXCEPTION 'guard: a signer ends a hold or a reservation by an exchange only' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE FUNCTION guard_claim_customer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.stage = 'subscribed' AND NEW.opening = 0 AND NOT EXISTS (SELECT 1 FROM agreement a JOIN buyer b ON b.agreement_id = a.id JOIN customer k ON k.id = NEW.customer_id WHERE a.deal_id = NEW.deal_id AND b.name = k.name AND (b.id_number = '' OR k.id_number IN ('', b.id_number))) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: whom it is held for is among the buyers' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_customer BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_customer()
;;
CREATE FUNCTION guard_claim_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.stage IN ('on hold', 'reserved') AND EXISTS (SELECT 1 FROM line_place a WHERE a.unit_id = NEW.unit_id AND a.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.unit_id AND r.ended_at IS NULL) AND EXISTS (SELECT 1 FROM line_place p LEFT JOIN customer k ON k.id = p.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE p.unit_id = NEW.unit_id AND p.ended_at IS NULL AND p.until > NEW.opened_at AND NEW.opened_at < (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) + ((SELECT count(*) FROM line_place b_p WHERE b_p.unit_id = p.unit_id AND b_p.id < p.id AND b_p.joined_at <= (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND b_p.until > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND (b_p.ended_at IS NULL OR b_p.ended_at > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f))) + 1) * coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'first_refusal_minutes'), 120) * 60000000 AND NEW.customer_id <> p.customer_id AND NEW.customer_id NOT IN (coalesce(k.merged_into, 0), coalesce(m.merged_into, 0)) AND NOT EXISTS (SELECT 1 FROM line_place q WHERE q.unit_id = NEW.unit_id AND q.id < p.id AND q.ended_at IS NULL AND q.until > NEW.opened_at AND NEW.opened_at < (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) + ((SELECT count(*) FROM line_place b_q WHERE b_q.unit_id = q.unit_id AND b_q.id < q.id AND b_q.joined_at <= (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND b_q.until > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND (b_q.ended_at IS NULL OR b_q.ended_at > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f))) + 1) * coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'first_refusal_minutes'), 120) * 60000000)) THEN RAISE EXCEPTION 'guard: the first in line has the unit' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_line BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_line()
;;
CREATE FUNCTION guard_claim_begun() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.opening <> 0 AND (EXISTS (SELECT 1 FROM release_line l JOIN unit u ON u.id = l.unit_id WHERE u.project_id = (SELECT n.project_id FROM unit n WHERE n.id = NEW.unit_id)) OR EXISTS (SELECT 1 FROM claim c JOIN unit u ON u.id = c.unit_id WHERE u.project_id = (SELECT n.project_id FROM unit n WHERE n.id = NEW.unit_id) AND c.opening = 0 AND c.stage NOT IN ('held back', 'blocked')) OR EXISTS (SELECT 1 FROM receipt r JOIN deal d ON d.id = r.deal_id JOIN unit u ON u.id = d.unit_id WHERE u.project_id = (SELECT n.project_id FROM unit n WHERE n.id = NEW.unit_id))) THEN RAISE EXCEPTION 'guard: what was sold before comes in before the work of its project begins' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_begun BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_begun()
;;
CREATE FUNCTION guard_claim_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.opened_by AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.opened_by AND g.ended_at IS NULL AND g.project_id = (SELECT u.project_id FROM unit u WHERE u.id = NEW.unit_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_posting BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_posting()
;;
CREATE TABLE contract (
	deal_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	price_fen BIGINT NOT NULL, 
	signed_on TEXT NOT NULL, 
	file_by TEXT NOT NULL, 
	deliver_by TEXT, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_contract PRIMARY KEY (deal_id), 
	CONSTRAINT ck_contract_number CHECK (number <> ''), 
	CONSTRAINT ck_contract_file_by CHECK (file_by > signed_on), 
	CONSTRAINT fk_contract_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_contract_number UNIQUE (number)
)
;;
CREATE FUNCTION guard_contract_stage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed')) THEN RAISE EXCEPTION 'guard: what is subscribed is signed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contract_stage BEFORE INSERT ON contract FOR EACH ROW EXECUTE FUNCTION guard_contract_stage()
;;
CREATE FUNCTION guard_contract_price() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.price_fen <> coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = NEW.deal_id ORDER BY p.id DESC LIMIT 1), (SELECT d.list_total_fen FROM deal d JOIN claim c ON c.deal_id = d.id AND c.opening <> 0 WHERE d.id = NEW.deal_id LIMIT 1), 0) THEN RAISE EXCEPTION 'guard: a contract has the approved price' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contract_price BEFORE INSERT ON contract FOR EACH ROW EXECUTE FUNCTION guard_contract_price()
;;
CREATE FUNCTION guard_contract_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no contract' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contract_permit BEFORE INSERT ON contract FOR EACH ROW EXECUTE FUNCTION guard_contract_permit()
;;
CREATE FUNCTION guard_contract() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: contract is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_contract BEFORE UPDATE OR DELETE ON contract FOR EACH ROW EXECUTE FUNCTION guard_contract()
;;
CREATE TRIGGER guard_contract_truncate BEFORE TRUNCATE ON contract FOR EACH STATEMENT EXECUTE FUNCTION guard_contract()
;;
CREATE FUNCTION guard_contract_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contract_posting BEFORE INSERT ON contract FOR EACH ROW EXECUTE FUNCTION guard_contract_posting()
;;
CREATE TABLE contract_filing (
	deal_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	filed_on TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_contract_filing PRIMARY KEY (deal_id), 
	CONSTRAINT ck_contract_filing_number CHECK (number <> ''), 
	CONSTRAINT fk_contract_filing_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_contract_filing_number UNIQUE (number)
)
;;
CREATE FUNCTION guard_contract_filing_stage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed')) THEN RAISE EXCEPTION 'guard: what is signed is filed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contract_filing_stage BEFORE INSERT ON contract_filing FOR EACH ROW EXECUTE FUNCTION guard_contract_filing_stage()
;;
CREATE FUNCTION guard_contract_filing_day() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = NEW.deal_id AND k.signed_on > NEW.filed_on) THEN RAISE EXCEPTION 'guard: a contract is signed before it is filed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contract_filing_day BEFORE INSERT ON contract_filing FOR EACH ROW EXECUTE FUNCTION guard_contract_filing_day()
;;
CREATE FUNCTION guard_contract_filing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: contract_filing is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_contract_filing BEFORE UPDATE OR DELETE ON contract_filing FOR EACH ROW EXECUTE FUNCTION guard_contract_filing()
;;
CREATE TRIGGER guard_contract_filing_truncate BEFORE TRUNCATE ON contract_filing FOR EACH STATEMENT EXECUTE FUNCTION guard_contract_filing()
;;
CREATE TABLE deal_change (
	id BIGSERIAL NOT NULL, 
	no BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	request_id BIGINT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	sign_by TEXT, 
	mode_id BIGINT, 
	details TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_deal_change PRIMARY KEY (id), 
	CONSTRAINT uq_deal_change_request_id UNIQUE (request_id), 
	CONSTRAINT uq_deal_change_no UNIQUE (no), 
	CONSTRAINT uq_deal_change_number UNIQUE (number), 
	CONSTRAINT fk_deal_change_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_deal_change_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_deal_change_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id), 
	CONSTRAINT fk_deal_change_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_deal_change_deal_id ON deal_change (deal_id)
;;
CREATE FUNCTION guard_deal_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: deal_change is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_deal_change BEFORE UPDATE OR DELETE ON deal_change FOR EACH ROW EXECUTE FUNCTION guard_deal_change()
;;
CREATE TRIGGER guard_deal_change_truncate BEFORE TRUNCATE ON deal_change FOR EACH STATEMENT EXECUTE FUNCTION guard_deal_change()
;;
CREATE FUNCTION guard_deal_change_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.no <> coalesce((SELECT max(x.no) + 1 FROM deal_change x), (SELECT c.first_no FROM counter c WHERE c.series = 'change')) THEN RAISE EXCEPTION 'guard: change numbers follow one another' USING ERRCODE = '23000'; END IF; IF NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed')) AND NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed', 'delivered')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'cancellation')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'payment mode') AND EXISTS (SELECT 1 FROM loan_case k JOIN loan_turn t ON t.case_id = k.id WHERE k.deal_id = NEW.deal_id AND t.state = 'refused' AND NOT EXISTS (SELECT 1 FROM loan_turn l WHERE l.case_id = k.id AND l.turn_no > t.turn_no) AND NOT EXISTS (SELECT 1 FROM loan_case n WHERE n.deal_id = k.deal_id AND n.id > k.id))) THEN RAISE EXCEPTION 'guard: only a live agreement is changed' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM change_request w JOIN request q ON q.id = w.request_id WHERE w.request_id = NEW.request_id AND w.deal_id = NEW.deal_id AND q.kind = NEW.kind AND w.sign_by IS NOT DISTINCT FROM NEW.sign_by AND w.mode_id IS NOT DISTINCT FROM NEW.mode_id AND w.details = NEW.details AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) THEN RAISE EXCEPTION 'guard: a change is what was signed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_deal_change_rules_insert BEFORE INSERT ON deal_change FOR EACH ROW EXECUTE FUNCTION guard_deal_change_rules_insert()
;;
CREATE FUNCTION guard_deal_change_grace() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'forfeit' AND NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.deal_id = NEW.deal_id AND n.ends_at <= NEW.at AND NEW.details = '{"notice":' || n.id || '}' AND NOT EXISTS (SELECT 1 FROM default_lift l WHERE l.notice_id = n.id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = n.deal_id AND x.kind = 'extension' AND x.at >= n.at)) THEN RAISE EXCEPTION 'guard: no deposit is forfeited before a notice''s grace is over' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_deal_change_grace BEFORE INSERT ON deal_change FOR EACH ROW EXECUTE FUNCTION guard_deal_change_grace()
;;
CREATE FUNCTION guard_deal_change_area() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'area' AND (EXISTS (SELECT 1 FROM deal_change x JOIN measured_area y ON y.id = (SELECT max(n.id) FROM measured_area n JOIN deal d ON d.unit_id = n.unit_id WHERE d.id = NEW.deal_id) WHERE x.deal_id = NEW.deal_id AND x.kind = 'area' AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":') OR NOT EXISTS (SELECT 1 FROM (SELECT l.id, (CASE WHEN l.found < l.agreed THEN -1 ELSE 1 END) * (CASE l.rounding WHEN 'fen' THEN l.high + (2 * l.low + l.whole) / (2 * l.whole) WHEN 'yuan' THEN (l.high + l.low / l.whole + 50) / 100 * 100 ELSE (l.high + l.low / l.whole) / 100 * 100 END) - l.earlier AS owed FROM (SELECT p.*, p.price / 1000000 * p.part / p.whole * 1000000 AS high, (p.price / 1000000 * p.part - p.price / 1000000 * p.part / p.whole * p.whole) * 1000000 + (p.price - p.price / 1000000 * 1000000) * p.part AS low FROM (SELECT f.*, 100 * f.agreed AS whole, (CASE WHEN f.found >= f.agreed AND 100 * (f.found - f.agreed) > 3 * f.agreed THEN 3 * f.agreed WHEN 100 * (f.agreed - f.found) > 3 * f.agreed THEN 200 * (f.agreed - f.found) - 3 * f.agreed ELSE 100 * abs(f.found - f.agreed) END) AS part FROM (SELECT m.id, m.area AS found, b.rounding, coalesce((SELECT v.total_fen FROM price_approval v WHERE v.deal_id = d.id ORDER BY v.id DESC LIMIT 1), d.list_total_fen) AS price, CAST(round(CAST((CAST(a.sheet AS json) ->> 'gross_area') AS NUMERIC) * 10000) AS BIGINT) AS agreed, (SELECT CAST(coalesce(sum(CAST(substr(x.details, length('{"area":' || y.id || ',"owed_fen":') + 1, length(x.details) - length('{"area":' || y.id || ',"owed_fen":') - 1) AS BIGINT)), 0) AS BIGINT) FROM deal_change x JOIN measured_area y ON y.unit_id = d.unit_id AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":' WHERE x.deal_id = d.id AND x.kind = 'area') AS earlier FROM deal d JOIN agreement a ON a.deal_id = d.id JOIN project b ON b.id = d.project_id JOIN measured_area m ON m.id = (SELECT max(n.id) FROM measured_area n WHERE n.unit_id = d.unit_id) WHERE d.id = NEW.deal_id) f) p) l) s WHERE NEW.details = '{"area":' || s.id || ',"owed_fen":' || s.owed || '}')) THEN RAISE EXCEPTION 'guard: the newest measured area is settled, once, by its rule' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_deal_change_area BEFORE INSERT ON deal_change FOR EACH ROW EXECUTE FUNCTION guard_deal_change_area()
;;
CREATE TABLE default_notice (
	id BIGSERIAL NOT NULL, 
	no BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	overdue TEXT NOT NULL, 
	since TEXT NOT NULL, 
	grace_days BIGINT NOT NULL, 
	last_day TEXT NOT NULL, 
	ends_at BIGINT NOT NULL, 
	why TEXT NOT NULL, 
	served_by TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_default_notice PRIMARY KEY (id), 
	CONSTRAINT ck_default_notice_grace CHECK (grace_days > 0), 
	CONSTRAINT ck_default_notice_why CHECK (why <> ''), 
	CONSTRAINT uq_default_notice_no UNIQUE (no), 
	CONSTRAINT uq_default_notice_number UNIQUE (number), 
	CONSTRAINT fk_default_notice_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_default_notice_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_default_notice_deal_id ON default_notice (deal_id)
;;
CREATE FUNCTION guard_default_notice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: default_notice is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_default_notice BEFORE UPDATE OR DELETE ON default_notice FOR EACH ROW EXECUTE FUNCTION guard_default_notice()
;;
CREATE TRIGGER guard_default_notice_truncate BEFORE TRUNCATE ON default_notice FOR EACH STATEMENT EXECUTE FUNCTION guard_default_notice()
;;
CREATE FUNCTION guard_default_notice_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.no <> coalesce((SELECT max(n.no) + 1 FROM default_notice n), (SELECT c.first_no FROM counter c WHERE c.series = 'notice')) THEN RAISE EXCEPTION 'guard: notice numbers follow one another' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage = 'subscribed') THEN RAISE EXCEPTION 'guard: only the buyer of a live agreement is in default' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'NoticeDefault') THEN RAISE EXCEPTION 'guard: nobody serves a notice without the right' USING ERRCODE = '23000'; END IF; IF NEW.since >= NEW.last_day THEN RAISE EXCEPTION 'guard: a notice is about what is overdue' USING ERRCODE = '23000'; END IF; IF NEW.grace_days < coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'grace_shortest_days'), 3) OR NEW.ends_at < NEW.at + NEW.grace_days * 86400000000 THEN RAISE EXCEPTION 'guard: a notice gives its grace' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_default_notice_rules_insert BEFORE INSERT ON default_notice FOR EACH ROW EXECUTE FUNCTION guard_default_notice_rules_insert()
;;
CREATE TABLE delivery (
	deal_id BIGINT NOT NULL, 
	delivered_on TEXT NOT NULL, 
	taken_by TEXT NOT NULL, 
	note TEXT NOT NULL, 
	overdue_fen BIGINT NOT NULL, 
	overdue_reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_delivery PRIMARY KEY (deal_id), 
	CONSTRAINT ck_delivery_taken_by CHECK (taken_by <> ''), 
	CONSTRAINT fk_delivery_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
;;
CREATE FUNCTION guard_delivery_stage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('filed')) THEN RAISE EXCEPTION 'guard: what is filed is handed over' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_delivery_stage BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_stage()
;;
CREATE FUNCTION guard_delivery_day() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = NEW.deal_id AND f.filed_on > NEW.delivered_on) THEN RAISE EXCEPTION 'guard: a unit is handed over after its filing' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_delivery_day BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_day()
;;
CREATE FUNCTION guard_delivery_owing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.overdue_fen < 0 OR (NEW.overdue_fen > 0 AND trim(NEW.overdue_reason) = '') OR NEW.overdue_fen < (SELECT coalesce(sum(l.open_fen), 0) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.due_on < NEW.delivered_on) THEN RAISE EXCEPTION 'guard: what is overdue is told, and why the keys are given all the same' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_delivery_owing BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery_owing()
;;
CREATE FUNCTION guard_delivery() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: delivery is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_delivery BEFORE UPDATE OR DELETE ON delivery FOR EACH ROW EXECUTE FUNCTION guard_delivery()
;;
CREATE TRIGGER guard_delivery_truncate BEFORE TRUNCATE ON delivery FOR EACH STATEMENT EXECUTE FUNCTION guard_delivery()
;;
CREATE TABLE due_line (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	money TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	open_fen BIGINT NOT NULL, 
	event TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	days BIGINT NOT NULL, 
	after_months BIGINT NOT NULL, 
	due_on TEXT, 
	made_at BIGINT NOT NULL, 
	made_by BIGINT NOT NULL, 
	ended_at BIGINT, 
	ended_by BIGINT, 
	kept_fen BIGINT, 
	end_reason TEXT NOT NULL, 
	late_fee_id BIGINT, 
	CONSTRAINT pk_due_line PRIMARY KEY (id), 
	CONSTRAINT ck_due_line_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_due_line_kept CHECK (kept_fen BETWEEN 0 AND amount_fen), 
	CONSTRAINT ck_due_line_open CHECK (open_fen BETWEEN 0 AND amount_fen), 
	CONSTRAINT ck_due_line_ended CHECK ((ended_at IS NULL) = (kept_fen IS NULL)), 
	CONSTRAINT fk_due_line_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_due_line_made_by FOREIGN KEY(made_by) REFERENCES person (id), 
	CONSTRAINT uq_due_line_late_fee_id UNIQUE (late_fee_id)
)
;;
CREATE INDEX ix_due_line_deal_id ON due_line (deal_id)
;;
CREATE INDEX ix_due_line_open ON due_line (due_on) WHERE ended_at IS NULL
;;
CREATE INDEX ix_due_line_owed ON due_line (deal_id, due_on, open_fen) WHERE ended_at IS NULL AND open_fen > 0
;;
CREATE FUNCTION guard_due_line_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: what was due then stays as it was' USING ERRCODE = '23000'; END IF; IF OLD.id IS DISTINCT FROM NEW.id OR OLD.deal_id IS DISTINCT FROM NEW.deal_id OR OLD.money IS DISTINCT FROM NEW.money OR OLD.amount_fen IS DISTINCT FROM NEW.amount_fen OR OLD.event IS DISTINCT FROM NEW.event OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.days IS DISTINCT FROM NEW.days OR OLD.after_months IS DISTINCT FROM NEW.after_months OR OLD.made_at IS DISTINCT FROM NEW.made_at OR OLD.made_by IS DISTINCT FROM NEW.made_by OR OLD.late_fee_id IS DISTINCT FROM NEW.late_fee_id OR (OLD.due_on IS NOT NULL AND OLD.due_on IS DISTINCT FROM NEW.due_on) THEN RAISE EXCEPTION 'guard: what is due is dated once, and ends' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_due_line_rules_update BEFORE UPDATE ON due_line FOR EACH ROW EXECUTE FUNCTION guard_due_line_rules_update()
;;
CREATE FUNCTION guard_due_line_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: what is due is never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_due_line_delete BEFORE DELETE ON due_line FOR EACH ROW EXECUTE FUNCTION guard_due_line_delete()
;;
CREATE FUNCTION guard_due_line_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) THEN RAISE EXCEPTION 'guard: something is due of a live agreement only' USING ERRCODE = '23000'; END IF; IF NEW.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: what is due is due first' USING ERRCODE = '23000'; END IF; IF (NEW.money = 'late fee') <> (NEW.late_fee_id IS NOT NULL) OR (NEW.late_fee_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM late_fee f JOIN due_line l ON l.id = f.of_line_id WHERE f.id = NEW.late_fee_id AND l.deal_id = NEW.deal_id AND f.amount_fen = NEW.amount_fen AND f.until_on = NEW.due_on AND f.at = NEW.made_at AND NEW.open_fen = NEW.amount_fen)) THEN RAISE EXCEPTION 'guard: a late fee is due as it was reckoned' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.id) THEN RAISE EXCEPTION 'guard: what is due is never replaced' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_due_line_rules_insert BEFORE INSERT ON due_line FOR EACH ROW EXECUTE FUNCTION guard_due_line_rules_insert()
;;
CREATE FUNCTION guard_due_line_paid() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.open_fen <> OLD.open_fen AND NEW.open_fen > OLD.amount_fen - ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.id)) THEN RAISE EXCEPTION 'guard: what was paid of a line is no longer open' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_due_line_paid BEFORE UPDATE ON due_line FOR EACH ROW EXECUTE FUNCTION guard_due_line_paid()
;;
CREATE FUNCTION guard_due_line_fee_open() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.money = 'late fee' AND NEW.open_fen <> OLD.open_fen AND NEW.open_fen <> OLD.amount_fen - ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.id)) THEN RAISE EXCEPTION 'guard: of a late fee is open what was neither paid nor waived' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_due_line_fee_open BEFORE UPDATE ON due_line FOR EACH ROW EXECUTE FUNCTION guard_due_line_fee_open()
;;
CREATE FUNCTION guard_due_line_fee_ends() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.money = 'late fee' AND NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id) AND (NEW.open_fen > 0 OR NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'exchange')) THEN RAISE EXCEPTION 'guard: a late fee ends with its deal' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_due_line_fee_ends BEFORE UPDATE ON due_line FOR EACH ROW EXECUTE FUNCTION guard_due_line_fee_ends()
;;
CREATE TABLE filing_cancelled (
	deal_id BIGINT NOT NULL, 
	cancelled_on TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_filing_cancelled PRIMARY KEY (deal_id), 
	CONSTRAINT fk_filing_cancelled_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
;;
CREATE FUNCTION guard_filing_cancelled_day() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('filed')) OR EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = NEW.deal_id AND f.filed_on > NEW.cancelled_on) THEN RAISE EXCEPTION 'guard: a filing is struck off after it was made' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_filing_cancelled_day BEFORE INSERT ON filing_cancelled FOR EACH ROW EXECUTE FUNCTION guard_filing_cancelled_day()
;;
CREATE FUNCTION guard_filing_cancelled() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: filing_cancelled is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_filing_cancelled BEFORE UPDATE OR DELETE ON filing_cancelled FOR EACH ROW EXECUTE FUNCTION guard_filing_cancelled()
;;
CREATE TRIGGER guard_filing_cancelled_truncate BEFORE TRUNCATE ON filing_cancelled FOR EACH STATEMENT EXECUTE FUNCTION guard_filing_cancelled()
;;
CREATE FUNCTION guard_filing_cancelled_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CancelSubscription') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'cancellation' AND replace(x.details, '"filing_cancelled_on":"' || NEW.cancelled_on || '"', '') <> x.details AND x.at = NEW.at AND x.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: nobody strikes a filing off without the right, or the signatures' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM setting s WHERE s.name = 'cancel_by_request' AND s.value = 'true') AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'cancellation' AND replace(x.details, '"filing_cancelled_on":"' || NEW.cancelled_on || '"', '') <> x.details AND x.at = NEW.at AND x.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: what was agreed is cancelled by its signatures' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_filing_cancelled_rules_insert BEFORE INSERT ON filing_cancelled FOR EACH ROW EXECUTE FUNCTION guard_filing_cancelled_rules_insert()
;;
CREATE TABLE loan_case (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	product TEXT NOT NULL, 
	buyer TEXT NOT NULL, 
	bank TEXT NOT NULL, 
	branch TEXT NOT NULL, 
	officer TEXT NOT NULL, 
	bank_fen BIGINT NOT NULL, 
	fund_fen BIGINT NOT NULL, 
	years BIGINT NOT NULL, 
	method TEXT NOT NULL, 
	rate_bp BIGINT, 
	fund_rate_bp BIGINT, 
	opened_on TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_loan_case PRIMARY KEY (id), 
	CONSTRAINT ck_loan_case_product CHECK (product IN ('combined_loan', 'mortgage', 'provident_fund')), 
	CONSTRAINT ck_loan_case_buyer CHECK (buyer IN ('business owner', 'employed')), 
	CONSTRAINT ck_loan_case_parts CHECK (bank_fen >= 0 AND fund_fen >= 0 AND (bank_fen > 0) = (product <> 'provident_fund') AND (fund_fen > 0) = (product <> 'mortgage')), 
	CONSTRAINT ck_loan_case_years CHECK (years BETWEEN 1 AND 40), 
	CONSTRAINT ck_loan_case_bank CHECK (bank <> '' OR product = 'provident_fund'), 
	CONSTRAINT fk_loan_case_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_loan_case_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_loan_case_deal_id ON loan_case (deal_id)
;;
CREATE FUNCTION guard_loan_case() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: loan_case is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_loan_case BEFORE UPDATE OR DELETE ON loan_case FOR EACH ROW EXECUTE FUNCTION guard_loan_case()
;;
CREATE TRIGGER guard_loan_case_truncate BEFORE TRUNCATE ON loan_case FOR EACH STATEMENT EXECUTE FUNCTION guard_loan_case()
;;
CREATE FUNCTION guard_loan_case_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('OpenLoanCase')) THEN RAISE EXCEPTION 'guard: nobody opens a loan case without the right' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) THEN RAISE EXCEPTION 'guard: a loan is for a live agreement' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM loan_case k WHERE k.deal_id = NEW.deal_id AND coalesce((SELECT t.state FROM loan_turn t WHERE t.case_id = k.id ORDER BY t.turn_no DESC LIMIT 1), 'collecting') NOT IN ('refused', 'withdrawn')) THEN RAISE EXCEPTION 'guard: one loan case at a time pays a deal' USING ERRCODE = '23000'; END IF; IF NEW.bank_fen + NEW.fund_fen > (SELECT coalesce(sum(l.amount_fen), 0) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.money IN ('fund loan', 'loan')) THEN RAISE EXCEPTION 'guard: a loan is no more than what it is due for' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_loan_case_rules_insert BEFORE INSERT ON loan_case FOR EACH ROW EXECUTE FUNCTION guard_loan_case_rules_insert()
;;
CREATE TABLE online_signing (
	deal_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_online_signing PRIMARY KEY (deal_id), 
	CONSTRAINT ck_online_signing_number CHECK (number <> ''), 
	CONSTRAINT fk_online_signing_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_online_signing_number UNIQUE (number)
)
;;
CREATE FUNCTION guard_online_signing_stage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) THEN RAISE EXCEPTION 'guard: an online signing is a contract''s' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_online_signing_stage BEFORE INSERT ON online_signing FOR EACH ROW EXECUTE FUNCTION guard_online_signing_stage()
;;
CREATE FUNCTION guard_online_signing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: online_signing is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_online_signing BEFORE UPDATE OR DELETE ON online_signing FOR EACH ROW EXECUTE FUNCTION guard_online_signing()
;;
CREATE TRIGGER guard_online_signing_truncate BEFORE TRUNCATE ON online_signing FOR EACH STATEMENT EXECUTE FUNCTION guard_online_signing()
;;
CREATE TABLE payment_promise (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	promised_on TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	made_on TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_payment_promise PRIMARY KEY (id), 
	CONSTRAINT ck_payment_promise_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_payment_promise_days CHECK (promised_on >= made_on), 
	CONSTRAINT fk_payment_promise_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_payment_promise_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_payment_promise_deal_id ON payment_promise (deal_id)
;;
CREATE FUNCTION guard_payment_promise() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: payment_promise is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_payment_promise BEFORE UPDATE OR DELETE ON payment_promise FOR EACH ROW EXECUTE FUNCTION guard_payment_promise()
;;
CREATE TRIGGER guard_payment_promise_truncate BEFORE TRUNCATE ON payment_promise FOR EACH STATEMENT EXECUTE FUNCTION guard_payment_promise()
;;
CREATE FUNCTION guard_payment_promise_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.amount_fen > coalesce((SELECT sum(l.open_fen) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0), 0) THEN RAISE EXCEPTION 'guard: no more is promised than is open' USING ERRCODE = '23000'; END IF; IF (CAST(substr(NEW.promised_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.promised_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(NEW.made_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.made_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'promise_longest_days'), 30) THEN RAISE EXCEPTION 'guard: a promise is for a day soon' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordPromise') THEN RAISE EXCEPTION 'guard: nobody notes a promise without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_payment_promise_rules_insert BEFORE INSERT ON payment_promise FOR EACH ROW EXECUTE FUNCTION guard_payment_promise_rules_insert()
;;
CREATE FUNCTION guard_price_approval_floor() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.total_fen < (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id) AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = q.id AND w.role = 'general' AND w.decision = 'approve')) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = x.request_id AND w.role = 'general' AND w.decision = 'approve')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.new_deal_id = NEW.deal_id AND e.price_fen = NEW.total_fen AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = x.request_id AND w.role = 'general' AND w.decision = 'approve')) THEN RAISE EXCEPTION 'guard: below the floor price the general manager signs' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_floor BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_floor()
;;
CREATE FUNCTION guard_price_approval_granted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM price_approval a JOIN price_grant g ON g.deal_id = a.deal_id AND g.total_fen = a.total_fen JOIN request q ON q.id = g.request_id WHERE a.id = (SELECT max(b.id) FROM price_approval b WHERE b.deal_id = NEW.deal_id) AND a.at = (SELECT max(s.at) FROM signature s WHERE s.request_id = q.id) AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: a price that was signed is not approved over alone' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_granted BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_granted()
;;
CREATE FUNCTION guard_price_approval_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ApprovePrice') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND e.price_fen = NEW.total_fen) THEN RAISE EXCEPTION 'guard: nobody approves a price without the right, or the signatures' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id) THEN RAISE EXCEPTION 'guard: the price of an agreement is changed by its signatures' USING ERRCODE = '23000'; END IF; IF NEW.total_fen + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id JOIN deal o ON o.id = c.deal_id WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.unit_id <> o.unit_id) < (SELECT coalesce(sum(CASE WHEN m.credit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END - CASE WHEN m.debit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: no price below what is paid of it' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_rules_insert BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_rules_insert()
;;
CREATE FUNCTION guard_price_approval_limit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND NEW.total_fen < d.list_total_fen) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = NEW.actor_id ORDER BY l.id DESC LIMIT 1) * (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) AND NOT (EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id) AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = q.id) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 <= (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000))) OR EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = x.request_id) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 <= (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000))) OR EXISTS (SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.new_deal_id = NEW.deal_id AND e.price_fen = NEW.total_fen AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = x.request_id) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 <= (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000)))) THEN RAISE EXCEPTION 'guard: nobody gives more than his role may' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_limit BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_limit()
;;
CREATE FUNCTION guard_price_approval_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_posting BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_posting()
;;
CREATE TABLE price_grant (
	request_id BIGINT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	total_fen BIGINT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	CONSTRAINT pk_price_grant PRIMARY KEY (request_id), 
	CONSTRAINT ck_price_grant_total CHECK (total_fen > 0), 
	CONSTRAINT fk_price_grant_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_price_grant_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_price_grant_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_price_grant_deal_id ON price_grant (deal_id)
;;
CREATE FUNCTION guard_price_grant() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_grant is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_grant BEFORE UPDATE OR DELETE ON price_grant FOR EACH ROW EXECUTE FUNCTION guard_price_grant()
;;
CREATE TRIGGER guard_price_grant_truncate BEFORE TRUNCATE ON price_grant FOR EACH STATEMENT EXECUTE FUNCTION guard_price_grant()
;;
CREATE FUNCTION guard_price_grant_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q JOIN deal d ON d.id = NEW.deal_id WHERE q.id = NEW.request_id AND q.kind = 'discount' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = d.list_total_fen - NEW.total_fen AND q.below_fen = (CASE WHEN (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) > NEW.total_fen THEN (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) - NEW.total_fen ELSE 0 END)) THEN RAISE EXCEPTION 'guard: a special price is its request''s' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage = 'on hold') THEN RAISE EXCEPTION 'guard: a special price is asked for what is held' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_grant_rules_insert BEFORE INSERT ON price_grant FOR EACH ROW EXECUTE FUNCTION guard_price_grant_rules_insert()
;;
CREATE TABLE receipt_exchange (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	invoice TEXT NOT NULL, 
	invoice_on TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_receipt_exchange PRIMARY KEY (id), 
	CONSTRAINT ck_receipt_exchange_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_receipt_exchange_invoice CHECK (invoice <> ''), 
	CONSTRAINT fk_receipt_exchange_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_receipt_exchange_invoice UNIQUE (invoice), 
	CONSTRAINT fk_receipt_exchange_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_receipt_exchange_deal_id ON receipt_exchange (deal_id)
;;
CREATE FUNCTION guard_receipt_exchange() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: receipt_exchange is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_receipt_exchange BEFORE UPDATE OR DELETE ON receipt_exchange FOR EACH ROW EXECUTE FUNCTION guard_receipt_exchange()
;;
CREATE TRIGGER guard_receipt_exchange_truncate BEFORE TRUNCATE ON receipt_exchange FOR EACH STATEMENT EXECUTE FUNCTION guard_receipt_exchange()
;;
CREATE FUNCTION guard_receipt_exchange_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ExchangeReceipts') THEN RAISE EXCEPTION 'guard: nobody exchanges receipts without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_exchange_right BEFORE INSERT ON receipt_exchange FOR EACH ROW EXECUTE FUNCTION guard_receipt_exchange_right()
;;
CREATE FUNCTION guard_receipt_exchange_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_exchange_posting BEFORE INSERT ON receipt_exchange FOR EACH ROW EXECUTE FUNCTION guard_receipt_exchange_posting()
;;
CREATE TABLE spot_check (
	id BIGSERIAL NOT NULL, 
	visit_id BIGINT, 
	follow_up_id BIGINT, 
	verdict TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_spot_check PRIMARY KEY (id), 
	CONSTRAINT ck_spot_check_entry CHECK ((visit_id IS NULL) <> (follow_up_id IS NULL)), 
	CONSTRAINT ck_spot_check_verdict CHECK (verdict IN ('', 'good', 'wanting')), 
	CONSTRAINT ck_spot_check_comment CHECK (verdict = 'good' OR comment <> ''), 
	CONSTRAINT fk_spot_check_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id), 
	CONSTRAINT fk_spot_check_follow_up_id FOREIGN KEY(follow_up_id) REFERENCES follow_up (id), 
	CONSTRAINT fk_spot_check_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_spot_check_follow_up_id ON spot_check (follow_up_id)
;;
CREATE INDEX ix_spot_check_visit_id ON spot_check (visit_id)
;;
CREATE FUNCTION guard_spot_check() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: spot_check is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_spot_check BEFORE UPDATE OR DELETE ON spot_check FOR EACH ROW EXECUTE FUNCTION guard_spot_check()
;;
CREATE TRIGGER guard_spot_check_truncate BEFORE TRUNCATE ON spot_check FOR EACH STATEMENT EXECUTE FUNCTION guard_spot_check()
;;
CREATE FUNCTION guard_spot_check_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.verdict <> '' AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CheckEntry')) OR (NEW.verdict = '' AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CommentEntry')) THEN RAISE EXCEPTION 'guard: nobody checks entries without the right' USING ERRCODE = '23000'; END IF; IF NEW.verdict <> '' AND (EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id AND v.receptionist_id = NEW.actor_id) OR EXISTS (SELECT 1 FROM follow_up f WHERE f.id = NEW.follow_up_id AND f.done_by = NEW.actor_id)) THEN RAISE EXCEPTION 'guard: nobody checks what he wrote himself' USING ERRCODE = '23000'; END IF; IF NEW.verdict <> '' AND EXISTS (SELECT 1 FROM spot_check s WHERE s.verdict <> '' AND (s.visit_id = NEW.visit_id OR s.follow_up_id = NEW.follow_up_id)) THEN RAISE EXCEPTION 'guard: an entry is checked once' USING ERRCODE = '23000'; END IF; IF NEW.follow_up_id IS NOT NULL AND EXISTS (SELECT 1 FROM follow_up f WHERE f.id = NEW.follow_up_id AND f.done_at IS NULL) THEN RAISE EXCEPTION 'guard: only what was recorded is checked' USING ERRCODE = '23000'; END IF; IF NEW.verdict <> '' AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id AND v.recorded_at < NEW.at AND v.recorded_at >= NEW.at - 691200000000) AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.id = NEW.follow_up_id AND f.done_at < NEW.at AND f.done_at >= NEW.at - 691200000000) THEN RAISE EXCEPTION 'guard: what was written down in the week before is checked' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_spot_check_rules_insert BEFORE INSERT ON spot_check FOR EACH ROW EXECUTE FUNCTION guard_spot_check_rules_insert()
;;
CREATE TABLE unit_exchange (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	new_deal_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	mode_id BIGINT NOT NULL, 
	price_fen BIGINT NOT NULL, 
	carried_fen BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_unit_exchange PRIMARY KEY (id), 
	CONSTRAINT ck_unit_exchange_amounts CHECK (carried_fen > 0 AND price_fen > 0), 
	CONSTRAINT uq_unit_exchange_deal_id UNIQUE (deal_id), 
	CONSTRAINT fk_unit_exchange_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_unit_exchange_new_deal_id UNIQUE (new_deal_id), 
	CONSTRAINT fk_unit_exchange_new_deal_id FOREIGN KEY(new_deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_unit_exchange_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_unit_exchange_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id), 
	CONSTRAINT fk_unit_exchange_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_unit_exchange() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: unit_exchange is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_unit_exchange BEFORE UPDATE OR DELETE ON unit_exchange FOR EACH ROW EXECUTE FUNCTION guard_unit_exchange()
;;
CREATE TRIGGER guard_unit_exchange_truncate BEFORE TRUNCATE ON unit_exchange FOR EACH STATEMENT EXECUTE FUNCTION guard_unit_exchange()
;;
CREATE FUNCTION guard_unit_exchange_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'exchange' AND x.at = NEW.at AND x.actor_id = NEW.actor_id AND substr(x.details, length(x.details) - length('"mode":' || NEW.mode_id || ',"to":' || NEW.unit_id || ',"total_fen":' || NEW.price_fen || '}') + 1) = '"mode":' || NEW.mode_id || ',"to":' || NEW.unit_id || ',"total_fen":' || NEW.price_fen || '}') THEN RAISE EXCEPTION 'guard: a unit is exchanged by its signatures' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM deal_change x JOIN request q ON q.id = x.request_id JOIN unit u ON u.id = NEW.unit_id WHERE x.deal_id = NEW.deal_id AND x.kind = 'exchange' AND q.amount_fen <> u.total_fen - NEW.price_fen) THEN RAISE EXCEPTION 'guard: an exchange gives away as much as was signed' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM deal o JOIN deal n ON n.project_id = o.project_id AND n.customer_id = o.customer_id AND n.unit_id <> o.unit_id WHERE o.id = NEW.deal_id AND n.id = NEW.new_deal_id AND n.unit_id = NEW.unit_id AND n.opened_at = NEW.at) OR EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.new_deal_id) THEN RAISE EXCEPTION 'guard: one customer''s deal goes on as his next in its project' USING ERRCODE = '23000'; END IF; IF NEW.carried_fen <> (SELECT coalesce(sum(CASE WHEN m.credit IN ('deposits held', 'price received', 'prepaid', 'held for others') THEN m.amount_fen ELSE 0 END - CASE WHEN m.debit IN ('deposits held', 'price received', 'prepaid', 'held for others') THEN m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: all the money of a deal goes with it' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_exchange_rules_insert BEFORE INSERT ON unit_exchange FOR EACH ROW EXECUTE FUNCTION guard_unit_exchange_rules_insert()
;;
CREATE TABLE attachment (
	id BIGSERIAL NOT NULL, 
	kind TEXT NOT NULL, 
	request_id BIGINT, 
	agreement_id BIGINT, 
	change_id BIGINT, 
	contract_id BIGINT, 
	unit_id BIGINT, 
	project_id BIGINT, 
	layout TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	pages BIGINT NOT NULL, 
	width BIGINT NOT NULL, 
	height BIGINT NOT NULL, 
	sha256 TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT ck_attachment_place CHECK ((CASE WHEN request_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN agreement_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN change_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN contract_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN unit_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN project_id IS NULL THEN 0 ELSE 1 END) = 1), 
	CONSTRAINT ck_attachment_layout CHECK ((project_id IS NULL) = (layout = '')), 
	CONSTRAINT ck_attachment_kind_place CHECK ((kind = 'floor plan') = (unit_id IS NOT NULL OR project_id IS NOT NULL)), 
	CONSTRAINT ck_attachment_kind CHECK (kind IN ('scan', 'floor plan')), 
	CONSTRAINT ck_attachment_media CHECK (media IN ('application/pdf', 'image/png', 'image/jpeg')), 
	CONSTRAINT ck_attachment_facts CHECK (size > 0 AND pages >= 0 AND length(sha256) = 64), 
	CONSTRAINT ck_attachment_dots CHECK (width >= 0 AND height >= 0 AND width * height <= 50000000 AND (width * height > 0) = (media <> 'application/pdf')), 
	CONSTRAINT fk_attachment_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_attachment_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id), 
	CONSTRAINT fk_attachment_change_id FOREIGN KEY(change_id) REFERENCES deal_change (id), 
	CONSTRAINT fk_attachment_contract_id FOREIGN KEY(contract_id) REFERENCES contract (deal_id), 
	CONSTRAINT fk_attachment_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_attachment_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_attachment_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_attachment_agreement_id ON attachment (agreement_id)
;;
CREATE INDEX ix_attachment_change_id ON attachment (change_id)
;;
CREATE INDEX ix_attachment_contract_id ON attachment (contract_id)
;;
CREATE INDEX ix_attachment_project_id ON attachment (project_id)
;;
CREATE INDEX ix_attachment_request_id ON attachment (request_id)
;;
CREATE INDEX ix_attachment_unit_id ON attachment (unit_id)
;;
CREATE FUNCTION guard_attachment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: attachment is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_attachment BEFORE UPDATE OR DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION guard_attachment()
;;
CREATE TRIGGER guard_attachment_truncate BEFORE TRUNCATE ON attachment FOR EACH STATEMENT EXECUTE FUNCTION guard_attachment()
;;
CREATE TABLE claim_review (
	id BIGSERIAL NOT NULL, 
	claim_id BIGINT NOT NULL, 
	review_on TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_claim_review PRIMARY KEY (id), 
	CONSTRAINT fk_claim_review_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_claim_review_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_claim_review_claim_id ON claim_review (claim_id)
;;
CREATE FUNCTION guard_claim_review() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: claim_review is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_claim_review BEFORE UPDATE OR DELETE ON claim_review FOR EACH ROW EXECUTE FUNCTION guard_claim_review()
;;
CREATE TRIGGER guard_claim_review_truncate BEFORE TRUNCATE ON claim_review FOR EACH STATEMENT EXECUTE FUNCTION guard_claim_review()
;;
CREATE FUNCTION guard_claim_review_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('HoldBack', 'BlockUnits', 'ReviewHoldBack')) THEN RAISE EXCEPTION 'guard: nobody dates a hold-back without the right' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.claim_id AND c.ended_at IS NULL AND c.stage IN ('held back', 'blocked')) THEN RAISE EXCEPTION 'guard: only what is kept back is looked at again' USING ERRCODE = '23000'; END IF; IF length(NEW.review_on) <> 10 OR (CAST(substr(NEW.review_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.review_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) NOT BETWEEN NEW.at / 86400000000 AND NEW.at / 86400000000 + 367 THEN RAISE EXCEPTION 'guard: what is kept back is looked at again within a year' USING ERRCODE = '23000'; END IF; IF NEW.note = '' AND EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.claim_id AND c.opened_at < NEW.at) THEN RAISE EXCEPTION 'guard: what is put off has its reason' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_review_rules_insert BEFORE INSERT ON claim_review FOR EACH ROW EXECUTE FUNCTION guard_claim_review_rules_insert()
;;
CREATE TABLE default_lift (
	notice_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_default_lift PRIMARY KEY (notice_id), 
	CONSTRAINT ck_default_lift_reason CHECK (reason <> ''), 
	CONSTRAINT fk_default_lift_notice_id FOREIGN KEY(notice_id) REFERENCES default_notice (id), 
	CONSTRAINT fk_default_lift_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_default_lift() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: default_lift is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_default_lift BEFORE UPDATE OR DELETE ON default_lift FOR EACH ROW EXECUTE FUNCTION guard_default_lift()
;;
CREATE TRIGGER guard_default_lift_truncate BEFORE TRUNCATE ON default_lift FOR EACH STATEMENT EXECUTE FUNCTION guard_default_lift()
;;
CREATE FUNCTION guard_default_lift_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.id = NEW.notice_id AND EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = n.deal_id AND c.ended_at IS NULL AND c.stage = 'subscribed')) THEN RAISE EXCEPTION 'guard: only a notice that stands is lifted' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'LiftDefault') THEN RAISE EXCEPTION 'guard: nobody lifts a notice without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_default_lift_rules_insert BEFORE INSERT ON default_lift FOR EACH ROW EXECUTE FUNCTION guard_default_lift_rules_insert()
;;
CREATE TABLE demand_letter (
	id BIGSERIAL NOT NULL, 
	no BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	due_line_id BIGINT NOT NULL, 
	stage TEXT NOT NULL, 
	overdue_fen BIGINT NOT NULL, 
	since TEXT NOT NULL, 
	written_on TEXT NOT NULL, 
	pay_by TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_demand_letter PRIMARY KEY (id), 
	CONSTRAINT uq_demand_letter_due_line_id_stage UNIQUE (due_line_id, stage), 
	CONSTRAINT ck_demand_letter_overdue CHECK (overdue_fen > 0), 
	CONSTRAINT ck_demand_letter_days CHECK (since < written_on AND written_on < pay_by), 
	CONSTRAINT uq_demand_letter_no UNIQUE (no), 
	CONSTRAINT uq_demand_letter_number UNIQUE (number), 
	CONSTRAINT fk_demand_letter_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_demand_letter_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_demand_letter_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_demand_letter_deal_id ON demand_letter (deal_id)
;;
CREATE FUNCTION guard_demand_letter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: demand_letter is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_demand_letter BEFORE UPDATE OR DELETE ON demand_letter FOR EACH ROW EXECUTE FUNCTION guard_demand_letter()
;;
CREATE TRIGGER guard_demand_letter_truncate BEFORE TRUNCATE ON demand_letter FOR EACH STATEMENT EXECUTE FUNCTION guard_demand_letter()
;;
CREATE FUNCTION guard_demand_letter_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.no <> coalesce((SELECT max(n.no) + 1 FROM demand_letter n), (SELECT c.first_no FROM counter c WHERE c.series = 'demand')) THEN RAISE EXCEPTION 'guard: demand letters follow one another' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0 AND l.id = NEW.due_line_id AND l.due_on = NEW.since) OR NEW.since <> (SELECT min(l.due_on) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0) THEN RAISE EXCEPTION 'guard: a demand is about what is overdue longest' USING ERRCODE = '23000'; END IF; IF NEW.overdue_fen <> coalesce((SELECT sum(l.open_fen) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0 AND l.due_on < NEW.written_on), 0) THEN RAISE EXCEPTION 'guard: a demand asks for what is overdue' USING ERRCODE = '23000'; END IF; IF NEW.stage <> (CASE (SELECT count(*) FROM demand_letter d WHERE d.due_line_id = NEW.due_line_id) WHEN 0 THEN 'first' WHEN 1 THEN 'second' WHEN 2 THEN 'final' ELSE '' END) THEN RAISE EXCEPTION 'guard: the stages of a demand follow one another' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM demand_letter d WHERE d.due_line_id = NEW.due_line_id AND d.pay_by >= NEW.written_on) THEN RAISE EXCEPTION 'guard: a demand waits for the day of the one before' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'WriteDemands') THEN RAISE EXCEPTION 'guard: nobody demands without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_demand_letter_rules_insert BEFORE INSERT ON demand_letter FOR EACH ROW EXECUTE FUNCTION guard_demand_letter_rules_insert()
;;
CREATE TABLE late_fee (
	id BIGSERIAL NOT NULL, 
	of_line_id BIGINT NOT NULL, 
	since_on TEXT NOT NULL, 
	until_on TEXT NOT NULL, 
	weighed BIGINT NOT NULL, 
	tenths BIGINT NOT NULL, 
	grace_days BIGINT NOT NULL, 
	cap_percent BIGINT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_late_fee PRIMARY KEY (id), 
	CONSTRAINT ck_late_fee_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_late_fee_days CHECK (until_on > since_on), 
	CONSTRAINT uq_late_fee_of_line_id_until_on UNIQUE (of_line_id, until_on), 
	CONSTRAINT fk_late_fee_of_line_id FOREIGN KEY(of_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_late_fee_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_late_fee() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: late_fee is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_late_fee BEFORE UPDATE OR DELETE ON late_fee FOR EACH ROW EXECUTE FUNCTION guard_late_fee()
;;
CREATE TRIGGER guard_late_fee_truncate BEFORE TRUNCATE ON late_fee FOR EACH STATEMENT EXECUTE FUNCTION guard_late_fee()
;;
CREATE FUNCTION guard_late_fee_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('FixLateFee', 'TakePayment', 'ApplyPrepaid', 'SignRequest')) THEN RAISE EXCEPTION 'guard: nobody fixes a late fee without the right' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.of_line_id AND l.ended_at IS NULL AND l.due_on < NEW.until_on AND l.money NOT IN ('deed tax', 'fund loan', 'late fee', 'loan', 'maintenance fund', 'registration') AND (CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > (CAST(substr(l.due_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(l.due_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) + NEW.grace_days AND l.amount_fen - l.open_fen - ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.of_line_id)) + (SELECT coalesce(sum(c.fen), 0) FROM (SELECT a.amount_fen AS fen, r.day AS day FROM allocation a JOIN receipt r ON r.id = a.receipt_id LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL UNION ALL SELECT p.amount_fen, p.day FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) c WHERE (CAST(substr(c.day, 9, 2) AS BIGINT) + (153 * (CAST(substr(c.day, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) <= (CAST(substr(l.due_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(l.due_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) + NEW.grace_days) < l.amount_fen) THEN RAISE EXCEPTION 'guard: a late fee is of a line of the price that is late' USING ERRCODE = '23000'; END IF; IF NEW.tenths <> coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'late_fee_tenths'), 0) OR NEW.grace_days <> coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'late_fee_grace_days'), 0) OR NEW.cap_percent <> coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'late_fee_cap_percent'), 0) OR NEW.tenths < 1 THEN RAISE EXCEPTION 'guard: a late fee is reckoned by the house''s terms' USING ERRCODE = '23000'; END IF; IF NEW.since_on IS DISTINCT FROM coalesce((SELECT max(f.until_on) FROM late_fee f WHERE f.of_line_id = NEW.of_line_id), (SELECT l.due_on FROM due_line l WHERE l.id = NEW.of_line_id)) THEN RAISE EXCEPTION 'guard: no day is in two late fees, and none is left out' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.of_line_id AND NEW.weighed = (l.open_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.of_line_id))) * ((CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(NEW.since_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.since_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588)) - (SELECT coalesce(sum(CASE WHEN c.day >= NEW.until_on THEN 0 WHEN c.day > NEW.since_on THEN c.fen * ((CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(c.day, 9, 2) AS BIGINT) + (153 * (CAST(substr(c.day, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588)) ELSE c.fen * ((CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(NEW.since_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.since_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588)) END), 0) FROM (SELECT a.amount_fen AS fen, r.day AS day FROM allocation a JOIN receipt r ON r.id = a.receipt_id LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL UNION ALL SELECT p.amount_fen, p.day FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) c) AND NEW.amount_fen = (CASE WHEN NEW.cap_percent > 0 AND (l.amount_fen * NEW.cap_percent / 100 - (SELECT coalesce(sum(f.amount_fen), 0) FROM late_fee f WHERE f.of_line_id = NEW.of_line_id)) < (NEW.weighed * NEW.tenths * 2 + 100000) / 200000 THEN (l.amount_fen * NEW.cap_percent / 100 - (SELECT coalesce(sum(f.amount_fen), 0) FROM late_fee f WHERE f.of_line_id = NEW.of_line_id)) ELSE (NEW.weighed * NEW.tenths * 2 + 100000) / 200000 END)) THEN RAISE EXCEPTION 'guard: a late fee is what it is reckoned' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_late_fee_rules_insert BEFORE INSERT ON late_fee FOR EACH ROW EXECUTE FUNCTION guard_late_fee_rules_insert()
;;
CREATE TABLE prepaid_use (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	due_line_id BIGINT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_prepaid_use PRIMARY KEY (id), 
	CONSTRAINT ck_prepaid_use_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_prepaid_use_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_prepaid_use_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_prepaid_use_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_prepaid_use_deal_id ON prepaid_use (deal_id)
;;
CREATE INDEX ix_prepaid_use_due_line_id ON prepaid_use (due_line_id)
;;
CREATE FUNCTION guard_prepaid_use() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: prepaid_use is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_prepaid_use BEFORE UPDATE OR DELETE ON prepaid_use FOR EACH ROW EXECUTE FUNCTION guard_prepaid_use()
;;
CREATE TRIGGER guard_prepaid_use_truncate BEFORE TRUNCATE ON prepaid_use FOR EACH STATEMENT EXECUTE FUNCTION guard_prepaid_use()
;;
CREATE FUNCTION guard_prepaid_use_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id AND l.deal_id = NEW.deal_id AND l.ended_at IS NULL) THEN RAISE EXCEPTION 'guard: what was paid ahead is for what is due of its deal' USING ERRCODE = '23000'; END IF; IF NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) > (SELECT l.amount_fen FROM due_line l WHERE l.id = NEW.due_line_id) THEN RAISE EXCEPTION 'guard: no more is taken for a line than it is' USING ERRCODE = '23000'; END IF; IF NEW.amount_fen + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p JOIN due_line l ON l.id = p.due_line_id WHERE p.deal_id = NEW.deal_id AND (CASE WHEN l.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN l.money = 'late fee' THEN 'late fees' ELSE 'price received' END) = (SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id)) > (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = NEW.deal_id AND m.kind = 'applied' AND m.credit = (SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id)) THEN RAISE EXCEPTION 'guard: what was paid ahead moves before it pays' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_prepaid_use_rules_insert BEFORE INSERT ON prepaid_use FOR EACH ROW EXECUTE FUNCTION guard_prepaid_use_rules_insert()
;;
CREATE TABLE price_step (
	id BIGSERIAL NOT NULL, 
	approval_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	offer_id BIGINT NOT NULL, 
	before_fen BIGINT NOT NULL, 
	after_fen BIGINT NOT NULL, 
	CONSTRAINT pk_price_step PRIMARY KEY (id), 
	CONSTRAINT uq_price_step_approval_id_position UNIQUE (approval_id, position), 
	CONSTRAINT ck_price_step_lower CHECK (after_fen > 0 AND after_fen <= before_fen), 
	CONSTRAINT fk_price_step_approval_id FOREIGN KEY(approval_id) REFERENCES price_approval (id), 
	CONSTRAINT fk_price_step_offer_id FOREIGN KEY(offer_id) REFERENCES discount_offer (id)
)
;;
CREATE FUNCTION guard_price_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_step is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_step BEFORE UPDATE OR DELETE ON price_step FOR EACH ROW EXECUTE FUNCTION guard_price_step()
;;
CREATE TRIGGER guard_price_step_truncate BEFORE TRUNCATE ON price_step FOR EACH STATEMENT EXECUTE FUNCTION guard_price_step()
;;
CREATE FUNCTION guard_price_step_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.before_fen <> coalesce((SELECT s.after_fen FROM price_step s WHERE s.approval_id = NEW.approval_id AND s.position = NEW.position - 1), CASE NEW.position WHEN 1 THEN (SELECT d.list_total_fen FROM price_approval a JOIN deal d ON d.id = a.deal_id WHERE a.id = NEW.approval_id) END, -1) THEN RAISE EXCEPTION 'guard: a price step begins where the one before ended' USING ERRCODE = '23000'; END IF; IF NEW.after_fen < (SELECT a.total_fen FROM price_approval a WHERE a.id = NEW.approval_id) THEN RAISE EXCEPTION 'guard: the steps end at the approved price' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM discount_offer o JOIN price_approval a ON a.id = NEW.approval_id JOIN deal d ON d.id = a.deal_id WHERE o.id = NEW.offer_id AND o.project_id = d.project_id AND o.ended_at IS NULL) THEN RAISE EXCEPTION 'guard: only a discount on offer is given' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_step_rules_insert BEFORE INSERT ON price_step FOR EACH ROW EXECUTE FUNCTION guard_price_step_rules_insert()
;;
CREATE OR REPLACE FUNCTION guard_receipt_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.previous <> coalesce((SELECT r.hash FROM receipt r WHERE r.series = NEW.series AND r.no = NEW.no - 1), '0000000000000000000000000000000000000000000000000000000000000000') THEN RAISE EXCEPTION 'guard: a receipt is chained to the one before' USING ERRCODE = '23000'; END IF; IF NEW.series <> (CASE NEW.kind WHEN 'refund' THEN 'refund' ELSE 'receipt' END) OR substr(NEW.number, length(NEW.number) - length(CAST(NEW.no AS TEXT)) + 1) <> CAST(NEW.no AS TEXT) THEN RAISE EXCEPTION 'guard: a receipt bears its series and number' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND d.unit_id = NEW.unit_id AND d.customer_id = NEW.customer_id AND d.project_id = NEW.project_id) THEN RAISE EXCEPTION 'guard: a receipt is its deal''s' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'deposit' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.deal_id = NEW.deal_id AND c.stage = 'on hold' AND (c.until IS NULL OR c.until > NEW.at)) THEN RAISE EXCEPTION 'guard: a deposit is taken on a held unit' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'price' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.deal_id = NEW.deal_id AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) THEN RAISE EXCEPTION 'guard: the price is paid on a live agreement' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'deposit' AND NEW.amount_fen + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind = 'deposit' AND v.receipt_id IS NULL AND k.receipt_id IS NULL) > (coalesce((SELECT a.total_fen FROM price_approval a WHERE a.deal_id = NEW.deal_id ORDER BY a.id DESC LIMIT 1), (SELECT d.list_total_fen FROM deal d WHERE d.id = NEW.deal_id)) + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.unit_id <> NEW.unit_id)) * 20 / 100 THEN RAISE EXCEPTION 'guard: a deposit stays within its cap' USING ERRCODE = '23000'; END IF; IF (CASE NEW.kind WHEN 'refund' THEN NOT EXISTS (SELECT 1 FROM refund f WHERE f.id = NEW.refund_id AND f.deal_id = NEW.deal_id AND f.owed_fen = NEW.amount_fen) ELSE NEW.refund_id IS NOT NULL END) THEN RAISE EXCEPTION 'guard: a refund is paid as it is owed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE FUNCTION guard_receipt_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) THEN RAISE EXCEPTION 'guard: a closed day stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_closed BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_closed()
;;
CREATE FUNCTION guard_receipt_month() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) THEN RAISE EXCEPTION 'guard: a closed month stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_month BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_month()
;;
CREATE FUNCTION guard_receipt_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind IN ('deposit', 'price') AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-02' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no money' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_permit BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_permit()
;;
CREATE FUNCTION guard_receipt_identified() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind IN ('deposit', 'price') AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'identify_from_yuan' AND CAST(s.value AS BIGINT) > 0 AND NEW.amount_fen + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind IN ('deposit', 'price') AND v.receipt_id IS NULL AND k.receipt_id IS NULL) >= CAST(s.value AS BIGINT) * 100) AND (CASE WHEN EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) THEN EXISTS (SELECT 1 FROM agreement a JOIN buyer b ON b.agreement_id = a.id WHERE a.deal_id = NEW.deal_id AND b.id_number = '') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'names') ELSE EXISTS (SELECT 1 FROM customer c WHERE c.id = NEW.customer_id AND c.id_number = '') END) THEN RAISE EXCEPTION 'guard: who pays so much is identified first' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_identified BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_identified()
;;
CREATE FUNCTION guard_receipt_asked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'refund' AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'refunds_by_request' AND s.value = 'true') AND (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) IS NULL THEN RAISE EXCEPTION 'guard: a refund is paid by its signatures' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_asked BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_asked()
;;
CREATE FUNCTION guard_receipt_payee() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'refund' AND (EXISTS (SELECT 1 FROM refund_request w WHERE w.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND w.payee <> NEW.payer) OR ((SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) IS NOT NULL AND EXISTS (SELECT 1 FROM receipt r WHERE r.deal_id IN (WITH RECURSIVE line(deal) AS (SELECT f.deal_id FROM refund f WHERE f.id = NEW.refund_id UNION SELECT e.deal_id FROM unit_exchange e JOIN line l ON e.new_deal_id = l.deal) SELECT deal FROM line) AND r.kind IN ('deposit', 'price') AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM receipt_exchange_line x WHERE x.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM refund_original o WHERE o.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND o.receipt_id = r.id)))) THEN RAISE EXCEPTION 'guard: a refund is paid as it was signed, its originals back or declared lost' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_payee BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_payee()
;;
CREATE FUNCTION guard_receipt_approver() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'refund' AND EXISTS (SELECT 1 FROM signature g WHERE g.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND NEW.cashier_id IN (g.person_id, coalesce(g.absent_id, 0))) THEN RAISE EXCEPTION 'guard: who approved a refund does not pay it' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_approver BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_approver()
;;
CREATE FUNCTION guard_receipt_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL AND g.project_id = (SELECT u.project_id FROM unit u WHERE u.id = NEW.unit_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_posting BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_posting()
;;
CREATE TABLE refund_request (
	request_id BIGINT NOT NULL, 
	refund_id BIGINT NOT NULL, 
	payee TEXT NOT NULL, 
	tender TEXT NOT NULL, 
	account TEXT NOT NULL, 
	proxy TEXT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	CONSTRAINT pk_refund_request PRIMARY KEY (request_id), 
	CONSTRAINT ck_refund_request_payee CHECK (payee <> ''), 
	CONSTRAINT ck_refund_request_tender CHECK (tender IN ('cash', 'card', 'transfer', 'wechat', 'alipay')), 
	CONSTRAINT ck_refund_request_account CHECK (tender = 'cash' OR account <> ''), 
	CONSTRAINT fk_refund_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_refund_request_refund_id FOREIGN KEY(refund_id) REFERENCES refund (id), 
	CONSTRAINT fk_refund_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_refund_request_refund_id ON refund_request (refund_id)
;;
CREATE FUNCTION guard_refund_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: refund_request is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_refund_request BEFORE UPDATE OR DELETE ON refund_request FOR EACH ROW EXECUTE FUNCTION guard_refund_request()
;;
CREATE TRIGGER guard_refund_request_truncate BEFORE TRUNCATE ON refund_request FOR EACH STATEMENT EXECUTE FUNCTION guard_refund_request()
;;
CREATE FUNCTION guard_refund_request_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q JOIN refund f ON f.id = NEW.refund_id WHERE q.id = NEW.request_id AND q.kind = 'refund' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = f.owed_fen AND f.owed_fen > 0) THEN RAISE EXCEPTION 'guard: what is asked of a refund is its request''s' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM receipt r WHERE r.refund_id = NEW.refund_id) THEN RAISE EXCEPTION 'guard: a refund that was paid is not asked for' USING ERRCODE = '23000'; END IF; IF NEW.proxy = '' AND NOT (EXISTS (SELECT 1 FROM refund f JOIN customer c ON c.id = f.customer_id WHERE f.id = NEW.refund_id AND c.name = NEW.payee) OR EXISTS (SELECT 1 FROM receipt r WHERE r.deal_id IN (WITH RECURSIVE line(deal) AS (SELECT f.deal_id FROM refund f WHERE f.id = NEW.refund_id UNION SELECT e.deal_id FROM unit_exchange e JOIN line l ON e.new_deal_id = l.deal) SELECT deal FROM line) AND r.kind IN ('deposit', 'price') AND r.payer = NEW.payee) OR EXISTS (SELECT 1 FROM refund f JOIN agreement a ON a.deal_id = f.deal_id JOIN buyer b ON b.agreement_id = a.id WHERE f.id = NEW.refund_id AND b.name = NEW.payee) OR EXISTS (SELECT 1 FROM refund f JOIN deal_change x ON x.deal_id = f.deal_id AND x.kind = 'names' WHERE f.id = NEW.refund_id AND replace(x.details, '"name":"' || NEW.payee || '"', '') <> x.details)) THEN RAISE EXCEPTION 'guard: a refund goes to who bought or paid, or to a proxy' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_refund_request_rules_insert BEFORE INSERT ON refund_request FOR EACH ROW EXECUTE FUNCTION guard_refund_request_rules_insert()
;;
CREATE TABLE waiver_request (
	request_id BIGINT NOT NULL, 
	due_line_id BIGINT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	asker_id BIGINT NOT NULL, 
	filed_at BIGINT NOT NULL, 
	CONSTRAINT pk_waiver_request PRIMARY KEY (request_id), 
	CONSTRAINT ck_waiver_request_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_waiver_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_waiver_request_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_waiver_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_waiver_request_due_line_id ON waiver_request (due_line_id)
;;
CREATE FUNCTION guard_waiver_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: waiver_request is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_waiver_request BEFORE UPDATE OR DELETE ON waiver_request FOR EACH ROW EXECUTE FUNCTION guard_waiver_request()
;;
CREATE TRIGGER guard_waiver_request_truncate BEFORE TRUNCATE ON waiver_request FOR EACH STATEMENT EXECUTE FUNCTION guard_waiver_request()
;;
CREATE FUNCTION guard_waiver_request_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'waiver' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = NEW.amount_fen + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w JOIN due_line l ON l.id = w.due_line_id JOIN due_line n ON n.deal_id = l.deal_id WHERE n.id = NEW.due_line_id)) THEN RAISE EXCEPTION 'guard: what is asked of a late fee is its request''s' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id AND l.money = 'late fee' AND l.ended_at IS NULL AND NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) <= l.amount_fen) THEN RAISE EXCEPTION 'guard: no more of a late fee is waived than is open' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_waiver_request_rules_insert BEFORE INSERT ON waiver_request FOR EACH ROW EXECUTE FUNCTION guard_waiver_request_rules_insert()
;;
CREATE TABLE allocation (
	id BIGSERIAL NOT NULL, 
	receipt_id BIGINT NOT NULL, 
	due_line_id BIGINT, 
	amount_fen BIGINT NOT NULL, 
	CONSTRAINT pk_allocation PRIMARY KEY (id), 
	CONSTRAINT ck_allocation_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_allocation_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_allocation_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id)
)
;;
CREATE INDEX ix_allocation_due_line_id ON allocation (due_line_id)
;;
CREATE INDEX ix_allocation_receipt_id ON allocation (receipt_id)
;;
CREATE FUNCTION guard_allocation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: allocation is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_allocation BEFORE UPDATE OR DELETE ON allocation FOR EACH ROW EXECUTE FUNCTION guard_allocation()
;;
CREATE TRIGGER guard_allocation_truncate BEFORE TRUNCATE ON allocation FOR EACH STATEMENT EXECUTE FUNCTION guard_allocation()
;;
CREATE FUNCTION guard_allocation_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.due_line_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM due_line l JOIN receipt r ON r.id = NEW.receipt_id WHERE l.id = NEW.due_line_id AND l.deal_id = r.deal_id AND l.ended_at IS NULL) THEN RAISE EXCEPTION 'guard: money is taken for what is due of its deal' USING ERRCODE = '23000'; END IF; IF NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) > (SELECT l.amount_fen FROM due_line l WHERE l.id = NEW.due_line_id) THEN RAISE EXCEPTION 'guard: no more is taken for a line than it is' USING ERRCODE = '23000'; END IF; IF NEW.amount_fen + (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a WHERE a.receipt_id = NEW.receipt_id) > coalesce((SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind = 'price'), 0) THEN RAISE EXCEPTION 'guard: no more is taken for lines than was paid' USING ERRCODE = '23000'; END IF; IF NEW.amount_fen + (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = NEW.receipt_id AND (CASE WHEN l.id IS NULL THEN 'prepaid' ELSE (CASE WHEN l.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN l.money = 'late fee' THEN 'late fees' ELSE 'price received' END) END) = coalesce((SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id), 'prepaid')) > (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind IN ('payment', 'late fee') AND m.credit = coalesce((SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id), 'prepaid')) THEN RAISE EXCEPTION 'guard: what is taken for a line lies in the account of its kind' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_allocation_rules_insert BEFORE INSERT ON allocation FOR EACH ROW EXECUTE FUNCTION guard_allocation_rules_insert()
;;
CREATE TABLE attachment_content (
	attachment_id BIGINT NOT NULL, 
	content BYTEA NOT NULL, 
	CONSTRAINT pk_attachment_content PRIMARY KEY (attachment_id), 
	CONSTRAINT fk_attachment_content_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id)
)
;;
CREATE FUNCTION guard_attachment_content() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: attachment_content is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_attachment_content BEFORE UPDATE OR DELETE ON attachment_content FOR EACH ROW EXECUTE FUNCTION guard_attachment_content()
;;
CREATE TRIGGER guard_attachment_content_truncate BEFORE TRUNCATE ON attachment_content FOR EACH STATEMENT EXECUTE FUNCTION guard_attachment_content()
;;
CREATE FUNCTION guard_attachment_content_size() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF coalesce((SELECT a.size FROM attachment a WHERE a.id = NEW.attachment_id), -1) <> length(NEW.content) THEN RAISE EXCEPTION 'guard: an attachment has the size it was measured with' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_attachment_content_size BEFORE INSERT ON attachment_content FOR EACH ROW EXECUTE FUNCTION guard_attachment_content_size()
;;
CREATE TABLE attachment_struck (
	attachment_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_attachment_struck PRIMARY KEY (attachment_id), 
	CONSTRAINT ck_attachment_struck_reason CHECK (reason <> ''), 
	CONSTRAINT fk_attachment_struck_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id), 
	CONSTRAINT fk_attachment_struck_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_attachment_struck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: attachment_struck is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_attachment_struck BEFORE UPDATE OR DELETE ON attachment_struck FOR EACH ROW EXECUTE FUNCTION guard_attachment_struck()
;;
CREATE TRIGGER guard_attachment_struck_truncate BEFORE TRUNCATE ON attachment_struck FOR EACH STATEMENT EXECUTE FUNCTION guard_attachment_struck()
;;
CREATE TABLE book_form (
	book_id BIGINT NOT NULL, 
	no BIGINT NOT NULL, 
	issue_id BIGINT NOT NULL, 
	receipt_id BIGINT, 
	spoiled TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_book_form PRIMARY KEY (book_id, no), 
	CONSTRAINT ck_book_form_fate CHECK ((receipt_id IS NULL) = (spoiled <> '')), 
	CONSTRAINT fk_book_form_book_id FOREIGN KEY(book_id) REFERENCES receipt_book (id), 
	CONSTRAINT fk_book_form_issue_id FOREIGN KEY(issue_id) REFERENCES book_issue (id), 
	CONSTRAINT uq_book_form_receipt_id UNIQUE (receipt_id), 
	CONSTRAINT fk_book_form_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_book_form_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_book_form_issue_id ON book_form (issue_id)
;;
CREATE FUNCTION guard_book_form() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: book_form is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_book_form BEFORE UPDATE OR DELETE ON book_form FOR EACH ROW EXECUTE FUNCTION guard_book_form()
;;
CREATE TRIGGER guard_book_form_truncate BEFORE TRUNCATE ON book_form FOR EACH STATEMENT EXECUTE FUNCTION guard_book_form()
;;
CREATE FUNCTION guard_book_form_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.no <> (SELECT coalesce((SELECT max(f.no) + 1 FROM book_form f WHERE f.book_id = b.id), b.first_no) FROM receipt_book b WHERE b.id = NEW.book_id) OR NEW.no > (SELECT b.last_no FROM receipt_book b WHERE b.id = NEW.book_id) THEN RAISE EXCEPTION 'guard: forms are used in their order, within their book' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM book_issue i WHERE i.id = NEW.issue_id AND i.book_id = NEW.book_id AND i.person_id = NEW.actor_id AND NOT EXISTS (SELECT 1 FROM book_return b WHERE b.issue_id = i.id)) THEN RAISE EXCEPTION 'guard: a form is of one''s own book' USING ERRCODE = '23000'; END IF; IF NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.cashier_id = NEW.actor_id AND r.series = 'receipt' AND r.at = NEW.at) THEN RAISE EXCEPTION 'guard: a form is its receipt''s' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_book_form_rules_insert BEFORE INSERT ON book_form FOR EACH ROW EXECUTE FUNCTION guard_book_form_rules_insert()
;;
CREATE TABLE buyer_agent (
	buyer_id BIGINT NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	id_kind TEXT NOT NULL, 
	id_number TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT pk_buyer_agent PRIMARY KEY (buyer_id), 
	CONSTRAINT ck_buyer_agent_role CHECK (role IN ('guardian', 'representative', 'proxy')), 
	CONSTRAINT ck_buyer_agent_document CHECK (role <> 'proxy' OR document <> ''), 
	CONSTRAINT ck_buyer_agent_identified CHECK (name <> '' AND id_number <> ''), 
	CONSTRAINT fk_buyer_agent_buyer_id FOREIGN KEY(buyer_id) REFERENCES buyer (id)
)
;;
CREATE FUNCTION guard_buyer_agent_fits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.role = 'guardian' AND EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_kind = 'company')) OR (NEW.role = 'representative' AND EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_kind <> 'company')) OR EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_number = NEW.id_number) THEN RAISE EXCEPTION 'guard: who acts for a buyer is another, and one who can' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_buyer_agent_fits BEFORE INSERT ON buyer_agent FOR EACH ROW EXECUTE FUNCTION guard_buyer_agent_fits()
;;
CREATE FUNCTION guard_buyer_agent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: buyer_agent is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_buyer_agent BEFORE UPDATE OR DELETE ON buyer_agent FOR EACH ROW EXECUTE FUNCTION guard_buyer_agent()
;;
CREATE TRIGGER guard_buyer_agent_truncate BEFORE TRUNCATE ON buyer_agent FOR EACH STATEMENT EXECUTE FUNCTION guard_buyer_agent()
;;
CREATE TABLE contra (
	id BIGSERIAL NOT NULL, 
	no BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	receipt_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	cashier_id BIGINT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	sheet TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_contra PRIMARY KEY (id), 
	CONSTRAINT uq_contra_receipt_id UNIQUE (receipt_id), 
	CONSTRAINT ck_contra_amount CHECK (amount_fen < 0), 
	CONSTRAINT uq_contra_no UNIQUE (no), 
	CONSTRAINT uq_contra_number UNIQUE (number), 
	CONSTRAINT fk_contra_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_contra_cashier_id FOREIGN KEY(cashier_id) REFERENCES person (id), 
	CONSTRAINT uq_contra_hash UNIQUE (hash)
)
;;
CREATE INDEX ix_contra_day ON contra (day, cashier_id)
;;
CREATE FUNCTION guard_contra() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: contra is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_contra BEFORE UPDATE OR DELETE ON contra FOR EACH ROW EXECUTE FUNCTION guard_contra()
;;
CREATE TRIGGER guard_contra_truncate BEFORE TRUNCATE ON contra FOR EACH STATEMENT EXECUTE FUNCTION guard_contra()
;;
CREATE FUNCTION guard_contra_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.cashier_id AND p.left_at IS NULL AND r.name = 'ContraReceipt') THEN RAISE EXCEPTION 'guard: nobody writes a contra without the right' USING ERRCODE = '23000'; END IF; IF NEW.no <> coalesce((SELECT max(c.no) + 1 FROM contra c), (SELECT c.first_no FROM counter c WHERE c.series = 'contra')) OR substr(NEW.number, length(NEW.number) - length(CAST(NEW.no AS TEXT)) + 1) <> CAST(NEW.no AS TEXT) THEN RAISE EXCEPTION 'guard: contra numbers follow one another' USING ERRCODE = '23000'; END IF; IF NEW.previous <> coalesce((SELECT c.hash FROM contra c WHERE c.no = NEW.no - 1), '0000000000000000000000000000000000000000000000000000000000000000') THEN RAISE EXCEPTION 'guard: a contra is chained to the one before' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund' OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id)) OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = r.id AND l.ended_at IS NOT NULL))) OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: something rests on the receipt, or it is void' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM contra_approval a WHERE a.receipt_id = NEW.receipt_id AND a.actor_id <> NEW.cashier_id AND a.at <= NEW.at) THEN RAISE EXCEPTION 'guard: a contra is approved by another person first' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.amount_fen + NEW.amount_fen = 0) THEN RAISE EXCEPTION 'guard: a contra answers all of its receipt' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_rules_insert BEFORE INSERT ON contra FOR EACH ROW EXECUTE FUNCTION guard_contra_rules_insert()
;;
CREATE FUNCTION guard_contra_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) THEN RAISE EXCEPTION 'guard: a closed day stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_closed BEFORE INSERT ON contra FOR EACH ROW EXECUTE FUNCTION guard_contra_closed()
;;
CREATE FUNCTION guard_contra_month() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) THEN RAISE EXCEPTION 'guard: a closed month stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_month BEFORE INSERT ON contra FOR EACH ROW EXECUTE FUNCTION guard_contra_month()
;;
CREATE FUNCTION guard_contra_exchanged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM receipt_exchange_line l WHERE l.receipt_id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: what was exchanged for an invoice stays' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_exchanged BEFORE INSERT ON contra FOR EACH ROW EXECUTE FUNCTION guard_contra_exchanged()
;;
CREATE FUNCTION guard_contra_bank() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM statement_match m JOIN tender t ON t.id = m.tender_id WHERE t.receipt_id = NEW.receipt_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) THEN RAISE EXCEPTION 'guard: the receipt''s money is in the bank' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_bank BEFORE INSERT ON contra FOR EACH ROW EXECUTE FUNCTION guard_contra_bank()
;;
CREATE FUNCTION guard_contra_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL AND g.project_id = (SELECT r.project_id FROM receipt r WHERE r.id = NEW.receipt_id)) THEN RAISE EXCEPTION 'guard: nobody acts in a project that is not his' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_posting BEFORE INSERT ON contra FOR EACH ROW EXECUTE FUNCTION guard_contra_posting()
;;
CREATE TABLE contra_approval (
	receipt_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_contra_approval PRIMARY KEY (receipt_id), 
	CONSTRAINT ck_contra_approval_reason CHECK (reason <> ''), 
	CONSTRAINT fk_contra_approval_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_contra_approval_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_contra_approval() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: contra_approval is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_contra_approval BEFORE UPDATE OR DELETE ON contra_approval FOR EACH ROW EXECUTE FUNCTION guard_contra_approval()
;;
CREATE TRIGGER guard_contra_approval_truncate BEFORE TRUNCATE ON contra_approval FOR EACH STATEMENT EXECUTE FUNCTION guard_contra_approval()
;;
CREATE FUNCTION guard_contra_approval_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ApproveContra') THEN RAISE EXCEPTION 'guard: nobody approves a contra without the right' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund' OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id)) OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = r.id AND l.ended_at IS NOT NULL))) OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: something rests on the receipt, or it is void' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_approval_rules_insert BEFORE INSERT ON contra_approval FOR EACH ROW EXECUTE FUNCTION guard_contra_approval_rules_insert()
;;
CREATE FUNCTION guard_contra_approval_exchanged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM receipt_exchange_line l WHERE l.receipt_id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: what was exchanged for an invoice stays' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_contra_approval_exchanged BEFORE INSERT ON contra_approval FOR EACH ROW EXECUTE FUNCTION guard_contra_approval_exchanged()
;;
CREATE TABLE late_fee_waiver (
	request_id BIGINT NOT NULL, 
	due_line_id BIGINT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_late_fee_waiver PRIMARY KEY (request_id), 
	CONSTRAINT ck_late_fee_waiver_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_late_fee_waiver_request_id FOREIGN KEY(request_id) REFERENCES waiver_request (request_id), 
	CONSTRAINT fk_late_fee_waiver_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_late_fee_waiver_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_late_fee_waiver_due_line_id ON late_fee_waiver (due_line_id)
;;
CREATE FUNCTION guard_late_fee_waiver() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: late_fee_waiver is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_late_fee_waiver BEFORE UPDATE OR DELETE ON late_fee_waiver FOR EACH ROW EXECUTE FUNCTION guard_late_fee_waiver()
;;
CREATE TRIGGER guard_late_fee_waiver_truncate BEFORE TRUNCATE ON late_fee_waiver FOR EACH STATEMENT EXECUTE FUNCTION guard_late_fee_waiver()
;;
CREATE FUNCTION guard_late_fee_waiver_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM waiver_request w JOIN request q ON q.id = w.request_id WHERE w.request_id = NEW.request_id AND w.due_line_id = NEW.due_line_id AND w.amount_fen = NEW.amount_fen AND q.amount_fen = NEW.amount_fen + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w JOIN due_line l ON l.id = w.due_line_id JOIN due_line n ON n.deal_id = l.deal_id WHERE n.id = NEW.due_line_id) AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) THEN RAISE EXCEPTION 'guard: a late fee is waived by its signatures' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id AND l.money = 'late fee' AND l.ended_at IS NULL AND NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) <= l.amount_fen) THEN RAISE EXCEPTION 'guard: no more of a late fee is waived than is open' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_late_fee_waiver_rules_insert BEFORE INSERT ON late_fee_waiver FOR EACH ROW EXECUTE FUNCTION guard_late_fee_waiver_rules_insert()
;;
CREATE TABLE loan_document (
	id BIGSERIAL NOT NULL, 
	case_id BIGINT NOT NULL, 
	item TEXT NOT NULL, 
	state TEXT NOT NULL, 
	valid_until TEXT, 
	attachment_id BIGINT, 
	note TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_loan_document PRIMARY KEY (id), 
	CONSTRAINT ck_loan_document_item CHECK (item <> ''), 
	CONSTRAINT ck_loan_document_state CHECK (state IN ('got', 'lacking', 'not needed')), 
	CONSTRAINT ck_loan_document_got CHECK (state = 'got' OR (valid_until IS NULL AND attachment_id IS NULL)), 
	CONSTRAINT ck_loan_document_why CHECK (state <> 'not needed' OR note <> ''), 
	CONSTRAINT fk_loan_document_case_id FOREIGN KEY(case_id) REFERENCES loan_case (id), 
	CONSTRAINT fk_loan_document_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id), 
	CONSTRAINT fk_loan_document_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_loan_document_case_id ON loan_document (case_id)
;;
CREATE FUNCTION guard_loan_document() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: loan_document is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_loan_document BEFORE UPDATE OR DELETE ON loan_document FOR EACH ROW EXECUTE FUNCTION guard_loan_document()
;;
CREATE TRIGGER guard_loan_document_truncate BEFORE TRUNCATE ON loan_document FOR EACH STATEMENT EXECUTE FUNCTION guard_loan_document()
;;
CREATE FUNCTION guard_loan_document_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('AskLoanSupplement', 'OpenLoanCase', 'RecordLoanDocument')) THEN RAISE EXCEPTION 'guard: nobody records a loan''s documents without the right' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) THEN RAISE EXCEPTION 'guard: the case of a deal that is over rests' USING ERRCODE = '23000'; END IF; IF NEW.attachment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attachment a LEFT JOIN agreement g ON g.id = a.agreement_id LEFT JOIN deal_change x ON x.id = a.change_id WHERE a.id = NEW.attachment_id AND coalesce(g.deal_id, x.deal_id, a.contract_id) = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND NOT EXISTS (SELECT 1 FROM attachment_struck s WHERE s.attachment_id = a.id)) THEN RAISE EXCEPTION 'guard: a document''s scan is one of its deal' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_loan_document_rules_insert BEFORE INSERT ON loan_document FOR EACH ROW EXECUTE FUNCTION guard_loan_document_rules_insert()
;;
CREATE TABLE loan_turn (
	id BIGSERIAL NOT NULL, 
	case_id BIGINT NOT NULL, 
	turn_no BIGINT NOT NULL, 
	step TEXT NOT NULL, 
	source TEXT NOT NULL, 
	state TEXT NOT NULL, 
	happened_on TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	bank_fen BIGINT, 
	fund_fen BIGINT, 
	part TEXT NOT NULL, 
	paid_fen BIGINT, 
	receipt_id BIGINT, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_loan_turn PRIMARY KEY (id), 
	CONSTRAINT uq_loan_turn_case_id_turn_no UNIQUE (case_id, turn_no), 
	CONSTRAINT uq_loan_turn_receipt_id UNIQUE (receipt_id), 
	CONSTRAINT ck_loan_turn_reason CHECK (step NOT IN ('ask supplement', 'hand back', 'refuse', 'take back', 'withdraw loan') OR reason <> ''), 
	CONSTRAINT ck_loan_turn_approved CHECK ((step = 'approve') = (bank_fen IS NOT NULL) AND (step = 'approve') = (fund_fen IS NOT NULL)), 
	CONSTRAINT ck_loan_turn_paid CHECK ((step IN ('pay out', 'pay out part')) = (receipt_id IS NOT NULL) AND (receipt_id IS NULL) = (paid_fen IS NULL) AND (receipt_id IS NULL) = (part = '') AND part IN ('', 'bank', 'fund')), 
	CONSTRAINT fk_loan_turn_case_id FOREIGN KEY(case_id) REFERENCES loan_case (id), 
	CONSTRAINT fk_loan_turn_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_loan_turn_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_loan_turn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: loan_turn is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_loan_turn BEFORE UPDATE OR DELETE ON loan_turn FOR EACH ROW EXECUTE FUNCTION guard_loan_turn()
;;
CREATE TRIGGER guard_loan_turn_truncate BEFORE TRUNCATE ON loan_turn FOR EACH STATEMENT EXECUTE FUNCTION guard_loan_turn()
;;
CREATE FUNCTION guard_loan_turn_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT ((NEW.step = 'complete documents' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('CompleteLoanDocuments'))) OR (NEW.step = 'pass check' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('CheckLoan'))) OR (NEW.step = 'hand back' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('CheckLoan'))) OR (NEW.step = 'face-sign' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('FaceSignLoan'))) OR (NEW.step = 'send' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SendLoan'))) OR (NEW.step = 'ask supplement' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('AskLoanSupplement'))) OR (NEW.step = 'answer supplement' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('AnswerLoanSupplement'))) OR (NEW.step = 'approve' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('ApproveLoan'))) OR (NEW.step = 'refuse' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('RefuseLoan'))) OR (NEW.step = 'pre-register' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('PreRegisterLoan'))) OR (NEW.step = 'pay out part' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('PayOutLoan'))) OR (NEW.step = 'pay out' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('PayOutLoan'))) OR (NEW.step = 'take back' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('TakeBackPayOut'))) OR (NEW.step = 'withdraw loan' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('WithdrawLoan')))) THEN RAISE EXCEPTION 'guard: nobody turns a loan case without the right' USING ERRCODE = '23000'; END IF; IF NEW.source <> coalesce((SELECT t.state FROM loan_turn t WHERE t.case_id = NEW.case_id ORDER BY t.turn_no DESC LIMIT 1), 'collecting') OR NEW.turn_no <> coalesce((SELECT max(t.turn_no) FROM loan_turn t WHERE t.case_id = NEW.case_id), 0) + 1 OR NEW.source || '>' || NEW.step || '>' || NEW.state NOT IN ('approved>face-sign>approved', 'approved>pre-register>awaiting pay-out', 'approved>refuse>refused', 'approved>withdraw loan>withdrawn', 'at the bank>approve>approved', 'at the bank>ask supplement>supplement', 'at the bank>face-sign>at the bank', 'at the bank>refuse>refused', 'at the bank>withdraw loan>withdrawn', 'awaiting pay-out>pay out part>partly paid out', 'awaiting pay-out>pay out>paid out', 'awaiting pay-out>refuse>refused', 'awaiting pay-out>withdraw loan>withdrawn', 'checked>face-sign>checked', 'checked>hand back>collecting', 'checked>send>at the bank', 'checked>withdraw loan>withdrawn', 'collecting>complete documents>first check', 'collecting>withdraw loan>withdrawn', 'first check>hand back>collecting', 'first check>pass check>checked', 'first check>withdraw loan>withdrawn', 'paid out>take back>awaiting pay-out', 'partly paid out>pay out>paid out', 'partly paid out>take back>awaiting pay-out', 'supplement>answer supplement>at the bank', 'supplement>refuse>refused', 'supplement>withdraw loan>withdrawn') THEN RAISE EXCEPTION 'guard: a loan case turns as its table says' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) THEN RAISE EXCEPTION 'guard: the case of a deal that is over rests' USING ERRCODE = '23000'; END IF; IF NEW.happened_on < coalesce((SELECT max(t.happened_on) FROM loan_turn t WHERE t.case_id = NEW.case_id), (SELECT k.opened_on FROM loan_case k WHERE k.id = NEW.case_id)) THEN RAISE EXCEPTION 'guard: the turns of a loan case follow one another' USING ERRCODE = '23000'; END IF; IF NEW.step = 'complete documents' AND EXISTS (SELECT 1 FROM loan_document d WHERE d.case_id = NEW.case_id AND NOT EXISTS (SELECT 1 FROM loan_document n WHERE n.case_id = d.case_id AND n.item = d.item AND n.id > d.id) AND (d.state = 'lacking' OR d.valid_until < NEW.happened_on)) THEN RAISE EXCEPTION 'guard: what lacks is brought before a loan case goes on' USING ERRCODE = '23000'; END IF; IF NEW.step = 'face-sign' AND EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.step = 'face-sign') THEN RAISE EXCEPTION 'guard: a borrower signs at the bank once' USING ERRCODE = '23000'; END IF; IF NEW.step = 'pre-register' AND NOT EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.step = 'face-sign') THEN RAISE EXCEPTION 'guard: a loan is pre-registered once it was signed at the bank' USING ERRCODE = '23000'; END IF; IF NEW.step = 'approve' AND NOT EXISTS (SELECT 1 FROM loan_case k WHERE k.id = NEW.case_id AND NEW.bank_fen BETWEEN 0 AND k.bank_fen AND NEW.fund_fen BETWEEN 0 AND k.fund_fen AND NEW.bank_fen + NEW.fund_fen > 0) THEN RAISE EXCEPTION 'guard: no more is approved than was asked for' USING ERRCODE = '23000'; END IF; IF NEW.receipt_id IS NOT NULL AND NEW.paid_fen > coalesce((SELECT (CASE NEW.part WHEN 'bank' THEN t.bank_fen ELSE t.fund_fen END) FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.step = 'approve' ORDER BY t.turn_no DESC LIMIT 1), 0) THEN RAISE EXCEPTION 'guard: no more is paid out than was approved' USING ERRCODE = '23000'; END IF; IF NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.part = NEW.part AND t.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = t.receipt_id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = t.receipt_id)) THEN RAISE EXCEPTION 'guard: a loan is paid out once' USING ERRCODE = '23000'; END IF; IF NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.deal_id = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND r.kind = 'price' AND r.amount_fen = NEW.paid_fen AND r.cashier_id = NEW.actor_id AND r.at = NEW.at AND r.amount_fen = (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = r.id AND l.money IN ('fund loan', 'loan'))) THEN RAISE EXCEPTION 'guard: a pay-out is a receipt for what the loan is due for' USING ERRCODE = '23000'; END IF; IF NEW.step = 'take back' AND NOT EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.receipt_id IS NOT NULL AND NOT (NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = t.receipt_id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = t.receipt_id)) AND NOT EXISTS (SELECT 1 FROM loan_turn b WHERE b.case_id = t.case_id AND b.step = 'take back' AND b.turn_no > t.turn_no)) THEN RAISE EXCEPTION 'guard: a pay-out is taken back once its receipt is void or answered' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_loan_turn_rules_insert BEFORE INSERT ON loan_turn FOR EACH ROW EXECUTE FUNCTION guard_loan_turn_rules_insert()
;;
CREATE OR REPLACE FUNCTION guard_movement_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT ((NEW.kind = 'deposit' AND NEW.receipt_id IS NOT NULL AND NEW.debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay') AND NEW.credit = 'deposits held') OR (NEW.kind = 'payment' AND NEW.receipt_id IS NOT NULL AND NEW.debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay') AND NEW.credit IN ('price received', 'held for others', 'prepaid')) OR (NEW.kind = 'late fee' AND NEW.receipt_id IS NOT NULL AND NEW.debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay') AND NEW.credit = 'late fees') OR (NEW.kind = 'refund' AND NEW.receipt_id IS NOT NULL AND NEW.debit = 'refunds owed' AND NEW.credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay')) OR (NEW.kind = 'void' AND NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind NOT IN ('void', 'contra') AND m.debit = NEW.credit AND m.credit = NEW.debit AND m.amount_fen = NEW.amount_fen)) OR (NEW.kind = 'contra' AND NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind NOT IN ('void', 'contra') AND m.debit = NEW.credit AND m.credit = NEW.debit AND m.amount_fen = NEW.amount_fen) AND NEW.amount_fen + (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind = 'contra') <= coalesce((SELECT -k.amount_fen FROM contra k WHERE k.receipt_id = NEW.receipt_id), 0)) OR (NEW.kind = 'applied' AND NEW.receipt_id IS NULL AND NEW.debit = 'prepaid' AND NEW.credit IN ('price received', 'held for others', 'late fees')) OR (NEW.kind = 'credited' AND NEW.receipt_id IS NULL AND NEW.debit = 'deposits held' AND NEW.credit = 'price received') OR (NEW.kind = 'kept' AND NEW.receipt_id IS NULL AND NEW.debit IN ('deposits held', 'price received') AND NEW.credit = 'forfeited') OR (NEW.kind = 'returned' AND NEW.receipt_id IS NULL AND NEW.debit IN ('deposits held', 'price received', 'held for others', 'prepaid', 'late fees') AND NEW.credit = 'refunds owed') OR (NEW.kind = 'doubled' AND NEW.receipt_id IS NULL AND NEW.debit = 'penalty paid' AND NEW.credit = 'refunds owed') OR (NEW.kind = 'carried out' AND NEW.receipt_id IS NULL AND NEW.debit IN ('deposits held', 'price received', 'held for others', 'prepaid') AND NEW.credit = 'carried over') OR (NEW.kind = 'carried in' AND NEW.receipt_id IS NULL AND NEW.debit = 'carried over' AND NEW.credit IN ('deposits held', 'price received', 'prepaid')) OR (NEW.kind = 'opening' AND NEW.receipt_id IS NULL AND NEW.debit = 'opening' AND NEW.credit IN ('deposits held', 'price received'))) THEN RAISE EXCEPTION 'guard: money goes the ways of the trade' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE FUNCTION guard_movement_written() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind IN ('deposit', 'payment', 'late fee', 'refund') AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind = CASE NEW.kind WHEN 'payment' THEN 'price' WHEN 'late fee' THEN 'price' ELSE NEW.kind END) THEN RAISE EXCEPTION 'guard: money moves as its paper says' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_written BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_written()
;;
CREATE OR REPLACE FUNCTION guard_movement_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = CASE NEW.kind WHEN 'deposit' THEN 'TakeDeposit' WHEN 'payment' THEN 'TakePayment' WHEN 'late fee' THEN 'TakePayment' WHEN 'refund' THEN 'PayRefund' WHEN 'void' THEN 'VoidReceipt' WHEN 'contra' THEN 'ContraReceipt' WHEN 'applied' THEN 'ApplyPrepaid' WHEN 'credited' THEN 'SignContract' WHEN 'kept' THEN 'CancelSubscription' WHEN 'returned' THEN 'CancelSubscription' WHEN 'doubled' THEN 'CancelSubscription' WHEN 'carried out' THEN 'SignRequest' WHEN 'carried in' THEN 'SignRequest' WHEN 'opening' THEN 'ImportOpening' END) AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id AND NEW.kind IN ('kept', 'returned', 'doubled') AND x.actor_id = NEW.actor_id AND x.at = NEW.at) THEN RAISE EXCEPTION 'guard: nobody moves money without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE OR REPLACE FUNCTION guard_movement_cover() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.debit IN ('deposits held', 'refunds owed', 'late fees', 'price received', 'held for others', 'prepaid') AND NEW.amount_fen > (SELECT coalesce(sum(CASE WHEN m.credit = NEW.debit THEN m.amount_fen WHEN m.debit = NEW.debit THEN -m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) THEN RAISE EXCEPTION 'guard: no more goes out than lies there' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE FUNCTION guard_movement_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = coalesce((CASE NEW.kind WHEN 'contra' THEN (SELECT k.cashier_id FROM contra k WHERE k.receipt_id = NEW.receipt_id) ELSE (SELECT r.cashier_id FROM receipt r WHERE r.id = NEW.receipt_id) END), NEW.actor_id) AND c.day >= NEW.day) THEN RAISE EXCEPTION 'guard: a closed day stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_closed BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_closed()
;;
CREATE FUNCTION guard_movement_receipt_day() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.receipt_id IS NOT NULL AND NEW.day <> (CASE NEW.kind WHEN 'contra' THEN (SELECT k.day FROM contra k WHERE k.receipt_id = NEW.receipt_id) ELSE (SELECT r.day FROM receipt r WHERE r.id = NEW.receipt_id) END) THEN RAISE EXCEPTION 'guard: money is of its paper''s day' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_receipt_day BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_receipt_day()
;;
CREATE FUNCTION guard_movement_month() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) THEN RAISE EXCEPTION 'guard: a closed month stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_month BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_month()
;;
CREATE FUNCTION guard_movement_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'carried out' AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND NEW.amount_fen + (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.deal_id AND m.kind = 'carried out') <= e.carried_fen) THEN RAISE EXCEPTION 'guard: money leaves a deal for another by its exchange' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'carried in' AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND NEW.amount_fen + (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.new_deal_id AND m.kind = 'carried in') <= (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.deal_id AND m.kind = 'carried out')) THEN RAISE EXCEPTION 'guard: what left one deal arrives in the other, no more' USING ERRCODE = '23000'; END IF; IF NEW.kind IN ('payment', 'applied', 'carried in') AND NEW.credit = 'price received' AND NEW.amount_fen + (SELECT coalesce(sum(CASE WHEN m.credit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END - CASE WHEN m.debit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) > coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = NEW.deal_id ORDER BY p.id DESC LIMIT 1), (SELECT e.price_fen FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id), (SELECT d.list_total_fen FROM deal d WHERE d.id = NEW.deal_id)) + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id JOIN deal o ON o.id = c.deal_id WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.unit_id <> o.unit_id) THEN RAISE EXCEPTION 'guard: what is more than the price is paid ahead' USING ERRCODE = '23000'; END IF; IF NEW.kind = 'carried in' AND NEW.credit = 'deposits held' AND EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND NEW.amount_fen > (e.price_fen + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id WHERE c.deal_id = e.new_deal_id AND c.ended_at IS NULL AND c.unit_id <> e.unit_id)) * 20 / 100) THEN RAISE EXCEPTION 'guard: a deposit stays within its cap' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_movement_rules_insert BEFORE INSERT ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement_rules_insert()
;;
CREATE TABLE receipt_exchange_line (
	receipt_id BIGINT NOT NULL, 
	exchange_id BIGINT NOT NULL, 
	CONSTRAINT pk_receipt_exchange_line PRIMARY KEY (receipt_id), 
	CONSTRAINT fk_receipt_exchange_line_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_receipt_exchange_line_exchange_id FOREIGN KEY(exchange_id) REFERENCES receipt_exchange (id)
)
;;
CREATE INDEX ix_receipt_exchange_line_exchange_id ON receipt_exchange_line (exchange_id)
;;
CREATE FUNCTION guard_receipt_exchange_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: receipt_exchange_line is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_receipt_exchange_line BEFORE UPDATE OR DELETE ON receipt_exchange_line FOR EACH ROW EXECUTE FUNCTION guard_receipt_exchange_line()
;;
CREATE TRIGGER guard_receipt_exchange_line_truncate BEFORE TRUNCATE ON receipt_exchange_line FOR EACH STATEMENT EXECUTE FUNCTION guard_receipt_exchange_line()
;;
CREATE FUNCTION guard_receipt_exchange_line_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind IN ('deposit', 'price')) OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id) OR EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = NEW.receipt_id) OR EXISTS (SELECT 1 FROM refund f JOIN receipt r ON r.deal_id = f.deal_id WHERE r.id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: only a receipt that stands is exchanged' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM receipt r JOIN receipt_exchange x ON x.id = NEW.exchange_id WHERE r.id = NEW.receipt_id AND (r.deal_id = x.deal_id OR EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id))) THEN RAISE EXCEPTION 'guard: an invoice is for the receipts of its deal' USING ERRCODE = '23000'; END IF; IF (SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id) + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt_exchange_line l JOIN receipt r ON r.id = l.receipt_id WHERE l.exchange_id = NEW.exchange_id) > (SELECT x.amount_fen FROM receipt_exchange x WHERE x.id = NEW.exchange_id) THEN RAISE EXCEPTION 'guard: an invoice is the sum of its receipts' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_exchange_line_rules_insert BEFORE INSERT ON receipt_exchange_line FOR EACH ROW EXECUTE FUNCTION guard_receipt_exchange_line_rules_insert()
;;
CREATE OR REPLACE FUNCTION guard_receipt_void_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund' OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id)) OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id))) THEN RAISE EXCEPTION 'guard: something rests on the receipt' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE FUNCTION guard_receipt_void_contra() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: a receipt that was answered stays' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_void_contra BEFORE INSERT ON receipt_void FOR EACH ROW EXECUTE FUNCTION guard_receipt_void_contra()
;;
CREATE FUNCTION guard_receipt_void_closed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = (SELECT r.cashier_id FROM receipt r WHERE r.id = NEW.receipt_id) AND c.day >= (SELECT r.day FROM receipt r WHERE r.id = NEW.receipt_id)) THEN RAISE EXCEPTION 'guard: a closed day stays closed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_void_closed BEFORE INSERT ON receipt_void FOR EACH ROW EXECUTE FUNCTION guard_receipt_void_closed()
;;
CREATE FUNCTION guard_receipt_void_counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = NEW.receipt_id AND l.ended_at IS NOT NULL) THEN RAISE EXCEPTION 'guard: a later schedule counts on the receipt' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_void_counted BEFORE INSERT ON receipt_void FOR EACH ROW EXECUTE FUNCTION guard_receipt_void_counted()
;;
CREATE FUNCTION guard_receipt_void_exchanged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM receipt_exchange_line l WHERE l.receipt_id = NEW.receipt_id) THEN RAISE EXCEPTION 'guard: what was exchanged for an invoice stays' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_void_exchanged BEFORE INSERT ON receipt_void FOR EACH ROW EXECUTE FUNCTION guard_receipt_void_exchanged()
;;
CREATE FUNCTION guard_receipt_void_bank() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM statement_match m JOIN tender t ON t.id = m.tender_id WHERE t.receipt_id = NEW.receipt_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) THEN RAISE EXCEPTION 'guard: the receipt''s money is in the bank' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_void_bank BEFORE INSERT ON receipt_void FOR EACH ROW EXECUTE FUNCTION guard_receipt_void_bank()
;;
CREATE TABLE refund_original (
	id BIGSERIAL NOT NULL, 
	request_id BIGINT NOT NULL, 
	receipt_id BIGINT NOT NULL, 
	lost TEXT NOT NULL, 
	CONSTRAINT pk_refund_original PRIMARY KEY (id), 
	CONSTRAINT fk_refund_original_request_id FOREIGN KEY(request_id) REFERENCES refund_request (request_id), 
	CONSTRAINT fk_refund_original_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
;;
CREATE INDEX ix_refund_original_receipt_id ON refund_original (receipt_id)
;;
CREATE INDEX ix_refund_original_request_id ON refund_original (request_id)
;;
CREATE FUNCTION guard_refund_original() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: refund_original is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_refund_original BEFORE UPDATE OR DELETE ON refund_original FOR EACH ROW EXECUTE FUNCTION guard_refund_original()
;;
CREATE TRIGGER guard_refund_original_truncate BEFORE TRUNCATE ON refund_original FOR EACH STATEMENT EXECUTE FUNCTION guard_refund_original()
;;
CREATE FUNCTION guard_refund_original_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM refund_request w JOIN receipt r ON r.id = NEW.receipt_id WHERE w.request_id = NEW.request_id AND r.deal_id IN (WITH RECURSIVE line(deal) AS (SELECT f.deal_id FROM refund f WHERE f.id = w.refund_id UNION SELECT e.deal_id FROM unit_exchange e JOIN line l ON e.new_deal_id = l.deal) SELECT deal FROM line) AND r.kind IN ('deposit', 'price') AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM receipt_exchange_line x WHERE x.receipt_id = r.id)) THEN RAISE EXCEPTION 'guard: a refund rests on the receipts of its deal' USING ERRCODE = '23000'; END IF; IF EXISTS (SELECT 1 FROM refund_original o WHERE o.request_id = NEW.request_id AND o.receipt_id = NEW.receipt_id) OR EXISTS (SELECT 1 FROM signature s WHERE s.request_id = NEW.request_id) THEN RAISE EXCEPTION 'guard: an original is named once, before anybody signs' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_refund_original_rules_insert BEFORE INSERT ON refund_original FOR EACH ROW EXECUTE FUNCTION guard_refund_original_rules_insert()
;;
CREATE INDEX ix_tender_reference ON tender (reference) WHERE reference <> '' AND kind <> 'cash'
;;
CREATE FUNCTION guard_tender_reference() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.reference <> '' AND NEW.kind <> 'cash' AND EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind <> 'refund') AND EXISTS (SELECT 1 FROM tender t JOIN receipt r ON r.id = t.receipt_id WHERE t.reference <> '' AND t.kind <> 'cash' AND t.reference = NEW.reference AND t.kind = NEW.kind AND r.id <> NEW.receipt_id AND r.kind <> 'refund' AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id)) THEN RAISE EXCEPTION 'guard: a bank''s reference stands on one receipt' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_tender_reference BEFORE INSERT ON tender FOR EACH ROW EXECUTE FUNCTION guard_tender_reference()
;;
CREATE FUNCTION guard_tender_signed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM receipt s JOIN refund_request y ON y.refund_id = s.refund_id WHERE s.id = NEW.receipt_id AND y.tender <> NEW.kind AND y.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = s.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL)) THEN RAISE EXCEPTION 'guard: a refund goes the way that was signed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_tender_signed BEFORE INSERT ON tender FOR EACH ROW EXECUTE FUNCTION guard_tender_signed()
;;
CREATE TABLE contra_print (
	id BIGSERIAL NOT NULL, 
	contra_id BIGINT NOT NULL, 
	reprint BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_contra_print PRIMARY KEY (id), 
	CONSTRAINT uq_contra_print_contra_id_reprint UNIQUE (contra_id, reprint), 
	CONSTRAINT fk_contra_print_contra_id FOREIGN KEY(contra_id) REFERENCES contra (id)
)
;;
CREATE FUNCTION guard_contra_print() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: contra_print is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_contra_print BEFORE UPDATE OR DELETE ON contra_print FOR EACH ROW EXECUTE FUNCTION guard_contra_print()
;;
CREATE TRIGGER guard_contra_print_truncate BEFORE TRUNCATE ON contra_print FOR EACH STATEMENT EXECUTE FUNCTION guard_contra_print()
;;
CREATE TABLE statement_match (
	id BIGSERIAL NOT NULL, 
	line_id BIGINT NOT NULL, 
	tender_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_statement_match PRIMARY KEY (id), 
	CONSTRAINT fk_statement_match_line_id FOREIGN KEY(line_id) REFERENCES statement_line (id), 
	CONSTRAINT fk_statement_match_tender_id FOREIGN KEY(tender_id) REFERENCES tender (id), 
	CONSTRAINT fk_statement_match_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_statement_match_line_id ON statement_match (line_id)
;;
CREATE INDEX ix_statement_match_tender_id ON statement_match (tender_id)
;;
CREATE FUNCTION guard_statement_match() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: statement_match is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_statement_match BEFORE UPDATE OR DELETE ON statement_match FOR EACH ROW EXECUTE FUNCTION guard_statement_match()
;;
CREATE TRIGGER guard_statement_match_truncate BEFORE TRUNCATE ON statement_match FOR EACH STATEMENT EXECUTE FUNCTION guard_statement_match()
;;
CREATE FUNCTION guard_statement_match_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'MatchStatement') THEN RAISE EXCEPTION 'guard: nobody matches a statement without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_statement_match_right BEFORE INSERT ON statement_match FOR EACH ROW EXECUTE FUNCTION guard_statement_match_right()
;;
CREATE FUNCTION guard_statement_match_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM statement_match m WHERE m.tender_id = NEW.tender_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) THEN RAISE EXCEPTION 'guard: money is in the account once' USING ERRCODE = '23000'; END IF; IF (SELECT t.amount_fen FROM tender t WHERE t.id = NEW.tender_id) + (SELECT coalesce(sum(t.amount_fen), 0) FROM statement_match m JOIN tender t ON t.id = m.tender_id WHERE m.line_id = NEW.line_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) > (SELECT s.amount_fen FROM statement_line s WHERE s.id = NEW.line_id) THEN RAISE EXCEPTION 'guard: no more is matched than the bank got' USING ERRCODE = '23000'; END IF; IF NOT EXISTS (SELECT 1 FROM tender t JOIN receipt r ON r.id = t.receipt_id JOIN statement_line s ON s.id = NEW.line_id JOIN supervised_account a ON a.id = s.account_id WHERE t.id = NEW.tender_id AND r.project_id = a.project_id AND r.kind <> 'refund' AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = r.id)) THEN RAISE EXCEPTION 'guard: what is matched is a receipt of the project that stands' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_statement_match_rules_insert BEFORE INSERT ON statement_match FOR EACH ROW EXECUTE FUNCTION guard_statement_match_rules_insert()
;;
CREATE TABLE voucher_movement (
	movement_id BIGINT NOT NULL, 
	run_id BIGINT NOT NULL, 
	CONSTRAINT pk_voucher_movement PRIMARY KEY (movement_id), 
	CONSTRAINT fk_voucher_movement_movement_id FOREIGN KEY(movement_id) REFERENCES movement (id), 
	CONSTRAINT fk_voucher_movement_run_id FOREIGN KEY(run_id) REFERENCES voucher_run (id)
)
;;
CREATE INDEX ix_voucher_movement_run_id ON voucher_movement (run_id)
;;
CREATE FUNCTION guard_voucher_movement() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: voucher_movement is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_voucher_movement BEFORE UPDATE OR DELETE ON voucher_movement FOR EACH ROW EXECUTE FUNCTION guard_voucher_movement()
;;
CREATE TRIGGER guard_voucher_movement_truncate BEFORE TRUNCATE ON voucher_movement FOR EACH STATEMENT EXECUTE FUNCTION guard_voucher_movement()
;;
CREATE FUNCTION guard_voucher_movement_rules_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM voucher_run r JOIN movement m ON m.id = NEW.movement_id WHERE r.id = NEW.run_id AND m.day BETWEEN r.first_on AND r.last_on AND m.kind <> 'opening') THEN RAISE EXCEPTION 'guard: a voucher holds money of its days' USING ERRCODE = '23000'; END IF; IF (SELECT count(*) FROM voucher_movement v WHERE v.run_id = NEW.run_id) >= (SELECT r.movements FROM voucher_run r WHERE r.id = NEW.run_id) THEN RAISE EXCEPTION 'guard: a run holds what it was written for' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_voucher_movement_rules_insert BEFORE INSERT ON voucher_movement FOR EACH ROW EXECUTE FUNCTION guard_voucher_movement_rules_insert()
;;
CREATE TABLE statement_unmatch (
	match_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_statement_unmatch PRIMARY KEY (match_id), 
	CONSTRAINT ck_statement_unmatch_reason CHECK (reason <> ''), 
	CONSTRAINT fk_statement_unmatch_match_id FOREIGN KEY(match_id) REFERENCES statement_match (id), 
	CONSTRAINT fk_statement_unmatch_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
;;
CREATE FUNCTION guard_statement_unmatch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: statement_unmatch is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_statement_unmatch BEFORE UPDATE OR DELETE ON statement_unmatch FOR EACH ROW EXECUTE FUNCTION guard_statement_unmatch()
;;
CREATE TRIGGER guard_statement_unmatch_truncate BEFORE TRUNCATE ON statement_unmatch FOR EACH STATEMENT EXECUTE FUNCTION guard_statement_unmatch()
;;
CREATE FUNCTION guard_statement_unmatch_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'UnmatchStatement') THEN RAISE EXCEPTION 'guard: nobody undoes a match without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_statement_unmatch_right BEFORE INSERT ON statement_unmatch FOR EACH ROW EXECUTE FUNCTION guard_statement_unmatch_right()
