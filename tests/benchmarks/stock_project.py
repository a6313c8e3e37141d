"""A project as `rasa init` makes it, filled with our FAQ data the way a stock user would fill it."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
from pathlib import Path
from typing import Any

import yaml

from bot import content
from bot.content.model import fill
from bot.settings import ROOT

COPIED = ("faq", "not_covered", "smalltalk", "nlu")
# An empty pipeline in `rasa init`'s config.yml makes `rasa train` take this file; epochs stand in it as comments there.
SUGGESTED = Path("engine", "recipes", "config_files", "default_config.yml")
FALLBACK = {"rule": "not understood", "steps": [{"intent": "nlu_fallback"}, {"action": "utter_out_of_scope"}]}


def build(folder: Path, epochs: int) -> None:
    """Write the whole project into `folder`."""
    values = content.load(ROOT / "data").placeholders()
    for group in COPIED:
        shutil.copytree(ROOT / "data" / group, folder / "data" / group)
        for path in (folder / "data" / group).iterdir():
            path.write_text(fill(path.read_text(encoding="utf-8"), values), encoding="utf-8")
    rules = {rule["steps"][0]["intent"]: rule for rule in _read(ROOT / "data" / "rules" / "answer.yml")["rules"]}
    for path in (folder / "data" / "nlu").iterdir():  # forms and the alarm are ours alone: without a rule Rasa would say nothing
        if path.stem not in rules:
            path.unlink()
    labels = content.phrases(folder / "data")
    intents = sorted({label.split("/")[0] for label in labels})
    kept = [rules[intent] for intent in intents]
    _write(folder / "data" / "rules.yml", {"version": "3.1", "rules": [*kept, FALLBACK]})
    _write(folder / "config.yml", config(epochs, sorted({label.split("/")[0] for label in labels if "/" in label})))
    _write(folder / "domain.yml", domain(intents))
    _write(folder / "credentials.yml", {"rest": None})
    store = {"type": "SQL", "dialect": "sqlite", "db": str(folder / "rasa.db")}
    _write(folder / "endpoints.yml", {"tracker_store": store})


def domain(intents: list[str]) -> dict[str, Any]:
    """The intents; the slots that answers of ours ask for; sessions as `rasa init` has them."""
    session = {"session_expiration_time": 60, "carry_over_slots_to_new_session": True}
    slots = _read(ROOT / "domain.yml").get("slots", {})
    return {"version": "3.1", "intents": intents, "slots": slots, "session_config": session}


def config(epochs: int, retrieved: list[str]) -> dict[str, Any]:
    """The suggested pipeline and policies, with a response selector for each retrieval intent."""
    suggested = suggestion()
    pipeline = []
    for each in suggested["pipeline"]:
        selects = each["name"] == "ResponseSelector"
        pipeline += [{**each, "retrieval_intent": intent} for intent in retrieved] if selects else [each]
    for each in (*pipeline, *suggested["policies"]):
        if "epochs" in each:
            each["epochs"] = epochs
    return {**suggested, "assistant_id": "stock", "pipeline": pipeline}


def suggestion() -> dict[str, Any]:
    """The pipeline and policies that Rasa puts into an empty config.yml."""
    found = importlib.util.find_spec("rasa")
    assert found
    assert found.origin
    return dict(_read(Path(found.origin).parent / SUGGESTED))


def digest(folder: Path) -> str:
    """Tells whether two projects would train the same model."""
    told = hashlib.sha256()
    for path in (folder / "config.yml", folder / "domain.yml", *sorted((folder / "data").rglob("*.yml"))):
        told.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return told.hexdigest()


def phrases(folder: Path) -> int:
    """How many phrases the project trains on."""
    return sum(len(each) for each in content.phrases(folder / "data").values())


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _write(path: Path, document: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
