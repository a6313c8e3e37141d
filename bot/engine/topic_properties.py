"""What answers are like, from the files beside the brain: nothing of it is learned, so no model holds it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.content.properties import NO_PROPERTIES, Properties, properties_of

logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def properties_with(model_id: str, data: Path) -> Mapping[str, Properties]:
    """The properties of each answer by its label (`faq/…`), read once with every model.

    The content as a whole would take the brain half a second and 50 MB.

    Args:
        model_id: the model that answers: with a new one the topics may be others.
        data: the folder of the content.
    """
    return {f"faq/{path.stem}": _properties(path) for path in sorted((data / "faq").glob("*.yml"))}


def _properties(path: Path) -> Properties:
    """Those in a file; patients are answered all the same where it can't be read."""
    try:
        told = YAML(typ="safe").load(path.read_text(encoding="utf-8")).get("properties")
        return properties_of(told) if isinstance(told, dict) else NO_PROPERTIES
    except (OSError, ValueError, YAMLError, AttributeError) as error:
        logger.error("%s can't be read, so `why?` and `tell me more` behind its answer lead nowhere: %s", path, error)
        return NO_PROPERTIES
