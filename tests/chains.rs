//! Chains: which mentions of a document are of one entity.
#![cfg(feature = "builtin")]

use khabar::Extractor;

/// The mentions of a text that are in a chain, `=` between those of one chain, chains between bars.
fn chains(text: &str) -> String {
    let document = Extractor::builtin().extract(text);
    let count = document.entities().filter_map(|entity| entity.chain()).max().map_or(0, |last| last + 1);
    let chain = |number| document.chain(number).map(|entity| entity.text()).collect::<Vec<_>>().join(" = ");
    (0..count).map(chain).collect::<Vec<_>>().join(" | ")
}

#[test]
fn mentions_of_one_entity_share_a_chain() {
    for (text, expected) in [
        // one record, whatever the surface form and the clitics
        ("زار باريس ثم عاد من باريس وأحب باريس", "باريس = باريس = باريس"),
        ("ترك مصر لأن مصر بعيدة، وبلغ العراق", "مصر = مصر | العراق"),
        // the same letters once folded
        ("بلدة قرزنكة هادئة. عاد إلى بلدة قرزنكه", "قرزنكة = قرزنكه"),
        // a head with its country
        ("قال الجيش المالي إن جيش مالي انسحب", "الجيش المالي = جيش مالي | مالي"),
        ("المنتخب الأميركي قوي لكن المنتخب الأمريكي خسر", "المنتخب الأميركي = المنتخب الأمريكي"),
        ("الجيش السوداني والجيش التشادي", "الجيش السوداني | الجيش التشادي"),
        ("الجيش السوداني والحكومة السودانية", "الجيش السوداني | الحكومة السودانية"),
        // surnames and given names
        ("قال هوارد زنكلون أمس. ورد زنكلون بغضب", "هوارد زنكلون = زنكلون"),
        ("وصل اللواء زنكلون. وكان هوارد زنكلون متعبا", "زنكلون = هوارد زنكلون"),
        ("قال هوارد جرونسبكت ثم كرر هوارد دبليو جرونسبكت", "هوارد جرونسبكت = هوارد دبليو جرونسبكت"),
        ("التقى هوارد زنكلون، فقال زنكلون نعم. والتقى ماري زنكلون", "هوارد زنكلون = زنكلون | ماري زنكلون"),
        ("قال محمد بن زنكلون لأخيه خالد بن زنكلون", "محمد بن زنكلون | خالد بن زنكلون"),
        // an acronym in brackets
        ("معهد الفنون الزنكلية (IMA) أغلق. وقال معهد الفنون الزنكلية", "معهد الفنون الزنكلية = معهد الفنون الزنكلية"),
        ("بعثة الأمم المتحدة في مالي (مينوسما) انسحبت", "بعثة الأمم المتحدة في مالي = مينوسما | الأمم المتحدة | مالي"),
        ("قال الاتحاد الأوروبي (باريس)", "الاتحاد الأوروبي | باريس"),
    ] {
        assert_eq!(chains(text), expected, "{text}");
    }
}

#[test]
fn dates_are_in_no_chain_and_numbers_begin_anew() {
    let khabar = Extractor::builtin();
    for text in ["في 3 مايو 2023 زار باريس", "زار لندن في 3 مايو 2023"] {
        let document = khabar.extract(text);
        let numbers: Vec<_> = document.entities().filter(|e| e.timex().is_none()).map(|e| e.chain()).collect();
        assert_eq!(numbers, [Some(0)], "{text}");
        assert!(document.entities().filter(|e| e.timex().is_some()).all(|e| e.chain().is_none()), "{text}");
        assert_eq!(document.chain(1).count(), 0);
    }
}

#[test]
fn chains_reach_over_passages() {
    let filler = "لا شيء هنا يذكر في هذا النص الطويل. ".repeat(2000);
    let text = format!("قال هوارد زنكلون نعم. {filler} وعاد زنكلون");
    assert_eq!(chains(&text), "هوارد زنكلون = زنكلون");
}
