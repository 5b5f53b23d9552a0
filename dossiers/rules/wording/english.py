"""The English words of the linter."""

import re

from dossiers.rules.wording.terms import (
    Kind,
    Place,
    Sentence,
    Term,
    anywhere,
    compiled,
    near,
    tokens,
    unmarked,
)

ATTRIBUTION = (
    r"\b(?:according to|alleg\w+|reported\w*|reports?|said|says|say|saying|stat(?:ed|es|ing)|claim\w*|call\w*|"
    r"describ\w+|nam(?:ed|es|ing)|known as|nicknamed|dubbed|label\w*|term(?:ed|s)|refer\w+|accus\w+|wrote|writes|"
    r"told|quot\w+|testif\w+|words of|in the words|slogan|headline\w*|chant\w*|banner\w*|titled|entitled)\b"
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
    r"participation|purpose|plan|and|or"
)
CRIMES = (
    r"killings?|murders?|deaths?|torture|executions?|massacres?|crimes?|atrocit(?:y|ies)|rapes?|disappearances?|"
    r"attacks?|shelling|bombings?|bombardment|sieges?|starvation|arrests?|shootings?|abuses?|violations?|repression|"
    r"crackdown|genocide|slaughter|gassing|extermination|war|mass|enforced|arbitrary|ill-treatment|detentions?"
)
PEOPLE = (
    r"civilians?|detainees?|prisoners?|protesters?|protestors?|demonstrators?|people|persons?|hundreds|thousands|"
    r"dozens|scores|women|children|men|him|her|them|inmates?|residents?|villagers?|opponents?|activists?|victims?|"
    r"students?|families|syrians|the|a|an|many|several|his|two|six|seven|eight|nine|ten|eleven|twelve|more|at|over|three|four|five|\d+|young|political|peaceful|"
    r"unarmed|innocent|boys?|girls?|doctors?|journalists?"
)
BODIES = (
    r"un|united nations|commission|inquiry|opcw|mechanism|iiim|panel|rapporteur|fact-finding|council|experts|coi|"
    r"committee|human rights watch|amnesty|snhr|ngos?|investigative"
)
UNITS = (
    r"branch|intelligence|forces?|army|division|court|commission|un|police|guard|directorate|department|regime|"
    r"government|state|militia|militias|authorities|brigade|troops|security|prison|judges?|prosecutors?|soldiers|"
    r"officers|guards|it|they|we|people|protesters|which|that|this|these|those|unit|units"
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
ON_WORD = anywhere(
    ATTRIBUTION.removesuffix(r")\b")
    + r"|found|finds?|findings?|conclud\w+|believe[sd]?|suspect\w*|reasonable grounds|complaints?|indict\w+|warrants?|"
    r"charg\w+|list(?:ed|ing|ings)|designat\w+|convict\w+|sentenc\w+|witness\w*|survivors?|judgment|prosecutors?|"
    r"investigat\w+|document\w+|sanction\w*|accord\w+|attribut\w+|implicat\w+|point\w* to|suggest\w*|denie[sd]|"
    r"whether|if|court|jury|report\w*|no (?:document|source|evidence|record|witness)|nothing)\b"
)
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


def passive(sentence: Sentence, place: Place) -> bool:
    return bool(
        re.search(r"(?:^| )(?:was|were|been|being|be|is|are|got|crimes|and)$", sentence.before(place, 1))
    )


def ordered_about(sentence: Sentence, place: Place) -> bool:
    """Spare the passive, and what an office orders or answers for."""
    return bool(
        re.search(r"(?:^| )(?:was|were|been|being|be|is|are)$", sentence.before(place, 1))
        or of_office(sentence, place)
        or THINGS(sentence, place)
    )


def a_unit_did_it(sentence: Sentence, place: Place) -> bool:
    """Spare an act whose subject is no person: an institution, or a word that stands for one."""
    before = sentence.before(place, 3)
    if re.search(r"(?:^| )(?:he|she|who|personally|himself|herself)(?: |$)", before):
        return False
    named = [token.text for token in sentence.tokens[max(0, place.first - 3) : place.first]]
    if not named or re.search(rf"(?:^| )(?:{UNITS})(?: |$)", before):
        return True
    return not (
        named[-1][:1].isupper()
        or re.search(
            r"(?:^| )(?:general|colonel|officer|commander|man|official|director|minister|president)(?: |$)",
            before,
        )
    )


IN_DOUBT = (
    r"^ (?:were|should|had) (?:the|a|he|she|it|they)\b|\b(?:does not mean|do not mean|not mean that|nothing|no proof|"
    r"not proof|not evidence|neither proof)\b"
)
CLOSE = near(before=f"{NOT}|{WERE_IT}", words=5)


def hypothetical(sentence: Sentence, place: Place) -> bool:
    """Spare what is denied or only supposed: not convicted, if convicted, were he found guilty."""
    return CLOSE(sentence, place) or sentence.says(IN_DOUBT)


SHOULD = near(before=f"{NOT}|{WERE_IT}|must|to|will|demand\\w*|call\\w*|want\\w*", words=4)
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

TERMS = (
    Term(
        Kind.CRIMINAL,
        r"(?:war[- ])?criminals?",
        (
            near(after=LAW, words=1),
            near(before="international|special|syrian national", words=1),
            NAMELESS,
            surname,
        ),
    ),
    Term(
        Kind.CRIMINAL,
        r"(?:co-)?(?:murderers?|murderess|killers?|torturers?|rapists?|executioners?|assassins?|culprits?|"
        r"masterminds?|génocidaires?|felons?|accomplices?|ringleaders?|child-killers?|hangm[ae]n|looters?|thie(?:f|ves)|"
        r"evildoers?|malefactors?|wrongdoers?|gangsters?|mobsters?|bandits?|warlords?)(?:['’]s?)?",
        (NAMELESS, surname),
    ),
    Term(Kind.CRIMINAL, r"(?:co-)?(?:perpetrator|offender)(?:['’]s)?", (NAMELESS,)),
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
            near(before=r"as|labelled|labeled|called|branded|alleged|so-called", words=2),
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
            anywhere(
                r"\b(?:not guilty|pleaded|pleads|pleading|presumed innocent|presumption of innocence)\b"
            ),
            near(before=r"finding|findings|question|determin\w+|decide|establish|admission|rule on", words=4),
        ),
    ),
    Term(
        Kind.CONVICTED,
        r"(?:found|declared|pronounced|adjudged) (?:(?!not )\S+ ){0,3}?guilty",
        (hypothetical,),
        verdict=True,
    ),
    Term(
        Kind.CONVICTED,
        r"(?:re)?convicted|convicts(?! no)|condemned (?:him|her|to)|convict",
        (
            hypothetical,
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
        r"(?:his|her) (?:proven |undeniable |evident |obvious )?(?:crimes|guilt|atrocities|victims|massacres|murders)",
        (hypothetical, anywhere(r"\balleged\b"), ON_WORD),
    ),
    Term(Kind.CONVICTED, r"criminally (?:responsible|liable)", (hypothetical, ON_WORD)),
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
        r"(?:first|second|third|main|principal|chief|lead|fellow|remaining) (?:co-)?accused|"
        r"(?:men|man|wom[ae]n|officers?|officials?|persons?|people|two|three|four|colonel|general|those) accused(?! by)",
    ),
    Term(Kind.CHARGED, r"accused", (lambda s, p: p.first != 0, near(after="by", words=1))),
    Term(
        Kind.CHARGED,
        r"charged",
        (
            hypothetical,
            near(
                after=r"(?:the )?(?:task|tasks|mission|protecting|overseeing|investigating|running|commanding|security|"
                r"coordinating|implementing|securing|defending|guarding|monitoring|collecting|supervising|responsibility|"
                r"duty|keeping|maintaining|responsibilities|managing|leading|preserving|fees?|atmosphere|a fee|double|them|families|"
                r"relatives|people|prisoners|detainees)",
                words=3,
            ),
            near(
                before=r"emotionally|politically|highly|electrically|body|unit|agency|court|branch|office|department|"
                r"committee|commission|directorate|mechanism|others|people|demonstrators|detainees|institution",
                words=2,
            ),
        ),
    ),
    Term(
        Kind.CHARGED, r"(?:co-)?defendants?|indicted|arraigned", (hypothetical, near(before="other", words=2))
    ),
    Term(
        Kind.CHARGED, r"(?:faces?|facing|faced) (?:\S+ ){0,2}?(?:charges|trial|prosecution)", (hypothetical,)
    ),
    Term(Kind.CHARGED, r"(?:on|stands?|stood|standing|awaiting) trial", (SHOULD,)),
    Term(
        Kind.FUGITIVE,
        r"fugitives?|(?:fled|fleeing|escaped|escaping|evaded|evading|running|run|runaway|hiding) (?:from )?justice|on the run",
        (near(before=NOT),),
    ),
    Term(
        Kind.DID,
        r"(?:tortured|killed|murdered|raped|executed|massacred|slaughtered|gassed|starved|butchered|exterminated) (?=(?:"
        + PEOPLE
        + r")(?: |$))\S+",
        (passive, a_unit_did_it, near(before=NOT, words=4), ON_WORD),
    ),
    Term(
        Kind.DID,
        r"(?:committed|perpetrated|masterminded|orchestrated|planned|commissioned) (?:(?:the|a|many|numerous|countless|several|these|horrific|heinous|"
        r"terrible|grave|serious|war|systematic|mass) ){0,3}(?:" + CRIMES + r")",
        (
            passive,
            near(before=NOT, words=4),
            near(before=r"crimes|those|who|anyone|whoever|persons|officials", words=1),
            ON_WORD,
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
            ON_WORD,
        ),
    ),
    Term(
        Kind.DID,
        r"(?:personally |directly |fully |ultimately |primarily |largely |chiefly |jointly )?responsible for (?:\S+ ){0,5}?(?:"
        + CRIMES
        + r")",
        (
            near(
                before=NOT + r"|those|hold|whether|anyone|who is|persons|all|people|individuals|officials",
                words=3,
            ),
            ON_WORD,
        ),
    ),
    Term(
        Kind.DID, r"(?:complicit|culpable) in (?:\S+ ){0,4}?(?:" + CRIMES + r")", (near(before=NOT), ON_WORD)
    ),
    Term(
        Kind.ORDERED,
        r"(?:masterminded|orchestrated|engineered|commissioned)",
        (near(before=NOT, words=2), SAID),
    ),
    Term(
        Kind.ORDERED,
        r"ordered|ordering|gave (?:the )?orders?|responsible for|responsibility for|instructed|directed",
        (ordered_about, near(before=NOT + r"|in", words=2), SAID),
    ),
    Term(
        Kind.ORDERED,
        r"(?:on|at|by|under|following) (?:his|her) (?:direct |personal |express )?(?:orders?|instructions?)",
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
        r"(?:proved|proven|established) (?:beyond (?:any |all |a |reasonable )*doubt)",
        (hypothetical, anywhere(COURT)),
    ),
    Term(
        Kind.BELITTLED,
        r"(?:despite|although|though|even though|in spite of)(?: \S+){0,4}? (?:acquit\w*|annul\w*|quash\w*)|"
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
        (surname, near(after="treatment|or degrading|and degrading|conditions|acts?|punishment", words=2)),
    ),
    Term(Kind.CHARACTER, r"(?:notorious|infamous|feared|dreaded)", (ABOUT_PLACES,)),
    Term(
        Kind.CHARACTER,
        r"(?:brutal|savage|barbaric|cruel|corrupt|hated|reviled|treacherous) (?:\S+ ){0,2}?(?:"
        + PERSON
        + r")",
    ),
)


def fold(word: str) -> str:
    return unmarked(word).lower().replace("’", "'")


def read(text: str, offset: int) -> Sentence:
    """Return a sentence in tokens; `offset` is where it begins in the whole text."""
    word = r"[^\W_]+(?:['’-][^\W_]+)*['’]?"
    return Sentence("en", tokens(text, offset, word, fold, "but|however|whereas"))
