"""Reception: the call and visit register, follow-ups, customers.

`window.ReceptionDesk` holds four pages: the form (`register`), the register's list (`visits`),
follow-ups (`followups`) and customers (`customers`). A page re-asks for what changed while it is
shown, and when it is shown next otherwise (`page`).
"""
