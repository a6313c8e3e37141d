"""An owner approves what an editor proposes, or sets it aside."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import OWNER, StaffRoute, text
from bot.console.pages import problem
from bot.console.proposed import from_json
from bot.content.draft import FaqDraft, UnknownTopic
from bot.editing.keeping import EditedMeanwhile
from bot.store.proposals import APPROVED, DECLINED
from bot.threads import in_thread

PUBLISH = "/staff/publish"


async def decide(request: Request) -> Response:
    """POST /staff/proposals/{id}: `decision` is `approved` or `declined`."""
    parts, decision = services.of(request), text(request, "decision")
    waiting = {each.id: each for each in await in_thread(parts.proposals.open)}
    found = waiting.get(int(request.path_params["id"]))
    if found is None or decision not in (APPROVED, DECLINED):
        return problem(request, "missing", 404)
    draft = from_json(found.draft)
    try:
        done = await in_thread(_carry_out, request, found.id, draft, found.author, decision)
    except (EditedMeanwhile, UnknownTopic):
        return problem(request, "proposal_old", 409)
    if not done:
        return problem(request, "missing", 404)
    return access.back_to(PUBLISH, decision)


def _carry_out(request: Request, number: int, draft: FaqDraft, author: str, decision: str) -> bool:
    """Do it and log it; False where another owner decided first and nothing was done."""
    parts, name = services.of(request), request.state.person.name
    if decision == APPROVED:
        parts.editor.save(draft, f"{author}, approved by {name}" if author != name else name)
    first = parts.proposals.decide(number, decision, name)
    if not first and decision == DECLINED:
        return False
    # Approved, it is live by now, even where another owner has set it aside since.
    parts.audit.record(name, f"{decision} what {author} proposed", draft.label)
    return True


routes = [StaffRoute("/proposals/{id:int}", decide, OWNER, changes=True)]
