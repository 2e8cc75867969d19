"""Arabic spellings: which are usable, which is the best, which are the same name."""

import re
import unicodedata

# Letters of Standard Arabic only: no Persian, Urdu, Kurdish or Uyghur letters, no digits, no brackets.
USABLE = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*\Z")
# A first word that is a generic noun, or one that is no name at all (pages of wikis that slipped in).
GENERIC = set("مدينة بلدية بلدة قرية ناحية قضاء محافظة ولاية والاية مقاطعة منطقة مركز دائرة شعبية".split())
MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")

FOLD = str.maketrans("أإآىةؤئ", "ااايهوي")
# Consonants that transcriptions mix up, each as one class; long vowels, hamza, ع and ه count for nothing.
ARABIC_CLASS = {}
for letters in ("Pبف", "Tتطثدضذظ", "Sسصزش", "Kجغقكخ", "Lل", "Rر", "Mم", "Nن"):
    ARABIC_CLASS.update(dict.fromkeys(letters[1:], letters[0]))
LATIN_CLASS = {}
for letters in ("Pbpfv", "Ttd", "Ssz", "Kgjkqc", "Ll", "Rr", "Mm", "Nn"):
    LATIN_CLASS.update(dict.fromkeys(letters[1:], letters[0]))
ASCII = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ə": "a", "Ə": "A", "ß": "ss",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "ħ": "h", "ð": "d", "þ": "th",
    **dict.fromkeys("‘’'`ʻʼʿʾ"),
})


def clean(name):
    """The name in NFC, without vowel marks, tatweel, direction marks and doubled spaces."""
    name = MARKS.sub("", unicodedata.normalize("NFC", name))
    return " ".join(name.split())


def final_ye(name, latin, arab):
    """Writes ي for a final ى that is only Egyptian or Persian habit: "دبى", "سيدى برانى", but not "زفتى", "مرسى"."""
    if arab and not re.search("[iey]$", ascii_name(latin).lower()):
        return name
    return re.sub(r"ى\b", "ي", name)


def fold(name):
    """The form under which the library compares names (its own folding, in short)."""
    return name.translate(FOLD).replace("-", " ")


def ascii_name(name):
    name = unicodedata.normalize("NFKD", name.translate(ASCII))
    return "".join(c for c in name if c.isascii())


def slug(name):
    return re.sub("[^a-z0-9]+", "-", ascii_name(name).lower()).strip("-")


def arabic_skeleton(name):
    letters = "".join(re.sub("^ال(?=..)", "", word) for word in fold(name).split())
    for digraph, single in (("تش", "ش"), ("دج", "ج"), ("نغ", "ن"), ("نج", "ن")):
        letters = letters.replace(digraph, single)
    return re.sub(r"(.)\1", r"\1", "".join(ARABIC_CLASS.get(c, "") for c in letters))


def latin_skeleton(name):
    name = ascii_name(name).lower()
    name = re.sub(r"\b(al|el|as|ash|ar|ad|az|at|an)[- ]", "", name)
    for digraph, single in (("sh", "s"), ("ch", "s"), ("ng", "n"), ("x", "ks"), ("ce", "se"), ("ci", "si")):
        name = name.replace(digraph, single)
    return re.sub(r"(.)\1", r"\1", "".join(LATIN_CLASS.get(c, "") for c in name))


def distance(a, b):
    """Edit distance of two short strings."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def usable(name):
    """Whether a spelling can stand as an Arabic name of a place."""
    words = re.split("[ -]", name)
    if not USABLE.match(name) or len(name) < 2 or words[0] in GENERIC and len(words) > 1:
        return False
    # "د مشق", "ا لقاهرة": a lone letter is a slip. ى in the middle is a Persian or Pashto ye, ة there a typing error.
    return not any(len(word) == 1 or word[0] in "ءؤئ" or re.search("[ىة].", word) for word in words)


def rank(name, latin, arab):
    """A sort key: the spelling that Arabic newspapers would print comes first.

    The alternate names carry no language. Persian and Urdu spellings that use shared letters only are told by a bare
    alef or آ at the start where Arabic writes أ or إ, by ئ after a vowel and by a final ه where Arabic writes ة or ا.
    """
    latin = ascii_name(latin).lower()
    words = name.split()
    distant = distance(arabic_skeleton(name), latin_skeleton(latin))
    bare_alef = 0 if arab else sum(word[0] == "ا" and not word.startswith("ال") for word in words)
    slips = sum("أ" in word[1:] for word in words)  # لأندأن
    final_heh = sum(word[-1] == "ه" for word in words)
    foreign = bare_alef + (0 if arab else name.count("آ") + slips) + name.count("ئ") + final_heh
    hamza = sum(word[0] in "أإ" for word in words)
    if arab:
        # بصرة, رباط, ربات: Arab towns keep their article and their emphatic letters.
        article, emphatic = name.startswith("ال"), sum(c in "طصضظقعحث" for c in name)
        return (foreign, -article, -emphatic, distant, -hamza, name.count("-"), len(name), name)
    g_as_jeem = name.count("ج") if "g" in latin else 0
    return (distant, foreign, g_as_jeem, -hamza, name.count("-"), len(words), -len(name), name)


def choose(candidates, latin, arab):
    """The canonical Arabic spelling and the further spellings of the same name, or (None, [])."""
    names = {final_ye(clean(name), latin, arab) for name in candidates}
    names = sorted((name for name in names if usable(name)), key=lambda name: rank(name, latin, arab))
    if not names:
        return None, []
    best, aliases, seen = names[0], [], {fold(names[0])}
    for name in names[1:]:
        same = distance(arabic_skeleton(name), arabic_skeleton(best)) <= 1
        close = distance(fold(name), fold(best)) <= max(1, len(best) // 3)
        # Without its article an Arab town is mostly a common word; a form of three letters is one in any country.
        bare = arab and fold(best).removeprefix("ال") == fold(name)
        if same and close and not bare and len(name) > 3 and fold(name) not in seen:
            seen.add(fold(name))
            aliases.append(name)
    return best, aliases
