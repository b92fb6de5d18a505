python3 - <<'PY'
import json, os, select, subprocess

program = subprocess.Popen(
    [os.environ["FRAMESCOPE"], "score", "--format", "jsonl", "-"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

def ask(line):
    program.stdin.write(line)
    program.stdin.flush()
    ready, _, _ = select.select([program.stdout], [], [], 60)
    return json.loads(program.stdout.readline()) if ready else "no answer"

for line in (b'{"id": "a", "text": "She is a burden."}\n', b'\n', b'[1]\n',
             b'{"id": "d", "text": "We all belong."}\n'):
    answer = ask(line)
    print(answer["document"]["id"], answer.get("error", {}).get("status"))
program.stdin.close()
print("status", program.wait(60), "rest", program.stdout.read())
PY
