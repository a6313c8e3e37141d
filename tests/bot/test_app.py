"""The edge as one ASGI program, built from its settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from bot import settings
from bot.app import WIDGET, create_app
from bot.content import Content, ContentError
from bot.settings import Settings
from bot.store import StoreDown
from tests.project import put

NO_BRAIN = {"BRAIN_URL": "http://127.0.0.1:9", "SECRET_KEY": "k" * 40}
SESSIONS = 3
MADE_IN_GIT = (".html", ".css", ".js", ".svg")


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings for the shipped content, with a database of the tests' own and no brain."""
    database = f"sqlite:///{tmp_path_factory.mktemp('app')}/bot.db"
    return settings.load({**NO_BRAIN, "DATABASE_URL": database, "SESSIONS_PER_MINUTE": str(SESSIONS)})


@pytest.fixture(scope="module")
def client(chosen: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(chosen), raise_server_exceptions=False) as started:
        yield started


def test_the_demo_page_is_there(client: TestClient) -> None:
    """`/` is the clinic's page, in HTML."""
    page = client.get("/")

    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "<clinic-chat>" in page.text


def test_whatever_the_page_names_is_there(client: TestClient) -> None:
    """Every style, script and picture that the page names on this site can be had."""
    named = re.findall(r'(?:href|src)="(/[^"#]+)"', client.get("/").text)

    assert "/widget/chat.js" in named
    assert [path for path in named if client.get(path).status_code != 200] == []


@pytest.mark.parametrize(
    "name", sorted(path.name for path in WIDGET.iterdir() if path.suffix in MADE_IN_GIT and path.name != "panel.js")
)
def test_every_file_of_the_widget_is_served(client: TestClient, name: str) -> None:
    """The widget's files come as they are in git, with what each imports beside it; `panel.js` has all its parts in it."""
    served = client.get(f"/widget/{name}")
    imported = re.findall(r"""(?:from|import) '(\./[^']+)'""", served.text)

    assert served.content == (WIDGET / name).read_bytes()
    assert [each for each in imported if client.get(urljoin(f"/widget/{name}", each)).status_code != 200] == []


@pytest.mark.parametrize(
    "path", ["/widget/", "/widget/../app.py", "/widget/%2e%2e/settings.py", "/.env", "/var/secret_key", "/data"]
)
def test_nothing_else_of_the_project_is_served(client: TestClient, path: str) -> None:
    """No folder is listed and no way leads out of the widget's."""
    answer = client.get(path)

    assert answer.status_code == 404
    assert set(answer.json()) == {"error"}


def test_the_contract_is_served(client: TestClient) -> None:
    """`/openapi.json` is the contract for programs, in JSON."""
    answer = client.get("/openapi.json")

    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.")
    assert "/chat/messages" in answer.json()["paths"]


def test_without_a_brain_the_patient_gets_the_number(client: TestClient, known: Content) -> None:
    """An edge alone answers with the clinic's number and says which part it lacks."""
    token = client.post("/chat/sessions", json={}).json()["token"]
    answer = client.post("/chat/messages", json={"text": "how long is it"}, headers={"Authorization": f"Bearer {token}"})

    assert [message["kind"] for message in answer.json()["messages"]] == ["handoff"]
    assert known.placeholders()["clinic_phone"] in answer.text
    assert client.get("/health/ready").json()["failing"] == ["brain"]


def test_the_limits_are_those_of_the_settings(chosen: Settings) -> None:
    """As many sessions as the settings allow are opened in a minute, and the next is refused."""
    with TestClient(create_app(chosen)) as fresh:
        codes = [fresh.post("/chat/sessions", json={}).status_code for _ in range(SESSIONS + 1)]

    assert codes == [201] * SESSIONS + [429]


@pytest.mark.parametrize("name", ["data/faq/location.yml", "data/red_flags/chest_and_breath.yml"])
def test_broken_content_is_not_served(data_copy: Path, make_settings: Callable[..., Settings], name: str) -> None:
    """An edge with a broken file does not come up half; the error names the file."""
    put(data_copy.parent / name, "{")

    with pytest.raises(ContentError, match=name):
        create_app(make_settings(**NO_BRAIN))


def test_without_its_database_it_does_not_come_up(data_copy: Path, make_settings: Callable[..., Settings]) -> None:
    """A database that can't be opened at the start is an error at the start."""
    with pytest.raises(StoreDown):
        create_app(make_settings(**NO_BRAIN, DATABASE_URL="sqlite:////proc/nowhere/bot.db"))


def test_a_token_is_good_after_a_restart(chosen: Settings) -> None:
    """An edge started again on the same settings knows the chats of the one before."""
    with TestClient(create_app(chosen)) as first:
        token = first.post("/chat/sessions", json={}).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        first.post("/chat/messages", json={"text": "I have chest pain"}, headers=headers)
    with TestClient(create_app(chosen)) as second:
        seen = second.get("/chat/messages", headers=headers)

    assert [message["text"] for message in seen.json()["messages"]][:1] == ["I have chest pain"]
