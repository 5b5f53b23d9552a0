"""What tells honest uses of English words from the others."""

import re
from itertools import pairwise

from dossiers.rules.wording.english.words import (
    ACCUSING,
    ADJECTIVE,
    ANOTHER,
    ATTRIBUTION,
    BODY,
    CHARGEABLE,
    CONTRASTED,
    FALSE_DENIAL,
    FIELD_COURT,
    HIS_ACCUSER,
    IN_DOUBT,
    LAW,
    LED,
    LED_TO,
    NO_PERSON,
    NOT,
    OF_HIM_AGAIN,
    OFFICES,
    ON_ORDERS,
    OPENERS,
    OTHERS,
    PEOPLE,
    PERSON,
    RANKED,
    SAID_SO,
    TAKEN_AS_TRUE,
    THINGS_DONE,
    UNITS,
    WERE_IT,
)
from dossiers.rules.wording.terms import REACH, Place, Sentence, Token, before_it, compiled, in_part, near


def of_law(sentence: Sentence, place: Place) -> bool:
    """Spare "criminal" as an adjective of the law: criminal, civil or administrative liability."""
    if not sentence.words(place).lower().endswith("criminal"):
        return False
    listed = compiled(
        rf"(?:(?:and|or|nor|{ADJECTIVE}) ){{0,5}}(?:(?:and|or|nor) (?:a |an |the )?\S+ )?(?:{LAW})(?: |$)"
    )
    goes_on = compiled(rf"(?:and|or|nor|{ADJECTIVE}) ").match(sentence.after(place, 2))
    after = sentence.after(place, 8) if goes_on else sentence.following(place, 8)
    return listed.match(after) is not None or adjective(sentence, place)


def adjective(sentence: Sentence, place: Place) -> bool:
    """Spare "criminal" before a noun of the law that no list holds: criminal effect, a criminal standard of proof."""
    if sentence.words(place).lower() != "criminal":
        return False
    after = sentence.following(place, 1)
    owned = re.search(
        r"(?:^| )(?:his|her|their|\S+['’]s|this|that|such|most|of|the most|a most)$",
        sentence.before(place, 2),
    )
    return (
        bool(after)
        and not owned
        and compiled(rf"(?:{ACCUSING}|{PERSON}|\S+(?:ed|ing|er|or|man|men|ist))$").match(after) is None
    )


def another_subject(sentence: Sentence, place: Place) -> bool:
    """Spare what is told of somebody else: his nephew was sentenced, a field court convicted the pharmacist."""
    before = CONTRASTED.sub(" ", sentence.so_far(place))
    if sentence.part(place).says(FIELD_COURT) and not sentence.says(ON_ORDERS):
        return True
    if compiled(rf"(?:{ANOTHER}|the (?:\S+ )?(?:{OTHERS}))(?= |$)").match(sentence.after(place, 4)):
        return True
    others = list(compiled(rf"(?:^| ){ANOTHER}(?= |$)").finditer(before))
    if not others:
        return False
    since = before[others[-1].end() :]
    words = sentence.leading(place)
    return not re.search(OF_HIM_AGAIN, since) and not _name_begins(words[-len(since.split()) or len(words) :])


def _name_begins(words: list[Token]) -> bool:
    """Say whether a name begins in these words that is a subject of its own: no preposition leads to it."""
    while (
        len(words) > 1 and words[1].text[:1].isupper()
    ):  # the other's own name: one of the guards, Muti Sharbaji
        words = words[1:]
    return any(
        word.text[:1].isupper()
        and (word.clause != last.clause or not (last.folded in LED_TO or last.text[:1].isupper()))
        for last, word in pairwise(words)
    )


NOBODY_HAS = before_it(
    r"(?:nothing|at no (?:stage|time|point|moment)|no (?:court|courts|judge|tribunal|prosecutor|body|authority|state|country|commission|document|one)(?! can| could| will)|nobody|none of|neither|never|"
    r"nor|far from|not (?:true|mean|amount|follow)|(?:wrong|untrue|false|inaccurate|incorrect|unfair|misleading) to (?:write|say|claim|state|suggest|call|speak))"
    r"(?: (?!(?:but|only)(?: |$))\S+)*$"
)
CALLS = before_it(
    r"(?:nobody|no one|no court|none|neither|nor|never|(?:is|was) not true|far from having|(?:wrong|untrue|false|misleading) to)(?: \S+)*? "
    r"(?:calls?|called|calling|describ\w+|found|labell?ed|convicted|accus\w+|said|say|write|been|that|makes?|made|turns?)(?: \S+){0,6}"
)


def calls_nobody(sentence: Sentence, place: Place) -> bool:
    """Spare a word that nobody is said to have used, or that it would be wrong to use."""
    return CALLS(sentence, place) and not sentence.says(FALSE_DENIAL)


OWN_VOICE = before_it(
    r"we (?:\S+ )?(?:know|say|add|hold|affirm|insist|maintain|state)(?: that)?(?: \S+){0,4}"
)


def on_word(sentence: Sentence, place: Place) -> bool:
    """Spare what is left to somebody; what stands in a relative clause is said of something else."""
    if sentence.says(FALSE_DENIAL) or OWN_VOICE(sentence, place):
        return False
    said = " ".join(token.folded for token in sentence.around(place))
    return compiled(SAID_SO).search(f" {HIS_ACCUSER.sub(' ', said)} ") is not None


CALLED = before_it(
    r"(?:complaint|indictment|prosecutors?|witness(?:es)?|report|petition|lawsuit|letter|article|statement|plaintiffs?|survivors?|lawyers?|"
    r"newspaper|agency|commission|minister|ambassador|deputy|court|judgment|file) (?:\S+ ){0,8}?(?:describes?|described|calls?|called|labels?|labelled|"
    r"branded|names?|named|accus\w+|portrays?|portrayed)(?: (?!he |she )\S+){1,5}"
)


def called(sentence: Sentence, place: Place) -> bool:
    """Spare a word that somebody who is named gives to a person: the complaint describes him as a co-perpetrator."""
    return CALLED(sentence, place)


NAMELESS = near(
    before=r"alleged|suspected|unknown|unidentified|presumed|possible|potential|would-be|purported", words=2
)


def surname(sentence: Sentence, place: Place) -> bool:
    """Spare a word that is somebody's name: capitalised, after a capitalised word that is no article."""
    word = sentence.tokens[place.first]
    if place.first == 0 or not word.text[:1].isupper():
        return False
    before = sentence.tokens[place.first - 1].text
    return before[:1].isupper() and before.lower() not in {
        "the",
        "a",
        "an",
        "this",
        "that",
        "war",
        "he",
        "she",
    }


def generic_owner(sentence: Sentence, place: Place) -> bool:
    """Spare what a regime, a unit or a country owns, and not a person."""
    said = sentence.tokens[place.first : place.last + 1]
    if said[0].folded in {"their", "nobody's", "today's", "yesterday's"}:
        return True
    owner = next((token for token in said if token.folded.endswith(("'s", "s'"))), None)
    if owner is None:
        return False
    bare = owner.folded.removesuffix("'s").removesuffix("’s")
    return not (owner.text[:1].isupper() or RANKED.match(bare)) or bare in NO_PERSON


def passive(sentence: Sentence, place: Place) -> bool:
    """Spare what was done to somebody: was beaten, were beaten and shot, crimes committed."""
    return bool(
        re.search(
            r"(?:^| )(?:(?:was|were|been|being|be|is|are|got)(?: \S+){0,3}? and|was|were|been|being|be|is|are|got|crimes)$",
            sentence.before(place, 5),
        )
    )


def ordered_about(sentence: Sentence, place: Place) -> bool:
    """Spare the passive, and what an office orders or answers for."""
    return bool(
        re.search(r"(?:^| )(?:was|were|been|being|be|is|are)$", sentence.before(place, 1))
        or of_office(sentence, place)
        or THINGS(sentence, place)
    )


def opens_as_name(sentence: Sentence) -> bool:
    """Say whether the capital that begins a sentence is a name's: another follows, or it is no common opener."""
    first, *rest = sentence.tokens
    follows = bool(rest) and rest[0].text[:1].isupper()
    return follows or (first.folded not in OPENERS and not first.folded.endswith("s"))


def a_unit_did_it(sentence: Sentence, place: Place) -> bool:
    """Spare an act whose doer is not named as a person: the nearest subject before it is a body, or there is none."""
    here = sentence.tokens[place.first].part
    said = sentence.so_far(place).split()
    if {"he", "she"} & set(said) and not (
        said and BODY.match(said[-1]) and not {"its", "his", "her"} & set(said[-2:])
    ):
        return False
    aside = sentence.asides(place)
    for index in range(place.first - 1, max(-1, place.first - 1 - REACH), -1):
        if sentence.tokens[index].clause in aside:
            continue
        token, before = sentence.tokens[index], sentence.tokens[index - 1] if index else None
        if token.part != here:
            break
        if RANKED.match(token.folded):
            return False
        led = before is not None and (
            before.folded in LED - {"the", "and"}
            or before.folded in {"not", "unlike"}
            or (
                before.folded == "the"
                and index > 1
                and sentence.tokens[index - 2].folded in (LED - {"and"}) | {"not", "unlike"}
            )
        )
        if led:
            continue
        if BODY.match(token.folded):
            return True
        if token.text[:1].isupper() and (index or opens_as_name(sentence)):
            return False
    return True


def a_body_did_it(sentence: Sentence, place: Place) -> bool:
    """Spare what a body did that is named right before."""
    before = CONTRASTED.sub(" ", sentence.before(place, 9))
    before = " ".join(before.split()[-5:])
    return (
        re.search(r"(?:^| )(?:he|she|who)(?: |$)", before) is None
        and re.search(rf"(?:^| )(?:{UNITS})(?: |$)", before) is not None
    )


CLOSE = near(before=f"{NOT}|{WERE_IT}", words=5)


def hypothetical(sentence: Sentence, place: Place) -> bool:
    """Spare what is denied or only supposed: not convicted, if convicted, were he found guilty."""
    if sentence.says(FALSE_DENIAL):
        return False
    return CLOSE(sentence, place) or sentence.says(IN_DOUBT) or NOBODY_HAS(sentence, place)


SHOULD = near(before=f"{NOT}|{WERE_IT}|must|to|will|demand\\w*|call\\w*|want\\w*", words=4)


def thing_charged(sentence: Sentence, place: Place) -> bool:
    """Spare what is done to a thing: charged the batteries, charged a fee."""
    around = f"{sentence.before(place, 7)} {sentence.after(place, 3)}"
    if compiled(rf"(?:^| )(?:{CHARGEABLE})(?: |$)").search(around):
        return True
    if re.search(
        r"(?:^| )(?:was|were|is|are|been|being|be|stands|stood|officially|formally|also|jointly|not|man|officer|general|colonel)$",
        sentence.before(place, 1),
    ):
        return False
    after = sentence.after(place, 1)
    return after in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "at",
        "up",
        "into",
        "toward",
        "towards",
    } and (
        re.match(
            rf"\S+ (?:\S+ )?(?:{OTHERS}|major|captain|colonel|general|brigadier|lieutenant|doctor|dr|minister|businessman|judge)\b",
            sentence.after(place, 4),
        )
        is None
    )


GENERIC = near(
    before=r"one of|one of the|among|among the|most wanted|worst|fellow|other|notorious|these|those", words=4
)


def only_generic(sentence: Sentence, place: Place) -> bool:
    """Spare a plural that speaks of nobody in particular: justice for perpetrators."""
    after = sentence.tokens[place.last + 1 : place.last + 2]
    named = bool(after) and after[0].text[:1].isupper()
    return not GENERIC(sentence, place) and not named


SAID = in_part(
    ATTRIBUTION + r"|\b(?:no (?:document|source|evidence|record|witness)|nothing|whether|not known)\b"
)


def asked(sentence: Sentence, place: Place) -> bool:
    """Spare what is only asked: did he have them shot, whether he ordered it."""
    return (sentence.asks and sentence.tokens[0].folded not in TAKEN_AS_TRUE) or ASKED(sentence, place)


ASKED = before_it(r"whether|if")


def about_deeds(sentence: Sentence, place: Place) -> bool:
    """Spare what is done about a deed: led an inquiry into the killings, ran a course on torture."""
    last = min(place.last + 2, len(sentence.tokens))
    said = " ".join(token.folded for token in sentence.tokens[place.first : last])
    return compiled(rf"(?: )(?:{THINGS_DONE})(?: |$)").search(said) is not None


def unnamed_doer(sentence: Sentence, place: Place) -> bool:
    """Spare what has no person for its subject, unless it begins with the deed itself."""
    return place.first > 0 and a_unit_did_it(sentence, place)


def of_office(sentence: Sentence, place: Place) -> bool:
    """Spare what an office orders or answers for, but not what its head does."""
    before = sentence.before(place, 6)
    office = compiled(rf"(?:^| )(?:{OFFICES})(?: of(?: the)? \S+)?$").search(before)
    head = compiled(
        r"(?:head|chief|director|commander|leader|officer|deputy) (?:of|at|in)(?: the)?(?: \S+){0,3}$"
    )
    return office is not None and head.search(before) is None


THINGS = near(
    after=r"tents|blankets|supplies|equipment|parts|goods|food|fuel|furniture|books|vehicles|cars|ammunition|uniforms|a meal|medicine",
    words=4,
)
ABOUT_PLACES = near(
    after=r"prisons?|branch(?:es)?|facilit(?:y|ies)|centres?|centers?|sites?|detention|cases?|hospitals?|airports?|"
    r"massacres?|attacks?|photos?|photographs?|section|wing|cells?|saydnaya|sednaya|tadmor|palmyra|far|falastin|"
    r"palestine|military|checkpoints?|incidents?|episodes?|decree|law|siege|crackdown|practice|method",
    words=3,
)

NEGATED = near(before=NOT, words=5)


def denied(sentence: Sentence, place: Place) -> bool:
    """Spare what is denied; not what it would be wrong to deny."""
    return not sentence.says(FALSE_DENIAL) and (NEGATED(sentence, place) or NOBODY_HAS(sentence, place))


NO_PROOF = in_part(
    r"\b(?:no (?:court|judge|tribunal|\S+ court) (?:\S+ ){0,4}?(?:found|establish\w*|attribut\w*|rul\w+|confirm\w*|examin\w*|heard|tried|convict\w*|held)|no (?:evidence|proof|document|record|source|trace|list|finding)|not (?:mean|amount|say|speak|call|prove|established)|nothing|"
    r"neither|whether|if|wrong to|untrue to)\b"
)
WHOM = near(before=rf"(?:{PEOPLE})(?: whom| that| who)?$", words=2)
TERMINAL = near(
    before=r"crimes|those|who had|anyone|whoever|he had been|would have|all who|everyone who|people who",
    words=4,
)


def has_been(sentence: Sentence, place: Place) -> bool:
    """Spare a past perfect, and an experience: had his house shelled, had two sons killed."""
    said = " ".join(token.folded for token in sentence.tokens[place.first : place.last + 1])
    return (
        re.search(
            rf"^\S+ (?:himself|herself|(?:his|her) (?:own )?(?:{OTHERS}|house|home|car|office|village|shop)|already|since|also|twice|often|just|recently|\S+ly) ",
            said,
        )
        is not None
        or re.search(r"\b(?:he|she|they|it|and|who|which|that)\b", said) is not None
    )
