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
CREATE FUNCTION guard_agreement_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = (SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id) AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-03' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no contract' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_agreement_permit BEFORE INSERT ON agreement FOR EACH ROW EXECUTE FUNCTION guard_agreement_permit()
;;
CREATE FUNCTION guard_receipt_permit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.kind = 'deposit' AND EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id AND coalesce((SELECT w.level FROM law_line w WHERE w.project_id = j.id AND w.law = 'R-02' ORDER BY w.id DESC LIMIT 1), j.law_level) = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id)) THEN RAISE EXCEPTION 'guard: no permit, no money' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_receipt_permit BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION guard_receipt_permit()
