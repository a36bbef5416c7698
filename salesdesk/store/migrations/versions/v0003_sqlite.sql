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
CREATE TRIGGER guard_agreement_permit BEFORE INSERT ON agreement WHEN EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no contract'); END
;;
CREATE TRIGGER guard_receipt_permit BEFORE INSERT ON receipt WHEN NEW.kind = 'deposit' AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-02' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) BEGIN SELECT RAISE(ABORT, 'guard: no permit, no money'); END
