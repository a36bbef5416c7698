-- Money that goes from one deal to another has an account of its own: SQLite makes the table anew for it.
CREATE TABLE movement_before AS SELECT * FROM movement
;;
DROP TABLE movement
;;
CREATE TABLE movement (
	id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	actor_id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	receipt_id INTEGER, 
	debit TEXT NOT NULL, 
	credit TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	CONSTRAINT pk_movement PRIMARY KEY (id), 
	CONSTRAINT ck_movement_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_movement_accounts CHECK (debit <> credit), 
	CONSTRAINT ck_movement_debit CHECK (debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'held for others', 'prepaid', 'refunds owed', 'forfeited', 'penalty paid', 'carried over', 'late fees')), 
	CONSTRAINT ck_movement_credit CHECK (credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'held for others', 'prepaid', 'refunds owed', 'forfeited', 'penalty paid', 'carried over', 'late fees')), 
	CONSTRAINT fk_movement_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_movement_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
 STRICT
;;
INSERT INTO movement (id, at, day, actor_id, deal_id, receipt_id, debit, credit, amount_fen, kind) SELECT id, at, day, actor_id, deal_id, receipt_id, debit, credit, amount_fen, kind FROM movement_before ORDER BY id
;;
DROP TABLE movement_before
;;
CREATE INDEX ix_movement_deal_id ON movement (deal_id)
;;
CREATE INDEX ix_movement_receipt_id ON movement (receipt_id)
;;
CREATE TRIGGER guard_movement_update BEFORE UPDATE ON movement BEGIN SELECT RAISE(ABORT, 'guard: movement is append-only'); END
;;
CREATE TRIGGER guard_movement_delete BEFORE DELETE ON movement BEGIN SELECT RAISE(ABORT, 'guard: movement is append-only'); END
;;
CREATE TRIGGER guard_movement_replace BEFORE INSERT ON movement WHEN EXISTS (SELECT 1 FROM movement WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: movement is append-only'); END
;;
CREATE TRIGGER guard_movement_deal BEFORE INSERT ON movement WHEN NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: a receipt''s money is its deal''s'); END
;;
DROP TRIGGER IF EXISTS guard_counter_known
;;
CREATE TRIGGER guard_counter_known BEFORE INSERT ON counter WHEN NEW.series NOT IN ('receipt', 'refund', 'agreement', 'change', 'notice', 'demand', 'contra') OR NEW.first_no < 1 OR NEW.next_no NOT IN (NEW.first_no, NEW.first_no + 1) BEGIN SELECT RAISE(ABORT, 'guard: a counter is one of ours'); END
;;
CREATE TABLE discount_limit (
	id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	most_bp INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_discount_limit PRIMARY KEY (id), 
	CONSTRAINT ck_discount_limit_share CHECK (most_bp BETWEEN 0 AND 10000)
)
 STRICT
;;
CREATE INDEX ix_discount_limit_role ON discount_limit (role)
;;
CREATE TRIGGER guard_discount_limit_update BEFORE UPDATE ON discount_limit BEGIN SELECT RAISE(ABORT, 'guard: discount_limit is append-only'); END
;;
CREATE TRIGGER guard_discount_limit_delete BEFORE DELETE ON discount_limit BEGIN SELECT RAISE(ABORT, 'guard: discount_limit is append-only'); END
;;
CREATE TRIGGER guard_discount_limit_replace BEFORE INSERT ON discount_limit WHEN EXISTS (SELECT 1 FROM discount_limit WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: discount_limit is append-only'); END
;;
CREATE TRIGGER guard_project_law BEFORE UPDATE OF law_level ON project WHEN NEW.law_level <> OLD.law_level AND NEW.law_level IS DISTINCT FROM (SELECT w.level FROM law_line w WHERE w.project_id = NEW.id AND w.law = 'R-01' ORDER BY w.id DESC LIMIT 1) BEGIN SELECT RAISE(ABORT, 'guard: how hard a law stands is set with its reason'); END
;;
CREATE TRIGGER guard_project_softer BEFORE INSERT ON project WHEN NEW.law_level <> 'block' BEGIN SELECT RAISE(ABORT, 'guard: a project begins under the law'); END
;;
CREATE TABLE account_code (
	id INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_account_code PRIMARY KEY (id), 
	CONSTRAINT ck_account_code_named CHECK (code <> '' AND name <> ''), 
	CONSTRAINT fk_account_code_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_account_code_update BEFORE UPDATE ON account_code BEGIN SELECT RAISE(ABORT, 'guard: account_code is append-only'); END
;;
CREATE TRIGGER guard_account_code_delete BEFORE DELETE ON account_code BEGIN SELECT RAISE(ABORT, 'guard: account_code is append-only'); END
;;
CREATE TRIGGER guard_account_code_replace BEFORE INSERT ON account_code WHEN EXISTS (SELECT 1 FROM account_code WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: account_code is append-only'); END
;;
CREATE TRIGGER guard_account_code_right BEFORE INSERT ON account_code WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'SetAccountCode') BEGIN SELECT RAISE(ABORT, 'guard: nobody writes vouchers without the right'); END
;;
CREATE TRIGGER guard_cash_count_closed BEFORE INSERT ON cash_count WHEN EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) BEGIN SELECT RAISE(ABORT, 'guard: a closed day stays closed'); END
;;
CREATE TRIGGER guard_cash_count_month BEFORE INSERT ON cash_count WHEN EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) BEGIN SELECT RAISE(ABORT, 'guard: a closed month stays closed'); END
;;
CREATE TABLE day_close (
	id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	cashier_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	opening_fen INTEGER NOT NULL, 
	after_fen INTEGER NOT NULL, 
	banked_fen INTEGER NOT NULL, 
	counted_fen INTEGER NOT NULL, 
	handed_fen INTEGER NOT NULL, 
	handed_to INTEGER, 
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
 STRICT
;;
CREATE INDEX ix_day_close_day ON day_close (day)
;;
CREATE INDEX ix_day_close_handed_to ON day_close (handed_to)
;;
CREATE TRIGGER guard_day_close_update BEFORE UPDATE ON day_close BEGIN SELECT RAISE(ABORT, 'guard: day_close is append-only'); END
;;
CREATE TRIGGER guard_day_close_delete BEFORE DELETE ON day_close BEGIN SELECT RAISE(ABORT, 'guard: day_close is append-only'); END
;;
CREATE TRIGGER guard_day_close_replace BEFORE INSERT ON day_close WHEN EXISTS (SELECT 1 FROM day_close WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM day_close WHERE cashier_id = NEW.cashier_id AND day = NEW.day) BEGIN SELECT RAISE(ABORT, 'guard: day_close is append-only'); END
;;
CREATE TRIGGER guard_day_close_right BEFORE INSERT ON day_close WHEN NOT ((NEW.actor_id = NEW.cashier_id AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CloseDay')) OR (EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CloseDayFor') AND NEW.actor_id <> NEW.cashier_id AND NEW.note <> '')) BEGIN SELECT RAISE(ABORT, 'guard: a day is closed by its cashier, or for him with a reason'); END
;;
CREATE TRIGGER guard_day_close_order BEFORE INSERT ON day_close WHEN EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) BEGIN SELECT RAISE(ABORT, 'guard: days are closed once, in their order'); END
;;
CREATE TRIGGER guard_day_close_earlier BEFORE INSERT ON day_close WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.cashier_id = NEW.cashier_id AND r.day < NEW.day AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= r.day)) OR EXISTS (SELECT 1 FROM contra r WHERE r.cashier_id = NEW.cashier_id AND r.day < NEW.day AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= r.day)) BEGIN SELECT RAISE(ABORT, 'guard: an earlier day is open'); END
;;
CREATE TRIGGER guard_day_close_opening BEFORE INSERT ON day_close WHEN NEW.opening_fen <> coalesce((SELECT c.counted_fen - c.handed_fen - c.after_fen FROM day_close c WHERE c.cashier_id = NEW.cashier_id ORDER BY c.id DESC LIMIT 1), 0) + coalesce((SELECT sum(h.handed_fen) FROM day_close h WHERE h.handed_to = NEW.cashier_id AND h.id > coalesce((SELECT max(c.id) FROM day_close c WHERE c.cashier_id = NEW.cashier_id), 0)), 0) BEGIN SELECT RAISE(ABORT, 'guard: what lay in the drawer is what was left there'); END
;;
CREATE TRIGGER guard_day_close_after BEFORE INSERT ON day_close WHEN NEW.after_fen <> ((SELECT coalesce(sum(CASE WHEN r.kind IN ('refund') THEN -t.amount_fen ELSE t.amount_fen END), 0) FROM receipt r JOIN tender t ON t.receipt_id = r.id AND t.kind = 'cash' LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE r.cashier_id = NEW.cashier_id AND r.day > NEW.day AND v.receipt_id IS NULL) - (SELECT coalesce(sum(t.amount_fen), 0) FROM contra k JOIN tender t ON t.receipt_id = k.receipt_id AND t.kind = 'cash' WHERE k.cashier_id = NEW.cashier_id AND k.day > NEW.day)) BEGIN SELECT RAISE(ABORT, 'guard: what came in after a day is what the books say'); END
;;
CREATE TRIGGER guard_day_close_receiver BEFORE INSERT ON day_close WHEN NEW.handed_to IS NOT NULL AND (NEW.handed_to = NEW.cashier_id OR NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.handed_to AND p.left_at IS NULL AND r.name = 'CloseDay')) BEGIN SELECT RAISE(ABORT, 'guard: cash is handed to another cashier'); END
;;
CREATE TRIGGER guard_day_close_month BEFORE INSERT ON day_close WHEN EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) BEGIN SELECT RAISE(ABORT, 'guard: a closed month stays closed'); END
;;
CREATE TABLE discount_offer (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value INTEGER NOT NULL, 
	"exclusive" INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	manner TEXT NOT NULL, 
	mode_id INTEGER, 
	begins_on TEXT NOT NULL, 
	ends_on TEXT, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	ended_at INTEGER, 
	ended_by INTEGER, 
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
 STRICT
;;
CREATE UNIQUE INDEX one_live_discount ON discount_offer (project_id, name) WHERE ended_at IS NULL
;;
CREATE TRIGGER guard_discount_offer_history BEFORE UPDATE ON discount_offer WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: an ended discount stays'); END
;;
CREATE TRIGGER guard_discount_offer_fixed BEFORE UPDATE ON discount_offer WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.project_id IS DISTINCT FROM NEW.project_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.value IS DISTINCT FROM NEW.value OR OLD.exclusive IS DISTINCT FROM NEW.exclusive OR OLD.source IS DISTINCT FROM NEW.source OR OLD.manner IS DISTINCT FROM NEW.manner OR OLD.mode_id IS DISTINCT FROM NEW.mode_id OR OLD.begins_on IS DISTINCT FROM NEW.begins_on OR OLD.ends_on IS DISTINCT FROM NEW.ends_on OR OLD.at IS DISTINCT FROM NEW.at OR OLD.actor_id IS DISTINCT FROM NEW.actor_id BEGIN SELECT RAISE(ABORT, 'guard: a discount can only end'); END
;;
CREATE TRIGGER guard_discount_offer_delete BEFORE DELETE ON discount_offer WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: discounts are never deleted'); END
;;
CREATE TRIGGER guard_discount_offer_replace BEFORE INSERT ON discount_offer WHEN EXISTS (SELECT 1 FROM discount_offer o WHERE o.id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: discounts are never replaced'); END
;;
CREATE TABLE flow (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	valid_days INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_flow PRIMARY KEY (id), 
	CONSTRAINT ck_flow_days CHECK (valid_days BETWEEN 1 AND 90), 
	CONSTRAINT fk_flow_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_flow_kind ON flow (kind)
;;
CREATE TRIGGER guard_flow_update BEFORE UPDATE ON flow BEGIN SELECT RAISE(ABORT, 'guard: flow is append-only'); END
;;
CREATE TRIGGER guard_flow_delete BEFORE DELETE ON flow BEGIN SELECT RAISE(ABORT, 'guard: flow is append-only'); END
;;
CREATE TRIGGER guard_flow_replace BEFORE INSERT ON flow WHEN EXISTS (SELECT 1 FROM flow WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: flow is append-only'); END
;;
CREATE TRIGGER guard_flow_right BEFORE INSERT ON flow WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('EditFlow')) BEGIN SELECT RAISE(ABORT, 'guard: flows are the administrator''s'); END
;;
CREATE TRIGGER guard_flow_kind BEFORE INSERT ON flow WHEN NEW.kind NOT IN ('area', 'cancellation', 'discount', 'exchange', 'extension', 'forfeit', 'law', 'names', 'payment mode', 'price', 'prices', 'refund', 'reservation', 'waiver') BEGIN SELECT RAISE(ABORT, 'guard: a flow is of a kind that is known'); END
;;
CREATE TABLE loan_check_list (
	id INTEGER NOT NULL, 
	bank TEXT NOT NULL, 
	product TEXT NOT NULL, 
	buyer TEXT NOT NULL, 
	items TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_loan_check_list PRIMARY KEY (id), 
	CONSTRAINT ck_loan_check_list_product CHECK (product IN ('combined_loan', 'mortgage', 'provident_fund')), 
	CONSTRAINT ck_loan_check_list_buyer CHECK (buyer IN ('business owner', 'employed')), 
	CONSTRAINT fk_loan_check_list_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_loan_check_list_update BEFORE UPDATE ON loan_check_list BEGIN SELECT RAISE(ABORT, 'guard: loan_check_list is append-only'); END
;;
CREATE TRIGGER guard_loan_check_list_delete BEFORE DELETE ON loan_check_list BEGIN SELECT RAISE(ABORT, 'guard: loan_check_list is append-only'); END
;;
CREATE TRIGGER guard_loan_check_list_replace BEFORE INSERT ON loan_check_list WHEN EXISTS (SELECT 1 FROM loan_check_list WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: loan_check_list is append-only'); END
;;
CREATE TRIGGER guard_loan_check_list_right BEFORE INSERT ON loan_check_list WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SetLoanDocuments')) BEGIN SELECT RAISE(ABORT, 'guard: nobody sets a check list without the right'); END
;;
CREATE TABLE mode_version (
	id INTEGER NOT NULL, 
	mode_id INTEGER NOT NULL, 
	project_id INTEGER, 
	begins_on TEXT, 
	ends_on TEXT, 
	banks TEXT NOT NULL, 
	lines TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_mode_version PRIMARY KEY (id), 
	CONSTRAINT ck_mode_version_days CHECK (ends_on IS NULL OR ends_on >= begins_on), 
	CONSTRAINT fk_mode_version_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id), 
	CONSTRAINT fk_mode_version_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_mode_version_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_mode_version_mode_id ON mode_version (mode_id)
;;
CREATE TRIGGER guard_mode_version_update BEFORE UPDATE ON mode_version BEGIN SELECT RAISE(ABORT, 'guard: mode_version is append-only'); END
;;
CREATE TRIGGER guard_mode_version_delete BEFORE DELETE ON mode_version BEGIN SELECT RAISE(ABORT, 'guard: mode_version is append-only'); END
;;
CREATE TRIGGER guard_mode_version_replace BEFORE INSERT ON mode_version WHEN EXISTS (SELECT 1 FROM mode_version WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: mode_version is append-only'); END
;;
CREATE TABLE month_close (
	id INTEGER NOT NULL, 
	month TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	taken_fen INTEGER NOT NULL, 
	back_fen INTEGER NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_month_close PRIMARY KEY (id), 
	CONSTRAINT ck_month_close_month CHECK (length(month) = 7), 
	CONSTRAINT uq_month_close_month UNIQUE (month), 
	CONSTRAINT fk_month_close_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_month_close_update BEFORE UPDATE ON month_close BEGIN SELECT RAISE(ABORT, 'guard: month_close is append-only'); END
;;
CREATE TRIGGER guard_month_close_delete BEFORE DELETE ON month_close BEGIN SELECT RAISE(ABORT, 'guard: month_close is append-only'); END
;;
CREATE TRIGGER guard_month_close_replace BEFORE INSERT ON month_close WHEN EXISTS (SELECT 1 FROM month_close WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM month_close WHERE month = NEW.month) BEGIN SELECT RAISE(ABORT, 'guard: month_close is append-only'); END
;;
CREATE TRIGGER guard_month_close_right BEFORE INSERT ON month_close WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CloseMonth') BEGIN SELECT RAISE(ABORT, 'guard: nobody closes a month without the right'); END
;;
CREATE TRIGGER guard_month_close_order BEFORE INSERT ON month_close WHEN EXISTS (SELECT 1 FROM month_close m WHERE m.month >= NEW.month) BEGIN SELECT RAISE(ABORT, 'guard: months are closed once, in their order'); END
;;
CREATE TRIGGER guard_month_close_open BEFORE INSERT ON month_close WHEN EXISTS (SELECT 1 FROM receipt r WHERE substr(r.day, 1, 7) <= NEW.month AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = r.cashier_id AND c.day >= r.day)) OR EXISTS (SELECT 1 FROM contra r WHERE substr(r.day, 1, 7) <= NEW.month AND NOT EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = r.cashier_id AND c.day >= r.day)) BEGIN SELECT RAISE(ABORT, 'guard: a day of the month is open'); END
;;
CREATE TRIGGER guard_month_close_books BEFORE INSERT ON month_close WHEN NEW.taken_fen <> (SELECT coalesce(sum(t.taken_fen), 0) FROM day_close c JOIN day_close_tender t ON t.close_id = c.id WHERE substr(c.day, 1, 7) = NEW.month) OR NEW.back_fen <> (SELECT coalesce(sum(t.back_fen), 0) FROM day_close c JOIN day_close_tender t ON t.close_id = c.id WHERE substr(c.day, 1, 7) = NEW.month) BEGIN SELECT RAISE(ABORT, 'guard: a closed month is the sum of its days'); END
;;
CREATE TRIGGER guard_permit_complete BEFORE INSERT ON permit WHEN trim(NEW.number) = '' OR trim(NEW.authority) = '' OR NEW.issued_on IS NULL OR (CAST(substr(NEW.issued_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.issued_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > NEW.recorded_at / 86400000000 + 1 BEGIN SELECT RAISE(ABORT, 'guard: a permit has its number, its authority and its day'); END
;;
CREATE TRIGGER guard_permit_number BEFORE INSERT ON permit WHEN EXISTS (SELECT 1 FROM permit p WHERE p.id <> coalesce(NEW.id, 0) AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(p.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(NEW.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') AND NOT EXISTS (SELECT 1 FROM permit_change c WHERE c.permit_id = p.id AND c.withdrawn = 1 AND c.id = (SELECT max(x.id) FROM permit_change x WHERE x.permit_id = p.id))) BEGIN SELECT RAISE(ABORT, 'guard: a permit is recorded once'); END
;;
CREATE TRIGGER guard_permit_kept BEFORE UPDATE ON permit WHEN NEW.id <> OLD.id OR NEW.project_id <> OLD.project_id OR NEW.recorded_at <> OLD.recorded_at OR NOT EXISTS (SELECT 1 FROM permit_change k WHERE k.id = (SELECT max(c.id) FROM permit_change c WHERE c.permit_id = OLD.id) AND k.number = OLD.number AND k.authority = OLD.authority AND k.account = OLD.account AND k.issued_on IS NOT DISTINCT FROM OLD.issued_on) BEGIN SELECT RAISE(ABORT, 'guard: a permit is corrected with its old value kept'); END
;;
CREATE TRIGGER guard_permit_corrected BEFORE UPDATE ON permit WHEN trim(NEW.number) = '' OR trim(NEW.authority) = '' OR NEW.issued_on IS NULL OR EXISTS (SELECT 1 FROM permit_change k WHERE k.id = (SELECT max(c.id) FROM permit_change c WHERE c.permit_id = OLD.id) AND (CAST(substr(NEW.issued_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.issued_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.issued_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.issued_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > k.at / 86400000000 + 1) BEGIN SELECT RAISE(ABORT, 'guard: a permit has its number, its authority and its day'); END
;;
CREATE TRIGGER guard_permit_renumbered BEFORE UPDATE ON permit WHEN EXISTS (SELECT 1 FROM permit p WHERE p.id <> OLD.id AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(p.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(NEW.number), ' ', ''), '　', ''), '〔', '('), '〕', ')'), '【', '('), '】', ')'), '[', '('), ']', ')'), '（', '('), '）', ')'), '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9') AND NOT EXISTS (SELECT 1 FROM permit_change c WHERE c.permit_id = p.id AND c.withdrawn = 1 AND c.id = (SELECT max(x.id) FROM permit_change x WHERE x.permit_id = p.id))) BEGIN SELECT RAISE(ABORT, 'guard: a permit is recorded once'); END
;;
CREATE TRIGGER guard_permit_deleted BEFORE DELETE ON permit WHEN OLD.id > 0 BEGIN SELECT RAISE(ABORT, 'guard: a permit is withdrawn, not deleted'); END
;;
CREATE TABLE posting (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	ended_at INTEGER, 
	ended_by INTEGER, 
	CONSTRAINT pk_posting PRIMARY KEY (id), 
	CONSTRAINT ck_posting_order CHECK (ended_at IS NULL OR ended_at >= at), 
	CONSTRAINT fk_posting_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_posting_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_posting_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE UNIQUE INDEX one_live_posting ON posting (person_id, project_id) WHERE ended_at IS NULL
;;
CREATE TRIGGER guard_posting_kept BEFORE UPDATE ON posting WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.project_id <> OLD.project_id OR NEW.at <> OLD.at OR NEW.actor_id <> OLD.actor_id BEGIN SELECT RAISE(ABORT, 'guard: a posting is ended once and stays as it was'); END
;;
CREATE TRIGGER guard_posting_delete BEFORE DELETE ON posting WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: postings are never deleted'); END
;;
CREATE TRIGGER guard_posting_right BEFORE INSERT ON posting WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'PostPerson') BEGIN SELECT RAISE(ABORT, 'guard: nobody posts people without the right'); END
;;
CREATE TABLE price_version (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	source TEXT NOT NULL, 
	scheme TEXT NOT NULL, 
	based_on INTEGER, 
	effective_at INTEGER, 
	drafted_at INTEGER NOT NULL, 
	drafted_by INTEGER NOT NULL, 
	CONSTRAINT pk_price_version PRIMARY KEY (id), 
	CONSTRAINT uq_price_version_project_id_name UNIQUE (project_id, name), 
	CONSTRAINT fk_price_version_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_price_version_based_on FOREIGN KEY(based_on) REFERENCES price_version (id)
)
 STRICT
;;
CREATE INDEX ix_price_version_project_id ON price_version (project_id)
;;
CREATE TRIGGER guard_price_version_update BEFORE UPDATE ON price_version BEGIN SELECT RAISE(ABORT, 'guard: price_version is append-only'); END
;;
CREATE TRIGGER guard_price_version_delete BEFORE DELETE ON price_version BEGIN SELECT RAISE(ABORT, 'guard: price_version is append-only'); END
;;
CREATE TRIGGER guard_price_version_replace BEFORE INSERT ON price_version WHEN EXISTS (SELECT 1 FROM price_version WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM price_version WHERE project_id = NEW.project_id AND name = NEW.name) BEGIN SELECT RAISE(ABORT, 'guard: price_version is append-only'); END
;;
CREATE TRIGGER guard_price_version_moment BEFORE INSERT ON price_version WHEN EXISTS (SELECT 1 FROM price_version v WHERE v.project_id = NEW.project_id AND v.effective_at = NEW.effective_at AND NOT EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = v.id)) BEGIN SELECT RAISE(ABORT, 'guard: two versions are not effective at one moment'); END
;;
CREATE TRIGGER guard_price_version_time BEFORE INSERT ON price_version WHEN NEW.effective_at <= NEW.drafted_at BEGIN SELECT RAISE(ABORT, 'guard: the time of a version lies ahead'); END
;;
CREATE TABLE receipt_book (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	prefix TEXT NOT NULL, 
	width INTEGER NOT NULL, 
	first_no INTEGER NOT NULL, 
	last_no INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_receipt_book PRIMARY KEY (id), 
	CONSTRAINT ck_receipt_book_forms CHECK (first_no > 0 AND last_no >= first_no), 
	CONSTRAINT ck_receipt_book_width CHECK (width BETWEEN 1 AND 12), 
	CONSTRAINT uq_receipt_book_name UNIQUE (name), 
	CONSTRAINT fk_receipt_book_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_receipt_book_update BEFORE UPDATE ON receipt_book BEGIN SELECT RAISE(ABORT, 'guard: receipt_book is append-only'); END
;;
CREATE TRIGGER guard_receipt_book_delete BEFORE DELETE ON receipt_book BEGIN SELECT RAISE(ABORT, 'guard: receipt_book is append-only'); END
;;
CREATE TRIGGER guard_receipt_book_replace BEFORE INSERT ON receipt_book WHEN EXISTS (SELECT 1 FROM receipt_book WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM receipt_book WHERE name = NEW.name) BEGIN SELECT RAISE(ABORT, 'guard: receipt_book is append-only'); END
;;
CREATE TRIGGER guard_receipt_book_right BEFORE INSERT ON receipt_book WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RegisterBook') BEGIN SELECT RAISE(ABORT, 'guard: nobody registers a book without the right'); END
;;
CREATE TRIGGER guard_receipt_book_overlap BEFORE INSERT ON receipt_book WHEN EXISTS (SELECT 1 FROM receipt_book b WHERE b.prefix = NEW.prefix AND b.width = NEW.width AND b.first_no <= NEW.last_no AND NEW.first_no <= b.last_no) BEGIN SELECT RAISE(ABORT, 'guard: a form is of one book'); END
;;
CREATE TRIGGER guard_release_batch_name BEFORE INSERT ON release_batch WHEN NEW.name <> '' AND EXISTS (SELECT 1 FROM release_batch b WHERE b.project_id = NEW.project_id AND b.name = NEW.name) BEGIN SELECT RAISE(ABORT, 'guard: a batch has its own name'); END
;;
CREATE TRIGGER guard_release_batch_posting BEFORE INSERT ON release_batch WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = NEW.project_id) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE stand_in (
	id INTEGER NOT NULL, 
	absent_id INTEGER NOT NULL, 
	stand_in_id INTEGER, 
	from_on TEXT NOT NULL, 
	to_on TEXT NOT NULL, 
	begins_at INTEGER NOT NULL, 
	ends_at INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_stand_in PRIMARY KEY (id), 
	CONSTRAINT ck_stand_in_order CHECK (ends_at > begins_at), 
	CONSTRAINT fk_stand_in_absent_id FOREIGN KEY(absent_id) REFERENCES person (id), 
	CONSTRAINT fk_stand_in_stand_in_id FOREIGN KEY(stand_in_id) REFERENCES person (id), 
	CONSTRAINT fk_stand_in_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_stand_in_absent_id ON stand_in (absent_id)
;;
CREATE TRIGGER guard_stand_in_update BEFORE UPDATE ON stand_in BEGIN SELECT RAISE(ABORT, 'guard: stand_in is append-only'); END
;;
CREATE TRIGGER guard_stand_in_delete BEFORE DELETE ON stand_in BEGIN SELECT RAISE(ABORT, 'guard: stand_in is append-only'); END
;;
CREATE TRIGGER guard_stand_in_replace BEFORE INSERT ON stand_in WHEN EXISTS (SELECT 1 FROM stand_in WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: stand_in is append-only'); END
;;
CREATE TRIGGER guard_stand_in_right BEFORE INSERT ON stand_in WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SetStandIn')) BEGIN SELECT RAISE(ABORT, 'guard: nobody names a stand-in without the right'); END
;;
CREATE TRIGGER guard_stand_in_own BEFORE INSERT ON stand_in WHEN NEW.actor_id <> NEW.absent_id AND (NEW.actor_id = NEW.stand_in_id OR NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('EditFlow'))) BEGIN SELECT RAISE(ABORT, 'guard: somebody names his own stand-in, or the administrator does'); END
;;
CREATE TRIGGER guard_stand_in_other BEFORE INSERT ON stand_in WHEN NEW.stand_in_id = NEW.absent_id BEGIN SELECT RAISE(ABORT, 'guard: nobody stands in for himself'); END
;;
CREATE TABLE supervised_account (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	bank TEXT NOT NULL, 
	number TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_supervised_account PRIMARY KEY (id), 
	CONSTRAINT uq_supervised_account_number UNIQUE (number), 
	CONSTRAINT ck_supervised_account_named CHECK (number <> '' AND bank <> ''), 
	CONSTRAINT fk_supervised_account_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_supervised_account_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_supervised_account_project_id ON supervised_account (project_id)
;;
CREATE TRIGGER guard_supervised_account_update BEFORE UPDATE ON supervised_account BEGIN SELECT RAISE(ABORT, 'guard: supervised_account is append-only'); END
;;
CREATE TRIGGER guard_supervised_account_delete BEFORE DELETE ON supervised_account BEGIN SELECT RAISE(ABORT, 'guard: supervised_account is append-only'); END
;;
CREATE TRIGGER guard_supervised_account_replace BEFORE INSERT ON supervised_account WHEN EXISTS (SELECT 1 FROM supervised_account WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM supervised_account WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'guard: supervised_account is append-only'); END
;;
CREATE TRIGGER guard_supervised_account_right BEFORE INSERT ON supervised_account WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RegisterAccount') BEGIN SELECT RAISE(ABORT, 'guard: nobody registers an account without the right'); END
;;
CREATE TABLE unit_remake (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_unit_remake PRIMARY KEY (id), 
	CONSTRAINT fk_unit_remake_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_unit_remake_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_unit_remake_project_id ON unit_remake (project_id)
;;
CREATE TRIGGER guard_unit_remake_update BEFORE UPDATE ON unit_remake BEGIN SELECT RAISE(ABORT, 'guard: unit_remake is append-only'); END
;;
CREATE TRIGGER guard_unit_remake_delete BEFORE DELETE ON unit_remake BEGIN SELECT RAISE(ABORT, 'guard: unit_remake is append-only'); END
;;
CREATE TRIGGER guard_unit_remake_replace BEFORE INSERT ON unit_remake WHEN EXISTS (SELECT 1 FROM unit_remake WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: unit_remake is append-only'); END
;;
CREATE TRIGGER guard_unit_remake_kind BEFORE INSERT ON unit_remake WHEN NEW.kind NOT IN ('merge', 'split') BEGIN SELECT RAISE(ABORT, 'guard: units are merged or split'); END
;;
CREATE TRIGGER guard_unit_remake_right BEFORE INSERT ON unit_remake WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND ((NEW.kind = 'merge' AND r.name = 'MergeUnits') OR (NEW.kind = 'split' AND r.name = 'SplitUnit'))) BEGIN SELECT RAISE(ABORT, 'guard: nobody merges or splits units without the right'); END
;;
CREATE TABLE voucher_run (
	id INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	first_on TEXT NOT NULL, 
	last_on TEXT NOT NULL, 
	vouchers INTEGER NOT NULL, 
	movements INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	sheet TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_voucher_run PRIMARY KEY (id), 
	CONSTRAINT ck_voucher_run_days CHECK (first_on <= last_on), 
	CONSTRAINT ck_voucher_run_amount CHECK (movements > 0 AND amount_fen > 0), 
	CONSTRAINT uq_voucher_run_no UNIQUE (no), 
	CONSTRAINT fk_voucher_run_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_voucher_run_update BEFORE UPDATE ON voucher_run BEGIN SELECT RAISE(ABORT, 'guard: voucher_run is append-only'); END
;;
CREATE TRIGGER guard_voucher_run_delete BEFORE DELETE ON voucher_run BEGIN SELECT RAISE(ABORT, 'guard: voucher_run is append-only'); END
;;
CREATE TRIGGER guard_voucher_run_replace BEFORE INSERT ON voucher_run WHEN EXISTS (SELECT 1 FROM voucher_run WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM voucher_run WHERE no = NEW.no) BEGIN SELECT RAISE(ABORT, 'guard: voucher_run is append-only'); END
;;
CREATE TRIGGER guard_voucher_run_right BEFORE INSERT ON voucher_run WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ExportVouchers') BEGIN SELECT RAISE(ABORT, 'guard: nobody writes vouchers without the right'); END
;;
CREATE TRIGGER guard_voucher_run_number BEFORE INSERT ON voucher_run WHEN NEW.no <> coalesce((SELECT max(r.no) FROM voucher_run r), 0) + 1 BEGIN SELECT RAISE(ABORT, 'guard: runs of vouchers follow one another'); END
;;
CREATE TABLE book_issue (
	id INTEGER NOT NULL, 
	book_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_book_issue PRIMARY KEY (id), 
	CONSTRAINT fk_book_issue_book_id FOREIGN KEY(book_id) REFERENCES receipt_book (id), 
	CONSTRAINT fk_book_issue_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_book_issue_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_book_issue_book_id ON book_issue (book_id)
;;
CREATE INDEX ix_book_issue_person_id ON book_issue (person_id)
;;
CREATE TRIGGER guard_book_issue_update BEFORE UPDATE ON book_issue BEGIN SELECT RAISE(ABORT, 'guard: book_issue is append-only'); END
;;
CREATE TRIGGER guard_book_issue_delete BEFORE DELETE ON book_issue BEGIN SELECT RAISE(ABORT, 'guard: book_issue is append-only'); END
;;
CREATE TRIGGER guard_book_issue_replace BEFORE INSERT ON book_issue WHEN EXISTS (SELECT 1 FROM book_issue WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: book_issue is append-only'); END
;;
CREATE TRIGGER guard_book_issue_right BEFORE INSERT ON book_issue WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'IssueBook') BEGIN SELECT RAISE(ABORT, 'guard: nobody issues a book without the right'); END
;;
CREATE TRIGGER guard_book_issue_cashier BEFORE INSERT ON book_issue WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.person_id AND p.left_at IS NULL AND r.name = 'TakeDeposit') BEGIN SELECT RAISE(ABORT, 'guard: a book is for who takes money'); END
;;
CREATE TRIGGER guard_book_issue_open BEFORE INSERT ON book_issue WHEN EXISTS (SELECT 1 FROM book_issue i WHERE i.book_id = NEW.book_id AND NOT EXISTS (SELECT 1 FROM book_return b WHERE b.issue_id = i.id)) BEGIN SELECT RAISE(ABORT, 'guard: a book is in one hand'); END
;;
CREATE TRIGGER guard_book_issue_used BEFORE INSERT ON book_issue WHEN (SELECT b.last_no - coalesce((SELECT max(f.no) FROM book_form f WHERE f.book_id = b.id), b.first_no - 1) FROM receipt_book b WHERE b.id = NEW.book_id) < 1 BEGIN SELECT RAISE(ABORT, 'guard: a book that is used up stays in the drawer'); END
;;
CREATE TABLE building_stage (
	id INTEGER NOT NULL, 
	building_id INTEGER NOT NULL, 
	stage TEXT NOT NULL, 
	reached_on TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_building_stage PRIMARY KEY (id), 
	CONSTRAINT uq_building_stage_building_id_stage UNIQUE (building_id, stage), 
	CONSTRAINT ck_building_stage_stage CHECK (stage <> ''), 
	CONSTRAINT fk_building_stage_building_id FOREIGN KEY(building_id) REFERENCES building (id), 
	CONSTRAINT fk_building_stage_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_building_stage_update BEFORE UPDATE ON building_stage BEGIN SELECT RAISE(ABORT, 'guard: building_stage is append-only'); END
;;
CREATE TRIGGER guard_building_stage_delete BEFORE DELETE ON building_stage BEGIN SELECT RAISE(ABORT, 'guard: building_stage is append-only'); END
;;
CREATE TRIGGER guard_building_stage_replace BEFORE INSERT ON building_stage WHEN EXISTS (SELECT 1 FROM building_stage WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM building_stage WHERE building_id = NEW.building_id AND stage = NEW.stage) BEGIN SELECT RAISE(ABORT, 'guard: building_stage is append-only'); END
;;
CREATE TRIGGER guard_building_stage_right BEFORE INSERT ON building_stage WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordProgress') BEGIN SELECT RAISE(ABORT, 'guard: nobody records the progress of a building without the right'); END
;;
CREATE TABLE day_close_piece (
	close_id INTEGER NOT NULL, 
	piece_fen INTEGER NOT NULL, 
	pieces INTEGER NOT NULL, 
	CONSTRAINT pk_day_close_piece PRIMARY KEY (close_id, piece_fen), 
	CONSTRAINT ck_day_close_piece_pieces CHECK (piece_fen > 0 AND pieces > 0), 
	CONSTRAINT fk_day_close_piece_close_id FOREIGN KEY(close_id) REFERENCES day_close (id)
)
 STRICT
;;
CREATE TRIGGER guard_day_close_piece_update BEFORE UPDATE ON day_close_piece BEGIN SELECT RAISE(ABORT, 'guard: day_close_piece is append-only'); END
;;
CREATE TRIGGER guard_day_close_piece_delete BEFORE DELETE ON day_close_piece BEGIN SELECT RAISE(ABORT, 'guard: day_close_piece is append-only'); END
;;
CREATE TRIGGER guard_day_close_piece_replace BEFORE INSERT ON day_close_piece WHEN EXISTS (SELECT 1 FROM day_close_piece WHERE close_id = NEW.close_id AND piece_fen = NEW.piece_fen) BEGIN SELECT RAISE(ABORT, 'guard: day_close_piece is append-only'); END
;;
CREATE TRIGGER guard_day_close_piece_more BEFORE INSERT ON day_close_piece WHEN NEW.piece_fen * NEW.pieces + (SELECT coalesce(sum(p.piece_fen * p.pieces), 0) FROM day_close_piece p WHERE p.close_id = NEW.close_id) > (SELECT c.counted_fen FROM day_close c WHERE c.id = NEW.close_id) BEGIN SELECT RAISE(ABORT, 'guard: notes and coins are what was counted'); END
;;
CREATE TABLE day_close_tender (
	close_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	taken_fen INTEGER NOT NULL, 
	back_fen INTEGER NOT NULL, 
	counted_fen INTEGER NOT NULL, 
	CONSTRAINT pk_day_close_tender PRIMARY KEY (close_id, kind), 
	CONSTRAINT ck_day_close_tender_kind CHECK (kind IN ('cash', 'card', 'transfer', 'wechat', 'alipay')), 
	CONSTRAINT fk_day_close_tender_close_id FOREIGN KEY(close_id) REFERENCES day_close (id)
)
 STRICT
;;
CREATE TRIGGER guard_day_close_tender_update BEFORE UPDATE ON day_close_tender BEGIN SELECT RAISE(ABORT, 'guard: day_close_tender is append-only'); END
;;
CREATE TRIGGER guard_day_close_tender_delete BEFORE DELETE ON day_close_tender BEGIN SELECT RAISE(ABORT, 'guard: day_close_tender is append-only'); END
;;
CREATE TRIGGER guard_day_close_tender_replace BEFORE INSERT ON day_close_tender WHEN EXISTS (SELECT 1 FROM day_close_tender WHERE close_id = NEW.close_id AND kind = NEW.kind) BEGIN SELECT RAISE(ABORT, 'guard: day_close_tender is append-only'); END
;;
CREATE TRIGGER guard_day_close_tender_books BEFORE INSERT ON day_close_tender WHEN NEW.taken_fen <> (SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN receipt r ON r.cashier_id = c.cashier_id AND r.day = c.day AND r.kind NOT IN ('refund') JOIN tender t ON t.receipt_id = r.id AND t.kind = NEW.kind LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE c.id = NEW.close_id AND v.receipt_id IS NULL) OR NEW.back_fen <> (SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN receipt r ON r.cashier_id = c.cashier_id AND r.day = c.day AND r.kind IN ('refund') JOIN tender t ON t.receipt_id = r.id AND t.kind = NEW.kind LEFT JOIN receipt_void v ON v.receipt_id = r.id WHERE c.id = NEW.close_id AND v.receipt_id IS NULL) + (SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN contra k ON k.cashier_id = c.cashier_id AND k.day = c.day JOIN tender t ON t.receipt_id = k.receipt_id AND t.kind = NEW.kind WHERE c.id = NEW.close_id) BEGIN SELECT RAISE(ABORT, 'guard: a closed day is what the books say'); END
;;
CREATE TRIGGER guard_day_close_tender_drawer BEFORE INSERT ON day_close_tender WHEN NEW.kind = 'cash' AND NEW.counted_fen <> (SELECT c.counted_fen + c.banked_fen - c.opening_fen - c.after_fen FROM day_close c WHERE c.id = NEW.close_id) BEGIN SELECT RAISE(ABORT, 'guard: the cash of a day is what was counted'); END
;;
CREATE TRIGGER guard_day_close_tender_explained BEFORE INSERT ON day_close_tender WHEN NEW.counted_fen <> NEW.taken_fen - NEW.back_fen AND (SELECT c.note FROM day_close c WHERE c.id = NEW.close_id) = '' BEGIN SELECT RAISE(ABORT, 'guard: a difference is explained'); END
;;
CREATE TABLE flow_step (
	flow_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	needed INTEGER NOT NULL, 
	mode TEXT NOT NULL, 
	fact TEXT NOT NULL, 
	at_least INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	CONSTRAINT pk_flow_step PRIMARY KEY (flow_id, position), 
	CONSTRAINT ck_flow_step_needed CHECK (needed > 0), 
	CONSTRAINT ck_flow_step_act CHECK (act IN ('review', 'approve')), 
	CONSTRAINT ck_flow_step_mode CHECK (mode IN ('any', 'all')), 
	CONSTRAINT ck_flow_step_fact CHECK (fact IN ('', 'amount', 'amount or floor', 'days')), 
	CONSTRAINT fk_flow_step_flow_id FOREIGN KEY(flow_id) REFERENCES flow (id)
)
 STRICT
;;
CREATE TRIGGER guard_flow_step_update BEFORE UPDATE ON flow_step BEGIN SELECT RAISE(ABORT, 'guard: flow_step is append-only'); END
;;
CREATE TRIGGER guard_flow_step_delete BEFORE DELETE ON flow_step BEGIN SELECT RAISE(ABORT, 'guard: flow_step is append-only'); END
;;
CREATE TRIGGER guard_flow_step_replace BEFORE INSERT ON flow_step WHEN EXISTS (SELECT 1 FROM flow_step WHERE flow_id = NEW.flow_id AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'guard: flow_step is append-only'); END
;;
CREATE TRIGGER guard_flow_step_whole BEFORE INSERT ON flow_step WHEN NOT EXISTS (SELECT 1 FROM flow f WHERE f.id = NEW.flow_id AND f.at = NEW.at) OR EXISTS (SELECT 1 FROM request q WHERE q.flow_id = NEW.flow_id) BEGIN SELECT RAISE(ABORT, 'guard: a flow is written whole'); END
;;
CREATE TRIGGER guard_permit_building_kept BEFORE DELETE ON permit_building WHEN NOT EXISTS (SELECT 1 FROM permit_change k WHERE k.id = (SELECT max(c.id) FROM permit_change c WHERE c.permit_id = OLD.permit_id) AND replace(',' || k.buildings || ',', ',' || OLD.building_id || ',', '') <> ',' || k.buildings || ',') BEGIN SELECT RAISE(ABORT, 'guard: a permit is corrected with its old value kept'); END
;;
CREATE TRIGGER guard_permit_building_rests BEFORE DELETE ON permit_building WHEN NOT EXISTS (SELECT 1 FROM permit_building o WHERE o.building_id = OLD.building_id AND o.permit_id <> OLD.permit_id) AND EXISTS (SELECT 1 FROM building b JOIN project j ON j.id = b.project_id WHERE b.id = OLD.building_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-01' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block') AND EXISTS (SELECT 1 FROM unit u WHERE u.building_id = OLD.building_id AND (EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id AND r.ended_at IS NULL) OR EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = u.id AND c.ended_at IS NULL AND c.stage IN ('reserved', 'on hold', 'selected', 'subscribed', 'signed', 'filed')))) BEGIN SELECT RAISE(ABORT, 'guard: what is on sale rests on its permit'); END
;;
CREATE TRIGGER guard_permit_building_moved BEFORE UPDATE ON permit_building WHEN NEW.permit_id <> OLD.permit_id OR NEW.building_id <> OLD.building_id BEGIN SELECT RAISE(ABORT, 'guard: a permit covers a building, or it does not'); END
;;
CREATE TRIGGER guard_permit_building_own BEFORE INSERT ON permit_building WHEN NOT EXISTS (SELECT 1 FROM permit p JOIN building b ON b.project_id = p.project_id WHERE p.id = NEW.permit_id AND b.id = NEW.building_id) BEGIN SELECT RAISE(ABORT, 'guard: a permit covers buildings of its project'); END
;;
CREATE TABLE permit_change (
	id INTEGER NOT NULL, 
	permit_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	issued_on TEXT, 
	account TEXT NOT NULL, 
	buildings TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_permit_change PRIMARY KEY (id), 
	CONSTRAINT fk_permit_change_permit_id FOREIGN KEY(permit_id) REFERENCES permit (id), 
	CONSTRAINT fk_permit_change_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_permit_change_permit_id ON permit_change (permit_id)
;;
CREATE TRIGGER guard_permit_change_update BEFORE UPDATE ON permit_change BEGIN SELECT RAISE(ABORT, 'guard: permit_change is append-only'); END
;;
CREATE TRIGGER guard_permit_change_delete BEFORE DELETE ON permit_change BEGIN SELECT RAISE(ABORT, 'guard: permit_change is append-only'); END
;;
CREATE TRIGGER guard_permit_change_replace BEFORE INSERT ON permit_change WHEN EXISTS (SELECT 1 FROM permit_change WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: permit_change is append-only'); END
;;
CREATE TABLE price_effect (
	version_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	frozen INTEGER NOT NULL, 
	CONSTRAINT pk_price_effect PRIMARY KEY (version_id), 
	CONSTRAINT fk_price_effect_version_id FOREIGN KEY(version_id) REFERENCES price_version (id)
)
 STRICT
;;
CREATE TRIGGER guard_price_effect_update BEFORE UPDATE ON price_effect BEGIN SELECT RAISE(ABORT, 'guard: price_effect is append-only'); END
;;
CREATE TRIGGER guard_price_effect_delete BEFORE DELETE ON price_effect BEGIN SELECT RAISE(ABORT, 'guard: price_effect is append-only'); END
;;
CREATE TRIGGER guard_price_effect_replace BEFORE INSERT ON price_effect WHEN EXISTS (SELECT 1 FROM price_effect WHERE version_id = NEW.version_id) BEGIN SELECT RAISE(ABORT, 'guard: price_effect is append-only'); END
;;
CREATE TRIGGER guard_price_effect_open BEFORE INSERT ON price_effect WHEN EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) BEGIN SELECT RAISE(ABORT, 'guard: a version takes effect once'); END
;;
CREATE TRIGGER guard_price_effect_time BEFORE INSERT ON price_effect WHEN EXISTS (SELECT 1 FROM price_version v WHERE v.id = NEW.version_id AND v.effective_at > NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: a version takes effect at its time'); END
;;
CREATE TRIGGER guard_price_effect_moment BEFORE INSERT ON price_effect WHEN EXISTS (SELECT 1 FROM price_effect e JOIN price_version o ON o.id = e.version_id JOIN price_version v ON v.project_id = o.project_id WHERE v.id = NEW.version_id AND e.at = NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: two versions are not effective at one moment'); END
;;
CREATE TRIGGER guard_price_effect_right BEFORE INSERT ON price_effect WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'EffectPrices') AND NOT EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id WHERE w.version_id = NEW.version_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody puts prices into effect without the right, or the signatures'); END
;;
CREATE TRIGGER guard_price_effect_signed BEFORE INSERT ON price_effect WHEN EXISTS (SELECT 1 FROM setting s WHERE s.name = 'prices_by_request' AND s.value = 'true') AND NOT EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id WHERE w.version_id = NEW.version_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: prices come into effect by their signatures'); END
;;
CREATE TABLE price_withdrawal (
	version_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_price_withdrawal PRIMARY KEY (version_id), 
	CONSTRAINT fk_price_withdrawal_version_id FOREIGN KEY(version_id) REFERENCES price_version (id)
)
 STRICT
;;
CREATE TRIGGER guard_price_withdrawal_update BEFORE UPDATE ON price_withdrawal BEGIN SELECT RAISE(ABORT, 'guard: price_withdrawal is append-only'); END
;;
CREATE TRIGGER guard_price_withdrawal_delete BEFORE DELETE ON price_withdrawal BEGIN SELECT RAISE(ABORT, 'guard: price_withdrawal is append-only'); END
;;
CREATE TRIGGER guard_price_withdrawal_replace BEFORE INSERT ON price_withdrawal WHEN EXISTS (SELECT 1 FROM price_withdrawal WHERE version_id = NEW.version_id) BEGIN SELECT RAISE(ABORT, 'guard: price_withdrawal is append-only'); END
;;
CREATE TRIGGER guard_price_withdrawal_open BEFORE INSERT ON price_withdrawal WHEN EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) BEGIN SELECT RAISE(ABORT, 'guard: a version that took effect is not withdrawn'); END
;;
CREATE TRIGGER guard_price_withdrawal_asked BEFORE INSERT ON price_withdrawal WHEN EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id WHERE w.version_id = NEW.version_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NOT NULL AND q.expires_at > NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: a version is not withdrawn while it is being signed'); END
;;
CREATE TABLE request (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	flow_id INTEGER NOT NULL, 
	command TEXT NOT NULL, 
	form TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	what TEXT NOT NULL, 
	changes TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	below_fen INTEGER NOT NULL, 
	days INTEGER NOT NULL, 
	up_to INTEGER DEFAULT '0' NOT NULL, 
	reason TEXT NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	expires_at INTEGER NOT NULL, 
	restarts_id INTEGER, 
	CONSTRAINT pk_request PRIMARY KEY (id), 
	CONSTRAINT uq_request_restarts_id UNIQUE (restarts_id), 
	CONSTRAINT ck_request_facts CHECK (amount_fen >= 0 AND below_fen >= 0 AND days >= 0 AND up_to >= 0), 
	CONSTRAINT fk_request_flow_id FOREIGN KEY(flow_id) REFERENCES flow (id), 
	CONSTRAINT fk_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id), 
	CONSTRAINT fk_request_restarts_id FOREIGN KEY(restarts_id) REFERENCES request (id)
)
 STRICT
;;
CREATE INDEX ix_request_asker_id ON request (asker_id)
;;
CREATE TRIGGER guard_request_update BEFORE UPDATE ON request BEGIN SELECT RAISE(ABORT, 'guard: request is append-only'); END
;;
CREATE TRIGGER guard_request_delete BEFORE DELETE ON request BEGIN SELECT RAISE(ABORT, 'guard: request is append-only'); END
;;
CREATE TRIGGER guard_request_replace BEFORE INSERT ON request WHEN EXISTS (SELECT 1 FROM request WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM request WHERE restarts_id = NEW.restarts_id) BEGIN SELECT RAISE(ABORT, 'guard: request is append-only'); END
;;
CREATE TRIGGER guard_request_right BEFORE INSERT ON request WHEN NOT ((NEW.kind = 'reservation' AND NEW.command = 'ReserveUnit' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestReservation'))) OR (NEW.kind = 'extension' AND NEW.command = 'ExtendSignBy' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestExtension'))) OR (NEW.kind = 'payment mode' AND NEW.command = 'ChangeMode' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestMode'))) OR (NEW.kind = 'names' AND NEW.command = 'ChangeNames' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestNames'))) OR (NEW.kind = 'cancellation' AND NEW.command = 'CancelDeal' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestCancellation'))) OR (NEW.kind = 'price' AND NEW.command = 'ChangePrice' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestPrice'))) OR (NEW.kind = 'discount' AND NEW.command = 'GrantPrice' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestDiscount'))) OR (NEW.kind = 'prices' AND NEW.command = 'EffectSignedPrices' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestPrices'))) OR (NEW.kind = 'exchange' AND NEW.command = 'ExchangeUnit' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestExchange'))) OR (NEW.kind = 'forfeit' AND NEW.command = 'ForfeitDeal' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestForfeit'))) OR (NEW.kind = 'area' AND NEW.command = 'SettleArea' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestAreaSettlement'))) OR (NEW.kind = 'refund' AND NEW.command = 'ReleaseRefund' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestRefund'))) OR (NEW.kind = 'law' AND NEW.command = 'RelaxLaws' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestLaws'))) OR (NEW.kind = 'waiver' AND NEW.command = 'WaiveLateFee' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.asker_id AND p.left_at IS NULL AND r.name IN ('RequestLateFeeWaiver')))) BEGIN SELECT RAISE(ABORT, 'guard: nobody asks for this without the right'); END
;;
CREATE TRIGGER guard_request_flow BEFORE INSERT ON request WHEN NEW.flow_id IS DISTINCT FROM (SELECT max(f.id) FROM flow f WHERE f.kind = NEW.kind) BEGIN SELECT RAISE(ABORT, 'guard: a request goes the newest flow'); END
;;
CREATE TRIGGER guard_request_steps BEFORE INSERT ON request WHEN NOT EXISTS (SELECT 1 FROM flow_step st WHERE st.flow_id = NEW.flow_id AND (st.fact = '' OR st.position <= NEW.up_to OR (st.fact IN ('amount', 'amount or floor') AND NEW.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND NEW.below_fen > 0) OR (st.fact = 'days' AND NEW.days >= st.at_least))) BEGIN SELECT RAISE(ABORT, 'guard: a request has somebody to sign it'); END
;;
CREATE TRIGGER guard_request_time BEFORE INSERT ON request WHEN NEW.expires_at IS DISTINCT FROM NEW.filed_at + (SELECT f.valid_days FROM flow f WHERE f.id = NEW.flow_id) * 86400000000 BEGIN SELECT RAISE(ABORT, 'guard: a request has its time'); END
;;
CREATE TRIGGER guard_request_restart BEFORE INSERT ON request WHEN NEW.restarts_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.restarts_id AND q.asker_id = NEW.asker_id AND q.kind = NEW.kind AND ((EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) OR (q.expires_at <= NEW.filed_at AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NOT NULL))) BEGIN SELECT RAISE(ABORT, 'guard: only what came to nothing is asked for again, by whoever asked'); END
;;
CREATE TABLE statement_import (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	file TEXT NOT NULL, 
	headings TEXT NOT NULL, 
	added INTEGER NOT NULL, 
	known INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_statement_import PRIMARY KEY (id), 
	CONSTRAINT fk_statement_import_account_id FOREIGN KEY(account_id) REFERENCES supervised_account (id), 
	CONSTRAINT fk_statement_import_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_statement_import_account_id ON statement_import (account_id)
;;
CREATE TRIGGER guard_statement_import_update BEFORE UPDATE ON statement_import BEGIN SELECT RAISE(ABORT, 'guard: statement_import is append-only'); END
;;
CREATE TRIGGER guard_statement_import_delete BEFORE DELETE ON statement_import BEGIN SELECT RAISE(ABORT, 'guard: statement_import is append-only'); END
;;
CREATE TRIGGER guard_statement_import_replace BEFORE INSERT ON statement_import WHEN EXISTS (SELECT 1 FROM statement_import WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: statement_import is append-only'); END
;;
CREATE TRIGGER guard_statement_import_right BEFORE INSERT ON statement_import WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ImportStatement') BEGIN SELECT RAISE(ABORT, 'guard: nobody takes a statement in without the right'); END
;;
CREATE TRIGGER guard_unit_filed BEFORE UPDATE ON unit WHEN (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND NEW.total_fen > (SELECT f.total_fen FROM filed_price f WHERE f.unit_id = NEW.id ORDER BY f.id DESC LIMIT 1) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = 'R-06' ORDER BY w.id DESC LIMIT 1), 'block') = 'block' BEGIN SELECT RAISE(ABORT, 'guard: no price above the filed one'); END
;;
CREATE TRIGGER guard_unit_floor BEFORE UPDATE ON unit WHEN (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND NEW.total_fen < (SELECT f.total_fen FROM floor_price f WHERE f.unit_id = NEW.id ORDER BY f.id DESC LIMIT 1) BEGIN SELECT RAISE(ABORT, 'guard: no list price below the floor price'); END
;;
CREATE TRIGGER guard_unit_frozen BEFORE UPDATE ON unit WHEN (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.id AND c.ended_at IS NULL AND c.until IS NULL AND c.stage IN ('delivered', 'filed', 'on hold', 'reserved', 'selected', 'signed', 'subscribed')) BEGIN SELECT RAISE(ABORT, 'guard: a unit that is paid for or sold keeps its price'); END
;;
CREATE TRIGGER guard_unit_retired BEFORE UPDATE ON unit WHEN (OLD.gross_area <> NEW.gross_area OR OLD.inside_area IS DISTINCT FROM NEW.inside_area OR OLD.total_fen IS DISTINCT FROM NEW.total_fen) AND EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = OLD.id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what became another unit takes no price and is not offered'); END
;;
CREATE TRIGGER guard_unit_signed BEFORE UPDATE OF total_fen, unit_price_fen ON unit WHEN (OLD.total_fen IS DISTINCT FROM NEW.total_fen OR OLD.unit_price_fen IS DISTINCT FROM NEW.unit_price_fen) AND NOT EXISTS (SELECT 1 FROM price_change c WHERE c.id = (SELECT max(x.id) FROM price_change x WHERE x.unit_id = NEW.id) AND c.total_fen = NEW.total_fen AND c.unit_price_fen = NEW.unit_price_fen) BEGIN SELECT RAISE(ABORT, 'guard: a unit costs what its history says'); END
;;
CREATE TRIGGER guard_unit_dated BEFORE UPDATE ON unit WHEN (OLD.layout IS DISTINCT FROM NEW.layout OR OLD.orientation IS DISTINCT FROM NEW.orientation OR OLD.use IS DISTINCT FROM NEW.use OR OLD.gross_area IS DISTINCT FROM NEW.gross_area OR OLD.inside_area IS DISTINCT FROM NEW.inside_area) AND NOT EXISTS (SELECT 1 FROM unit_before b WHERE b.id = (SELECT max(x.id) FROM unit_before x WHERE x.unit_id = OLD.id) AND b.layout IS NOT DISTINCT FROM OLD.layout AND b.orientation IS NOT DISTINCT FROM OLD.orientation AND b.use IS NOT DISTINCT FROM OLD.use AND b.gross_area IS NOT DISTINCT FROM OLD.gross_area AND b.inside_area IS NOT DISTINCT FROM OLD.inside_area) BEGIN SELECT RAISE(ABORT, 'guard: what a unit was is kept before it changes'); END
;;
CREATE TRIGGER guard_unit_inside BEFORE UPDATE ON unit WHEN (NEW.gross_area <> OLD.gross_area OR NEW.inside_area IS DISTINCT FROM OLD.inside_area) AND NEW.inside_area > NEW.gross_area BEGIN SELECT RAISE(ABORT, 'guard: no gross area below the inside area'); END
;;
CREATE TRIGGER guard_unit_kind BEFORE UPDATE ON unit WHEN NEW.use <> OLD.use AND (NOT (replace(lower(NEW.use), '住宅', '') <> lower(NEW.use) OR replace(lower(NEW.use), '公寓', '') <> lower(NEW.use) OR replace(lower(NEW.use), '别墅', '') <> lower(NEW.use) OR replace(lower(NEW.use), '別墅', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'home', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'residential', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'apartment', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'villa', '') <> lower(NEW.use)) AND (replace(lower(NEW.use), '车位', '') <> lower(NEW.use) OR replace(lower(NEW.use), '車位', '') <> lower(NEW.use) OR replace(lower(NEW.use), '车库', '') <> lower(NEW.use) OR replace(lower(NEW.use), '車庫', '') <> lower(NEW.use) OR replace(lower(NEW.use), '停车', '') <> lower(NEW.use) OR replace(lower(NEW.use), '停車', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'parking', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'garage', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'car park', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'car space', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'carpark', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'garaż', '') <> lower(NEW.use) OR replace(lower(NEW.use), '储藏', '') <> lower(NEW.use) OR replace(lower(NEW.use), '儲藏', '') <> lower(NEW.use) OR replace(lower(NEW.use), '贮藏', '') <> lower(NEW.use) OR replace(lower(NEW.use), '储物', '') <> lower(NEW.use) OR replace(lower(NEW.use), '杂物间', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'storage', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'store room', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'storeroom', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'cellar', '') <> lower(NEW.use) OR replace(lower(NEW.use), 'komórka', '') <> lower(NEW.use))) <> (NOT (replace(lower(OLD.use), '住宅', '') <> lower(OLD.use) OR replace(lower(OLD.use), '公寓', '') <> lower(OLD.use) OR replace(lower(OLD.use), '别墅', '') <> lower(OLD.use) OR replace(lower(OLD.use), '別墅', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'home', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'residential', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'apartment', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'villa', '') <> lower(OLD.use)) AND (replace(lower(OLD.use), '车位', '') <> lower(OLD.use) OR replace(lower(OLD.use), '車位', '') <> lower(OLD.use) OR replace(lower(OLD.use), '车库', '') <> lower(OLD.use) OR replace(lower(OLD.use), '車庫', '') <> lower(OLD.use) OR replace(lower(OLD.use), '停车', '') <> lower(OLD.use) OR replace(lower(OLD.use), '停車', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'parking', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'garage', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'car park', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'car space', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'carpark', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'garaż', '') <> lower(OLD.use) OR replace(lower(OLD.use), '储藏', '') <> lower(OLD.use) OR replace(lower(OLD.use), '儲藏', '') <> lower(OLD.use) OR replace(lower(OLD.use), '贮藏', '') <> lower(OLD.use) OR replace(lower(OLD.use), '储物', '') <> lower(OLD.use) OR replace(lower(OLD.use), '杂物间', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'storage', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'store room', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'storeroom', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'cellar', '') <> lower(OLD.use) OR replace(lower(OLD.use), 'komórka', '') <> lower(OLD.use))) AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: what was on offer as a home is no lot'); END
;;
CREATE TRIGGER guard_unit_area_cut BEFORE UPDATE ON unit WHEN NEW.gross_area > OLD.gross_area AND ((SELECT max(c.total_fen * NEW.gross_area / coalesce((SELECT x.gross_area FROM unit_before x WHERE x.unit_id = c.unit_id AND x.at > c.at ORDER BY x.id LIMIT 1), NEW.gross_area)) FROM price_change c WHERE c.unit_id = NEW.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.id) o WHERE o.at IS NOT NULL))) - NEW.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT k.actor_id FROM unit_before k WHERE k.unit_id = NEW.id ORDER BY k.id DESC LIMIT 1) ORDER BY l.id DESC LIMIT 1) * (SELECT max(c.total_fen * NEW.gross_area / coalesce((SELECT x.gross_area FROM unit_before x WHERE x.unit_id = c.unit_id AND x.at > c.at ORDER BY x.id LIMIT 1), NEW.gross_area)) FROM price_change c WHERE c.unit_id = NEW.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.id) o WHERE o.at IS NOT NULL))) BEGIN SELECT RAISE(ABORT, 'guard: nobody lowers a price by its area by more than his role may'); END
;;
CREATE TABLE binding (
	id INTEGER NOT NULL, 
	lot_id INTEGER NOT NULL, 
	home_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	ended_at INTEGER, 
	ended_by INTEGER, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_binding PRIMARY KEY (id), 
	CONSTRAINT uq_binding_home_id_lot_id_at UNIQUE (home_id, lot_id, at), 
	CONSTRAINT ck_binding_two CHECK (lot_id <> home_id), 
	CONSTRAINT ck_binding_end CHECK ((ended_at IS NULL) = (ended_by IS NULL)), 
	CONSTRAINT fk_binding_lot_id FOREIGN KEY(lot_id) REFERENCES unit (id), 
	CONSTRAINT fk_binding_home_id FOREIGN KEY(home_id) REFERENCES unit (id)
)
 STRICT
;;
CREATE UNIQUE INDEX one_live_binding ON binding (lot_id) WHERE ended_at IS NULL
;;
CREATE TRIGGER guard_binding_begun BEFORE INSERT ON binding WHEN NEW.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: a binding is made first'); END
;;
CREATE TRIGGER guard_binding_project BEFORE INSERT ON binding WHEN NOT EXISTS (SELECT 1 FROM unit l JOIN unit h ON h.project_id = l.project_id WHERE l.id = NEW.lot_id AND h.id = NEW.home_id) BEGIN SELECT RAISE(ABORT, 'guard: a lot is bound to a home of its project'); END
;;
CREATE TRIGGER guard_binding_chain BEFORE INSERT ON binding WHEN EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL AND (b.lot_id IN (NEW.lot_id, NEW.home_id) OR b.home_id = NEW.lot_id)) BEGIN SELECT RAISE(ABORT, 'guard: a lot is bound to one home, and nothing to a lot'); END
;;
CREATE TRIGGER guard_binding_free BEFORE INSERT ON binding WHEN EXISTS (SELECT 1 FROM claim c WHERE c.ended_at IS NULL AND c.unit_id IN (NEW.lot_id, NEW.home_id) AND c.stage IN ('delivered', 'filed', 'in review', 'on hold', 'reserved', 'selected', 'signed', 'subscribed') AND (c.stage <> 'on hold' OR c.until IS NULL OR c.until > NEW.at)) BEGIN SELECT RAISE(ABORT, 'guard: what is somebody''s is not bound'); END
;;
CREATE TRIGGER guard_binding_kept BEFORE UPDATE ON binding WHEN EXISTS (SELECT 1 FROM claim c WHERE c.ended_at IS NULL AND c.unit_id IN (OLD.lot_id, OLD.home_id) AND c.stage IN ('delivered', 'filed', 'in review', 'on hold', 'reserved', 'selected', 'signed', 'subscribed') AND (c.stage <> 'on hold' OR c.until IS NULL OR c.until > NEW.ended_at)) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = OLD.home_id AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND replace(x.details, '"' || OLD.lot_id || '":"', '') <> x.details) BEGIN SELECT RAISE(ABORT, 'guard: what is somebody''s is not unbound'); END
;;
CREATE TRIGGER guard_binding_history BEFORE UPDATE ON binding WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.lot_id <> OLD.lot_id OR NEW.home_id <> OLD.home_id OR NEW.at <> OLD.at OR NEW.actor_id <> OLD.actor_id BEGIN SELECT RAISE(ABORT, 'guard: a binding can only end'); END
;;
CREATE TRIGGER guard_binding_delete BEFORE DELETE ON binding WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: bindings are never deleted'); END
;;
CREATE TRIGGER guard_binding_replace BEFORE INSERT ON binding WHEN EXISTS (SELECT 1 FROM binding b WHERE b.id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: bindings are never replaced'); END
;;
CREATE TRIGGER guard_binding_retired BEFORE INSERT ON binding WHEN EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.lot_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) OR EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.home_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: a unit that became another is bound to nothing'); END
;;
CREATE TRIGGER guard_binding_right BEFORE INSERT ON binding WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'BindLot') AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.new_deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = NEW.home_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND replace(x.details, '"' || NEW.lot_id || '":"take"', '') <> x.details) BEGIN SELECT RAISE(ABORT, 'guard: nobody binds without the right, or the signatures'); END
;;
CREATE TRIGGER guard_binding_loose BEFORE UPDATE ON binding WHEN NEW.ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND r.name = 'UnbindLot') AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = OLD.home_id AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND replace(x.details, '"' || OLD.lot_id || '":"', '') <> x.details) BEGIN SELECT RAISE(ABORT, 'guard: nobody unbinds without the right, or the signatures'); END
;;
CREATE TABLE book_return (
	issue_id INTEGER NOT NULL, 
	unused INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_book_return PRIMARY KEY (issue_id), 
	CONSTRAINT fk_book_return_issue_id FOREIGN KEY(issue_id) REFERENCES book_issue (id), 
	CONSTRAINT fk_book_return_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_book_return_update BEFORE UPDATE ON book_return BEGIN SELECT RAISE(ABORT, 'guard: book_return is append-only'); END
;;
CREATE TRIGGER guard_book_return_delete BEFORE DELETE ON book_return BEGIN SELECT RAISE(ABORT, 'guard: book_return is append-only'); END
;;
CREATE TRIGGER guard_book_return_replace BEFORE INSERT ON book_return WHEN EXISTS (SELECT 1 FROM book_return WHERE issue_id = NEW.issue_id) BEGIN SELECT RAISE(ABORT, 'guard: book_return is append-only'); END
;;
CREATE TRIGGER guard_book_return_right BEFORE INSERT ON book_return WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ReturnBook') BEGIN SELECT RAISE(ABORT, 'guard: nobody takes a book back without the right'); END
;;
CREATE TRIGGER guard_book_return_counted BEFORE INSERT ON book_return WHEN NEW.unused <> (SELECT (SELECT b.last_no - coalesce((SELECT max(f.no) FROM book_form f WHERE f.book_id = b.id), b.first_no - 1) FROM receipt_book b WHERE b.id = i.book_id) FROM book_issue i WHERE i.id = NEW.issue_id) BEGIN SELECT RAISE(ABORT, 'guard: a book comes back with all its unused forms'); END
;;
CREATE TABLE filed_price (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	version_id INTEGER, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	unit_price_fen INTEGER NOT NULL, 
	total_fen INTEGER NOT NULL, 
	reference TEXT NOT NULL, 
	CONSTRAINT pk_filed_price PRIMARY KEY (id), 
	CONSTRAINT ck_filed_price_price CHECK (unit_price_fen > 0 AND total_fen > 0), 
	CONSTRAINT fk_filed_price_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_filed_price_version_id FOREIGN KEY(version_id) REFERENCES price_version (id)
)
 STRICT
;;
CREATE INDEX ix_filed_price_unit_id ON filed_price (unit_id)
;;
CREATE TRIGGER guard_filed_price_update BEFORE UPDATE ON filed_price BEGIN SELECT RAISE(ABORT, 'guard: filed_price is append-only'); END
;;
CREATE TRIGGER guard_filed_price_delete BEFORE DELETE ON filed_price BEGIN SELECT RAISE(ABORT, 'guard: filed_price is append-only'); END
;;
CREATE TRIGGER guard_filed_price_replace BEFORE INSERT ON filed_price WHEN EXISTS (SELECT 1 FROM filed_price WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: filed_price is append-only'); END
;;
CREATE TRIGGER guard_filed_price_changed BEFORE INSERT ON filed_price WHEN NEW.total_fen <> (SELECT f.total_fen FROM filed_price f WHERE f.unit_id = NEW.unit_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RefilePrices') BEGIN SELECT RAISE(ABORT, 'guard: nobody changes a filed price without the right'); END
;;
CREATE TRIGGER guard_filed_price_retired BEFORE INSERT ON filed_price WHEN EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what became another unit takes no price and is not offered'); END
;;
CREATE TABLE floor_price (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	unit_price_fen INTEGER NOT NULL, 
	total_fen INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_floor_price PRIMARY KEY (id), 
	CONSTRAINT ck_floor_price_price CHECK (unit_price_fen > 0 AND total_fen > 0), 
	CONSTRAINT fk_floor_price_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
;;
CREATE INDEX ix_floor_price_unit_id ON floor_price (unit_id)
;;
CREATE TRIGGER guard_floor_price_update BEFORE UPDATE ON floor_price BEGIN SELECT RAISE(ABORT, 'guard: floor_price is append-only'); END
;;
CREATE TRIGGER guard_floor_price_delete BEFORE DELETE ON floor_price BEGIN SELECT RAISE(ABORT, 'guard: floor_price is append-only'); END
;;
CREATE TRIGGER guard_floor_price_replace BEFORE INSERT ON floor_price WHEN EXISTS (SELECT 1 FROM floor_price WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: floor_price is append-only'); END
;;
CREATE TRIGGER guard_floor_price_list BEFORE INSERT ON floor_price WHEN NEW.total_fen > (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id) BEGIN SELECT RAISE(ABORT, 'guard: no floor price above the list price'); END
;;
CREATE TRIGGER guard_floor_price_lowered BEFORE INSERT ON floor_price WHEN NEW.total_fen < (SELECT f.total_fen FROM floor_price f WHERE f.unit_id = NEW.unit_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'LowerFloorPrices') BEGIN SELECT RAISE(ABORT, 'guard: nobody lowers a floor price without the right'); END
;;
CREATE TRIGGER guard_floor_price_retired BEFORE INSERT ON floor_price WHEN EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what became another unit takes no price and is not offered'); END
;;
CREATE TABLE law_line (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	law TEXT NOT NULL, 
	level TEXT NOT NULL, 
	ships TEXT NOT NULL, 
	cites TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	request_id INTEGER, 
	CONSTRAINT pk_law_line PRIMARY KEY (id), 
	CONSTRAINT ck_law_line_law CHECK (law IN ('R-01', 'R-02', 'R-03', 'R-06', 'R-07', 'R-08', 'R-26')), 
	CONSTRAINT ck_law_line_level CHECK (level IN ('block', 'warn', 'off')), 
	CONSTRAINT ck_law_line_ships CHECK (ships IN ('block', 'warn', 'off')), 
	CONSTRAINT uq_law_line_request_id_law UNIQUE (request_id, law), 
	CONSTRAINT fk_law_line_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_law_line_request_id FOREIGN KEY(request_id) REFERENCES request (id)
)
 STRICT
;;
CREATE INDEX ix_law_line_newest ON law_line (project_id, law, id)
;;
CREATE TRIGGER guard_law_line_update BEFORE UPDATE ON law_line BEGIN SELECT RAISE(ABORT, 'guard: law_line is append-only'); END
;;
CREATE TRIGGER guard_law_line_delete BEFORE DELETE ON law_line BEGIN SELECT RAISE(ABORT, 'guard: law_line is append-only'); END
;;
CREATE TRIGGER guard_law_line_replace BEFORE INSERT ON law_line WHEN EXISTS (SELECT 1 FROM law_line WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM law_line WHERE request_id = NEW.request_id AND law = NEW.law) BEGIN SELECT RAISE(ABORT, 'guard: law_line is append-only'); END
;;
CREATE TRIGGER guard_law_line_reason BEFORE INSERT ON law_line WHEN trim(NEW.reason) = '' BEGIN SELECT RAISE(ABORT, 'guard: a law is set with its reason'); END
;;
CREATE TRIGGER guard_law_line_right BEFORE INSERT ON law_line WHEN NEW.request_id IS NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SetLaw', 'AdoptLawPack')) BEGIN SELECT RAISE(ABORT, 'guard: nobody sets a law without the right, or the signatures'); END
;;
CREATE TRIGGER guard_law_line_softer BEFORE INSERT ON law_line WHEN NEW.request_id IS NULL AND NOT (NEW.project_id = (SELECT min(j.id) FROM project j) AND NOT EXISTS (SELECT 1 FROM law_line w WHERE w.project_id = NEW.project_id AND (w.at <> NEW.at OR w.actor_id <> NEW.actor_id)) AND NOT EXISTS (SELECT 1 FROM release_batch r WHERE r.project_id = NEW.project_id) AND NOT EXISTS (SELECT 1 FROM claim c JOIN unit u ON u.id = c.unit_id WHERE u.project_id = NEW.project_id)) AND ((CASE NEW.level WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END) < (CASE (CASE WHEN NEW.law = 'R-01' THEN (SELECT j.law_level FROM project j WHERE j.id = NEW.project_id) WHEN NEW.law IN ('R-02', 'R-03') THEN coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = NEW.law ORDER BY w.id DESC LIMIT 1), (SELECT j.law_level FROM project j WHERE j.id = NEW.project_id)) ELSE coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = NEW.law ORDER BY w.id DESC LIMIT 1), (CASE NEW.law WHEN 'R-01' THEN 'block' WHEN 'R-02' THEN 'block' WHEN 'R-03' THEN 'block' WHEN 'R-06' THEN 'block' WHEN 'R-07' THEN 'warn' WHEN 'R-08' THEN 'block' WHEN 'R-26' THEN 'off' END)) END) WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END) OR (CASE NEW.ships WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END) < (CASE coalesce((SELECT w.ships FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = NEW.law ORDER BY w.id DESC LIMIT 1), (CASE NEW.law WHEN 'R-01' THEN 'block' WHEN 'R-02' THEN 'block' WHEN 'R-03' THEN 'block' WHEN 'R-06' THEN 'block' WHEN 'R-07' THEN 'warn' WHEN 'R-08' THEN 'block' WHEN 'R-26' THEN 'off' END)) WHEN 'off' THEN 0 WHEN 'warn' THEN 1 WHEN 'block' THEN 2 END)) BEGIN SELECT RAISE(ABORT, 'guard: nobody relaxes a law alone'); END
;;
CREATE TRIGGER guard_law_line_signed BEFORE INSERT ON law_line WHEN NEW.request_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM law_request w JOIN request q ON q.id = w.request_id JOIN signature s ON s.request_id = q.id WHERE q.id = NEW.request_id AND w.project_id = NEW.project_id AND w.law = NEW.law AND w.level = NEW.level AND w.ships = NEW.ships AND w.cites = NEW.cites AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND s.at = NEW.at AND s.person_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: a law stands softer as it was signed'); END
;;
CREATE TABLE law_request (
	request_id INTEGER NOT NULL, 
	law TEXT NOT NULL, 
	project_id INTEGER NOT NULL, 
	level TEXT NOT NULL, 
	ships TEXT NOT NULL, 
	cites TEXT NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	CONSTRAINT pk_law_request PRIMARY KEY (request_id, law), 
	CONSTRAINT ck_law_request_level CHECK (level IN ('block', 'warn', 'off') AND ships IN ('block', 'warn', 'off')), 
	CONSTRAINT fk_law_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_law_request_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_law_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_law_request_project_id ON law_request (project_id)
;;
CREATE TRIGGER guard_law_request_update BEFORE UPDATE ON law_request BEGIN SELECT RAISE(ABORT, 'guard: law_request is append-only'); END
;;
CREATE TRIGGER guard_law_request_delete BEFORE DELETE ON law_request BEGIN SELECT RAISE(ABORT, 'guard: law_request is append-only'); END
;;
CREATE TRIGGER guard_law_request_replace BEFORE INSERT ON law_request WHEN EXISTS (SELECT 1 FROM law_request WHERE request_id = NEW.request_id AND law = NEW.law) BEGIN SELECT RAISE(ABORT, 'guard: law_request is append-only'); END
;;
CREATE TRIGGER guard_law_request_request BEFORE INSERT ON law_request WHEN NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'law' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at) BEGIN SELECT RAISE(ABORT, 'guard: what is asked of laws is its request''s'); END
;;
CREATE TABLE line_place (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	joined_at INTEGER NOT NULL, 
	joined_by INTEGER NOT NULL, 
	until INTEGER NOT NULL, 
	ended_at INTEGER, 
	ended_by INTEGER, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_line_place PRIMARY KEY (id), 
	CONSTRAINT fk_line_place_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_line_place_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_line_place_joined_by FOREIGN KEY(joined_by) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_line_place_customer_id ON line_place (customer_id)
;;
CREATE UNIQUE INDEX one_live_place ON line_place (unit_id, customer_id) WHERE ended_at IS NULL
;;
CREATE TRIGGER guard_line_place_history BEFORE UPDATE ON line_place WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: a place in line that was left stays left'); END
;;
CREATE TRIGGER guard_line_place_fixed BEFORE UPDATE ON line_place WHEN NEW.ended_at IS NULL OR OLD.id <> NEW.id OR OLD.unit_id <> NEW.unit_id OR OLD.customer_id <> NEW.customer_id OR OLD.joined_at <> NEW.joined_at OR OLD.joined_by <> NEW.joined_by OR OLD.until <> NEW.until BEGIN SELECT RAISE(ABORT, 'guard: a place in line can only be left'); END
;;
CREATE TRIGGER guard_line_place_left BEFORE UPDATE ON line_place WHEN NEW.ended_at < OLD.joined_at BEGIN SELECT RAISE(ABORT, 'guard: a place in line ends after it began'); END
;;
CREATE TRIGGER guard_line_place_speaks BEFORE UPDATE ON line_place WHEN NOT EXISTS (SELECT 1 FROM claim c JOIN customer k ON k.id = NEW.customer_id WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.opened_at = NEW.ended_at AND c.opened_by = NEW.ended_by AND c.customer_id IN (k.id, coalesce(k.merged_into, 0))) AND NOT (OLD.until <= NEW.ended_at AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND r.name = 'StandInLine')) AND NOT (EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND r.name = 'LeaveLine') AND NOT EXISTS (SELECT 1 FROM person p JOIN customer k ON k.id = NEW.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE p.id = NEW.ended_by AND p.role = 'consultant' AND coalesce(m.consultant_id, k.consultant_id) IS DISTINCT FROM p.id)) BEGIN SELECT RAISE(ABORT, 'guard: a place in line is given up for its customer'); END
;;
CREATE TRIGGER guard_line_place_delete BEFORE DELETE ON line_place WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: places in line are kept'); END
;;
CREATE TRIGGER guard_line_place_replace BEFORE INSERT ON line_place WHEN EXISTS (SELECT 1 FROM line_place p WHERE p.id = NEW.id OR (p.unit_id = NEW.unit_id AND p.customer_id = NEW.customer_id AND p.ended_at IS NULL)) BEGIN SELECT RAISE(ABORT, 'guard: one place in line for each customer'); END
;;
CREATE TRIGGER guard_line_place_behind BEFORE INSERT ON line_place WHEN NEW.ended_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.stage IN ('on hold', 'reserved', 'selected', 'subscribed') AND c.customer_id <> NEW.customer_id) BEGIN SELECT RAISE(ABORT, 'guard: one stands in line behind somebody else'); END
;;
CREATE TRIGGER guard_line_place_time BEFORE INSERT ON line_place WHEN NEW.until <= NEW.joined_at OR NEW.until > NEW.joined_at + (1 + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'line_longest_days'), 30)) * 86400000000 BEGIN SELECT RAISE(ABORT, 'guard: a place in line has its time'); END
;;
CREATE TRIGGER guard_line_place_length BEFORE INSERT ON line_place WHEN (SELECT count(*) FROM line_place p WHERE p.unit_id = NEW.unit_id AND p.ended_at IS NULL AND p.until > NEW.joined_at) >= coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'line_longest'), 5) BEGIN SELECT RAISE(ABORT, 'guard: the line is full'); END
;;
CREATE TRIGGER guard_line_place_right BEFORE INSERT ON line_place WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.joined_by AND p.left_at IS NULL AND r.name = 'StandInLine') BEGIN SELECT RAISE(ABORT, 'guard: nobody lets customers stand in line without the right'); END
;;
CREATE TRIGGER guard_line_place_own BEFORE INSERT ON line_place WHEN EXISTS (SELECT 1 FROM person p JOIN customer k ON k.id = NEW.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE p.id = NEW.joined_by AND p.role = 'consultant' AND coalesce(m.consultant_id, k.consultant_id) IS DISTINCT FROM p.id) BEGIN SELECT RAISE(ABORT, 'guard: a consultant speaks for his own customers'); END
;;
CREATE TABLE measured_area (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	area INTEGER NOT NULL, 
	measured_on TEXT NOT NULL, 
	source TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_measured_area PRIMARY KEY (id), 
	CONSTRAINT ck_measured_area_area CHECK (area > 0), 
	CONSTRAINT ck_measured_area_source CHECK (source <> ''), 
	CONSTRAINT fk_measured_area_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_measured_area_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_measured_area_unit_id ON measured_area (unit_id)
;;
CREATE TRIGGER guard_measured_area_update BEFORE UPDATE ON measured_area BEGIN SELECT RAISE(ABORT, 'guard: measured_area is append-only'); END
;;
CREATE TRIGGER guard_measured_area_delete BEFORE DELETE ON measured_area BEGIN SELECT RAISE(ABORT, 'guard: measured_area is append-only'); END
;;
CREATE TRIGGER guard_measured_area_replace BEFORE INSERT ON measured_area WHEN EXISTS (SELECT 1 FROM measured_area WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: measured_area is append-only'); END
;;
CREATE TRIGGER guard_measured_area_right BEFORE INSERT ON measured_area WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordMeasuredArea') BEGIN SELECT RAISE(ABORT, 'guard: nobody records a measured area without the right'); END
;;
CREATE TRIGGER guard_price_change_retired BEFORE INSERT ON price_change WHEN EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what became another unit takes no price and is not offered'); END
;;
CREATE TRIGGER guard_price_change_signed BEFORE INSERT ON price_change WHEN EXISTS (SELECT 1 FROM setting s WHERE s.name = 'prices_by_request' AND s.value = 'true') AND EXISTS (SELECT 1 FROM price_change c WHERE c.unit_id = NEW.unit_id) AND NOT EXISTS (SELECT 1 FROM price_effect e JOIN price_line l ON l.version_id = e.version_id WHERE e.at = NEW.at AND e.actor_id = NEW.actor_id AND l.unit_id = NEW.unit_id AND l.total_fen = NEW.total_fen AND l.unit_price_fen = NEW.unit_price_fen) BEGIN SELECT RAISE(ABORT, 'guard: a price changes by its signatures'); END
;;
CREATE TRIGGER guard_price_change_cut BEFORE INSERT ON price_change WHEN NEW.total_fen < (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id) AND (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = NEW.actor_id ORDER BY l.id DESC LIMIT 1) IS NOT NULL AND ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) - NEW.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = NEW.actor_id ORDER BY l.id DESC LIMIT 1) * (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) AND NOT EXISTS (SELECT 1 FROM price_effect e JOIN price_line l ON l.version_id = e.version_id JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE e.at = NEW.at AND e.actor_id = NEW.actor_id AND l.unit_id = NEW.unit_id AND l.total_fen = NEW.total_fen AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = q.id) AND ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) - NEW.total_fen) * 10000 <= (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = NEW.unit_id) o WHERE o.at IS NOT NULL))) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000))) BEGIN SELECT RAISE(ABORT, 'guard: nobody cuts a list price by more than his role may'); END
;;
CREATE TRIGGER guard_price_change_posting BEFORE INSERT ON price_change WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT u.project_id FROM unit u WHERE u.id = NEW.unit_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE price_line (
	version_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	unit_price_fen INTEGER NOT NULL, 
	total_fen INTEGER NOT NULL, 
	before_unit_price_fen INTEGER, 
	before_total_fen INTEGER, 
	CONSTRAINT pk_price_line PRIMARY KEY (version_id, unit_id), 
	CONSTRAINT ck_price_line_price CHECK (unit_price_fen > 0 AND total_fen > 0), 
	CONSTRAINT fk_price_line_version_id FOREIGN KEY(version_id) REFERENCES price_version (id), 
	CONSTRAINT fk_price_line_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
;;
CREATE INDEX ix_price_line_unit_id ON price_line (unit_id)
;;
CREATE TRIGGER guard_price_line_update BEFORE UPDATE ON price_line BEGIN SELECT RAISE(ABORT, 'guard: price_line is append-only'); END
;;
CREATE TRIGGER guard_price_line_delete BEFORE DELETE ON price_line BEGIN SELECT RAISE(ABORT, 'guard: price_line is append-only'); END
;;
CREATE TRIGGER guard_price_line_replace BEFORE INSERT ON price_line WHEN EXISTS (SELECT 1 FROM price_line WHERE version_id = NEW.version_id AND unit_id = NEW.unit_id) BEGIN SELECT RAISE(ABORT, 'guard: price_line is append-only'); END
;;
CREATE TRIGGER guard_price_line_open BEFORE INSERT ON price_line WHEN EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) BEGIN SELECT RAISE(ABORT, 'guard: a version that took effect stays as it was'); END
;;
CREATE TRIGGER guard_price_line_project BEFORE INSERT ON price_line WHEN NOT EXISTS (SELECT 1 FROM price_version v JOIN unit u ON u.project_id = v.project_id WHERE v.id = NEW.version_id AND u.id = NEW.unit_id) BEGIN SELECT RAISE(ABORT, 'guard: a version is about its own project'); END
;;
CREATE TRIGGER guard_price_line_retired BEFORE INSERT ON price_line WHEN EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what became another unit takes no price and is not offered'); END
;;
CREATE TRIGGER guard_price_line_asked BEFORE INSERT ON price_line WHEN EXISTS (SELECT 1 FROM price_request w WHERE w.version_id = NEW.version_id) BEGIN SELECT RAISE(ABORT, 'guard: a version that was asked for stays as it was'); END
;;
CREATE TABLE price_request (
	request_id INTEGER NOT NULL, 
	version_id INTEGER NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	CONSTRAINT pk_price_request PRIMARY KEY (request_id), 
	CONSTRAINT fk_price_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_price_request_version_id FOREIGN KEY(version_id) REFERENCES price_version (id), 
	CONSTRAINT fk_price_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_price_request_version_id ON price_request (version_id)
;;
CREATE TRIGGER guard_price_request_update BEFORE UPDATE ON price_request BEGIN SELECT RAISE(ABORT, 'guard: price_request is append-only'); END
;;
CREATE TRIGGER guard_price_request_delete BEFORE DELETE ON price_request BEGIN SELECT RAISE(ABORT, 'guard: price_request is append-only'); END
;;
CREATE TRIGGER guard_price_request_replace BEFORE INSERT ON price_request WHEN EXISTS (SELECT 1 FROM price_request WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: price_request is append-only'); END
;;
CREATE TRIGGER guard_price_request_request BEFORE INSERT ON price_request WHEN NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'prices' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at) BEGIN SELECT RAISE(ABORT, 'guard: what is asked of prices is its request''s'); END
;;
CREATE TRIGGER guard_price_request_open BEFORE INSERT ON price_request WHEN EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id) OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id) BEGIN SELECT RAISE(ABORT, 'guard: a version that ended is not asked for'); END
;;
CREATE TRIGGER guard_release_line_retired BEFORE INSERT ON release_line WHEN EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what became another unit takes no price and is not offered'); END
;;
CREATE TRIGGER guard_release_line_right BEFORE UPDATE ON release_line WHEN OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('WithdrawUnits', 'HoldBack', 'BlockUnits', 'CancelSubscription')) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.stage = 'reserved' AND c.opened_by = NEW.ended_by AND c.opened_at = NEW.ended_at) AND NOT EXISTS (SELECT 1 FROM cancellation x JOIN deal d ON d.id = x.deal_id WHERE (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL AND b.lot_id = NEW.unit_id AND b.home_id = d.unit_id)) AND x.actor_id = NEW.ended_by AND x.at = NEW.ended_at) AND NOT EXISTS (SELECT 1 FROM unit_exchange x JOIN deal d ON d.id = x.deal_id WHERE (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL AND b.lot_id = NEW.unit_id AND b.home_id = d.unit_id)) AND x.actor_id = NEW.ended_by AND x.at = NEW.ended_at) BEGIN SELECT RAISE(ABORT, 'guard: nobody ends a release without the right'); END
;;
CREATE TRIGGER guard_release_line_cut BEFORE INSERT ON release_line WHEN EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND ((SELECT max(h.total_fen) FROM price_change h WHERE h.unit_id = u.id) - u.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) * (SELECT max(h.total_fen) FROM price_change h WHERE h.unit_id = u.id)) AND NOT EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.unit_id) AND EXISTS (SELECT 1 FROM price_change c WHERE c.unit_id = NEW.unit_id AND c.actor_id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) AND c.id > (SELECT max(x.id) FROM price_change x WHERE x.unit_id = NEW.unit_id AND x.total_fen = (SELECT max(h.total_fen) FROM price_change h WHERE h.unit_id = NEW.unit_id))) AND (SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = NEW.unit_id) IS NULL BEGIN SELECT RAISE(ABORT, 'guard: nobody offers alone what he made much cheaper alone'); END
;;
CREATE TRIGGER guard_release_line_first BEFORE INSERT ON release_line WHEN (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) IS NOT NULL AND EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND NOT EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id) AND NOT EXISTS (SELECT 1 FROM unit y WHERE y.project_id = u.project_id AND y.use = u.use AND y.total_fen IS NOT NULL AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = y.id AND r.batch_id <> NEW.batch_id) AND (y.total_fen * 10000 / y.gross_area - (u.total_fen * 10000 / u.gross_area)) * 10000 <= (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) * (y.total_fen * 10000 / y.gross_area) AND ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = y.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = y.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = y.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = y.id) o WHERE o.at IS NOT NULL))) * 10000 / y.gross_area - (u.total_fen * 10000 / u.gross_area)) * 10000 <= (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = (SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id) ORDER BY l.id DESC LIMIT 1) * ((SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = y.id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = y.id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = y.id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = y.id) o WHERE o.at IS NOT NULL))) * 10000 / y.gross_area)) AND EXISTS (SELECT 1 FROM unit y WHERE y.project_id = u.project_id AND y.use = u.use AND y.total_fen IS NOT NULL AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = y.id AND r.batch_id <> NEW.batch_id)) AND (SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = u.id) IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: nobody offers alone what is first priced far below the offer'); END
;;
CREATE TABLE reservation (
	request_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	consultant_id INTEGER NOT NULL, 
	until INTEGER NOT NULL, 
	total_fen INTEGER NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	CONSTRAINT pk_reservation PRIMARY KEY (request_id), 
	CONSTRAINT ck_reservation_price CHECK (total_fen > 0), 
	CONSTRAINT fk_reservation_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_reservation_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_reservation_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_reservation_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_reservation_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_reservation_unit_id ON reservation (unit_id)
;;
CREATE TRIGGER guard_reservation_update BEFORE UPDATE ON reservation BEGIN SELECT RAISE(ABORT, 'guard: reservation is append-only'); END
;;
CREATE TRIGGER guard_reservation_delete BEFORE DELETE ON reservation BEGIN SELECT RAISE(ABORT, 'guard: reservation is append-only'); END
;;
CREATE TRIGGER guard_reservation_replace BEFORE INSERT ON reservation WHEN EXISTS (SELECT 1 FROM reservation WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: reservation is append-only'); END
;;
CREATE TRIGGER guard_reservation_request BEFORE INSERT ON reservation WHEN NOT EXISTS (SELECT 1 FROM request q JOIN unit u ON u.id = NEW.unit_id WHERE q.id = NEW.request_id AND q.kind = 'reservation' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = NEW.total_fen AND u.total_fen = NEW.total_fen AND NEW.until > q.filed_at AND NEW.until <= q.filed_at + (q.days + 1) * 86400000000) BEGIN SELECT RAISE(ABORT, 'guard: a reservation is its request''s'); END
;;
CREATE TRIGGER guard_reservation_time BEFORE INSERT ON reservation WHEN NEW.until > NEW.filed_at + (1 + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'reservation_longest_days'), 30)) * 86400000000 BEGIN SELECT RAISE(ABORT, 'guard: a reservation has its time'); END
;;
CREATE TABLE signature (
	id INTEGER NOT NULL, 
	request_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	absent_id INTEGER, 
	role TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	CONSTRAINT pk_signature PRIMARY KEY (id), 
	CONSTRAINT uq_signature_request_id_person_id UNIQUE (request_id, person_id), 
	CONSTRAINT uq_signature_request_id_position_place UNIQUE (request_id, position, place), 
	CONSTRAINT ck_signature_decision CHECK (decision IN ('approve', 'reject')), 
	CONSTRAINT fk_signature_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_signature_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_signature_absent_id FOREIGN KEY(absent_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_signature_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'guard: signature is append-only'); END
;;
CREATE TRIGGER guard_signature_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'guard: signature is append-only'); END
;;
CREATE TRIGGER guard_signature_replace BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM signature WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM signature WHERE request_id = NEW.request_id AND person_id = NEW.person_id) OR EXISTS (SELECT 1 FROM signature WHERE request_id = NEW.request_id AND position = NEW.position AND place = NEW.place) BEGIN SELECT RAISE(ABORT, 'guard: signature is append-only'); END
;;
CREATE TRIGGER guard_signature_right BEFORE INSERT ON signature WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.person_id AND p.left_at IS NULL AND r.name IN ('SignRequest')) BEGIN SELECT RAISE(ABORT, 'guard: nobody signs without the right'); END
;;
CREATE TRIGGER guard_signature_over BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND ((EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) OR q.expires_at <= NEW.at)) BEGIN SELECT RAISE(ABORT, 'guard: the request is over'); END
;;
CREATE TRIGGER guard_signature_asker BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.asker_id IN (NEW.person_id, coalesce(NEW.absent_id, 0))) BEGIN SELECT RAISE(ABORT, 'guard: nobody signs what he asked for'); END
;;
CREATE TRIGGER guard_signature_twice BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM signature s WHERE s.request_id = NEW.request_id AND (s.person_id IN (NEW.person_id, coalesce(NEW.absent_id, 0)) OR s.absent_id IN (NEW.person_id, coalesce(NEW.absent_id, 0)))) BEGIN SELECT RAISE(ABORT, 'guard: nobody signs a request twice'); END
;;
CREATE TRIGGER guard_signature_step BEFORE INSERT ON signature WHEN NEW.position IS DISTINCT FROM (SELECT (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) FROM request q WHERE q.id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: steps are signed in their order'); END
;;
CREATE TRIGGER guard_signature_place BEFORE INSERT ON signature WHEN NEW.place <> (SELECT count(*) + 1 FROM signature s WHERE s.request_id = NEW.request_id AND s.position = NEW.position) BEGIN SELECT RAISE(ABORT, 'guard: signatures follow one another'); END
;;
CREATE TRIGGER guard_signature_role BEFORE INSERT ON signature WHEN NOT EXISTS (SELECT 1 FROM request q JOIN flow_step st ON st.flow_id = q.flow_id AND st.position = NEW.position JOIN person p ON p.id = coalesce(NEW.absent_id, NEW.person_id) AND p.role = NEW.role AND p.left_at IS NULL WHERE q.id = NEW.request_id AND replace(',' || st.roles || ',', ',' || NEW.role || ',', '') <> ',' || st.roles || ',') BEGIN SELECT RAISE(ABORT, 'guard: a step is signed by its roles'); END
;;
CREATE TRIGGER guard_signature_each BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM request q JOIN flow_step st ON st.flow_id = q.flow_id AND st.position = NEW.position AND st.mode = 'all' WHERE q.id = NEW.request_id) AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = NEW.request_id AND s.position = NEW.position AND s.role = NEW.role) BEGIN SELECT RAISE(ABORT, 'guard: each role signs once'); END
;;
CREATE TRIGGER guard_signature_absence BEFORE INSERT ON signature WHEN NEW.absent_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM (SELECT t.stand_in_id FROM stand_in t WHERE t.absent_id = NEW.absent_id AND t.begins_at <= NEW.at AND t.ends_at > NEW.at ORDER BY t.id DESC LIMIT 1) BEGIN SELECT RAISE(ABORT, 'guard: only a stand-in signs for somebody else, on his days'); END
;;
CREATE TRIGGER guard_signature_cashier BEFORE INSERT ON signature WHEN EXISTS (SELECT 1 FROM request q JOIN person p ON p.id IN (NEW.person_id, coalesce(NEW.absent_id, 0)) WHERE q.id = NEW.request_id AND q.kind = 'waiver' AND p.role = 'cashier') BEGIN SELECT RAISE(ABORT, 'guard: who takes the money waives none of it'); END
;;
CREATE TABLE statement_line (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	import_id INTEGER NOT NULL, 
	reference TEXT NOT NULL, 
	day TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	payer TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_statement_line PRIMARY KEY (id), 
	CONSTRAINT uq_statement_line_account_id_reference UNIQUE (account_id, reference), 
	CONSTRAINT ck_statement_line_told CHECK (amount_fen <> 0 AND reference <> ''), 
	CONSTRAINT fk_statement_line_account_id FOREIGN KEY(account_id) REFERENCES supervised_account (id), 
	CONSTRAINT fk_statement_line_import_id FOREIGN KEY(import_id) REFERENCES statement_import (id)
)
 STRICT
;;
CREATE INDEX ix_statement_line_day ON statement_line (day)
;;
CREATE INDEX ix_statement_line_import_id ON statement_line (import_id)
;;
CREATE TRIGGER guard_statement_line_update BEFORE UPDATE ON statement_line BEGIN SELECT RAISE(ABORT, 'guard: statement_line is append-only'); END
;;
CREATE TRIGGER guard_statement_line_delete BEFORE DELETE ON statement_line BEGIN SELECT RAISE(ABORT, 'guard: statement_line is append-only'); END
;;
CREATE TRIGGER guard_statement_line_replace BEFORE INSERT ON statement_line WHEN EXISTS (SELECT 1 FROM statement_line WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM statement_line WHERE account_id = NEW.account_id AND reference = NEW.reference) BEGIN SELECT RAISE(ABORT, 'guard: statement_line is append-only'); END
;;
CREATE TRIGGER guard_statement_line_import BEFORE INSERT ON statement_line WHEN NOT EXISTS (SELECT 1 FROM statement_import i WHERE i.id = NEW.import_id AND i.account_id = NEW.account_id) OR (SELECT count(*) FROM statement_line s WHERE s.import_id = NEW.import_id) >= (SELECT i.added FROM statement_import i WHERE i.id = NEW.import_id) BEGIN SELECT RAISE(ABORT, 'guard: a line comes with its file'); END
;;
CREATE TABLE unit_before (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	layout TEXT NOT NULL, 
	orientation TEXT NOT NULL, 
	use TEXT NOT NULL, 
	gross_area INTEGER NOT NULL, 
	inside_area INTEGER, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_unit_before PRIMARY KEY (id), 
	CONSTRAINT fk_unit_before_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_unit_before_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_unit_before_unit ON unit_before (unit_id, id)
;;
CREATE TRIGGER guard_unit_before_update BEFORE UPDATE ON unit_before BEGIN SELECT RAISE(ABORT, 'guard: unit_before is append-only'); END
;;
CREATE TRIGGER guard_unit_before_delete BEFORE DELETE ON unit_before BEGIN SELECT RAISE(ABORT, 'guard: unit_before is append-only'); END
;;
CREATE TRIGGER guard_unit_before_replace BEFORE INSERT ON unit_before WHEN EXISTS (SELECT 1 FROM unit_before WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: unit_before is append-only'); END
;;
CREATE TRIGGER guard_unit_before_true BEFORE INSERT ON unit_before WHEN NOT EXISTS (SELECT 1 FROM unit b WHERE b.id = NEW.unit_id AND b.layout IS NOT DISTINCT FROM NEW.layout AND b.orientation IS NOT DISTINCT FROM NEW.orientation AND b.use IS NOT DISTINCT FROM NEW.use AND b.gross_area IS NOT DISTINCT FROM NEW.gross_area AND b.inside_area IS NOT DISTINCT FROM NEW.inside_area) BEGIN SELECT RAISE(ABORT, 'guard: what a unit was is what it is until then'); END
;;
CREATE TRIGGER guard_unit_before_order BEFORE INSERT ON unit_before WHEN EXISTS (SELECT 1 FROM unit_before b WHERE b.unit_id = NEW.unit_id AND b.at > NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: what a unit was is written in its order'); END
;;
CREATE TABLE unit_remake_line (
	remake_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	side TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	CONSTRAINT pk_unit_remake_line PRIMARY KEY (remake_id, unit_id), 
	CONSTRAINT ck_unit_remake_line_side CHECK (side IN ('from', 'into')), 
	CONSTRAINT fk_unit_remake_line_remake_id FOREIGN KEY(remake_id) REFERENCES unit_remake (id), 
	CONSTRAINT fk_unit_remake_line_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
;;
CREATE INDEX ix_unit_remake_line_unit_id ON unit_remake_line (unit_id)
;;
CREATE TRIGGER guard_unit_remake_line_update BEFORE UPDATE ON unit_remake_line BEGIN SELECT RAISE(ABORT, 'guard: unit_remake_line is append-only'); END
;;
CREATE TRIGGER guard_unit_remake_line_delete BEFORE DELETE ON unit_remake_line BEGIN SELECT RAISE(ABORT, 'guard: unit_remake_line is append-only'); END
;;
CREATE TRIGGER guard_unit_remake_line_replace BEFORE INSERT ON unit_remake_line WHEN EXISTS (SELECT 1 FROM unit_remake_line WHERE remake_id = NEW.remake_id AND unit_id = NEW.unit_id) BEGIN SELECT RAISE(ABORT, 'guard: unit_remake_line is append-only'); END
;;
CREATE TRIGGER guard_unit_remake_line_whole BEFORE INSERT ON unit_remake_line WHEN NOT EXISTS (SELECT 1 FROM unit_remake k JOIN unit u ON u.project_id = k.project_id WHERE k.id = NEW.remake_id AND k.at = NEW.at AND u.id = NEW.unit_id) BEGIN SELECT RAISE(ABORT, 'guard: a remake is written whole, within its project'); END
;;
CREATE TRIGGER guard_unit_remake_line_newest BEFORE INSERT ON unit_remake_line WHEN EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.unit_id = NEW.unit_id AND z.remake_id > NEW.remake_id) BEGIN SELECT RAISE(ABORT, 'guard: what became of a unit is written in its order'); END
;;
CREATE TRIGGER guard_unit_remake_line_gone BEFORE INSERT ON unit_remake_line WHEN NEW.side = 'from' AND EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what is no more does not become another'); END
;;
CREATE TRIGGER guard_unit_remake_line_there BEFORE INSERT ON unit_remake_line WHEN NEW.side = 'into' AND NOT EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) AND EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.unit_id = NEW.unit_id) BEGIN SELECT RAISE(ABORT, 'guard: what is there already is not made again'); END
;;
CREATE TRIGGER guard_unit_remake_line_alike BEFORE INSERT ON unit_remake_line WHEN EXISTS (SELECT 1 FROM unit_remake_line z JOIN unit o ON o.id = z.unit_id JOIN unit u ON u.id = NEW.unit_id WHERE z.remake_id = NEW.remake_id AND (o.building_id <> u.building_id OR o.core <> u.core OR o.floor <> u.floor OR o.use <> u.use)) BEGIN SELECT RAISE(ABORT, 'guard: units of one floor and one use are merged and split'); END
;;
CREATE TRIGGER guard_unit_remake_line_one BEFORE INSERT ON unit_remake_line WHEN EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.remake_id = NEW.remake_id AND z.side = (SELECT (CASE k.kind WHEN 'merge' THEN 'into' ELSE 'from' END) FROM unit_remake k WHERE k.id = NEW.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: several units become one, or one several'); END
;;
CREATE TRIGGER guard_unit_remake_line_area BEFORE INSERT ON unit_remake_line WHEN NEW.side = (SELECT (CASE k.kind WHEN 'merge' THEN 'into' ELSE 'from' END) FROM unit_remake k WHERE k.id = NEW.remake_id) AND ((SELECT count(*) FROM unit_remake_line z JOIN unit u ON u.id = z.unit_id WHERE z.remake_id = NEW.remake_id) < 2 OR (SELECT sum(u.gross_area) FROM unit_remake_line z JOIN unit u ON u.id = z.unit_id WHERE z.remake_id = NEW.remake_id) <> (SELECT u.gross_area FROM unit u WHERE u.id = NEW.unit_id)) BEGIN SELECT RAISE(ABORT, 'guard: a remake neither adds nor loses a square metre'); END
;;
CREATE TRIGGER guard_unit_remake_line_priced BEFORE INSERT ON unit_remake_line WHEN EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND u.total_fen IS NOT NULL) OR EXISTS (SELECT 1 FROM price_change z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM filed_price z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM floor_price z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM price_line z WHERE z.unit_id = NEW.unit_id AND NOT EXISTS (SELECT 1 FROM price_withdrawal q WHERE q.version_id = z.version_id)) BEGIN SELECT RAISE(ABORT, 'guard: what has a price is neither merged nor split'); END
;;
CREATE TRIGGER guard_unit_remake_line_sold BEFORE INSERT ON unit_remake_line WHEN EXISTS (SELECT 1 FROM release_line z WHERE z.unit_id = NEW.unit_id) OR EXISTS (SELECT 1 FROM claim z WHERE z.unit_id = NEW.unit_id AND (z.stage <> 'held back' OR (NEW.side = 'from' AND z.ended_at IS NULL))) OR EXISTS (SELECT 1 FROM binding z WHERE z.ended_at IS NULL AND NEW.unit_id IN (z.lot_id, z.home_id)) BEGIN SELECT RAISE(ABORT, 'guard: what was offered, claimed or bound is neither merged nor split'); END
;;
CREATE TABLE withdrawal (
	request_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_withdrawal PRIMARY KEY (request_id), 
	CONSTRAINT fk_withdrawal_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_withdrawal_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_withdrawal_update BEFORE UPDATE ON withdrawal BEGIN SELECT RAISE(ABORT, 'guard: withdrawal is append-only'); END
;;
CREATE TRIGGER guard_withdrawal_delete BEFORE DELETE ON withdrawal BEGIN SELECT RAISE(ABORT, 'guard: withdrawal is append-only'); END
;;
CREATE TRIGGER guard_withdrawal_replace BEFORE INSERT ON withdrawal WHEN EXISTS (SELECT 1 FROM withdrawal WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: withdrawal is append-only'); END
;;
CREATE TRIGGER guard_withdrawal_asker BEFORE INSERT ON withdrawal WHEN NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.asker_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: only the asker takes a request back'); END
;;
CREATE TRIGGER guard_withdrawal_over BEFORE INSERT ON withdrawal WHEN EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND ((EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) OR q.expires_at <= NEW.at OR (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL)) BEGIN SELECT RAISE(ABORT, 'guard: the request is over'); END
;;
CREATE TRIGGER guard_agreement_permit BEFORE INSERT ON agreement WHEN EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no contract'); END
;;
CREATE TRIGGER guard_agreement_right BEFORE INSERT ON agreement WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'Subscribe') AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: nobody writes an agreement without the right, or the signatures'); END
;;
CREATE TRIGGER guard_agreement_exchanged BEFORE INSERT ON agreement WHEN EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND (e.mode_id <> NEW.mode_id OR e.price_fen <> NEW.price_fen OR e.carried_fen <> (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.new_deal_id AND m.kind = 'carried in'))) BEGIN SELECT RAISE(ABORT, 'guard: an agreement by an exchange is as it was signed'); END
;;
CREATE TRIGGER guard_agreement_floor BEFORE INSERT ON agreement WHEN NEW.price_fen < (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.price_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = q.id AND w.role = 'general' AND w.decision = 'approve')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.new_deal_id = NEW.deal_id AND e.price_fen = NEW.price_fen AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = x.request_id AND w.role = 'general' AND w.decision = 'approve')) BEGIN SELECT RAISE(ABORT, 'guard: below the floor price the general manager signs'); END
;;
CREATE TRIGGER guard_agreement_posting BEFORE INSERT ON agreement WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TRIGGER guard_cancellation_right BEFORE INSERT ON cancellation WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CancelSubscription') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND ((x.kind = 'cancellation' AND substr(x.details, 1, length(NEW.fault) + 11) = '{"fault":"' || NEW.fault || '"') OR (x.kind = 'forfeit' AND NEW.fault = 'buyer')) AND x.at = NEW.at AND x.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: nobody cancels without the right, or the signatures'); END
;;
CREATE TRIGGER guard_cancellation_request BEFORE INSERT ON cancellation WHEN EXISTS (SELECT 1 FROM setting s WHERE s.name = 'cancel_by_request' AND s.value = 'true') AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND ((x.kind = 'cancellation' AND substr(x.details, 1, length(NEW.fault) + 11) = '{"fault":"' || NEW.fault || '"') OR (x.kind = 'forfeit' AND NEW.fault = 'buyer')) AND x.at = NEW.at AND x.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: what was agreed is cancelled by its signatures'); END
;;
CREATE TRIGGER guard_cancellation_alone BEFORE INSERT ON cancellation WHEN (NEW.kept_fen <> 0 OR NEW.doubled_fen <> 0) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND ((x.kind = 'cancellation' AND substr(x.details, 1, length(NEW.fault) + 11) = '{"fault":"' || NEW.fault || '"') OR (x.kind = 'forfeit' AND NEW.fault = 'buyer')) AND x.at = NEW.at AND x.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: nobody alone keeps a deposit or doubles it'); END
;;
CREATE TRIGGER guard_cancellation_grace BEFORE INSERT ON cancellation WHEN NEW.kept_fen <> 0 AND NOT EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.deal_id = NEW.deal_id AND n.ends_at <= NEW.at AND NOT EXISTS (SELECT 1 FROM default_lift l WHERE l.notice_id = n.id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = n.deal_id AND x.kind = 'extension' AND x.at >= n.at)) BEGIN SELECT RAISE(ABORT, 'guard: before the contract a deposit is kept after a notice''s grace'); END
;;
CREATE TABLE change_request (
	request_id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	sign_by TEXT, 
	mode_id INTEGER, 
	details TEXT NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	CONSTRAINT pk_change_request PRIMARY KEY (request_id), 
	CONSTRAINT fk_change_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_change_request_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_change_request_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id), 
	CONSTRAINT fk_change_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_change_request_deal_id ON change_request (deal_id)
;;
CREATE TRIGGER guard_change_request_update BEFORE UPDATE ON change_request BEGIN SELECT RAISE(ABORT, 'guard: change_request is append-only'); END
;;
CREATE TRIGGER guard_change_request_delete BEFORE DELETE ON change_request BEGIN SELECT RAISE(ABORT, 'guard: change_request is append-only'); END
;;
CREATE TRIGGER guard_change_request_replace BEFORE INSERT ON change_request WHEN EXISTS (SELECT 1 FROM change_request WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: change_request is append-only'); END
;;
CREATE TRIGGER guard_change_request_request BEFORE INSERT ON change_request WHEN NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind IN ('area', 'cancellation', 'exchange', 'extension', 'forfeit', 'names', 'payment mode', 'price') AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at) BEGIN SELECT RAISE(ABORT, 'guard: what is asked of a deal is its request''s'); END
;;
CREATE TRIGGER guard_change_request_live BEFORE INSERT ON change_request WHEN NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed')) AND NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed', 'delivered')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'cancellation')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'payment mode') AND EXISTS (SELECT 1 FROM loan_case k JOIN loan_turn t ON t.case_id = k.id WHERE k.deal_id = NEW.deal_id AND t.state = 'refused' AND NOT EXISTS (SELECT 1 FROM loan_turn l WHERE l.case_id = k.id AND l.turn_no > t.turn_no) AND NOT EXISTS (SELECT 1 FROM loan_case n WHERE n.deal_id = k.deal_id AND n.id > k.id))) BEGIN SELECT RAISE(ABORT, 'guard: only a live agreement is changed'); END
;;
CREATE TRIGGER guard_change_request_put_off BEFORE INSERT ON change_request WHEN EXISTS (SELECT 1 FROM request q JOIN agreement a ON a.deal_id = NEW.deal_id WHERE q.id = NEW.request_id AND q.kind = 'extension' AND (NEW.sign_by IS NULL OR q.days < (CAST(substr(NEW.sign_by, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.sign_by, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.sign_by, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(a.sign_by, 9, 2) AS BIGINT) + (153 * (CAST(substr(a.sign_by, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) + (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(a.sign_by, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(a.sign_by, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588))) BEGIN SELECT RAISE(ABORT, 'guard: a later day counts from the day first agreed'); END
;;
CREATE TRIGGER guard_change_request_given_away BEFORE INSERT ON change_request WHEN EXISTS (SELECT 1 FROM request q JOIN agreement a ON a.deal_id = NEW.deal_id JOIN deal d ON d.id = NEW.deal_id WHERE q.id = NEW.request_id AND q.kind = 'price' AND (CAST(json_extract(NEW.details, '$.total_fen') AS BIGINT) IS NULL OR q.amount_fen < (CASE WHEN EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = d.id) THEN d.list_total_fen ELSE a.price_fen END) - CAST(json_extract(NEW.details, '$.total_fen') AS BIGINT) OR q.amount_fen < coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = d.id ORDER BY p.id DESC LIMIT 1), d.list_total_fen) - CAST(json_extract(NEW.details, '$.total_fen') AS BIGINT))) BEGIN SELECT RAISE(ABORT, 'guard: what is given away counts from the price first agreed'); END
;;
CREATE TRIGGER guard_change_request_exchange BEFORE INSERT ON change_request WHEN EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'exchange' AND (CAST(json_extract(NEW.details, '$.total_fen') AS BIGINT) IS NULL OR q.amount_fen IS DISTINCT FROM (SELECT u.total_fen FROM unit u WHERE u.id = CAST(json_extract(NEW.details, '$.to') AS BIGINT)) - CAST(json_extract(NEW.details, '$.total_fen') AS BIGINT))) BEGIN SELECT RAISE(ABORT, 'guard: an exchange gives away what is between its list price and its own'); END
;;
CREATE TRIGGER guard_change_request_grace BEFORE INSERT ON change_request WHEN EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'forfeit') AND NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.deal_id = NEW.deal_id AND n.ends_at <= NEW.filed_at AND NEW.details = '{"notice":' || n.id || '}' AND NOT EXISTS (SELECT 1 FROM default_lift l WHERE l.notice_id = n.id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = n.deal_id AND x.kind = 'extension' AND x.at >= n.at)) BEGIN SELECT RAISE(ABORT, 'guard: no deposit is forfeited before a notice''s grace is over'); END
;;
CREATE TRIGGER guard_change_request_area BEFORE INSERT ON change_request WHEN EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area') AND (EXISTS (SELECT 1 FROM deal_change x JOIN measured_area y ON y.id = (SELECT max(n.id) FROM measured_area n JOIN deal d ON d.unit_id = n.unit_id WHERE d.id = NEW.deal_id) WHERE x.deal_id = NEW.deal_id AND x.kind = 'area' AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":') OR NOT EXISTS (SELECT 1 FROM (SELECT l.id, (CASE WHEN l.found < l.agreed THEN -1 ELSE 1 END) * (CASE l.rounding WHEN 'fen' THEN l.high + (2 * l.low + l.whole) / (2 * l.whole) WHEN 'yuan' THEN (l.high + l.low / l.whole + 50) / 100 * 100 ELSE (l.high + l.low / l.whole) / 100 * 100 END) - l.earlier AS owed FROM (SELECT p.*, p.price / 1000000 * p.part / p.whole * 1000000 AS high, (p.price / 1000000 * p.part - p.price / 1000000 * p.part / p.whole * p.whole) * 1000000 + (p.price - p.price / 1000000 * 1000000) * p.part AS low FROM (SELECT f.*, 100 * f.agreed AS whole, (CASE WHEN f.found >= f.agreed AND 100 * (f.found - f.agreed) > 3 * f.agreed THEN 3 * f.agreed WHEN 100 * (f.agreed - f.found) > 3 * f.agreed THEN 200 * (f.agreed - f.found) - 3 * f.agreed ELSE 100 * abs(f.found - f.agreed) END) AS part FROM (SELECT m.id, m.area AS found, b.rounding, coalesce((SELECT v.total_fen FROM price_approval v WHERE v.deal_id = d.id ORDER BY v.id DESC LIMIT 1), d.list_total_fen) AS price, CAST(round(CAST(json_extract(a.sheet, '$.gross_area') AS NUMERIC) * 10000) AS BIGINT) AS agreed, (SELECT CAST(coalesce(sum(CAST(substr(x.details, length('{"area":' || y.id || ',"owed_fen":') + 1, length(x.details) - length('{"area":' || y.id || ',"owed_fen":') - 1) AS BIGINT)), 0) AS BIGINT) FROM deal_change x JOIN measured_area y ON y.unit_id = d.unit_id AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":' WHERE x.deal_id = d.id AND x.kind = 'area') AS earlier FROM deal d JOIN agreement a ON a.deal_id = d.id JOIN project b ON b.id = d.project_id JOIN measured_area m ON m.id = (SELECT max(n.id) FROM measured_area n WHERE n.unit_id = d.unit_id) WHERE d.id = NEW.deal_id) f) p) l) s WHERE NEW.details = '{"area":' || s.id || ',"owed_fen":' || s.owed || '}' AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.amount_fen = abs(s.owed)))) BEGIN SELECT RAISE(ABORT, 'guard: the newest measured area is settled, once, by its rule'); END
;;
DROP TRIGGER IF EXISTS guard_claim_right
;;
CREATE TRIGGER guard_claim_right BEFORE INSERT ON claim WHEN NEW.opened_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND p.left_at IS NULL AND ((NEW.stage = 'blocked' AND r.name IN ('BlockUnits')) OR (NEW.stage = 'delivered' AND r.name IN ('DeliverUnit', 'ImportOpening')) OR (NEW.stage = 'filed' AND r.name IN ('FileContract', 'ImportOpening')) OR (NEW.stage = 'held back' AND r.name IN ('AcceptBack', 'GiveUpReservation', 'HoldBack', 'MergeUnits', 'SplitUnit', 'UnblockUnits')) OR (NEW.stage = 'in review' AND r.name IN ('CancelSubscription', 'SignRequest')) OR (NEW.stage = 'on hold' AND r.name IN ('ContraReceipt', 'ExtendHold', 'HoldUnit', 'SignRequest', 'TakeDeposit', 'VoidReceipt')) OR (NEW.stage = 'reserved' AND r.name IN ('SignRequest')) OR (NEW.stage = 'signed' AND r.name IN ('ImportOpening', 'SignContract')) OR (NEW.stage = 'subscribed' AND r.name IN ('ImportOpening', 'SignRequest', 'Subscribe')))) BEGIN SELECT RAISE(ABORT, 'guard: nobody opens this claim without the right'); END
;;
DROP TRIGGER IF EXISTS guard_claim_end
;;
CREATE TRIGGER guard_claim_end BEFORE UPDATE ON claim WHEN OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT (NEW.ended_by = 0 AND OLD.stage IN ('on hold', 'reserved') AND NEW.ended_at = OLD.until) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND ((OLD.stage = 'blocked' AND r.name IN ('UnblockUnits')) OR (OLD.stage = 'filed' AND r.name IN ('CancelSubscription', 'DeliverUnit', 'SignRequest')) OR (OLD.stage = 'held back' AND r.name IN ('BlockUnits', 'ImportOpening', 'MergeUnits', 'ReleaseUnits', 'SignRequest', 'SplitUnit')) OR (OLD.stage = 'in review' AND r.name IN ('AcceptBack')) OR (OLD.stage = 'on hold' AND r.name IN ('CancelSubscription', 'ContraReceipt', 'ExtendHold', 'LetGo', 'SignRequest', 'Subscribe', 'TakeDeposit', 'VoidReceipt')) OR (OLD.stage = 'reserved' AND r.name IN ('GiveUpReservation', 'HoldUnit', 'SignRequest')) OR (OLD.stage = 'signed' AND r.name IN ('CancelSubscription', 'FileContract', 'SignRequest')) OR (OLD.stage = 'subscribed' AND r.name IN ('CancelSubscription', 'SignContract', 'SignRequest')))) BEGIN SELECT RAISE(ABORT, 'guard: nobody ends this claim without the right'); END
;;
CREATE TRIGGER guard_claim_retired BEFORE INSERT ON claim WHEN EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = NEW.unit_id AND x.side = 'from' AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id)) BEGIN SELECT RAISE(ABORT, 'guard: what became another unit is nobody''s'); END
;;
DROP TRIGGER IF EXISTS guard_claim_deal
;;
CREATE TRIGGER guard_claim_deal BEFORE INSERT ON claim WHEN NEW.stage NOT IN ('held back', 'blocked', 'reserved') AND NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b JOIN claim h ON h.unit_id = b.home_id WHERE b.lot_id = NEW.unit_id AND b.ended_at IS NULL AND b.home_id = d.unit_id AND h.deal_id = d.id AND h.ended_at IS NULL AND h.stage = NEW.stage)) AND d.customer_id = NEW.customer_id AND d.consultant_id = NEW.consultant_id) BEGIN SELECT RAISE(ABORT, 'guard: a claim is its deal''s'); END
;;
CREATE TRIGGER guard_claim_bound BEFORE INSERT ON claim WHEN NEW.stage NOT IN ('held back', 'blocked') AND EXISTS (SELECT 1 FROM binding b WHERE b.lot_id = NEW.unit_id AND b.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND d.unit_id = b.home_id)) BEGIN SELECT RAISE(ABORT, 'guard: a bound lot goes with its home'); END
;;
DROP TRIGGER IF EXISTS guard_claim_offer
;;
CREATE TRIGGER guard_claim_offer BEFORE INSERT ON claim WHEN NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM release_line l WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM deal d JOIN claim c ON c.unit_id = d.unit_id AND c.stage = 'reserved' AND c.ended_at = d.opened_at AND c.ended_by <> 0 LEFT JOIN customer k ON k.id = c.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE d.id = NEW.deal_id AND d.unit_id = NEW.unit_id AND d.customer_id IN (c.customer_id, k.merged_into, m.merged_into)) BEGIN SELECT RAISE(ABORT, 'guard: only what is on offer, or reserved for the customer, is held'); END
;;
CREATE TRIGGER guard_claim_approved BEFORE INSERT ON claim WHEN NEW.stage = 'reserved' AND NOT EXISTS (SELECT 1 FROM reservation v JOIN request q ON q.id = v.request_id JOIN signature s ON s.request_id = q.id AND s.at = NEW.opened_at AND s.person_id = NEW.opened_by WHERE v.unit_id = NEW.unit_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND v.customer_id = NEW.customer_id AND v.consultant_id = NEW.consultant_id AND v.until = NEW.until AND v.until > NEW.opened_at AND NEW.deal_id IS NULL AND v.total_fen = (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id)) BEGIN SELECT RAISE(ABORT, 'guard: no reservation without its signatures'); END
;;
CREATE TRIGGER guard_claim_reserving BEFORE INSERT ON claim WHEN NEW.stage = 'reserved' AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND j.law_level = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no reservation'); END
;;
CREATE TRIGGER guard_claim_ban BEFORE INSERT ON claim WHEN NEW.stage = 'reserved' AND coalesce((SELECT w.level FROM law_line w JOIN unit u ON u.project_id = w.project_id WHERE u.id = NEW.unit_id AND w.law = 'R-26' ORDER BY w.id DESC LIMIT 1), 'off') = 'block' BEGIN SELECT RAISE(ABORT, 'guard: the project''s law allows no reservation'); END
;;
CREATE TRIGGER guard_claim_clock BEFORE INSERT ON claim WHEN NEW.opened_by = 0 AND NOT (NEW.stage = 'held back' AND NEW.opening = 0 AND NEW.until IS NULL AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.stage = 'reserved' AND c.ended_by = 0 AND c.ended_at = NEW.opened_at)) BEGIN SELECT RAISE(ABORT, 'guard: the clock holds back what was reserved, and nothing else'); END
;;
CREATE TRIGGER guard_claim_kept BEFORE INSERT ON claim WHEN NEW.stage = 'held back' AND NEW.opened_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND r.name IN ('HoldBack', 'UnblockUnits', 'AcceptBack', 'MergeUnits', 'SplitUnit')) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.stage = 'reserved' AND c.ended_by = NEW.opened_by AND c.ended_at = NEW.opened_at) BEGIN SELECT RAISE(ABORT, 'guard: only a reservation that was given up is held back so'); END
;;
DROP TRIGGER IF EXISTS guard_claim_time
;;
CREATE TRIGGER guard_claim_time BEFORE INSERT ON claim WHEN NEW.stage = 'on hold' AND (CASE WHEN NEW.until IS NULL THEN NOT EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind <> 'refund' AND v.receipt_id IS NULL AND k.receipt_id IS NULL) ELSE NEW.until > coalesce((SELECT d.opened_at FROM deal d WHERE d.id = NEW.deal_id AND NOT EXISTS (SELECT 1 FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = d.id) AND NOT EXISTS (SELECT 1 FROM receipt r JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = d.id)), NEW.opened_at) + (coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'hold_longest_minutes'), 180) + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'hold_writing_minutes'), 60)) * 60000000 END) BEGIN SELECT RAISE(ABORT, 'guard: a hold has its time'); END
;;
CREATE TRIGGER guard_claim_contract BEFORE INSERT ON claim WHEN NEW.stage = 'signed' AND NEW.opening = 0 AND NOT (EXISTS (SELECT 1 FROM contract x WHERE x.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.deal_id = NEW.deal_id AND c.stage = 'subscribed' AND c.ended_at = NEW.opened_at)) BEGIN SELECT RAISE(ABORT, 'guard: nothing is signed without its contract'); END
;;
CREATE TRIGGER guard_claim_filing BEFORE INSERT ON claim WHEN NEW.stage = 'filed' AND NEW.opening = 0 AND NOT (EXISTS (SELECT 1 FROM contract_filing x WHERE x.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.deal_id = NEW.deal_id AND c.stage = 'signed' AND c.ended_at = NEW.opened_at)) BEGIN SELECT RAISE(ABORT, 'guard: nothing is filed without its filing'); END
;;
CREATE TRIGGER guard_claim_delivery BEFORE INSERT ON claim WHEN NEW.stage = 'delivered' AND NEW.opening = 0 AND NOT (EXISTS (SELECT 1 FROM delivery x WHERE x.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.deal_id = NEW.deal_id AND c.stage = 'filed' AND c.ended_at = NEW.opened_at)) BEGIN SELECT RAISE(ABORT, 'guard: nothing is delivered without its handing over'); END
;;
CREATE TRIGGER guard_claim_struck_off BEFORE INSERT ON claim WHEN NEW.stage = 'in review' AND EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.stage = 'filed') AND NOT EXISTS (SELECT 1 FROM filing_cancelled f WHERE f.deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: what is filed comes back when its filing is struck off'); END
;;
DROP TRIGGER IF EXISTS guard_claim_review
;;
CREATE TRIGGER guard_claim_review BEFORE INSERT ON claim WHEN NEW.stage = 'in review' AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: no review without a cancellation or an exchange'); END
;;
CREATE TRIGGER guard_claim_exchanged BEFORE INSERT ON claim WHEN NEW.stage IN ('on hold', 'subscribed') AND NEW.opening = 0 AND NEW.opened_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND r.name IN ('HoldUnit', 'ExtendHold', 'TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'Subscribe')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.opened_at AND e.actor_id = NEW.opened_by) BEGIN SELECT RAISE(ABORT, 'guard: a signer holds and subscribes by an exchange only'); END
;;
DROP TRIGGER IF EXISTS guard_claim_own
;;
CREATE TRIGGER guard_claim_own BEFORE UPDATE ON claim WHEN NEW.ended_by <> 0 AND OLD.stage IN ('on hold', 'reserved') AND NEW.ended_by <> OLD.consultant_id AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.ended_by AND p.role = 'consultant') AND NOT EXISTS (SELECT 1 FROM customer c LEFT JOIN customer m ON m.id = c.merged_into LEFT JOIN customer n ON n.id = m.merged_into WHERE c.id = OLD.customer_id AND (NEW.ended_by IN (c.consultant_id, m.consultant_id, n.consultant_id) OR n.merged_into IS NOT NULL)) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'CancelSubscription')) BEGIN SELECT RAISE(ABORT, 'guard: a consultant ends only his own holds'); END
;;
CREATE TRIGGER guard_claim_kept_back BEFORE UPDATE ON claim WHEN OLD.stage = 'held back' AND NEW.ended_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('ReleaseUnits', 'BlockUnits', 'ImportOpening', 'MergeUnits', 'SplitUnit')) AND NOT EXISTS (SELECT 1 FROM reservation v JOIN request q ON q.id = v.request_id JOIN signature s ON s.request_id = q.id AND s.at = NEW.ended_at AND s.person_id = NEW.ended_by WHERE v.unit_id = OLD.unit_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: what is held back is reserved by its signatures'); END
;;
DROP TRIGGER IF EXISTS guard_claim_money
;;
CREATE TRIGGER guard_claim_money BEFORE UPDATE ON claim WHEN OLD.stage = 'on hold' AND OLD.until IS NULL AND EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = OLD.deal_id AND r.kind <> 'refund' AND v.receipt_id IS NULL AND k.receipt_id IS NULL) AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = OLD.deal_id) AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: money lies on the unit'); END
;;
DROP TRIGGER IF EXISTS guard_claim_cancelled
;;
CREATE TRIGGER guard_claim_cancelled BEFORE UPDATE ON claim WHEN ((OLD.stage = 'subscribed' AND NOT EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = OLD.deal_id)) OR (OLD.stage = 'signed' AND NOT EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = OLD.deal_id)) OR (OLD.stage = 'filed' AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.deal_id = OLD.deal_id))) AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.deal_id = OLD.deal_id AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND (CASE WHEN d.unit_id = OLD.unit_id THEN EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = e.new_deal_id AND c.unit_id = e.unit_id AND c.stage = 'subscribed' AND c.ended_at IS NULL) AND e.carried_fen = (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.deal_id AND m.kind = 'carried out') ELSE replace(x.details, '"' || OLD.unit_id || '":"take"', '') <> x.details OR NOT EXISTS (SELECT 1 FROM claim h WHERE h.deal_id = e.deal_id AND h.unit_id = d.unit_id AND h.ended_at IS NULL) END)) BEGIN SELECT RAISE(ABORT, 'guard: a sale goes on by its paper, or ends by its cancellation or exchange'); END
;;
CREATE TRIGGER guard_claim_exchanging BEFORE UPDATE ON claim WHEN OLD.stage IN ('on hold', 'reserved') AND NEW.ended_by <> 0 AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND r.name IN ('HoldUnit', 'GiveUpReservation', 'ExtendHold', 'LetGo', 'TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'Subscribe', 'CancelSubscription')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND (e.new_deal_id = OLD.deal_id OR (OLD.deal_id IS NULL AND e.unit_id = OLD.unit_id))) BEGIN SELECT RAISE(ABORT, 'guard: a signer ends a hold or a reservation by an exchange only'); END
;;
CREATE TRIGGER guard_claim_customer BEFORE INSERT ON claim WHEN NEW.stage = 'subscribed' AND NEW.opening = 0 AND NOT EXISTS (SELECT 1 FROM agreement a JOIN buyer b ON b.agreement_id = a.id JOIN customer k ON k.id = NEW.customer_id WHERE a.deal_id = NEW.deal_id AND b.name = k.name AND (b.id_number = '' OR k.id_number IN ('', b.id_number))) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: whom it is held for is among the buyers'); END
;;
CREATE TRIGGER guard_claim_line BEFORE INSERT ON claim WHEN NEW.stage IN ('on hold', 'reserved') AND EXISTS (SELECT 1 FROM line_place a WHERE a.unit_id = NEW.unit_id AND a.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.unit_id AND r.ended_at IS NULL) AND EXISTS (SELECT 1 FROM line_place p LEFT JOIN customer k ON k.id = p.customer_id LEFT JOIN customer m ON m.id = k.merged_into WHERE p.unit_id = NEW.unit_id AND p.ended_at IS NULL AND p.until > NEW.opened_at AND NEW.opened_at < (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) + ((SELECT count(*) FROM line_place b_p WHERE b_p.unit_id = p.unit_id AND b_p.id < p.id AND b_p.joined_at <= (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND b_p.until > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND (b_p.ended_at IS NULL OR b_p.ended_at > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f))) + 1) * coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'first_refusal_minutes'), 120) * 60000000 AND NEW.customer_id <> p.customer_id AND NEW.customer_id NOT IN (coalesce(k.merged_into, 0), coalesce(m.merged_into, 0)) AND NOT EXISTS (SELECT 1 FROM line_place q WHERE q.unit_id = NEW.unit_id AND q.id < p.id AND q.ended_at IS NULL AND q.until > NEW.opened_at AND NEW.opened_at < (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) + ((SELECT count(*) FROM line_place b_q WHERE b_q.unit_id = q.unit_id AND b_q.id < q.id AND b_q.joined_at <= (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND b_q.until > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f) AND (b_q.ended_at IS NULL OR b_q.ended_at > (SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f))) + 1) * coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'first_refusal_minutes'), 120) * 60000000)) BEGIN SELECT RAISE(ABORT, 'guard: the first in line has the unit'); END
;;
CREATE TRIGGER guard_claim_begun BEFORE INSERT ON claim WHEN NEW.opening <> 0 AND (EXISTS (SELECT 1 FROM release_line l JOIN unit u ON u.id = l.unit_id WHERE u.project_id = (SELECT n.project_id FROM unit n WHERE n.id = NEW.unit_id)) OR EXISTS (SELECT 1 FROM claim c JOIN unit u ON u.id = c.unit_id WHERE u.project_id = (SELECT n.project_id FROM unit n WHERE n.id = NEW.unit_id) AND c.opening = 0 AND c.stage NOT IN ('held back', 'blocked')) OR EXISTS (SELECT 1 FROM receipt r JOIN deal d ON d.id = r.deal_id JOIN unit u ON u.id = d.unit_id WHERE u.project_id = (SELECT n.project_id FROM unit n WHERE n.id = NEW.unit_id))) BEGIN SELECT RAISE(ABORT, 'guard: what was sold before comes in before the work of its project begins'); END
;;
CREATE TRIGGER guard_claim_posting BEFORE INSERT ON claim WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.opened_by AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.opened_by AND g.ended_at IS NULL AND g.project_id = (SELECT u.project_id FROM unit u WHERE u.id = NEW.unit_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE contract (
	deal_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	price_fen INTEGER NOT NULL, 
	signed_on TEXT NOT NULL, 
	file_by TEXT NOT NULL, 
	deliver_by TEXT, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_contract PRIMARY KEY (deal_id), 
	CONSTRAINT ck_contract_number CHECK (number <> ''), 
	CONSTRAINT ck_contract_file_by CHECK (file_by > signed_on), 
	CONSTRAINT fk_contract_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_contract_number UNIQUE (number)
)
 STRICT
;;
CREATE TRIGGER guard_contract_stage BEFORE INSERT ON contract WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed')) BEGIN SELECT RAISE(ABORT, 'guard: what is subscribed is signed'); END
;;
CREATE TRIGGER guard_contract_price BEFORE INSERT ON contract WHEN NEW.price_fen <> coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = NEW.deal_id ORDER BY p.id DESC LIMIT 1), (SELECT d.list_total_fen FROM deal d JOIN claim c ON c.deal_id = d.id AND c.opening <> 0 WHERE d.id = NEW.deal_id LIMIT 1), 0) BEGIN SELECT RAISE(ABORT, 'guard: a contract has the approved price'); END
;;
CREATE TRIGGER guard_contract_permit BEFORE INSERT ON contract WHEN EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no contract'); END
;;
CREATE TRIGGER guard_contract_update BEFORE UPDATE ON contract BEGIN SELECT RAISE(ABORT, 'guard: contract is append-only'); END
;;
CREATE TRIGGER guard_contract_delete BEFORE DELETE ON contract BEGIN SELECT RAISE(ABORT, 'guard: contract is append-only'); END
;;
CREATE TRIGGER guard_contract_replace BEFORE INSERT ON contract WHEN EXISTS (SELECT 1 FROM contract WHERE deal_id = NEW.deal_id) OR EXISTS (SELECT 1 FROM contract WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'guard: contract is append-only'); END
;;
CREATE TRIGGER guard_contract_posting BEFORE INSERT ON contract WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE contract_filing (
	deal_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	filed_on TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_contract_filing PRIMARY KEY (deal_id), 
	CONSTRAINT ck_contract_filing_number CHECK (number <> ''), 
	CONSTRAINT fk_contract_filing_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_contract_filing_number UNIQUE (number)
)
 STRICT
;;
CREATE TRIGGER guard_contract_filing_stage BEFORE INSERT ON contract_filing WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed')) BEGIN SELECT RAISE(ABORT, 'guard: what is signed is filed'); END
;;
CREATE TRIGGER guard_contract_filing_day BEFORE INSERT ON contract_filing WHEN EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = NEW.deal_id AND k.signed_on > NEW.filed_on) BEGIN SELECT RAISE(ABORT, 'guard: a contract is signed before it is filed'); END
;;
CREATE TRIGGER guard_contract_filing_update BEFORE UPDATE ON contract_filing BEGIN SELECT RAISE(ABORT, 'guard: contract_filing is append-only'); END
;;
CREATE TRIGGER guard_contract_filing_delete BEFORE DELETE ON contract_filing BEGIN SELECT RAISE(ABORT, 'guard: contract_filing is append-only'); END
;;
CREATE TRIGGER guard_contract_filing_replace BEFORE INSERT ON contract_filing WHEN EXISTS (SELECT 1 FROM contract_filing WHERE deal_id = NEW.deal_id) OR EXISTS (SELECT 1 FROM contract_filing WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'guard: contract_filing is append-only'); END
;;
CREATE TABLE deal_change (
	id INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	request_id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	sign_by TEXT, 
	mode_id INTEGER, 
	details TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
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
 STRICT
;;
CREATE INDEX ix_deal_change_deal_id ON deal_change (deal_id)
;;
CREATE TRIGGER guard_deal_change_update BEFORE UPDATE ON deal_change BEGIN SELECT RAISE(ABORT, 'guard: deal_change is append-only'); END
;;
CREATE TRIGGER guard_deal_change_delete BEFORE DELETE ON deal_change BEGIN SELECT RAISE(ABORT, 'guard: deal_change is append-only'); END
;;
CREATE TRIGGER guard_deal_change_replace BEFORE INSERT ON deal_change WHEN EXISTS (SELECT 1 FROM deal_change WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM deal_change WHERE no = NEW.no) OR EXISTS (SELECT 1 FROM deal_change WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM deal_change WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: deal_change is append-only'); END
;;
CREATE TRIGGER guard_deal_change_number BEFORE INSERT ON deal_change WHEN NEW.no <> coalesce((SELECT max(x.no) + 1 FROM deal_change x), (SELECT c.first_no FROM counter c WHERE c.series = 'change')) BEGIN SELECT RAISE(ABORT, 'guard: change numbers follow one another'); END
;;
CREATE TRIGGER guard_deal_change_live BEFORE INSERT ON deal_change WHEN NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed')) AND NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed', 'delivered')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'cancellation')) AND NOT (EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'payment mode') AND EXISTS (SELECT 1 FROM loan_case k JOIN loan_turn t ON t.case_id = k.id WHERE k.deal_id = NEW.deal_id AND t.state = 'refused' AND NOT EXISTS (SELECT 1 FROM loan_turn l WHERE l.case_id = k.id AND l.turn_no > t.turn_no) AND NOT EXISTS (SELECT 1 FROM loan_case n WHERE n.deal_id = k.deal_id AND n.id > k.id))) BEGIN SELECT RAISE(ABORT, 'guard: only a live agreement is changed'); END
;;
CREATE TRIGGER guard_deal_change_signed BEFORE INSERT ON deal_change WHEN NOT EXISTS (SELECT 1 FROM change_request w JOIN request q ON q.id = w.request_id WHERE w.request_id = NEW.request_id AND w.deal_id = NEW.deal_id AND q.kind = NEW.kind AND w.sign_by IS NOT DISTINCT FROM NEW.sign_by AND w.mode_id IS NOT DISTINCT FROM NEW.mode_id AND w.details = NEW.details AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: a change is what was signed'); END
;;
CREATE TRIGGER guard_deal_change_grace BEFORE INSERT ON deal_change WHEN NEW.kind = 'forfeit' AND NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.deal_id = NEW.deal_id AND n.ends_at <= NEW.at AND NEW.details = '{"notice":' || n.id || '}' AND NOT EXISTS (SELECT 1 FROM default_lift l WHERE l.notice_id = n.id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = n.deal_id AND x.kind = 'extension' AND x.at >= n.at)) BEGIN SELECT RAISE(ABORT, 'guard: no deposit is forfeited before a notice''s grace is over'); END
;;
CREATE TRIGGER guard_deal_change_area BEFORE INSERT ON deal_change WHEN NEW.kind = 'area' AND (EXISTS (SELECT 1 FROM deal_change x JOIN measured_area y ON y.id = (SELECT max(n.id) FROM measured_area n JOIN deal d ON d.unit_id = n.unit_id WHERE d.id = NEW.deal_id) WHERE x.deal_id = NEW.deal_id AND x.kind = 'area' AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":') OR NOT EXISTS (SELECT 1 FROM (SELECT l.id, (CASE WHEN l.found < l.agreed THEN -1 ELSE 1 END) * (CASE l.rounding WHEN 'fen' THEN l.high + (2 * l.low + l.whole) / (2 * l.whole) WHEN 'yuan' THEN (l.high + l.low / l.whole + 50) / 100 * 100 ELSE (l.high + l.low / l.whole) / 100 * 100 END) - l.earlier AS owed FROM (SELECT p.*, p.price / 1000000 * p.part / p.whole * 1000000 AS high, (p.price / 1000000 * p.part - p.price / 1000000 * p.part / p.whole * p.whole) * 1000000 + (p.price - p.price / 1000000 * 1000000) * p.part AS low FROM (SELECT f.*, 100 * f.agreed AS whole, (CASE WHEN f.found >= f.agreed AND 100 * (f.found - f.agreed) > 3 * f.agreed THEN 3 * f.agreed WHEN 100 * (f.agreed - f.found) > 3 * f.agreed THEN 200 * (f.agreed - f.found) - 3 * f.agreed ELSE 100 * abs(f.found - f.agreed) END) AS part FROM (SELECT m.id, m.area AS found, b.rounding, coalesce((SELECT v.total_fen FROM price_approval v WHERE v.deal_id = d.id ORDER BY v.id DESC LIMIT 1), d.list_total_fen) AS price, CAST(round(CAST(json_extract(a.sheet, '$.gross_area') AS NUMERIC) * 10000) AS BIGINT) AS agreed, (SELECT CAST(coalesce(sum(CAST(substr(x.details, length('{"area":' || y.id || ',"owed_fen":') + 1, length(x.details) - length('{"area":' || y.id || ',"owed_fen":') - 1) AS BIGINT)), 0) AS BIGINT) FROM deal_change x JOIN measured_area y ON y.unit_id = d.unit_id AND substr(x.details, 1, length('{"area":' || y.id || ',"owed_fen":')) = '{"area":' || y.id || ',"owed_fen":' WHERE x.deal_id = d.id AND x.kind = 'area') AS earlier FROM deal d JOIN agreement a ON a.deal_id = d.id JOIN project b ON b.id = d.project_id JOIN measured_area m ON m.id = (SELECT max(n.id) FROM measured_area n WHERE n.unit_id = d.unit_id) WHERE d.id = NEW.deal_id) f) p) l) s WHERE NEW.details = '{"area":' || s.id || ',"owed_fen":' || s.owed || '}')) BEGIN SELECT RAISE(ABORT, 'guard: the newest measured area is settled, once, by its rule'); END
;;
CREATE TABLE default_notice (
	id INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	deal_id INTEGER NOT NULL, 
	overdue TEXT NOT NULL, 
	since TEXT NOT NULL, 
	grace_days INTEGER NOT NULL, 
	last_day TEXT NOT NULL, 
	ends_at INTEGER NOT NULL, 
	why TEXT NOT NULL, 
	served_by TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_default_notice PRIMARY KEY (id), 
	CONSTRAINT ck_default_notice_grace CHECK (grace_days > 0), 
	CONSTRAINT ck_default_notice_why CHECK (why <> ''), 
	CONSTRAINT uq_default_notice_no UNIQUE (no), 
	CONSTRAINT uq_default_notice_number UNIQUE (number), 
	CONSTRAINT fk_default_notice_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_default_notice_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_default_notice_deal_id ON default_notice (deal_id)
;;
CREATE TRIGGER guard_default_notice_update BEFORE UPDATE ON default_notice BEGIN SELECT RAISE(ABORT, 'guard: default_notice is append-only'); END
;;
CREATE TRIGGER guard_default_notice_delete BEFORE DELETE ON default_notice BEGIN SELECT RAISE(ABORT, 'guard: default_notice is append-only'); END
;;
CREATE TRIGGER guard_default_notice_replace BEFORE INSERT ON default_notice WHEN EXISTS (SELECT 1 FROM default_notice WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM default_notice WHERE no = NEW.no) OR EXISTS (SELECT 1 FROM default_notice WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'guard: default_notice is append-only'); END
;;
CREATE TRIGGER guard_default_notice_number BEFORE INSERT ON default_notice WHEN NEW.no <> coalesce((SELECT max(n.no) + 1 FROM default_notice n), (SELECT c.first_no FROM counter c WHERE c.series = 'notice')) BEGIN SELECT RAISE(ABORT, 'guard: notice numbers follow one another'); END
;;
CREATE TRIGGER guard_default_notice_live BEFORE INSERT ON default_notice WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage = 'subscribed') BEGIN SELECT RAISE(ABORT, 'guard: only the buyer of a live agreement is in default'); END
;;
CREATE TRIGGER guard_default_notice_right BEFORE INSERT ON default_notice WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'NoticeDefault') BEGIN SELECT RAISE(ABORT, 'guard: nobody serves a notice without the right'); END
;;
CREATE TRIGGER guard_default_notice_since BEFORE INSERT ON default_notice WHEN NEW.since >= NEW.last_day BEGIN SELECT RAISE(ABORT, 'guard: a notice is about what is overdue'); END
;;
CREATE TRIGGER guard_default_notice_grace BEFORE INSERT ON default_notice WHEN NEW.grace_days < coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'grace_shortest_days'), 3) OR NEW.ends_at < NEW.at + NEW.grace_days * 86400000000 BEGIN SELECT RAISE(ABORT, 'guard: a notice gives its grace'); END
;;
CREATE TABLE delivery (
	deal_id INTEGER NOT NULL, 
	delivered_on TEXT NOT NULL, 
	taken_by TEXT NOT NULL, 
	note TEXT NOT NULL, 
	overdue_fen INTEGER NOT NULL, 
	overdue_reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_delivery PRIMARY KEY (deal_id), 
	CONSTRAINT ck_delivery_taken_by CHECK (taken_by <> ''), 
	CONSTRAINT fk_delivery_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
 STRICT
;;
CREATE TRIGGER guard_delivery_stage BEFORE INSERT ON delivery WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('filed')) BEGIN SELECT RAISE(ABORT, 'guard: what is filed is handed over'); END
;;
CREATE TRIGGER guard_delivery_day BEFORE INSERT ON delivery WHEN EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = NEW.deal_id AND f.filed_on > NEW.delivered_on) BEGIN SELECT RAISE(ABORT, 'guard: a unit is handed over after its filing'); END
;;
CREATE TRIGGER guard_delivery_owing BEFORE INSERT ON delivery WHEN NEW.overdue_fen < 0 OR (NEW.overdue_fen > 0 AND trim(NEW.overdue_reason) = '') OR NEW.overdue_fen < (SELECT coalesce(sum(l.open_fen), 0) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.due_on < NEW.delivered_on) BEGIN SELECT RAISE(ABORT, 'guard: what is overdue is told, and why the keys are given all the same'); END
;;
CREATE TRIGGER guard_delivery_update BEFORE UPDATE ON delivery BEGIN SELECT RAISE(ABORT, 'guard: delivery is append-only'); END
;;
CREATE TRIGGER guard_delivery_delete BEFORE DELETE ON delivery BEGIN SELECT RAISE(ABORT, 'guard: delivery is append-only'); END
;;
CREATE TRIGGER guard_delivery_replace BEFORE INSERT ON delivery WHEN EXISTS (SELECT 1 FROM delivery WHERE deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: delivery is append-only'); END
;;
CREATE TABLE due_line (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	money TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	open_fen INTEGER NOT NULL, 
	event TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	days INTEGER NOT NULL, 
	after_months INTEGER NOT NULL, 
	due_on TEXT, 
	made_at INTEGER NOT NULL, 
	made_by INTEGER NOT NULL, 
	ended_at INTEGER, 
	ended_by INTEGER, 
	kept_fen INTEGER, 
	end_reason TEXT NOT NULL, 
	late_fee_id INTEGER, 
	CONSTRAINT pk_due_line PRIMARY KEY (id), 
	CONSTRAINT ck_due_line_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_due_line_kept CHECK (kept_fen BETWEEN 0 AND amount_fen), 
	CONSTRAINT ck_due_line_open CHECK (open_fen BETWEEN 0 AND amount_fen), 
	CONSTRAINT ck_due_line_ended CHECK ((ended_at IS NULL) = (kept_fen IS NULL)), 
	CONSTRAINT fk_due_line_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_due_line_made_by FOREIGN KEY(made_by) REFERENCES person (id), 
	CONSTRAINT uq_due_line_late_fee_id UNIQUE (late_fee_id)
)
 STRICT
;;
CREATE INDEX ix_due_line_deal_id ON due_line (deal_id)
;;
CREATE INDEX ix_due_line_open ON due_line (due_on) WHERE ended_at IS NULL
;;
CREATE INDEX ix_due_line_owed ON due_line (deal_id, due_on, open_fen) WHERE ended_at IS NULL AND open_fen > 0
;;
CREATE TRIGGER guard_due_line_history BEFORE UPDATE ON due_line WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: what was due then stays as it was'); END
;;
CREATE TRIGGER guard_due_line_fixed BEFORE UPDATE ON due_line WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.deal_id IS DISTINCT FROM NEW.deal_id OR OLD.money IS DISTINCT FROM NEW.money OR OLD.amount_fen IS DISTINCT FROM NEW.amount_fen OR OLD.event IS DISTINCT FROM NEW.event OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.days IS DISTINCT FROM NEW.days OR OLD.after_months IS DISTINCT FROM NEW.after_months OR OLD.made_at IS DISTINCT FROM NEW.made_at OR OLD.made_by IS DISTINCT FROM NEW.made_by OR OLD.late_fee_id IS DISTINCT FROM NEW.late_fee_id OR (OLD.due_on IS NOT NULL AND OLD.due_on IS DISTINCT FROM NEW.due_on) BEGIN SELECT RAISE(ABORT, 'guard: what is due is dated once, and ends'); END
;;
CREATE TRIGGER guard_due_line_delete BEFORE DELETE ON due_line WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: what is due is never deleted'); END
;;
CREATE TRIGGER guard_due_line_live BEFORE INSERT ON due_line WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard: something is due of a live agreement only'); END
;;
CREATE TRIGGER guard_due_line_begun BEFORE INSERT ON due_line WHEN NEW.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: what is due is due first'); END
;;
CREATE TRIGGER guard_due_line_fee BEFORE INSERT ON due_line WHEN (NEW.money = 'late fee') <> (NEW.late_fee_id IS NOT NULL) OR (NEW.late_fee_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM late_fee f JOIN due_line l ON l.id = f.of_line_id WHERE f.id = NEW.late_fee_id AND l.deal_id = NEW.deal_id AND f.amount_fen = NEW.amount_fen AND f.until_on = NEW.due_on AND f.at = NEW.made_at AND NEW.open_fen = NEW.amount_fen)) BEGIN SELECT RAISE(ABORT, 'guard: a late fee is due as it was reckoned'); END
;;
CREATE TRIGGER guard_due_line_replace BEFORE INSERT ON due_line WHEN EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: what is due is never replaced'); END
;;
CREATE TRIGGER guard_due_line_paid BEFORE UPDATE ON due_line WHEN NEW.open_fen <> OLD.open_fen AND NEW.open_fen > OLD.amount_fen - ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.id)) BEGIN SELECT RAISE(ABORT, 'guard: what was paid of a line is no longer open'); END
;;
CREATE TRIGGER guard_due_line_fee_open BEFORE UPDATE ON due_line WHEN NEW.money = 'late fee' AND NEW.open_fen <> OLD.open_fen AND NEW.open_fen <> OLD.amount_fen - ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.id)) BEGIN SELECT RAISE(ABORT, 'guard: of a late fee is open what was neither paid nor waived'); END
;;
CREATE TRIGGER guard_due_line_fee_ends BEFORE UPDATE ON due_line WHEN NEW.money = 'late fee' AND NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id) AND (NEW.open_fen > 0 OR NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'exchange')) BEGIN SELECT RAISE(ABORT, 'guard: a late fee ends with its deal'); END
;;
CREATE TABLE filing_cancelled (
	deal_id INTEGER NOT NULL, 
	cancelled_on TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_filing_cancelled PRIMARY KEY (deal_id), 
	CONSTRAINT fk_filing_cancelled_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
 STRICT
;;
CREATE TRIGGER guard_filing_cancelled_day BEFORE INSERT ON filing_cancelled WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('filed')) OR EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = NEW.deal_id AND f.filed_on > NEW.cancelled_on) BEGIN SELECT RAISE(ABORT, 'guard: a filing is struck off after it was made'); END
;;
CREATE TRIGGER guard_filing_cancelled_update BEFORE UPDATE ON filing_cancelled BEGIN SELECT RAISE(ABORT, 'guard: filing_cancelled is append-only'); END
;;
CREATE TRIGGER guard_filing_cancelled_delete BEFORE DELETE ON filing_cancelled BEGIN SELECT RAISE(ABORT, 'guard: filing_cancelled is append-only'); END
;;
CREATE TRIGGER guard_filing_cancelled_replace BEFORE INSERT ON filing_cancelled WHEN EXISTS (SELECT 1 FROM filing_cancelled WHERE deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: filing_cancelled is append-only'); END
;;
CREATE TRIGGER guard_filing_cancelled_right BEFORE INSERT ON filing_cancelled WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CancelSubscription') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'cancellation' AND replace(x.details, '"filing_cancelled_on":"' || NEW.cancelled_on || '"', '') <> x.details AND x.at = NEW.at AND x.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: nobody strikes a filing off without the right, or the signatures'); END
;;
CREATE TRIGGER guard_filing_cancelled_request BEFORE INSERT ON filing_cancelled WHEN EXISTS (SELECT 1 FROM setting s WHERE s.name = 'cancel_by_request' AND s.value = 'true') AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'cancellation' AND replace(x.details, '"filing_cancelled_on":"' || NEW.cancelled_on || '"', '') <> x.details AND x.at = NEW.at AND x.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: what was agreed is cancelled by its signatures'); END
;;
CREATE TABLE loan_case (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	product TEXT NOT NULL, 
	buyer TEXT NOT NULL, 
	bank TEXT NOT NULL, 
	branch TEXT NOT NULL, 
	officer TEXT NOT NULL, 
	bank_fen INTEGER NOT NULL, 
	fund_fen INTEGER NOT NULL, 
	years INTEGER NOT NULL, 
	method TEXT NOT NULL, 
	rate_bp INTEGER, 
	fund_rate_bp INTEGER, 
	opened_on TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_loan_case PRIMARY KEY (id), 
	CONSTRAINT ck_loan_case_product CHECK (product IN ('combined_loan', 'mortgage', 'provident_fund')), 
	CONSTRAINT ck_loan_case_buyer CHECK (buyer IN ('business owner', 'employed')), 
	CONSTRAINT ck_loan_case_parts CHECK (bank_fen >= 0 AND fund_fen >= 0 AND (bank_fen > 0) = (product <> 'provident_fund') AND (fund_fen > 0) = (product <> 'mortgage')), 
	CONSTRAINT ck_loan_case_years CHECK (years BETWEEN 1 AND 40), 
	CONSTRAINT ck_loan_case_bank CHECK (bank <> '' OR product = 'provident_fund'), 
	CONSTRAINT fk_loan_case_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_loan_case_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_loan_case_deal_id ON loan_case (deal_id)
;;
CREATE TRIGGER guard_loan_case_update BEFORE UPDATE ON loan_case BEGIN SELECT RAISE(ABORT, 'guard: loan_case is append-only'); END
;;
CREATE TRIGGER guard_loan_case_delete BEFORE DELETE ON loan_case BEGIN SELECT RAISE(ABORT, 'guard: loan_case is append-only'); END
;;
CREATE TRIGGER guard_loan_case_replace BEFORE INSERT ON loan_case WHEN EXISTS (SELECT 1 FROM loan_case WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: loan_case is append-only'); END
;;
CREATE TRIGGER guard_loan_case_right BEFORE INSERT ON loan_case WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('OpenLoanCase')) BEGIN SELECT RAISE(ABORT, 'guard: nobody opens a loan case without the right'); END
;;
CREATE TRIGGER guard_loan_case_live BEFORE INSERT ON loan_case WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard: a loan is for a live agreement'); END
;;
CREATE TRIGGER guard_loan_case_one BEFORE INSERT ON loan_case WHEN EXISTS (SELECT 1 FROM loan_case k WHERE k.deal_id = NEW.deal_id AND coalesce((SELECT t.state FROM loan_turn t WHERE t.case_id = k.id ORDER BY t.turn_no DESC LIMIT 1), 'collecting') NOT IN ('refused', 'withdrawn')) BEGIN SELECT RAISE(ABORT, 'guard: one loan case at a time pays a deal'); END
;;
CREATE TRIGGER guard_loan_case_due BEFORE INSERT ON loan_case WHEN NEW.bank_fen + NEW.fund_fen > (SELECT coalesce(sum(l.amount_fen), 0) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.money IN ('fund loan', 'loan')) BEGIN SELECT RAISE(ABORT, 'guard: a loan is no more than what it is due for'); END
;;
CREATE TABLE online_signing (
	deal_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_online_signing PRIMARY KEY (deal_id), 
	CONSTRAINT ck_online_signing_number CHECK (number <> ''), 
	CONSTRAINT fk_online_signing_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_online_signing_number UNIQUE (number)
)
 STRICT
;;
CREATE TRIGGER guard_online_signing_stage BEFORE INSERT ON online_signing WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage IN ('signed', 'filed')) BEGIN SELECT RAISE(ABORT, 'guard: an online signing is a contract''s'); END
;;
CREATE TRIGGER guard_online_signing_update BEFORE UPDATE ON online_signing BEGIN SELECT RAISE(ABORT, 'guard: online_signing is append-only'); END
;;
CREATE TRIGGER guard_online_signing_delete BEFORE DELETE ON online_signing BEGIN SELECT RAISE(ABORT, 'guard: online_signing is append-only'); END
;;
CREATE TRIGGER guard_online_signing_replace BEFORE INSERT ON online_signing WHEN EXISTS (SELECT 1 FROM online_signing WHERE deal_id = NEW.deal_id) OR EXISTS (SELECT 1 FROM online_signing WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'guard: online_signing is append-only'); END
;;
CREATE TABLE payment_promise (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	promised_on TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	made_on TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_payment_promise PRIMARY KEY (id), 
	CONSTRAINT ck_payment_promise_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_payment_promise_days CHECK (promised_on >= made_on), 
	CONSTRAINT fk_payment_promise_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_payment_promise_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_payment_promise_deal_id ON payment_promise (deal_id)
;;
CREATE TRIGGER guard_payment_promise_update BEFORE UPDATE ON payment_promise BEGIN SELECT RAISE(ABORT, 'guard: payment_promise is append-only'); END
;;
CREATE TRIGGER guard_payment_promise_delete BEFORE DELETE ON payment_promise BEGIN SELECT RAISE(ABORT, 'guard: payment_promise is append-only'); END
;;
CREATE TRIGGER guard_payment_promise_replace BEFORE INSERT ON payment_promise WHEN EXISTS (SELECT 1 FROM payment_promise WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: payment_promise is append-only'); END
;;
CREATE TRIGGER guard_payment_promise_open BEFORE INSERT ON payment_promise WHEN NEW.amount_fen > coalesce((SELECT sum(l.open_fen) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0), 0) BEGIN SELECT RAISE(ABORT, 'guard: no more is promised than is open'); END
;;
CREATE TRIGGER guard_payment_promise_far BEFORE INSERT ON payment_promise WHEN (CAST(substr(NEW.promised_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.promised_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.promised_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.promised_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(NEW.made_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.made_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.made_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.made_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'promise_longest_days'), 30) BEGIN SELECT RAISE(ABORT, 'guard: a promise is for a day soon'); END
;;
CREATE TRIGGER guard_payment_promise_right BEFORE INSERT ON payment_promise WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordPromise') BEGIN SELECT RAISE(ABORT, 'guard: nobody notes a promise without the right'); END
;;
CREATE TRIGGER guard_price_approval_floor BEFORE INSERT ON price_approval WHEN NEW.total_fen < (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id) AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = q.id AND w.role = 'general' AND w.decision = 'approve')) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = x.request_id AND w.role = 'general' AND w.decision = 'approve')) AND NOT EXISTS (SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.new_deal_id = NEW.deal_id AND e.price_fen = NEW.total_fen AND EXISTS (SELECT 1 FROM signature w WHERE w.request_id = x.request_id AND w.role = 'general' AND w.decision = 'approve')) BEGIN SELECT RAISE(ABORT, 'guard: below the floor price the general manager signs'); END
;;
CREATE TRIGGER guard_price_approval_granted BEFORE INSERT ON price_approval WHEN EXISTS (SELECT 1 FROM price_approval a JOIN price_grant g ON g.deal_id = a.deal_id AND g.total_fen = a.total_fen JOIN request q ON q.id = g.request_id WHERE a.id = (SELECT max(b.id) FROM price_approval b WHERE b.deal_id = NEW.deal_id) AND a.at = (SELECT max(s.at) FROM signature s WHERE s.request_id = q.id) AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: a price that was signed is not approved over alone'); END
;;
CREATE TRIGGER guard_price_approval_right BEFORE INSERT ON price_approval WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ApprovePrice') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id) AND NOT EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND e.price_fen = NEW.total_fen) BEGIN SELECT RAISE(ABORT, 'guard: nobody approves a price without the right, or the signatures'); END
;;
CREATE TRIGGER guard_price_approval_agreed BEFORE INSERT ON price_approval WHEN EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id) BEGIN SELECT RAISE(ABORT, 'guard: the price of an agreement is changed by its signatures'); END
;;
CREATE TRIGGER guard_price_approval_paid BEFORE INSERT ON price_approval WHEN NEW.total_fen + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id JOIN deal o ON o.id = c.deal_id WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.unit_id <> o.unit_id) < (SELECT coalesce(sum(CASE WHEN m.credit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END - CASE WHEN m.debit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: no price below what is paid of it'); END
;;
CREATE TRIGGER guard_price_approval_limit BEFORE INSERT ON price_approval WHEN EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND NEW.total_fen < d.list_total_fen) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 > (SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = NEW.actor_id ORDER BY l.id DESC LIMIT 1) * (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) AND NOT (EXISTS (SELECT 1 FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id AND g.total_fen = NEW.total_fen AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id) AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = q.id) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 <= (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000))) OR EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price' AND x.details = '{"total_fen":' || NEW.total_fen || '}' AND x.at = NEW.at AND x.actor_id = NEW.actor_id AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = x.request_id) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 <= (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000))) OR EXISTS (SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.new_deal_id = NEW.deal_id AND e.price_fen = NEW.total_fen AND EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k WHERE k.request_id = x.request_id) AND ((SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) - NEW.total_fen) * 10000 <= (SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen FROM deal d WHERE d.id = NEW.deal_id UNION ALL SELECT (SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = d.unit_id AND c.id >= coalesce((SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id AND e.at >= c.at JOIN price_request w ON w.version_id = e.version_id JOIN request q ON q.id = w.request_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL WHERE c.unit_id = d.unit_id), (SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = d.unit_id AND c.at < o.at), 0) FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id WHERE r.unit_id = d.unit_id) o WHERE o.at IS NOT NULL))) FROM deal d WHERE d.id = NEW.deal_id) m) * coalesce((SELECT l.most_bp FROM discount_limit l WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000)))) BEGIN SELECT RAISE(ABORT, 'guard: nobody gives more than his role may'); END
;;
CREATE TRIGGER guard_price_approval_posting BEFORE INSERT ON price_approval WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE price_grant (
	request_id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	total_fen INTEGER NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	CONSTRAINT pk_price_grant PRIMARY KEY (request_id), 
	CONSTRAINT ck_price_grant_total CHECK (total_fen > 0), 
	CONSTRAINT fk_price_grant_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_price_grant_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_price_grant_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_price_grant_deal_id ON price_grant (deal_id)
;;
CREATE TRIGGER guard_price_grant_update BEFORE UPDATE ON price_grant BEGIN SELECT RAISE(ABORT, 'guard: price_grant is append-only'); END
;;
CREATE TRIGGER guard_price_grant_delete BEFORE DELETE ON price_grant BEGIN SELECT RAISE(ABORT, 'guard: price_grant is append-only'); END
;;
CREATE TRIGGER guard_price_grant_replace BEFORE INSERT ON price_grant WHEN EXISTS (SELECT 1 FROM price_grant WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: price_grant is append-only'); END
;;
CREATE TRIGGER guard_price_grant_request BEFORE INSERT ON price_grant WHEN NOT EXISTS (SELECT 1 FROM request q JOIN deal d ON d.id = NEW.deal_id WHERE q.id = NEW.request_id AND q.kind = 'discount' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = d.list_total_fen - NEW.total_fen AND q.below_fen = (CASE WHEN (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) > NEW.total_fen THEN (SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1) - NEW.total_fen ELSE 0 END)) BEGIN SELECT RAISE(ABORT, 'guard: a special price is its request''s'); END
;;
CREATE TRIGGER guard_price_grant_live BEFORE INSERT ON price_grant WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.stage = 'on hold') BEGIN SELECT RAISE(ABORT, 'guard: a special price is asked for what is held'); END
;;
CREATE TABLE receipt_exchange (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	invoice TEXT NOT NULL, 
	invoice_on TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_receipt_exchange PRIMARY KEY (id), 
	CONSTRAINT ck_receipt_exchange_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_receipt_exchange_invoice CHECK (invoice <> ''), 
	CONSTRAINT fk_receipt_exchange_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT uq_receipt_exchange_invoice UNIQUE (invoice), 
	CONSTRAINT fk_receipt_exchange_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_receipt_exchange_deal_id ON receipt_exchange (deal_id)
;;
CREATE TRIGGER guard_receipt_exchange_update BEFORE UPDATE ON receipt_exchange BEGIN SELECT RAISE(ABORT, 'guard: receipt_exchange is append-only'); END
;;
CREATE TRIGGER guard_receipt_exchange_delete BEFORE DELETE ON receipt_exchange BEGIN SELECT RAISE(ABORT, 'guard: receipt_exchange is append-only'); END
;;
CREATE TRIGGER guard_receipt_exchange_replace BEFORE INSERT ON receipt_exchange WHEN EXISTS (SELECT 1 FROM receipt_exchange WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM receipt_exchange WHERE invoice = NEW.invoice) BEGIN SELECT RAISE(ABORT, 'guard: receipt_exchange is append-only'); END
;;
CREATE TRIGGER guard_receipt_exchange_right BEFORE INSERT ON receipt_exchange WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ExchangeReceipts') BEGIN SELECT RAISE(ABORT, 'guard: nobody exchanges receipts without the right'); END
;;
CREATE TRIGGER guard_receipt_exchange_posting BEFORE INSERT ON receipt_exchange WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.actor_id AND g.ended_at IS NULL AND g.project_id = (SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE spot_check (
	id INTEGER NOT NULL, 
	visit_id INTEGER, 
	follow_up_id INTEGER, 
	verdict TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_spot_check PRIMARY KEY (id), 
	CONSTRAINT ck_spot_check_entry CHECK ((visit_id IS NULL) <> (follow_up_id IS NULL)), 
	CONSTRAINT ck_spot_check_verdict CHECK (verdict IN ('', 'good', 'wanting')), 
	CONSTRAINT ck_spot_check_comment CHECK (verdict = 'good' OR comment <> ''), 
	CONSTRAINT fk_spot_check_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id), 
	CONSTRAINT fk_spot_check_follow_up_id FOREIGN KEY(follow_up_id) REFERENCES follow_up (id), 
	CONSTRAINT fk_spot_check_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_spot_check_follow_up_id ON spot_check (follow_up_id)
;;
CREATE INDEX ix_spot_check_visit_id ON spot_check (visit_id)
;;
CREATE TRIGGER guard_spot_check_update BEFORE UPDATE ON spot_check BEGIN SELECT RAISE(ABORT, 'guard: spot_check is append-only'); END
;;
CREATE TRIGGER guard_spot_check_delete BEFORE DELETE ON spot_check BEGIN SELECT RAISE(ABORT, 'guard: spot_check is append-only'); END
;;
CREATE TRIGGER guard_spot_check_replace BEFORE INSERT ON spot_check WHEN EXISTS (SELECT 1 FROM spot_check WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: spot_check is append-only'); END
;;
CREATE TRIGGER guard_spot_check_right BEFORE INSERT ON spot_check WHEN (NEW.verdict <> '' AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CheckEntry')) OR (NEW.verdict = '' AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CommentEntry')) BEGIN SELECT RAISE(ABORT, 'guard: nobody checks entries without the right'); END
;;
CREATE TRIGGER guard_spot_check_own BEFORE INSERT ON spot_check WHEN NEW.verdict <> '' AND (EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id AND v.receptionist_id = NEW.actor_id) OR EXISTS (SELECT 1 FROM follow_up f WHERE f.id = NEW.follow_up_id AND f.done_by = NEW.actor_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody checks what he wrote himself'); END
;;
CREATE TRIGGER guard_spot_check_once BEFORE INSERT ON spot_check WHEN NEW.verdict <> '' AND EXISTS (SELECT 1 FROM spot_check s WHERE s.verdict <> '' AND (s.visit_id = NEW.visit_id OR s.follow_up_id = NEW.follow_up_id)) BEGIN SELECT RAISE(ABORT, 'guard: an entry is checked once'); END
;;
CREATE TRIGGER guard_spot_check_done BEFORE INSERT ON spot_check WHEN NEW.follow_up_id IS NOT NULL AND EXISTS (SELECT 1 FROM follow_up f WHERE f.id = NEW.follow_up_id AND f.done_at IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: only what was recorded is checked'); END
;;
CREATE TRIGGER guard_spot_check_week BEFORE INSERT ON spot_check WHEN NEW.verdict <> '' AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id AND v.recorded_at < NEW.at AND v.recorded_at >= NEW.at - 691200000000) AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.id = NEW.follow_up_id AND f.done_at < NEW.at AND f.done_at >= NEW.at - 691200000000) BEGIN SELECT RAISE(ABORT, 'guard: what was written down in the week before is checked'); END
;;
CREATE TABLE unit_exchange (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	new_deal_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	mode_id INTEGER NOT NULL, 
	price_fen INTEGER NOT NULL, 
	carried_fen INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
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
 STRICT
;;
CREATE TRIGGER guard_unit_exchange_update BEFORE UPDATE ON unit_exchange BEGIN SELECT RAISE(ABORT, 'guard: unit_exchange is append-only'); END
;;
CREATE TRIGGER guard_unit_exchange_delete BEFORE DELETE ON unit_exchange BEGIN SELECT RAISE(ABORT, 'guard: unit_exchange is append-only'); END
;;
CREATE TRIGGER guard_unit_exchange_replace BEFORE INSERT ON unit_exchange WHEN EXISTS (SELECT 1 FROM unit_exchange WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM unit_exchange WHERE deal_id = NEW.deal_id) OR EXISTS (SELECT 1 FROM unit_exchange WHERE new_deal_id = NEW.new_deal_id) BEGIN SELECT RAISE(ABORT, 'guard: unit_exchange is append-only'); END
;;
CREATE TRIGGER guard_unit_exchange_signed BEFORE INSERT ON unit_exchange WHEN NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'exchange' AND x.at = NEW.at AND x.actor_id = NEW.actor_id AND substr(x.details, length(x.details) - length('"mode":' || NEW.mode_id || ',"to":' || NEW.unit_id || ',"total_fen":' || NEW.price_fen || '}') + 1) = '"mode":' || NEW.mode_id || ',"to":' || NEW.unit_id || ',"total_fen":' || NEW.price_fen || '}') BEGIN SELECT RAISE(ABORT, 'guard: a unit is exchanged by its signatures'); END
;;
CREATE TRIGGER guard_unit_exchange_given_away BEFORE INSERT ON unit_exchange WHEN EXISTS (SELECT 1 FROM deal_change x JOIN request q ON q.id = x.request_id JOIN unit u ON u.id = NEW.unit_id WHERE x.deal_id = NEW.deal_id AND x.kind = 'exchange' AND q.amount_fen <> u.total_fen - NEW.price_fen) BEGIN SELECT RAISE(ABORT, 'guard: an exchange gives away as much as was signed'); END
;;
CREATE TRIGGER guard_unit_exchange_deals BEFORE INSERT ON unit_exchange WHEN NOT EXISTS (SELECT 1 FROM deal o JOIN deal n ON n.project_id = o.project_id AND n.customer_id = o.customer_id AND n.unit_id <> o.unit_id WHERE o.id = NEW.deal_id AND n.id = NEW.new_deal_id AND n.unit_id = NEW.unit_id AND n.opened_at = NEW.at) OR EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.new_deal_id) BEGIN SELECT RAISE(ABORT, 'guard: one customer''s deal goes on as his next in its project'); END
;;
CREATE TRIGGER guard_unit_exchange_carried BEFORE INSERT ON unit_exchange WHEN NEW.carried_fen <> (SELECT coalesce(sum(CASE WHEN m.credit IN ('deposits held', 'price received', 'prepaid', 'held for others') THEN m.amount_fen ELSE 0 END - CASE WHEN m.debit IN ('deposits held', 'price received', 'prepaid', 'held for others') THEN m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: all the money of a deal goes with it'); END
;;
CREATE TABLE attachment (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	request_id INTEGER, 
	agreement_id INTEGER, 
	change_id INTEGER, 
	contract_id INTEGER, 
	unit_id INTEGER, 
	project_id INTEGER, 
	layout TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	pages INTEGER NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
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
 STRICT
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
CREATE TRIGGER guard_attachment_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'guard: attachment is append-only'); END
;;
CREATE TRIGGER guard_attachment_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'guard: attachment is append-only'); END
;;
CREATE TRIGGER guard_attachment_replace BEFORE INSERT ON attachment WHEN EXISTS (SELECT 1 FROM attachment WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: attachment is append-only'); END
;;
CREATE TABLE claim_review (
	id INTEGER NOT NULL, 
	claim_id INTEGER NOT NULL, 
	review_on TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_claim_review PRIMARY KEY (id), 
	CONSTRAINT fk_claim_review_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_claim_review_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_claim_review_claim_id ON claim_review (claim_id)
;;
CREATE TRIGGER guard_claim_review_update BEFORE UPDATE ON claim_review BEGIN SELECT RAISE(ABORT, 'guard: claim_review is append-only'); END
;;
CREATE TRIGGER guard_claim_review_delete BEFORE DELETE ON claim_review BEGIN SELECT RAISE(ABORT, 'guard: claim_review is append-only'); END
;;
CREATE TRIGGER guard_claim_review_replace BEFORE INSERT ON claim_review WHEN EXISTS (SELECT 1 FROM claim_review WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: claim_review is append-only'); END
;;
CREATE TRIGGER guard_claim_review_right BEFORE INSERT ON claim_review WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('HoldBack', 'BlockUnits', 'ReviewHoldBack')) BEGIN SELECT RAISE(ABORT, 'guard: nobody dates a hold-back without the right'); END
;;
CREATE TRIGGER guard_claim_review_stage BEFORE INSERT ON claim_review WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.claim_id AND c.ended_at IS NULL AND c.stage IN ('held back', 'blocked')) BEGIN SELECT RAISE(ABORT, 'guard: only what is kept back is looked at again'); END
;;
CREATE TRIGGER guard_claim_review_ahead BEFORE INSERT ON claim_review WHEN length(NEW.review_on) <> 10 OR (CAST(substr(NEW.review_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.review_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.review_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.review_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) NOT BETWEEN NEW.at / 86400000000 AND NEW.at / 86400000000 + 367 BEGIN SELECT RAISE(ABORT, 'guard: what is kept back is looked at again within a year'); END
;;
CREATE TRIGGER guard_claim_review_note BEFORE INSERT ON claim_review WHEN NEW.note = '' AND EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.claim_id AND c.opened_at < NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: what is put off has its reason'); END
;;
CREATE TABLE default_lift (
	notice_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_default_lift PRIMARY KEY (notice_id), 
	CONSTRAINT ck_default_lift_reason CHECK (reason <> ''), 
	CONSTRAINT fk_default_lift_notice_id FOREIGN KEY(notice_id) REFERENCES default_notice (id), 
	CONSTRAINT fk_default_lift_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_default_lift_update BEFORE UPDATE ON default_lift BEGIN SELECT RAISE(ABORT, 'guard: default_lift is append-only'); END
;;
CREATE TRIGGER guard_default_lift_delete BEFORE DELETE ON default_lift BEGIN SELECT RAISE(ABORT, 'guard: default_lift is append-only'); END
;;
CREATE TRIGGER guard_default_lift_replace BEFORE INSERT ON default_lift WHEN EXISTS (SELECT 1 FROM default_lift WHERE notice_id = NEW.notice_id) BEGIN SELECT RAISE(ABORT, 'guard: default_lift is append-only'); END
;;
CREATE TRIGGER guard_default_lift_live BEFORE INSERT ON default_lift WHEN NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.id = NEW.notice_id AND EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = n.deal_id AND c.ended_at IS NULL AND c.stage = 'subscribed')) BEGIN SELECT RAISE(ABORT, 'guard: only a notice that stands is lifted'); END
;;
CREATE TRIGGER guard_default_lift_right BEFORE INSERT ON default_lift WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'LiftDefault') BEGIN SELECT RAISE(ABORT, 'guard: nobody lifts a notice without the right'); END
;;
CREATE TABLE demand_letter (
	id INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	deal_id INTEGER NOT NULL, 
	due_line_id INTEGER NOT NULL, 
	stage TEXT NOT NULL, 
	overdue_fen INTEGER NOT NULL, 
	since TEXT NOT NULL, 
	written_on TEXT NOT NULL, 
	pay_by TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
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
 STRICT
;;
CREATE INDEX ix_demand_letter_deal_id ON demand_letter (deal_id)
;;
CREATE TRIGGER guard_demand_letter_update BEFORE UPDATE ON demand_letter BEGIN SELECT RAISE(ABORT, 'guard: demand_letter is append-only'); END
;;
CREATE TRIGGER guard_demand_letter_delete BEFORE DELETE ON demand_letter BEGIN SELECT RAISE(ABORT, 'guard: demand_letter is append-only'); END
;;
CREATE TRIGGER guard_demand_letter_replace BEFORE INSERT ON demand_letter WHEN EXISTS (SELECT 1 FROM demand_letter WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM demand_letter WHERE due_line_id = NEW.due_line_id AND stage = NEW.stage) OR EXISTS (SELECT 1 FROM demand_letter WHERE no = NEW.no) OR EXISTS (SELECT 1 FROM demand_letter WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'guard: demand_letter is append-only'); END
;;
CREATE TRIGGER guard_demand_letter_number BEFORE INSERT ON demand_letter WHEN NEW.no <> coalesce((SELECT max(n.no) + 1 FROM demand_letter n), (SELECT c.first_no FROM counter c WHERE c.series = 'demand')) BEGIN SELECT RAISE(ABORT, 'guard: demand letters follow one another'); END
;;
CREATE TRIGGER guard_demand_letter_line BEFORE INSERT ON demand_letter WHEN NOT EXISTS (SELECT 1 FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0 AND l.id = NEW.due_line_id AND l.due_on = NEW.since) OR NEW.since <> (SELECT min(l.due_on) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0) BEGIN SELECT RAISE(ABORT, 'guard: a demand is about what is overdue longest'); END
;;
CREATE TRIGGER guard_demand_letter_sum BEFORE INSERT ON demand_letter WHEN NEW.overdue_fen <> coalesce((SELECT sum(l.open_fen) FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0 AND l.due_on < NEW.written_on), 0) BEGIN SELECT RAISE(ABORT, 'guard: a demand asks for what is overdue'); END
;;
CREATE TRIGGER guard_demand_letter_stage BEFORE INSERT ON demand_letter WHEN NEW.stage <> (CASE (SELECT count(*) FROM demand_letter d WHERE d.due_line_id = NEW.due_line_id) WHEN 0 THEN 'first' WHEN 1 THEN 'second' WHEN 2 THEN 'final' ELSE '' END) BEGIN SELECT RAISE(ABORT, 'guard: the stages of a demand follow one another'); END
;;
CREATE TRIGGER guard_demand_letter_wait BEFORE INSERT ON demand_letter WHEN EXISTS (SELECT 1 FROM demand_letter d WHERE d.due_line_id = NEW.due_line_id AND d.pay_by >= NEW.written_on) BEGIN SELECT RAISE(ABORT, 'guard: a demand waits for the day of the one before'); END
;;
CREATE TRIGGER guard_demand_letter_right BEFORE INSERT ON demand_letter WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'WriteDemands') BEGIN SELECT RAISE(ABORT, 'guard: nobody demands without the right'); END
;;
CREATE TABLE late_fee (
	id INTEGER NOT NULL, 
	of_line_id INTEGER NOT NULL, 
	since_on TEXT NOT NULL, 
	until_on TEXT NOT NULL, 
	weighed INTEGER NOT NULL, 
	tenths INTEGER NOT NULL, 
	grace_days INTEGER NOT NULL, 
	cap_percent INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_late_fee PRIMARY KEY (id), 
	CONSTRAINT ck_late_fee_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_late_fee_days CHECK (until_on > since_on), 
	CONSTRAINT uq_late_fee_of_line_id_until_on UNIQUE (of_line_id, until_on), 
	CONSTRAINT fk_late_fee_of_line_id FOREIGN KEY(of_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_late_fee_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_late_fee_update BEFORE UPDATE ON late_fee BEGIN SELECT RAISE(ABORT, 'guard: late_fee is append-only'); END
;;
CREATE TRIGGER guard_late_fee_delete BEFORE DELETE ON late_fee BEGIN SELECT RAISE(ABORT, 'guard: late_fee is append-only'); END
;;
CREATE TRIGGER guard_late_fee_replace BEFORE INSERT ON late_fee WHEN EXISTS (SELECT 1 FROM late_fee WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM late_fee WHERE of_line_id = NEW.of_line_id AND until_on = NEW.until_on) BEGIN SELECT RAISE(ABORT, 'guard: late_fee is append-only'); END
;;
CREATE TRIGGER guard_late_fee_right BEFORE INSERT ON late_fee WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('FixLateFee', 'TakePayment', 'ApplyPrepaid', 'SignRequest')) BEGIN SELECT RAISE(ABORT, 'guard: nobody fixes a late fee without the right'); END
;;
CREATE TRIGGER guard_late_fee_late BEFORE INSERT ON late_fee WHEN NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.of_line_id AND l.ended_at IS NULL AND l.due_on < NEW.until_on AND l.money NOT IN ('deed tax', 'fund loan', 'late fee', 'loan', 'maintenance fund', 'registration') AND (CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) > (CAST(substr(l.due_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(l.due_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) + NEW.grace_days AND l.amount_fen - l.open_fen - ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.of_line_id)) + (SELECT coalesce(sum(c.fen), 0) FROM (SELECT a.amount_fen AS fen, r.day AS day FROM allocation a JOIN receipt r ON r.id = a.receipt_id LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL UNION ALL SELECT p.amount_fen, p.day FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) c WHERE (CAST(substr(c.day, 9, 2) AS BIGINT) + (153 * (CAST(substr(c.day, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) <= (CAST(substr(l.due_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(l.due_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(l.due_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(l.due_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) + NEW.grace_days) < l.amount_fen) BEGIN SELECT RAISE(ABORT, 'guard: a late fee is of a line of the price that is late'); END
;;
CREATE TRIGGER guard_late_fee_terms BEFORE INSERT ON late_fee WHEN NEW.tenths <> coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'late_fee_tenths'), 0) OR NEW.grace_days <> coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'late_fee_grace_days'), 0) OR NEW.cap_percent <> coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = 'late_fee_cap_percent'), 0) OR NEW.tenths < 1 BEGIN SELECT RAISE(ABORT, 'guard: a late fee is reckoned by the house''s terms'); END
;;
CREATE TRIGGER guard_late_fee_since BEFORE INSERT ON late_fee WHEN NEW.since_on IS DISTINCT FROM coalesce((SELECT max(f.until_on) FROM late_fee f WHERE f.of_line_id = NEW.of_line_id), (SELECT l.due_on FROM due_line l WHERE l.id = NEW.of_line_id)) BEGIN SELECT RAISE(ABORT, 'guard: no day is in two late fees, and none is left out'); END
;;
CREATE TRIGGER guard_late_fee_reckoned BEFORE INSERT ON late_fee WHEN NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.of_line_id AND NEW.weighed = (l.open_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.of_line_id))) * ((CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(NEW.since_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.since_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588)) - (SELECT coalesce(sum(CASE WHEN c.day >= NEW.until_on THEN 0 WHEN c.day > NEW.since_on THEN c.fen * ((CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(c.day, 9, 2) AS BIGINT) + (153 * (CAST(substr(c.day, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(c.day, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(c.day, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588)) ELSE c.fen * ((CAST(substr(NEW.until_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.until_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.until_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.until_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588) - (CAST(substr(NEW.since_on, 9, 2) AS BIGINT) + (153 * (CAST(substr(NEW.since_on, 6, 2) AS BIGINT) + 12 * ((14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) - 3) + 2) / 5 + 365 * (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 4 - (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 100 + (CAST(substr(NEW.since_on, 1, 4) AS BIGINT) + 4800 - (14 - CAST(substr(NEW.since_on, 6, 2) AS BIGINT)) / 12) / 400 - 32045 - 2440588)) END), 0) FROM (SELECT a.amount_fen AS fen, r.day AS day FROM allocation a JOIN receipt r ON r.id = a.receipt_id LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL UNION ALL SELECT p.amount_fen, p.day FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id) c) AND NEW.amount_fen = (CASE WHEN NEW.cap_percent > 0 AND (l.amount_fen * NEW.cap_percent / 100 - (SELECT coalesce(sum(f.amount_fen), 0) FROM late_fee f WHERE f.of_line_id = NEW.of_line_id)) < (NEW.weighed * NEW.tenths * 2 + 100000) / 200000 THEN (l.amount_fen * NEW.cap_percent / 100 - (SELECT coalesce(sum(f.amount_fen), 0) FROM late_fee f WHERE f.of_line_id = NEW.of_line_id)) ELSE (NEW.weighed * NEW.tenths * 2 + 100000) / 200000 END)) BEGIN SELECT RAISE(ABORT, 'guard: a late fee is what it is reckoned'); END
;;
CREATE TABLE prepaid_use (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	due_line_id INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_prepaid_use PRIMARY KEY (id), 
	CONSTRAINT ck_prepaid_use_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_prepaid_use_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_prepaid_use_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_prepaid_use_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_prepaid_use_deal_id ON prepaid_use (deal_id)
;;
CREATE INDEX ix_prepaid_use_due_line_id ON prepaid_use (due_line_id)
;;
CREATE TRIGGER guard_prepaid_use_update BEFORE UPDATE ON prepaid_use BEGIN SELECT RAISE(ABORT, 'guard: prepaid_use is append-only'); END
;;
CREATE TRIGGER guard_prepaid_use_delete BEFORE DELETE ON prepaid_use BEGIN SELECT RAISE(ABORT, 'guard: prepaid_use is append-only'); END
;;
CREATE TRIGGER guard_prepaid_use_replace BEFORE INSERT ON prepaid_use WHEN EXISTS (SELECT 1 FROM prepaid_use WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: prepaid_use is append-only'); END
;;
CREATE TRIGGER guard_prepaid_use_line BEFORE INSERT ON prepaid_use WHEN NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id AND l.deal_id = NEW.deal_id AND l.ended_at IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: what was paid ahead is for what is due of its deal'); END
;;
CREATE TRIGGER guard_prepaid_use_owed BEFORE INSERT ON prepaid_use WHEN NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) > (SELECT l.amount_fen FROM due_line l WHERE l.id = NEW.due_line_id) BEGIN SELECT RAISE(ABORT, 'guard: no more is taken for a line than it is'); END
;;
CREATE TRIGGER guard_prepaid_use_moved BEFORE INSERT ON prepaid_use WHEN NEW.amount_fen + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p JOIN due_line l ON l.id = p.due_line_id WHERE p.deal_id = NEW.deal_id AND (CASE WHEN l.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN l.money = 'late fee' THEN 'late fees' ELSE 'price received' END) = (SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id)) > (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = NEW.deal_id AND m.kind = 'applied' AND m.credit = (SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id)) BEGIN SELECT RAISE(ABORT, 'guard: what was paid ahead moves before it pays'); END
;;
CREATE TABLE price_step (
	id INTEGER NOT NULL, 
	approval_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	offer_id INTEGER NOT NULL, 
	before_fen INTEGER NOT NULL, 
	after_fen INTEGER NOT NULL, 
	CONSTRAINT pk_price_step PRIMARY KEY (id), 
	CONSTRAINT uq_price_step_approval_id_position UNIQUE (approval_id, position), 
	CONSTRAINT ck_price_step_lower CHECK (after_fen > 0 AND after_fen <= before_fen), 
	CONSTRAINT fk_price_step_approval_id FOREIGN KEY(approval_id) REFERENCES price_approval (id), 
	CONSTRAINT fk_price_step_offer_id FOREIGN KEY(offer_id) REFERENCES discount_offer (id)
)
 STRICT
;;
CREATE TRIGGER guard_price_step_update BEFORE UPDATE ON price_step BEGIN SELECT RAISE(ABORT, 'guard: price_step is append-only'); END
;;
CREATE TRIGGER guard_price_step_delete BEFORE DELETE ON price_step BEGIN SELECT RAISE(ABORT, 'guard: price_step is append-only'); END
;;
CREATE TRIGGER guard_price_step_replace BEFORE INSERT ON price_step WHEN EXISTS (SELECT 1 FROM price_step WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM price_step WHERE approval_id = NEW.approval_id AND position = NEW.position) BEGIN SELECT RAISE(ABORT, 'guard: price_step is append-only'); END
;;
CREATE TRIGGER guard_price_step_chain BEFORE INSERT ON price_step WHEN NEW.before_fen <> coalesce((SELECT s.after_fen FROM price_step s WHERE s.approval_id = NEW.approval_id AND s.position = NEW.position - 1), CASE NEW.position WHEN 1 THEN (SELECT d.list_total_fen FROM price_approval a JOIN deal d ON d.id = a.deal_id WHERE a.id = NEW.approval_id) END, -1) BEGIN SELECT RAISE(ABORT, 'guard: a price step begins where the one before ended'); END
;;
CREATE TRIGGER guard_price_step_below BEFORE INSERT ON price_step WHEN NEW.after_fen < (SELECT a.total_fen FROM price_approval a WHERE a.id = NEW.approval_id) BEGIN SELECT RAISE(ABORT, 'guard: the steps end at the approved price'); END
;;
CREATE TRIGGER guard_price_step_offered BEFORE INSERT ON price_step WHEN NOT EXISTS (SELECT 1 FROM discount_offer o JOIN price_approval a ON a.id = NEW.approval_id JOIN deal d ON d.id = a.deal_id WHERE o.id = NEW.offer_id AND o.project_id = d.project_id AND o.ended_at IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: only a discount on offer is given'); END
;;
CREATE TRIGGER guard_receipt_agreed BEFORE INSERT ON receipt WHEN NEW.kind = 'price' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.deal_id = NEW.deal_id AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard: the price is paid on a live agreement'); END
;;
DROP TRIGGER IF EXISTS guard_receipt_cap
;;
CREATE TRIGGER guard_receipt_cap BEFORE INSERT ON receipt WHEN NEW.kind = 'deposit' AND NEW.amount_fen + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind = 'deposit' AND v.receipt_id IS NULL AND k.receipt_id IS NULL) > (coalesce((SELECT a.total_fen FROM price_approval a WHERE a.deal_id = NEW.deal_id ORDER BY a.id DESC LIMIT 1), (SELECT d.list_total_fen FROM deal d WHERE d.id = NEW.deal_id)) + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.unit_id <> NEW.unit_id)) * 20 / 100 BEGIN SELECT RAISE(ABORT, 'guard: a deposit stays within its cap'); END
;;
CREATE TRIGGER guard_receipt_closed BEFORE INSERT ON receipt WHEN EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) BEGIN SELECT RAISE(ABORT, 'guard: a closed day stays closed'); END
;;
CREATE TRIGGER guard_receipt_month BEFORE INSERT ON receipt WHEN EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) BEGIN SELECT RAISE(ABORT, 'guard: a closed month stays closed'); END
;;
CREATE TRIGGER guard_receipt_permit BEFORE INSERT ON receipt WHEN NEW.kind IN ('deposit', 'price') AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-02' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no money'); END
;;
CREATE TRIGGER guard_receipt_identified BEFORE INSERT ON receipt WHEN NEW.kind IN ('deposit', 'price') AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'identify_from_yuan' AND CAST(s.value AS BIGINT) > 0 AND NEW.amount_fen + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = NEW.deal_id AND r.kind IN ('deposit', 'price') AND v.receipt_id IS NULL AND k.receipt_id IS NULL) >= CAST(s.value AS BIGINT) * 100) AND (CASE WHEN EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id) THEN EXISTS (SELECT 1 FROM agreement a JOIN buyer b ON b.agreement_id = a.id WHERE a.deal_id = NEW.deal_id AND b.id_number = '') AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'names') ELSE EXISTS (SELECT 1 FROM customer c WHERE c.id = NEW.customer_id AND c.id_number = '') END) BEGIN SELECT RAISE(ABORT, 'guard: who pays so much is identified first'); END
;;
CREATE TRIGGER guard_receipt_asked BEFORE INSERT ON receipt WHEN NEW.kind = 'refund' AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'refunds_by_request' AND s.value = 'true') AND (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) IS NULL BEGIN SELECT RAISE(ABORT, 'guard: a refund is paid by its signatures'); END
;;
CREATE TRIGGER guard_receipt_payee BEFORE INSERT ON receipt WHEN NEW.kind = 'refund' AND (EXISTS (SELECT 1 FROM refund_request w WHERE w.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND w.payee <> NEW.payer) OR ((SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) IS NOT NULL AND EXISTS (SELECT 1 FROM receipt r WHERE r.deal_id IN (WITH RECURSIVE line(deal) AS (SELECT f.deal_id FROM refund f WHERE f.id = NEW.refund_id UNION SELECT e.deal_id FROM unit_exchange e JOIN line l ON e.new_deal_id = l.deal) SELECT deal FROM line) AND r.kind IN ('deposit', 'price') AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM receipt_exchange_line x WHERE x.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM refund_original o WHERE o.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND o.receipt_id = r.id)))) BEGIN SELECT RAISE(ABORT, 'guard: a refund is paid as it was signed, its originals back or declared lost'); END
;;
CREATE TRIGGER guard_receipt_approver BEFORE INSERT ON receipt WHEN NEW.kind = 'refund' AND EXISTS (SELECT 1 FROM signature g WHERE g.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = NEW.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL) AND NEW.cashier_id IN (g.person_id, coalesce(g.absent_id, 0))) BEGIN SELECT RAISE(ABORT, 'guard: who approved a refund does not pay it'); END
;;
CREATE TRIGGER guard_receipt_posting BEFORE INSERT ON receipt WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL AND g.project_id = (SELECT u.project_id FROM unit u WHERE u.id = NEW.unit_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE refund_request (
	request_id INTEGER NOT NULL, 
	refund_id INTEGER NOT NULL, 
	payee TEXT NOT NULL, 
	tender TEXT NOT NULL, 
	account TEXT NOT NULL, 
	proxy TEXT NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	CONSTRAINT pk_refund_request PRIMARY KEY (request_id), 
	CONSTRAINT ck_refund_request_payee CHECK (payee <> ''), 
	CONSTRAINT ck_refund_request_tender CHECK (tender IN ('cash', 'card', 'transfer', 'wechat', 'alipay')), 
	CONSTRAINT ck_refund_request_account CHECK (tender = 'cash' OR account <> ''), 
	CONSTRAINT fk_refund_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_refund_request_refund_id FOREIGN KEY(refund_id) REFERENCES refund (id), 
	CONSTRAINT fk_refund_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_refund_request_refund_id ON refund_request (refund_id)
;;
CREATE TRIGGER guard_refund_request_update BEFORE UPDATE ON refund_request BEGIN SELECT RAISE(ABORT, 'guard: refund_request is append-only'); END
;;
CREATE TRIGGER guard_refund_request_delete BEFORE DELETE ON refund_request BEGIN SELECT RAISE(ABORT, 'guard: refund_request is append-only'); END
;;
CREATE TRIGGER guard_refund_request_replace BEFORE INSERT ON refund_request WHEN EXISTS (SELECT 1 FROM refund_request WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: refund_request is append-only'); END
;;
CREATE TRIGGER guard_refund_request_request BEFORE INSERT ON refund_request WHEN NOT EXISTS (SELECT 1 FROM request q JOIN refund f ON f.id = NEW.refund_id WHERE q.id = NEW.request_id AND q.kind = 'refund' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = f.owed_fen AND f.owed_fen > 0) BEGIN SELECT RAISE(ABORT, 'guard: what is asked of a refund is its request''s'); END
;;
CREATE TRIGGER guard_refund_request_paid BEFORE INSERT ON refund_request WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.refund_id = NEW.refund_id) BEGIN SELECT RAISE(ABORT, 'guard: a refund that was paid is not asked for'); END
;;
CREATE TRIGGER guard_refund_request_payee BEFORE INSERT ON refund_request WHEN NEW.proxy = '' AND NOT (EXISTS (SELECT 1 FROM refund f JOIN customer c ON c.id = f.customer_id WHERE f.id = NEW.refund_id AND c.name = NEW.payee) OR EXISTS (SELECT 1 FROM receipt r WHERE r.deal_id IN (WITH RECURSIVE line(deal) AS (SELECT f.deal_id FROM refund f WHERE f.id = NEW.refund_id UNION SELECT e.deal_id FROM unit_exchange e JOIN line l ON e.new_deal_id = l.deal) SELECT deal FROM line) AND r.kind IN ('deposit', 'price') AND r.payer = NEW.payee) OR EXISTS (SELECT 1 FROM refund f JOIN agreement a ON a.deal_id = f.deal_id JOIN buyer b ON b.agreement_id = a.id WHERE f.id = NEW.refund_id AND b.name = NEW.payee) OR EXISTS (SELECT 1 FROM refund f JOIN deal_change x ON x.deal_id = f.deal_id AND x.kind = 'names' WHERE f.id = NEW.refund_id AND replace(x.details, '"name":"' || NEW.payee || '"', '') <> x.details)) BEGIN SELECT RAISE(ABORT, 'guard: a refund goes to who bought or paid, or to a proxy'); END
;;
CREATE TABLE waiver_request (
	request_id INTEGER NOT NULL, 
	due_line_id INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	asker_id INTEGER NOT NULL, 
	filed_at INTEGER NOT NULL, 
	CONSTRAINT pk_waiver_request PRIMARY KEY (request_id), 
	CONSTRAINT ck_waiver_request_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_waiver_request_request_id FOREIGN KEY(request_id) REFERENCES request (id), 
	CONSTRAINT fk_waiver_request_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_waiver_request_asker_id FOREIGN KEY(asker_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_waiver_request_due_line_id ON waiver_request (due_line_id)
;;
CREATE TRIGGER guard_waiver_request_update BEFORE UPDATE ON waiver_request BEGIN SELECT RAISE(ABORT, 'guard: waiver_request is append-only'); END
;;
CREATE TRIGGER guard_waiver_request_delete BEFORE DELETE ON waiver_request BEGIN SELECT RAISE(ABORT, 'guard: waiver_request is append-only'); END
;;
CREATE TRIGGER guard_waiver_request_replace BEFORE INSERT ON waiver_request WHEN EXISTS (SELECT 1 FROM waiver_request WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: waiver_request is append-only'); END
;;
CREATE TRIGGER guard_waiver_request_request BEFORE INSERT ON waiver_request WHEN NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'waiver' AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at AND q.amount_fen = NEW.amount_fen + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w JOIN due_line l ON l.id = w.due_line_id JOIN due_line n ON n.deal_id = l.deal_id WHERE n.id = NEW.due_line_id)) BEGIN SELECT RAISE(ABORT, 'guard: what is asked of a late fee is its request''s'); END
;;
CREATE TRIGGER guard_waiver_request_open BEFORE INSERT ON waiver_request WHEN NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id AND l.money = 'late fee' AND l.ended_at IS NULL AND NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) <= l.amount_fen) BEGIN SELECT RAISE(ABORT, 'guard: no more of a late fee is waived than is open'); END
;;
CREATE TABLE allocation (
	id INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	due_line_id INTEGER, 
	amount_fen INTEGER NOT NULL, 
	CONSTRAINT pk_allocation PRIMARY KEY (id), 
	CONSTRAINT ck_allocation_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_allocation_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_allocation_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id)
)
 STRICT
;;
CREATE INDEX ix_allocation_due_line_id ON allocation (due_line_id)
;;
CREATE INDEX ix_allocation_receipt_id ON allocation (receipt_id)
;;
CREATE TRIGGER guard_allocation_update BEFORE UPDATE ON allocation BEGIN SELECT RAISE(ABORT, 'guard: allocation is append-only'); END
;;
CREATE TRIGGER guard_allocation_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'guard: allocation is append-only'); END
;;
CREATE TRIGGER guard_allocation_replace BEFORE INSERT ON allocation WHEN EXISTS (SELECT 1 FROM allocation WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: allocation is append-only'); END
;;
CREATE TRIGGER guard_allocation_line BEFORE INSERT ON allocation WHEN NEW.due_line_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM due_line l JOIN receipt r ON r.id = NEW.receipt_id WHERE l.id = NEW.due_line_id AND l.deal_id = r.deal_id AND l.ended_at IS NULL) BEGIN SELECT RAISE(ABORT, 'guard: money is taken for what is due of its deal'); END
;;
CREATE TRIGGER guard_allocation_owed BEFORE INSERT ON allocation WHEN NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) > (SELECT l.amount_fen FROM due_line l WHERE l.id = NEW.due_line_id) BEGIN SELECT RAISE(ABORT, 'guard: no more is taken for a line than it is'); END
;;
CREATE TRIGGER guard_allocation_paid BEFORE INSERT ON allocation WHEN NEW.amount_fen + (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a WHERE a.receipt_id = NEW.receipt_id) > coalesce((SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind = 'price'), 0) BEGIN SELECT RAISE(ABORT, 'guard: no more is taken for lines than was paid'); END
;;
CREATE TRIGGER guard_allocation_account BEFORE INSERT ON allocation WHEN NEW.amount_fen + (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = NEW.receipt_id AND (CASE WHEN l.id IS NULL THEN 'prepaid' ELSE (CASE WHEN l.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN l.money = 'late fee' THEN 'late fees' ELSE 'price received' END) END) = coalesce((SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id), 'prepaid')) > (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind IN ('payment', 'late fee') AND m.credit = coalesce((SELECT (CASE WHEN n.money IN ('deed tax', 'maintenance fund', 'registration') THEN 'held for others' WHEN n.money = 'late fee' THEN 'late fees' ELSE 'price received' END) FROM due_line n WHERE n.id = NEW.due_line_id), 'prepaid')) BEGIN SELECT RAISE(ABORT, 'guard: what is taken for a line lies in the account of its kind'); END
;;
CREATE TABLE attachment_content (
	attachment_id INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_attachment_content PRIMARY KEY (attachment_id), 
	CONSTRAINT fk_attachment_content_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id)
)
 STRICT
;;
CREATE TRIGGER guard_attachment_content_update BEFORE UPDATE ON attachment_content BEGIN SELECT RAISE(ABORT, 'guard: attachment_content is append-only'); END
;;
CREATE TRIGGER guard_attachment_content_delete BEFORE DELETE ON attachment_content BEGIN SELECT RAISE(ABORT, 'guard: attachment_content is append-only'); END
;;
CREATE TRIGGER guard_attachment_content_replace BEFORE INSERT ON attachment_content WHEN EXISTS (SELECT 1 FROM attachment_content WHERE attachment_id = NEW.attachment_id) BEGIN SELECT RAISE(ABORT, 'guard: attachment_content is append-only'); END
;;
CREATE TRIGGER guard_attachment_content_size BEFORE INSERT ON attachment_content WHEN coalesce((SELECT a.size FROM attachment a WHERE a.id = NEW.attachment_id), -1) <> length(NEW.content) BEGIN SELECT RAISE(ABORT, 'guard: an attachment has the size it was measured with'); END
;;
CREATE TABLE attachment_struck (
	attachment_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_attachment_struck PRIMARY KEY (attachment_id), 
	CONSTRAINT ck_attachment_struck_reason CHECK (reason <> ''), 
	CONSTRAINT fk_attachment_struck_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id), 
	CONSTRAINT fk_attachment_struck_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_attachment_struck_update BEFORE UPDATE ON attachment_struck BEGIN SELECT RAISE(ABORT, 'guard: attachment_struck is append-only'); END
;;
CREATE TRIGGER guard_attachment_struck_delete BEFORE DELETE ON attachment_struck BEGIN SELECT RAISE(ABORT, 'guard: attachment_struck is append-only'); END
;;
CREATE TRIGGER guard_attachment_struck_replace BEFORE INSERT ON attachment_struck WHEN EXISTS (SELECT 1 FROM attachment_struck WHERE attachment_id = NEW.attachment_id) BEGIN SELECT RAISE(ABORT, 'guard: attachment_struck is append-only'); END
;;
CREATE TABLE book_form (
	book_id INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	issue_id INTEGER NOT NULL, 
	receipt_id INTEGER, 
	spoiled TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_book_form PRIMARY KEY (book_id, no), 
	CONSTRAINT ck_book_form_fate CHECK ((receipt_id IS NULL) = (spoiled <> '')), 
	CONSTRAINT fk_book_form_book_id FOREIGN KEY(book_id) REFERENCES receipt_book (id), 
	CONSTRAINT fk_book_form_issue_id FOREIGN KEY(issue_id) REFERENCES book_issue (id), 
	CONSTRAINT uq_book_form_receipt_id UNIQUE (receipt_id), 
	CONSTRAINT fk_book_form_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_book_form_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_book_form_issue_id ON book_form (issue_id)
;;
CREATE TRIGGER guard_book_form_update BEFORE UPDATE ON book_form BEGIN SELECT RAISE(ABORT, 'guard: book_form is append-only'); END
;;
CREATE TRIGGER guard_book_form_delete BEFORE DELETE ON book_form BEGIN SELECT RAISE(ABORT, 'guard: book_form is append-only'); END
;;
CREATE TRIGGER guard_book_form_replace BEFORE INSERT ON book_form WHEN EXISTS (SELECT 1 FROM book_form WHERE book_id = NEW.book_id AND no = NEW.no) OR EXISTS (SELECT 1 FROM book_form WHERE receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: book_form is append-only'); END
;;
CREATE TRIGGER guard_book_form_next BEFORE INSERT ON book_form WHEN NEW.no <> (SELECT coalesce((SELECT max(f.no) + 1 FROM book_form f WHERE f.book_id = b.id), b.first_no) FROM receipt_book b WHERE b.id = NEW.book_id) OR NEW.no > (SELECT b.last_no FROM receipt_book b WHERE b.id = NEW.book_id) BEGIN SELECT RAISE(ABORT, 'guard: forms are used in their order, within their book'); END
;;
CREATE TRIGGER guard_book_form_holder BEFORE INSERT ON book_form WHEN NOT EXISTS (SELECT 1 FROM book_issue i WHERE i.id = NEW.issue_id AND i.book_id = NEW.book_id AND i.person_id = NEW.actor_id AND NOT EXISTS (SELECT 1 FROM book_return b WHERE b.issue_id = i.id)) BEGIN SELECT RAISE(ABORT, 'guard: a form is of one''s own book'); END
;;
CREATE TRIGGER guard_book_form_receipt BEFORE INSERT ON book_form WHEN NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.cashier_id = NEW.actor_id AND r.series = 'receipt' AND r.at = NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: a form is its receipt''s'); END
;;
CREATE TABLE buyer_agent (
	buyer_id INTEGER NOT NULL, 
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
 STRICT
;;
CREATE TRIGGER guard_buyer_agent_fits BEFORE INSERT ON buyer_agent WHEN (NEW.role = 'guardian' AND EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_kind = 'company')) OR (NEW.role = 'representative' AND EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_kind <> 'company')) OR EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_number = NEW.id_number) BEGIN SELECT RAISE(ABORT, 'guard: who acts for a buyer is another, and one who can'); END
;;
CREATE TRIGGER guard_buyer_agent_update BEFORE UPDATE ON buyer_agent BEGIN SELECT RAISE(ABORT, 'guard: buyer_agent is append-only'); END
;;
CREATE TRIGGER guard_buyer_agent_delete BEFORE DELETE ON buyer_agent BEGIN SELECT RAISE(ABORT, 'guard: buyer_agent is append-only'); END
;;
CREATE TRIGGER guard_buyer_agent_replace BEFORE INSERT ON buyer_agent WHEN EXISTS (SELECT 1 FROM buyer_agent WHERE buyer_id = NEW.buyer_id) BEGIN SELECT RAISE(ABORT, 'guard: buyer_agent is append-only'); END
;;
CREATE TABLE contra (
	id INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	cashier_id INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
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
 STRICT
;;
CREATE INDEX ix_contra_day ON contra (day, cashier_id)
;;
CREATE TRIGGER guard_contra_update BEFORE UPDATE ON contra BEGIN SELECT RAISE(ABORT, 'guard: contra is append-only'); END
;;
CREATE TRIGGER guard_contra_delete BEFORE DELETE ON contra BEGIN SELECT RAISE(ABORT, 'guard: contra is append-only'); END
;;
CREATE TRIGGER guard_contra_replace BEFORE INSERT ON contra WHEN EXISTS (SELECT 1 FROM contra WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM contra WHERE hash = NEW.hash) OR EXISTS (SELECT 1 FROM contra WHERE no = NEW.no) OR EXISTS (SELECT 1 FROM contra WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM contra WHERE receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: contra is append-only'); END
;;
CREATE TRIGGER guard_contra_right BEFORE INSERT ON contra WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.cashier_id AND p.left_at IS NULL AND r.name = 'ContraReceipt') BEGIN SELECT RAISE(ABORT, 'guard: nobody writes a contra without the right'); END
;;
CREATE TRIGGER guard_contra_number BEFORE INSERT ON contra WHEN NEW.no <> coalesce((SELECT max(c.no) + 1 FROM contra c), (SELECT c.first_no FROM counter c WHERE c.series = 'contra')) OR substr(NEW.number, length(NEW.number) - length(CAST(NEW.no AS TEXT)) + 1) <> CAST(NEW.no AS TEXT) BEGIN SELECT RAISE(ABORT, 'guard: contra numbers follow one another'); END
;;
CREATE TRIGGER guard_contra_chain BEFORE INSERT ON contra WHEN NEW.previous <> coalesce((SELECT c.hash FROM contra c WHERE c.no = NEW.no - 1), '0000000000000000000000000000000000000000000000000000000000000000') BEGIN SELECT RAISE(ABORT, 'guard: a contra is chained to the one before'); END
;;
CREATE TRIGGER guard_contra_carries BEFORE INSERT ON contra WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund' OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id)) OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = r.id AND l.ended_at IS NOT NULL))) OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: something rests on the receipt, or it is void'); END
;;
CREATE TRIGGER guard_contra_approved BEFORE INSERT ON contra WHEN NOT EXISTS (SELECT 1 FROM contra_approval a WHERE a.receipt_id = NEW.receipt_id AND a.actor_id <> NEW.cashier_id AND a.at <= NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: a contra is approved by another person first'); END
;;
CREATE TRIGGER guard_contra_whole BEFORE INSERT ON contra WHEN NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.amount_fen + NEW.amount_fen = 0) BEGIN SELECT RAISE(ABORT, 'guard: a contra answers all of its receipt'); END
;;
CREATE TRIGGER guard_contra_closed BEFORE INSERT ON contra WHEN EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = NEW.cashier_id AND c.day >= NEW.day) BEGIN SELECT RAISE(ABORT, 'guard: a closed day stays closed'); END
;;
CREATE TRIGGER guard_contra_month BEFORE INSERT ON contra WHEN EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) BEGIN SELECT RAISE(ABORT, 'guard: a closed month stays closed'); END
;;
CREATE TRIGGER guard_contra_exchanged BEFORE INSERT ON contra WHEN EXISTS (SELECT 1 FROM receipt_exchange_line l WHERE l.receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: what was exchanged for an invoice stays'); END
;;
CREATE TRIGGER guard_contra_bank BEFORE INSERT ON contra WHEN EXISTS (SELECT 1 FROM statement_match m JOIN tender t ON t.id = m.tender_id WHERE t.receipt_id = NEW.receipt_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) BEGIN SELECT RAISE(ABORT, 'guard: the receipt''s money is in the bank'); END
;;
CREATE TRIGGER guard_contra_posting BEFORE INSERT ON contra WHEN EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL) AND NOT EXISTS (SELECT 1 FROM posting g WHERE g.person_id = NEW.cashier_id AND g.ended_at IS NULL AND g.project_id = (SELECT r.project_id FROM receipt r WHERE r.id = NEW.receipt_id)) BEGIN SELECT RAISE(ABORT, 'guard: nobody acts in a project that is not his'); END
;;
CREATE TABLE contra_approval (
	receipt_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_contra_approval PRIMARY KEY (receipt_id), 
	CONSTRAINT ck_contra_approval_reason CHECK (reason <> ''), 
	CONSTRAINT fk_contra_approval_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_contra_approval_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_contra_approval_update BEFORE UPDATE ON contra_approval BEGIN SELECT RAISE(ABORT, 'guard: contra_approval is append-only'); END
;;
CREATE TRIGGER guard_contra_approval_delete BEFORE DELETE ON contra_approval BEGIN SELECT RAISE(ABORT, 'guard: contra_approval is append-only'); END
;;
CREATE TRIGGER guard_contra_approval_replace BEFORE INSERT ON contra_approval WHEN EXISTS (SELECT 1 FROM contra_approval WHERE receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: contra_approval is append-only'); END
;;
CREATE TRIGGER guard_contra_approval_right BEFORE INSERT ON contra_approval WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ApproveContra') BEGIN SELECT RAISE(ABORT, 'guard: nobody approves a contra without the right'); END
;;
CREATE TRIGGER guard_contra_approval_carries BEFORE INSERT ON contra_approval WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund' OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id)) OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id) OR EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = r.id AND l.ended_at IS NOT NULL))) OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: something rests on the receipt, or it is void'); END
;;
CREATE TRIGGER guard_contra_approval_exchanged BEFORE INSERT ON contra_approval WHEN EXISTS (SELECT 1 FROM receipt_exchange_line l WHERE l.receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: what was exchanged for an invoice stays'); END
;;
CREATE TABLE late_fee_waiver (
	request_id INTEGER NOT NULL, 
	due_line_id INTEGER NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_late_fee_waiver PRIMARY KEY (request_id), 
	CONSTRAINT ck_late_fee_waiver_amount CHECK (amount_fen > 0), 
	CONSTRAINT fk_late_fee_waiver_request_id FOREIGN KEY(request_id) REFERENCES waiver_request (request_id), 
	CONSTRAINT fk_late_fee_waiver_due_line_id FOREIGN KEY(due_line_id) REFERENCES due_line (id), 
	CONSTRAINT fk_late_fee_waiver_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_late_fee_waiver_due_line_id ON late_fee_waiver (due_line_id)
;;
CREATE TRIGGER guard_late_fee_waiver_update BEFORE UPDATE ON late_fee_waiver BEGIN SELECT RAISE(ABORT, 'guard: late_fee_waiver is append-only'); END
;;
CREATE TRIGGER guard_late_fee_waiver_delete BEFORE DELETE ON late_fee_waiver BEGIN SELECT RAISE(ABORT, 'guard: late_fee_waiver is append-only'); END
;;
CREATE TRIGGER guard_late_fee_waiver_replace BEFORE INSERT ON late_fee_waiver WHEN EXISTS (SELECT 1 FROM late_fee_waiver WHERE request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: late_fee_waiver is append-only'); END
;;
CREATE TRIGGER guard_late_fee_waiver_signed BEFORE INSERT ON late_fee_waiver WHEN NOT EXISTS (SELECT 1 FROM waiver_request w JOIN request q ON q.id = w.request_id WHERE w.request_id = NEW.request_id AND w.due_line_id = NEW.due_line_id AND w.amount_fen = NEW.amount_fen AND q.amount_fen = NEW.amount_fen + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w JOIN due_line l ON l.id = w.due_line_id JOIN due_line n ON n.deal_id = l.deal_id WHERE n.id = NEW.due_line_id) AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)) BEGIN SELECT RAISE(ABORT, 'guard: a late fee is waived by its signatures'); END
;;
CREATE TRIGGER guard_late_fee_waiver_open BEFORE INSERT ON late_fee_waiver WHEN NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id AND l.money = 'late fee' AND l.ended_at IS NULL AND NEW.amount_fen + ((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL) + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id) + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id)) <= l.amount_fen) BEGIN SELECT RAISE(ABORT, 'guard: no more of a late fee is waived than is open'); END
;;
CREATE TABLE loan_document (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	state TEXT NOT NULL, 
	valid_until TEXT, 
	attachment_id INTEGER, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_loan_document PRIMARY KEY (id), 
	CONSTRAINT ck_loan_document_item CHECK (item <> ''), 
	CONSTRAINT ck_loan_document_state CHECK (state IN ('got', 'lacking', 'not needed')), 
	CONSTRAINT ck_loan_document_got CHECK (state = 'got' OR (valid_until IS NULL AND attachment_id IS NULL)), 
	CONSTRAINT ck_loan_document_why CHECK (state <> 'not needed' OR note <> ''), 
	CONSTRAINT fk_loan_document_case_id FOREIGN KEY(case_id) REFERENCES loan_case (id), 
	CONSTRAINT fk_loan_document_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id), 
	CONSTRAINT fk_loan_document_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_loan_document_case_id ON loan_document (case_id)
;;
CREATE TRIGGER guard_loan_document_update BEFORE UPDATE ON loan_document BEGIN SELECT RAISE(ABORT, 'guard: loan_document is append-only'); END
;;
CREATE TRIGGER guard_loan_document_delete BEFORE DELETE ON loan_document BEGIN SELECT RAISE(ABORT, 'guard: loan_document is append-only'); END
;;
CREATE TRIGGER guard_loan_document_replace BEFORE INSERT ON loan_document WHEN EXISTS (SELECT 1 FROM loan_document WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: loan_document is append-only'); END
;;
CREATE TRIGGER guard_loan_document_right BEFORE INSERT ON loan_document WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('AskLoanSupplement', 'OpenLoanCase', 'RecordLoanDocument')) BEGIN SELECT RAISE(ABORT, 'guard: nobody records a loan''s documents without the right'); END
;;
CREATE TRIGGER guard_loan_document_live BEFORE INSERT ON loan_document WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard: the case of a deal that is over rests'); END
;;
CREATE TRIGGER guard_loan_document_scan BEFORE INSERT ON loan_document WHEN NEW.attachment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attachment a LEFT JOIN agreement g ON g.id = a.agreement_id LEFT JOIN deal_change x ON x.id = a.change_id WHERE a.id = NEW.attachment_id AND coalesce(g.deal_id, x.deal_id, a.contract_id) = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND NOT EXISTS (SELECT 1 FROM attachment_struck s WHERE s.attachment_id = a.id)) BEGIN SELECT RAISE(ABORT, 'guard: a document''s scan is one of its deal'); END
;;
CREATE TABLE loan_turn (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	turn_no INTEGER NOT NULL, 
	step TEXT NOT NULL, 
	source TEXT NOT NULL, 
	state TEXT NOT NULL, 
	happened_on TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	bank_fen INTEGER, 
	fund_fen INTEGER, 
	part TEXT NOT NULL, 
	paid_fen INTEGER, 
	receipt_id INTEGER, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
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
 STRICT
;;
CREATE TRIGGER guard_loan_turn_update BEFORE UPDATE ON loan_turn BEGIN SELECT RAISE(ABORT, 'guard: loan_turn is append-only'); END
;;
CREATE TRIGGER guard_loan_turn_delete BEFORE DELETE ON loan_turn BEGIN SELECT RAISE(ABORT, 'guard: loan_turn is append-only'); END
;;
CREATE TRIGGER guard_loan_turn_replace BEFORE INSERT ON loan_turn WHEN EXISTS (SELECT 1 FROM loan_turn WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM loan_turn WHERE case_id = NEW.case_id AND turn_no = NEW.turn_no) OR EXISTS (SELECT 1 FROM loan_turn WHERE receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: loan_turn is append-only'); END
;;
CREATE TRIGGER guard_loan_turn_right BEFORE INSERT ON loan_turn WHEN NOT ((NEW.step = 'complete documents' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('CompleteLoanDocuments'))) OR (NEW.step = 'pass check' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('CheckLoan'))) OR (NEW.step = 'hand back' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('CheckLoan'))) OR (NEW.step = 'face-sign' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('FaceSignLoan'))) OR (NEW.step = 'send' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('SendLoan'))) OR (NEW.step = 'ask supplement' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('AskLoanSupplement'))) OR (NEW.step = 'answer supplement' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('AnswerLoanSupplement'))) OR (NEW.step = 'approve' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('ApproveLoan'))) OR (NEW.step = 'refuse' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('RefuseLoan'))) OR (NEW.step = 'pre-register' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('PreRegisterLoan'))) OR (NEW.step = 'pay out part' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('PayOutLoan'))) OR (NEW.step = 'pay out' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('PayOutLoan'))) OR (NEW.step = 'take back' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('TakeBackPayOut'))) OR (NEW.step = 'withdraw loan' AND EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ('WithdrawLoan')))) BEGIN SELECT RAISE(ABORT, 'guard: nobody turns a loan case without the right'); END
;;
CREATE TRIGGER guard_loan_turn_table BEFORE INSERT ON loan_turn WHEN NEW.source <> coalesce((SELECT t.state FROM loan_turn t WHERE t.case_id = NEW.case_id ORDER BY t.turn_no DESC LIMIT 1), 'collecting') OR NEW.turn_no <> coalesce((SELECT max(t.turn_no) FROM loan_turn t WHERE t.case_id = NEW.case_id), 0) + 1 OR NEW.source || '>' || NEW.step || '>' || NEW.state NOT IN ('approved>face-sign>approved', 'approved>pre-register>awaiting pay-out', 'approved>refuse>refused', 'approved>withdraw loan>withdrawn', 'at the bank>approve>approved', 'at the bank>ask supplement>supplement', 'at the bank>face-sign>at the bank', 'at the bank>refuse>refused', 'at the bank>withdraw loan>withdrawn', 'awaiting pay-out>pay out part>partly paid out', 'awaiting pay-out>pay out>paid out', 'awaiting pay-out>refuse>refused', 'awaiting pay-out>withdraw loan>withdrawn', 'checked>face-sign>checked', 'checked>hand back>collecting', 'checked>send>at the bank', 'checked>withdraw loan>withdrawn', 'collecting>complete documents>first check', 'collecting>withdraw loan>withdrawn', 'first check>hand back>collecting', 'first check>pass check>checked', 'first check>withdraw loan>withdrawn', 'paid out>take back>awaiting pay-out', 'partly paid out>pay out>paid out', 'partly paid out>take back>awaiting pay-out', 'supplement>answer supplement>at the bank', 'supplement>refuse>refused', 'supplement>withdraw loan>withdrawn') BEGIN SELECT RAISE(ABORT, 'guard: a loan case turns as its table says'); END
;;
CREATE TRIGGER guard_loan_turn_live BEFORE INSERT ON loan_turn WHEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND c.ended_at IS NULL AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered')) BEGIN SELECT RAISE(ABORT, 'guard: the case of a deal that is over rests'); END
;;
CREATE TRIGGER guard_loan_turn_order BEFORE INSERT ON loan_turn WHEN NEW.happened_on < coalesce((SELECT max(t.happened_on) FROM loan_turn t WHERE t.case_id = NEW.case_id), (SELECT k.opened_on FROM loan_case k WHERE k.id = NEW.case_id)) BEGIN SELECT RAISE(ABORT, 'guard: the turns of a loan case follow one another'); END
;;
CREATE TRIGGER guard_loan_turn_lacking BEFORE INSERT ON loan_turn WHEN NEW.step = 'complete documents' AND EXISTS (SELECT 1 FROM loan_document d WHERE d.case_id = NEW.case_id AND NOT EXISTS (SELECT 1 FROM loan_document n WHERE n.case_id = d.case_id AND n.item = d.item AND n.id > d.id) AND (d.state = 'lacking' OR d.valid_until < NEW.happened_on)) BEGIN SELECT RAISE(ABORT, 'guard: what lacks is brought before a loan case goes on'); END
;;
CREATE TRIGGER guard_loan_turn_once BEFORE INSERT ON loan_turn WHEN NEW.step = 'face-sign' AND EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.step = 'face-sign') BEGIN SELECT RAISE(ABORT, 'guard: a borrower signs at the bank once'); END
;;
CREATE TRIGGER guard_loan_turn_signed BEFORE INSERT ON loan_turn WHEN NEW.step = 'pre-register' AND NOT EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.step = 'face-sign') BEGIN SELECT RAISE(ABORT, 'guard: a loan is pre-registered once it was signed at the bank'); END
;;
CREATE TRIGGER guard_loan_turn_approved BEFORE INSERT ON loan_turn WHEN NEW.step = 'approve' AND NOT EXISTS (SELECT 1 FROM loan_case k WHERE k.id = NEW.case_id AND NEW.bank_fen BETWEEN 0 AND k.bank_fen AND NEW.fund_fen BETWEEN 0 AND k.fund_fen AND NEW.bank_fen + NEW.fund_fen > 0) BEGIN SELECT RAISE(ABORT, 'guard: no more is approved than was asked for'); END
;;
CREATE TRIGGER guard_loan_turn_most BEFORE INSERT ON loan_turn WHEN NEW.receipt_id IS NOT NULL AND NEW.paid_fen > coalesce((SELECT (CASE NEW.part WHEN 'bank' THEN t.bank_fen ELSE t.fund_fen END) FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.step = 'approve' ORDER BY t.turn_no DESC LIMIT 1), 0) BEGIN SELECT RAISE(ABORT, 'guard: no more is paid out than was approved'); END
;;
CREATE TRIGGER guard_loan_turn_twice BEFORE INSERT ON loan_turn WHEN NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.part = NEW.part AND t.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = t.receipt_id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = t.receipt_id)) BEGIN SELECT RAISE(ABORT, 'guard: a loan is paid out once'); END
;;
CREATE TRIGGER guard_loan_turn_receipt BEFORE INSERT ON loan_turn WHEN NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.deal_id = (SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id) AND r.kind = 'price' AND r.amount_fen = NEW.paid_fen AND r.cashier_id = NEW.actor_id AND r.at = NEW.at AND r.amount_fen = (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = r.id AND l.money IN ('fund loan', 'loan'))) BEGIN SELECT RAISE(ABORT, 'guard: a pay-out is a receipt for what the loan is due for'); END
;;
CREATE TRIGGER guard_loan_turn_back BEFORE INSERT ON loan_turn WHEN NEW.step = 'take back' AND NOT EXISTS (SELECT 1 FROM loan_turn t WHERE t.case_id = NEW.case_id AND t.receipt_id IS NOT NULL AND NOT (NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = t.receipt_id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = t.receipt_id)) AND NOT EXISTS (SELECT 1 FROM loan_turn b WHERE b.case_id = t.case_id AND b.step = 'take back' AND b.turn_no > t.turn_no)) BEGIN SELECT RAISE(ABORT, 'guard: a pay-out is taken back once its receipt is void or answered'); END
;;
DROP TRIGGER IF EXISTS guard_movement_way
;;
CREATE TRIGGER guard_movement_way BEFORE INSERT ON movement WHEN NOT ((NEW.kind = 'deposit' AND NEW.receipt_id IS NOT NULL AND NEW.debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay') AND NEW.credit = 'deposits held') OR (NEW.kind = 'payment' AND NEW.receipt_id IS NOT NULL AND NEW.debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay') AND NEW.credit IN ('price received', 'held for others', 'prepaid')) OR (NEW.kind = 'late fee' AND NEW.receipt_id IS NOT NULL AND NEW.debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay') AND NEW.credit = 'late fees') OR (NEW.kind = 'refund' AND NEW.receipt_id IS NOT NULL AND NEW.debit = 'refunds owed' AND NEW.credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay')) OR (NEW.kind = 'void' AND NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind NOT IN ('void', 'contra') AND m.debit = NEW.credit AND m.credit = NEW.debit AND m.amount_fen = NEW.amount_fen)) OR (NEW.kind = 'contra' AND NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind NOT IN ('void', 'contra') AND m.debit = NEW.credit AND m.credit = NEW.debit AND m.amount_fen = NEW.amount_fen) AND NEW.amount_fen + (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.receipt_id = NEW.receipt_id AND m.kind = 'contra') <= coalesce((SELECT -k.amount_fen FROM contra k WHERE k.receipt_id = NEW.receipt_id), 0)) OR (NEW.kind = 'applied' AND NEW.receipt_id IS NULL AND NEW.debit = 'prepaid' AND NEW.credit IN ('price received', 'held for others', 'late fees')) OR (NEW.kind = 'credited' AND NEW.receipt_id IS NULL AND NEW.debit = 'deposits held' AND NEW.credit = 'price received') OR (NEW.kind = 'kept' AND NEW.receipt_id IS NULL AND NEW.debit IN ('deposits held', 'price received') AND NEW.credit = 'forfeited') OR (NEW.kind = 'returned' AND NEW.receipt_id IS NULL AND NEW.debit IN ('deposits held', 'price received', 'held for others', 'prepaid', 'late fees') AND NEW.credit = 'refunds owed') OR (NEW.kind = 'doubled' AND NEW.receipt_id IS NULL AND NEW.debit = 'penalty paid' AND NEW.credit = 'refunds owed') OR (NEW.kind = 'carried out' AND NEW.receipt_id IS NULL AND NEW.debit IN ('deposits held', 'price received', 'held for others', 'prepaid') AND NEW.credit = 'carried over') OR (NEW.kind = 'carried in' AND NEW.receipt_id IS NULL AND NEW.debit = 'carried over' AND NEW.credit IN ('deposits held', 'price received', 'prepaid')) OR (NEW.kind = 'opening' AND NEW.receipt_id IS NULL AND NEW.debit = 'opening' AND NEW.credit IN ('deposits held', 'price received'))) BEGIN SELECT RAISE(ABORT, 'guard: money goes the ways of the trade'); END
;;
CREATE TRIGGER guard_movement_written BEFORE INSERT ON movement WHEN NEW.kind IN ('deposit', 'payment', 'late fee', 'refund') AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind = CASE NEW.kind WHEN 'payment' THEN 'price' WHEN 'late fee' THEN 'price' ELSE NEW.kind END) BEGIN SELECT RAISE(ABORT, 'guard: money moves as its paper says'); END
;;
DROP TRIGGER IF EXISTS guard_movement_right
;;
CREATE TRIGGER guard_movement_right BEFORE INSERT ON movement WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = CASE NEW.kind WHEN 'deposit' THEN 'TakeDeposit' WHEN 'payment' THEN 'TakePayment' WHEN 'late fee' THEN 'TakePayment' WHEN 'refund' THEN 'PayRefund' WHEN 'void' THEN 'VoidReceipt' WHEN 'contra' THEN 'ContraReceipt' WHEN 'applied' THEN 'ApplyPrepaid' WHEN 'credited' THEN 'SignContract' WHEN 'kept' THEN 'CancelSubscription' WHEN 'returned' THEN 'CancelSubscription' WHEN 'doubled' THEN 'CancelSubscription' WHEN 'carried out' THEN 'SignRequest' WHEN 'carried in' THEN 'SignRequest' WHEN 'opening' THEN 'ImportOpening' END) AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id AND NEW.kind IN ('kept', 'returned', 'doubled') AND x.actor_id = NEW.actor_id AND x.at = NEW.at) BEGIN SELECT RAISE(ABORT, 'guard: nobody moves money without the right'); END
;;
DROP TRIGGER IF EXISTS guard_movement_cover
;;
CREATE TRIGGER guard_movement_cover BEFORE INSERT ON movement WHEN NEW.debit IN ('deposits held', 'refunds owed', 'late fees', 'price received', 'held for others', 'prepaid') AND NEW.amount_fen > (SELECT coalesce(sum(CASE WHEN m.credit = NEW.debit THEN m.amount_fen WHEN m.debit = NEW.debit THEN -m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: no more goes out than lies there'); END
;;
CREATE TRIGGER guard_movement_closed BEFORE INSERT ON movement WHEN EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = coalesce((CASE NEW.kind WHEN 'contra' THEN (SELECT k.cashier_id FROM contra k WHERE k.receipt_id = NEW.receipt_id) ELSE (SELECT r.cashier_id FROM receipt r WHERE r.id = NEW.receipt_id) END), NEW.actor_id) AND c.day >= NEW.day) BEGIN SELECT RAISE(ABORT, 'guard: a closed day stays closed'); END
;;
CREATE TRIGGER guard_movement_receipt_day BEFORE INSERT ON movement WHEN NEW.receipt_id IS NOT NULL AND NEW.day <> (CASE NEW.kind WHEN 'contra' THEN (SELECT k.day FROM contra k WHERE k.receipt_id = NEW.receipt_id) ELSE (SELECT r.day FROM receipt r WHERE r.id = NEW.receipt_id) END) BEGIN SELECT RAISE(ABORT, 'guard: money is of its paper''s day'); END
;;
CREATE TRIGGER guard_movement_month BEFORE INSERT ON movement WHEN EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7)) BEGIN SELECT RAISE(ABORT, 'guard: a closed month stays closed'); END
;;
CREATE TRIGGER guard_movement_carried_out BEFORE INSERT ON movement WHEN NEW.kind = 'carried out' AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND NEW.amount_fen + (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.deal_id AND m.kind = 'carried out') <= e.carried_fen) BEGIN SELECT RAISE(ABORT, 'guard: money leaves a deal for another by its exchange'); END
;;
CREATE TRIGGER guard_movement_carried_in BEFORE INSERT ON movement WHEN NEW.kind = 'carried in' AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id AND NEW.amount_fen + (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.new_deal_id AND m.kind = 'carried in') <= (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = e.deal_id AND m.kind = 'carried out')) BEGIN SELECT RAISE(ABORT, 'guard: what left one deal arrives in the other, no more'); END
;;
CREATE TRIGGER guard_movement_price BEFORE INSERT ON movement WHEN NEW.kind IN ('payment', 'applied', 'carried in') AND NEW.credit = 'price received' AND NEW.amount_fen + (SELECT coalesce(sum(CASE WHEN m.credit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END - CASE WHEN m.debit IN ('deposits held', 'price received') THEN m.amount_fen ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id) > coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = NEW.deal_id ORDER BY p.id DESC LIMIT 1), (SELECT e.price_fen FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id), (SELECT d.list_total_fen FROM deal d WHERE d.id = NEW.deal_id)) + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id JOIN deal o ON o.id = c.deal_id WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.unit_id <> o.unit_id) BEGIN SELECT RAISE(ABORT, 'guard: what is more than the price is paid ahead'); END
;;
CREATE TRIGGER guard_movement_carried_cap BEFORE INSERT ON movement WHEN NEW.kind = 'carried in' AND NEW.credit = 'deposits held' AND EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND NEW.amount_fen > (e.price_fen + (SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id WHERE c.deal_id = e.new_deal_id AND c.ended_at IS NULL AND c.unit_id <> e.unit_id)) * 20 / 100) BEGIN SELECT RAISE(ABORT, 'guard: a deposit stays within its cap'); END
;;
CREATE TABLE receipt_exchange_line (
	receipt_id INTEGER NOT NULL, 
	exchange_id INTEGER NOT NULL, 
	CONSTRAINT pk_receipt_exchange_line PRIMARY KEY (receipt_id), 
	CONSTRAINT fk_receipt_exchange_line_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id), 
	CONSTRAINT fk_receipt_exchange_line_exchange_id FOREIGN KEY(exchange_id) REFERENCES receipt_exchange (id)
)
 STRICT
;;
CREATE INDEX ix_receipt_exchange_line_exchange_id ON receipt_exchange_line (exchange_id)
;;
CREATE TRIGGER guard_receipt_exchange_line_update BEFORE UPDATE ON receipt_exchange_line BEGIN SELECT RAISE(ABORT, 'guard: receipt_exchange_line is append-only'); END
;;
CREATE TRIGGER guard_receipt_exchange_line_delete BEFORE DELETE ON receipt_exchange_line BEGIN SELECT RAISE(ABORT, 'guard: receipt_exchange_line is append-only'); END
;;
CREATE TRIGGER guard_receipt_exchange_line_replace BEFORE INSERT ON receipt_exchange_line WHEN EXISTS (SELECT 1 FROM receipt_exchange_line WHERE receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: receipt_exchange_line is append-only'); END
;;
CREATE TRIGGER guard_receipt_exchange_line_stands BEFORE INSERT ON receipt_exchange_line WHEN NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind IN ('deposit', 'price')) OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id) OR EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = NEW.receipt_id) OR EXISTS (SELECT 1 FROM refund f JOIN receipt r ON r.deal_id = f.deal_id WHERE r.id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: only a receipt that stands is exchanged'); END
;;
CREATE TRIGGER guard_receipt_exchange_line_deal BEFORE INSERT ON receipt_exchange_line WHEN NOT EXISTS (SELECT 1 FROM receipt r JOIN receipt_exchange x ON x.id = NEW.exchange_id WHERE r.id = NEW.receipt_id AND (r.deal_id = x.deal_id OR EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id))) BEGIN SELECT RAISE(ABORT, 'guard: an invoice is for the receipts of its deal'); END
;;
CREATE TRIGGER guard_receipt_exchange_line_sum BEFORE INSERT ON receipt_exchange_line WHEN (SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id) + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt_exchange_line l JOIN receipt r ON r.id = l.receipt_id WHERE l.exchange_id = NEW.exchange_id) > (SELECT x.amount_fen FROM receipt_exchange x WHERE x.id = NEW.exchange_id) BEGIN SELECT RAISE(ABORT, 'guard: an invoice is the sum of its receipts'); END
;;
DROP TRIGGER IF EXISTS guard_receipt_void_late
;;
CREATE TRIGGER guard_receipt_void_late BEFORE INSERT ON receipt_void WHEN EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund' OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id)) OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id))) BEGIN SELECT RAISE(ABORT, 'guard: something rests on the receipt'); END
;;
CREATE TRIGGER guard_receipt_void_contra BEFORE INSERT ON receipt_void WHEN EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: a receipt that was answered stays'); END
;;
CREATE TRIGGER guard_receipt_void_closed BEFORE INSERT ON receipt_void WHEN EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = (SELECT r.cashier_id FROM receipt r WHERE r.id = NEW.receipt_id) AND c.day >= (SELECT r.day FROM receipt r WHERE r.id = NEW.receipt_id)) BEGIN SELECT RAISE(ABORT, 'guard: a closed day stays closed'); END
;;
CREATE TRIGGER guard_receipt_void_counted BEFORE INSERT ON receipt_void WHEN EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = NEW.receipt_id AND l.ended_at IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'guard: a later schedule counts on the receipt'); END
;;
CREATE TRIGGER guard_receipt_void_exchanged BEFORE INSERT ON receipt_void WHEN EXISTS (SELECT 1 FROM receipt_exchange_line l WHERE l.receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: what was exchanged for an invoice stays'); END
;;
CREATE TRIGGER guard_receipt_void_bank BEFORE INSERT ON receipt_void WHEN EXISTS (SELECT 1 FROM statement_match m JOIN tender t ON t.id = m.tender_id WHERE t.receipt_id = NEW.receipt_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) BEGIN SELECT RAISE(ABORT, 'guard: the receipt''s money is in the bank'); END
;;
CREATE TABLE refund_original (
	id INTEGER NOT NULL, 
	request_id INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	lost TEXT NOT NULL, 
	CONSTRAINT pk_refund_original PRIMARY KEY (id), 
	CONSTRAINT fk_refund_original_request_id FOREIGN KEY(request_id) REFERENCES refund_request (request_id), 
	CONSTRAINT fk_refund_original_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
 STRICT
;;
CREATE INDEX ix_refund_original_receipt_id ON refund_original (receipt_id)
;;
CREATE INDEX ix_refund_original_request_id ON refund_original (request_id)
;;
CREATE TRIGGER guard_refund_original_update BEFORE UPDATE ON refund_original BEGIN SELECT RAISE(ABORT, 'guard: refund_original is append-only'); END
;;
CREATE TRIGGER guard_refund_original_delete BEFORE DELETE ON refund_original BEGIN SELECT RAISE(ABORT, 'guard: refund_original is append-only'); END
;;
CREATE TRIGGER guard_refund_original_replace BEFORE INSERT ON refund_original WHEN EXISTS (SELECT 1 FROM refund_original WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: refund_original is append-only'); END
;;
CREATE TRIGGER guard_refund_original_rests BEFORE INSERT ON refund_original WHEN NOT EXISTS (SELECT 1 FROM refund_request w JOIN receipt r ON r.id = NEW.receipt_id WHERE w.request_id = NEW.request_id AND r.deal_id IN (WITH RECURSIVE line(deal) AS (SELECT f.deal_id FROM refund f WHERE f.id = w.refund_id UNION SELECT e.deal_id FROM unit_exchange e JOIN line l ON e.new_deal_id = l.deal) SELECT deal FROM line) AND r.kind IN ('deposit', 'price') AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM receipt_exchange_line x WHERE x.receipt_id = r.id)) BEGIN SELECT RAISE(ABORT, 'guard: a refund rests on the receipts of its deal'); END
;;
CREATE TRIGGER guard_refund_original_once BEFORE INSERT ON refund_original WHEN EXISTS (SELECT 1 FROM refund_original o WHERE o.request_id = NEW.request_id AND o.receipt_id = NEW.receipt_id) OR EXISTS (SELECT 1 FROM signature s WHERE s.request_id = NEW.request_id) BEGIN SELECT RAISE(ABORT, 'guard: an original is named once, before anybody signs'); END
;;
CREATE INDEX ix_tender_reference ON tender (reference) WHERE reference <> '' AND kind <> 'cash'
;;
CREATE TRIGGER guard_tender_reference BEFORE INSERT ON tender WHEN NEW.reference <> '' AND NEW.kind <> 'cash' AND EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind <> 'refund') AND EXISTS (SELECT 1 FROM tender t JOIN receipt r ON r.id = t.receipt_id WHERE t.reference <> '' AND t.kind <> 'cash' AND t.reference = NEW.reference AND t.kind = NEW.kind AND r.id <> NEW.receipt_id AND r.kind <> 'refund' AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id)) BEGIN SELECT RAISE(ABORT, 'guard: a bank''s reference stands on one receipt'); END
;;
CREATE TRIGGER guard_tender_signed BEFORE INSERT ON tender WHEN EXISTS (SELECT 1 FROM receipt s JOIN refund_request y ON y.refund_id = s.refund_id WHERE s.id = NEW.receipt_id AND y.tender <> NEW.kind AND y.request_id = (SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id WHERE w.refund_id = s.refund_id AND NOT (EXISTS (SELECT 1 FROM signature g WHERE g.request_id = q.id AND g.decision = 'reject') OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = q.id)) AND (SELECT min(st.position) FROM flow_step st WHERE st.flow_id = q.flow_id AND (st.fact = '' OR st.position <= q.up_to OR (st.fact IN ('amount', 'amount or floor') AND q.amount_fen >= st.at_least) OR (st.fact = 'amount or floor' AND q.below_fen > 0) OR (st.fact = 'days' AND q.days >= st.at_least)) AND (SELECT count(*) FROM signature g WHERE g.request_id = q.id AND g.position = st.position AND g.decision = 'approve') < st.needed) IS NULL)) BEGIN SELECT RAISE(ABORT, 'guard: a refund goes the way that was signed'); END
;;
CREATE TABLE contra_print (
	id INTEGER NOT NULL, 
	contra_id INTEGER NOT NULL, 
	reprint INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_contra_print PRIMARY KEY (id), 
	CONSTRAINT uq_contra_print_contra_id_reprint UNIQUE (contra_id, reprint), 
	CONSTRAINT fk_contra_print_contra_id FOREIGN KEY(contra_id) REFERENCES contra (id)
)
 STRICT
;;
CREATE TRIGGER guard_contra_print_update BEFORE UPDATE ON contra_print BEGIN SELECT RAISE(ABORT, 'guard: contra_print is append-only'); END
;;
CREATE TRIGGER guard_contra_print_delete BEFORE DELETE ON contra_print BEGIN SELECT RAISE(ABORT, 'guard: contra_print is append-only'); END
;;
CREATE TRIGGER guard_contra_print_replace BEFORE INSERT ON contra_print WHEN EXISTS (SELECT 1 FROM contra_print WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM contra_print WHERE contra_id = NEW.contra_id AND reprint = NEW.reprint) BEGIN SELECT RAISE(ABORT, 'guard: contra_print is append-only'); END
;;
CREATE TABLE statement_match (
	id INTEGER NOT NULL, 
	line_id INTEGER NOT NULL, 
	tender_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_statement_match PRIMARY KEY (id), 
	CONSTRAINT fk_statement_match_line_id FOREIGN KEY(line_id) REFERENCES statement_line (id), 
	CONSTRAINT fk_statement_match_tender_id FOREIGN KEY(tender_id) REFERENCES tender (id), 
	CONSTRAINT fk_statement_match_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_statement_match_line_id ON statement_match (line_id)
;;
CREATE INDEX ix_statement_match_tender_id ON statement_match (tender_id)
;;
CREATE TRIGGER guard_statement_match_update BEFORE UPDATE ON statement_match BEGIN SELECT RAISE(ABORT, 'guard: statement_match is append-only'); END
;;
CREATE TRIGGER guard_statement_match_delete BEFORE DELETE ON statement_match BEGIN SELECT RAISE(ABORT, 'guard: statement_match is append-only'); END
;;
CREATE TRIGGER guard_statement_match_replace BEFORE INSERT ON statement_match WHEN EXISTS (SELECT 1 FROM statement_match WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: statement_match is append-only'); END
;;
CREATE TRIGGER guard_statement_match_right BEFORE INSERT ON statement_match WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'MatchStatement') BEGIN SELECT RAISE(ABORT, 'guard: nobody matches a statement without the right'); END
;;
CREATE TRIGGER guard_statement_match_once BEFORE INSERT ON statement_match WHEN EXISTS (SELECT 1 FROM statement_match m WHERE m.tender_id = NEW.tender_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) BEGIN SELECT RAISE(ABORT, 'guard: money is in the account once'); END
;;
CREATE TRIGGER guard_statement_match_amount BEFORE INSERT ON statement_match WHEN (SELECT t.amount_fen FROM tender t WHERE t.id = NEW.tender_id) + (SELECT coalesce(sum(t.amount_fen), 0) FROM statement_match m JOIN tender t ON t.id = m.tender_id WHERE m.line_id = NEW.line_id AND NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)) > (SELECT s.amount_fen FROM statement_line s WHERE s.id = NEW.line_id) BEGIN SELECT RAISE(ABORT, 'guard: no more is matched than the bank got'); END
;;
CREATE TRIGGER guard_statement_match_receipt BEFORE INSERT ON statement_match WHEN NOT EXISTS (SELECT 1 FROM tender t JOIN receipt r ON r.id = t.receipt_id JOIN statement_line s ON s.id = NEW.line_id JOIN supervised_account a ON a.id = s.account_id WHERE t.id = NEW.tender_id AND r.project_id = a.project_id AND r.kind <> 'refund' AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id) AND NOT EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = r.id)) BEGIN SELECT RAISE(ABORT, 'guard: what is matched is a receipt of the project that stands'); END
;;
CREATE TABLE voucher_movement (
	movement_id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_voucher_movement PRIMARY KEY (movement_id), 
	CONSTRAINT fk_voucher_movement_movement_id FOREIGN KEY(movement_id) REFERENCES movement (id), 
	CONSTRAINT fk_voucher_movement_run_id FOREIGN KEY(run_id) REFERENCES voucher_run (id)
)
 STRICT
;;
CREATE INDEX ix_voucher_movement_run_id ON voucher_movement (run_id)
;;
CREATE TRIGGER guard_voucher_movement_update BEFORE UPDATE ON voucher_movement BEGIN SELECT RAISE(ABORT, 'guard: voucher_movement is append-only'); END
;;
CREATE TRIGGER guard_voucher_movement_delete BEFORE DELETE ON voucher_movement BEGIN SELECT RAISE(ABORT, 'guard: voucher_movement is append-only'); END
;;
CREATE TRIGGER guard_voucher_movement_replace BEFORE INSERT ON voucher_movement WHEN EXISTS (SELECT 1 FROM voucher_movement WHERE movement_id = NEW.movement_id) BEGIN SELECT RAISE(ABORT, 'guard: voucher_movement is append-only'); END
;;
CREATE TRIGGER guard_voucher_movement_run BEFORE INSERT ON voucher_movement WHEN NOT EXISTS (SELECT 1 FROM voucher_run r JOIN movement m ON m.id = NEW.movement_id WHERE r.id = NEW.run_id AND m.day BETWEEN r.first_on AND r.last_on AND m.kind <> 'opening') BEGIN SELECT RAISE(ABORT, 'guard: a voucher holds money of its days'); END
;;
CREATE TRIGGER guard_voucher_movement_more BEFORE INSERT ON voucher_movement WHEN (SELECT count(*) FROM voucher_movement v WHERE v.run_id = NEW.run_id) >= (SELECT r.movements FROM voucher_run r WHERE r.id = NEW.run_id) BEGIN SELECT RAISE(ABORT, 'guard: a run holds what it was written for'); END
;;
CREATE TABLE statement_unmatch (
	match_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_statement_unmatch PRIMARY KEY (match_id), 
	CONSTRAINT ck_statement_unmatch_reason CHECK (reason <> ''), 
	CONSTRAINT fk_statement_unmatch_match_id FOREIGN KEY(match_id) REFERENCES statement_match (id), 
	CONSTRAINT fk_statement_unmatch_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
)
 STRICT
;;
CREATE TRIGGER guard_statement_unmatch_update BEFORE UPDATE ON statement_unmatch BEGIN SELECT RAISE(ABORT, 'guard: statement_unmatch is append-only'); END
;;
CREATE TRIGGER guard_statement_unmatch_delete BEFORE DELETE ON statement_unmatch BEGIN SELECT RAISE(ABORT, 'guard: statement_unmatch is append-only'); END
;;
CREATE TRIGGER guard_statement_unmatch_replace BEFORE INSERT ON statement_unmatch WHEN EXISTS (SELECT 1 FROM statement_unmatch WHERE match_id = NEW.match_id) BEGIN SELECT RAISE(ABORT, 'guard: statement_unmatch is append-only'); END
;;
CREATE TRIGGER guard_statement_unmatch_right BEFORE INSERT ON statement_unmatch WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'UnmatchStatement') BEGIN SELECT RAISE(ABORT, 'guard: nobody undoes a match without the right'); END
