"""The English words of the linter."""

import re
from functools import lru_cache
from itertools import pairwise

from dossiers.rules.wording.lexicon import Lexicon
from dossiers.rules.wording.terms import (
    Kind,
    Place,
    Sentence,
    Term,
    Token,
    anywhere,
    before_it,
    compiled,
    in_part,
    near,
    tokens,
    unmarked,
)

ATTRIBUTION = (
    r"\b(?:according to|alleg\w+|reported\w*|reports?|said|says|say|saying|stat(?:ed|es|ing)|claim\w*|call\w*|"
    r"describ\w+|named|naming|names (?:him|her|the)|known as|nicknamed|dubbed|label\w*|term(?:ed|s)|refer\w+|accus\w+|wrote that|writes that|"
    r"told|quot\w+|testif\w+|words of|in the words|in the telling|by the account|slogan|headline\w*|chant\w*|banner\w*|titled|entitled)\b"
)
NOT = (
    r"no(?! doubt)|not(?! only)|never|nor|neither|none|nobody|without(?! doubt)|cannot|\w+n['’]t|denie[sd]|denying|deny|rejects?|rejected|"
    r"refused|yet|innocent"
)
WERE_IT = r"if|whether|until|unless|before|once|should|may|might|could|would|can|when"
LAW = (
    r"complaints?|investigations?|courts?|tribunals?|law|laws|codes?|procedures?|proceedings?|cases?|charges?|"
    r"responsibility|liability|justice|police|security|senates?|chambers?|divisions?|trials?|prosecutions?|"
    r"prosecutors?|offences?|offenses?|associations?|conduct|acts?|records?|evidence|intent|judges?|matters?|files?|"
    r"accountability|conspiracy|penalt(?:y|ies)|sanctions?|lawyers?|departments?|networks?|enterprises?|"
    r"jurisdiction|sections?|appeals?|inquir(?:y|ies)|suits?|actions?|organi[sz]ations?|groups?|activit(?:y|ies)|"
    r"defence|defense|convictions?|judgments?|sentences?|dockets?|legislation|benches|bench|circuit|policy|"
    r"referrals?|reports?|probes?|measures?|provisions?|statutes?|nature|character|negligence|background|"
    r"participation|purpose|plan|consequences?|routes?|tracks?|avenues?|lawyer|syndicates?|gangs?|gang|code|prosecution|tribunal|liabilities|chamber|trial"
)
ADJECTIVE = (
    r"civil|administrative|military|disciplinary|penal|political|financial|moral|international|domestic|national|commercial|"
    r"constitutional|federal|state|regional|higher|special|other|individual|personal|corporate|fiscal|terrorist|family|labour|"
    r"public|private|organi[sz]ed|joint|armed|illegal|intelligence|personal"
)


def of_law(sentence: Sentence, place: Place) -> bool:
    """Spare "criminal" as an adjective of the law: criminal, civil or administrative liability."""
    return (
        re.match(
            rf"(?:(?:and|or|nor|{ADJECTIVE}) ){{0,5}}(?:(?:and|or|nor) (?:a |an |the )?\S+ )?(?:{LAW})(?: |$)",
            sentence.after(place, 8),
        )
        is not None
    )


# Somebody else, of whom a verdict or a deed is told.
OTHERS = (
    r"nephews?|nieces?|brothers?|sisters?|sons?|daughters?|father|mother|wife|husband|cousins?|uncle|aunt|relatives?|neighbours?|"
    r"neighbors?|colleagues?|predecessor|successor|deputy|driver|bodyguards?|secretary|accuser|co-defendants?|associates?|"
    r"subordinates?|aides?|friends?|partners?|journalists?|students?|activists?|doctor|pharmacist|teacher|lawyer|others|"
    r"guards?|soldiers?|detainees?|prisoners?|victims?|witness(?:es)?|men|women|man|woman|officers?|officials?"
)
ANOTHER = (
    r"(?:one of (?:the|his|her) (?:\S+ )?(?:"
    + OTHERS
    + r")|(?:his|her) (?:\S+ ){0,2}?(?:"
    + OTHERS
    + r")|(?:another|other|two|three|several|some|many|dozens of|hundreds of|an?) "
    r"(?:\S+ ){0,3}?(?:"
    + OTHERS
    + r")|the (?:man|woman|neighbour|neighbor|officer|guard|one) who (?:had |first |had first )?(?:accused|denounced|named|reported|arrested|testified)(?: (?!was |were |is )\S+){0,3}?|the (?:\S+ )?(?:neighbours?|neighbors?|nephew|brother|cousin|accuser|journalist|student|activist|pharmacist|"
    r"driver|victims?|witness|detainees?|prisoners?))"
)


FIELD_COURT = r"\b(?:field|terrorism|counter-terrorism|counterterrorism|exceptional|revolutionary) courts?\b"
OF_HIM_AGAIN = (
    r"\b(?:he|she|and him|and her|the general|the colonel|the brigadier|the officer|the minister)\b"
)
LED_TO = frozenset(
    ("in", "at", "of", "from", "near", "by", "on", "the", "before", "to", "for", "against", "and")
)


def another_subject(sentence: Sentence, place: Place) -> bool:
    """Spare what is told of somebody else: his nephew was sentenced, a field court convicted the pharmacist."""
    before = sentence.so_far(place)
    if re.search(FIELD_COURT, before):
        return True
    if compiled(rf"(?:{ANOTHER}|the (?:\S+ )?(?:{OTHERS}))(?= |$)").match(sentence.after(place, 4)):
        return True
    others = list(compiled(rf"(?:^| ){ANOTHER}(?= |$)").finditer(before))
    if not others:
        return False
    since = before[others[-1].end() :]
    words = [
        token for token in sentence.tokens[: place.first] if token.part == sentence.tokens[place.first].part
    ]
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
    r"(?:nothing|no (?:court|courts|judge|tribunal|prosecutor|body|authority|state|country|commission|document|one)(?! can| could| will)|nobody|none of|neither|never|"
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


FALSE_DENIAL = (
    r"\b(?:no (?:\w+ )?doubt|(?:can|could) (?:fail to (?:see|know)|deny|doubt)|without (?:a )?doubt|not (?:only|merely|just|simply)|nobody doubts|no one doubts|nobody denies|no one can deny|cannot be denied|no secret|(?:anything|nothing|none) (?:other than|but)|can hide|(?:untrue|false|wrong|nonsense) to (?:say|claim|pretend)"
    r"(?: \S+){0,6} never|no need|needs? no|hardly needs|does not need|do not need)\b"
)

CRIMES = (
    r"killings?|murders?|deaths?|torture|executions?|massacres?|crimes?|atrocit(?:y|ies)|rapes?|disappearances?|"
    r"attacks?|shelling|bombings?|bombardment|sieges?|starvation|arrests?|shootings?|abuses?|violations?|repression|"
    r"crackdown|genocide|slaughter|gassing|extermination|war|mass|enforced|arbitrary|ill-treatment|detentions?"
)
PEOPLE = (
    r"civilians?|detainees?|prisoners?|protesters?|protestors?|demonstrators?|people|persons?|hundreds|thousands|"
    r"dozens|scores|women|children|men|him|her|them|inmates?|residents?|villagers?|opponents?|activists?|victims?|"
    r"students?|(?:\S+ )?famil(?:y|ies)|syrians|boys?|girls?|doctors?|journalists?|conscripts?|recruits?|deserters?|defectors?|passengers?|mourners|"
    r"worshippers|teachers?|schoolteachers?|workers?|farmers?|captives?|hostages?|brothers?|sisters?|sons?|daughters?|mothers?|fathers?|"
    r"nurses?|medics?|imams?|pharmacists?|patients?|teenagers?|couple|delegation|crowds?|suspects?|refugees?|lawyers?|shopkeepers?|"
    r"shepherds?|soldiers?|men|elders?|neighbours?|neighbors?|youths?|bakers?|drivers?|guests?|wounded|conscript|couriers?|messengers?|shepherd|those|brothers"
)
SOME = (
    r"(?:(?:the|a|an|many|several|some|his|her|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|more than|at least|"
    r"over|nearly|about|around|dozens of|scores of|hundreds of|thousands of|\d+|young|political|peaceful|unarmed|innocent|elderly|captured|"
    r"wounded|those|other|whole|entire|local|opposition|female|male|old|of|one|all) ){0,4}"
)
STRONG = (
    r"tortured|murdered|raped|massacred|slaughtered|butchered|maimed|strangled|lynched|exterminated|gassed|beheaded|flogged|electrocuted|"
    r"bludgeoned|suffocated|scalded|mutilated|garrotted|smothered|gunned down|mowed down|finished off|strung up|castrated|throttled|"
    r"bayoneted|machine-gunned|clubbed|choked|disembowelled|crucified|drowned|starved|kidnapped|abducted|dismembered|assaulted|brutalised|"
    r"brutalized|tormented|whipped|hanged|lashed|bribed|extorted|looted|embezzled|blackmailed|trafficked|waterboarded|castrated"
)
DEADLY = r"killed|executed|shot(?: dead)?|hanged|drowned|burned|starved|beat|whipped|crushed|poisoned|buried|stabbed|liquidated|shelled|bombed"
HARMED = (
    r"beaten|tortured|shot|hanged|hung|killed|executed|flogged|raped|starved|gassed|burned|burnt|drowned|liquidated|whipped|strangled|"
    r"hosed|doused|stripped|suspended|kicked|lashed|blindfolded|disappeared|electrocuted|mutilated|beheaded|crushed|buried alive|put (?:up )?against (?:the|a) wall|lined up"
)

BODIES = (
    r"un|united nations|commission|inquiry|opcw|mechanism|iiim|panel|rapporteur|fact-finding|council|experts|coi|"
    r"committee|human rights watch|amnesty|snhr|ngos?|investigative"
)
UNITS = (
    r"branch|intelligence|forces?|army|division|court|commission|un|police|guard|directorate|department|regime|"
    r"government|state|militia|militias|authorities|brigade|troops|security|prison|judges?|prosecutors?|soldiers|"
    r"officers|guards?|it|they|we|people|protesters|which|this|these|those|unit|units|others|another|somebody|someone"
)
ENDED = (
    r"\b(?:acquit\w*|annul\w*|quash\w*|overturn\w*|dismiss\w*|dropped|cleared|lifted|discontinued|closed|exonerat\w*|"
    r"set aside|released|withdrawn|terminated|rescinded|revoked)\b"
)
COURT = r"\b(?:courts?|tribunals?|jury|juries|assizes?|senate|judges?|chamber)\b"
DATE = r"\b(?:19|20)\d\d\b"
FINALITY = r"\b(?:final|finality|appeal\w*|retried|retrial|cassation|upheld|affirmed|confirmed on)\b"
ABSENTIA = r"\bin absentia\b|\bin (?:his|her|their) absence\b"
STATES = {"suspect": r"\b(?:suspects?|suspected|under investigation|named in a complaint)\b"}

# On whose word an act is told. A sentence that names nobody speaks in the campaign's own voice.
# Who gives a nickname: a passive says nobody.
NAMED_BY = (
    ATTRIBUTION.replace(r"known as|nicknamed|dubbed|label\w*|term(?:ed|s)|", "").replace(
        r"call\w*|", r"calls?|calling|called (?:him|her)|denie[sd]|denying|"
    )
    + r"|\b(?:known|nicknamed|dubbed|called|labelled|labeled|termed)\b.{0,40}\b(?:by|among|to)\b|"
    r"\b(?:by|among|to)\b.{0,40}\b(?:known|nicknamed|dubbed|called)\b|\b\w+s (?:called|nicknamed|dubbed|knew) (?:him|her)\b"
)
WORKS = (
    r"\b(?:words?|terms?|labels?|expressions?|films?|filmed|movies?|novels?|books?|plays?|songs?|series|reports?|documentar\w+|exhibitions?|episodes?|"
    r"titled|entitled|poems?|paintings?|chapters?|articles?|stories|story|memoirs?|essays?|lectures?|album|studies|study|"
    r"opera|thrillers?|reviewed|translat\w+|staged|screened|read|publish\w+)\b"
)
SAID_SO = (
    ATTRIBUTION.removesuffix(r")\b")
    + r"|found|finds?|findings?|conclud\w+|believe[sd]?|suspect\w*|reasonable grounds|complaints?|indict\w+|"
    r"charged with|listing|listed (?:him|her|for)|designat\w+|convict\w+|sentenced|witness\w*|survivors?|judgment|prosecutors?|"
    r"investigat\w+|documents? (?:that|which)|accord\w+|attribut\w+|implicat\w+|point\w* to|suggest\w*|denie[sd]|"
    r"whether|if|jury|report\w*|no (?:document|source|evidence|record|witness)|nothing (?:shows|proves|indicates|suggests|ties|links|in|that))\b"
)
RELATIVE = frozenset(("which", "who", "whom", "whose"))


def on_word(sentence: Sentence, place: Place) -> bool:
    """Spare what is left to somebody; what stands in a relative clause is said of something else."""
    deed = sentence.tokens[place.first]
    aside = {
        token.clause
        for before, token in pairwise(sentence.tokens)
        if token.folded in RELATIVE and token.clause not in {before.clause, deed.clause}
    }
    said = " ".join(t.folded for t in sentence.tokens if t.part == deed.part and t.clause not in aside)
    return compiled(SAID_SO).search(f" {said} ") is not None


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


NO_PERSON = frozenset(
    [
        "syria",
        "russia",
        "iran",
        "isis",
        "isil",
        "daesh",
        "damascus",
        "aleppo",
        "homs",
        "hama",
        "daraa",
        "assad's",
        "baath",
        "hezbollah",
        "moscow",
        "tehran",
        "israel",
        "turkey",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "january",
        "february",
        "march",
    ]
)


def generic_owner(sentence: Sentence, place: Place) -> bool:
    """Spare what a regime, a unit or a country owns, and not a person."""
    owner = sentence.tokens[place.first]
    if owner.folded in {"his", "her", "for", "in", "of"}:
        return False
    if owner.folded in {"their", "nobody's", "today's", "yesterday's"}:
        return True
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


LED = frozenset(
    "in at of from near by on the before after to for against with inside outside into and under over through".split()  # noqa: SIM905
)
OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "for",
        "later",
        "then",
        "after",
        "before",
        "when",
        "while",
        "as",
        "under",
        "during",
        "since",
        "until",
        "men",
        "people",
        "from",
        "to",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "there",
        "some",
        "many",
        "most",
        "all",
        "both",
        "each",
        "every",
        "women",
        "children",
        "snow",
        "rain",
        "fire",
        "gunfire",
        "artillery",
        "barrels",
    ]
)


def opens_as_name(sentence: Sentence) -> bool:
    """Say whether the capital that begins a sentence is a name's: another follows, or it is no common opener."""
    first, *rest = sentence.tokens
    follows = bool(rest) and rest[0].text[:1].isupper()
    return follows or (first.folded not in OPENERS and not first.folded.endswith("s"))


RANKED = re.compile(
    r"(?:he|she|who|himself|herself|personally|general|colonel|officer|commander|official|director|minister|president|"
    r"brigadier|captain|major|lieutenant|sergeant|corporal|doctor|dr|judge|governor|chief|warden)$"
)
BODY = re.compile(rf"(?:{UNITS}|{OTHERS})$")


def a_unit_did_it(sentence: Sentence, place: Place) -> bool:
    """Spare an act whose doer is not named as a person: the nearest subject before it is a body, or there is none."""
    here = sentence.tokens[place.first].part
    said = sentence.so_far(place).split()
    if {"he", "she"} & set(said) and not (
        said and BODY.match(said[-1]) and not {"its", "his", "her"} & set(said[-2:])
    ):
        return False
    for index in range(place.first - 1, -1, -1):
        token, before = sentence.tokens[index], sentence.tokens[index - 1] if index else None
        if token.part != here:
            break
        if RANKED.match(token.folded):
            return False
        led = before is not None and (
            before.folded in LED - {"the", "and"}
            or (before.folded == "the" and index > 1 and sentence.tokens[index - 2].folded in LED - {"and"})
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
    before = sentence.before(place, 5)
    return (
        re.search(r"(?:^| )(?:he|she|who)(?: |$)", before) is None
        and re.search(rf"(?:^| )(?:{UNITS})(?: |$)", before) is not None
    )


IN_DOUBT = (
    r"^ (?:were|should|had) (?:the|a|he|she|it|they)\b|\b(?:does not mean|do not mean|not mean that|nothing|no proof|"
    r"not proof|not evidence|neither proof)\b"
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


SAID = anywhere(
    ATTRIBUTION + r"|\b(?:no (?:document|source|evidence|record|witness)|nothing|whether|not known)\b"
)
OFFICES = (
    r"ministr(?:y|ies)|departments?|offices?|bod(?:y|ies)|authorit(?:y|ies)|agenc(?:y|ies)|committees?|directorates?|"
    r"courts?|judges?|ministers?|company|companies|municipality|parliament|government|prosecutors?|commission"
)


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
PERSON = (
    r"officers?|man|men|woman|generals?|commanders?|dictators?|regime|leaders?|officials?|figures?|chiefs?|heads?|"
    r"interrogators?|guards?|colonel|brigadier|president|person|ruler|minister|militiam[ae]n|warlords?|brothers?|"
    r"security|intelligence|spy|spymaster|jailers?|warden|governor|director|boss|enforcers?|hand"
)

NEGATED = near(before=NOT, words=5)


def denied(sentence: Sentence, place: Place) -> bool:
    """Spare what is denied; not what it would be wrong to deny."""
    return not sentence.says(FALSE_DENIAL) and (NEGATED(sentence, place) or NOBODY_HAS(sentence, place))


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


TERMS = (
    Term(
        Kind.CRIMINAL,
        r"(?:war[- ])?criminals?",
        (
            of_law,
            near(before="international|special|syrian national", words=1),
            NAMELESS,
            surname,
            called,
            calls_nobody,
        ),
    ),
    Term(
        Kind.CRIMINAL,
        r"(?:executioners?|hangm[ae]n)(?:['’]s?)?",
        (NAMELESS, surname, called, calls_nobody),
        character=True,
    ),
    Term(
        Kind.CRIMINAL,
        r"(?:co-)?(?:murderers?|murderess|killers?|torturers?|rapists?|assassins?|culprits?|"
        r"masterminds?|génocidaires?|felons?|accomplices?|ringleaders?|child-killers?|looters?|thie(?:f|ves)|"
        r"smugglers?|extortionists?|kidnappers?|abductors?|traffickers?|launderers?|embezzlers?|poisoners?|arsonists?|stranglers?|slaughterers?|slayers?|tormentors?|evildoers?|malefactors?|wrongdoers?|gangsters?|mobsters?|bandits?|warlords?)(?:['’]s?)?",
        (
            NAMELESS,
            surname,
            called,
            calls_nobody,
            near(
                after=r"apps?|application|whales?|bees?|instinct|blow|punch|line|heat|virus|diseases?|waves?",
                words=1,
            ),
        ),
    ),
    Term(Kind.CRIMINAL, r"(?:co-)?(?:perpetrator|offender)(?:['’]s)?", (NAMELESS, called)),
    Term(
        Kind.CRIMINAL,
        r"(?:\S+-)?(?:criminal|murderer|killer|torturer|rapist|executioner|hangman|assassin|butcher|terrorist|perpetrator|thug|criminality)s?(?:-\S+)+|"
        r"(?:\S+-)+(?:criminal|murderer|killer|torturer|rapist|executioner|hangman|assassin|butcher|perpetrator|thug|criminality)s?|(?:torture|murder|death|massacre|rape)-\S+ing|\S+-(?:starving|killing|torturing|raping|murdering|beating|slaying)",
        (
            NAMELESS,
            called,
            near(after=LAW, words=1),
            lambda s, p: s.words(p).lower().startswith(("co-", "non-", "anti-", "ex-co", "criminal-law")),
        ),
    ),
    Term(
        Kind.CRIMINAL,
        r"(?:for|in|of) (?:sheer|pure|raw|unmatched) (?:criminality|brutality|cruelty|sadism|savagery)|(?:his|her|their|\S+['’]s) (?:own |sheer |inborn |evident |proven )?(?:criminality|butchery|murderousness|savagery|barbarity|bloodlust|"
        r"villainy|thuggery|sadism|depravity|brutality|ruthlessness|cruelty)|(?:criminality|butchery|murderousness|sadism|savagery|barbarity|"
        r"thuggery|villainy|depravity|ruthlessness) of (?:his|her|a man|this man|the (?:general|colonel|brigadier|major|captain|lieutenant|officer|minister|man))",
        (in_part(ATTRIBUTION), generic_owner),
        character=True,
    ),
    Term(
        Kind.CRIMINAL,
        r"(?:culpability|criminality|butchery|murderousness|sadism|savagery|barbarity|thuggery|villainy|depravity|ruthlessness) of (?!the |a |an |this |these |those |that |all |any )\S+",
        (
            in_part(ATTRIBUTION),
            lambda s, p: not s.tokens[p.last].text[:1].isupper() or s.tokens[p.last].folded in NO_PERSON,
        ),
        character=True,
    ),
    Term(Kind.CRIMINAL, r"(?:perpetrators|offenders)['’]?", (NAMELESS, only_generic)),
    Term(
        Kind.CRIMINAL,
        r"(?:architects?|brains?) (?:of|behind) (?:\S+ ){0,4}?(?:"
        + CRIMES
        + r"|campaign|policy|system|machine)",
        (NAMELESS,),
    ),
    Term(
        Kind.CRIMINAL,
        r"terrorists?",
        (
            NAMELESS,
            near(
                after=r"attacks?|groups?|lists?|organi[sz]ations?|offences?|offenses?|financing|acts?|threats?|"
                r"networks?|cells?|activit(?:y|ies)|designation|label|crimes?|charges?|plots?|bombings?",
                words=1,
            ),
            near(
                before=r"as|labelled|labeled|called|branded|alleged|so-called|aiding|supporting|helping|fighting|against|financing|"
                r"harbouring|sheltering|joining|treating|armed",
                words=2,
            ),
        ),
    ),
    Term(
        Kind.CRIMINAL, r"(?:blood|hands) (?:is |are )?(?:on his hands|stained \S+|covered \S+|dripping \S+)"
    ),
    Term(
        Kind.CONVICTED,
        r"guilty|guilt",
        (
            hypothetical,
            another_subject,
            near(before=r"nobody's|no one's|anyone's|anybody's", words=1),
            anywhere(
                r"\b(?:not guilty|pleaded|pleads|pleading|presumed innocent|presumption of innocence)\b"
            ),
            near(before=r"finding|findings|question|determin\w+|decide|establish|admission|rule on", words=4),
        ),
    ),
    Term(
        Kind.CONVICTED,
        r"(?:found|declared|pronounced|adjudged) (?:(?!not )\S+ ){0,3}?guilty",
        (hypothetical, another_subject),
        verdict=True,
    ),
    Term(
        Kind.CONVICTED,
        r"(?:re)?convicted|convicts(?! no)|condemned (?:him|her|to)|convict",
        (
            hypothetical,
            another_subject,
            near(before=r"to", words=1),
            near(
                before=r"people|others|persons|those|officials|men|officers|defendants|co-defendants?|deputy|colleagues?|another",
                words=2,
            ),
        ),
        verdict=True,
    ),
    Term(
        Kind.CONVICTED,
        r"sentenced",
        (
            hypothetical,
            another_subject,
            near(
                after=r"(?:\d+|eleven|two|three|hundreds|thousands|dozens|them|detainees|prisoners|"
                r"people|civilians|activists|protesters|demonstrators|others|many|several)",
                words=3,
            ),
            near(
                before=r"people|others|detainees|prisoners|defendants|men|women|activists|civilians|dozens|hundreds|thousands|who had been|field court\S*",
                words=3,
            ),
        ),
        verdict=True,
    ),
    Term(
        Kind.CONVICTED,
        r"(?:his|her|\S+['’]s) (?:own |many |proven |undeniable |evident |obvious |war |worst |past |other )?"
        r"(?:crimes|(?:extortion|smuggling|trafficking|torture|murder|kidnapping) \S+|guilt|culpability|atrocities|victims|massacres?|murders|killings|misdeeds|rapes|executions)",
        (
            hypothetical,
            generic_owner,
            in_part(
                r"\b(?:alleged\w*|attributed|according to|accus\w+|said to|says|claim\w*|suspected|denie[sd]|term|word|phrase|call(?:s|ed)? them)\b"
            ),
            near(
                after=r"(?:investigation|inquiry|unit|commission|department|bureau|trial|tribunal|squad|chamber|law)s?",
                words=2,
            ),
            near(before=r"investigat\w+|whether|if", words=4),
        ),
    ),
    Term(
        Kind.CONVICTED,
        r"(?:his|her|\S+['’]s) (?:prison |jail |life |eventual |final |length of )?(?:sentence|conviction|punishment)",
        (
            generic_owner,
            near(before=NOT + r"|if|whether", words=3),
            anywhere(r"\b(?:if|whether|no |not|never|acquit\w*|could|would|may|might)\b"),
            near(after=r"structure|fragment|construction|ends|reads|began", words=1),
            in_part(r"\b(?:wrote|letter|book|essay|page|paragraph|grammar)\b"),
        ),
    ),
    Term(Kind.CONVICTED, r"criminally (?:responsible|liable)", (hypothetical, on_word)),
    Term(Kind.CONVICTED, r"(?:a|the) (?:proven|convicted) \S+", (hypothetical, near(before="never|not|no"))),
    Term(
        Kind.CHARGED,
        r"(?:is|was|were|are|been|being|stands|stood|remains|now|formally|officially|currently|also|the|an|as|of|"
        r"co-|among the|one of the) (?:co-)?accused",
        (
            near(before=NOT, words=3),
            near(after="by|him|her|them|it|its|the regime", words=1),
            anywhere(r"\b(?:presumed innocent|rights of the accused)\b"),
        ),
    ),
    Term(
        Kind.CHARGED,
        r"(?:first|second|third|main|principal|chief|lead|fellow|remaining) (?:co-)?accused(?! (?:him|her|them|his))|"
        r"(?:men|man|wom[ae]n|officers?|officials?|persons?|people|two|three|four|colonel|general|those) accused(?! by)",
    ),
    Term(Kind.CHARGED, r"accused", (lambda s, p: p.first != 0, near(after="by", words=1))),
    Term(
        Kind.CHARGED,
        r"charged",
        (
            hypothetical,
            another_subject,
            thing_charged,
            near(
                after=r"with (?!kill|tortur|murder|rap|order|conspir|aid|abett|attempt|financ|traffick|commit|incit|participat|launder|plan|direct|abus|assault|"
                r"obstruct|support|assist|recruit|forc|starv|gass|bomb|shoot|shell|abduct|detain|smuggl|loot|steal|being|having)\w+ing",
                words=7,
            ),
            near(
                after=r"(?:the )?(?:task|tasks|mission|protecting|overseeing|investigating|running|commanding|security|"
                r"coordinating|implementing|securing|defending|guarding|monitoring|collecting|supervising|responsibility|"
                r"duty|keeping|maintaining|responsibilities|managing|leading|preserving|fees?|atmosphere|a fee|double|them|families|"
                r"relatives|people|prisoners|detainees)",
                words=5,
            ),
            near(
                before=r"emotionally|politically|highly|electrically|body|unit|agency|court|branch|office|department|"
                r"committee|commission|directorate|mechanism|others|people|demonstrators|detainees|institution",
                words=2,
            ),
        ),
    ),
    Term(
        Kind.CHARGED,
        r"(?:co-)?defendants?|indicted|arraigned",
        (hypothetical, another_subject, near(before="other", words=2)),
    ),
    Term(
        Kind.CHARGED,
        r"(?:the |an |his |her |this )(?:\S+ )?indictment(?:s)?|under indictment",
        (
            hypothetical,
            near(
                after=r"(?:of|against) (?:another|others|\S+ other|his (?:"
                + OTHERS
                + r")|two|three|four|five|several)",
                words=4,
            ),
            in_part(
                r"\b(?:did not|does not|do not|no|not|never|without|before|unless|until|if|whether|others?|another)\b"
            ),
        ),
    ),
    Term(
        Kind.CHARGED,
        r"(?:his|her) (?:\S+ )?trial|trial of (?!the |a |an |those |his |her |one |two |three |four |\d|war |crimes |another |other |any )(?:colonel |general |brigadier |captain |major |lieutenant |dr |mr )?\S+",
        (
            SHOULD,
            hypothetical,
            near(after=r"period|run|version|membership|lesson|lawyer", words=1),
            in_part(
                r"\b(?:no|not|never|without|call(?:s|ed|ing)? for|demand\w*|if|whether|should|could|would)\b"
            ),
        ),
    ),
    Term(
        Kind.SUSPECT,
        r"(?:as )?(?:a|the|an|prime|main|chief|key|principal) (?:(?:prime|main|chief|key|principal|leading|war-crimes) )?suspect(?! that)",
        (
            CLOSE,
            another_subject,
            near(before="another|other|fellow", words=2),
            in_part(r"\b(?:called|according to|considers?|described|not a suspect|no longer)\b"),
        ),
    ),
    Term(
        Kind.CHARGED, r"(?:faces?|facing|faced) (?:\S+ ){0,2}?(?:charges|trial|prosecution)", (hypothetical,)
    ),
    Term(Kind.CHARGED, r"(?:on|stands?|stood|standing|awaiting) trial", (SHOULD,)),
    Term(
        Kind.FUGITIVE,
        r"(?:is|was|remains|still|now|being) wanted (?:by|in|on|for)|fugitives?|(?:fled|fleeing|escaped|escaping|evaded|evading|running|run|runaway|hiding) (?:from )?justice|on the run",
        (near(before=NOT),),
    ),
    Term(
        Kind.DID,
        r"(?:"
        + STRONG
        + "|"
        + DEADLY
        + r") (?:"
        + SOME
        + r"(?:"
        + PEOPLE
        + r")|(?:hundreds|thousands|dozens|scores|him|her|them))",
        (passive, a_unit_did_it, denied, on_word, TERMINAL),
    ),
    Term(
        Kind.DID,
        r"(?:"
        + STRONG
        + r") (?!(?:by|and|or|to|in|at|on|for|with|from|under|language|english|french|arabic|rumou?rs?|hopes?|himself|herself) )\S+(?! language)",
        (
            passive,
            a_unit_did_it,
            another_subject,
            denied,
            on_word,
            TERMINAL,
            near(after=r"(?:\S+ )?(?:language|prose|grammar|numbers|statistics|truth)", words=2),
        ),
    ),
    Term(
        Kind.CONVICTED,
        r"serving (?:\S+ ){0,3}?(?:sentence|term)|(?:final |his |her |a |the )conviction (?:for|of|has|stands|stood|was)",
        (hypothetical, another_subject, near(before=NOT, words=4)),
        verdict=True,
    ),
    Term(
        Kind.DID,
        r"(?:was|were|been) (?:\S+ ){0,1}?(?:"
        + HARMED
        + "|"
        + STRONG
        + r") by (?:him|her|captain|colonel|general|brigadier|major|lieutenant|sergeant|corporal|dr|doctor|officer) \S+",
        (denied, on_word),
    ),
    Term(
        Kind.DID,
        r"(?:himself|herself|personally)(?: who)? (?:" + STRONG + "|" + DEADLY + r") (?!by )\S+",
        (denied, on_word, TERMINAL),
    ),
    Term(
        Kind.DID,
        r"(?:had|have|has|having|got) (?!been )(?:(?!been |never )\S+ ){1,5}?(?:" + HARMED + r")",
        (denied, on_word, has_been, a_unit_did_it),
    ),
    Term(
        Kind.DID,
        r"(?:under|on|during|throughout) (?:his|her|(?:\S+ ){0,3}?\S+['’]s) (?:command|orders?|leadership|authority|watch|rule|supervision)(?: \S+){0,12}? (?:were|was|had been) (?:\S+ ){0,4}?(?:"
        + HARMED
        + r")",
        (denied, on_word),
    ),
    Term(
        Kind.DID,
        r"(?:left|leaving|leave|leaves) (?:nobody|no one|none|not a soul|no man|no survivors?)(?: (?!who |to )\S+){0,6}? ?(?:alive|standing)|"
        r"made (?:sure|certain) (?:that )?(?:nobody|no one|none|not one)(?: \S+){1,10}? (?:alive|home|out|survived)|"
        r"there (?:is|was) the blood of (?:\S+ ){1,10}?on|(?:lost|suffered|died|perished|endured)(?: \S+){0,3}? at (?:his|her|\S+['’]s) (?:own )?hands|"
        r"on (?:\S+ ){0,3}?(?:his|her|\S+['’]s) say-so|"
        r"(?:left|leaving) (?:\S+ ){1,4}?(?:dead|in ruins|without a \S+ alive)|wiped (?:\S+ ){1,4}?(?:off the map|out)|"
        r"blood of (?:\S+ ){1,12}?(?:is|are|was|remains?|still) (?:\S+ ){0,2}?on (?:\S+ ){1,4}?(?:hands?|conscience|head)|"
        r"sent (?:\S+ ){1,6}?to (?:his|her|its|their) deaths?|emptied (?:his|her|a|the) (?:\S+ )?(?:magazine|rifle|pistol|gun)\S* (?:into|at|on)|"
        r"(?:put|lined|stood) (?:\S+ ){1,5}?against (?:the|a) wall|turned (?:\S+ ){1,4}?into (?:a )?(?:graves?|graveyard|cemetery|slaughterhouse)|"
        r"(?:personally|himself|herself) (?:\S+ )?(?:pulled the trigger|tortured|killed|shot|beat|hanged|executed)|pulled the trigger",
        (
            denied,
            on_word,
            a_body_did_it,
            near(before=r"of|for|in|from|against|by|with|as|after|over|including|about|accused", words=1),
        ),
    ),
    Term(
        Kind.DID,
        r"(?:from|before|after|by|of) (?:raping|torturing|murdering|killing|executing|drowning|hanging|gassing) (?:"
        + SOME
        + r")(?:"
        + PEOPLE
        + r")",
        (denied, on_word, lambda s, p: s.tokens[p.first].folded != "from"),
    ),
    Term(
        Kind.DID,
        r"(?:did|had done|does) (?:it|so|the same|that) (?:himself|herself|personally)",
        (denied, on_word, lambda s, p: not s.says(STRONG + "|" + DEADLY)),
    ),
    Term(
        Kind.DID,
        r"(?:committed|perpetrated|masterminded|orchestrated|planned|commissioned) (?:(?:the|a|many|numerous|countless|several|these|horrific|heinous|"
        r"terrible|grave|serious|war|systematic|mass) ){0,3}(?:" + CRIMES + r")",
        (
            passive,
            near(before=NOT, words=4),
            near(before=r"crimes|those|who|anyone|whoever|persons|officials", words=1),
            on_word,
        ),
    ),
    Term(
        Kind.DID,
        r"(?:ordered|directed|instructed|commanded) (?:(?:the|a|his|her|their|these|many|mass|summary|direct|deadly|indiscriminate|all) ){0,3}(?:"
        + CRIMES
        + r"|(?:\S+ ){0,5}?to "
        r"(?:kill|fire|shoot|torture|execute|shell|bomb|arrest|attack|open fire|beat|starve|use|burn|crush|liquidate))",
        (
            passive,
            near(before=NOT, words=4),
            near(before=r"court|judge|prosecutor|tribunal|jury|government", words=3),
            on_word,
        ),
    ),
    Term(
        Kind.DID,
        r"(?:personally |directly |fully |ultimately |primarily |largely |chiefly |jointly )?responsible for (?:\S+ ){0,5}?(?:"
        + CRIMES
        + r")",
        (
            NOBODY_HAS,
            near(
                before=NOT + r"|those|hold|whether|anyone|who is|persons|all|people|individuals|officials",
                words=3,
            ),
            on_word,
        ),
    ),
    Term(
        Kind.DID, r"(?:complicit|culpable) in (?:\S+ ){0,4}?(?:" + CRIMES + r")", (near(before=NOT), on_word)
    ),
    Term(
        Kind.ORDERED,
        r"(?:masterminded|orchestrated|engineered|commissioned)",
        (near(before=NOT, words=2), SAID),
    ),
    Term(
        Kind.ORDERED,
        r"ordered|ordering|gave (?:the |his |her )?(?:orders?|instructions?)|responsible for|responsibility for|instructed|directed",
        (ordered_about, near(before=NOT + r"|in", words=2), SAID),
    ),
    Term(
        Kind.ORDERED,
        r"(?:on|at|by|under|following) (?:his|her) (?:direct |personal |express )?(?:orders?|instructions?|word|signal|nod|say-so|behest)",
        (near(before=NOT, words=2), SAID),
    ),
    Term(
        Kind.PROVED,
        r"(?:"
        + BODIES
        + r")(?: \S+){0,6}? (?:proved|proven|proves|convicted|convicts|found (?:him|her|\S+ \S+|\S+) guilty|"
        r"established (?:his|her|the) (?:guilt|responsibility)|condemned (?:him|her)|ruled that (?:he|she)|"
        r"held (?:him|her) (?:guilty|responsible))",
        (
            near(before=NOT, words=6),
            anywhere(r"\b(?:not|never|cannot|convicts nobody|did not)\b"),
            anywhere(COURT),
        ),
    ),
    Term(
        Kind.PROVED,
        r"(?:"
        + BODIES
        + r"|newspapers?|magazine|prosecutors?|prosecution|investigators?|reporters?|journalists?|treasury|council|sanctions|"
        r"office|department|ministry|archive|agency|network|ngo|organi[sz]ations?|website|channel|inquiry|investigation|documents?)"
        r"(?: \S+){0,7}? (?:proved|proven|proves|established|establishes|demonstrated|demonstrates|shown|confirmed|confirms)(?: \S+){0,4}? that (?=(?:\S+ ){1,10}?(?:"
        + STRONG
        + "|"
        + DEADLY
        + r"|ordered|sold|took|part|guilty|responsible|committed|murder\S*|behind|ran|personally|killer|perpetrator|directed|stole|looted))\S+",
        (denied, anywhere(r"\b(?:not|never|cannot|could not|did not|whether|if|denied)\b"), anywhere(COURT)),
    ),
    Term(
        Kind.PROVED,
        r"(?:proved|proven|established) (?:beyond (?:any |all |a |reasonable )*doubt)",
        (hypothetical, anywhere(COURT)),
    ),
    Term(
        Kind.BELITTLED,
        r"(?:technicality|loophole)(?: \S+){0,4}? (?:saved|freed|spared)|on paper only|walked free (?:because|thanks|only|on)|(?:acquittal|annulment|acquitted|annulled|quashed)(?: \S+){0,12}? (?:wash away|want of guilt|lack of guilt|not the hands|as damning|as guilty|changes nothing|cannot hide|can hide|"
        r"does not wash|on paper|bought|purchased)|on paper(?: \S+){0,10}? (?:acquitted|annulled)|(?:despite|although|though|even though|in spite of)(?: \S+){0,4}? (?:acquit\w*|annul\w*|quash\w*)|"
        r"(?:acquitted|quashed|annulled|dismissed|freed|released)(?: \S+){0,6}? (?:technicality|technicalities|technical grounds|loophole)|"
        r"escaped (?:justice|punishment|conviction)|got away with \S+|merely acquitted",
    ),
    Term(
        Kind.CHARACTER,
        r"butchers?(?:['’]s)?",
        (
            surname,
            near(after=r"shops?|stalls?|by|trade", words=1),
            near(before=r"trained|worked as|as a|local", words=3),
        ),
    ),
    Term(
        Kind.CHARACTER,
        r"bloodthirsty|monsters?|monstrous|sadists?|sadistic|evil|ruthless|ruthlessly|barbarians?|thugs?|thuggish|henchm[ae]n|tyrants?|"
        r"tyrannical|despots?|psychopaths?|psychopathic|blood-?stained|blood-?soaked|cold-blooded|depraved|fiends?|villains?|villainous|coward(?:ly|s)?|"
        r"beasts?|warmongers?|dictators?|murderous|merciless|heartless|savages?|inhuman|vile|despicable|diabolical|demonic|"
        r"wicked|cutthroats?|goons?|lackeys?|stooges?|devil|satanic|genocidal|war-?lord|criminal-minded|vicious",
        (
            surname,
            near(
                before=r"raids?|attacks?|assaults?|shelling|campaign|siege|operation|policy|regime|war|system|prison|conditions|the raid",
                words=2,
            ),
            near(after="treatment|or degrading|and degrading|conditions|acts?|punishment", words=2),
        ),
    ),
    Term(
        Kind.CHARACTER,
        r"black-?listed (?:\S+ )?(?:criminal|murderer|killer|butcher|thug|villain|man of)|(?:black ?-?list|list) of (?:shame|infamy|dishonou?r)",
    ),
    Term(Kind.CHARACTER, r"(?:notorious|infamous|feared|dreaded)", (ABOUT_PLACES,)),
    Term(
        Kind.CHARACTER,
        r"(?:brutal|savage|barbaric|cruel|corrupt|hated|reviled|treacherous) (?:\S+ ){0,2}?(?:"
        + PERSON
        + r")",
    ),
)

LEXICON = Lexicon(TERMS)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    return unmarked(word).lower().replace("’", "'")


def read(text: str, offset: int) -> Sentence:
    """Return a sentence in tokens; `offset` is where it begins in the whole text."""
    word = r"[^\W_]+(?:['’-][^\W_]+)*['’]?"
    return Sentence("en", tokens(text, offset, word, fold, "but|however|whereas"))
