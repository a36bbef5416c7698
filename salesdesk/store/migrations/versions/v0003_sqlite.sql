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
CREATE TABLE discount_offer (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value INTEGER NOT NULL, 
	"exclusive" INTEGER NOT NULL, 
	source TEXT NOT NULL, 
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
CREATE TRIGGER guard_discount_offer_fixed BEFORE UPDATE ON discount_offer WHEN OLD.id IS DISTINCT FROM NEW.id OR OLD.project_id IS DISTINCT FROM NEW.project_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.value IS DISTINCT FROM NEW.value OR OLD.exclusive IS DISTINCT FROM NEW.exclusive OR OLD.source IS DISTINCT FROM NEW.source OR OLD.mode_id IS DISTINCT FROM NEW.mode_id OR OLD.begins_on IS DISTINCT FROM NEW.begins_on OR OLD.ends_on IS DISTINCT FROM NEW.ends_on OR OLD.at IS DISTINCT FROM NEW.at OR OLD.actor_id IS DISTINCT FROM NEW.actor_id BEGIN SELECT RAISE(ABORT, 'guard: a discount can only end'); END
;;
CREATE TRIGGER guard_discount_offer_delete BEFORE DELETE ON discount_offer WHEN OLD.id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'guard: discounts are never deleted'); END
;;
CREATE TRIGGER guard_discount_offer_replace BEFORE INSERT ON discount_offer WHEN EXISTS (SELECT 1 FROM discount_offer o WHERE o.id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: discounts are never replaced'); END
;;
CREATE TABLE law_line (
	id INTEGER NOT NULL, 
	project_id INTEGER NOT NULL, 
	law TEXT NOT NULL, 
	level TEXT NOT NULL, 
	cites TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	CONSTRAINT pk_law_line PRIMARY KEY (id), 
	CONSTRAINT ck_law_line_law CHECK (law IN ('R-01', 'R-02', 'R-03', 'R-06', 'R-07', 'R-26')), 
	CONSTRAINT ck_law_line_level CHECK (level IN ('block', 'warn', 'off')), 
	CONSTRAINT fk_law_line_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT
;;
CREATE INDEX ix_law_line_newest ON law_line (project_id, law, id)
;;
CREATE TRIGGER guard_law_line_update BEFORE UPDATE ON law_line BEGIN SELECT RAISE(ABORT, 'guard: law_line is append-only'); END
;;
CREATE TRIGGER guard_law_line_delete BEFORE DELETE ON law_line BEGIN SELECT RAISE(ABORT, 'guard: law_line is append-only'); END
;;
CREATE TRIGGER guard_law_line_replace BEFORE INSERT ON law_line WHEN EXISTS (SELECT 1 FROM law_line WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: law_line is append-only'); END
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
CREATE TRIGGER guard_price_version_replace BEFORE INSERT ON price_version WHEN EXISTS (SELECT 1 FROM price_version WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: price_version is append-only'); END
;;
CREATE TRIGGER guard_price_version_moment BEFORE INSERT ON price_version WHEN EXISTS (SELECT 1 FROM price_version v WHERE v.project_id = NEW.project_id AND v.effective_at = NEW.effective_at AND NOT EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = v.id)) BEGIN SELECT RAISE(ABORT, 'guard: two versions are not effective at one moment'); END
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
CREATE TRIGGER guard_unit_filed BEFORE UPDATE ON unit WHEN (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND NEW.total_fen > (SELECT f.total_fen FROM filed_price f WHERE f.unit_id = NEW.id ORDER BY f.id DESC LIMIT 1) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = 'R-06' ORDER BY w.id DESC LIMIT 1), 'block') = 'block' BEGIN SELECT RAISE(ABORT, 'guard: no price above the filed one'); END
;;
CREATE TRIGGER guard_unit_frozen BEFORE UPDATE ON unit WHEN (NEW.total_fen IS DISTINCT FROM OLD.total_fen OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.id AND c.ended_at IS NULL AND c.until IS NULL AND c.stage IN ('delivered', 'filed', 'on hold', 'reserved', 'selected', 'signed', 'subscribed')) BEGIN SELECT RAISE(ABORT, 'guard: a unit that is paid for or sold keeps its price'); END
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
CREATE TRIGGER guard_agreement_permit BEFORE INSERT ON agreement WHEN EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no contract'); END
;;
CREATE TRIGGER guard_price_approval_limit BEFORE INSERT ON price_approval WHEN EXISTS (SELECT 1 FROM deal d JOIN person p ON p.id = NEW.actor_id JOIN discount_limit l ON l.role = p.role WHERE d.id = NEW.deal_id AND l.id = (SELECT max(m.id) FROM discount_limit m WHERE m.role = p.role) AND (d.list_total_fen - NEW.total_fen) * 10000 > l.most_bp * d.list_total_fen) BEGIN SELECT RAISE(ABORT, 'guard: nobody gives more than his role may'); END
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
CREATE TRIGGER guard_receipt_permit BEFORE INSERT ON receipt WHEN NEW.kind = 'deposit' AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-02' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no money'); END
