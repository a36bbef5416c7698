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
CREATE FUNCTION guard_claim_right() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND p.left_at IS NULL AND ((NEW.stage = 'blocked' AND r.name IN ('BlockUnits')) OR (NEW.stage = 'delivered' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'filed' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'held back' AND r.name IN ('AcceptBack', 'HoldBack', 'UnblockUnits')) OR (NEW.stage = 'in review' AND r.name IN ('CancelSubscription')) OR (NEW.stage = 'on hold' AND r.name IN ('ExtendHold', 'HoldUnit', 'TakeDeposit', 'VoidReceipt')) OR (NEW.stage = 'signed' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'subscribed' AND r.name IN ('ImportOpening', 'Subscribe')))) THEN RAISE EXCEPTION 'guard: nobody opens this claim without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_right BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_right()
;;
CREATE FUNCTION guard_claim_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT (NEW.ended_by = 0 AND OLD.stage = 'on hold' AND NEW.ended_at = OLD.until) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND ((OLD.stage = 'blocked' AND r.name IN ('UnblockUnits')) OR (OLD.stage = 'held back' AND r.name IN ('BlockUnits', 'ImportOpening', 'ReleaseUnits')) OR (OLD.stage = 'in review' AND r.name IN ('AcceptBack')) OR (OLD.stage = 'on hold' AND r.name IN ('CancelSubscription', 'ExtendHold', 'LetGo', 'Subscribe', 'TakeDeposit', 'VoidReceipt')) OR (OLD.stage = 'subscribed' AND r.name IN ('CancelSubscription')))) THEN RAISE EXCEPTION 'guard: nobody ends this claim without the right' USING ERRCODE = '23000'; END IF; RETURN NEW; END $$
;;
CREATE TRIGGER guard_claim_end BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_end()
