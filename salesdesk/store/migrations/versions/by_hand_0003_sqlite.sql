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
