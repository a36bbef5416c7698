"""Who signs for a buyer, in the form of the subscription."""

import pytest

from salesdesk.desks.contracts.buyers import BuyerForms
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.sales.agents import AgentRole
from tests.office.test_agents import MOTHER, card


@pytest.fixture
def forms(qtbot):
    made = BuyerForms()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_minors_number_asks_for_the_guardian_and_a_licence_for_its_representative(forms):
    (form,) = forms.forms
    form.name.setText("王小宝")
    assert form.entry().agent is None and not form.agent.form.isVisible()
    form.number.setText(card("20170307"))
    assert form.agent.role.currentData() == AgentRole.GUARDIAN and form.agent.form.isVisible()
    assert not forms.right()  # nobody is named yet
    form.agent.name.setText("李芳")
    form.agent.number.setText(MOTHER)
    assert forms.right()
    agent = forms.entries()[0].agent
    assert (agent.acts_as, agent.name, agent.id_number) == (AgentRole.GUARDIAN, "李芳", MOTHER)
    form.number.setText(card("19700101"))
    assert forms.entries()[0].agent is None
    form.kind.setCurrentIndex(form.kind.findData(IdKind.COMPANY.value))
    assert form.agent.role.currentData() == AgentRole.REPRESENTATIVE


def test_a_role_chosen_by_hand_stays_and_a_proxy_names_his_paper(forms):
    (form,) = forms.forms
    form.name.setText("王小明")
    form.agent.role.setCurrentIndex(form.agent.role.findData(AgentRole.PROXY.value))
    form.agent.role.activated.emit(form.agent.role.currentIndex())
    form.number.setText(card("19700101"))
    form.agent.name.setText("李芳")
    form.agent.number.setText(MOTHER)
    assert forms.entries()[0].agent.acts_as is AgentRole.PROXY
    assert not forms.right()
    form.agent.document.setText("公证书 2026-118")
    assert forms.right()
