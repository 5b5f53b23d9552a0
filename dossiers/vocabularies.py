"""Every code of the domain with its label in both languages, in one place (domain.md §3).

A vocabulary is written as a table, one code a line: `code | English | العربية`. Editions embed the
labels of the codes they use, so a label changed here changes no edition.
"""

from publishing.bilingual import Vocabulary

NAME_SCRIPTS = Vocabulary("""
ar   | Arabic | عربية
Latn | Latin  | لاتينية
""")

NAME_KINDS = Vocabulary("""
primary         | Name used on this site | الاسم المعتمد في الموقع
legal           | Legal name             | الاسم القانوني
aka             | Also known as          | اسم آخر
kunya           | Teknonym (kunya)       | الكنية (أبو فلان)
laqab           | Epithet (laqab)        | لقب
nisba           | Origin adjective       | نسبة
transliteration | Transliteration        | كتابة لاتينية أخرى
misspelling     | Common misspelling     | كتابة خاطئة شائعة
abbrev          | Abbreviated in a record | مختصر في سجل رسمي
""")

SCHEMES = Vocabulary(
    """
un2017   | United Nations 2017 | نظام الأمم المتحدة 2017
bgn_pcgn | BGN/PCGN 1956       | نظام BGN/PCGN ‏1956
ala_lc   | ALA-LC              | نظام مكتبة الكونغرس
press    | As in the press     | كما في الصحافة
""".replace("\u200f", "")
)

GENDERS = Vocabulary("""
m | Male   | ذكر
f | Female | أنثى
""")

LIFE_STATUSES = Vocabulary("""
alive          | Alive                  | على قيد الحياة
presumed_alive | Presumed alive         | يُفترض البقاء على قيد الحياة
reported_dead  | Reported dead          | أُفيد بالوفاة
deceased       | Deceased               | وفاة مؤكدة
unknown        | Not known              | غير معروف
""")

IDENTIFIER_SCHEMES = Vocabulary("""
eu_reg_36_2012 | EU Regulation 36/2012, Annex II.A, no. | لائحة الاتحاد الأوروبي 36/2012، الملحق الثاني «أ»، الرقم
ofac_sdn       | US Treasury SDN list, no.              | قائمة الخزانة الأمريكية (SDN)، الرقم
uk_sl          | UK sanctions list, no.                 | قائمة العقوبات البريطانية، الرقم
ch_seco        | Swiss SECO list, no.                   | قائمة العقوبات السويسرية، الرقم
un_sc          | UN Security Council list, no.          | قائمة مجلس الأمن، الرقم
icc_case       | International Criminal Court, case     | المحكمة الجنائية الدولية، القضية
""")

RANKS = Vocabulary("""
fariq     | Lieutenant General | فريق
imad      | General            | عماد
liwa      | Major General      | لواء
amid      | Brigadier General  | عميد
aqid      | Colonel            | عقيد
muqaddam  | Lieutenant Colonel | مقدم
raid      | Major              | رائد
naqib     | Captain            | نقيب
mulazim1  | First Lieutenant   | ملازم أول
mulazim   | Lieutenant         | ملازم
musaid    | Warrant Officer    | مساعد
raqib     | Sergeant           | رقيب
judge     | Judge              | قاضٍ
civilian  | Civilian           | مدني
""")

TENURE_STATUSES = Vocabulary("""
confirmed | Confirmed | مؤكد
reported  | Reported  | بحسب ما ورد
acting    | Acting    | بالوكالة
""")

STATEMENT_SECTIONS = Vocabulary("""
summary     | Summary               | الخلاصة
career      | Positions             | المناصب
differences | Where sources differ  | مواضع اختلاف المصادر
legal       | Legal actions         | الإجراءات القانونية
reply       | Reply                 | الرد
""")

INSTITUTION_TYPES = Vocabulary("""
presidency        | Presidency               | رئاسة الجمهورية
party             | Party                    | حزب
government        | Government               | حكومة
ministry          | Ministry                 | وزارة
parliament        | Parliament               | مجلس تشريعي
intel_directorate | Intelligence directorate | جهاز استخبارات
intel_branch      | Security branch          | فرع أمني
crisis_body       | Crisis body              | خلية أمنية
armed_hq          | General command          | قيادة عامة
air_force         | Air force                | قوى جوية
corps             | Corps                    | فيلق
division          | Division                 | فرقة
brigade           | Brigade                  | لواء
regiment          | Regiment                 | فوج
battalion         | Battalion                | كتيبة
airbase           | Air base                 | مطار عسكري
military_police   | Military police          | شرطة عسكرية
police            | Police                   | شرطة
criminal_security | Criminal security        | أمن جنائي
prison            | Prison                   | سجن
detention_site    | Detention site           | مركز احتجاز
hospital          | Hospital                 | مشفى
prosecution       | Prosecution              | نيابة عامة
court             | Court                    | محكمة
research          | Research centre          | مركز بحوث
militia           | Militia                  | قوات رديفة (ميليشيا)
foreign_force     | Foreign force            | قوة أجنبية
company           | Company                  | شركة
charity           | Charity                  | جمعية
media             | Media outlet             | وسيلة إعلام
governorate_admin | Governorate              | محافظة
commission        | Commission               | هيئة
nonstate_armed    | Non-state armed group    | جماعة مسلحة
other             | Other                    | أخرى
""")

GOVERNORATES = Vocabulary("""
SY01   | Damascus             | دمشق
SY02   | Aleppo               | حلب
SY03   | Rural Damascus       | ريف دمشق
SY04   | Homs                 | حمص
SY05   | Hama                 | حماة
SY06   | Latakia              | اللاذقية
SY07   | Idlib                | إدلب
SY08   | Al-Hasakah           | الحسكة
SY09   | Deir ez-Zor          | دير الزور
SY10   | Tartus               | طرطوس
SY11   | Raqqa                | الرقة
SY12   | Daraa                | درعا
SY13   | As-Suwayda           | السويداء
SY14   | Quneitra             | القنيطرة
abroad | Outside Syria        | خارج سوريا
""")

WHEN_KINDS = Vocabulary("""
span   | Lasted from the first date to the last | امتدت من التاريخ الأول إلى الأخير
within | Some time between the two dates        | في وقت ما بين التاريخين
""")

SENSITIVITIES = Vocabulary("""
normal       | None                           | لا حساسية خاصة
sgbv         | Sexual violence                | عنف جنسي
minor        | Concerns minors                | تتعلق بقاصرين
witness_risk | Puts witnesses at risk         | تعرّض شهودًا للخطر
""")

CONDUCTS = Vocabulary("""
killing                 | Killing                     | القتل
killing.individual      | Killing of an individual    | قتل فرد
killing.massacre        | Massacre                    | مجزرة
killing.protest_fire    | Firing on demonstrators     | إطلاق النار على متظاهرين
killing.execution       | Execution                   | إعدام
killing.death_custody   | Death in custody            | وفاة أثناء الاحتجاز
detention               | Detention                   | الاعتقال
detention.arbitrary     | Arbitrary detention         | اعتقال تعسفي
detention.disappearance | Enforced disappearance      | إخفاء قسري
detention.hostage       | Hostage-taking              | احتجاز رهائن
torture                 | Torture                     | التعذيب
torture.physical        | Physical torture            | تعذيب جسدي
torture.psychological   | Psychological torture       | تعذيب نفسي
torture.conditions      | Degrading conditions of detention | ظروف احتجاز مهينة
sexual                  | Sexual violence             | العنف الجنسي
attack                  | Attacks                     | الهجمات
attack.shelling         | Shelling                    | قصف مدفعي
attack.airstrike        | Air strike                  | غارة جوية
attack.barrel_bomb      | Barrel bomb                 | برميل متفجر
attack.missile          | Missile                     | صاروخ
attack.chemical         | Chemical weapon             | سلاح كيميائي
attack.cluster          | Cluster munitions           | ذخائر عنقودية
attack.incendiary       | Incendiary munitions        | ذخائر حارقة
attack.hospital         | Attack on a hospital        | استهداف مشفى
attack.school           | Attack on a school          | استهداف مدرسة
siege                   | Siege                       | الحصار
siege.starvation        | Starvation                  | تجويع
siege.aid_block         | Blocking of aid             | منع المساعدات
displacement            | Displacement                | التهجير
property                | Property                    | الممتلكات
property.looting        | Looting                     | نهب (تعفيش)
property.seizure        | Seizure                     | مصادرة
property.demolition     | Demolition                  | هدم
silencing               | Silencing                   | تكميم الأفواه
silencing.journalists   | Targeting of journalists    | استهداف صحفيين
silencing.activists     | Targeting of activists      | استهداف ناشطين
silencing.sham_trial    | Sham trial                  | محاكمة صورية
incitement              | Incitement                  | التحريض
corruption              | Corruption                  | الفساد
""")

MODES = Vocabulary("""
ml.direct         | Committed individually                        | ارتكاب فردي
ml.joint          | Committed jointly with others                 | ارتكاب بالاشتراك مع آخرين
ml.through        | Committed through another person              | ارتكاب عن طريق شخص آخر
ml.order          | Ordered                                       | الأمر بالارتكاب
ml.solicit        | Solicited or induced                          | الإغراء أو الحث على الارتكاب
ml.aid            | Aided, abetted or otherwise assisted          | تقديم العون أو التحريض أو المساعدة
ml.common_purpose | Contributed to a crime by a group with a common purpose | الإسهام في جريمة جماعة تعمل بقصد مشترك
ml.incite_gen     | Directly and publicly incited genocide        | التحريض المباشر والعلني على الإبادة الجماعية
ml.attempt        | Attempted                                     | الشروع
ml.command_mil    | Military commander: knew or should have known | مسؤولية القائد العسكري
ml.command_civ    | Other superior: knew or consciously disregarded | مسؤولية الرئيس غير العسكري
ml.national       | Complicity (national law)                     | التواطؤ (وفق قانون وطني)
ml.conspiracy     | Conspiracy (national law)                     | التآمر (وفق قانون وطني)
ml.jce            | Joint criminal enterprise                     | المشروع الإجرامي المشترك
ml.unspecified    | Role whose mode is not specified              | دور لم تُحدَّد صورة المسؤولية عنه
link.command      | Held command of the unit at the time          | تولّى قيادة الجهة وقت الوقائع
link.member       | Served in the unit at the time                | كان ضمن الجهة وقت الوقائع
""")

ASSESSMENTS = Vocabulary("""
alleged           | Alleged                | منسوب
credible          | Credible               | ذو مصداقية
court_established | Established by a court | أثبتته محكمة
""")

# What the degree of a role means, of anybody; degree.py has the words for one person.
DEGREES = Vocabulary("""
link           | A link, not a liability                              | صلة لا مسؤولية جنائية
final          | By a court, final                                    | بحكم قضائي مبرم
not_final      | By a court, not final                                | بحكم قضائي غير مبرم
absentia_final | By a judgment in absentia, final                     | بحكم غيابي مبرم
absentia       | By a judgment in absentia, not final                 | بحكم غيابي غير مبرم
acquitted      | Acquitted                                            | صدر حكم بالبراءة
quashed        | Judgment quashed                                     | نُقض الحكم
annulled       | Warrant annulled                                     | أُبطلت المذكرة
died           | Died before judgment                                 | وفاة قبل الحكم
ended          | Proceedings ended without a judgment                 | انتهت الإجراءات دون حكم
delisted       | According to a listing that has ended                | بحسب إدراج انتهى
charged        | According to the charges, no judgment given          | بحسب لائحة الاتهام، لم يصدر حكم
prosecuted     | According to the prosecution, no judgment given      | بحسب ادعاء النيابة العامة، لم يصدر حكم
wanted         | According to a warrant, no judgment given            | بحسب مذكرة توقيف، لم يصدر حكم
investigated   | According to an investigation, no charge brought     | بحسب تحقيق، ولم يُوجَّه اتهام
listed         | According to the listing                             | بحسب قرار الإدراج
commission     | A commission found reasonable grounds                | خلصت لجنة إلى أسباب معقولة
alleged        | Attributed, no judgment given                        | منسوب، لم يصدر حكم
""")

CATEGORIES = Vocabulary("""
gen.killing             | Genocide: killing members of the group           | إبادة جماعية: قتل أفراد الجماعة
gen.harm                | Genocide: serious bodily or mental harm          | إبادة جماعية: إلحاق ضرر جسدي أو عقلي جسيم
gen.conditions          | Genocide: destructive conditions of life         | إبادة جماعية: إخضاع الجماعة لأحوال معيشية يُقصد بها إهلاكها
gen.births              | Genocide: preventing births                      | إبادة جماعية: فرض تدابير لمنع الإنجاب
gen.children            | Genocide: transferring children                  | إبادة جماعية: نقل الأطفال عنوةً
cah.murder              | Crime against humanity: murder                   | جريمة ضد الإنسانية: القتل العمد
cah.extermination       | Crime against humanity: extermination            | جريمة ضد الإنسانية: الإبادة
cah.enslavement         | Crime against humanity: enslavement              | جريمة ضد الإنسانية: الاسترقاق
cah.deportation         | Crime against humanity: deportation or forcible transfer | جريمة ضد الإنسانية: إبعاد السكان أو النقل القسري للسكان
cah.imprisonment        | Crime against humanity: imprisonment             | جريمة ضد الإنسانية: السجن أو الحرمان الشديد من الحرية البدنية
cah.torture             | Crime against humanity: torture                  | جريمة ضد الإنسانية: التعذيب
cah.rape                | Crime against humanity: rape                     | جريمة ضد الإنسانية: الاغتصاب
cah.sexual_slavery      | Crime against humanity: sexual slavery           | جريمة ضد الإنسانية: الاستعباد الجنسي
cah.prostitution        | Crime against humanity: enforced prostitution    | جريمة ضد الإنسانية: الإكراه على البغاء
cah.pregnancy           | Crime against humanity: forced pregnancy         | جريمة ضد الإنسانية: الحمل القسري
cah.sterilization       | Crime against humanity: enforced sterilization   | جريمة ضد الإنسانية: التعقيم القسري
cah.other_sexual        | Crime against humanity: other sexual violence    | جريمة ضد الإنسانية: عنف جنسي آخر على مثل هذه الدرجة من الخطورة
cah.persecution         | Crime against humanity: persecution              | جريمة ضد الإنسانية: الاضطهاد
cah.disappearance       | Crime against humanity: enforced disappearance   | جريمة ضد الإنسانية: الاختفاء القسري
cah.apartheid           | Crime against humanity: apartheid                | جريمة ضد الإنسانية: الفصل العنصري
cah.other               | Crime against humanity: other inhumane acts      | جريمة ضد الإنسانية: أفعال لاإنسانية أخرى
wc.murder               | War crime: murder                                | جريمة حرب: القتل
wc.mutilation           | War crime: mutilation                            | جريمة حرب: التشويه
wc.cruel                | War crime: cruel treatment                       | جريمة حرب: المعاملة القاسية
wc.torture              | War crime: torture                               | جريمة حرب: التعذيب
wc.dignity              | War crime: outrages upon personal dignity        | جريمة حرب: الاعتداء على كرامة الشخص
wc.hostages             | War crime: hostage-taking                        | جريمة حرب: أخذ الرهائن
wc.no_fair_trial        | War crime: sentencing or executing without due process | جريمة حرب: إصدار أحكام أو تنفيذ إعدامات دون ضمانات قضائية
wc.attack_civilians     | War crime: attacking civilians                   | جريمة حرب: تعمّد توجيه هجمات ضد السكان المدنيين
wc.attack_medical       | War crime: attacking medical units               | جريمة حرب: تعمّد مهاجمة الوحدات الطبية
wc.attack_aid           | War crime: attacking aid workers or peacekeepers | جريمة حرب: تعمّد مهاجمة العاملين في المساعدة الإنسانية أو حفظ السلام
wc.attack_protected     | War crime: attacking protected buildings         | جريمة حرب: تعمّد مهاجمة المستشفيات والمدارس ودور العبادة والآثار
wc.pillage              | War crime: pillage                               | جريمة حرب: النهب
wc.sexual               | War crime: sexual violence                       | جريمة حرب: العنف الجنسي
wc.child_soldiers       | War crime: using children under fifteen          | جريمة حرب: تجنيد الأطفال دون الخامسة عشرة أو استخدامهم
wc.displacement         | War crime: ordering displacement                 | جريمة حرب: الأمر بتشريد السكان المدنيين
wc.perfidy              | War crime: treacherous killing                   | جريمة حرب: القتل أو الجرح غدرًا
wc.no_quarter           | War crime: declaring that no quarter will be given | جريمة حرب: إعلان عدم الإبقاء على أحد حيًّا
wc.experiments          | War crime: mutilation or experiments             | جريمة حرب: التشويه البدني والتجارب الطبية
wc.property             | War crime: destroying property                   | جريمة حرب: تدمير الممتلكات دون ضرورة
wc.poison               | War crime: poison                                | جريمة حرب: استخدام السموم
wc.gas                  | War crime: asphyxiating or poisonous gases       | جريمة حرب: استخدام الغازات الخانقة أو السامة
wc.starvation           | War crime: starvation of civilians               | جريمة حرب: تجويع المدنيين
wc.indiscriminate       | War crime: indiscriminate attack                 | جريمة حرب: هجوم عشوائي
wc.disproportionate     | War crime: disproportionate attack               | جريمة حرب: هجوم غير متناسب
wc.iac                  | War crime in an international conflict           | جريمة حرب في نزاع مسلح دولي
int.torture             | Torture (Convention against Torture)             | التعذيب (اتفاقية مناهضة التعذيب)
int.disappearance       | Enforced disappearance (Convention)              | الاختفاء القسري (الاتفاقية الدولية)
int.chemical            | Chemical weapons use (Convention)                | استخدام الأسلحة الكيميائية (الاتفاقية)
hr.execution            | Extrajudicial execution                          | الإعدام خارج القضاء
hr.detention            | Arbitrary detention                              | الاحتجاز التعسفي
hr.fair_trial           | Unfair trial                                     | المحاكمة غير العادلة
hr.expression           | Silencing                                        | قمع حرية التعبير
hr.property             | Property seizure                                 | الاستيلاء على الممتلكات
dom.offence             | Offence under national law                       | جريمة بموجب قانون وطني
oth.corruption          | Corruption                                       | الفساد
oth.drugs               | Drug trade                                       | الاتجار بالمخدرات
oth.evasion             | Sanctions evasion                                | الالتفاف على العقوبات
oth.incitement          | Incitement                                       | التحريض
""")

QUALIFIERS = Vocabulary("""
court    | a court               | محكمة
un_body  | a UN body             | هيئة أممية
opcw     | the OPCW              | منظمة حظر الأسلحة الكيميائية
state    | a state               | دولة
ngo      | a rights organisation | منظمة حقوقية
campaign | this campaign         | هذه الحملة
""")

STANDARDS = Vocabulary("""
alleged     | Alleged                       | ادعاء
suspect     | Grounds to suspect            | أسباب للاشتباه
rgb         | Reasonable grounds to believe | أسباب معقولة تدعو إلى الاعتقاد
substantial | Substantial grounds to believe | أسباب جوهرية للاعتقاد
balance     | Balance of probabilities      | رجحان الأدلة
brd         | Beyond reasonable doubt       | دون شك معقول
admin       | Administrative decision       | قرار إداري
""")

# Why a source has no archived copy; what stands in the place of its hash.
UNARCHIVED = Vocabulary("""
not_yet  | None has been made yet                         | لم تُحفظ نسخة بعد
refused  | The site does not let itself be archived       | الموقع لا يسمح بحفظ نسخة منه
offline  | It is not on the web                           | المصدر غير منشور على الشبكة
withheld | It is kept by the editors, for somebody’s safety | تحتفظ بها هيئة التحرير حمايةً لأحد
""")

TOLL_KINDS = Vocabulary("""
killed   | Killed                     | قتلى
injured  | Injured                    | جرحى
detained | Detained                   | محتجزون
finding  | Finding without a number   | خلاصة بلا عدد
""")

CASE_BASES = Vocabulary("""
territorial         | Territorial jurisdiction         | اختصاص إقليمي
active_personality  | Nationality of the accused       | اختصاص بحكم جنسية المتهم
passive_personality | Nationality of the victims       | اختصاص بحكم جنسية الضحايا
universal           | Universal jurisdiction           | اختصاص عالمي
international       | International jurisdiction       | اختصاص دولي
administrative      | Administrative procedure         | إجراء إداري
""")

JURISDICTIONS = Vocabulary("""
SY   | Syria                       | سوريا
DE   | Germany                     | ألمانيا
FR   | France                      | فرنسا
US   | United States               | الولايات المتحدة
CH   | Switzerland                 | سويسرا
AT   | Austria                     | النمسا
BE   | Belgium                     | بلجيكا
CA   | Canada                      | كندا
ES   | Spain                       | إسبانيا
GB   | United Kingdom              | المملكة المتحدة
LB   | Lebanon                     | لبنان
NL   | Netherlands                 | هولندا
NO   | Norway                      | النرويج
SE   | Sweden                      | السويد
TR   | Türkiye                     | تركيا
EU   | European Union              | الاتحاد الأوروبي
ICC  | International Criminal Court | المحكمة الجنائية الدولية
UN   | United Nations              | الأمم المتحدة
INTL | International               | جهة دولية
""")

ACTION_TYPES = Vocabulary("""
sanction      | Sanctions designation                     | إدراج على قائمة عقوبات
complaint     | Criminal complaint                        | شكوى جنائية
investigation | Investigation                             | تحقيق
warrant       | Arrest warrant                            | مذكرة توقيف
red_notice    | Red Notice                                | نشرة حمراء
diffusion     | Diffusion                                 | تعميم
un_notice     | INTERPOL–UNSC Special Notice              | نشرة خاصة (الإنتربول – مجلس الأمن)
arrest        | Arrest                                    | توقيف
extradition   | Extradition request                       | طلب تسليم
indictment    | Indictment or committal for trial         | لائحة اتهام أو إحالة إلى المحاكمة
trial         | Trial                                     | محاكمة
conviction    | Conviction and sentence                   | إدانة وعقوبة
acquittal     | Acquittal                                 | براءة
appeal        | Appeal or cassation                       | استئناف أو نقض
civil         | Civil judgment or asset confiscation      | حكم مدني أو مصادرة أموال
dismissal     | Proceedings ended                         | إنهاء الدعوى
finding       | Finding of an inquiry                     | نتيجة هيئة تحقيق
""")

# All statuses of all action types; `unknown` is the addition that the sample facts explain.
ACTION_STATUSES = Vocabulary("""
active           | In force        | قيد النفاذ
amended          | Amended         | معدَّل
suspended        | Suspended       | معلَّق
delisted         | Removed from the list | شُطب من القائمة
annulled         | Annulled        | أُبطلت
expired          | Expired         | انتهت المدة
filed            | Filed           | قُدّمت
admitted         | Admitted        | قُبلت
rejected         | Rejected        | رُفضت
open             | Open            | مفتوح
closed_no_action | Closed without action | أُغلق دون إجراء
executed         | Executed        | نُفّذت
withdrawn        | Withdrawn       | سُحبت
reported         | Reported        | بحسب ما ورد
published        | Published       | نُشرت
cancelled        | Cancelled       | أُلغيت
custody          | In custody      | موقوف
released         | Released        | أُفرج عنه
requested        | Requested       | قُدّم الطلب
granted          | Granted         | قُبل الطلب
refused          | Refused         | رُفض الطلب
confirmed        | Confirmed       | مثبَّت
dismissed        | Dismissed       | رُدّ
scheduled        | Scheduled       | حُدّد موعدها
ongoing          | Ongoing         | جارية
adjourned        | Adjourned       | مؤجلة
judgment         | Judgment given  | صدر الحكم
terminated       | Terminated      | أُنهيت
not_final        | Not final       | بحكم غير مبرم
final            | Final           | بحكم مبرم
quashed          | Quashed         | نُقض الحكم
retrial          | Retrial ordered | تقررت إعادة المحاكمة
pending          | Pending         | قيد النظر
upheld           | Upheld          | أُيّد الحكم
varied           | Upheld with changes | أُيّد الحكم مع تعديل
remitted         | Sent back       | أُعيدت القضية إلى المحكمة
no_jurisdiction  | No jurisdiction | عدم اختصاص
immunity         | Immunity        | حصانة
insufficient     | Insufficient evidence | عدم كفاية الأدلة
deceased         | Death           | وفاة
amnesty          | Amnesty         | عفو
time_bar         | Time bar        | تقادم
issued           | Issued          | صدرت
revised          | Revised         | عُدّلت
unknown          | Current status not known | الوضع الحالي غير معروف
""")

STATUSES_OF = {
    "sanction": {"active", "amended", "suspended", "delisted", "annulled", "expired", "unknown"},
    "complaint": {"filed", "admitted", "rejected", "unknown"},
    "investigation": {"open", "suspended", "closed_no_action", "unknown"},
    "warrant": {"active", "executed", "annulled", "withdrawn", "expired", "unknown"},
    "red_notice": {"reported", "published", "cancelled", "unknown"},
    "diffusion": {"reported", "published", "cancelled", "unknown"},
    "un_notice": {"reported", "published", "cancelled", "unknown"},
    "arrest": {"custody", "released", "unknown"},
    "extradition": {"requested", "granted", "refused", "unknown"},
    "indictment": {"filed", "confirmed", "amended", "dismissed", "unknown"},
    "trial": {"scheduled", "ongoing", "adjourned", "judgment", "terminated", "unknown"},
    "conviction": {"not_final", "final", "quashed", "retrial", "unknown"},
    "acquittal": {"not_final", "final", "quashed", "retrial", "unknown"},
    "appeal": {"pending", "upheld", "varied", "quashed", "remitted", "unknown"},
    "civil": {"pending", "granted", "refused", "unknown"},
    "dismissal": {
        "no_jurisdiction", "immunity", "insufficient", "deceased", "amnesty", "time_bar", "annulled", "unknown",
    },
    "finding": {"issued", "revised", "unknown"},
}  # fmt: skip

FINALITIES = Vocabulary("""
not_final | Not final      | غير مبرم
final     | Final          | مبرم
unknown   | Not known      | غير معروف
n_a       | Not applicable | لا ينطبق
""")

# In order of severity, mildest first, up to convicted_final (domain.md §3.6).
LEGAL_STATUSES = Vocabulary("""
none                | No legal action known      | لا إجراء معروف
sanctioned          | Under sanctions            | خاضع لعقوبات
suspect             | Suspect                    | مشتبه به
wanted              | Wanted on a warrant        | مطلوب بمذكرة توقيف
detained            | Detained                   | موقوف
charged             | Charged                    | متهم
on_trial            | On trial                   | قيد المحاكمة
convicted_absentia  | Convicted in absentia      | محكوم عليه غيابيًا
convicted_not_final | Convicted, not final       | مدان بحكم غير مبرم
convicted_final     | Convicted, final           | مدان بحكم مبرم
acquitted           | Acquitted                  | مبرّأ
ended               | Proceedings ended          | انتهت الإجراءات
""")

SOURCE_KINDS = Vocabulary("""
judgment         | Judgment                 | حكم قضائي
court_doc        | Court document           | وثيقة قضائية
gazette          | Listing decision or official journal | قرار إدراج أو جريدة رسمية
un_report        | UN report                | تقرير أممي
opcw             | OPCW report              | تقرير منظمة حظر الأسلحة الكيميائية
state_doc        | Official document        | وثيقة رسمية
leaked_doc       | Leaked document          | وثيقة مسرّبة
ngo_report       | Human rights report      | تقرير حقوقي
academic         | Study                    | دراسة
book             | Book                     | كتاب
news             | News report              | خبر صحفي
broadcast        | Broadcast                | بث
video            | Video                    | مقطع مصوّر
photo            | Photograph               | صورة
satellite        | Satellite image          | صورة فضائية
social           | Social media post        | منشور تواصل
dataset          | Dataset                  | مجموعة بيانات
public_testimony | Public testimony         | شهادة علنية
confidential     | Confidential testimony   | شهادة سرية
reply            | Reply of the person named | رد صاحب الشأن
campaign         | Campaign material        | مواد الحملة
""")

RELIABILITIES = Vocabulary("""
A | A: completely reliable  | أ: موثوق تمامًا
B | B: usually reliable     | ب: موثوق عادةً
C | C: fairly reliable      | ج: موثوق إلى حد ما
D | D: not usually reliable | د: غير موثوق عادةً
E | E: unreliable           | هـ: غير موثوق
F | F: cannot be judged     | و: يتعذر الحكم
""")

CREDIBILITIES = Vocabulary("""
1 | 1: confirmed by other sources | 1: مؤكدة من مصادر أخرى
2 | 2: probably true              | 2: صحيحة على الأرجح
3 | 3: possibly true              | 3: ربما صحيحة
4 | 4: doubtful                   | 4: مشكوك فيها
5 | 5: improbable                 | 5: مستبعدة
6 | 6: cannot be judged           | 6: يتعذر الحكم
""")

CONFIDENTIALITIES = Vocabulary("""
public     | Public: title and address are shown | علني: يظهر العنوان والرابط
restricted | Restricted: only its kind and grade are shown | مقيّد: لا يظهر سوى نوعه ودرجته
secret     | Secret: never leaves the desk | سري: لا يغادر مكتب التحرير أبدًا
""")

RELATIONS = Vocabulary("""
supports    | Supports    | يؤيد
contradicts | Contradicts | يناقض
context     | Context     | سياق
""")

LOCATOR_TYPES = Vocabulary("""
whole     | Whole source | المصدر كله
page      | Page         | الصفحة
para      | Paragraph    | الفقرة
section   | Section      | القسم
article   | Article      | المادة
timestamp | Time         | التوقيت
table     | Entry        | القيد
footnote  | Footnote     | الحاشية
anchor    | Anchor       | علامة في الصفحة
""")

SOURCE_LANGUAGES = Vocabulary("""
ar | Arabic     | العربية
en | English    | الإنكليزية
fr | French     | الفرنسية
de | German     | الألمانية
nl | Dutch      | الهولندية
sv | Swedish    | السويدية
es | Spanish    | الإسبانية
it | Italian    | الإيطالية
pt | Portuguese | البرتغالية
tr | Turkish    | التركية
fa | Persian    | الفارسية
ru | Russian    | الروسية
""")

IDENTITY_FACTS = Vocabulary("""
birth       | Date of birth  | تاريخ الولادة
birth_place | Place of birth | مكان الولادة
death       | Death          | الوفاة
life_status | Life status    | الحياة أو الوفاة
age         | Age on record  | العمر المسجّل
rank        | Rank           | الرتبة
""")

# Records that a rule of domain.md §6 needs and no edition shows.

PHOTO_CONTEXTS = Vocabulary("""
unknown      | Not known              | غير معروف
official     | Official picture       | صورة رسمية
public_event | Taken at a public event | التُقطت في مناسبة عامة
id_photo     | Identity photograph    | صورة شخصية كصور الهوية
""")

PHOTO_LICENCES = Vocabulary("""
public_domain | Public domain                  | ملك عام
cc            | Creative Commons licence       | رخصة المشاع الإبداعي
permission    | With the owner's permission    | بإذن صاحب الحق
own           | The campaign's own picture     | صورة تملكها الحملة
quotation     | Quoted for the public interest | اقتباس للمصلحة العامة
""")

REPLY_OUTCOMES = Vocabulary("""
waiting       | Sent, no answer yet        | أُرسل ولم يصل رد
replied       | Replied                    | وصل رد
no_reply      | No reply by the deadline   | لم يصل رد حتى نهاية المهلة
undeliverable | Could not be delivered     | تعذّر التسليم
waived        | Not asked, or not waited for, with a reason | لم يُطلب الرد أو لم يُنتظر، لسبب مذكور
""")

WAIVERS = Vocabulary("""
risk            | Asking would endanger somebody      | طلب الرد يعرّض أحدًا للخطر
no_channel      | There is no way to reach the person | لا سبيل إلى الوصول إلى الشخص
official_record | The file repeats official records only | الملف لا يورد سوى سجلات رسمية
""")

NAMED_ROLES = Vocabulary("""
victim    | Victim                 | ضحية
witness   | Witness                | شاهد
informant | Person who informed us | شخص زوّدنا بمعلومات
relative  | Relative of the person | من أقارب الشخص
other     | Somebody else          | شخص آخر
""")

NAMING_BASES = Vocabulary("""
own_choice  | Spoke in public by their own choice | تحدث علنًا باختياره
judgment    | Named in a judgment                 | ورد اسمه في حكم قضائي
public_role | Has a public role of their own here | صاحب دور عام في الوقائع
""")

REQUEST_KINDS = Vocabulary("""
access     | Access to data  | اطلاع على البيانات
rectify    | Rectification   | تصويب
erase      | Erasure         | محو
object     | Objection       | اعتراض
correction | Correction      | تصحيح
""")

REQUEST_OUTCOMES = Vocabulary("""
open     | Not decided yet    | لم يُبت فيه بعد
accepted | Accepted           | قُبل
partial  | Accepted in part   | قُبل جزئيًا
refused  | Refused, with reason | رُفض مع بيان السبب
""")

WEIGHTS = Vocabulary("""
material | Material | جوهري
minor    | Minor    | طفيف
""")

# What Rome Statute article 28 asks for, each with its own sources (domain.md P7).
ELEMENTS = Vocabulary("""
control   | Effective control                        | السيطرة الفعلية
knowledge | Knew or should have known                | العلم أو وجوب العلم
failure   | Failed to prevent, punish or submit      | التقصير في المنع أو القمع أو عرض المسألة على السلطات المختصة
""")
