CREATE TABLE intent (
	id TEXT NOT NULL, 
	form_hash TEXT NOT NULL, 
	CONSTRAINT pk_intent PRIMARY KEY (id)
)
 STRICT
;;
CREATE TRIGGER guard_intent_update BEFORE UPDATE ON intent BEGIN SELECT RAISE(ABORT, 'guard: intent is append-only'); END
;;
CREATE TRIGGER guard_intent_delete BEFORE DELETE ON intent BEGIN SELECT RAISE(ABORT, 'guard: intent is append-only'); END
;;
CREATE TRIGGER guard_intent_replace BEFORE INSERT ON intent WHEN EXISTS (SELECT 1 FROM intent WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'guard: intent is append-only'); END
;;
CREATE TRIGGER guard_claim_right BEFORE INSERT ON claim WHEN NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.opened_by AND p.left_at IS NULL AND ((NEW.stage = 'blocked' AND r.name IN ('BlockUnits')) OR (NEW.stage = 'delivered' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'filed' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'held back' AND r.name IN ('AcceptBack', 'HoldBack', 'UnblockUnits')) OR (NEW.stage = 'in review' AND r.name IN ('CancelSubscription')) OR (NEW.stage = 'on hold' AND r.name IN ('ExtendHold', 'HoldUnit', 'TakeDeposit', 'VoidReceipt')) OR (NEW.stage = 'signed' AND r.name IN ('ImportOpening')) OR (NEW.stage = 'subscribed' AND r.name IN ('ImportOpening', 'Subscribe')))) BEGIN SELECT RAISE(ABORT, 'guard: nobody opens this claim without the right'); END
;;
CREATE TRIGGER guard_claim_end BEFORE UPDATE ON claim WHEN OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT (NEW.ended_by = 0 AND OLD.stage = 'on hold' AND NEW.ended_at = OLD.until) AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = NEW.ended_by AND p.left_at IS NULL AND ((OLD.stage = 'blocked' AND r.name IN ('UnblockUnits')) OR (OLD.stage = 'held back' AND r.name IN ('BlockUnits', 'ImportOpening', 'ReleaseUnits')) OR (OLD.stage = 'in review' AND r.name IN ('AcceptBack')) OR (OLD.stage = 'on hold' AND r.name IN ('CancelSubscription', 'ExtendHold', 'LetGo', 'Subscribe', 'TakeDeposit', 'VoidReceipt')) OR (OLD.stage = 'subscribed' AND r.name IN ('CancelSubscription')))) BEGIN SELECT RAISE(ABORT, 'guard: nobody ends this claim without the right'); END
