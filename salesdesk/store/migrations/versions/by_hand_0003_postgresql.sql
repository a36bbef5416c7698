-- Money that goes from one deal to another has an account of its own.
ALTER TABLE movement DROP CONSTRAINT ck_movement_debit
;;
ALTER TABLE movement ADD CONSTRAINT ck_movement_debit CHECK (debit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'held for others', 'prepaid', 'refunds owed', 'forfeited', 'penalty paid', 'carried over', 'late fees'))
;;
ALTER TABLE movement DROP CONSTRAINT ck_movement_credit
;;
ALTER TABLE movement ADD CONSTRAINT ck_movement_credit CHECK (credit IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'opening', 'deposits held', 'price received', 'held for others', 'prepaid', 'refunds owed', 'forfeited', 'penalty paid', 'carried over', 'late fees'))
