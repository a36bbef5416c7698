"""Windows: Qt lives here (and in `app`), and nothing below ever waits for it.

Downward only: ``shell > board | reception | cashier | contracts | campaign | admin | wall >
widgets > wording > link``. A desk never imports another desk.

How every desk is built
-----------------------
* A desk is a `widgets.desk.Desk` (a QWidget) that takes the link: ``class CashierDesk(Desk)``,
  ``def __init__(self, link: Link)``. It is made at the first visit, inside ``__init__`` in the
  language and colours of that moment; it asks the office in ``refresh()``, which the shell calls
  once the desk is shown and again on F5. A desk connects itself to ``link.changed`` and re-asks
  for what changed.
* **Language while running (decided 2026-11-24): the shell makes the desks again.** A desk writes
  no ``changeEvent`` and no retranslate method: it says ``self.tr(...)`` once, where the widget is
  made. On a change of language the shell installs the translators, throws the old desks away,
  makes the current one anew and goes back to the same place through ``Desk.place()`` and
  ``Desk.go(place)``. Where ``Desk.unsaved()`` says that something typed would be lost, it asks
  first. Dialogs are modal, so none is open then.
* **Light and dark while running** need no work: palette and style sheet are the application's,
  icons put on by `widgets.icons.set_icon` are drawn again, and whoever paints by hand takes his
  colours from ``theme.colours()`` inside ``paintEvent``.
* From one desk to another: ``self.jump.emit(Jump("cashier", Topic.UNIT, unit_id, "deposit"))``;
  the shell shows that desk and calls its ``receive(jump)``.
* Ctrl+P, Ctrl+E and F5 belong to the shell, which calls ``print_view()``, ``export_view()`` and
  ``refresh()``. Keys of its own a desk lists in ``keys()`` for the F1 overview.
* A refusal belongs beside the form: ``link.do(self, command, then, refused=banner.refuse)``.
"""
