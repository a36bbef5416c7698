"""The style sheet, filled from one set of colours."""

from dataclasses import asdict
from pathlib import Path
from string import Template
from typing import Final

from salesdesk.desks.widgets.shades import Colours


def style_sheet(c: Colours, icons: Path, *, dark: bool) -> str:
    """Give the application's style sheet in the colours *c*."""
    words = asdict(c) | {"icons": icons.as_posix(), "shade": "dark" if dark else "light"}
    return Template(_SHEET).substitute(words)


_SHEET: Final = """
* { outline: none; }
QToolTip { color: $text; background: $surface; border: 1px solid $line_strong; padding: 5px 8px; }

QLabel[role="title"] { font-size: 16pt; font-weight: 700; }
QLabel[role="heading"] { font-size: 11.5pt; font-weight: 700; }
QLabel[role="dim"], QLabel[role="hint"] { color: $dim; }
QLabel[role="hint"] { font-size: 9pt; }
QLabel[role="wrong"] { color: $danger; font-size: 9pt; }
QLabel[role="figure"] { font-size: 17pt; font-weight: 700; }
QLabel[role="pill"] { border-radius: 9px; padding: 2px 9px; font-size: 9pt;
    background: $raised; color: $dim; }
QLabel[role="pill"][tone="accent"] { background: $accent_soft; color: $accent_text; }
QLabel[role="pill"][tone="good"] { background: $good_soft; color: $good; }
QLabel[role="pill"][tone="warn"] { background: $warn_soft; color: $warn; }
QLabel[role="pill"][tone="danger"] { background: $danger_soft; color: $danger; }
QPushButton[role="pill"] { border-radius: 9px; padding: 2px 10px; font-size: 9pt;
    min-height: 20px; border: 1px solid $warn; background: $warn_soft; color: $warn; }
QPushButton[role="pill"]::menu-indicator { image: none; width: 0; }
QLabel[role="heading"][tone="good"], QLabel[role="figure"][tone="good"] { color: $good; }
QLabel[role="due"][tone="good"] { color: $good; }
QLabel[role="heading"][tone="warn"], QLabel[role="figure"][tone="warn"] { color: $warn; }
QLabel[role="due"][tone="warn"] { color: $warn; }
QLabel[role="heading"][tone="danger"], QLabel[role="figure"][tone="danger"] { color: $danger; }
QLabel[role="due"][tone="danger"] { color: $danger; }

QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="banner"] { border-radius: 8px; border: 1px solid $line; background: $raised; }
QFrame[role="banner"][tone="danger"] { background: $danger_soft; border-color: $danger; }
QFrame[role="banner"][tone="warn"] { background: $warn_soft; border-color: $warn; }
QFrame[role="banner"][tone="good"] { background: $good_soft; border-color: $good; }
QFrame[role="banner"][tone="accent"] { background: $accent_soft; border-color: $accent; }
QFrame[role="banner"] QLabel { background: transparent; }

QPushButton, QToolButton[role="plain"] { border: 1px solid $line_strong; border-radius: 7px;
    padding: 6px 14px; background: $surface; color: $text; min-height: 18px; }
QPushButton:hover, QToolButton[role="plain"]:hover { background: $raised; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 1px solid $focus; }
QPushButton:disabled { color: $disabled; background: $window; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $on_accent;
    border: 1px solid $accent; font-weight: 700; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $focus; padding: 5px 13px; }
QPushButton[role="primary"]:disabled { background: $line; border-color: $line;
    color: $disabled; }
QPushButton[big="true"] { font-size: 11.5pt; padding: 10px 20px; }
QPushButton[big="true"][role="primary"]:focus { padding: 9px 19px; }
QPushButton[role="danger"] { background: $danger_fill; color: $on_accent;
    border: 1px solid $danger_fill; font-weight: 700; }
QPushButton[role="danger"]:focus { border: 2px solid $focus; padding: 5px 13px; }
QPushButton[role="danger"]:disabled { background: $line; border-color: $line; color: $disabled; }
QPushButton[role="quiet"] { border: 1px solid transparent; background: transparent;
    padding: 6px 10px; }
QPushButton[role="quiet"]:hover { background: $raised; border-color: $line; }
QPushButton[role="quiet"]:focus { border-color: $focus; }
QPushButton[role="link"] { border: none; background: transparent; color: $accent_text;
    padding: 2px 2px; text-align: left; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton[role="choice"] { padding: 14px 16px; border-radius: 10px; text-align: left;
    border: 1px solid $line; font-size: 11pt; }
QPushButton[role="choice"]:hover { border-color: $accent; background: $accent_soft; }
QPushButton[role="choice"]:focus { border: 2px solid $focus; padding: 13px 15px; }
QPushButton::menu-indicator { image: url("$icons/sheet-chevron-down-$shade.svg");
    width: 14px; height: 14px; subcontrol-position: right center; right: 7px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px;
    background: transparent; color: $text; }
QToolButton:hover { background: $raised; border-color: $line; }
QToolButton:focus { border-color: $focus; }
QToolButton:checked { background: $accent_soft; color: $accent_text; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit, QTimeEdit,
QPlainTextEdit, QTextEdit { border: 1px solid $line_strong; border-radius: 7px;
    padding: 5px 9px; background: $surface; color: $text;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit, QTimeEdit { min-height: 20px; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover { border-color: $dim; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QDateTimeEdit:focus, QTimeEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent; padding: 4px 8px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {
    border-color: $danger; background: $danger_soft; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled,
QLineEdit:read-only { background: $raised; border-color: $line; color: $dim; }
QLineEdit[role="search"] { padding-left: 4px; border-radius: 9px; background: $raised;
    border-color: $line; min-height: 22px; }
QLineEdit[role="search"]:focus { background: $surface; border: 2px solid $accent; }
QLineEdit[role="big"] { font-size: 14pt; font-weight: 700; min-height: 30px; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; min-height: 0; }
QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit { padding: 5px 9px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$icons/sheet-chevron-down-$shade.svg");
    width: 15px; height: 15px; }
QComboBox QAbstractItemView { border: 1px solid $line_strong; background: $surface;
    selection-background-color: $accent_soft; selection-color: $text; padding: 3px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QDateEdit::up-button, QTimeEdit::up-button, QDateTimeEdit::up-button,
QSpinBox::down-button, QDoubleSpinBox::down-button, QDateEdit::down-button, QTimeEdit::down-button,
QDateTimeEdit::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow, QDateTimeEdit::up-arrow, QDateEdit::up-arrow {
    image: url("$icons/sheet-chevron-up-$shade.svg"); width: 11px; height: 11px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow, QDateTimeEdit::down-arrow, QDateEdit::down-arrow {
    image: url("$icons/sheet-chevron-down-$shade.svg"); width: 11px; height: 11px; }
QDateEdit::drop-down { border: none; width: 26px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px 0; background: transparent; }
QCheckBox::indicator, QListView::indicator, QRadioButton::indicator { width: 16px; height: 16px;
    border: 1px solid $line_strong; background: $surface; }
QCheckBox::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus,
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/sheet-check.svg"); }
QRadioButton::indicator:checked { background: $surface; border: 5px solid $accent;
    width: 8px; height: 8px; }
QCheckBox:focus, QRadioButton:focus { color: $accent_text; }
QTreeView::indicator, QTableView::indicator { width: 13px; height: 13px; border: 1px solid $line_strong;
    border-radius: 4px; background: $surface; }
QTreeView::indicator:hover, QTableView::indicator:hover { border-color: $accent; }
QTreeView::indicator:checked, QTableView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/sheet-check.svg"); }

QTableView, QTreeView, QListView, QListWidget { border: 1px solid $line; border-radius: 8px;
    background: $surface; alternate-background-color: $raised; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $focus; }
QTableView::item { padding: 0 8px; border: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
    background: $accent_soft; color: $text; }
QListView::item { padding: 6px 8px; border-radius: 6px; }
QListView::item:hover { background: $raised; }
QListView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $raised; border: none; border-top-left-radius: 8px; }
QHeaderView::section { background: $raised; color: $dim; border: none;
    border-bottom: 1px solid $line; padding: 7px 11px; font-weight: 700; }
QHeaderView::down-arrow { image: url("$icons/sheet-chevron-down-$shade.svg");
    width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url("$icons/sheet-chevron-up-$shade.svg");
    width: 12px; height: 12px; }
QTableCornerButton::section { background: $raised; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $line; top: -1px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $dim; padding: 8px 14px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent_text; border-bottom: 2px solid $accent; font-weight: 700; }
QTabBar::tab:focus { background: $accent_soft; }
QGroupBox { border: 1px solid $line; border-radius: 8px; margin-top: 10px; padding: 12px;
    background: $surface; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0 5px; color: $dim; }

QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 5px 6px; }
QMenu::icon { padding-left: 8px; }
QStatusBar { background: $surface; border-top: 1px solid $line; color: $dim; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $dim; padding: 0 6px; }

QWidget#rail { background: $surface; border-right: 1px solid $line; }
QWidget#topbar { background: $surface; border-bottom: 1px solid $line; }
QPushButton[role="rail"] { border: none; border-radius: 8px; padding: 9px 12px;
    text-align: left; background: transparent; color: $dim; font-size: 10.5pt; }
QPushButton[role="rail"]:hover { background: $raised; color: $text; }
QPushButton[role="rail"]:focus { background: $raised; color: $text; border: 1px solid $focus;
    padding: 8px 11px; }
QPushButton[role="rail"]:checked { background: $accent_soft; color: $accent_text;
    font-weight: 700; }

QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 2px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 34px; }
QScrollBar::handle:horizontal { min-width: 34px; }
QScrollBar::handle:hover { background: $dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line_strong; }
QProgressBar { border: none; border-radius: 4px; background: $line; max-height: 8px;
    min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { color: $text; padding: 4px 8px; }
QCalendarWidget QAbstractItemView { border: none; selection-background-color: $accent;
    selection-color: $on_accent; }
QDialog { background: $window; }
QMessageBox { background: $surface; }
QFrame[role="popup"] { background: $surface; border: 1px solid $line_strong;
    border-radius: 9px; }
QFrame[role="popup"] QListView { border: none; }
"""
