"""A real office for the administration desk's tests: founded once, copied for each."""

import csv
import shutil

from salesdesk.desks.admin.window import AdminDesk
from salesdesk.desks.link import Link
from salesdesk.kernel.keys import Secret
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import Founder, found
from salesdesk.office.staff.rules import Role

PROJECT = "云栖花园"
PEOPLE = (
    ("reception", "周晓雯", Role.RECEPTION),
    ("consultant", "陈思远", Role.CONSULTANT),
    ("consultant2", "许可", Role.CONSULTANT),
    ("cashier", "林静", Role.CASHIER),
    ("manager", "赵敏", Role.MANAGER),
)
HEADS = ("楼栋", "单元", "楼层", "房号", "建筑面积", "单价", "总价")
ROWS = (
    ("1栋", "1单元", "1", "01", "100", "20000", "2000000"),
    ("1栋", "1单元", "1", "02", "80", "21000", "1680000"),
    ("1栋", "1单元", "2", "01", "100", "20100", "2010000"),
)


def make_office(folder):
    """Found a practice office without units; give its file."""
    path = folder / "office.salesdesk"
    founder = Founder(
        login="admin",
        name="系统管理员",
        password=Secret("practice"),
        project=PROJECT,
        company="云栖置业有限公司",
        practice=True,
        people=PEOPLE,
    )
    office, _key = found(path, founder)
    office.close()
    return path


class Sat:
    """Somebody at the administration desk of a copied office."""

    def __init__(self, qtbot, founded, folder, login="admin"):
        self.qtbot = qtbot
        self.folder = folder
        self.path = folder / "office.salesdesk"
        if not self.path.exists():
            shutil.copy(founded, self.path)
        self.office = open_office(self.path)
        self.failures = []
        self.seat = self.office.sign_in(login, "practice")
        self.link = Link(self.seat)
        self.link.failed.connect(self.failures.append)
        self.desk = AdminDesk(self.link)
        self.desk.resize(1170, 658)
        qtbot.addWidget(self.desk)
        self.desk.show()
        self.desk.refresh()
        self.settle()

    def settle(self):
        """Wait until the office has answered everything."""
        self.qtbot.wait(5)
        self.qtbot.waitUntil(lambda: self.link.pending == 0, timeout=20_000)

    def page(self, name):
        self.desk.show_page(name)
        self.settle()
        return self.desk.page(name)

    def other(self, login):
        return self.office.sign_in(login, "practice")

    def file(self, rows=ROWS, heads=HEADS, name="list.csv"):
        """Write a price list; give its path."""
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(heads)
            out.writerows(rows)
        return path

    def imported(self, path=None, project=PROJECT):
        """Import a price list through the wizard's four steps; give the pane."""
        pane = self.page("import").prices
        pane.open_file(path or self.file())
        self.settle()
        pane.check.project.set_name(project)
        pane.check.next.click()
        self.settle()
        pane.comparison.go.click()
        self.settle()
        return pane

    def close(self):
        self.link.close()
        self.office.close()
        assert self.failures == []
