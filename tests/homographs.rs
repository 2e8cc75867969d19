//! Homographs: words that are a name in one sentence and none in the next.
//!
//! Every actor and place of a sentence stands between double brackets, and no other is found in it.
#![cfg(feature = "builtin")]

use std::ops::Range;
use std::sync::LazyLock;

use khabar::{Extractor, Kind};

/// The word, and sentences in which it is a name or another word.
const HOMOGRAPHS: &[(&str, &[&str])] = &[
    (
        "an adjective of a country: financial, Malian",
        &["عاد الجنود من [[مالي]] أمس.", "وقعت [[مالي]] اتفاقا مع جيرانها.", "دعم مالي كبير للمزارعين."],
    ),
    (
        "an everyday adjective: grey",
        &[
            "دخلت القوات [[الرمادي]] فجرا.",
            "اقترب الجيش من مدينة [[الرمادي]] غربي البلاد.",
            "الدخان الرمادي غطى السماء.",
            "في الوقت الضائع من المباراة.",
            "البطاقات الزرقاء في الدرج.",
        ],
    ),
    (
        "an everyday adjective: great",
        &[
            "شن الطيران غارات على [[الجليل الأعلى]].",
            "سكن في [[الجليل]] منذ سنوات.",
            "رضي الله عن الصحابي الجليل.",
            "التقينا الإمام الجليل في مسجده.",
        ],
    ),
    ("a participle", &["قُتل ثلاثة من الجنود في [[الموصل]] أمس.", "سيكون الطريق الموصل إلى الحل معقدا."]),
    (
        "a feminine adjective of a country",
        &[
            "زار الوزير [[السعودية]] يوم الأحد.",
            "العلاقات المصرية السعودية متينة.",
            "تقود المرأة السعودية السيارة منذ سنوات.",
            "وصل الوفد إلى العاصمة الصينية [[بكين]].",
            "ارتفع العدد بين أفراد الشعب العراقي.",
        ],
    ),
    (
        "a feminine adjective",
        &["تعرضت بلدة [[الغازية]] جنوبي [[صيدا]] لغارة.", "المياه الغازية مضرة.", "الطريقة المهدية المتبعة."],
    ),
    (
        "the people of a land and the land",
        &["الحرب في [[الشيشان]] انتهت.", "شارك مقاتلون من [[الشيشان]] في المعارك.", "شعب [[الشيشان]] عانى كثيرا."],
    ),
    (
        "a surname, and an adjective of nationality",
        &["قال الرئيس السوداني إن الحرب ستنتهي.", "قال وزير الدفاع السوداني إن القوات تقدمت."],
    ),
    (
        "a hamza makes another word: an axe, if, pictures",
        &["اشترى فأس جديدة وسكينا.", "ولد الشاعر ب[[فاس]] عام 1930.", "فإن لم يحضر الشاهد أجلت الجلسة."],
    ),
    ("he found him", &["سافر إلى [[وجدة]] ثم عاد.", "سافر إلى [[وجده]] ثم عاد.", "حيث وجده رجال الشرطة."]),
    ("a particle that is none", &["ذكرت الوزارة في بيان إن الهجوم فشل.", "بادرنا بالقول إن الأمر انتهى."]),
    (
        "a people, and an adjective in the plural or the accusative",
        &["قال المعلقون العسكريون الروس إن الهجوم فشل.", "قتل عشرون جنديًا روسيًا.", "زار الوفد [[روسيا]] أمس."],
    ),
    (
        "pictures",
        &[
            "قصف العدو أطراف مدينة [[صور]] جنوبي [[لبنان]].",
            "أغارت الطائرات على [[صيدا]] و[[صور]] و[[النبطية]].",
            "نشرت الوكالة تقارير وصور الضحايا.",
            "صور الأقمار الصناعية تكشف الدمار.",
        ],
    ),
    ("a scene", &["وصل الزوار إلى مدينة [[مشهد]] الإيرانية.", "هذا أروع مشهد في الفيلم."]),
    ("an eye", &["سكنت عائلات مهجرة في مدينة [[العين]] منذ سنوات.", "نظر إليه بالعين المجردة."]),
    (
        "meadows",
        &[
            "احترق مطعم في شارع المروج الخضراء.",
            "امتلأت المروج الخضراء بالزهور.",
            "مر الطريق وسط المروج الخضراء الجميلة.",
        ],
    ),
    ("many", &["أقلعت الطائرات من [[قاعدة العديد الجوية]].", "حضرت العديد من الشخصيات الحفل."]),
    ("a base", &["أعلن [[تنظيم القاعدة]] مسؤوليته.", "قصف الطيران القاعدة العسكرية.", "انسحبت القوات من القاعدة."]),
    ("an opening", &["قالت [[حركة فتح]] إنها ترفض.", "فتح باب الترشح للانتخابات."]),
    ("a coast", &["انقلاب جديد في منطقة [[الساحل]].", "دول [[الساحل]] الثلاث تنسحب.", "خلال الساحل الطويل."]),
    ("olives", &["شب حريق في حي [[الزيتون]] شرقي [[القاهرة]].", "جمع الرمان والزيتون والعنب."]),
    ("a rifle", &["أطلق النار من بندقية صيد.", "انتهى مهرجان [[البندقية]] السينمائي."]),
    ("floods", &["وصل الوفد إلى [[سيول]] عاصمة [[كوريا الجنوبية]].", "سالت السيول في الأودية."]),
    ("a square, a victory", &["بدأ النصر يلوح في الأفق.", "دعا إلى الوحدة والسلام.", "فرق الوحدة تواجه صعوبات."]),
    ("an agreement", &["وقع الطرفان الاتفاق أمس.", "جرى الاتفاق على الهدنة في [[جدة]]."]),
    ("to her, with her", &["استقبل أهالي [[بنها]] القطار الجديد.", "سافر إلى [[بنها]] بالقطار."]),
    (
        "a lane, a chair, gold",
        &["حارة ضيقة في قلب المدينة القديمة.", "جلس على كرسي من الخيزران.", "ارتفع الذهب والنفط."],
    ),
    ("life", &["قال الحياة قصيرة.", "قضى إجازته في [[المدينة المنورة]] مع أهله."]),
    ("names that are words", &["أصيب في ساعده الأيمن.", "جمال الطبيعة يجذب الزوار.", "كان حارس المرمى نجم المباراة."]),
];

static KHABAR: LazyLock<Extractor> = LazyLock::new(Extractor::builtin);

/// The sentence without its brackets, and the spans that they stood around.
fn unmarked(marked: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for part in marked.split("[[") {
        let Some((name, rest)) = part.split_once("]]") else {
            text += part;
            continue;
        };
        spans.push(text.len()..text.len() + name.len());
        text = text + name + rest;
    }
    (text, spans)
}

#[test]
fn a_homograph_is_a_name_only_where_it_is_one() {
    let mut faults = Vec::new();
    for (word, sentences) in HOMOGRAPHS {
        for marked in *sentences {
            let (text, expected) = unmarked(marked);
            let document = KHABAR.extract(&text);
            let found: Vec<_> =
                document.entities().filter(|e| e.kind() != Kind::Date).map(|e| e.span().range()).collect();
            if found != expected {
                faults.push(format!("{word}: {marked}\n  found {document:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} sentences fail\n{}", faults.len(), faults.join("\n"));
}
