"""bot/widget/strings.js: the panel's own sentences, in English and Spanish, and a site's own in their place."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.bot.widget.conftest import Enter
from tests.bot.widget.scripted import WIDGET, Scripted


def with_options(scripted: Scripted, options: str) -> str:
    scripted.pages["/"] = scripted.pages["/"].replace("defer", f"{options} defer")
    return scripted.url


def test_the_opening_says_what_this_is(scripted: Scripted, enter: Enter) -> None:
    """Before anything else: automated, not medical advice, nobody is watching, 911."""
    opening = enter(scripted.url).open().panel.locator("#opening")

    for words in ("automated", "not medical advice", "nobody is watching", "In an emergency, call 911"):
        expect(opening).to_contain_text(words)
    expect(opening.get_by_role("link", name="911")).to_have_attribute("href", "tel:911")


def test_spanish(scripted: Scripted, enter: Enter) -> None:
    """In Spanish every word of the panel's own is Spanish, and a starter question still reaches the assistant in English."""
    visit = enter(with_options(scripted, 'data-lang="es"'))
    visit.page.get_by_role("button", name="Haga una pregunta").click()
    panel = visit.page.get_by_role("dialog", name="Asistente de la clínica")
    for words in ("automático", "no es consejo médico", "nadie vigila este chat", "llame al 911"):
        expect(panel.locator("#opening")).to_contain_text(words)
    panel.get_by_role("button", name="¿Cómo pido una cita?").click()
    expect(panel.locator(".patient")).to_contain_text("¿Cómo pido una cita?")

    expect(panel).to_have_attribute("lang", "es")
    expect(panel.get_by_role("button", name="Borrar mi chat")).to_be_visible()
    assert visit.posted("/chat/messages")[0]["text"] == "How do I book?"


def test_every_sentence_is_in_both_languages() -> None:
    """No sentence of the panel lacks its Spanish, and both name the same blanks."""
    source = (WIDGET / "strings.js").read_text(encoding="utf-8").split("export")[0]
    pairs = re.findall(r"\[\s*'((?:[^'\\]|'\s*\+\s*')*)',\s*'((?:[^'\\]|'\s*\+\s*')*)',?\s*\]", source)

    assert len(pairs) == source.count("[") - source.count("const STARTERS = [") - source.count("// ") + source.count(
        "// A Spanish"
    )
    for english, spanish in pairs:
        assert english
        assert spanish
        assert sorted(re.findall(r"{\w+}|911", english)) == sorted(re.findall(r"{\w+}|911", spanish))


def test_a_site_words_it_its_own_way(scripted: Scripted, enter: Enter) -> None:
    """Greeting, starters and any other sentence may be the site's own; what must be said stays said."""
    own = 'data-greeting="Good day!" data-starters="Parking? | Opening hours?" data-question="Type here" data-notice="No risk."'
    visit = enter(with_options(scripted, own)).open()
    opening = visit.panel.locator("#opening")

    expect(opening).to_contain_text("Good day!")
    expect(opening).to_contain_text("nobody is watching")
    expect(opening).not_to_contain_text("No risk")
    expect(visit.panel.get_by_role("textbox", name="Type here")).to_be_visible()
    assert visit.panel.locator(".reply").all_inner_texts() == ["Parking?", "Opening hours?"]


def test_the_loaders_own_sentences(scripted: Scripted, enter: Enter) -> None:
    """The launcher's label, and what is said where the panel can't be had, may be the site's own, too."""
    visit = enter(with_options(scripted, 'data-launcher="Ask Amara" data-sorry="Nobody there:" data-lang="es"'))
    visit.page.route("**/panel.js*", lambda route: route.abort())
    visit.page.get_by_role("button", name="Ask Amara").click()

    expect(visit.page.get_by_role("alert")).to_have_text("Nobody there: 484.222.0854")


def test_no_starters(scripted: Scripted, enter: Enter) -> None:
    """A site may do without starter questions."""
    visit = enter(with_options(scripted, 'data-starters="|"')).open()

    expect(visit.panel.locator(".reply")).to_have_count(0)
