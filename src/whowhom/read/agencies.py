"""News agencies, whose name may stand where an author's does."""

from __future__ import annotations

AGENCIES = {
    "afp", "ap", "reuters", "upi", "dpa", "efe", "ansa", "tass", "itar-tass", "ria novosti", "xinhua", "kyodo",
    "kyodo news",
    "yonhap", "pti", "ians", "ani", "pa", "press association", "the associated press", "associated press",
    "agence france-presse",
    "bloomberg", "bloomberg news", "interfax", "anadolu agency", "irna", "wam", "aap", "pap", "ukrinform",
    "belga", "bernama",
    "antara", "sana", "mena", "cnn", "bbc", "bbc news", "npr", "cbc news", "news agencies", "agencies", "wire services",
    "dow jones", "epd", "kna", "apa", "sda", "ats", "lusa", "ntb", "tt", "stt", "ritzau", "anp", "sid",
    "the canadian press", "canadian press", "europa press", "adnkronos", "askanews", "télam", "čtk", "tasr", "mti",
    "sapa",
    "beta", "fonet", "hina", "fena", "srna", "makfax", "bta", "mediafax", "sita", "elta", "bns", "leta", "ana-mpa",
    "unian", "belta", "kazinform", "azertac", "armenpress", "jiji press", "newsis", "wafa", "petra", "kuna", "qna",
    "angop", "panapress", "inforpress", "isna", "бта", "уніан", "белта", "танјуг", "бета", "απε-μπε",
    "新华社", "新華社", "中新社", "共同", "共同通信", "時事通信", "연합뉴스", "뉴시스",
    "ایسنا", "ایرنا", "تسنیم", "كونا", "قنا", "بترا", "سانا", "واس", "وفا",
    "tanjug", "agerpres", "aa", "dha", "iha", "тасс", "риа новости", "интерфакс", "рейтер", "укринформ", "رويترز",
    "أ ف ب", "د ب أ", "فرانس برس",
}  # fmt: skip
