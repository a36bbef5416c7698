"""A server speaks its own language: what it means is known all the same."""

import psycopg
import pytest
from psycopg.errors import FinishedPGconn
from sqlalchemy.exc import OperationalError

from salesdesk.store.faults import NoOfficeThere, NoTls, ServerUnreachable, SignInRefused
from salesdesk.store.server_faults import server_refusal

WRONG, LOGIN, NO_DATABASE, NO_ENTRY, STARTS = 0, 1, 2, 3, 4
MEANT = (SignInRefused, SignInRefused, NoOfficeThere, NoTls, ServerUnreachable)
SAID = {
    "en": (
        'FATAL:  password authentication failed for user "li"',
        'FATAL:  role "li" is not permitted to log in',
        'FATAL:  database "office" does not exist',
        'FATAL:  no pg_hba.conf entry for host "10.0.0.2", user "li", database "office", no encryption',
        "FATAL:  the database system is starting up",
    ),
    "de": (
        "FATAL:  Passwort-Authentifizierung für Benutzer »li« fehlgeschlagen",
        "FATAL:  Rolle »li« hat keine Berechtigung zum Einloggen",
        "FATAL:  Datenbank »office« existiert nicht",
        (
            "FATAL:  kein pg_hba.conf-Eintrag für Host »10.0.0.2«, Benutzer »li«, Datenbank »office«, "
            "keine Verschlüsselung"
        ),
        "FATAL:  das Datenbanksystem startet",
    ),
    "fr": (
        "FATAL:  authentification par mot de passe échouée pour l'utilisateur  « li »",
        "FATAL:  le rôle « li » n'est pas autorisé à se connecter",
        "FATAL:  la base de données « office » n'existe pas",
        (
            "FATAL:  aucune entrée dans pg_hba.conf pour l'hôte « 10.0.0.2 », utilisateur « li »,\n"
            "base de données « office », aucun chiffrement"
        ),
        "FATAL:  le système de bases de données se lance",
    ),
    "it": (
        'FATALE:  autenticazione con password fallita per l\'utente "li"',
        'FATALE:  al ruolo "li" non è consentito effettuare il login',
        'FATALE:  il database "office" non esiste',
        (
            'FATALE:  nessuna voce in pg_hba.conf per l\'host "10.0.0.2", utente "li", database "office", '
            "nessuna crittografia"
        ),
        "FATALE:  il database si sta avviando",
    ),
    "ja": (
        'FATAL:  ユーザー"li"のパスワード認証に失敗しました',
        'FATAL:  ロール"li"はログインが許可されません',
        'FATAL:  データベース"office"は存在しません',
        'FATAL:  pg_hba.conf にホスト"10.0.0.2"、ユーザー"li"、データベース"office", 暗号化なし用のエントリがありません',
        "FATAL:  データベースシステムは起動処理中です",
    ),
    "ko": (
        '치명적오류:  사용자 "li"의 password 인증을 실패했습니다',
        '치명적오류:  "li" 롤은 접속을 허용하지 않음',
        '치명적오류:  "office" 데이터베이스 없음',
        '치명적오류:  호스트 "10.0.0.2", 사용자 "li", 데이터베이스 "office", 암호화 안함 연결에 대한 설정이 pg_hba.conf 파일에 없습니다.',
        "치명적오류:  데이터베이스 시스템이 새로 가동 중입니다.",
    ),
    "ru": (
        'ВАЖНО:  пользователь "li" не прошёл проверку подлинности (по паролю)',
        'ВАЖНО:  для роли "li" вход запрещён',
        'ВАЖНО:  база данных "office" не существует',
        (
            'ВАЖНО:  в pg_hba.conf нет записи для компьютера "10.0.0.2", пользователя "li", базы "office", '
            "без шифрования"
        ),
        "ВАЖНО:  система баз данных запускается",
    ),
    "zh_CN": (
        '致命错误:  用户 "li" Password 认证失败',
        '致命错误:  不允许角色"li" 进行登录',
        '致命错误:  数据库 "office" 不存在',
        '致命错误:  没有用于主机 "10.0.0.2", 用户 "li", 数据库 "office", no encryption 的 pg_hba.conf 记录',
        "致命错误:  数据库系统启动中",
    ),
}
"""What PostgreSQL 15 says at the door, from its own translations."""


def refused(said, user=b"li", database=b"office"):
    words = f'connection failed: connection to server at "10.0.0.1", port 5432 failed: {said}'
    original = psycopg.OperationalError(words, pgconn=FinishedPGconn(user=user, db=database))
    return server_refusal(OperationalError("connect", {}, original), "there")


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("at", range(len(MEANT)))
def test_the_door_is_understood_in_any_language(language, at):
    refusal = refused(SAID[language][at])
    assert type(refusal) is MEANT[at]
    assert all(refusal.sentences())


def test_under_tls_a_missing_entry_is_no_matter_of_tls():
    said = SAID["de"][NO_ENTRY].replace("keine Verschlüsselung", "SSL-Verschlüsselung")
    assert type(refused(said)) is SignInRefused


def test_a_name_within_another_is_not_meant():
    said = SAID["zh_CN"][NO_DATABASE].replace("office", "li-office_2")
    assert type(refused(said, database=b"li-office_2", user=b"office")) is NoOfficeThere
    assert type(refused(SAID["de"][STARTS], user=b"start")) is ServerUnreachable
