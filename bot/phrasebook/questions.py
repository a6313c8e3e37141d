"""What a question opens with, and whether a clause asks."""

from __future__ import annotations

import re

AUXILIARY = r"(?:is|are|am|r|do|does|did|can|could|will|would|should|shall|may|have|has)"
SUBJECT = (
    r"(?:i|u|you|ya|yall|y'all|youse|yous|it|its|this|that|these|they|we|he|she|there|the|my|your|ur|one(?:'s)?|an?|acu\w*|accu\w*|needl\w*|sessions?|treatments?|any\w*"
    r"|some\w*|every\w*|people|ppl|women|men|kids|children|insurance|medicare|medicaid|parking|stretching|exercises?|yoga|physical"
    r"|doctors?|docs?|drs?|dr\.|midwives|physicians?|experts?|hospitals?|studies|research|results|relief|moms?|patients"
    r"|whoe\w*|pt|physio\w*|chiro\w*|massages?|husbands?|wife|wives|hubby|partners?|baby"
    r"|babies|both|either|(?:first|second|third) tri\w*)"
)
OPENING = (
    r"(?:how|hows|how's|howd|how'd|hwo|hw|what|whats|what's|whatd|what'd|wat|wats|waht|wut|wot|wots|where|wher"
    r"|whered|where'd|wheres|where's|whereabouts|when|whens|who|whos|who's|whom|which|why|wanna"
    r"|(?:(?:i|he|she|they|we) (?:also )?)?wants? to know"
    r"|any idea|anything|tell me|send (?:me|us|over|ur|your|the|ref\w*|links?|stud\w*|any)"
    r"|give me|show me|prove (?:it|to)|convince me|walk me through"
    r"|i (?:need|want|would like) to|need to (?:book|cancel|change|move|postpone|reschedule|shift|switch) (?:my|the|an|our)"
    r"|i(?:'d| would) like (?:to|an?|the|your|some)|i was wondering|wondering|i(?:'m| am)? (?:also )?(?:wonder(?:ing)?|curious)"
    r"|my (?:other |first |second |next |last )?question is|(?:let me|lemme) (?:know|get|have|book)"
    r"|remind me|point me|also|explain|describe|inform me|cite|please (?:list|name|confirm|state)"
    r"|(?:about|around|roughly|exactly) how|(?:un)?till? (?:what|when)|lookin(?:g|'|) for|worried about"
    r"|(?:at|for|from|in|on|to|with|by|after) (?:what|which|whom?|where|how (?:long|many|much))"
    r"|(?:book|call|text|sign|put|pencil|squeeze|hook|get|fit) (?:me|us)|can't i|cant i"
    r"|might (?:i|it|that|this|they|we|you|there|acu\w*)|if so|if not|if yes|if i am)"
)
CONDITION = (
    r"(?:if|assuming|supposing|provided|since|once|as|because|cause|cuz)\b[^,.?!;\n]{1,60}?,?\s+"
    r"(?:how|where|when|what|who)\s+(?:is|are|do|does|did|can|could|will|would|should|might|may)\b"
)
"""What may stand before a question of its own: `and if i start this week when might i feel something`."""
QUESTION_WORD = rf"(?:{OPENING}|{AUXILIARY})"
BY_TONE = r"(?:u|you|yall|y'all|youse|yous) (?:guys )?(?:take|got|accept|treat|offer|do|have|work (?:on|with))\b"
"""What asks without a question's order of words: `and you got parking`."""
BY_DOING = r"(?:can|could|does|will|would) (?:\w+ )?\w{3,}ing (?:cause|bring|set|start|make|help|hurt|do|be|trigger)\b"
"""`and can marathon training bring it on`."""
ASKED_NEXT = (
    rf"(?:{OPENING}\b|{AUXILIARY} {SUBJECT}\b|{BY_TONE}|(?:is|does|can) (?:si|sij|sciatica|pelvic)\b|{BY_DOING}|{CONDITION})"
)
"""What opens a question in the middle of a sentence: `and could you …`, but not `and could hardly walk`."""
FILLER = (
    r"(?:and |n |& |but |so |or |ok |okay |also |plus |then |oh |well |um |uh |hmm |lol |haha |k |btw |please |pls |kindly "
    r"|if so,? |if not,? |if yes,? |(?:first|second|third)(?:ly)?[:,] )"
)
WHETHER = rf"whether (?:or not |\w+ )?{SUBJECT}\b"
INDIRECT = (
    r"\b(?:idk|(?:dont|don't|do not) (?:know|get|understand)|not sure|unsure|curious"
    r"|(?:wants?|like|love|need|grateful|glad|happy|keen)(?: also)? to (?:know|learn|hear|understand|find out)(?: too)?"
    r"|mind knowing|wonders?"
    r"|wondering|(?<!not )asking|asks|(?:told|wanted|meant|want|going) to ask)"
    r" (?:if|whether|what|how|where|when|who|why|which|im|i'm|i am|its|it's|about|the|your)\b"
)
"""`I'd be grateful to hear whether …`, `my sister asks if …`."""
ASKING = re.compile(
    rf"^{FILLER}*(?:{QUESTION_WORD}\b|{BY_TONE})|^{WHETHER}|\?\s*$"
    r"|\bif (?:that|it|this)(?:'?s| is) (?:ok|okay|allowed|alright|fine|possible)\b"
    r"|\b(?:wants?|needs?) (?:the|your) (?:names?|address|phone|numbers?|prices?|costs?|list|hours|sources?|titles?)\b"
    r"|\b(?:is|are|did|does|do|can|could|will|would|should|might) (?:it|that|this|these|they|you|u|i|we|there|acupuncture)\b"
    rf"|{INDIRECT}"
    r"|\b(?:how (?:much|many|often|long|soon|far|quick|do i|does it)|what(?:'?s| is| are| do| does)"
    r"|where(?:'?s| is| are| r|'?re)\b)",
    re.I,
)
TIED = re.compile(rf"^{FILLER}+", re.I)


def asks(piece: str) -> bool:
    """Whether a clause asks by its own words, not by an `also` that ties it to what was told before: `also ride horses`."""
    return bool(ASKING.search(TIED.sub("", piece)))
