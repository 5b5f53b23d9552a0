"""What each code of a vocabulary means, in both languages, for the methodology page.

The labels come from the vocabularies themselves, so that the page and the files cannot disagree;
tests/test_methodology.py fails when a code has no meaning here or a meaning has no code.
"""

from dataclasses import dataclass

from dossiers import vocabularies as v
from publishing.bilingual import Text, Vocabulary

MODES = Vocabulary("""
ml.direct         | Carried out the act in person. Rome Statute, article 25(3)(a). | ارتكب الفعل بنفسه. نظام روما الأساسي، المادة 25(3)(أ).
ml.joint          | Carried out the act together with others. Article 25(3)(a). | ارتكب الفعل مع آخرين. المادة 25(3)(أ).
ml.through        | Used another person to carry out the act. Article 25(3)(a). | استخدم شخصًا آخر في ارتكاب الفعل. المادة 25(3)(أ).
ml.order          | Gave the order to commit the crime. Article 25(3)(b). | أصدر الأمر بارتكاب الجريمة. المادة 25(3)(ب).
ml.solicit        | Urged or pushed others to commit the crime. Article 25(3)(b). | حث آخرين على ارتكاب الجريمة أو أغراهم بها. المادة 25(3)(ب).
ml.aid            | Helped in the crime, for instance by giving the means for it. Article 25(3)(c). | ساعد في الجريمة، بتوفير وسائلها مثلًا. المادة 25(3)(ج).
ml.common_purpose | Contributed knowingly to a crime by a group acting with one purpose. Article 25(3)(d). | أسهم عن علم في جريمة ارتكبتها جماعة تعمل بقصد مشترك. المادة 25(3)(د).
ml.incite_gen     | Called on others in public to commit genocide. Article 25(3)(e). | دعا آخرين علنًا إلى ارتكاب الإبادة الجماعية. المادة 25(3)(هـ).
ml.attempt        | Began to carry out the crime, which was not completed. Article 25(3)(f). | شرع في تنفيذ جريمة لم تكتمل. المادة 25(3)(و).
ml.command_mil    | Had effective control of the forces, knew or should have known, and did not prevent, repress or report the crime. Article 28(a). | كانت له سيطرة فعلية على القوات، وعلم أو كان يجب أن يعلم، ولم يتخذ ما يلزم لمنع الجريمة أو قمعها أو لعرض الأمر على السلطات المختصة. المادة 28(أ).
ml.command_civ    | As a superior who is not a commander, knew or chose to ignore what showed it, and did not prevent, repress or report the crime. Article 28(b). | كان رئيسًا غير عسكري، وعلم أو تجاهل عن وعي ما يدل على الجريمة، ولم يتخذ ما يلزم لمنعها أو قمعها أو لعرض الأمر على السلطات المختصة. المادة 28(ب).
ml.national       | Complicity as a national law has it, such as the French “complicité”, in the words of the charge or the judgment. | التواطؤ كما يعرّفه قانون وطني، مثل complicité في القانون الفرنسي، كما ورد في التهمة أو الحكم.
ml.conspiracy     | Conspiracy as a national law has it, in the words of the charge or the judgment. | التآمر كما يعرّفه قانون وطني، كما ورد في التهمة أو الحكم.
ml.jce            | Took part in a common criminal plan, as the case law of international tribunals describes it. | شارك في خطة إجرامية مشتركة كما تصفها اجتهادات المحاكم الدولية.
ml.unspecified    | A source attributes a role without saying which. The file says who attributes it. | ينسب مصدر إلى الشخص دورًا من دون تحديده، ويذكر الملف صاحب هذه النسبة.
link.command      | Was in command of the unit when the events happened. This is a link and not a liability. | كان قائد الجهة حين وقعت الأحداث. وهذه صلة، وليست مسؤولية جنائية.
link.member       | Served in the unit when the events happened. This is a link and not a liability. | كان يعمل في الجهة حين وقعت الأحداث. وهذه صلة، وليست مسؤولية جنائية.
""")

ASSESSMENTS = Vocabulary("""
alleged           | A source says so; no court has decided it. | يقول ذلك مصدر، ولم تفصل فيه محكمة.
credible          | Sources independent of one another support it; no court has decided it. | تؤيده مصادر مستقل بعضها عن بعض، ولم تفصل فيه محكمة.
court_established | A judgment says so. The file gives the court, the date and whether the judgment is final. | يقول ذلك حكم قضائي، ويذكر الملف المحكمة والتاريخ وما إذا كان الحكم مبرمًا.
""")

LEGAL_STATUSES = Vocabulary("""
none                | The sources of the file record no legal action. | لا تسجل مصادر الملف أي إجراء قانوني.
sanctioned          | A government or body of states has listed the person. This is an administrative decision, not a finding of guilt. | أدرجته حكومة أو هيئة دول على قائمة عقوبات. وهذا قرار إداري، وليس حكمًا بالإدانة.
suspect             | Named in a complaint or an investigation. Not charged. | ورد اسمه في شكوى أو تحقيق، ولم توجَّه إليه تهمة.
wanted              | An arrest warrant is in force. | صدرت بحقه مذكرة توقيف ما تزال نافذة.
detained            | Held by order of an authority. | محتجز بأمر من سلطة مختصة.
charged             | Formally charged. There is no judgment yet. | وُجهت إليه تهمة رسميًا، ولم يصدر حكم بعد.
on_trial            | A trial has been opened or is set. There is no judgment yet. | بدأت محاكمته أو حُدد موعدها، ولم يصدر حكم بعد.
convicted_absentia  | Convicted while absent. The law may allow a new trial. | أدين وهو غائب، وقد يجيز القانون إعادة محاكمته.
convicted_not_final | Convicted. An appeal is pending or still possible. | أدين، والطعن في الحكم قائم أو ما يزال ممكنًا.
convicted_final     | Convicted, and no ordinary appeal is left. | أدين، ولم يبق طريق عادي للطعن.
acquitted           | A court found the person not guilty. | برّأته محكمة.
ended               | The proceedings ended without a conviction: annulled, withdrawn, dismissed, lifted or expired. | انتهت الإجراءات من دون إدانة: بإبطالها أو سحبها أو ردّها أو رفعها أو انتهاء مدتها.
""")

STANDARDS = Vocabulary("""
alleged     | Somebody claims it. | ادّعاه مصدر، ولم يُختبر ثبوته.
suspect     | There is reason to suspect it; the test of some sanctions laws. | ثمة ما يدعو إلى الاشتباه، وهو معيار بعض أنظمة الإدراج على قوائم العقوبات.
rgb         | A reasonable person would believe it on the evidence; the test of UN commissions of inquiry. | تحمل الأدلة شخصًا متبصرًا على الاعتقاد به، وهو معيار لجان التحقيق الأممية.
substantial | Strong enough to send a case to trial at the International Criminal Court. | يكفي لإحالة القضية إلى المحاكمة أمام المحكمة الجنائية الدولية.
balance     | More likely than not; the test of civil courts. | احتمال صحته أرجح من احتمال خطئه، وهو معيار المحاكم المدنية.
brd         | No reasonable doubt is left; the test of criminal courts. | لا يبقى معه شك معقول، وهو معيار المحاكم الجزائية.
admin       | A decision of an authority. It stands outside this scale. | قرار سلطة إدارية، وهو خارج هذا السلّم.
""")

RELIABILITIES = Vocabulary("""
A | No doubt about its origin, competence or honesty. | لا شك في أصله ولا في أهليته ولا في نزاهته.
B | Minor doubts; mostly right in the past. | شك طفيف، وقد صدق في معظم ما سبق.
C | Some doubts; has been right in the past. | بعض الشك، وقد صدق فيما سبق.
D | Serious doubts; now and then right. | شك جدي، ويصدق أحيانًا.
E | Not to be relied on alone or with its like. | لا يُعتمد عليه وحده ولا مع أمثاله.
F | Too little is known to judge. This does not mean that it is wrong. | المعلومات عنه لا تكفي للحكم عليه، ولا يعني ذلك أنه غير صحيح.
""")


@dataclass(frozen=True)
class Term:
    code: str
    label: Text
    meaning: Text


@dataclass(frozen=True)
class Chapter:
    """One vocabulary, explained; its name is the anchor that files link to."""

    name: str
    terms: list[Term]


EXPLAINED = {
    "legal_statuses": (v.LEGAL_STATUSES, LEGAL_STATUSES),
    "modes": (v.MODES, MODES),
    "assessments": (v.ASSESSMENTS, ASSESSMENTS),
    "standards": (v.STANDARDS, STANDARDS),
    "reliabilities": (v.RELIABILITIES, RELIABILITIES),
}


def chapters() -> list[Chapter]:
    """Return every explained vocabulary, label beside meaning."""
    return [
        Chapter(name, [Term(code, labels[code], meanings[code]) for code in labels])
        for name, (labels, meanings) in EXPLAINED.items()
    ]
