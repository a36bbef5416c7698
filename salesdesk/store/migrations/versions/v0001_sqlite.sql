CREATE TABLE person (
	id INTEGER NOT NULL, 
	login TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	password_hash TEXT NOT NULL, 
	must_change INTEGER NOT NULL, 
	failures INTEGER NOT NULL, 
	wait_until INTEGER, 
	joined_at INTEGER NOT NULL, 
	left_at INTEGER, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT uq_person_login UNIQUE (login)
)
 STRICT
;;
CREATE TABLE role_right (
	id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_role_right PRIMARY KEY (id), 
	CONSTRAINT uq_role_right_role_name UNIQUE (role, name)
)
 STRICT
;;
CREATE TABLE medium (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	english TEXT NOT NULL, 
	CONSTRAINT pk_medium PRIMARY KEY (id), 
	CONSTRAINT uq_medium_name UNIQUE (name)
)
 STRICT
;;
CREATE TABLE revision (
	id INTEGER NOT NULL, 
	topic TEXT NOT NULL, 
	"key" INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	"before" TEXT NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (id)
)
 STRICT
;;
CREATE UNIQUE INDEX uq_revision ON revision (topic, "key", version)
;;
CREATE TRIGGER guard_revision_update BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'guard: revision is append-only'); END
;;
CREATE TRIGGER guard_revision_delete BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'guard: revision is append-only'); END
;;
CREATE TRIGGER guard_revision_replace BEFORE INSERT ON revision WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM revision WHERE topic = NEW.topic AND key = NEW.key AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'guard: revision is append-only'); END
;;
CREATE TABLE journal (
	id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	command TEXT NOT NULL, 
	form TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	intent TEXT NOT NULL, 
	form_hash TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (id), 
	CONSTRAINT uq_journal_intent UNIQUE (intent)
)
 STRICT
;;
CREATE TRIGGER guard_journal_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'guard: journal is append-only'); END
;;
CREATE TRIGGER guard_journal_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'guard: journal is append-only'); END
;;
CREATE TRIGGER guard_journal_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM journal WHERE intent = NEW.intent) BEGIN SELECT RAISE(ABORT, 'guard: journal is append-only'); END
;;
CREATE TABLE seal (
	id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	first_id INTEGER NOT NULL, 
	last_id INTEGER NOT NULL, 
	rows INTEGER NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_seal PRIMARY KEY (id), 
	CONSTRAINT uq_seal_hash UNIQUE (hash)
)
 STRICT
;;
CREATE TRIGGER guard_seal_update BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'guard: seal is append-only'); END
;;
CREATE TRIGGER guard_seal_delete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'guard: seal is append-only'); END
;;
CREATE TRIGGER guard_seal_replace BEFORE INSERT ON seal WHEN EXISTS (SELECT 1 FROM seal WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM seal WHERE hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'guard: seal is append-only'); END
;;
CREATE TABLE project (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	company TEXT NOT NULL, 
	address TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	rounding TEXT NOT NULL, 
	law_level TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	CONSTRAINT pk_project PRIMARY KEY (id), 
	CONSTRAINT uq_project_name UNIQUE (name)
)
 STRICT
;;
CREATE TABLE payment_mode (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	english TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	needs_loan INTEGER NOT NULL, 
	CONSTRAINT pk_payment_mode PRIMARY KEY (id), 
	CONSTRAINT uq_payment_mode_name UNIQUE (name)
)
 STRICT
;;
CREATE TABLE counter (
	series TEXT NOT NULL, 
	first_no INTEGER NOT NULL, 
	next_no INTEGER NOT NULL, 
	CONSTRAINT pk_counter PRIMARY KEY (series)
)
 STRICT
;;
CREATE TRIGGER guard_counter_step BEFORE UPDATE ON counter WHEN NEW.next_no <> OLD.next_no + 1 OR NEW.series <> OLD.series OR NEW.first_no <> OLD.first_no BEGIN SELECT RAISE(ABORT, 'guard: a counter moves by one'); END
;;
CREATE TRIGGER guard_counter_delete BEFORE DELETE ON counter WHEN OLD.next_no > 0 BEGIN SELECT RAISE(ABORT, 'guard: counters are never deleted'); END
;;
CREATE TABLE change (
	seq INTEGER NOT NULL, 
	topic TEXT NOT NULL, 
	"key" INTEGER NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (seq)
)
 STRICT
;;
CREATE TABLE campaign_phase (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	english TEXT NOT NULL, 
	aims TEXT NOT NULL, 
	aims_english TEXT NOT NULL, 
	plan_from TEXT NOT NULL, 
	plan_to TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_campaign_phase PRIMARY KEY (id), 
	CONSTRAINT uq_campaign_phase_project_id_key UNIQUE (project_id, "key"), 
	CONSTRAINT ck_campaign_phase_order CHECK (plan_to >= plan_from), 
	CONSTRAINT fk_campaign_phase_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT
;;
CREATE INDEX ix_campaign_phase_project_id ON campaign_phase (project_id)
;;
CREATE TABLE setting (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	changed_at INTEGER NOT NULL, 
	changed_by INTEGER, 
	CONSTRAINT pk_setting PRIMARY KEY (name), 
	CONSTRAINT fk_setting_changed_by FOREIGN KEY(changed_by) REFERENCES person (id)
)
 STRICT
;;
CREATE TABLE customer (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	pinyin TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	id_kind TEXT NOT NULL, 
	id_number TEXT NOT NULL, 
	address TEXT NOT NULL, 
	grade TEXT NOT NULL, 
	note TEXT NOT NULL, 
	consultant_id INTEGER, 
	created_at INTEGER NOT NULL, 
	created_by INTEGER NOT NULL, 
	last_contact_at INTEGER, 
	merged_into INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_customer PRIMARY KEY (id), 
	CONSTRAINT fk_customer_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_customer_merged_into FOREIGN KEY(merged_into) REFERENCES customer (id)
)
 STRICT
;;
CREATE INDEX ix_customer_id_number ON customer (id_number)
;;
CREATE INDEX ix_customer_name_key ON customer (name_key)
;;
CREATE INDEX ix_customer_consultant_id ON customer (consultant_id)
;;
CREATE TABLE building (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_building PRIMARY KEY (id), 
	CONSTRAINT uq_building_project_id_name UNIQUE (project_id, name), 
	CONSTRAINT fk_building_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT
;;
CREATE TABLE permit (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	issued_on TEXT, 
	account TEXT NOT NULL, 
	recorded_at INTEGER NOT NULL, 
	CONSTRAINT pk_permit PRIMARY KEY (id), 
	CONSTRAINT uq_permit_project_id_number UNIQUE (project_id, number), 
	CONSTRAINT fk_permit_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT
;;
CREATE TABLE release_batch (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_release_batch PRIMARY KEY (id), 
	CONSTRAINT fk_release_batch_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT
;;
CREATE TABLE import_file (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	report TEXT NOT NULL, 
	CONSTRAINT pk_import_file PRIMARY KEY (id), 
	CONSTRAINT fk_import_file_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT
;;
CREATE TRIGGER guard_import_file_update BEFORE UPDATE ON import_file BEGIN SELECT RAISE(ABORT, 'guard: import_file is append-only'); END
;;
CREATE TRIGGER guard_import_file_delete BEFORE DELETE ON import_file BEGIN SELECT RAISE(ABORT, 'guard: import_file is append-only'); END
;;
CREATE TRIGGER guard_import_file_replace BEFORE INSERT ON import_file WHEN EXISTS (SELECT 1 FROM import_file WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: import_file is append-only'); END
;;
CREATE TABLE cash_count (
	id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	cashier_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	counted_fen INTEGER NOT NULL, 
	expected_fen INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_cash_count PRIMARY KEY (id), 
	CONSTRAINT fk_cash_count_cashier_id FOREIGN KEY(cashier_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_cash_count_day ON cash_count (day)
;;
CREATE TRIGGER guard_cash_count_update BEFORE UPDATE ON cash_count BEGIN SELECT RAISE(ABORT, 'guard: cash_count is append-only'); END
;;
CREATE TRIGGER guard_cash_count_delete BEFORE DELETE ON cash_count BEGIN SELECT RAISE(ABORT, 'guard: cash_count is append-only'); END
;;
CREATE TRIGGER guard_cash_count_replace BEFORE INSERT ON cash_count WHEN EXISTS (SELECT 1 FROM cash_count WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: cash_count is append-only'); END
;;
CREATE TABLE campaign_job (
	id INTEGER NOT NULL, 
	phase_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	english TEXT NOT NULL, 
	plan_from TEXT NOT NULL, 
	plan_to TEXT NOT NULL, 
	started_on TEXT, 
	done_on TEXT, 
	owner_id INTEGER, 
	note TEXT NOT NULL, 
	removed_at INTEGER, 
	removed_why TEXT, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_campaign_job PRIMARY KEY (id), 
	CONSTRAINT ck_campaign_job_kind CHECK (kind IN ('job', 'medium', 'milestone')), 
	CONSTRAINT ck_campaign_job_order CHECK (plan_to >= plan_from), 
	CONSTRAINT ck_campaign_job_milestone CHECK (kind <> 'milestone' OR plan_to = plan_from), 
	CONSTRAINT ck_campaign_job_actual CHECK (done_on IS NULL OR started_on <= done_on), 
	CONSTRAINT fk_campaign_job_phase_id FOREIGN KEY(phase_id) REFERENCES campaign_phase (id), 
	CONSTRAINT fk_campaign_job_owner_id FOREIGN KEY(owner_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_campaign_job_phase_id ON campaign_job (phase_id)
;;
CREATE TABLE phone (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	CONSTRAINT pk_phone PRIMARY KEY (id), 
	CONSTRAINT fk_phone_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT uq_phone_number UNIQUE (number)
)
 STRICT
;;
CREATE INDEX ix_phone_customer_id ON phone (customer_id)
;;
CREATE TABLE visit (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	recorded_at INTEGER NOT NULL, 
	late INTEGER NOT NULL, 
	manner TEXT NOT NULL, 
	first INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	consultant_id INTEGER, 
	receptionist_id INTEGER NOT NULL, 
	media TEXT NOT NULL, 
	grade TEXT NOT NULL, 
	next_on TEXT, 
	remarks TEXT NOT NULL, 
	details TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_visit PRIMARY KEY (id), 
	CONSTRAINT fk_visit_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_visit_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_visit_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_visit_receptionist_id FOREIGN KEY(receptionist_id) REFERENCES person (id)
)
 STRICT
;;
CREATE UNIQUE INDEX uq_visit_number ON visit (project_id, number)
;;
CREATE INDEX ix_visit_customer_id ON visit (customer_id)
;;
CREATE INDEX ix_visit_day ON visit (day)
;;
CREATE TABLE permit_building (
	permit_id INTEGER NOT NULL, 
	building_id INTEGER NOT NULL, 
	CONSTRAINT pk_permit_building PRIMARY KEY (permit_id, building_id), 
	CONSTRAINT fk_permit_building_permit_id FOREIGN KEY(permit_id) REFERENCES permit (id), 
	CONSTRAINT fk_permit_building_building_id FOREIGN KEY(building_id) REFERENCES building (id)
)
 STRICT
;;
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	building_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	core TEXT NOT NULL, 
	floor INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	layout TEXT NOT NULL, 
	orientation TEXT NOT NULL, 
	use TEXT NOT NULL, 
	note TEXT NOT NULL, 
	gross_area INTEGER NOT NULL, 
	inside_area INTEGER, 
	unit_price_fen INTEGER, 
	total_fen INTEGER, 
	CONSTRAINT pk_unit PRIMARY KEY (id), 
	CONSTRAINT uq_unit_project_id_code UNIQUE (project_id, code), 
	CONSTRAINT ck_unit_area CHECK (gross_area > 0), 
	CONSTRAINT ck_unit_total CHECK (total_fen IS NULL OR total_fen > 0), 
	CONSTRAINT ck_unit_price CHECK ((total_fen IS NULL) = (unit_price_fen IS NULL)), 
	CONSTRAINT fk_unit_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_unit_building_id FOREIGN KEY(building_id) REFERENCES building (id)
)
 STRICT
;;
CREATE INDEX ix_unit_building_id ON unit (building_id)
;;
CREATE TABLE follow_up (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	consultant_id INTEGER NOT NULL, 
	visit_id INTEGER, 
	due_on TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	done_at INTEGER, 
	done_by INTEGER, 
	manner TEXT NOT NULL, 
	result TEXT NOT NULL, 
	advice TEXT NOT NULL, 
	advised_by INTEGER, 
	advised_at INTEGER, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT ck_follow_up_done CHECK ((done_at IS NULL) = (done_by IS NULL)), 
	CONSTRAINT fk_follow_up_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_follow_up_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_follow_up_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
)
 STRICT
;;
CREATE INDEX ix_follow_up_customer_id ON follow_up (customer_id)
;;
CREATE INDEX ix_follow_up_open ON follow_up (consultant_id, due_on)
;;
CREATE TABLE price_change (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	unit_price_fen INTEGER NOT NULL, 
	total_fen INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_price_change PRIMARY KEY (id), 
	CONSTRAINT fk_price_change_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
;;
CREATE INDEX ix_price_change_unit_id ON price_change (unit_id)
;;
CREATE TRIGGER guard_price_change_update BEFORE UPDATE ON price_change BEGIN SELECT RAISE(ABORT, 'guard: price_change is append-only'); END
;;
CREATE TRIGGER guard_price_change_delete BEFORE DELETE ON price_change BEGIN SELECT RAISE(ABORT, 'guard: price_change is append-only'); END
;;
CREATE TRIGGER guard_price_change_replace BEFORE INSERT ON price_change WHEN EXISTS (SELECT 1 FROM price_change WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: price_change is append-only'); END
;;
CREATE TABLE release_line (
	id INTEGER NOT NULL, 
	batch_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	ended_at INTEGER, 
	ended_by INTEGER, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_release_line PRIMARY KEY (id), 
	CONSTRAINT fk_release_line_batch_id FOREIGN KEY(batch_id) REFERENCES release_batch (id), 
	CONSTRAINT fk_release_line_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
;;
CREATE UNIQUE INDEX one_live_release ON release_line (unit_id) WHERE ended_at IS NULL
;;
CREATE INDEX ix_release_line_unit_id ON release_line (unit_id)
;;
CREATE TRIGGER guard_release_line_history BEFORE UPDATE ON release_line WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: an ended release stays'); END
;;
CREATE TRIGGER guard_release_line_delete BEFORE DELETE ON release_line WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: releases are never deleted'); END
;;
CREATE TABLE deal (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	consultant_id INTEGER NOT NULL, 
	opened_at INTEGER NOT NULL, 
	list_unit_price_fen INTEGER NOT NULL, 
	list_total_fen INTEGER NOT NULL, 
	CONSTRAINT pk_deal PRIMARY KEY (id), 
	CONSTRAINT ck_deal_price CHECK (list_total_fen > 0), 
	CONSTRAINT fk_deal_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_deal_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_deal_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_deal_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_deal_unit_id ON deal (unit_id)
;;
CREATE INDEX ix_deal_customer_id ON deal (customer_id)
;;
CREATE TRIGGER guard_deal_update BEFORE UPDATE ON deal BEGIN SELECT RAISE(ABORT, 'guard: deal is append-only'); END
;;
CREATE TRIGGER guard_deal_delete BEFORE DELETE ON deal BEGIN SELECT RAISE(ABORT, 'guard: deal is append-only'); END
;;
CREATE TRIGGER guard_deal_replace BEFORE INSERT ON deal WHEN EXISTS (SELECT 1 FROM deal WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: deal is append-only'); END
;;
CREATE TABLE claim (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	stage TEXT NOT NULL, 
	deal_id INTEGER, 
	customer_id INTEGER, 
	consultant_id INTEGER, 
	opened_at INTEGER NOT NULL, 
	opened_by INTEGER NOT NULL, 
	until INTEGER, 
	reason TEXT NOT NULL, 
	opening INTEGER NOT NULL, 
	ended_at INTEGER, 
	ended_by INTEGER, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT ck_claim_stage CHECK (stage IN ('blocked', 'delivered', 'filed', 'held back', 'in review', 'on hold', 'reserved', 'selected', 'signed', 'subscribed')), 
	CONSTRAINT ck_claim_order CHECK (ended_at IS NULL OR ended_at >= opened_at), 
	CONSTRAINT fk_claim_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_claim_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_claim_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_claim_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id)
)
 STRICT
;;
CREATE INDEX ix_claim_deal_id ON claim (deal_id)
;;
CREATE INDEX ix_claim_unit_id ON claim (unit_id)
;;
CREATE UNIQUE INDEX one_live_claim ON claim (unit_id) WHERE ended_at IS NULL
;;
CREATE INDEX ix_claim_customer_id ON claim (customer_id)
;;
CREATE TRIGGER guard_claim_history BEFORE UPDATE ON claim WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: an ended claim stays'); END
;;
CREATE TRIGGER guard_claim_fixed BEFORE UPDATE ON claim WHEN OLD.unit_id IS DISTINCT FROM NEW.unit_id OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.deal_id IS DISTINCT FROM NEW.deal_id OR OLD.customer_id IS DISTINCT FROM NEW.customer_id OR OLD.consultant_id IS DISTINCT FROM NEW.consultant_id OR OLD.opened_at IS DISTINCT FROM NEW.opened_at OR OLD.opened_by IS DISTINCT FROM NEW.opened_by OR OLD.until IS DISTINCT FROM NEW.until BEGIN SELECT RAISE(ABORT, 'guard: a claim can only end'); END
;;
CREATE TRIGGER guard_claim_delete BEFORE DELETE ON claim WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: claims are never deleted'); END
;;
CREATE TRIGGER guard_claim_overlap BEFORE INSERT ON claim WHEN EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND (c.ended_at IS NULL OR c.ended_at > NEW.opened_at)) BEGIN SELECT RAISE(ABORT, 'guard: the unit is already claimed'); END
;;
CREATE TRIGGER guard_claim_replace BEFORE INSERT ON claim WHEN EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: claims are never replaced'); END
;;
CREATE TABLE price_approval (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	total_fen INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_price_approval PRIMARY KEY (id), 
	CONSTRAINT ck_price_approval_total CHECK (total_fen > 0), 
	CONSTRAINT fk_price_approval_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
 STRICT
;;
CREATE INDEX ix_price_approval_deal_id ON price_approval (deal_id)
;;
CREATE TRIGGER guard_price_approval_update BEFORE UPDATE ON price_approval BEGIN SELECT RAISE(ABORT, 'guard: price_approval is append-only'); END
;;
CREATE TRIGGER guard_price_approval_delete BEFORE DELETE ON price_approval BEGIN SELECT RAISE(ABORT, 'guard: price_approval is append-only'); END
;;
CREATE TRIGGER guard_price_approval_replace BEFORE INSERT ON price_approval WHEN EXISTS (SELECT 1 FROM price_approval WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: price_approval is append-only'); END
;;
CREATE TABLE agreement (
	id INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	deal_id INTEGER NOT NULL, 
	mode_id INTEGER NOT NULL, 
	price_fen INTEGER NOT NULL, 
	deposit_fen INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	sign_by TEXT NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY (id), 
	CONSTRAINT uq_agreement_deal_id UNIQUE (deal_id), 
	CONSTRAINT uq_agreement_no UNIQUE (no), 
	CONSTRAINT uq_agreement_number UNIQUE (number), 
	CONSTRAINT fk_agreement_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_agreement_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id)
)
 STRICT
;;
CREATE TRIGGER guard_agreement_update BEFORE UPDATE ON agreement BEGIN SELECT RAISE(ABORT, 'guard: agreement is append-only'); END
;;
CREATE TRIGGER guard_agreement_delete BEFORE DELETE ON agreement BEGIN SELECT RAISE(ABORT, 'guard: agreement is append-only'); END
;;
CREATE TRIGGER guard_agreement_replace BEFORE INSERT ON agreement WHEN EXISTS (SELECT 1 FROM agreement WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM agreement WHERE deal_id = NEW.deal_id) OR EXISTS (SELECT 1 FROM agreement WHERE no = NEW.no) OR EXISTS (SELECT 1 FROM agreement WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'guard: agreement is append-only'); END
;;
CREATE TABLE cancellation (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	fault TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	paid_fen INTEGER NOT NULL, 
	kept_fen INTEGER NOT NULL, 
	returned_fen INTEGER NOT NULL, 
	doubled_fen INTEGER NOT NULL, 
	CONSTRAINT pk_cancellation PRIMARY KEY (id), 
	CONSTRAINT uq_cancellation_deal_id UNIQUE (deal_id), 
	CONSTRAINT fk_cancellation_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
 STRICT
;;
CREATE TRIGGER guard_cancellation_update BEFORE UPDATE ON cancellation BEGIN SELECT RAISE(ABORT, 'guard: cancellation is append-only'); END
;;
CREATE TRIGGER guard_cancellation_delete BEFORE DELETE ON cancellation BEGIN SELECT RAISE(ABORT, 'guard: cancellation is append-only'); END
;;
CREATE TRIGGER guard_cancellation_replace BEFORE INSERT ON cancellation WHEN EXISTS (SELECT 1 FROM cancellation WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM cancellation WHERE deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: cancellation is append-only'); END
;;
CREATE TABLE refund (
	id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	unit_code TEXT NOT NULL, 
	customer_id INTEGER NOT NULL, 
	fault TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	kept_fen INTEGER NOT NULL, 
	owed_fen INTEGER NOT NULL, 
	created_at INTEGER NOT NULL, 
	created_by INTEGER NOT NULL, 
	CONSTRAINT pk_refund PRIMARY KEY (id), 
	CONSTRAINT ck_refund_amounts CHECK (owed_fen >= 0 AND kept_fen >= 0), 
	CONSTRAINT uq_refund_deal_id UNIQUE (deal_id), 
	CONSTRAINT fk_refund_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_refund_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_refund_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT
;;
CREATE INDEX ix_refund_unit_id ON refund (unit_id)
;;
CREATE TRIGGER guard_refund_update BEFORE UPDATE ON refund BEGIN SELECT RAISE(ABORT, 'guard: refund is append-only'); END
;;
CREATE TRIGGER guard_refund_delete BEFORE DELETE ON refund BEGIN SELECT RAISE(ABORT, 'guard: refund is append-only'); END
;;
CREATE TRIGGER guard_refund_replace BEFORE INSERT ON refund WHEN EXISTS (SELECT 1 FROM refund WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM refund WHERE deal_id = NEW.deal_id) BEGIN SELECT RAISE(ABORT, 'guard: refund is append-only'); END
;;
CREATE TABLE buyer (
	id INTEGER NOT NULL, 
	agreement_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	id_kind TEXT NOT NULL, 
	id_number TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	address TEXT NOT NULL, 
	share_bp INTEGER NOT NULL, 
	CONSTRAINT pk_buyer PRIMARY KEY (id), 
	CONSTRAINT uq_buyer_agreement_id_position UNIQUE (agreement_id, position), 
	CONSTRAINT fk_buyer_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id)
)
 STRICT
;;
CREATE INDEX ix_buyer_agreement_id ON buyer (agreement_id)
;;
CREATE TRIGGER guard_buyer_once BEFORE UPDATE ON buyer WHEN OLD.id_number <> '' OR OLD.agreement_id IS DISTINCT FROM NEW.agreement_id OR OLD.position IS DISTINCT FROM NEW.position OR OLD.name IS DISTINCT FROM NEW.name OR OLD.phone IS DISTINCT FROM NEW.phone OR OLD.address IS DISTINCT FROM NEW.address OR OLD.share_bp IS DISTINCT FROM NEW.share_bp BEGIN SELECT RAISE(ABORT, 'guard: a buyer is identified once'); END
;;
CREATE TRIGGER guard_buyer_delete BEFORE DELETE ON buyer WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: buyers are never deleted'); END
;;
CREATE TABLE receipt (
	id INTEGER NOT NULL, 
	series TEXT NOT NULL, 
	no INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	project_id INTEGER NOT NULL, 
	deal_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	refund_id INTEGER, 
	payer TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	cashier_id INTEGER NOT NULL, 
	sheet TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_receipt PRIMARY KEY (id), 
	CONSTRAINT uq_receipt_series_no UNIQUE (series, no), 
	CONSTRAINT ck_receipt_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_receipt_kind CHECK (kind IN ('deposit', 'price', 'opening', 'refund')), 
	CONSTRAINT fk_receipt_series FOREIGN KEY(series) REFERENCES counter (series), 
	CONSTRAINT uq_receipt_number UNIQUE (number), 
	CONSTRAINT fk_receipt_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_receipt_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_receipt_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_receipt_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT uq_receipt_refund_id UNIQUE (refund_id), 
	CONSTRAINT fk_receipt_refund_id FOREIGN KEY(refund_id) REFERENCES refund (id), 
	CONSTRAINT fk_receipt_cashier_id FOREIGN KEY(cashier_id) REFERENCES person (id), 
	CONSTRAINT uq_receipt_hash UNIQUE (hash)
)
 STRICT
;;
CREATE INDEX ix_receipt_deal_id ON receipt (deal_id)
;;
CREATE INDEX ix_receipt_day ON receipt (day, cashier_id)
;;
CREATE INDEX ix_receipt_customer_id ON receipt (customer_id)
;;
CREATE TRIGGER guard_receipt_update BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'guard: receipt is append-only'); END
;;
CREATE TRIGGER guard_receipt_delete BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'guard: receipt is append-only'); END
;;
CREATE TRIGGER guard_receipt_replace BEFORE INSERT ON receipt WHEN EXISTS (SELECT 1 FROM receipt WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM receipt WHERE hash = NEW.hash) OR EXISTS (SELECT 1 FROM receipt WHERE number = NEW.number) OR EXISTS (SELECT 1 FROM receipt WHERE refund_id = NEW.refund_id) OR EXISTS (SELECT 1 FROM receipt WHERE series = NEW.series AND no = NEW.no) BEGIN SELECT RAISE(ABORT, 'guard: receipt is append-only'); END
;;
CREATE TRIGGER guard_receipt_number BEFORE INSERT ON receipt WHEN NEW.no <> coalesce((SELECT max(r.no) + 1 FROM receipt r WHERE r.series = NEW.series), (SELECT c.first_no FROM counter c WHERE c.series = NEW.series)) BEGIN SELECT RAISE(ABORT, 'guard: receipt numbers follow one another'); END
;;
CREATE TABLE tender (
	id INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	amount_fen INTEGER NOT NULL, 
	reference TEXT NOT NULL, 
	CONSTRAINT pk_tender PRIMARY KEY (id), 
	CONSTRAINT ck_tender_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_tender_kind CHECK (kind IN ('cash', 'card', 'transfer', 'wechat', 'alipay')), 
	CONSTRAINT fk_tender_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
 STRICT
;;
CREATE INDEX ix_tender_receipt_id ON tender (receipt_id)
;;
CREATE TRIGGER guard_tender_update BEFORE UPDATE ON tender BEGIN SELECT RAISE(ABORT, 'guard: tender is append-only'); END
;;
CREATE TRIGGER guard_tender_delete BEFORE DELETE ON tender BEGIN SELECT RAISE(ABORT, 'guard: tender is append-only'); END
;;
CREATE TRIGGER guard_tender_replace BEFORE INSERT ON tender WHEN EXISTS (SELECT 1 FROM tender WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: tender is append-only'); END
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
	CONSTRAINT ck_movement_debit CHECK (debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'refunds owed', 'forfeited', 'penalty paid')), 
	CONSTRAINT ck_movement_credit CHECK (credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'refunds owed', 'forfeited', 'penalty paid')), 
	CONSTRAINT fk_movement_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_movement_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
 STRICT
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
CREATE TABLE receipt_void (
	receipt_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_receipt_void PRIMARY KEY (receipt_id), 
	CONSTRAINT fk_receipt_void_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
 STRICT
;;
CREATE TRIGGER guard_receipt_void_update BEFORE UPDATE ON receipt_void BEGIN SELECT RAISE(ABORT, 'guard: receipt_void is append-only'); END
;;
CREATE TRIGGER guard_receipt_void_delete BEFORE DELETE ON receipt_void BEGIN SELECT RAISE(ABORT, 'guard: receipt_void is append-only'); END
;;
CREATE TRIGGER guard_receipt_void_replace BEFORE INSERT ON receipt_void WHEN EXISTS (SELECT 1 FROM receipt_void WHERE receipt_id = NEW.receipt_id) BEGIN SELECT RAISE(ABORT, 'guard: receipt_void is append-only'); END
;;
CREATE TABLE receipt_print (
	id INTEGER NOT NULL, 
	receipt_id INTEGER NOT NULL, 
	reprint INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_receipt_print PRIMARY KEY (id), 
	CONSTRAINT uq_receipt_print_receipt_id_reprint UNIQUE (receipt_id, reprint), 
	CONSTRAINT fk_receipt_print_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
 STRICT
;;
CREATE TRIGGER guard_receipt_print_update BEFORE UPDATE ON receipt_print BEGIN SELECT RAISE(ABORT, 'guard: receipt_print is append-only'); END
;;
CREATE TRIGGER guard_receipt_print_delete BEFORE DELETE ON receipt_print BEGIN SELECT RAISE(ABORT, 'guard: receipt_print is append-only'); END
;;
CREATE TRIGGER guard_receipt_print_replace BEFORE INSERT ON receipt_print WHEN EXISTS (SELECT 1 FROM receipt_print WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM receipt_print WHERE receipt_id = NEW.receipt_id AND reprint = NEW.reprint) BEGIN SELECT RAISE(ABORT, 'guard: receipt_print is append-only'); END
