"""Word lists that the rules on harm to others read texts with; see dossiers.rules.harm."""

import re

# Somebody named as having been harmed, or as a witness: such a name must have been declared.
NAME_EN = r"(?<![\w’'-])[A-Z][\w’'-]{1,30}(?: (?:al-|el-|de |bin |abu )?[A-Z][\w’'-]{1,30}){1,5}"
TOLD_OF = [
    re.compile(
        rf"(?P<name>{NAME_EN}) (?:was|were|had been) (?:killed|tortured|raped|arrested|detained|executed|wounded|abducted|murdered)"
    ),
    re.compile(
        rf"\b(?:victim|witness|survivor|informant|whistleblower)s?,? (?:named |called )?(?P<name>{NAME_EN})"
    ),
]


# Few people, who could be told from one another (domain.md C2).
FEW = [
    re.compile(
        r"\b(?:one|two|a single|1|2)\s+(?:\w+\s+)?(?:wom[ae]n|m[ae]n|girls?|boys?|detainees?|victims?|persons?|people|child(?:ren)?|minors?|prisoners?)\b",
        re.I,
    ),
    re.compile(
        r"(?:امرأتان|امرأتين|فتاتان|فتاتين|طفلان|طفلين|قاصران|قاصرين|ضحيتان|ضحيتين|معتقلان|معتقلين اثنين|معتقلتان|معتقلتين|امرأة واحدة|طفل واحد|رجلان|رجلين|شخصان|شخصين)"
    ),
]


# Obvious contact data. A docket such as “3 StR 454/22” or a number of victims is none.
CONTACTS = [
    re.compile(r"(?<![\w/])(?:\+|00)\d[\d\s().-]{7,}\d"),
    re.compile(r"(?<!\d)09\d{2}[\s-]?\d{3}[\s-]?\d{3}(?!\d)"),
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}", re.I),
    re.compile(r"\b\d{1,5}\s+(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane)"),
    re.compile(r"\b(?:home address|lives at|resides at)\b", re.I),
    re.compile(r"(?:بناء|بناية|طابق|شقة|دخلة)\s*(?:رقم)?\s*[\d٠-٩]+"),
    re.compile(r"(?:عنوان منزله|عنوان بيته|يسكن في شارع|رقم هاتفه)"),
    re.compile(r"\b(?:licen[cs]e|number) plate\b|\bplate no\b|(?:لوحة سيارته|رقم لوحة|رقم السيارة)", re.I),
    re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b|(?:bank account|رقم حسابه|حسابه المصرفي)", re.I),
    re.compile(
        r"\b(?:is (?:now |currently )?(?:hiding|living|staying) (?:in|at)|current whereabouts:)|(?:يختبئ حاليا|يقيم حاليًا|يقيم حاليا|مكان إقامته الحالي)",
        re.I,
    ),
]


# Relatives, by the word that makes them one.
KIN = [
    re.compile(
        r"\b[Hh](?:is|er) (?:son|daughter|wife|husband|mother|sister|niece|nephew|cousin),? (?P<name>[A-Z][\w’'-]+)"
    ),
    re.compile(
        r"(?:^|\s)[وف]?(?:زوجته|زوجها|ابنه|ابنته|والدته|شقيقته|أخته|صهره|ابن عمه)،?\s+(?P<name>(?![يتنا])\w{3,})"
    ),
]


SECTS = [
    re.compile(
        r"\b(?:Alawi(?:te)?|Sunni|Shi['’]?(?:a|ite)|Druze|Christian|Isma['’]?ili|Kurd(?:ish)?|Ya?ezidi|Yazidi|Turkmen|Circassian|Assyrian|Nusayri|Murshidi)s?\b"
    ),
    re.compile(
        r"(?<!\w)[وفبلك]{0,2}(?:ال)?(?:علوي|سني|شيعي|درزي|مسيحي|إسماعيلي|اسماعيلي|كردي|إيزيدي|ايزيدي|تركماني|نصيري|مرشدي|شركسي|آشوري)(?:ا|ة|ين|ون|ات)?(?!\w)"
    ),
]


INCITES = [
    re.compile(
        r"\b(?:we (?:offer|will pay)|rewards? (?:is|are|will be)? ?(?:offered|paid)? ?(?:to|for) (?:anyone|whoever|information leading)|dead or alive|hunt (?:him|her|them) down|kill (?:him|her|them)|(?:must|should) be killed|take revenge|avenge|make (?:him|her|them) pay|track (?:him|her|them) down|wherever you see)\b",
        re.I,
    ),
    re.compile(
        r"(?:مكافأة مالية لمن|مكافأة لمن|نقدم مكافأة|حيًّا أو ميتًا|حيا أو ميتا|اقتلوا|اقتلوه|اثأروا|انتقموا|القصاص منه بأيدي|أبلغوا عن مكانه|طاردوه|لاحقوه|اقبضوا عليه|دمه مهدور|لا تتركوه)"
    ),
]
