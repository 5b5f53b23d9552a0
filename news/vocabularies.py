from publishing.bilingual import Vocabulary

NEWS_KINDS = Vocabulary("""
news      | News      | خبر
view      | Opinion   | رأي
report    | Report    | تقرير
testimony | Testimony | شهادة
""")
