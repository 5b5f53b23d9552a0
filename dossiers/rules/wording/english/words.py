"""The English words of the linter, by what they name."""

import re

ATTRIBUTION = (
    r"\b(?:according to|alleg\w+|reported\w*|reports?|said|says|say|saying|stat(?:ed|es|ing)|claim\w*|calls|called|calling|call (?:him|her|it)|"
    r"describ\w+(?! the (?:layout|building|prison|yard|room|branch|place|city|street|house|road|river|weather))|named|naming|names (?:him|her|the)|known as|nicknamed|dubbed|label\w*|term(?:ed|s)|refer\w+|accus\w+|wrote that|writes that|"
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


ACCUSING = (
    r"past|career|hands?|mind|nature|record|regime|gang|orders?|deeds?|history|life|instincts?|role|reign|rule|command|brother|clique|"
    r"family|clan|son|hand|enterprise|activities|junta|band|behaviour|behavior|spirit|path|ambition|responsible|of|in|and|or|who|with|at|by|"
    r"whom|which|should|will|would|can|may|must|could|have|been|do|does|did|not|never|than|because|when|where|there|then|since|while|after|"
    r"before|during|until|under|between|against|without|about|over|into|out|up|so|too|very|he|she|they|we|the|a|an|\S+ly|"
    r"himself|herself|like|to|from|for|is|was|has|had|but|as|whose|that|hiding|living|on|if|now|still|today"
)


# Somebody else, of whom a verdict or a deed is told.
OTHERS = (
    r"nephews?|nieces?|brothers?|sisters?|sons?|daughters?|father|mother|wife|husband|cousins?|uncle|aunt|relatives?|neighbours?|"
    r"neighbors?|colleagues?|predecessor|successor|deputy|driver|bodyguards?|secretary|accuser|co-defendants?|associates?|"
    r"subordinates?|aides?|friends?|partners?|journalists?|students?|activists?|doctor|pharmacist|teacher|lawyer|others|"
    r"guards?|soldiers?|detainees?|prisoners?|victims?|witness(?:es)?|men|women|man|woman|officers?|officials?|members?|suspects?|privates?|recruits?|"
    r"comrades?|adjutant|bodyguard|batman|nurse|nurses|engineer|clerk|tailor|baker|father-in-law|brother-in-law|son-in-law|namesake|"
    r"lieutenants?|sergeants?|corporals?|commanders?|persons?|people|defectors?|conscripts?|fighters?|rebels?|militiam[ae]n|colleagues"
)
ANOTHER = (
    r"(?:one of (?:the|his|her) (?:\S+ )?(?:"
    + OTHERS
    + r")|(?:his|her|\S+['’]s) (?:\S+ ){0,2}?(?:"
    + OTHERS
    + r")|(?:another|other|two|three|several|some|many|dozens of|hundreds of|an?) "
    r"(?:\S+ ){0,3}?(?:"
    + OTHERS
    + r")|the (?!general |colonel |brigadier |major |captain )\S+ who (?:had |first |had first |once )?(?:accused|denounced|named|reported|arrested|testified|complained|defended|replaced|succeeded|preceded)(?: (?!was |were |is |had |went )\S+){0,4}|the (?:\S+ )?(?:neighbours?|neighbors?|nephew|brother|cousin|accuser|journalist|student|activist|pharmacist|"
    r"driver|victims?|witness|detainees?|prisoners?))"
)


FIELD_COURT = r"\b(?:field|terrorism|counter-terrorism|counterterrorism|exceptional|revolutionary) courts?\b"
OF_HIM_AGAIN = (
    r"\b(?:he|she|and him|and her|the general|the colonel|the brigadier|the officer|the minister)\b"
)
# Who is named as not the doer: he himself, and not the guard; unlike his driver.
CONTRASTED = re.compile(
    r"\b(?:not|unlike|nor|rather than|instead of) (?:the|his|her|a|an|any) (?:\S+ )?(?=\S)", re.I
)
ON_ORDERS = r"\bon (?:the )?(?:direct )?(?:orders?|instructions?|word|say-so) of (?!the |a |an )\S+"
LED_TO = frozenset(
    ("in", "at", "of", "from", "near", "by", "on", "the", "before", "to", "for", "against", "and")
)


FALSE_DENIAL = (
    r"\b(?:no (?:\w+ )?doubt|(?:hardly|scarcely|barely) (?:\S+ )?(?:any |a )?(?:question|doubt)|be no question|(?:nothing|never) (?:\S+ ){0,6}?(?:alters?|changes?|hides?|erases?) the fact|(?:nobody|no one|never|cannot|could not) (?:\S+ ){0,5}?(?:call|been|describe|be) (?:\S+ ){0,4}?anything (?:other than|but)|little doubt|not for (?:lack|want) of|(?:can|could|will|would|should) (?:fail to (?:see|know)|deny|doubt|dispute|question)|(?:who|anyone|nobody|no one) (?:\S+ ){0,3}?(?:denies|doubts|disputes)|without (?:a )?doubt|not (?:only|merely|just|simply)|nobody doubts|no one doubts|nobody denies|no one can deny|cannot be denied|no secret|(?:nothing|none) (?:other than|but|less than)|anything but|can hide|no longer (?:disputed|doubted|in doubt|denied|contested)|beyond (?:dispute|doubt|question)|no dispute|never in doubt|not in doubt|not in dispute|no question that|hard to deny|hardly be denied|impossible to deny|(?:untrue|false|wrong|nonsense) to (?:say|claim|pretend)"
    r"(?: \S+){0,6} never|(?:did|does|has) not (?:stop|stopped|prevent|prevented|keep|kept|hinder|deter|spare|save) (?:\S+ ){1,3}?from|no need|needs? no|hardly needs|does not need|do not need)\b"
)

CRIMES = (
    r"killings?|murders?|deaths?|torture|executions?|massacres?|crimes?|atrocit(?:y|ies)|rapes?|disappearances?|"
    r"attacks?|shelling|bombings?|bombardment|sieges?|starvation|arrests?|shootings?|abuses?|violations?|repression|"
    r"crackdown|genocide|slaughter|gassing|extermination|war|mass|enforced|arbitrary|ill-treatment|detentions?"
)
# Deeds as nouns, and what a person does with them: he did the whipping, led the raids, signed the executions.
DEEDS = (
    r"killings?|murders?|torture|torturing|executions?|massacres?|atrocit(?:y|ies)|rapes?|raping|disappearances?|beatings?|whippings?|floggings?|"
    r"lashings?|shootings?|shelling|bombings?|bombardments?|burnings?|hangings?|stranglings?|stabbings?|beheadings?|lynchings?|purges?|gassings?|"
    r"slaughter|extermination|starvation|abductions?|kidnappings?|looting|pillage|plunder|rapes|poisonings?|drownings?|abuses?|"
    r"reprisals?|liquidations?|electrocutions?|mutilations?|ill-treatment|mistreatment|embezzlement|extortion|smuggling|trafficking"
)
DOING = (
    r"did|does|do|carried out|carries out|carrying out|conducted|led|ran|runs|running|oversaw|oversees|overseeing|supervised|supervises|supervising|"
    r"directed|took part in|taking part in|takes part in|joined in|participated in|presided over|presides over|planned|arranged|organi[sz]ed|"
    r"administered|approved|authori[sz]ed|signed off on|signed|unleashed|initiated|set in motion|staged|perpetrated|committed|"
    r"commissioned|financed|funded|choreographed|coordinated|conceived|enabled|facilitated|sanctioned the|executed the|"
    r"inflicted|meted out|dealt out|behind|answerable for|answers for|inspired|designed|"
    r"taught|practised|practiced|industriali[sz]ed|hid|concealed|covered up"
)
PEOPLE = (
    r"civilians?|detainees?|prisoners?|protesters?|protestors?|demonstrators?|people|persons?|hundreds|thousands|"
    r"dozens|scores|women|children|men|him|her|them|inmates?|residents?|villagers?|opponents?|activists?|victims?|"
    r"students?|(?:\S+ )?famil(?:y|ies)|syrians|boys?|girls?|doctors?|journalists?|conscripts?|recruits?|deserters?|defectors?|passengers?|mourners|"
    r"worshippers|teachers?|schoolteachers?|workers?|farmers?|captives?|hostages?|brothers?|sisters?|sons?|daughters?|mothers?|fathers?|"
    r"nurses?|medics?|imams?|pharmacists?|patients?|teenagers?|couple|delegation|crowds?|suspects?|refugees?|lawyers?|shopkeepers?|"
    r"shepherds?|soldiers?|men|elders?|neighbours?|neighbors?|youths?|bakers?|drivers?|guests?|wounded|conscript|couriers?|messengers?|shepherd|those|brothers|"
    r"tailors?|surveyors?|engineers?|clerks?|porters?|cooks?|barbers?|tradesm[ae]n|merchants?|traders?|grocers?|singers?|poets?|writers?|reporters?|"
    r"editors?|photographers?|cameram[ae]n|bloggers?|priests?|nuns?|monks?|bishops?|preachers?|muezzins?|mayors?|headmasters?|headmistress|professors?|"
    r"lecturers?|pupils?|schoolboys?|schoolgirls?|schoolchildren|infants?|bab(?:y|ies)|toddlers?|newborns?|grandmothers?|grandfathers?|widows?|orphans?|"
    r"brides?|grooms?|couples?|paramedics?|rescuers?|volunteers?|surgeons?|gravediggers?|carpenters?|mechanics?|electricians?|plumbers?|labourers?|"
    r"beggars?|pedestrians?|passers-by|motorists?|pilgrims?|tribesm[ae]n|peasants?|herders?|fisherm[ae]n|boatm[ae]n|cadets?|returnees?|evacuees?|"
    r"displaced|dissidents?|organi[sz]ers?|survivors?|relatives|adolescents?|minors?|the sick|strikers|marchers|internees?|interns?|fathers-in-law|son|ones|"
    r"daughter|wife|husband|boy|girl|suspects|a man|a woman|old man|beekeepers?|innkeepers?|gardeners?|watchm[ae]n|vendors?|smugglers?|taxi|"
    r"sheikhs?|locals|inhabitants|human beings?|souls|townspeople|townsfolk"
)
SOME = (
    r"(?:(?:the|a|an|many|several|some|his|her|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|more than|at least|"
    r"over|nearly|about|around|dozens of|scores of|hundreds of|thousands of|\d+|young|political|peaceful|unarmed|innocent|elderly|captured|"
    r"wounded|those|other|whole|entire|local|opposition|female|male|old|of|one|all) ){0,4}"
)
THINGS_DONE = (
    r"investigat\w+|inquir(?:y|ies)|reports?|study|studies|film|films|campaigns?|against|prevent\w*|stop|end|ban|bans|documentation|documenting|"
    r"course|courses|training|research|examination|trials?|training|database|archive|hearings?|prosecutions?|workshop|exercises?|drills?|"
    r"response|relief|victims|survivors|books?|lists?|records?|commemoration|vigils?|seminars?|interviews?|reviews?|survey|unit|units|"
    r"court|committee|anti-\S+|to"
)
STRONG = (
    r"tortured|murdered|raped|massacred|slaughtered|butchered|maimed|strangled|lynched|exterminated|gassed|beheaded|flogged|electrocuted|"
    r"bludgeoned|suffocated|scalded|mutilated|garrotted|smothered|gunned down|mowed down|finished off|strung up|castrated|throttled|"
    r"bayoneted|machine-gunned|sodomi[sz]ed|impaled|skinned|flayed|scalped|starving|carpet-bombed|barrel-bombed|disemboweled|"
    r"pistol-whipped|tasered|manhandled|immolated|incinerated|decapitated|hacked|pummelled|pummeled|bashed|battered|thrashed|caned|branded|interred alive|"
    r"annihilated|eradicated|clubbed|clubbed|choked|disembowelled|crucified|drowned|starved|kidnapped|abducted|dismembered|assaulted|brutalised|"
    r"brutalized|tormented|whipped|hanged|lashed|bribed|extorted|looted|embezzled|blackmailed|trafficked|waterboarded|castrated"
)
DEADLY = r"killed|executed|shot(?: dead)?|hanged|drowned|burned|starved|beat|whipped|crushed|poisoned|buried|stabbed|liquidated|shelled|bombed"
HURT = (
    r"stabbed|burnt|kicked|punched|slapped|electrocuted|mowed down|cut down|tortures|kills|murders|rapes|executes|"
    r"beats|whips|shoots|hangs|burns|gasses|starves|eliminated|silenced|hunted down|trampled|ran over|ran down|run down|"
    r"kidnaps|abducts|assassinated|assassinates|disappeared|robbed|fleeced|terrori[sz]ed|persecuted|deported|displaced|expelled|"
    r"enslaved|humiliated|degraded|molested|violated|hurled"
)
JOINING = "for|before|by|when|as|while|after|because|which|that|who|about|against|with|without|to|during|since|on|in|at|near|from|into|until|where|whose"
HARMED = (
    r"beaten|tortured|shot|hanged|hung|killed|executed|flogged|raped|starved|gassed|burned|burnt|drowned|liquidated|whipped|strangled|"
    r"hosed|doused|stripped|suspended|kicked|lashed|blindfolded|disappeared|electrocuted|mutilated|beheaded|crushed|buried alive|put (?:up )?against (?:the|a) wall|lined up"
)

CHARGEABLE = r"batter(?:y|ies)|phones?|fees?|rent|interest|tolls?|per cent|percent|particles?|capacitors?|laptops?|radios?|vehicles?|meters?|customers?|prices?|lira|pounds|dollars"
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
    r"(?<!was )(?<!is )(?<!were )(?<!been )(?<!often )(?<!also )(?<!commonly )(?<!widely )(?<!simply )\bcalled (?!himself|herself)\w+|"
    + ATTRIBUTION.replace(r"known as|nicknamed|dubbed|label\w*|term(?:ed|s)|", "").replace(
        r"calls|called|calling|call (?:him|her|it)|", r"calls?|calling|called (?:him|her)|denie[sd]|denying|"
    )
    + r"|\b(?:known|nicknamed|dubbed|called|labelled|labeled|termed)\b.{0,40}\b(?:by|among|to)\b|"
    r"\b(?:by|among|to)\b.{0,40}\b(?:known|nicknamed|dubbed|called)\b|\b\w+s (?:called|nicknamed|dubbed|knew) (?:him|her)\b"
)
WORKS = (
    r"\b(?:words?|terms?|labels?|expressions?|films?|filmed|movies?|novels?|books?|plays?|songs?|series|reports?|documentar\w+|exhibitions?|episodes?|"
    r"titled|entitled|poems?|paintings?|chapters?|articles?|stories|story|memoirs?|essays?|lectures?|album|studies|study|"
    r"opera|comed(?:y|ies)|drama|tragedy|satire|farce|musical|cartoon|sitcom|sketch|thrillers?|reviewed|translat\w+|staged|screened|read|publish\w+)\b"
)
SAID_SO = (
    ATTRIBUTION.removesuffix(r")\b")
    .replace(
        r"reported\w*|reports?|",
        r"reported(?! (?:the|his|her|a|an|its|on) )\w*|reports?(?! (?:the|his|her) )|",
    )
    .replace(
        "named|naming",
        "named (?:him|her|as|in|among)|(?:complaint|report|indictment|warrant|witness|list|letter) (?:\\S+ ){0,5}?named|naming",
    )
    + r"|found|finds?|findings?|conclud\w+|believe[sd]?|suspect\w*|reasonable grounds|complaints?|indict\w+|"
    r"charged with|listing|listed (?:him|her|for)|designat\w+|convict\w+|sentenced|witness\w*|survivors?|judgment|prosecutors?|"
    r"investigat\w+|documents? (?:that|which)|accord\w+|attribut\w+|implicat\w+|point\w* to|suggest\w*|denie[sd]|"
    r"whether|if|jury|no (?:document|source|evidence|record|witness)|nothing (?:shows|proves|indicates|suggests|ties|links|in|that))\b"
)


HIS_ACCUSER = re.compile(
    r"\bwho (?:had |has )?(?:first )?(?:accused|denounced|reported|named|described) (?:him|her)\b"
)


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


RANKED = re.compile(
    r"(?:he|she|who|himself|herself|personally|general|colonel|officer|commander|official|director|minister|president|"
    r"brigadier|captain|major|lieutenant|sergeant|corporal|doctor|dr|judge|governor|chief|warden|physician|surgeon|defendant|accused|"
    r"businessman|banker|interrogator|jailer|spymaster|ambassador|mufti|sheikh|banker|tycoon|trader)$"
)
BODY = re.compile(rf"(?:{UNITS}|{OTHERS})$")


IN_DOUBT = (
    r"^ (?:were|should|had) (?:the|a|he|she|it|they)\b|\b(?:does not mean|do not mean|not mean that|nothing|no proof|"
    r"not proof|not evidence|neither proof)\b"
)
OFFICES = (
    r"ministr(?:y|ies)|departments?|offices?|bod(?:y|ies)|authorit(?:y|ies)|agenc(?:y|ies)|committees?|directorates?|"
    r"courts?|judges?|ministers?|company|companies|municipality|parliament|government|prosecutors?|commission"
)


TAKEN_AS_TRUE = frozenset(("why", "how", "when", "where"))  # what such a question tells is no longer asked
PERSON = (
    r"officers?|man|men|woman|generals?|commanders?|dictators?|regime|leaders?|officials?|figures?|chiefs?|heads?|"
    r"interrogators?|guards?|colonel|brigadier|president|person|ruler|minister|militiam[ae]n|warlords?|brothers?|"
    r"security|intelligence|spy|spymaster|jailers?|warden|governor|director|boss|enforcers?|hand"
)
