"""What the English words say of a person, and where they are spared."""

import re

from dossiers.rules.wording.english.spares import (
    ABOUT_PLACES,
    CLOSE,
    NAMELESS,
    NO_PROOF,
    NOBODY_HAS,
    SAID,
    SHOULD,
    TERMINAL,
    WHOM,
    a_body_did_it,
    a_unit_did_it,
    about_deeds,
    another_subject,
    asked,
    called,
    calls_nobody,
    denied,
    generic_owner,
    has_been,
    hypothetical,
    of_law,
    on_word,
    only_generic,
    ordered_about,
    passive,
    surname,
    thing_charged,
    unnamed_doer,
)
from dossiers.rules.wording.english.words import (
    ATTRIBUTION,
    BODIES,
    COURT,
    CRIMES,
    DEADLY,
    DEEDS,
    DOING,
    HARMED,
    HURT,
    JOINING,
    LAW,
    NO_PERSON,
    NOT,
    OTHERS,
    PEOPLE,
    PERSON,
    SOME,
    STRONG,
    WERE_IT,
)
from dossiers.rules.wording.terms import Kind, Term, anywhere, in_part, near

TERMS = (
    Term(
        Kind.CRIMINAL,
        r"(?:war[- ])?criminals?(?:['’]s?)?",
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
        r"masterminds?|strongarms?|enforcers?|génocidaires?|felons?|accomplices?|ringleaders?|child-killers?|looters?|thie(?:f|ves)|"
        r"smugglers?|extortionists?|kidnappers?|abductors?|traffickers?|launderers?|embezzlers?|poisoners?|arsonists?|stranglers?|slaughterers?|slayers?|tormentors?|evildoers?|malefactors?|wrongdoers?|gangsters?|mobsters?|bandits?|warlords?)(?:['’]s?)?",
        (
            NAMELESS,
            surname,
            called,
            calls_nobody,
            near(
                after=r"apps?|features?|argument|application|whales?|bees?|instinct|blow|punch|line|heat|virus|diseases?|waves?",
                words=1,
            ),
        ),
    ),
    Term(Kind.CRIMINAL, r"(?:co-)?(?:perpetrator|offender)(?:['’]s)?", (NAMELESS, called, calls_nobody)),
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
        r"(?:sheer|pure|raw|unmatched) (?:criminality|brutality|cruelty|sadism|savagery)|(?:his|her|their|\S+['’]s) (?:own |sheer |inborn |evident |proven )?(?:criminality|butchery|murderousness|savagery|barbarity|bloodlust|"
        r"villainy|thuggery|thuggishness|bloodthirstiness|viciousness|heartlessness|mercilessness|wickedness|inhumanity|sadism|depravity|brutality|ruthlessness|cruelty)|(?:criminality|butchery|murderousness|sadism|savagery|barbarity|"
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
        r"(?:crimes|(?:extortion|smuggling|trafficking|torture|murder|kidnapping) \S+|guilt|culpability|atrocities|victims|massacres?|murders|killings|misdeeds|rapes|executions|offen[cs]es|(?:torturing|killing|murdering|raping|beating|gassing|starving|bombing|shelling|robbing) of|(?:part|role|share|hand|complicity|involvement|guilt) in (?:\S+ ){0,4}?(?:"
        + DEEDS
        + "|"
        + CRIMES
        + r"))|"
        r"the (?:crimes|atrocities|victims|massacres|murders|killings|guilt) of (?:colonel |general |brigadier |captain |major |lieutenant |dr |mr |president )?(?!the |a |an |those |these |his |her |its |that |this |others |war |all |\d|[a-z]+s )\S+",
        (
            near(before=f"{NOT}|{WERE_IT}", words=2),
            NO_PROOF,
            generic_owner,
            in_part(
                r"\b(?:alleged\w*|attributed|according to|accus\w+|(?:is|are|was|were) said to|says|claim\w*|suspected|denie[sd]|term|word|phrase|call(?:s|ed)? them)\b"
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
            in_part(
                r"\b(?:if|whether|acquit\w*|(?:could|would|might|should) (?:\S+ )?(?:be|receive|face|get))\b"
            ),
            near(after=r"structure|fragment|construction|ends|reads|began", words=1),
            in_part(r"\b(?:wrote|letter|book|essay|page|paragraph|grammar)\b"),
        ),
    ),
    Term(
        Kind.CONVICTED,
        r"(?:bears?|bore|carries|carried|shares?|shared) (?:\S+ ){0,3}?(?:culpability|guilt|blame)|"
        r"(?:culpability|guilt|blame|responsibility) (?:for (?:\S+ ){1,8}?)?(?:lies|lay|rests|rested) (?:\S+ )?with|(?:is|was|are) to blame for",
        (denied, on_word, asked),
    ),
    Term(
        Kind.CONVICTED,
        r"(?:sentence|term|verdict|punishment) (?:handed|given|imposed|passed|meted|pronounced) (?:down |out )?(?:to|on|upon|against) (?:him|her|(?:colonel |general |brigadier |captain |major |lieutenant |dr |mr )?\S+)",
        (
            hypothetical,
            another_subject,
            lambda s, p: (
                s.tokens[p.last].folded in {"the", "a", "those", "these", "his", "two", "three", "others"}
            ),
        ),
    ),
    Term(
        Kind.CONVICTED,
        r"(?:is|was|hardly|scarcely|anything but|far from) (?:(?:hardly|not|no|scarcely|anything but|far from) )?(?:an? )?innocent(?! (?:until|unless|civilians?|people|bystanders?))",
        (
            lambda s, p: not re.search(r"hardly|not|no |scarcely|anything but|far from", s.words(p).lower()),
            in_part(r"\b(?:if|whether|presumed|said|says)\b"),
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
            NOBODY_HAS,
            another_subject,
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
        r"(?:his|her|\S+['’]s) (?:\S+ )?(?:trial|arraignment|prosecution|indictment|court hearings?)|trial of (?!the |a |an |those |his |her |one |two |three |four |\d|war |crimes |another |other |any )(?:colonel |general |brigadier |captain |major |lieutenant |dr |mr )?\S+",
        (
            SHOULD,
            hypothetical,
            generic_owner,
            another_subject,
            near(
                after=r"period|run|version|membership|lesson|lawyer|in the (?:press|newspapers|media)",
                words=3,
            ),
            in_part(r"\b(?:call(?:s|ed|ing)? for|demand\w*|if|whether|should|could|would|without)\b"),
        ),
    ),
    Term(
        Kind.CHARGED,
        r"(?:charges|indictment|case for the prosecution|verdict|sentence) against (?:him|her|(?!the |a |an |those |his |her |one |two |three |four |\d|war |other |another |any |its |members |men |officers |others |people |persons |no |all )(?:colonel |general |brigadier |captain |major |lieutenant |dr |mr )?\S+)",
        (hypothetical, another_subject, near(before=r"no|drop|dropped|dropping|without|any", words=3)),
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
    Term(
        Kind.CHARGED, r"(?:on|stands?|stood|standing|awaiting) trial", (SHOULD, hypothetical, another_subject)
    ),
    Term(
        Kind.FUGITIVE,
        r"(?:is|was|remains|still|now|being) wanted (?:by|in|on|for)|fugitives?|(?:fled|fleeing|escaped|escaping|evaded|evading|running|run|runaway|hiding) (?:from )?justice|on the run",
        (near(before=NOT),),
    ),
    Term(
        Kind.DID,
        r"(?:" + STRONG + "|" + DEADLY + "|" + HURT + r") (?:hundreds|thousands|dozens|scores|him|her|them|"
        r"(?!himself |herself )(?:(?!(?:" + JOINING + r") )\S+ ){0,6}?(?:" + PEOPLE + r"))",
        (passive, asked, a_unit_did_it, another_subject, denied, on_word, TERMINAL),
    ),
    Term(
        Kind.DID,
        r"(?:he|she) (?:had |has |once |then |personally |later )?(?:"
        + STRONG
        + "|"
        + DEADLY
        + "|"
        + HURT
        + r")(?! by)",
        (lambda s, p: not WHOM(s, p), asked, denied, on_word),
    ),
    Term(
        Kind.DID,
        r"(?:" + DOING + r") (?!(?:not|no|nothing) )(?:\S+ ){0,4}?(?:" + DEEDS + r")",
        (passive, asked, about_deeds, a_unit_did_it, another_subject, denied, on_word, TERMINAL),
    ),
    Term(
        Kind.DID,
        r"(?:sent|send|sends|sending|led|marched|took|drove|driven|condemned|consigned|delivered|handed|packed off|walked|dragged|ushered|despatched|dispatched) "
        r"(?:\S+ ){1,7}?(?:to|into|before|in front of) (?:the |a |an |his |her |their |its |mass |certain ){0,2}(?:gallows|scaffold|deaths?|graves?|"
        r"slaughter|pits?|firing squads?|noose|ropes?|execution|executioners?|wall|stake|chamber|ditch|abattoir|slaughterhouse|torture|basement|oven|"
        r"crematorium|hereafter|next world)",
        (passive, asked, a_unit_did_it, denied, on_word),
    ),
    Term(
        Kind.DID,
        r"(?:left|leaving|leave|leaves|spared|sparing|let|suffered) (?:not one|not a single|not a|no one|nobody|none|no|nothing|few|hardly anyone|scarcely a)(?: (?!who )\S+){0,6}? ?"
        r"(?:alive|breathing|standing|survivors?|live|living|survive|behind|soul|untouched|unharmed|intact|out alive|go home)|"
        r"(?:emptied|emptying|cleared|cleansed|purged|rid|stripped|bled) (?:\S+ ){1,4}?of (?:the living|(?:its|his|her|their|the|all|every) (?:\S+ )?(?:people|inhabitants|residents|"
        r"population|men|living|sons|young|families|villagers|life|souls))|"
        r"(?:emptied|emptying) (?:the |whole |entire |every )?(?:villages?|orchards?|towns?|houses?|district|suburb|quarter|neighbou?rhood|streets?|valley)|"
        r"set (?:\S+ )?dogs? (?:on|at)|set (?:fire|light) to|set (?:\S+ ){1,5}?(?:alight|ablaze|on fire|aflame)|put (?:\S+ ){1,4}?to the (?:torch|sword|flames?)|torched|razed|"
        r"(?:used|tried|practised|practiced|turned|tested|unleashed|took|laid|applied|loosed) (?:\S+ ){1,6}?(?:on|against|upon|to) (?:the |his |her |a |an |unarmed |young |its |those ){0,3}(?:"
        + PEOPLE
        + r")|"
        r"(?:lives|deaths) of (?:\S+ ){1,8}?(?:hands?|conscience|sleeves?|uniform|boots|head|ledger|name|shoulders|account)|"
        r"(?:what|everything|all|things) (?:(?:he|she|the \S+|\S+ \S+|\S+) )?(?:did|has done|had done|inflicted|wrought|visited) (?:to|on|upon) (?:the |his |her |those |these |our |their ){0,2}(?:\S+ ){0,2}?(?:"
        + PEOPLE
        + r")|"
        r"(?:ended|took|cost|claimed|cut short|snuffed out|extinguished|stole) (?:\S+ ){0,3}?(?:lives|life of|life)|took (?:his|her|their) li(?:fe|ves)|put (?:an end to|a bullet)|"
        r"(?:ordered|signed|sealed) (?:\S+ ){0,3}?(?:death warrants?|death sentences?)|made (?:\S+ ){1,4}?(?:disappear|vanish|dig their own graves?)|"
        r"(?:fired|opened fire|unloaded|let loose|emptied \S+ \S+) (?:\S+ ){0,3}?(?:on|at|into|upon) (?:the |a |an |unarmed |his ){0,2}(?:\S+ )?(?:"
        + PEOPLE
        + r"|crowd|funeral|demonstration|march|procession|bus|queue|car|cars|classroom)|"
        r"(?:drew|poured|dripped|pulled|tore|broke|snapped|crushed|smashed|burned|burnt|shattered|ripped|cut off|gouged|knocked) (?:\S+ ){0,6}?(?:fingernails|nails|teeth|ribs|arms?|legs?|fingers|skulls?|jaws?|bones|wrists|eyes|ears|spines?|kneecaps|skin|eye|ear|tongue|hands|feet|nose)",
        (
            passive,
            asked,
            a_body_did_it,
            unnamed_doer,
            another_subject,
            denied,
            on_word,
            near(before=r"of|for|in|against|by|with|accused|fire|accident|earthquake|flood|illness", words=1),
        ),
    ),
    Term(
        Kind.DID,
        r"(?:"
        + STRONG
        + r") (?!(?:by|and|or|to|in|at|on|for|with|from|under|language|english|french|arabic|rumou?rs?|hopes?|himself|herself) )\S+(?! language)",
        (
            passive,
            asked,
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
        r"serving (?:\S+ ){0,3}?(?:sentence|term)|(?:final |his |her |a |the )conviction (?:for|of|has|stands|stood|was|is|by|in|at|before|dates|became)",
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
        r"(?:had|have|has|having|got) (?!been )(?:(?!been |never )\S+ ){1,7}?(?:" + HARMED + r")",
        (asked, denied, on_word, has_been, a_unit_did_it),
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
        r"(?:saw to it|made sure|made certain|ensured) (?:that )?(?:\S+ ){1,8}?(?:never (?:woke|came|returned|left|saw|walked|spoke)|died|dead|did not (?:live|survive|return|wake)|would not (?:live|survive|return|wake|leave)|alive|survived|(?:came|went) home)|owed? (?:their|her|his) (?:graves?|deaths?|loss|losses) to|made (?:sure|certain) (?:that )?(?:nobody|no one|none|not one)(?: \S+){1,10}? (?:alive|home|out|survived)|"
        r"there (?:is|was) (?:the )?blood (?:of (?:\S+ ){1,10}?)?on|blood on (?:his|her) \S+|blood (?:is|was) on (?:his|her)|(?:lost|suffered|died|perished|endured)(?: \S+){0,3}? at (?:his|her|\S+['’]s) (?:own )?hands|"
        r"on (?:\S+ ){0,3}?(?:his|her|\S+['’]s) say-so|"
        r"(?:left|leaving) (?:\S+ ){1,4}?(?:dead|in ruins|without a \S+ alive)|wiped (?:\S+ ){1,4}?(?:off the map|out)|"
        r"blood of (?:\S+ ){1,12}?(?:is|are|was|remains?|still) (?:\S+ ){0,2}?on (?:\S+ ){1,4}?(?:hands?|conscience|head)|"
        r"sent to (?:his|her|their) deaths? |sent (?:\S+ ){1,6}?to (?:his|her|its|their) deaths?|emptied (?:his|her|a|the) (?:\S+ )?(?:magazine|rifle|pistol|gun)\S* (?:into|at|on)|"
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
        r"(?:was|kept|began|started|went on|enjoyed|liked|spent (?:\S+ ){1,4}?) (?:personally |routinely |regularly )?(?:raping|torturing|murdering|killing|executing|drowning|hanging|gassing|beating|shooting|whipping|starving|shelling|bombing|burning|robbing|kidnapping|abducting) (?:"
        + SOME
        + r")(?:"
        + PEOPLE
        + r")",
        (a_unit_did_it, another_subject, asked, denied, on_word),
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
        r"(?:on|at|by|under|following|upon) (?:his|her|\S+['’]s) (?:direct |personal |express |own )?(?:orders?|instructions?|word|signal|nod|say-so|behest|command that)|"
        r"(?:on|at|by|following|upon) (?:the )?(?:direct |personal |express )?(?:orders?|instructions?|signal|behest|command) of (?:captain|colonel|general|brigadier|major|lieutenant|sergeant|judge|dr|(?!the |a |an |his |her |its |their )\S+ \S+)|"
        r"(?:orders?|instructions?) (?:to \S+ (?:\S+ ){1,6}?)?(?:came|come|originated|were given|was given|issued) (?:from|by) (?:him|her|captain|colonel|general|brigadier|major|lieutenant|sergeant)",
        (near(before=NOT, words=2), SAID, generic_owner),
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
        r"(?: \S+){0,7}? (?:proved|proven|proves|established|establishes|demonstrated|demonstrates|shown|confirmed|confirms|showed|shows)(?: \S+){0,8}? that (?=(?:\S+ ){1,10}?(?:"
        + STRONG
        + "|"
        + DEADLY
        + r"|ordered|sold|took|part|guilty|responsible|committed|murder\S*|behind|ran|personally|killer|perpetrator|directed|stole|looted))\S+",
        (denied, anywhere(r"\b(?:not|never|cannot|could not|did not|whether|if|denied)\b"), anywhere(COURT)),
    ),
    Term(
        Kind.PROVED,
        r"(?:proved|proven|proves?|demonstrated|demonstrates?|established|establishes|verified|documented|conclusively shown|confirmed) (?:(?:beyond|conclusively|once|without) (?:\S+ ){0,3}?)?that (?=(?:\S+ ){1,12}?(?:tortur\S+|kidnap\S+|bankrolled|abduct\S+|rap\S+|"
        + STRONG
        + "|"
        + DEADLY
        + r"|ordered|sold|financed|funded|guilty|responsible|committed|murder\S*|personally|killer|perpetrator|stole|looted|supervised|oversaw))\S+|"
        r"(?:proved|proven|demonstrated|established|confirmed|confirms|verified) (?:his|her|\S+['’]s) (?:\S+ )?(?:role|part|involvement|complicity|guilt|responsibility|hand|share|participation)|"
        r"(?:proved|proven|established) (?:beyond (?:any |all |a |reasonable )*doubt)",
        (hypothetical, denied, asked, anywhere(COURT + r"|\b(?:not|never|cannot)\b")),
    ),
    Term(
        Kind.BELITTLED,
        r"(?:technicality|loophole)(?: \S+){0,4}? (?:saved|freed|spared)|on paper only|walked free (?:because|thanks|only|on)|(?:acquittal|annulment|acquitted|annulled|quashed)(?: \S+){0,12}? (?:wash away|want of guilt|lack of guilt|not the hands|as damning|as guilty|changes nothing|cannot hide|can hide|"
        r"does not wash|on paper|bought|purchased)|on paper(?: \S+){0,10}? (?:acquitted|annulled)|(?:despite|although|though|even though|in spite of)(?: \S+){0,4}? (?:acquit\w*|annul\w*|quash\w*)|"
        r"(?:acquitted|quashed|annulled|dismissed|freed|released)(?: \S+){0,6}? (?:technicality|technicalities|technical grounds|loophole)|"
        r"escaped (?:justice|punishment|conviction)|got away with \S+|merely acquitted|(?:hardly|scarcely|not|no|far from|anything but|never) (?:an? |that |his |proof of )?(?:innocent|innocence)|"
        r"(?:slip|slips|slipped|slipping|wriggled|squirmed|wormed|talked|bought|lied|bribed|lawyered) (?:\S+ ){0,2}?(?:through|out of|past) (?:\S+ ){0,3}?(?:net|fingers|hands|justice|law|reach|dock|prison|court|conviction|cracks)|"
        r"got (?:him|her|(?:dr |general |colonel |major |captain )?\S+) off(?! the)|owes? (?:his|her) (?:freedom|liberty|acquittal) to|(?:verdict|judgment|ruling|acquittal|annulment)(?: \S+){0,4}? (?:changes nothing|alters nothing|erases nothing|washes nothing|cannot undo|cannot erase|settles nothing|proves nothing)|"
        r"(?:acquitted|cleared|freed)(?: \S+){0,4}? (?:but|yet|and still|though) (?:\S+ )?guilty|acquitted or not|acquitted (?:in|by) \S+ guilty (?:in|by|before) \S+|"
        r"(?:which|that) is all that the (?:annulment|acquittal)|so-called (?:acquittal|innocence)|walked free (?:nonetheless|anyway|all the same|despite)|let (?:him|her) off (?:the hook|lightly)|"
        r"(?:annulment|acquittal|acquitted|annulled|quashed)(?: \S+){0,10}? (?:remains?|still) (?:the|a) (?:man|officer|person|one) who",
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
