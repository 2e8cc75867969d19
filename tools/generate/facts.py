"""What GeoNames knows of curated places that carry its id: coordinates, and the record of the province around them."""

import csv


def read_parents(path):
    """{(country, admin-1 code of GeoNames): id of our record}."""
    return {(row["country"], row["code"]): row["parent"] for row in read_table(path)}


def read_table(path):
    """The rows of a TSV file of ours as dictionaries, comments left out."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def parent(city, parents, own_id):
    """The record of the province that a city of GeoNames lies in; "" if not known, or if the city's record is that one."""
    found = parents.get((city["countrycode"], city["admin1code"]), "")
    return "" if found == own_id else found


def rows(curated, cities, parents, degrees):
    """A row for each id of GeoNames in the curated files that is a place of the city table."""
    by_id = {city["geonameid"]: city for city in cities}
    found = {}
    for path in sorted(curated.glob("*.tsv")):
        for row in read_table(path):
            city = by_id.get(int(row.get("geonames") or 0))
            # A country carries an id as well, and its centre is no city.
            if city and row["type"] != "country":
                found[city["geonameid"]] = {
                    "geonames": str(city["geonameid"]), "lat": degrees(city["latitude"]), "lon": degrees(city["longitude"]),
                    "parent": parent(city, parents, row["id"]),
                }
    return [found[key] for key in sorted(found)]
