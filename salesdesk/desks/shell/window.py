"""What the window shows: first run, sign-in, work; language, colours, lock, defects."""

from collections.abc import Callable
from functools import partial
from operator import methodcaller
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from salesdesk.desks.link import Errands, Seat
from salesdesk.desks.shell.backstage import Backstage
from salesdesk.desks.shell.defects import DefectBox, log_file, report, write_down
from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.garbage import GarbageTurn
from salesdesk.desks.shell.mark import window_icon
from salesdesk.desks.shell.menus import Doings, Menus, fill
from salesdesk.desks.shell.papers import AboutDialog, KeysDialog
from salesdesk.desks.shell.recover import RecoverDialog
from salesdesk.desks.shell.seating import Seated, seated
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.signin import SignIn
from salesdesk.desks.shell.sitting import Sitting
from salesdesk.desks.shell.wizard import Stood, Wizard
from salesdesk.desks.shell.workplace import Workplace, finder
from salesdesk.desks.widgets import theme
from salesdesk.desks.widgets.desk import Desk
from salesdesk.desks.widgets.dialogs import confirm
from salesdesk.desks.widgets.language import speak
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.wording import CHINESE, ENGLISH, is_chinese, listed, set_zone
from salesdesk.kernel.errors import UserError


class Shell(QObject):
    """Runs the frame: what it shows, in which language and colours, and for whom."""

    def __init__(self, frame: Frame, backstage: Backstage, settings: DeskSettings) -> None:
        super().__init__(frame)
        self.frame = frame
        self._backstage = backstage
        self.settings = settings
        self._errands = Errands(self)
        self._errands.failed.connect(self.show_defect)
        self._errands.refused.connect(self._refused)
        self.sitting: Sitting | None = None
        self._face: OfficeFace | None = None
        self._login = settings.login
        self.menus = Menus()
        self._garbage = GarbageTurn(self)
        frame.may_close = self._may_close
        frame.setWindowIcon(window_icon())
        theme.register_rare_fonts()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.SystemWatch(app, self)
        MEMORY.widths = dict(settings.widths)
        MEMORY.changed = self._keep_widths
        self._fill_menus()
        self._errands.call(self, backstage.warm, lambda _answer: None)
        if isinstance(frame.page, SignIn):
            self.show_office(frame.page.face.place)  # first: whoever signs in sits in what it saw
            self._adopt(frame.page)
        else:
            self.show_wizard()

    @property
    def page(self) -> QWidget | None:
        """The page now shown."""
        return self.frame.page

    @property
    def pending(self) -> int:
        """How much is under way: before the sign-in the shell's own, afterwards the link's too."""
        return self._errands.pending + (self.sitting.link.pending if self.sitting else 0)

    # -- pages ----------------------------------------------------------------------------------

    def show_wizard(self, stood: Stood | None = None) -> None:
        """Show the first-run page, or where another one *stood*."""
        wizard = Wizard(self._backstage, self._errands, self.settings.recent)
        wizard.ready.connect(self.show_office)
        wizard.language_wanted.connect(self.other_language)
        wizard.theme_wanted.connect(self.other_theme)
        self._face = None
        self._show(wizard)
        if stood is not None:
            wizard.take_up(stood)

    def practise(self) -> None:
        """Open the practice office, furnished first where there is none."""
        if not isinstance(self.page, Wizard):
            self.show_wizard()
        if isinstance(self.page, Wizard):
            self.page.practise()

    def show_office(self, place: str) -> None:
        """Look at the office at *place* and show its sign-in; the wizard where it is refused."""
        face = self._backstage.face
        self._errands.call(self, lambda: face(place), self._looked, self._not_there)

    def show_signin(self, face: OfficeFace) -> None:
        """Show the sign-in to an office."""
        if isinstance(self.page, Wizard):
            self._login = self.page.login or self._login
        page = SignIn(face, self._login)
        self._show(page)
        self._adopt(page)

    def enter(self, seat: Seat, face: OfficeFace, rights: frozenset[str] | None = None) -> None:
        """Sit *seat* down at the working page."""
        sitting = Sitting(self.frame, self._backstage, seat, face, rights)
        sitting.failed.connect(self.show_defect)
        sitting.refused.connect(self._refused)
        sitting.left.connect(self.sign_out)
        self.sitting, self._face = sitting, face
        self._login = self.settings.login = seat.person.login
        OUTLETS.company, OUTLETS.practice = face.name, face.practice
        OUTLETS.person = seat.person.name
        self.settings.opened(face.place)
        self._saved()
        self._show_work((self.settings.desk, None))
        sitting.watch_idleness(self.settings.lock_minutes)
        self._garbage.settle()
        if seat.person.must_change:
            sitting.change_password(must=True)

    def sign_out(self) -> None:
        """Go back to the sign-in; commands already sent are finished first."""
        if self.sitting is None or not self._may_lose_typed(self.tr("Sign out")):
            return
        face = self._face
        self._end_sitting()
        if face is not None:
            self.show_signin(face)

    # -- language and colours -------------------------------------------------------------------

    def set_language(self, language: str) -> None:
        """Speak *language* from now on; what is shown is made again at the same place."""
        kept = isinstance(self.page, Wizard)  # which is taken up as it stood
        if not kept and not self._may_lose_typed(self.tr("Change the language")):
            self._fill_menus()
            return
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.settings.language = speak(app, language)
            self._saved()
            self._again()

    def other_language(self) -> None:
        """Change between Chinese and English."""
        self.set_language(ENGLISH if is_chinese() else CHINESE)

    def set_theme(self, choice: theme.Theme) -> None:
        """Put on other colours; nothing typed is touched."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, choice)
            self.settings.theme = choice.value
            self._saved()
            self._fill_menus()
            if not isinstance(self.page, Workplace):
                self._again()

    def other_theme(self) -> None:
        """Change between light and dark."""
        self.set_theme(theme.Theme.LIGHT if theme.is_dark() else theme.Theme.DARK)

    # -- small windows --------------------------------------------------------------------------

    def show_defect(self, error: object) -> None:
        """Write a defect down and tell the person about it."""
        if not isinstance(error, BaseException):
            return
        text = report(error)
        write_down(text, log_file())
        box = DefectBox(text, log_file(), self.frame)
        box.finished.connect(lambda _code: box.deleteLater())
        box.open()

    def show_keys(self) -> None:
        """Show every key that works now."""
        desk = self._desk()
        self._open(KeysDialog(self.menus.keys(), desk.keys() if desk else (), self.frame))

    def show_about(self) -> None:
        """Show what this program is."""
        self._open(AboutDialog(self._backstage.version, self.frame))

    # -- inside ---------------------------------------------------------------------------------

    def _adopt(self, page: SignIn) -> None:
        """Listen to a sign-in, which may have been up before the shell was."""
        self._face = page.face
        set_zone(ZoneInfo(page.face.zone))
        page.entered.connect(self._sign_in)
        page.language_wanted.connect(self.other_language)
        page.theme_wanted.connect(self.other_theme)
        page.elsewhere.connect(self.show_wizard)
        page.forgotten.connect(self._recover)
        self.frame.setWindowTitle(f"{page.face.name} - salesdesk")
        if page.waiting_for is not None:
            self._sign_in(page.waiting_for)

    def _recover(self) -> None:
        page, recover = self.page, self._backstage.recover
        if isinstance(page, SignIn) and recover is not None:
            login = page.login.text().strip()
            job = partial(recover, page.face.place)
            self._open(RecoverDialog(login, self._errands, job, self.frame))

    def _looked(self, face: OfficeFace) -> None:
        page = self.page
        if isinstance(page, SignIn) and page.face.place == face.place:
            page.show_face(face)
            self._face = face
            set_zone(ZoneInfo(face.zone))
            self.frame.setWindowTitle(f"{face.name} - salesdesk")
        elif not isinstance(page, Workplace):
            self.show_signin(face)

    def _not_there(self, error: UserError) -> None:
        if isinstance(self.page, Workplace):
            return
        self.show_wizard()
        self._refused(error)

    def _may_close(self) -> bool:
        if self.frame.asks and not self._may_lose_typed(self.tr("Quit")):
            return False
        box = self.frame.normalGeometry()
        self.settings.window = [box.x(), box.y(), box.width(), box.height()]
        self._end_sitting()
        self._saved()
        self._errands.close()
        self._garbage.stop()
        MEMORY.changed = None
        return True

    def _show(self, page: QWidget) -> None:
        self.frame.show_page(page)
        working = isinstance(page, Workplace)
        self.frame.menuBar().setVisible(working)
        self.frame.statusBar().setSizeGripEnabled(False)
        self.frame.statusBar().setVisible(working)
        self._fill_menus()

    def _show_work(self, place: tuple[str, object]) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        find = finder(sitting.link, self, partial(self._backstage.find, sitting.seat))
        soon = partial(self._backstage.soon, sitting.seat)
        work = Workplace(sitting.link, sitting.face, self._backstage.desks(), find, soon)
        work.told.connect(self._tell)
        work.shown.connect(self._desk_shown)
        self.frame.setWindowTitle(f"{sitting.face.name} - salesdesk")
        self._show(work)
        work.rail.set_narrow(narrow=self.settings.rail_narrow)
        work.go(place)

    def _again(self) -> None:
        """Make what is shown again, in the language and colours of now."""
        self._fill_menus()
        if isinstance(self.page, Workplace):
            self._show_work(self.page.place())
            if self.sitting is not None:
                self.sitting.renew_status()
        elif isinstance(self.page, Wizard):
            self.show_wizard(self.page.stood())
        elif isinstance(self.page, SignIn):
            self._login = self.page.login.text()
            self.show_signin(self.page.face)

    def _fill_menus(self) -> None:
        doings = Doings(
            show_desk=lambda name: self._at_work(methodcaller("show_desk", name)),
            refresh=lambda: self._at_work(Workplace.refresh),
            print_view=lambda: self._on_desk(methodcaller("print_view")),
            export_view=lambda: self._on_desk(methodcaller("export_view")),
            back_up=lambda: self._sitting(Sitting.back_up),
            find=self._find,
            lock=lambda: self._sitting(Sitting.lock),
            change_password=lambda: self._sitting(Sitting.change_password),
            sign_out=self.sign_out,
            leave=self.frame.close,
            set_language=self.set_language,
            set_theme=self.set_theme,
            toggle_rail=self._toggle_rail,
            show_wall=lambda: self._sitting(Sitting.show_wall),
            keys=self.show_keys,
            about=self.show_about,
        )
        work = self.page if isinstance(self.page, Workplace) else None
        desks = tuple(work.entries.values()) if work is not None else ()
        self.menus = fill(self.frame, doings, desks, theme.choice())
        self.menus.enable_work(on=work is not None)
        menu = self.menus.actions
        menu["back_up"].setVisible(self._backstage.back_up is not None)
        if work is not None:
            work.set_person_menu([menu["password"], menu["lock"], None, menu["sign_out"]])

    def _sign_in(self, both: tuple[str, str]) -> None:
        face = self._face
        if face is None:
            return
        login, password = both

        def entered(answer: Seated) -> None:
            known = answer.face if answer.face.shared else self._face or face
            set_zone(ZoneInfo(known.zone))
            self.enter(answer.seat, known, answer.rights)
            if self.sitting is not None:
                self.sitting.show_left(answer.left)

        self._login = login
        job = partial(seated, self._backstage, face, login, password)
        self._errands.call(self, job, entered, self._refused)

    def _refused(self, error: UserError) -> None:
        if isinstance(self.page, SignIn):
            self.page.refuse(error)
        elif isinstance(self.page, Workplace):
            self.page.banner.refuse(error)
        elif isinstance(self.page, Wizard):
            self.page.say(error)

    def _end_sitting(self) -> None:
        sitting, self.sitting = self.sitting, None
        if sitting is not None:
            if isinstance(self.page, Workplace):
                self.settings.desk = self.page.current_name()
            sitting.end()

    def _may_lose_typed(self, action: str) -> bool:
        titles: list[str] = []
        if isinstance(self.page, Workplace):
            titles = self.page.unsaved()
        elif isinstance(self.page, Wizard) and self.page.unsaved():
            titles = [self.tr("the new office")]
        if not titles:
            return True
        detail = self.tr("Something typed is not saved: {where}. It would be lost.")
        return confirm(
            self.frame,
            self.tr("Lose what is typed?"),
            detail.format(where=listed(titles)),
            action,
            danger=True,
        )

    def _desk(self) -> Desk | None:
        desk = self.page.current() if isinstance(self.page, Workplace) else None
        return desk if isinstance(desk, Desk) else None

    def _on_desk(self, do: Callable[[Desk], object]) -> None:
        desk = self._desk()
        if desk is not None:
            do(desk)

    def _sitting(self, do: Callable[[Sitting], object]) -> None:
        if self.sitting is not None:
            do(self.sitting)

    def _at_work(self, do: Callable[[Workplace], object]) -> None:
        if isinstance(self.page, Workplace):
            do(self.page)

    def _desk_shown(self, name: str) -> None:
        self.settings.desk = name

    def _find(self) -> None:
        if isinstance(self.page, Workplace):
            self.page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.page.search.selectAll()

    def _toggle_rail(self) -> None:
        self.settings.rail_narrow = not self.settings.rail_narrow
        if isinstance(self.page, Workplace):
            self.page.rail.set_narrow(narrow=self.settings.rail_narrow)
        self._saved()

    def _tell(self, text: str) -> None:
        self._sitting(methodcaller("tell", text))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()

    def _saved(self) -> None:
        if self._backstage.saved is not None:
            self._backstage.saved()

    def _keep_widths(self) -> None:
        self.settings.widths = dict(MEMORY.widths)
        self._saved()
