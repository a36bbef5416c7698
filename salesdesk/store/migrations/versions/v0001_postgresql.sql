CREATE TABLE person (
	id BIGSERIAL NOT NULL, 
	login TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	password_hash TEXT NOT NULL, 
	must_change BIGINT NOT NULL, 
	failures BIGINT NOT NULL, 
	wait_until BIGINT, 
	joined_at BIGINT NOT NULL, 
	left_at BIGINT, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT uq_person_login UNIQUE (login)
)
;;
CREATE TABLE role_right (
	id BIGSERIAL NOT NULL, 
	role TEXT NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_role_right PRIMARY KEY (id), 
	CONSTRAINT uq_role_right_role_name UNIQUE (role, name)
)
;;
CREATE TABLE medium (
	id BIGSERIAL NOT NULL, 
	name TEXT NOT NULL, 
	english TEXT NOT NULL, 
	CONSTRAINT pk_medium PRIMARY KEY (id), 
	CONSTRAINT uq_medium_name UNIQUE (name)
)
;;
CREATE TABLE revision (
	id BIGSERIAL NOT NULL, 
	topic TEXT NOT NULL, 
	key BIGINT NOT NULL, 
	version BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	before TEXT NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (id)
)
;;
CREATE UNIQUE INDEX uq_revision ON revision (topic, key, version)
;;
CREATE FUNCTION guard_revision() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: revision is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_revision BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION guard_revision()
;;
CREATE TRIGGER guard_revision_truncate BEFORE TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION guard_revision()
;;
CREATE TABLE journal (
	id BIGSERIAL NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	command TEXT NOT NULL, 
	form TEXT NOT NULL, 
	changed TEXT NOT NULL, 
	intent TEXT NOT NULL, 
	form_hash TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (id), 
	CONSTRAINT uq_journal_intent UNIQUE (intent)
)
;;
CREATE FUNCTION guard_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: journal is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_journal BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION guard_journal()
;;
CREATE TRIGGER guard_journal_truncate BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION guard_journal()
;;
CREATE TABLE seal (
	id BIGSERIAL NOT NULL, 
	at BIGINT NOT NULL, 
	first_id BIGINT NOT NULL, 
	last_id BIGINT NOT NULL, 
	rows BIGINT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_seal PRIMARY KEY (id), 
	CONSTRAINT uq_seal_hash UNIQUE (hash)
)
;;
CREATE FUNCTION guard_seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: seal is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_seal BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION guard_seal()
;;
CREATE TRIGGER guard_seal_truncate BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION guard_seal()
;;
CREATE TABLE project (
	id BIGSERIAL NOT NULL, 
	name TEXT NOT NULL, 
	company TEXT NOT NULL, 
	address TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	rounding TEXT NOT NULL, 
	law_level TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT pk_project PRIMARY KEY (id), 
	CONSTRAINT uq_project_name UNIQUE (name)
)
;;
CREATE TABLE payment_mode (
	id BIGSERIAL NOT NULL, 
	name TEXT NOT NULL, 
	english TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	needs_loan BIGINT NOT NULL, 
	CONSTRAINT pk_payment_mode PRIMARY KEY (id), 
	CONSTRAINT uq_payment_mode_name UNIQUE (name)
)
;;
CREATE TABLE counter (
	series TEXT NOT NULL, 
	first_no BIGINT NOT NULL, 
	next_no BIGINT NOT NULL, 
	CONSTRAINT pk_counter PRIMARY KEY (series)
)
;;
CREATE FUNCTION guard_counter_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.next_no <> OLD.next_no + 1 OR NEW.series <> OLD.series OR NEW.first_no <> OLD.first_no THEN RAISE EXCEPTION 'guard: a counter moves by one' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_counter_step BEFORE UPDATE ON counter FOR EACH ROW EXECUTE FUNCTION guard_counter_step()
;;
CREATE FUNCTION guard_counter_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.next_no > 0 THEN RAISE EXCEPTION 'guard: counters are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_counter_delete BEFORE DELETE ON counter FOR EACH ROW EXECUTE FUNCTION guard_counter_delete()
;;
CREATE TABLE change (
	seq BIGSERIAL NOT NULL, 
	topic TEXT NOT NULL, 
	key BIGINT NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (seq)
)
;;
CREATE TABLE campaign_phase (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	key TEXT NOT NULL, 
	place BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	english TEXT NOT NULL, 
	aims TEXT NOT NULL, 
	aims_english TEXT NOT NULL, 
	plan_from TEXT NOT NULL, 
	plan_to TEXT NOT NULL, 
	version BIGINT NOT NULL, 
	CONSTRAINT pk_campaign_phase PRIMARY KEY (id), 
	CONSTRAINT uq_campaign_phase_project_id_key UNIQUE (project_id, key), 
	CONSTRAINT ck_campaign_phase_order CHECK (plan_to >= plan_from), 
	CONSTRAINT fk_campaign_phase_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
;;
CREATE INDEX ix_campaign_phase_project_id ON campaign_phase (project_id)
;;
CREATE TABLE setting (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	changed_at BIGINT NOT NULL, 
	changed_by BIGINT, 
	CONSTRAINT pk_setting PRIMARY KEY (name), 
	CONSTRAINT fk_setting_changed_by FOREIGN KEY(changed_by) REFERENCES person (id)
)
;;
CREATE TABLE customer (
	id BIGSERIAL NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	pinyin TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	id_kind TEXT NOT NULL, 
	id_number TEXT NOT NULL, 
	address TEXT NOT NULL, 
	grade TEXT NOT NULL, 
	note TEXT NOT NULL, 
	consultant_id BIGINT, 
	created_at BIGINT NOT NULL, 
	created_by BIGINT NOT NULL, 
	last_contact_at BIGINT, 
	merged_into BIGINT, 
	version BIGINT NOT NULL, 
	CONSTRAINT pk_customer PRIMARY KEY (id), 
	CONSTRAINT fk_customer_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_customer_merged_into FOREIGN KEY(merged_into) REFERENCES customer (id)
)
;;
CREATE INDEX ix_customer_id_number ON customer (id_number)
;;
CREATE INDEX ix_customer_name_key ON customer (name_key)
;;
CREATE INDEX ix_customer_consultant_id ON customer (consultant_id)
;;
CREATE TABLE building (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	position BIGINT NOT NULL, 
	CONSTRAINT pk_building PRIMARY KEY (id), 
	CONSTRAINT uq_building_project_id_name UNIQUE (project_id, name), 
	CONSTRAINT fk_building_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
;;
CREATE TABLE permit (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	issued_on TEXT, 
	account TEXT NOT NULL, 
	recorded_at BIGINT NOT NULL, 
	CONSTRAINT pk_permit PRIMARY KEY (id), 
	CONSTRAINT uq_permit_project_id_number UNIQUE (project_id, number), 
	CONSTRAINT fk_permit_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
;;
CREATE TABLE release_batch (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_release_batch PRIMARY KEY (id), 
	CONSTRAINT fk_release_batch_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
;;
CREATE TABLE import_file (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	report TEXT NOT NULL, 
	CONSTRAINT pk_import_file PRIMARY KEY (id), 
	CONSTRAINT fk_import_file_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
;;
CREATE FUNCTION guard_import_file() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: import_file is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_import_file BEFORE UPDATE OR DELETE ON import_file FOR EACH ROW EXECUTE FUNCTION guard_import_file()
;;
CREATE TRIGGER guard_import_file_truncate BEFORE TRUNCATE ON import_file FOR EACH STATEMENT EXECUTE FUNCTION guard_import_file()
;;
CREATE TABLE cash_count (
	id BIGSERIAL NOT NULL, 
	day TEXT NOT NULL, 
	cashier_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	counted_fen BIGINT NOT NULL, 
	expected_fen BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_cash_count PRIMARY KEY (id), 
	CONSTRAINT fk_cash_count_cashier_id FOREIGN KEY(cashier_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_cash_count_day ON cash_count (day)
;;
CREATE FUNCTION guard_cash_count() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: cash_count is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_cash_count BEFORE UPDATE OR DELETE ON cash_count FOR EACH ROW EXECUTE FUNCTION guard_cash_count()
;;
CREATE TRIGGER guard_cash_count_truncate BEFORE TRUNCATE ON cash_count FOR EACH STATEMENT EXECUTE FUNCTION guard_cash_count()
;;
CREATE TABLE campaign_job (
	id BIGSERIAL NOT NULL, 
	phase_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	place BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	english TEXT NOT NULL, 
	plan_from TEXT NOT NULL, 
	plan_to TEXT NOT NULL, 
	started_on TEXT, 
	done_on TEXT, 
	owner_id BIGINT, 
	note TEXT NOT NULL, 
	removed_at BIGINT, 
	removed_why TEXT, 
	version BIGINT NOT NULL, 
	CONSTRAINT pk_campaign_job PRIMARY KEY (id), 
	CONSTRAINT ck_campaign_job_kind CHECK (kind IN ('job', 'medium', 'milestone')), 
	CONSTRAINT ck_campaign_job_order CHECK (plan_to >= plan_from), 
	CONSTRAINT ck_campaign_job_milestone CHECK (kind <> 'milestone' OR plan_to = plan_from), 
	CONSTRAINT ck_campaign_job_actual CHECK (done_on IS NULL OR started_on <= done_on), 
	CONSTRAINT fk_campaign_job_phase_id FOREIGN KEY(phase_id) REFERENCES campaign_phase (id), 
	CONSTRAINT fk_campaign_job_owner_id FOREIGN KEY(owner_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_campaign_job_phase_id ON campaign_job (phase_id)
;;
CREATE TABLE phone (
	id BIGSERIAL NOT NULL, 
	customer_id BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	CONSTRAINT pk_phone PRIMARY KEY (id), 
	CONSTRAINT fk_phone_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT uq_phone_number UNIQUE (number)
)
;;
CREATE INDEX ix_phone_customer_id ON phone (customer_id)
;;
CREATE TABLE visit (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	number BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	recorded_at BIGINT NOT NULL, 
	late BIGINT NOT NULL, 
	manner TEXT NOT NULL, 
	first BIGINT NOT NULL, 
	customer_id BIGINT NOT NULL, 
	consultant_id BIGINT, 
	receptionist_id BIGINT NOT NULL, 
	media TEXT NOT NULL, 
	grade TEXT NOT NULL, 
	next_on TEXT, 
	remarks TEXT NOT NULL, 
	details TEXT NOT NULL, 
	version BIGINT NOT NULL, 
	CONSTRAINT pk_visit PRIMARY KEY (id), 
	CONSTRAINT fk_visit_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_visit_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_visit_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_visit_receptionist_id FOREIGN KEY(receptionist_id) REFERENCES person (id)
)
;;
CREATE UNIQUE INDEX uq_visit_number ON visit (project_id, number)
;;
CREATE INDEX ix_visit_customer_id ON visit (customer_id)
;;
CREATE INDEX ix_visit_day ON visit (day)
;;
CREATE TABLE permit_building (
	permit_id BIGINT NOT NULL, 
	building_id BIGINT NOT NULL, 
	CONSTRAINT pk_permit_building PRIMARY KEY (permit_id, building_id), 
	CONSTRAINT fk_permit_building_permit_id FOREIGN KEY(permit_id) REFERENCES permit (id), 
	CONSTRAINT fk_permit_building_building_id FOREIGN KEY(building_id) REFERENCES building (id)
)
;;
CREATE TABLE unit (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	building_id BIGINT NOT NULL, 
	code TEXT NOT NULL, 
	core TEXT NOT NULL, 
	floor BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	place BIGINT NOT NULL, 
	layout TEXT NOT NULL, 
	orientation TEXT NOT NULL, 
	use TEXT NOT NULL, 
	note TEXT NOT NULL, 
	gross_area BIGINT NOT NULL, 
	inside_area BIGINT, 
	unit_price_fen BIGINT, 
	total_fen BIGINT, 
	CONSTRAINT pk_unit PRIMARY KEY (id), 
	CONSTRAINT uq_unit_project_id_code UNIQUE (project_id, code), 
	CONSTRAINT ck_unit_area CHECK (gross_area > 0), 
	CONSTRAINT ck_unit_total CHECK (total_fen IS NULL OR total_fen > 0), 
	CONSTRAINT ck_unit_price CHECK ((total_fen IS NULL) = (unit_price_fen IS NULL)), 
	CONSTRAINT fk_unit_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_unit_building_id FOREIGN KEY(building_id) REFERENCES building (id)
)
;;
CREATE INDEX ix_unit_building_id ON unit (building_id)
;;
CREATE TABLE follow_up (
	id BIGSERIAL NOT NULL, 
	customer_id BIGINT NOT NULL, 
	consultant_id BIGINT NOT NULL, 
	visit_id BIGINT, 
	due_on TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	done_at BIGINT, 
	done_by BIGINT, 
	manner TEXT NOT NULL, 
	result TEXT NOT NULL, 
	advice TEXT NOT NULL, 
	advised_by BIGINT, 
	advised_at BIGINT, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT ck_follow_up_done CHECK ((done_at IS NULL) = (done_by IS NULL)), 
	CONSTRAINT fk_follow_up_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_follow_up_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id), 
	CONSTRAINT fk_follow_up_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
)
;;
CREATE INDEX ix_follow_up_customer_id ON follow_up (customer_id)
;;
CREATE INDEX ix_follow_up_open ON follow_up (consultant_id, due_on)
;;
CREATE TABLE price_change (
	id BIGSERIAL NOT NULL, 
	unit_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	unit_price_fen BIGINT NOT NULL, 
	total_fen BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_price_change PRIMARY KEY (id), 
	CONSTRAINT fk_price_change_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
;;
CREATE INDEX ix_price_change_unit_id ON price_change (unit_id)
;;
CREATE FUNCTION guard_price_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_change is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_change BEFORE UPDATE OR DELETE ON price_change FOR EACH ROW EXECUTE FUNCTION guard_price_change()
;;
CREATE TRIGGER guard_price_change_truncate BEFORE TRUNCATE ON price_change FOR EACH STATEMENT EXECUTE FUNCTION guard_price_change()
;;
CREATE TABLE release_line (
	id BIGSERIAL NOT NULL, 
	batch_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	ended_at BIGINT, 
	ended_by BIGINT, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_release_line PRIMARY KEY (id), 
	CONSTRAINT fk_release_line_batch_id FOREIGN KEY(batch_id) REFERENCES release_batch (id), 
	CONSTRAINT fk_release_line_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
)
;;
CREATE UNIQUE INDEX one_live_release ON release_line (unit_id) WHERE ended_at IS NULL
;;
CREATE INDEX ix_release_line_unit_id ON release_line (unit_id)
;;
CREATE FUNCTION guard_release_line_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: an ended release stays' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_release_line_history BEFORE UPDATE ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_history()
;;
CREATE FUNCTION guard_release_line_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: releases are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_release_line_delete BEFORE DELETE ON release_line FOR EACH ROW EXECUTE FUNCTION guard_release_line_delete()
;;
CREATE TABLE deal (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	customer_id BIGINT NOT NULL, 
	consultant_id BIGINT NOT NULL, 
	opened_at BIGINT NOT NULL, 
	list_unit_price_fen BIGINT NOT NULL, 
	list_total_fen BIGINT NOT NULL, 
	CONSTRAINT pk_deal PRIMARY KEY (id), 
	CONSTRAINT ck_deal_price CHECK (list_total_fen > 0), 
	CONSTRAINT fk_deal_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_deal_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_deal_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_deal_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_deal_unit_id ON deal (unit_id)
;;
CREATE INDEX ix_deal_customer_id ON deal (customer_id)
;;
CREATE FUNCTION guard_deal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: deal is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_deal BEFORE UPDATE OR DELETE ON deal FOR EACH ROW EXECUTE FUNCTION guard_deal()
;;
CREATE TRIGGER guard_deal_truncate BEFORE TRUNCATE ON deal FOR EACH STATEMENT EXECUTE FUNCTION guard_deal()
;;
CREATE TABLE claim (
	id BIGSERIAL NOT NULL, 
	unit_id BIGINT NOT NULL, 
	stage TEXT NOT NULL, 
	deal_id BIGINT, 
	customer_id BIGINT, 
	consultant_id BIGINT, 
	opened_at BIGINT NOT NULL, 
	opened_by BIGINT NOT NULL, 
	until BIGINT, 
	reason TEXT NOT NULL, 
	opening BIGINT NOT NULL, 
	ended_at BIGINT, 
	ended_by BIGINT, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT ck_claim_stage CHECK (stage IN ('blocked', 'delivered', 'filed', 'held back', 'in review', 'on hold', 'reserved', 'selected', 'signed', 'subscribed')), 
	CONSTRAINT ck_claim_order CHECK (ended_at IS NULL OR ended_at >= opened_at), 
	CONSTRAINT fk_claim_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_claim_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_claim_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_claim_consultant_id FOREIGN KEY(consultant_id) REFERENCES person (id)
)
;;
CREATE INDEX ix_claim_deal_id ON claim (deal_id)
;;
CREATE INDEX ix_claim_unit_id ON claim (unit_id)
;;
CREATE UNIQUE INDEX one_live_claim ON claim (unit_id) WHERE ended_at IS NULL
;;
CREATE INDEX ix_claim_customer_id ON claim (customer_id)
;;
CREATE FUNCTION guard_claim_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: an ended claim stays' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_history BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_history()
;;
CREATE FUNCTION guard_claim_fixed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.unit_id IS DISTINCT FROM NEW.unit_id OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.deal_id IS DISTINCT FROM NEW.deal_id OR OLD.customer_id IS DISTINCT FROM NEW.customer_id OR OLD.consultant_id IS DISTINCT FROM NEW.consultant_id OR OLD.opened_at IS DISTINCT FROM NEW.opened_at OR OLD.opened_by IS DISTINCT FROM NEW.opened_by OR OLD.until IS DISTINCT FROM NEW.until THEN RAISE EXCEPTION 'guard: a claim can only end' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_fixed BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_fixed()
;;
CREATE FUNCTION guard_claim_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: claims are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_claim_delete BEFORE DELETE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_delete()
;;
CREATE FUNCTION guard_claim_overlap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id AND (c.ended_at IS NULL OR c.ended_at > NEW.opened_at)) THEN RAISE EXCEPTION 'guard: the unit is already claimed' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_overlap BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_overlap()
;;
CREATE FUNCTION guard_claim_replace() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.id) THEN RAISE EXCEPTION 'guard: claims are never replaced' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_replace BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_replace()
;;
CREATE TABLE price_approval (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	total_fen BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_price_approval PRIMARY KEY (id), 
	CONSTRAINT ck_price_approval_total CHECK (total_fen > 0), 
	CONSTRAINT fk_price_approval_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
;;
CREATE INDEX ix_price_approval_deal_id ON price_approval (deal_id)
;;
CREATE FUNCTION guard_price_approval() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: price_approval is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_price_approval BEFORE UPDATE OR DELETE ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval()
;;
CREATE TRIGGER guard_price_approval_truncate BEFORE TRUNCATE ON price_approval FOR EACH STATEMENT EXECUTE FUNCTION guard_price_approval()
;;
CREATE TABLE agreement (
	id BIGSERIAL NOT NULL, 
	no BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	mode_id BIGINT NOT NULL, 
	price_fen BIGINT NOT NULL, 
	deposit_fen BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	sign_by TEXT NOT NULL, 
	sheet TEXT NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY (id), 
	CONSTRAINT uq_agreement_deal_id UNIQUE (deal_id), 
	CONSTRAINT uq_agreement_no UNIQUE (no), 
	CONSTRAINT uq_agreement_number UNIQUE (number), 
	CONSTRAINT fk_agreement_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_agreement_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id)
)
;;
CREATE FUNCTION guard_agreement() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: agreement is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_agreement BEFORE UPDATE OR DELETE ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement()
;;
CREATE TRIGGER guard_agreement_truncate BEFORE TRUNCATE ON agreement FOR EACH STATEMENT EXECUTE FUNCTION guard_agreement()
;;
CREATE TABLE cancellation (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	fault TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	paid_fen BIGINT NOT NULL, 
	kept_fen BIGINT NOT NULL, 
	returned_fen BIGINT NOT NULL, 
	doubled_fen BIGINT NOT NULL, 
	CONSTRAINT pk_cancellation PRIMARY KEY (id), 
	CONSTRAINT uq_cancellation_deal_id UNIQUE (deal_id), 
	CONSTRAINT fk_cancellation_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id)
)
;;
CREATE FUNCTION guard_cancellation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: cancellation is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_cancellation BEFORE UPDATE OR DELETE ON cancellation FOR EACH ROW EXECUTE FUNCTION guard_cancellation()
;;
CREATE TRIGGER guard_cancellation_truncate BEFORE TRUNCATE ON cancellation FOR EACH STATEMENT EXECUTE FUNCTION guard_cancellation()
;;
CREATE TABLE refund (
	id BIGSERIAL NOT NULL, 
	deal_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	unit_code TEXT NOT NULL, 
	customer_id BIGINT NOT NULL, 
	fault TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	kept_fen BIGINT NOT NULL, 
	owed_fen BIGINT NOT NULL, 
	created_at BIGINT NOT NULL, 
	created_by BIGINT NOT NULL, 
	CONSTRAINT pk_refund PRIMARY KEY (id), 
	CONSTRAINT ck_refund_amounts CHECK (owed_fen >= 0 AND kept_fen >= 0), 
	CONSTRAINT uq_refund_deal_id UNIQUE (deal_id), 
	CONSTRAINT fk_refund_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_refund_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_refund_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
;;
CREATE INDEX ix_refund_unit_id ON refund (unit_id)
;;
CREATE FUNCTION guard_refund() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: refund is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_refund BEFORE UPDATE OR DELETE ON refund FOR EACH ROW EXECUTE FUNCTION guard_refund()
;;
CREATE TRIGGER guard_refund_truncate BEFORE TRUNCATE ON refund FOR EACH STATEMENT EXECUTE FUNCTION guard_refund()
;;
CREATE TABLE buyer (
	id BIGSERIAL NOT NULL, 
	agreement_id BIGINT NOT NULL, 
	position BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	id_kind TEXT NOT NULL, 
	id_number TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	address TEXT NOT NULL, 
	share_bp BIGINT NOT NULL, 
	CONSTRAINT pk_buyer PRIMARY KEY (id), 
	CONSTRAINT uq_buyer_agreement_id_position UNIQUE (agreement_id, position), 
	CONSTRAINT fk_buyer_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id)
)
;;
CREATE INDEX ix_buyer_agreement_id ON buyer (agreement_id)
;;
CREATE FUNCTION guard_buyer_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id_number <> '' OR OLD.agreement_id IS DISTINCT FROM NEW.agreement_id OR OLD.position IS DISTINCT FROM NEW.position OR OLD.name IS DISTINCT FROM NEW.name OR OLD.phone IS DISTINCT FROM NEW.phone OR OLD.address IS DISTINCT FROM NEW.address OR OLD.share_bp IS DISTINCT FROM NEW.share_bp THEN RAISE EXCEPTION 'guard: a buyer is identified once' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_buyer_once BEFORE UPDATE ON buyer FOR EACH ROW EXECUTE FUNCTION guard_buyer_once()
;;
CREATE FUNCTION guard_buyer_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.id IS NOT NULL THEN RAISE EXCEPTION 'guard: buyers are never deleted' USING ERRCODE = '23000'; END IF; RETURN OLD; END $$
;;
CREATE TRIGGER guard_buyer_delete BEFORE DELETE ON buyer FOR EACH ROW EXECUTE FUNCTION guard_buyer_delete()
;;
CREATE TABLE receipt (
	id BIGSERIAL NOT NULL, 
	series TEXT NOT NULL, 
	no BIGINT NOT NULL, 
	number TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	project_id BIGINT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	unit_id BIGINT NOT NULL, 
	customer_id BIGINT NOT NULL, 
	refund_id BIGINT, 
	payer TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	cashier_id BIGINT NOT NULL, 
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
;;
CREATE INDEX ix_receipt_deal_id ON receipt (deal_id)
;;
CREATE INDEX ix_receipt_day ON receipt (day, cashier_id)
;;
CREATE INDEX ix_receipt_customer_id ON receipt (customer_id)
;;
CREATE FUNCTION guard_receipt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: receipt is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_receipt BEFORE UPDATE OR DELETE ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt()
;;
CREATE TRIGGER guard_receipt_truncate BEFORE TRUNCATE ON receipt FOR EACH STATEMENT EXECUTE FUNCTION guard_receipt()
;;
CREATE FUNCTION guard_receipt_number() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.no <> coalesce((SELECT max(r.no) + 1 FROM receipt r WHERE r.series = NEW.series), (SELECT c.first_no FROM counter c WHERE c.series = NEW.series)) THEN RAISE EXCEPTION 'guard: receipt numbers follow one another' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_number BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_number()
;;
CREATE TABLE tender (
	id BIGSERIAL NOT NULL, 
	receipt_id BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	reference TEXT NOT NULL, 
	CONSTRAINT pk_tender PRIMARY KEY (id), 
	CONSTRAINT ck_tender_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_tender_kind CHECK (kind IN ('cash', 'card', 'transfer', 'wechat', 'alipay')), 
	CONSTRAINT fk_tender_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
;;
CREATE INDEX ix_tender_receipt_id ON tender (receipt_id)
;;
CREATE FUNCTION guard_tender() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: tender is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_tender BEFORE UPDATE OR DELETE ON tender FOR EACH ROW EXECUTE FUNCTION guard_tender()
;;
CREATE TRIGGER guard_tender_truncate BEFORE TRUNCATE ON tender FOR EACH STATEMENT EXECUTE FUNCTION guard_tender()
;;
CREATE TABLE movement (
	id BIGSERIAL NOT NULL, 
	at BIGINT NOT NULL, 
	day TEXT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	deal_id BIGINT NOT NULL, 
	receipt_id BIGINT, 
	debit TEXT NOT NULL, 
	credit TEXT NOT NULL, 
	amount_fen BIGINT NOT NULL, 
	kind TEXT NOT NULL, 
	CONSTRAINT pk_movement PRIMARY KEY (id), 
	CONSTRAINT ck_movement_amount CHECK (amount_fen > 0), 
	CONSTRAINT ck_movement_accounts CHECK (debit <> credit), 
	CONSTRAINT ck_movement_debit CHECK (debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'refunds owed', 'forfeited', 'penalty paid')), 
	CONSTRAINT ck_movement_credit CHECK (credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'refunds owed', 'forfeited', 'penalty paid')), 
	CONSTRAINT fk_movement_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id), 
	CONSTRAINT fk_movement_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
;;
CREATE INDEX ix_movement_deal_id ON movement (deal_id)
;;
CREATE INDEX ix_movement_receipt_id ON movement (receipt_id)
;;
CREATE FUNCTION guard_movement() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: movement is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_movement BEFORE UPDATE OR DELETE ON movement FOR EACH ROW EXECUTE FUNCTION guard_movement()
;;
CREATE TRIGGER guard_movement_truncate BEFORE TRUNCATE ON movement FOR EACH STATEMENT EXECUTE FUNCTION guard_movement()
;;
CREATE TABLE receipt_void (
	receipt_id BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_receipt_void PRIMARY KEY (receipt_id), 
	CONSTRAINT fk_receipt_void_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
;;
CREATE FUNCTION guard_receipt_void() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: receipt_void is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_receipt_void BEFORE UPDATE OR DELETE ON receipt_void FOR EACH ROW EXECUTE FUNCTION guard_receipt_void()
;;
CREATE TRIGGER guard_receipt_void_truncate BEFORE TRUNCATE ON receipt_void FOR EACH STATEMENT EXECUTE FUNCTION guard_receipt_void()
;;
CREATE TABLE receipt_print (
	id BIGSERIAL NOT NULL, 
	receipt_id BIGINT NOT NULL, 
	reprint BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_receipt_print PRIMARY KEY (id), 
	CONSTRAINT uq_receipt_print_receipt_id_reprint UNIQUE (receipt_id, reprint), 
	CONSTRAINT fk_receipt_print_receipt_id FOREIGN KEY(receipt_id) REFERENCES receipt (id)
)
;;
CREATE FUNCTION guard_receipt_print() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'guard: receipt_print is append-only' USING ERRCODE = '23000'; END $$
;;
CREATE TRIGGER guard_receipt_print BEFORE UPDATE OR DELETE ON receipt_print FOR EACH ROW EXECUTE FUNCTION guard_receipt_print()
;;
CREATE TRIGGER guard_receipt_print_truncate BEFORE TRUNCATE ON receipt_print FOR EACH STATEMENT EXECUTE FUNCTION guard_receipt_print()
