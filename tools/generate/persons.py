"""Names of persons: given and family names in three packages that make up test data.

The lists are read as text. Nothing of the packages is imported or run.
"""

import ast
import json
import re
import tarfile
import zipfile

import names

# Compounds that stay together as two words: عبد الرحمن, أبو بكر, صلاح الدين, عطا الله. All else is one word or left out.
FIRST_OF_TWO = set("عبد أبو أبي أبا آل بن ابن".split())
LAST_OF_TWO = set("الدين الله".split())
HAMZA = {"ال": "آل", "ابو": "أبو", "ابي": "أبي", "ابا": "أبا"}
# What stands before or after names in the lists and is none: titles, ranks, forms of address.
TITLES = set(
    "السيد السيدة الآنسة الأستاذ الأستاذة الدكتور الدكتورة المهندس المهندسة البروفيسور بروفيسور الشيخ الشيخة شيخة الإمام إمام"
    " الأمير الأميرة الملك الملكة السلطان الرئيس رئيس القائد قائد العقيد الحاج الحاجة الشريفة باشا الباشا باي الباي بك البيك"
    " بيك أفندي أغا الأغا آغا خوجة خواجة الخواجة هانم خانم سيدي مولاي لالة الست".split())

# `first_name:{female:[`a`,`b`],male:`c.d`.split(`.`)}` in the packed script of @faker-js/faker.
JS_LIST = r"\[(?:`[^`]*`,?)*\]|`[^`]*`\.split\(`[^`]+`\)"
JS_NAMES = re.compile(rf"\b(first|last)_name:\{{((?:\w+:(?:{JS_LIST}),?)+)\}}")


def rows(sources):
    """The rows of names_mit.tsv. `sources`: {code: [(part, name)]}, part being `given` or `family`."""
    found = {}
    for code, pairs in sources.items():
        for part, name in pairs:
            name = clean(name)
            if usable(name):
                found.setdefault(names.fold(name), []).append((name, part, code))
    for entries in found.values():
        parts = {part for _, part, _ in entries}
        yield {
            "name": best_spelling([name for name, _, _ in entries]),
            "part": "|".join(part for part in ("given", "family") if part in parts),
            "src": "|".join(sorted({code for _, _, code in entries})),
        }


def clean(name):
    """The name in NFC without marks; آل, which the lists also write like the article, and أبو with their hamza."""
    first, _, rest = names.clean(name).partition(" ")
    return f"{HAMZA.get(first, first)} {rest}" if rest else first


def usable(name):
    """Whether a string of a list is a single name in Arabic letters."""
    words = name.split(" ")
    compound = len(words) == 2 and (words[0] in FIRST_OF_TWO or words[1] in LAST_OF_TWO)
    return names.usable(name) and (len(words) == 1 or compound) and "-" not in name and name not in TITLES


def best_spelling(spellings):
    """Of spellings that fold alike the most frequent one, of these the one with more hamzas and ة (أسامة, not اسامه)."""
    return max(spellings, key=lambda name: (
        spellings.count(name), sum(name.count(letter) for letter in "أإآؤئىة"), name))


# The three packages


def read_mimesis(path):
    """person.json of Arabic and of its regional kinds."""
    with zipfile.ZipFile(path) as archive:
        for member in sorted(archive.namelist()):
            if re.fullmatch(r"mimesis/datasets/ar(-\w+)?/person\.json", member):
                data = json.loads(archive.read(member))
                for given in data["names"].values():
                    yield from (("given", name) for name in given)
                yield from (("family", name) for name in data["surnames"])


def read_faker(path):
    """The tuples `first_names_male`, `last_names`, ... in the Python sources of the Arabic providers."""
    with zipfile.ZipFile(path) as archive:
        for member in sorted(archive.namelist()):
            if re.fullmatch(r"faker/providers/person/ar_\w+/__init__\.py", member):
                yield from python_names(ast.parse(archive.read(member), member))


def python_names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        else:
            continue
        # The sum of two tuples (`first_names = first_names_male + first_names_female`) says nothing new.
        listed = isinstance(node.value, ast.Tuple | ast.List)
        kind = re.match("(first|last)_names", getattr(targets[0], "id", "")) if listed else None
        if kind:
            part = "given" if kind[1] == "first" else "family"
            yield from ((part, name) for name in ast.literal_eval(node.value))


def read_fakerjs(path):
    """`first_name` and `last_name` in the script that the entry point of the Arabic locale imports."""
    with tarfile.open(path) as archive:
        read = lambda member: archive.extractfile(f"package/dist/{member}").read().decode("utf-8")
        script = read(re.search(r'from"\.\./(ar-[\w-]+\.js)"', read("locale/ar.js"))[1])
    for kind, lists in JS_NAMES.findall(script):
        part = "given" if kind == "first" else "family"
        for text in re.findall(JS_LIST, lists):
            strings = re.findall("`([^`]*)`", text)
            yield from ((part, name) for name in (strings if text[0] == "[" else strings[0].split(strings[1])))


READERS = {"mimesis": read_mimesis, "faker": read_faker, "fakerjs": read_fakerjs}
