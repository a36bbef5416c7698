"""The manager's desk (待办): what needs him now, the project at a glance, the checks chance picked.

2026-11-26: nothing is kept on this desk. Every line is a question's answer and leads to the desk
where the thing is done; when it is done there, the line is gone here.
"""
