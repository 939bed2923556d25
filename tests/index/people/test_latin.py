import pytest

from index.people.keys import words
from index.people.latin import cost, is_latin, latin_words, spelt

PAIRS = [
    line.split(" = ")
    for line in """Macron = ماكرون
Emmanuel Macron = إيمانويل ماكرون
Donald Trump = دونالد ترامب
Vladimir Putin = فلاديمير بوتين
Benjamin Netanyahu = بنيامين نتنياهو
Recep Tayyip Erdoğan = رجب طيب أردوغان
Barack Obama = باراك أوباما
Angela Merkel = أنجيلا ميركل
Olaf Scholz = أولاف شولتس
Volodymyr Zelensky = فولوديمير زيلينسكي
Antonio Guterres = أنطونيو غوتيريش
Boris Johnson = بوريس جونسون
Joe Biden = جو بايدن
Antony Blinken = أنتوني بلينكن
Hillary Clinton = هيلاري كلينتون
Nicolas Sarkozy = نيكولا ساركوزي
François Hollande = فرانسوا هولاند
Giorgia Meloni = جورجيا ميلوني
Abdel Fattah el-Sisi = عبد الفتاح السيسي
Abdelfattah Al-Sisi = عبدالفتاح السيسي
Mohammed bin Salman = محمد بن سلمان
Bashar al-Assad = بشار الأسد
Hassan Nasrallah = حسن نصر الله
Najib Mikati = نجيب ميقاتي
Saad Hariri = سعد الحريري
Kais Saied = قيس سعيد
Beji Caid Essebsi = الباجي قائد السبسي
Youssef Chahed = يوسف الشاهد
Rached Ghannouchi = راشد الغنوشي
Abdelmadjid Tebboune = عبد المجيد تبون
Aziz Akhannouch = عزيز أخنوش
Khalifa Haftar = خليفة حفتر
Fayez al-Sarraj = فايز السراج
Mahmoud Abbas = محمود عباس
Ismail Haniyeh = إسماعيل هنية
Ali Khamenei = علي خامنئي
Hassan Rouhani = حسن روحاني
Mark Zuckerberg = مارك زوكربيرغ
Elon Musk = إيلون ماسك
Christine Lagarde = كريستين لاغارد
Ursula von der Leyen = أورسولا فون دير لاين
Abderrahmane Youssoufi = عبد الرحمن اليوسفي
Ahmed Aboul Gheit = أحمد أبو الغيط
Noureddine Taboubi = نور الدين الطبوبي
Xi Jinping = شي جين بينغ
Mohamed Morsi = محمد مرسي
Theresa May = تيريزا ماي
Ban Ki-moon = بان كي مون
Michel Aoun = ميشال عون
Walid Jumblatt = وليد جنبلاط
Sergey Lavrov = سيرغي لافروف""".splitlines()
]


def matches(latin: str, arabic: str) -> bool:
    return any(cost(way, words(arabic)) is not None for way in spelt(latin))


@pytest.mark.parametrize(("latin", "arabic"), PAIRS)
def test_one_name_in_two_scripts(latin: str, arabic: str) -> None:
    assert matches(latin, arabic)


def test_nobody_is_taken_for_another() -> None:
    same = {("Macron", "إيمانويل ماكرون"), ("Emmanuel Macron", "ماكرون")}
    same |= {(one, other) for one, _ in PAIRS for _, other in PAIRS if "Sisi" in one and "السيسي" in other}
    wrong = [
        (latin, arabic)
        for latin, own in PAIRS
        for _, arabic in PAIRS
        if arabic != own and (latin, arabic) not in same and matches(latin, arabic)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Hussein", "حسن"),
        ("Hassan", "حسين"),
        ("Salman", "سليمان"),
        ("Sulaiman", "سلمان"),
        ("Mahmoud", "محمد"),
        ("Mohamed", "محمود"),
        ("Saad", "سعيد"),
        ("Jamal", "جميل"),
        ("Jamil", "جمال"),
        ("Omar", "عامر"),
        ("Ali", "علاء"),
        ("Mansour", "منصوري"),
        ("Mansouri", "منصور"),
        ("Sami", "سامية"),
        ("Samia", "سامي"),
        ("Hamed", "أحمد"),
        ("Ahmed", "حامد"),
        ("Merkel", "مكرل"),
        ("Aoun", "عين"),
        ("Le", "لي"),
    ],
)
def test_names_that_are_near_and_not_one(latin: str, arabic: str) -> None:
    assert not matches(latin, arabic)


def test_words_without_accents_articles_and_doubled_letters() -> None:
    assert latin_words("Abd el-Fattah Al Sisi") == ("abdelfatah", "sisi")
    assert latin_words("Abderrahmane") == ("abdelrahmane",)
    assert latin_words("Ahmet Davutoğlu") == ("ahmet", "davutoglu")
    assert spelt("Essebsi") == (("esebsi",), ("sebsi",))
    assert spelt("Assad") == (("asad",),)  # read off, it would be سعد


def test_which_script() -> None:
    assert is_latin("Macron")
    assert not is_latin("ماكرون")
    assert not is_latin("ماكرون (Macron)")
    assert not is_latin("2017")
