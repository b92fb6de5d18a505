printf 'She is a burden on the system.\n' > 'a b.txt'
framescope lint --format sarif 'a b.txt' nowhere.txt 2> talk > out.sarif
python3 - <<'PY'
import json

log = json.load(open("out.sarif"))
run = log["runs"][0]
print(log["version"], run["tool"]["driver"]["name"], run["columnKind"])
rules = run["tool"]["driver"]["rules"]
for result in run["results"]:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    where = result["locations"][0]["physicalLocation"]
    print(result["level"], where["artifactLocation"]["uri"], where["region"])
ended = run["invocations"][0]
print(ended["executionSuccessful"],
      len(ended["toolExecutionNotifications"]))
PY
