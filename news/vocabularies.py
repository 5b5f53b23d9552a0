from publishing.bilingual import Vocabulary

NEWS_KINDS = Vocabulary("""
news      | News      | خبر
view      | View      | رأي
report    | Report    | تقرير
testimony | Testimony | شهادة
""")
