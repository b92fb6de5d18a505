"""Checks JSON reports: check_records.py SCHEMA FILE...

Every record must be valid against the schema, and its scores must come out
again, to the last bit, from its matches alone. A changed record must not be
valid, so that the schema cannot fall asleep."""

import copy
import json
import math
import sys

import jsonschema


def records_of(value):
    return value["documents"] if "documents" in value else [value]


def read(path):
    with open(path, encoding="utf-8") as file:
        if path.endswith(".jsonl"):
            return [json.loads(line) for line in file]
        return [json.load(file)]


def check_counts(record, path):
    words = (record["document"]["words"]
             - record["document"]["repeated_words"])
    for axis in record["axes"]:
        for reading in ("evoked", "endorsed"):
            score = axis[reading]
            counts = []
            for side in ("negative", "positive"):
                mine = [m for m in record["matches"]
                        if m["axis"] == axis["axis"] and m["pole"] == axis[side]
                        and m[reading] and not m["repeated"]]
                pole = score[side]
                rate = 1000.0 * len(mine) / words if words else 0
                assert pole["count"] == len(mine), (path, axis["axis"], side)
                assert pole["weighted"] == sum(m["weight"] for m in mine)
                assert pole["per_1000"] == rate
                counts.append(len(mine))
            minus, plus = counts
            ratio = math.log((plus + 0.5) / (minus + 0.5))
            assert abs(score["log_ratio"] - ratio) < 1e-8
            low, high = score["interval"]
            balance = (plus - minus) / (plus + minus) if plus + minus else 0
            assert low <= balance <= high
            if score["verdict"] != "too_little":
                assert score["balance"] == balance


def check_spoiled(validator, record):
    spoils = [lambda r: r.pop("axes"), lambda r: r.update(schema="x/9"),
              lambda r: r["axes"][0]["evoked"].update(verdict="bad"),
              lambda r: r["axes"][0]["evoked"].update(balance=7)]
    if record["matches"]:
        spoils += [lambda r: r["matches"][0].pop("cue"),
                   lambda r: r["matches"][0].update(stance="shouted"),
                   lambda r: r["matches"][0].update(chars=[1])]
    for spoil in spoils:
        changed = copy.deepcopy(record)
        spoil(changed)
        assert not validator.is_valid(changed), "the schema let a fault pass"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    checked = 0
    for path in sys.argv[2:]:
        for value in read(path):
            validator.validate(value)
            for record in records_of(value):
                if "matches" in record:
                    check_counts(record, path)
                    check_spoiled(validator, record)
                    checked += 1
    assert checked > 0, "no record to check"
    print(f"{checked} records are valid and explain their scores")


main()
