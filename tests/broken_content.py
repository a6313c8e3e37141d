"""Ways to break the small content: what to replace by what, where the refusal must point, and words it must hold."""

from __future__ import annotations

from tests.small_content import FACTS, FACTS_TEXT, TOPIC, TOPIC_TEXT

WEB, SMS, FIRST, EIGHTH = "- text: >-", "- channel: sms", "- should i stretch", "      - limbering up\n"
SAYS = "Stretching may take 20 minutes. See {stretch_page}."
CITES = "metadata: {facts: [stretch-time]}"
SMS_SAYS = f"text: Stretching may take 20 minutes.\n      {CITES}"
CONDITION = "    - condition: [{type: slot, name: pregnant, value: true}]\n"
VARIANT = f"{CONDITION}      {SMS_SAYS}\n"
SECOND = f"  utter_faq/stretching: # second\n    - text: Again.\n      {CITES}\n"

ANSWERS = {
    "no fact": (f"{SAYS}\n      metadata: {{title: Stretching, facts: [stretch-time, stretch-page]}}",
                "Stretch gently.\n      metadata: {title: Stretching}", WEB, "cites no fact: add `facts: [...]`"),
    "unknown fact": ("[stretch-time, stretch-page]", "[stretch-time, tea]", WEB, "the fact tea, which no file in data/facts/"),
    "number": (SAYS, "Stretching may take 45 minutes.", WEB, "The number 45 is not among the facts"),
    "unit": (SAYS, "Stretching may take 20 hours.", WEB, "The unit “hour” is not among the facts"),
    "link": (SAYS, "See www.example.com/other.", WEB, "The link www.example.com/other is not among the facts"),
    "phone": (SAYS, "Call 610.555.0199.", WEB, "The phone number 610.555.0199 is not among the facts"),
    "name": (SAYS, "Ask for Grace when you call.", WEB, "The name “Grace” is not among the facts"),
    "promise": (SAYS, "Stretching is completely safe.", WEB, "“completely safe” promises too much"),
    "long SMS": (SMS_SAYS, f"text: {'Stretch. ' * 30}\n      {CITES}", SMS, "too long for a text message (269 of "),
    "SMS of other letters": (SMS_SAYS, f"text: Stretching 伸\n      {CITES}", SMS, "can't carry “伸”: use plain letters"),
    "long answer, no SMS": (TOPIC_TEXT[TOPIC_TEXT.index(WEB) : TOPIC_TEXT.index("nlu:")],
                            f"- text: {'Stretch. ' * 30}\n      metadata: {{title: A, facts: [stretch-time]}}\n",
                            "- text: Str", "or add a `channel: sms` wording"),
    "placeholder": (SAYS, "See {strech_page}.", WEB, "{strech_page} has no fact with that placeholder"),
    "kind": ("title: Stretching", "title: Stretching, kind: advice", WEB, "kind must be one of emergency, answer"),
    "title": ("title: Stretching, ", "", WEB, "has no title: add `title:`"),
    "variant without SMS twin": (f"    {SMS}", f"{VARIANT}    {SMS}", "- condition:", "needs an SMS wording with the same"),
    "no plain answer": (f"    {WEB}", "    - channel: web\n      text: >-", "- channel: web", "a plain answer without channel"),
    "answer twice": ("nlu:", f"{SECOND}nlu:", "# second", "duplicate key"),
    "other topic's answer": ("nlu:", f"{SECOND.replace('stret', 'sket')}nlu:", "# second", "it must be utter_faq/stretching"),
    "too few questions": (EIGHTH, "", FIRST, "Too few ways of asking (7 of 8): add more"),
    "question twice": (EIGHTH, f"{EIGHTH}      - Should I  stretch?!\n", "Should I", "already stands here, line 13: keep one"),
    "brackets": (EIGHTH, f"{EIGHTH}      - how do i [stretch](verb)\n", "(verb)", "Take the brackets or leading slash out"),
    "braces": (EIGHTH, f"{EIGHTH}      - how do i {{stretch}}\n", "{stretch}", "Take the brackets or leading slash out"),
    "leading slash": (EIGHTH, f"{EIGHTH}      - /stretch\n", "- /stretch", "Take the brackets or leading slash out"),
}  # fmt: skip
FACT_CASES = {
    "unknown reference": ("[wang-2012]", "[wang-2021]", "id: stretch-page", "cites wang-2021, which isn't in references.yml"),
    "unknown source": ("source: clinic", "source: hearsay", "id: stretch-time", "must be document, clinic or guidance"),
    "placeholder without value": (
        "    value: www.example.org/stretch\n",
        "",
        "id: stretch-page",
        "both a placeholder and its value",
    ),
    "page that no browser opens": ("value: www.example.org/stretch", "value: our website", "id: stretch-page", "no web address"),
    "placeholder twice": (
        "source: clinic",
        "source: clinic\n    placeholder: clinic_phone\n    value: 610.555.0199",
        "id: stretch-time",
        "clinic_phone",
    ),
    "reference twice": (
        "facts:\n",
        "references:\n  - {id: own, authors: Byron A, title: One}\n  - {id: own, authors: Byron A, title: Other}\nfacts:\n",
        "title: Other",
        "own",
    ),
    "value without placeholder": (
        "source: clinic",
        "source: clinic\n    value: 20",
        "id: stretch-time",
        "both a placeholder and its",
    ),
}
UNREAD = {
    "answer twice, in the rules": ("data/rules/more.yml", SECOND),
    "answer twice, in a .yaml file": ("data/faq/more.yaml", SECOND),
    "answer twice, in a subfolder": ("data/faq/more/more.yml", SECOND),
    "placeholder in a reply": ("data/replies/more.yml", "replies:\n  nothing_said: {text: 'Call {clinic_fone}.'}\n"),
    "long SMS reply": ("data/replies/more.yml", f"replies:\n  nothing_said: {{text: Short., sms: {'long ' * 80}}}\n"),
    "reply without text": ("data/replies/more.yml", "replies:\n  nothing_said: {sms: Short.}\n"),
}

AGAIN = "  - {id: stretch-time, says: Once more., source: clinic}\n"
OWN_REFERENCE = "references:\n  - {id: own-2020, authors: Byron A, title: On stretching, jornal: Notes}\n"
REPLIES = "data/replies/edge.yml"

# By file and name of the break: what to replace, by what, words of the line to be named (or any line), what the reason must say.
BROKEN = {
    TOPIC: {
        "unclosed list": ("facts: [stretch-time]", "facts: [stretch-time", "[stretch-time}", "this isn't valid YAML"),
        "tab": ("    - channel", "\t- channel", "\t- channel", "this isn't valid YAML"),
        "colon in a text": ("text: Stretching may", "text: Note: it may", "text: Note", "this isn't valid YAML"),
        "unknown alias": ("title: Stretching", "title: *name", "*name", "this isn't valid YAML"),
        "two documents": ("nlu:", "---\nnlu:", "---", "this isn't valid YAML"),
        "wrong intent": ("intent: faq/stretching", "intent: faq/streching", "faq/streching", "it must be faq/stretching"),
        "intent of no group": ("intent: faq/stretching", "intent: stretching", "intent: stretching", "it must be faq/stretching"),
        "wrong answer name": ("utter_faq/stretching", "utter_faq/stretch", "utter_faq/stretch", "must be utter_faq/stretching"),
        "no intent": ("  - intent: faq/stretching\n    examples", "  - examples", "- examples", "`intent:` is missing"),
        "no examples": ("examples: |", "exmples: |", "- intent", "`examples:` is missing"),
        "no text": ("text: Stretching", "txt: Stretching", "- channel: sms", "`text:` is missing"),
        "no dash": ("- which stretch", "which stretch", "which stretch", "each way of asking begins with `- `"),
    },
    FACTS: {
        "fact twice": ("facts:\n", f"facts:\n{AGAIN}", "- id: stretch-time", "'stretch-time' already stands in data/facts/house"),
        "no id": ("id: stretch-page", "name: stretch-page", "name: stretch-page", "`id:` is missing"),
        "no source": ("    source: clinic\n", "", "id: stretch-time", "`source:` is missing"),
        "no words": ("says: Stretching", "said: Stretching", "id: stretch-time", "`says:` is missing"),
        "unknown key of a reference": (FACTS_TEXT, OWN_REFERENCE, "", "jornal"),
        "reference without title": (FACTS_TEXT, OWN_REFERENCE.replace("title", "titel"), "own-2020", "`title:` is missing"),
    },
    REPLIES: {
        "no replies": ("replies:", "reply:", "", "`replies:` is missing"),
    },
}  # fmt: skip
SHAPES = {
    "empty nlu": (TOPIC, TOPIC_TEXT[TOPIC_TEXT.index("nlu:") :], "nlu:\n"),
    "empty answer": (TOPIC, TOPIC_TEXT[: TOPIC_TEXT.index("nlu:")], "responses:\n  utter_faq/stretching:\n"),
    "empty responses": (TOPIC, TOPIC_TEXT[: TOPIC_TEXT.index("nlu:")], "responses:\n"),
    "answer without name": (TOPIC, "  utter_faq/stretching:\n", ""),
    "empty metadata": (TOPIC, " {title: Stretching, facts: [stretch-time, stretch-page]}", ""),
    "metadata of one word": (TOPIC, "{title: Stretching, facts: [stretch-time, stretch-page]}", "stretching"),
    "facts of one word": (FACTS, FACTS_TEXT, "facts: none\n"),
    "empty facts": (FACTS, FACTS_TEXT, "facts:\n"),
    "replies of one word": ("data/replies/edge.yml", "replies:\n", "replies: none\nothers:\n"),
    "a reply of one word": ("data/replies/edge.yml", "replies:\n", "replies:\n  nothing_said: Hello.\nothers:\n"),
}  # fmt: skip
