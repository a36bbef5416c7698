"""The administration desk's pages on a real office."""

import dataclasses
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from salesdesk.desks.admin import journal as journal_page
from salesdesk.desks.admin.journalfields import FIELDS
from salesdesk.desks.admin.journalwords import Names, changed_facts, form_facts, unit_ids
from salesdesk.desks.admin.lawwords import LAWS
from salesdesk.desks.admin.officesettings import SettingField
from salesdesk.desks.admin.rightwords import RIGHT_GROUPS
from salesdesk.desks.admin.words import SETTING_GROUPS, SETTING_WORDS
from salesdesk.desks.orders import COMMAND_WORDS
from salesdesk.desks.widgets.desk import Jump
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ProjectId, RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.commands import EditProject, ImportUnits
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.permit_queries import permits
from salesdesk.office.inventory.queries import board, buildings, projects
from salesdesk.office.sales.posting import postings
from salesdesk.office.staff.commands import AddPerson, ChangeSetting
from salesdesk.office.staff.queries import people, rights, setting, settings
from salesdesk.office.staff.rules import (
    DEFAULT_RIGHTS,
    DRILL,
    NOBODYS_SETTINGS,
    OWN_DOORS,
    SETTINGS,
    Role,
)
from tests.desks.admin_made import PROJECT, ROWS, Sat, make_office
from tests.furnished import rows
from tests.furnished import seat as seat_of

PAGES = [
    "import",
    "buildings",
    "projects",
    "discounts",
    "modes",
    "people",
    "rights",
    "flows",
    "settings",
    "journal",
    "proof",
]


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("admin"))


@pytest.fixture
def sit(qtbot, founded, tmp_path):
    """Seat people at the same copied office."""
    made = []

    def seat(login="admin"):
        made.append(Sat(qtbot, founded, tmp_path, login))
        return made[-1]

    yield seat
    for one in made:
        one.close()


@pytest.fixture
def sat(sit):
    return sit()


def test_every_page_opens_in_both_languages(language, sat):
    assert list(sat.desk.views()) == PAGES
    for name in PAGES:
        page = sat.page(name)
        assert page.isVisible() and page.banner.words() == ""
        assert page.minimumSizeHint().height() <= 640


def test_pages_follow_the_rights(sit):
    assert list(sit("manager").desk.views()) == [
        "import",
        "buildings",
        "projects",
        "prices",
        *PAGES[3:5],
        "progress",
        *PAGES[5:6],
        *PAGES[8:],
    ]
    assert list(sit("consultant").desk.views()) == []
    page = sit("manager").page("people")
    assert page.add.isHidden() and not page.leave.isHidden()
    assert not sit("manager").page("settings").fields["zone"].isEnabled()


def test_others_may_ask_for_a_page(sat):
    sat.desk.receive(Jump("admin", Topic.PROJECT, 0, "import"))
    assert sat.desk.place() == "import"
    sat.desk.receive(Jump("admin", Topic.PERSON, 1))
    assert sat.desk.place() == "people"
    sat.desk.receive(Jump("admin", Topic.PROJECT, 1))
    assert sat.desk.place() == "projects"
    sat.desk.go("journal")
    assert sat.desk.place() == "journal"
    assert sat.desk.keys()


# --- buildings ------------------------------------------------------------------------------------


def test_a_building_is_made_as_counted_beforehand(sat):
    page = sat.page("buildings")
    page.building.setText("3栋")
    page.last.setValue(5)
    page.skipped.setText("4")
    page.flat.setText("5")
    page.recount()
    assert page.count.text().startswith("16 units on 4 floors")
    assert page.preview.model.rowCount() == 16
    page.go.click()
    sat.settle()
    made = sat.seat.ask(board)
    assert len(made) == 16 and {unit.floor for unit in made} == {1, 2, 3, 5}
    assert "3栋" in page.banner.words()
    assert page.building.text() == ""
    page.target.setText("4栋")
    page.copy.click()
    sat.settle()
    assert [name for _key, name in sat.seat.ask(buildings, 1)] == ["3栋", "4栋"]
    page.target.setText("3栋")
    page.copy.click()
    sat.settle()
    assert page.target.text() == "3栋"
    assert "already" in page.banner.words()


def test_a_pattern_that_makes_no_building_says_why(sat):
    page = sat.page("buildings")
    page.building.setText("3栋")
    page.grid.item(0, 3).setText("abc")
    page.recount()
    assert "marked cells" in page.why.text()
    assert not page.go.isEnabled()
    page.grid.item(0, 3).setText("100")
    page.grid.item(1, 0).setText("01")
    page.recount()
    assert "twice" in page.why.text()
    page.grid.add_unit()
    assert page.grid.item(2, 0).text() == "02"
    page.grid.setCurrentCell(1, 0)
    page.grid.remove_unit()
    page.recount()
    assert page.why.text() == "" and page.go.isEnabled()


# --- projects -------------------------------------------------------------------------------------


def test_a_project_is_made_edited_and_permitted(sat):
    page = sat.page("projects")
    form = page.create_project()
    form.name.setText(PROJECT)
    form.send()
    sat.settle()
    assert PROJECT in form.form.banner.words() and form.name.text() == PROJECT
    form.name.setText("四季名园")
    form.send()
    sat.settle()
    assert page.title_line.text() == "四季名园"
    page.form.company.setText("四季置业")
    assert "Law pack" in page.form.meaning.text()
    assert page.unsaved()
    page.save.click()
    sat.settle()
    card = next(card for card in sat.seat.ask(projects) if card.name == "四季名园")
    assert (card.company, card.law_level) == ("四季置业", "block")
    assert not page.unsaved()
    assert page.correct_permit() is None and page.withdraw_permit() is None
    tower = rows("1栋", floors=1, per_floor=1)
    sat.seat.do(ImportUnits(rows=tower, project=ProjectId(card.id), file="x"))
    page.choose(card.id)
    page._ask_permits()
    sat.settle()
    form = page.record_permit()
    form.issued.setText("2026-01-31")
    form.send()
    sat.settle()
    assert form.form.banner.words(), "a permit has a number"
    form.number.setText("深房许字001号")
    form.authority.setText("住建局")
    form.issued.setText("2999-01-01")
    form.send()
    sat.settle()
    assert form.number.text() == "深房许字001号"
    form.issued.setText("2026-01-31")
    form.send()
    sat.settle()
    assert [line.number for line in sat.seat.ask(permits, card.id)] == ["深房许字001号"]
    assert page.permits.model.rowCount() == 1
    page.permits.choose(page.permits.model.lines()[0].id)
    form = page.correct_permit()
    assert (form.number.text(), form.issued.text()) == ("深房许字001号", "2026-01-31")
    assert form.buildings() == ("1栋",)
    form.number.setText("深房许字002号")
    form.send()
    sat.settle()
    assert "reason" in form.form.banner.words().lower()
    form.reason.setText("写错")
    form.send()
    sat.settle()
    form = page.withdraw_permit()
    form.reason.setText("重复")
    form.send()
    sat.settle()
    (line,) = sat.seat.ask(permits, card.id)
    assert (line.number, line.withdrawn) == ("深房许字002号", True)
    assert [was.number for was in line.past] == ["深房许字001号", "深房许字002号"]
    assert not page.end.isEnabled()


def test_a_law_is_set_and_a_pack_adopted_in_the_window(sat):
    page = sat.page("projects")
    dialog = page.show_laws()
    sat.settle()
    assert [card.law for card in dialog.laws.model.lines()] == [law.value for law in Law]
    dialog.laws.choose("R-02")
    dialog.level.setCurrentIndex(dialog.level.findData("warn"))
    assert not dialog.save.isEnabled(), "the administrator relaxes nothing, nor asks for it"
    dialog.laws.choose("R-07")
    dialog.level.setCurrentIndex(dialog.level.findData("block"))
    assert dialog.save.text() == "Set this law"
    dialog.send()
    sat.settle()
    assert dialog.form.banner.words(), "a law is not set without a reason"
    assert dialog.level.currentData() == "block"
    dialog.reason.setText("city notice 12")
    dialog.send()
    sat.settle()
    card = next(one for one in sat.seat.ask(law_pack, 1) if one.law == "R-07")
    assert (card.level, card.reason, card.signed_by) == ("block", "city notice 12", ())
    assert dialog.reason.text() == ""
    dialog.packs.setCurrentIndex(dialog.packs.findData("cn-lottery"))
    dialog.adopt.click()
    sat.settle()
    assert "reason" in dialog.form.banner.words().lower()
    dialog.reason.setText("city notice 13")
    dialog.adopt.click()
    sat.settle()
    levels = {one.law: one.level for one in dialog.laws.model.lines()}
    assert (levels["R-02"], levels["R-26"]) == ("block", "block")
    dialog.packs.setCurrentIndex(dialog.packs.findData("abroad"))
    assert dialog.adopt.text() == "Ask for this pack"
    assert not dialog.adopt.isEnabled()


def test_a_softer_law_is_asked_for_in_the_window_and_stands_when_all_signed(sit):
    sat = sit("manager")
    for role in (Role.HEAD, Role.GENERAL):
        name = f"{role.value} one"
        sat.other("admin").do(AddPerson(login=role.value, name=name, role=role))
    with sat.office.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE person SET must_change = 0")
    dialog = sat.page("projects").show_laws()
    sat.settle()
    dialog.laws.choose("R-08")
    dialog.level.setCurrentIndex(dialog.level.findData("warn"))
    assert dialog.save.text() == "Ask for signatures"
    dialog.reason.setText("checked by hand")
    dialog.save.click()
    sat.settle()
    assert "Request 1 is filed" in dialog.form.banner.words()
    assert {one.law: one.level for one in dialog.laws.model.lines()}["R-08"] == "block"
    for login in ("head", "general"):
        seat_of(sat.office, login).do(SignRequest(request=RequestId(1)))
    dialog.refresh()
    sat.settle()
    card = next(one for one in dialog.laws.model.lines() if one.law == "R-08")
    assert (card.level, card.ships, card.below, card.reason) == (
        "warn", "block", True, "checked by hand",
    )  # fmt: skip
    assert (card.by, card.signed_by) == (sat.seat.person.name, ("head one", "general one"))


def test_a_discount_is_offered_and_ended_in_the_window(sit):
    sat = sit("manager")
    page = sat.page("discounts")
    sat.settle()
    assert "No role" in page.limits.text()
    form = page.offer_discount()
    form.name.setText("开盘98折")
    form.send()
    sat.settle()
    assert not form.isHidden(), "per cent is missing"
    form.percent.setText("98 %")
    form.ends.setText("2001-01-01")
    form.send()
    sat.settle()
    assert form.form.banner.words() and form.percent.text() == "98 %"
    form.ends.setText("")
    form.send()
    sat.settle()
    assert [(line.name, line.runs) for line in page.list.model.lines()] == [("开盘98折", True)]
    page.list.choose(page.list.model.lines()[0].id)
    form = page.end_discount()
    form.reason.setText("名额已满")
    form.send()
    sat.settle()
    assert page.list.model.rowCount() == 0


def test_a_role_s_limit_is_set_in_the_window(sat):
    page = sat.page("discounts")
    form = page.set_limit()
    form.percent.setText("x")
    form.send()
    assert form.percent.text() == "x" and not form.isHidden()
    form.percent.setText("2.5")
    form.send()
    sat.settle()
    assert "2.5 %" in page.limits.text()


# --- people ---------------------------------------------------------------------------------------


def test_somebody_comes_with_a_password_shown_once(sat):
    page = sat.page("people")
    form = page.add_person()
    form.name.setText("王芳")
    form.login.setText("manager")
    form.send()
    sat.settle()
    assert "manager" in form.form.banner.words()
    assert form.name.text() == "王芳"
    form.login.setText("wangfang")
    form.send()
    sat.settle()
    password = page.slip.password.text()
    assert password
    page.slip.accept()
    assert sat.office.sign_in("wangfang", password).person.must_change
    assert "wangfang" in [card.login for card in page.list.model.lines()]


def test_a_role_changes_and_the_last_administrator_stays(sat):
    page = sat.page("people")
    page.list.choose(1)
    form = page.change_role()
    form.role.box.setCurrentIndex(form.role.box.findData("cashier"))
    form.send()
    sat.settle()
    assert "last administrator" in form.form.banner.words()
    form.reject()
    page.list.choose(2)
    form = page.change_role()
    form.role.box.setCurrentIndex(form.role.box.findData("consultant"))
    form.send()
    sat.settle()
    assert {card.id: card.role for card in sat.seat.ask(people)}[2] == "consultant"


def test_a_person_is_posted_to_a_project_and_back_to_all(sat):
    page = sat.page("people")
    sat.desk.refresh()
    sat.settle()
    someone = next(card for card in page.list.model.lines() if card.login == "consultant")
    assert page.list.posted == {}
    page.list.choose(someone.id)
    form = page.post_person()
    assert "works in all projects" in form.meaning.text()
    form.ticks.item(0).setCheckState(Qt.CheckState.Checked)
    assert "1 project" in form.meaning.text()
    form.send()
    sat.settle()
    assert page.list.posted == {someone.id: "云栖花园"}
    assert sat.seat.ask(postings) == {someone.id: (1,)}
    form = page.post_person()
    assert form.ticks.item(0).checkState() is Qt.CheckState.Checked
    form.ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
    form.send()
    sat.settle()
    assert sat.seat.ask(postings) == {}


def test_who_leaves_hands_customers_over(sat):
    consultant = sat.other("consultant")
    consultant.do(RegisterVisit(manner=Manner.VISIT, name="王芳", phone="13812345678", project=1))
    page = sat.page("people")
    sat.desk.refresh()
    sat.settle()
    leaver = next(c for c in page.list.model.lines() if c.login == "consultant")
    assert page.list.customers[leaver.id] == 1
    page.list.choose(leaver.id)
    form = page.leave_office()
    form.heir.setCurrentIndex(0)
    form.send()
    sat.settle()
    assert "1" in form.form.banner.words()
    heir = next(c for c in page.list.model.lines() if c.login == "consultant2")
    form.heir.setCurrentIndex(form.heir.findData(heir.id))
    form.send()
    sat.settle()
    assert leaver.id not in [card.id for card in page.list.model.lines()]
    page.gone.setChecked(True)
    sat.settle()
    assert [c.login for c in page.list.model.lines() if not c.active] == ["consultant"]
    assert page.list.customers == {heir.id: 1}


def test_a_role_without_customers_asks_who_takes_them_over(sat):
    sat.other("consultant").do(
        RegisterVisit(manner=Manner.VISIT, name="王芳", phone="13812345678", project=1)
    )
    page = sat.page("people")
    sat.desk.refresh()
    sat.settle()
    leaver, heir = (
        next(c for c in page.list.model.lines() if c.login == login)
        for login in ("consultant", "consultant2")
    )
    page.list.choose(leaver.id)
    form = page.change_role()
    choose = form.role.box
    assert form.heir.isHidden()
    choose.setCurrentIndex(choose.findData("manager"))
    assert form.heir.isHidden()  # a manager looks after customers too
    choose.setCurrentIndex(choose.findData("cashier"))
    assert not form.heir.isHidden()
    assert form.heir.currentData() == heir.id
    assert {form.heir.itemText(n).rpartition(" · ")[2] for n in range(1, form.heir.count())} == {
        "Property consultant", "Site manager",
    }  # fmt: skip
    form.heir.setCurrentIndex(0)
    form.send()
    sat.settle()
    assert "1" in form.form.banner.words()
    form.heir.setCurrentIndex(form.heir.findData(heir.id))
    form.send()
    sat.settle()
    assert page.list.customers == {heir.id: 1}
    assert {card.id: card.role for card in sat.seat.ask(people)}[leaver.id] == "cashier"


def test_a_password_is_reset(sat):
    page = sat.page("people")
    page.list.choose(3)
    question = page.reset_password()
    question.yes.click()
    sat.settle()
    fresh = page.slip.password.text()
    page.slip.accept()
    login = next(card.login for card in sat.seat.ask(people) if card.id == 3)
    assert sat.office.sign_in(login, fresh).person.must_change


# --- rights and settings --------------------------------------------------------------------------


def test_a_tick_is_a_right_and_the_last_one_stays(sat):
    page = sat.page("rights")
    column = 1 + list(Role).index(Role.CONSULTANT)
    item = page.items["ImportUnits"]
    assert item.checkState(column) == Qt.CheckState.Unchecked
    item.setCheckState(column, Qt.CheckState.Checked)
    sat.settle()
    held = {line.name: line.roles for line in sat.seat.ask(rights)}
    assert "consultant" in held["ImportUnits"]
    admin = 1 + list(Role).index(Role.ADMIN)
    page.items["AddPerson"].setCheckState(admin, Qt.CheckState.Unchecked)
    sat.settle()
    assert page.banner.words()
    assert page.items["AddPerson"].checkState(admin) == Qt.CheckState.Checked
    page.tree.setFocus()
    page.tree.setCurrentItem(page.items["journal"], column)
    sat.qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    sat.settle()
    assert "consultant" in {line.name: line.roles for line in sat.seat.ask(rights)}["journal"]
    page.filter.setText("addperson")
    assert not page.items["AddPerson"].isHidden() and page.items["HoldUnit"].isHidden()
    assert page.sheet().rows


def test_every_right_and_setting_has_its_place_and_word():
    grouped = [name for _group, names in RIGHT_GROUPS for name in names]
    assert sorted(grouped) == sorted(DEFAULT_RIGHTS)
    assert set(grouped) <= COMMAND_WORDS.keys()
    shown = {name for _group, names in SETTING_GROUPS for name in names}
    assert shown == SETTINGS.keys() - NOBODYS_SETTINGS - OWN_DOORS - {DRILL}


def test_settings_keep_their_bounds(sat):
    page = sat.page("settings")
    for name, field in page.fields.items():
        rule = SETTINGS[name]
        if rule.kind is int:
            assert (field.editor.minimum(), field.editor.maximum()) == (rule.least, rule.most)
    page.fields["hold_minutes"].editor.setValue(45)
    page.fields["zone"].editor.setCurrentText("Mars/Olympus")
    assert page.unsaved()
    page.save.click()
    sat.settle()
    assert "Mars/Olympus" in page.banner.words()
    page.fields["zone"].editor.setCurrentText("Asia/Hong_Kong")
    page.save.click()
    sat.settle()
    now = sat.seat.ask(settings)
    assert (now["hold_minutes"], now["zone"]) == (45, "Asia/Hong_Kong")
    assert not page.unsaved()
    with sat.office.database.reading() as session:
        assert setting(session, "hold_minutes") == 45


def test_a_yes_or_no_setting_is_a_tick(sat):
    page = sat.page("settings")
    tick = page.fields["wall_prices"].editor
    assert isinstance(tick, QCheckBox)
    assert tick.isChecked()
    assert page.fields["wall_page_seconds"].editor.suffix() == " seconds"
    tick.click()
    page.save.click()
    sat.settle()
    assert sat.seat.ask(settings)["wall_prices"] is False
    assert not page.unsaved()
    assert not tick.isChecked()


# --- journal and proof ----------------------------------------------------------------------------


def test_the_journal_says_who_did_what(sat, monkeypatch):
    monkeypatch.setattr(journal_page, "PAGE", 4)
    consultant = sat.other("consultant")
    for number in range(6):
        phone = f"1381234567{number}"
        consultant.do(RegisterVisit(manner=Manner.VISIT, name="王芳", phone=phone, project=1))
    page = sat.page("journal")
    assert page.list.model.rowCount() == 4
    page.page_on()
    sat.settle()
    assert page.list.model.rowCount() == 7
    assert not page.older.isEnabled()
    table = "\n".join("\t".join(row) for row in page.list.sheet().texts())
    assert "陈思远" in table and PROJECT in table and "138****" in table
    assert "13812345670" not in table
    assert set(page.names.customers.values()) == {"王芳"}  # named in the list, not only beside it
    page.filter.setText("陈思远")
    page.list.set_filter(page.filter.text())
    assert page.list.model.rowCount() == 6
    page.filter.clear()
    page.list.set_filter("")
    page.who.setCurrentIndex(page.who.findData("系统管理员"))
    assert [line.command for line in page.list.model.lines()] == ["FoundOffice"]
    out = sat.folder / "journal.csv"
    page.list.write(out)
    sat.settle()
    assert "系统管理员" in out.read_text("utf-8-sig")


def test_every_field_of_every_command_has_a_word_in_the_journal():
    fields = {field.name for command in COMMANDS.values() for field in dataclasses.fields(command)}
    settings_too = SETTING_WORDS.keys()
    assert sorted(fields - FIELDS.keys() - settings_too) == []


def test_an_exchange_reads_in_words_in_the_journal(language):
    """The unit exchanged for by its code, the request by what it was about, not by its command."""
    names = Names(units={3: "1-1-0301", 7: "1-1-0701"})
    form = json.dumps({"unit": 3, "to": 7, "reason": "x", "take": [], "loosen": []})
    shown = [value for _name, value in form_facts(form, names)]
    assert shown == ["1-1-0301", "1-1-0701", "x"]
    assert unit_ids(form) == {3, 7}
    notes = [
        {"topic": "request", "key": 8, "carried_out": "ExchangeUnit"},
        {"topic": "deal", "key": 2, "changed": "exchange", "number": "BG0000004"},
    ]
    said = [value for _record, value in changed_facts(json.dumps(notes), names)]
    word = "换房" if language == "zh_CN" else "Unit exchange"
    assert all(word in value for value in said)
    assert form_facts(json.dumps({"to": "2026-12-03"}), names)[0][1] == "2026-12-03"


def test_a_line_in_words():
    names = Names(people={2: "陈思远", 3: "许可"}, units={7: "1-1-0301"})
    form = '{"amount":5000000,"note":"","tender":"cash","unit":7,"writing":true}'
    assert form_facts(form, names) == [
        ("Amount", "¥50,000.00"), ("Means of payment", "Cash"), ("Unit", "1-1-0301"),
        ("While papers are written", "yes"),
    ]  # fmt: skip
    changed = (
        '[{"topic":"unit","key":7,"stage":"on hold"},'
        '{"topic":"customer","key":9,"consultant":[2,3]},'
        '{"topic":"person","key":0,"granted":["cashier","HoldUnit"]}]'
    )
    assert changed_facts(changed, names) == [
        ("Unit 1-1-0301", "Now: On hold"),
        ("Customer #9", "Consultant: 陈思远 → 许可"),
        ("Person", "Granted: Cashier, Hold a unit"),
    ]


def test_a_backup_is_made_listed_and_proved(sat):
    page = sat.page("proof")
    assert page.age.value() == "none yet"
    page.now.click()
    sat.settle()
    assert page.age.value() == "just now"
    assert page.copies.model.rowCount() == 1
    page.prove.click()
    sat.settle()
    assert page.laws.model.rowCount() == len(sat.seat.ask(audit)) == len(LAWS)
    assert "every law holds" in page.verdict.text()
    page.copies.choose(page.copies.model.line(0).path)
    page.check.click()
    sat.settle()
    assert page.verdict.text().startswith(page.copies.current().path.name)
    page.copies.current().path.write_bytes(b"nothing")
    page.check.click()
    sat.settle()
    assert page.banner.words()


def test_what_others_change_is_shown(sat):
    page = sat.page("people")
    before = page.list.model.rowCount()
    other = Sat(sat.qtbot, sat.path, sat.folder)
    form = other.page("people").add_person()
    form.name.setText("新人")
    form.login.setText("newcomer")
    form.send()
    other.settle()
    other.desk.page("people").slip.accept()
    other.close()
    sat.qtbot.waitUntil(lambda: page.list.model.rowCount() == before + 1, timeout=8000)


def test_two_buildings_to_copy_can_be_told_apart(sat):
    rows = [(name, *row[1:]) for name in ("四季名苑1栋", "四季名苑2栋") for row in ROWS[:1]]
    sat.imported(sat.file(rows))
    source = sat.page("buildings").source
    names = [source.itemText(at) for at in range(source.count())]
    assert {"四季名苑1栋", "四季名苑2栋"} <= set(names)
    room = source.width() - 34  # frame and arrow
    assert all(source.fontMetrics().horizontalAdvance(name) <= room for name in names)


@pytest.mark.parametrize("mine", [True, False])
def test_a_setting_saved_elsewhere_while_another_is_typed_is_shown_beside_it(sat, mine):
    page = sat.page("settings")
    field = page.fields["office_name"]
    was = field.value()
    field.editor.setText("我的名称")
    sat.seat.do(ChangeSetting(name="office_name", value="别人的名称"))
    sat.qtbot.waitUntil(lambda: bool(page.differences.pairs()), timeout=8000)
    ((_name, *three),) = page.differences.pairs()
    assert three == [was, "我的名称", "别人的名称"]
    page.send()  # not over somebody's head
    sat.settle()
    assert sat.seat.ask(settings)["office_name"] == "别人的名称"
    (page.differences.keep if mine else page.differences.take).click()
    sat.settle()
    kept = "我的名称" if mine else "别人的名称"
    assert (sat.seat.ask(settings)["office_name"], field.value()) == (kept, kept)
    assert not page.unsaved()


@pytest.mark.parametrize("mine", [True, False])
def test_a_project_saved_elsewhere_while_typed_is_shown_beside_it(sat, mine):
    page = sat.page("projects")
    card = page.list.current()
    page.form.company.setText("我的公司")
    sat.seat.do(EditProject(project=ProjectId(card.id), company="别人的公司", phone="010-1"))
    sat.qtbot.waitUntil(lambda: bool(page.differences.pairs()), timeout=8000)
    told = {one.name: one[1:] for one in page.differences.pairs()}
    assert told["Company"] == (card.company, "我的公司", "别人的公司")
    page.send()
    sat.settle()
    assert sat.seat.ask(projects)[0].company == "别人的公司"
    (page.differences.keep if mine else page.differences.take).click()
    sat.settle()
    assert sat.seat.ask(projects)[0].company == ("我的公司" if mine else "别人的公司")


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("hold_minutes", " minutes"), ("line_longest", ""), ("spot_checks_daily", ""),
     ("wall_page_seconds", " seconds"), ("plan_longest_years", " years")],
)  # fmt: skip
def test_a_setting_is_shown_in_its_unit_and_a_count_in_none(qtbot, qapp, name, suffix):
    field = SettingField(name)
    qtbot.addWidget(field)
    assert field.editor.suffix() == suffix
