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
CREATE FUNCTION guard_price_approval_limit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM deal d JOIN person p ON p.id = NEW.actor_id JOIN discount_limit l ON l.role = p.role WHERE d.id = NEW.deal_id AND l.id = (SELECT max(m.id) FROM discount_limit m WHERE m.role = p.role) AND (d.list_total_fen - NEW.total_fen) * 10000 > l.most_bp * d.list_total_fen) THEN RAISE EXCEPTION 'guard: nobody gives more than his role may' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_price_approval_limit BEFORE INSERT ON price_approval FOR EACH ROW EXECUTE FUNCTION guard_price_approval_limit()
;;
CREATE FUNCTION guard_agreement_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no contract' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_permit BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_permit()
;;
CREATE FUNCTION guard_receipt_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'deposit' AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-02' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no money' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_permit BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_permit()
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
