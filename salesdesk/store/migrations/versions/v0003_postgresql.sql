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
CREATE TABLE discount_offer (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value BIGINT NOT NULL, 
	exclusive BIGINT NOT NULL, 
	source TEXT NOT NULL, 
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
	CONSTRAINT ck_discount_offer_days CHECK (ends_on IS NULL OR ends_on >= begins_on), 
	CONSTRAINT fk_discount_offer_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_discount_offer_mode_id FOREIGN KEY(mode_id) REFERENCES payment_mode (id)
)
;;
CREATE UNIQUE INDEX one_live_discount ON discount_offer (project_id, name) WHERE ended_at IS NULL
;;
CREATE FUNCTION guard_discount_offer_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'guard: an ended discount stays' USING ERRCODE = '23000'; END IF; IF OLD.id IS DISTINCT FROM NEW.id OR OLD.project_id IS DISTINCT FROM NEW.project_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.value IS DISTINCT FROM NEW.value OR OLD.exclusive IS DISTINCT FROM NEW.exclusive OR OLD.source IS DISTINCT FROM NEW.source OR OLD.mode_id IS DISTINCT FROM NEW.mode_id OR OLD.begins_on IS DISTINCT FROM NEW.begins_on OR OLD.ends_on IS DISTINCT FROM NEW.ends_on OR OLD.at IS DISTINCT FROM NEW.at OR OLD.actor_id IS DISTINCT FROM NEW.actor_id THEN RAISE EXCEPTION 'guard: a discount can only end' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
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
CREATE TABLE law_line (
	id BIGSERIAL NOT NULL, 
	project_id BIGINT NOT NULL, 
	law TEXT NOT NULL, 
	level TEXT NOT NULL, 
	cites TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	actor_id BIGINT NOT NULL, 
	CONSTRAINT pk_law_line PRIMARY KEY (id), 
	CONSTRAINT ck_law_line_law CHECK (law IN ('R-01', 'R-02', 'R-03', 'R-06', 'R-07', 'R-26')), 
	CONSTRAINT ck_law_line_level CHECK (level IN ('block', 'warn', 'off')), 
	CONSTRAINT fk_law_line_project_id FOREIGN KEY(project_id) REFERENCES project (id)
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
CREATE FUNCTION guard_unit_rules_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND NEW.total_fen > (SELECT f.total_fen FROM filed_price f WHERE f.unit_id = NEW.id ORDER BY f.id DESC LIMIT 1) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = 'R-06' ORDER BY w.id DESC LIMIT 1), 'block') = 'block' THEN RAISE EXCEPTION 'guard: no price above the filed one' USING ERRCODE = '23000'; END IF; IF (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.id AND c.ended_at IS NULL AND c.until IS NULL AND c.stage IN ('delivered', 'filed', 'on hold', 'reserved', 'selected', 'signed', 'subscribed')) THEN RAISE EXCEPTION 'guard: a unit that is paid for or sold keeps its price' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_unit_rules_update BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit_rules_update()
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
CREATE FUNCTION guard_agreement_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no contract' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_permit BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_permit()
;;
CREATE FUNCTION guard_price_approval_limit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM deal d JOIN person p ON p.id = NEW.actor_id JOIN discount_limit l ON l.role = p.role WHERE d.id = NEW.deal_id AND l.id = (SELECT max(m.id) FROM discount_limit m WHERE m.role = p.role) AND (d.list_total_fen - NEW.total_fen) * 10000 > l.most_bp * d.list_total_fen) THEN RAISE EXCEPTION 'guard: nobody gives more than his role may' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_limit BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_limit()
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
CREATE FUNCTION guard_receipt_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'deposit' AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-02' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no money' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_permit BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_permit()
